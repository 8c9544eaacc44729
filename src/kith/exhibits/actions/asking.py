"""What a file cannot say by itself: asked with its evidence, answered by a person, and answered anew at any time."""

from datetime import datetime

from kith.core import jobs, ledger
from kith.core.actions import action
from kith.core.errors import Refusal
from kith.core.models import Worker
from kith.engines.readers import Evidence
from kith.exhibits import dating, rules
from kith.exhibits.models import Exhibit, Question


class NotAnAnswer(Refusal):
    """An answer is none of those that the question has."""


@action
def ask_what_is_open(*, exhibit: Exhibit, evidence: Evidence, by: Worker) -> int:
    """Write down the questions of an exhibit that was read; give how many wait for a person.

    Answers that were given before (to a reading that was cut short) are kept. Part of a reading: its note tells of it.
    """
    for asked in dating.questions(evidence):
        Question.objects.update_or_create(
            case_id=exhibit.case_id,
            exhibit=exhibit,
            key=asked.key,
            defaults={
                "ask": asked.ask,
                "why": asked.why,
                "choices": asked.choices,
                "evidence": asked.evidence,
                "is_assumed": asked.is_assumed,
            },
        )
    ledger.nothing_changed()
    return _open(exhibit)


@action
def answer_question(*, question: Question, answer: str, by: Worker, at: datetime) -> Question:
    """Answer a question of an exhibit, or change the answer. Nothing is read again: dates are worked out.

    The ledger keeps the old answer and the new one.

    Raises:
        NotAnAnswer: it is none of the choices.
    """
    if not dating.can_answer(question.key, question.choices, answer):
        raise NotAnAnswer("Select one of the answers.")
    # Locked: the job that places items locks the same row, and so sees this answer or runs again after it.
    exhibit = Exhibit.objects.select_for_update().get(case_id=question.case_id, id=question.exhibit_id)
    if question.answer == answer:
        ledger.nothing_changed()
        return question
    before = question.answer or ""
    question.answer, question.answered_by, question.answered_at = answer, by, at
    question.save(update_fields=["answer", "answered_by", "answered_at"])
    exhibit.state, exhibit.placed_at = rules.state_after(_open(exhibit)), None
    exhibit.save(update_fields=["state", "placed_at"])
    jobs.ask(
        "exhibits.place_on_timeline",
        once=str(exhibit.id),
        case_id=exhibit.case_id,
        exhibit_id=exhibit.id,
        worker_id=by.id,
    )
    facts = {"exhibit": str(exhibit.id), "key": dating.kind_of(question.key)}
    words = {"question": question.key, "before": before, "answer": answer}
    ledger.note("question.answered", case_id=exhibit.case_id, by=by.id, at=at, about=question, facts=facts, words=words)
    return question


def _open(exhibit: Exhibit) -> int:
    waiting = Question.objects.filter(case_id=exhibit.case_id, exhibit=exhibit, answer__isnull=True, is_assumed=False)
    return waiting.count()
