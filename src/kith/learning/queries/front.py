"""What the door of the room shows."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the room: where it is and what it is for, in a sentence."""

    title: str
    says: str
    href: str


@dataclass(frozen=True, slots=True)
class FrontPage:
    """The parts of the room, in the order in which somebody new would want them."""

    title: str
    parts: Sequence[Part]


#: name of the address -> title and one sentence. A part stands here once its pages are there.
PARTS: dict[str, tuple[str, str]] = {
    "learning:dilemmas": (
        "Dilemmas",
        "Stories in which you choose, and then see the same choices as the child, the parent, a colleague and the court"
        " would have lived them. There is no score and no right answer.",
    ),
    "learning:votes": (
        "Votes in a meeting",
        "Go through a dilemma as a team: everybody answers from a phone, you see the split, talk, and go on. Nothing is"
        " kept about who chose what.",
    ),
    "learning:bites": (
        "Bites",
        "One topic in five to ten minutes, with what it means for the child and one thing to do.",
    ),
    "learning:figures": (
        "Figures about life online",
        "What people quote, with its year, who was counted and what to beware of.",
    ),
    "learning:bulletin": ("Threat bulletin", "What is going round now, and what to do about it."),
    "learning:help": ("Get help", "Say what has happened, and see who can help."),
    "learning:capabilities": (
        "Capabilities",
        "What the profession asks, what covers it here, and a check of yourself that nobody else sees.",
    ),
    "learning:cpd": (
        "Your CPD log",
        "Write what you learnt in the fields of the regulator's form, ask a peer for their part, and copy it out.",
    ),
    "learning:telling": (
        "Telling your agency's learning store",
        "Off unless your agency has one and you switch it on.",
    ),
}


def front_page() -> FrontPage:
    """Give the parts of the room."""
    return FrontPage("Learning", [Part(title, says, reverse(name)) for name, (title, says) in PARTS.items()])
