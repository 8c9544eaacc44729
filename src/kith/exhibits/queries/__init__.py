"""What pages of exhibits show, and what other rooms ask of them: one frozen dataclass a page."""

from kith.exhibits.models import Exhibit, Question
from kith.exhibits.queries.exhibits import (
    ExhibitPage,
    ListPage,
    exhibit_in,
    exhibit_numbered,
    exhibit_page,
    exhibits_of,
    format_says,
    list_page,
    progress_told,
)
from kith.exhibits.queries.item_page import ItemPage, item_on_line, item_page, shows_bytes
from kith.exhibits.queries.items import ItemShown, SpeakerShown, item_at, items_shown, said_at, speakers_of
from kith.exhibits.queries.questions import (
    PeoplePage,
    QuestionsPage,
    people_page,
    question_in,
    questions_page,
    speaker_rows,
    who_choices,
)
from kith.exhibits.queries.taking_in import HOW, TakeInPage, giver_choices, take_in_page

__all__ = [
    "HOW",
    "Exhibit",
    "ExhibitPage",
    "ItemPage",
    "ItemShown",
    "ListPage",
    "PeoplePage",
    "Question",
    "QuestionsPage",
    "SpeakerShown",
    "TakeInPage",
    "exhibit_in",
    "exhibit_numbered",
    "exhibit_page",
    "exhibits_of",
    "format_says",
    "giver_choices",
    "item_at",
    "item_on_line",
    "item_page",
    "items_shown",
    "list_page",
    "people_page",
    "progress_told",
    "question_in",
    "questions_page",
    "said_at",
    "shows_bytes",
    "speaker_rows",
    "speakers_of",
    "take_in_page",
    "who_choices",
]
