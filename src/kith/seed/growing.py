"""What the borough's workers do under Learning: Amal's plays, log and self-check, and the map of their team.

All of it is each one's own; Ben, who manages them, sees counts of what nine of them share, and nothing else.
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone

from kith.core import clock
from kith.core.models import Worker
from kith.core.transactions import scoped
from kith.learning import actions, queries
from kith.learning.actions import dilemmas
from kith.learning.models import CpdPiece, PeerPart, Play
from kith.learning.queries import bites
from kith.learning.queries import dilemmas as stories
from kith.seed.staff import team_of

FRAMEWORK = "digital_capabilities"
HALF_WAY, ENDED, READ = "friend-request", "quick-look", "deepfakes"
#: statement -> how far along each of the nine says they are, Amal first. The last has a group of two: it is not shown.
LEVELS = {
    "relationships": ("confident",) * 5 + ("developing",) * 4,
    "technology_lives": ("developing",) * 3 + ("aware",) * 3 + ("confident",) * 3,
    "skills": ("developing",) * 6 + ("confident",) * 3,
    "critical_reflection": ("confident",) * 4 + ("leads",) * 3 + ("developing",) * 2,
}
EVIDENCE = "I ask at every first visit which telephone may be written to, and who else looks at it."
NEXT_STEP = "Ask a young person to show me what they use, before I ask what they do there."

LEARNT = "I looked first and asked afterwards. It was quicker, and it left me with something that I could not unsee."
IMPACT = "On my next visit I said what I wanted to know and why, and we looked together. She told me more than it did."
PEER = "We talked about why looking feels like care. We agreed to ask first, and to write down why before we look."
HANA_LEARNT = "That a video which looks false may be true, and that I should not be the one who decides it by eye."


def make(staff: dict[str, Worker], colleagues: Sequence[Worker]) -> None:
    """Have Amal play, read, write and check herself; and have nine of her team share, and Ben draw their map."""
    amal, hana = staff["amal"], staff["hana"]
    _play(HALF_WAY, amal, steps=2)
    _log(_play(ENDED, amal), amal, peer=colleagues[0])
    _keep_from_bite(hana, asks=amal)
    _share((amal, hana, *colleagues))
    _draw(staff["ben"])


def where() -> str:
    """Give the path of the door."""
    return reverse("learning:front")


def _play(key: str, by: Worker, steps: int | None = None) -> Play:
    """Play a dilemma by its first choices: some steps of it, or to an ending."""
    play = dilemmas.begin(dilemma_id=stories.on_offer().get(key=key).id, by=by, at=clock.now())
    while not play.is_ended and len(play.choices) != steps:
        play = dilemmas.choose(play_id=play.id, made=len(play.choices), chosen=0, by=by, at=clock.now())
    return play


def _log(play: Play, by: Worker, peer: Worker) -> None:
    """Write a piece about a dilemma and finish it; a peer writes their part. Begin another that stays a draft."""
    with scoped(worker_id=by.id):
        words = stories.cpd_words_of(play.id, by)
    piece = _begun(words, by, learnt=LEARNT, impact=IMPACT)
    actions.finish_piece(piece_id=piece.id, by=by, at=clock.now())
    part = _ask(piece, by, peer)
    told = {"name": peer.name, "role": "family court adviser", "text": PEER}
    actions.write_as_colleague(part_id=part.id, allowed={}, by=peer, at=clock.now(), **told)
    actions.begin_piece(activity="Supervision", about="How I say that I will look online.", by=by, at=clock.now())


def _keep_from_bite(by: Worker, asks: Worker) -> None:
    """Keep a bite as a draft, write what it taught, and ask a colleague for their part."""
    words = bites.cpd_words(READ, timezone.localdate(clock.now()))
    assert words is not None, f"no bite is about {READ}"
    _ask(_begun(words, by, learnt=HANA_LEARNT), by, asks)


def _begun(words: stories.CpdWords, by: Worker, **said: str) -> CpdPiece:
    day = timezone.localdate(clock.now()) - timedelta(days=1)
    told: dict[str, Any] = {"activity": words.title, "about": words.description, "came_from": words.title, **said}
    return actions.begin_piece(done_on=day, by=by, at=clock.now(), **told)


def _ask(piece: CpdPiece, by: Worker, peer: Worker) -> PeerPart:
    labels = dict(queries.choices_to_show(piece, clock.now()))
    asked: dict[str, Any] = {"fields": ["about", "learnt"], "labels": labels, "email": peer.email}
    return actions.ask_colleague(piece_id=piece.id, by=by, at=clock.now(), **asked)


def _share(people: Sequence[Worker]) -> None:
    for number, each in enumerate(people):
        for key, levels in LEVELS.items():
            evidence, next_step = (EVIDENCE, NEXT_STEP) if (number, key) == (0, "relationships") else ("", "")
            actions.say_level(
                framework=FRAMEWORK,
                key=key,
                level=levels[number],
                evidence=evidence,
                next_step=next_step,
                next_on=None,
                allowed={},
                by=each,
                at=clock.now(),
            )
        actions.share(framework=FRAMEWORK, by=each, at=clock.now())


def _draw(manager: Worker) -> None:
    team, at = team_of(manager), clock.now()
    assert team is not None, "whoever draws a map manages a team"
    keys = queries.keys_of(queries.framework_named(FRAMEWORK), at)
    actions.draw_map(team_id=team.id, framework=FRAMEWORK, keys=keys, by=manager, at=at)
