"""What a file could not say, with its evidence; and the people in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kith.core.errors import NotFound
from kith.exhibits import dating
from kith.exhibits.models import Exhibit, Question, Speaker
from kith.exhibits.queries.items import SpeakerShown, speakers_of
from kith.record.models import Case
from kith.record.queries import CaseHead, case_head, participants_of

_MOST_SPEAKERS = 200


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """A line of the file that bears on a question, as found."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class QuestionShown:
    """One question: what is asked, why it cannot be known, the lines, the answers to choose from, the answer."""

    id: UUID
    ask: str
    why: str
    evidence: tuple[EvidenceLine, ...]
    choices: tuple[tuple[str, str, str], ...]
    answer: str | None
    answer_label: str
    is_assumed: bool
    answered_by: str
    answered_at: datetime | None


@dataclass(frozen=True, slots=True)
class QuestionsPage:
    """The questions of one exhibit, open ones first."""

    title: str
    case: CaseHead
    exhibit_id: UUID
    label: str
    name_text: str
    questions: tuple[QuestionShown, ...]
    is_placing: bool


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """The people in one exhibit, as found, and who they are said to be."""

    title: str
    case: CaseHead
    exhibit_id: UUID
    label: str
    name_text: str
    speakers: tuple[SpeakerShown, ...]
    more: int


def questions_page(case: Case, exhibit: Exhibit) -> QuestionsPage:
    """Give the questions of an exhibit."""
    rows = Question.objects.filter(case_id=case.id, exhibit=exhibit).select_related("answered_by")
    shown = [_shown(row) for row in rows.order_by("is_assumed", "key")]
    return QuestionsPage(
        title=f"Questions about {exhibit.label}",
        case=case_head(case),
        exhibit_id=exhibit.id,
        label=exhibit.label,
        name_text=exhibit.name_text,
        questions=tuple(sorted(shown, key=lambda each: each.answer is not None)),
        is_placing=exhibit.read_at is not None and exhibit.placed_at is None,
    )


def question_in(exhibit: Exhibit, question_id: str) -> Question:
    """Find a question of an exhibit.

    Raises:
        NotFound: not one of this exhibit's.
    """
    return _one(Question, exhibit, question_id)


def people_page(case: Case, exhibit: Exhibit) -> PeoplePage:
    """Give the people in an exhibit."""
    speakers = speakers_of(case, exhibit)
    return PeoplePage(
        title=f"People in {exhibit.label}",
        case=case_head(case),
        exhibit_id=exhibit.id,
        label=exhibit.label,
        name_text=exhibit.name_text,
        speakers=tuple(speakers[:_MOST_SPEAKERS]),
        more=max(0, len(speakers) - _MOST_SPEAKERS),
    )


def speaker_rows(exhibit: Exhibit) -> Mapping[int, Speaker]:
    """Give the speakers of an exhibit by their numbers."""
    return {row.number: row for row in Speaker.objects.filter(case_id=exhibit.case_id, exhibit=exhibit)}


def who_choices(case: Case) -> list[tuple[str, str]]:
    """List whom somebody in the data may be: each participant, or nobody of this case."""
    people = [(str(person.id), f"{person.known_as} ({person.get_part_display()})") for person in participants_of(case)]
    return [("", "Not said yet"), *people, ("outside", "Nobody of this case")]


def _one(model: type[Question], exhibit: Exhibit, row_id: str) -> Question:
    try:
        found = model.objects.filter(case_id=exhibit.case_id, exhibit=exhibit, id=UUID(row_id)).first()
    except ValueError:
        found = None
    if found is None:
        raise NotFound
    return found


def _shown(row: Question) -> QuestionShown:
    choices = tuple(
        (each["value"], each["label"], each.get("example", "")) for each in dating.choices_of(row.key, row.choices)
    )
    labels = {value: label for value, label, _ in choices}
    return QuestionShown(
        id=row.id,
        ask=row.ask,
        why=row.why,
        evidence=tuple(EvidenceLine(each["line"], each["text"]) for each in row.evidence),
        choices=choices,
        answer=row.answer,
        answer_label=labels.get(row.answer or "", row.answer or ""),
        is_assumed=row.is_assumed,
        answered_by=row.answered_by.name if row.answered_by else "",
        answered_at=row.answered_at,
    )
