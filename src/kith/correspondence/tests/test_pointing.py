"""Pointing at the words that tell, and not at those around them."""

import pytest

from kith.core.transactions import scoped
from kith.correspondence.queries.pointing import Piece, marked, pointed
from kith.record import testing as make
from kith.record.queries import leaving

HOME = "14 Quarry Lane, Fennby, FN1 2QX"


def test_words_are_marked_across_line_ends_and_nothing_else_is():
    assert marked("at 14 Quarry\n  Lane, then (home)", ["14 Quarry Lane"]) == [
        Piece("at ", False),
        Piece("14 Quarry\n  Lane", True),
        Piece(", then (home)", False),
    ]
    assert marked("a (b", []) == [Piece("a (b", False)]
    assert marked("a+b", ["", "a+b"]) == [Piece("a+b", True)]


@pytest.mark.parametrize(
    "text", [f"Please come to see us at {HOME} on Thursday.", f"First line.\n{HOME}\nThen more words follow it here."]
)
def test_each_fact_is_pointed_at_once_in_a_place_with_only_the_words_that_tell(world, text):
    make.protected_address(world.case, world.amal, value=HOME)
    with scoped(worker_id=world.amal.id):
        outgoing = leaving.Outgoing(channel="email", files=(), text=text)
        points = pointed(world.case, world.lena, leaving.judge(case=world.case, reader=world.lena, outgoing=outgoing))
    (found,) = points.found
    assert points.words == [HOME]
    assert (found.kind, found.value, found.where, found.is_block) == ("Address", HOME, "the message", True)
    assert [piece.text for piece in found.shown if piece.is_marked] == [HOME]
