"""A message is shown to its outside reader when it has left, and not before."""

from kith.correspondence import testing
from kith.record import actions as record
from kith.record import testing as make


def names(reader):
    return [copy.name for copy in record.look_in(reader_id=reader.id).copies]


def test_a_message_is_shown_when_it_has_been_sent(kept_world, room):
    world = kept_world
    reader = make.outside_reader(world.case, world.amal, world.lena)
    row = world.send()
    assert names(reader) == []
    assert testing.hand_over(row, world.amal).state == "sent"
    assert len(names(reader)) == 1


def test_a_message_that_was_stopped_at_the_last_moment_is_never_shown(kept_world, room):
    """What was protected while it waited stopped it: the frozen copy must not tell it either."""
    world = kept_world
    reader = make.outside_reader(world.case, world.amal, world.lena)
    row = world.send(text="He is at 14 Quarry Lane, Fennby, FN1 2QX now.")
    make.protected_address(world.case, world.amal)
    assert testing.hand_over(row, world.amal).state == "refused"
    assert names(reader) == []
