"""Which address is answered by which one action or query."""

from kith.learning.views.bites import about, bites, take, take_all
from kith.learning.views.capabilities import (
    capabilities,
    checks_export,
    courses,
    forget,
    framework,
    maps,
    share,
    statement,
    team_map,
)
from kith.learning.views.cpd import (
    cpd_begin,
    cpd_delete,
    cpd_delete_all,
    cpd_draft,
    cpd_export,
    cpd_log,
    cpd_piece,
    cpd_words,
    cpd_write,
)
from kith.learning.views.dilemmas import after_play, begin_again, dilemma, dilemmas, forget_play, play, step_back
from kith.learning.views.finding import bulletin, figures, get_help, trouble
from kith.learning.views.front import front
from kith.learning.views.peers import cpd_asked, cpd_peer, cpd_peer_remove, peer, peer_thanks
from kith.learning.views.telling import telling

__all__ = [
    "about",
    "after_play",
    "begin_again",
    "bites",
    "bulletin",
    "capabilities",
    "checks_export",
    "courses",
    "cpd_asked",
    "cpd_begin",
    "cpd_delete",
    "cpd_delete_all",
    "cpd_draft",
    "cpd_export",
    "cpd_log",
    "cpd_peer",
    "cpd_peer_remove",
    "cpd_piece",
    "cpd_words",
    "cpd_write",
    "dilemma",
    "dilemmas",
    "figures",
    "forget",
    "forget_play",
    "framework",
    "front",
    "get_help",
    "maps",
    "peer",
    "peer_thanks",
    "play",
    "share",
    "statement",
    "step_back",
    "take",
    "take_all",
    "team_map",
    "telling",
    "trouble",
]
