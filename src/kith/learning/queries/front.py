"""What the door of the room shows: what its reader has open, what is new, and what there is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils import timezone

from kith.core.models import Worker
from kith.learning.models import CpdPiece, Telling
from kith.learning.queries import votes
from kith.learning.queries.bulletin import Headline, headlines
from kith.learning.queries.cpd import asked_of, title_of
from kith.learning.queries.dilemmas import own_plays
from kith.learning.queries.telling import store

_MOST_OF_A_KIND = 3


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the room: where it is and what it is for, in a sentence."""

    title: str
    says: str
    href: str


@dataclass(frozen=True, slots=True)
class Group:
    """Parts that are for the same thing."""

    title: str
    parts: Sequence[Part]


@dataclass(frozen=True, slots=True)
class Open:
    """Something of the reader's own that is not finished, or that a colleague asks of them (which has no `kind`)."""

    title: str
    kind: str
    href: str


@dataclass(frozen=True, slots=True)
class FrontPage:
    """What the reader has open, what is new in the bulletin, and the parts of the room."""

    title: str
    open: Sequence[Open]
    news: Sequence[Headline]
    groups: Sequence[Group]


#: name of the address -> title and one sentence. A part stands here once its pages are there.
PARTS: dict[str, tuple[str, str]] = {
    "learning:dilemmas": (
        "Dilemmas",
        "Choose what you do in a story. Then see how the child, a parent, a colleague and the court lived it.",
    ),
    "learning:votes": (
        "Votes in a meeting",
        "Go through a dilemma as a team: everybody answers from a phone, you see the split, talk, and go on.",
    ),
    "learning:bites": ("Bites", "One topic in five to ten minutes, what it means for the child, and one thing to do."),
    "learning:figures": (
        "Figures about life online",
        "What people quote, with its year, who was counted and what to beware of.",
    ),
    "learning:bulletin": ("Threat bulletin", "What is going round now, and what to do about it."),
    "learning:help": ("Get help", "Say what has happened, and see who can help you, a child or a parent."),
    "learning:capabilities": (
        "Capabilities",
        "What the profession asks, what covers it here, and how far along you feel.",
    ),
    "learning:cpd": (
        "Your CPD log",
        "Write what you learnt in the fields of the regulator's form, and ask a peer for their part.",
    ),
    "learning:telling": ("Your agency's learning store", "What is told to it. Off unless you switch it on."),
}

#: What a group is for -> its parts. tests/test_front.py sees that each part stands in one.
GROUPS = {
    "Play": ("learning:dilemmas", "learning:votes"),
    "Read": ("learning:bites", "learning:figures", "learning:bulletin"),
    "Grow": ("learning:capabilities", "learning:cpd", "learning:telling"),
    "Find help": ("learning:help",),
}


def front_page(worker: Worker, at: datetime) -> FrontPage:
    """Show the door to whoever stands at it."""
    shown = [name for name in PARTS if name != "learning:telling" or _has_to_do_with_telling(worker)]
    groups = [Group(title, [_part(name) for name in names if name in shown]) for title, names in GROUPS.items()]
    return FrontPage("Learning", _open(worker, at), headlines(timezone.localdate(at)), groups)


def _part(name: str) -> Part:
    title, says = PARTS[name]
    return Part(title, says, reverse(name))


def _has_to_do_with_telling(worker: Worker) -> bool:
    return store() is not None or Telling.objects.filter(worker=worker).exists()


def _open(worker: Worker, at: datetime) -> list[Open]:
    plays = own_plays(worker).filter(is_ended=False).order_by("-moved_at", "-id")[:_MOST_OF_A_KIND]
    drafts = CpdPiece.objects.filter(worker=worker, finished_at__isnull=True).order_by("-changed_at", "-id")
    return [
        *(Open(each.title, "", each.href) for each in asked_of(worker, at)),
        *(Open(each.title, "Vote", each.href) for each in votes.list_page(worker, at).gatherings if not each.is_over),
        *(Open(each.dilemma.title, "Dilemma", reverse("learning:play", args=[each.id])) for each in plays),
        *(
            Open(title_of(each), "CPD draft", reverse("learning:cpd_write", args=[each.id]))
            for each in drafts[:_MOST_OF_A_KIND]
        ),
    ]
