"""A message begun from a template: filled in, never sent with a blank, and what was being written is not lost."""

import pytest

from kith.core import reference
from kith.core.transactions import scoped
from kith.correspondence import rules
from kith.correspondence.tests.test_pages import post, text_of, write
from kith.record import queries as record

SET = "message_templates"


def test_what_is_known_is_filled_in_and_what_is_not_stays():
    assert rules.fill("Hi {reader}, {odd} [day]", {"reader": "Lena"}) == "Hi Lena, {odd} [day]"


@pytest.mark.parametrize("words", ["I come on [day].", "Ring [name of cover] at nine", "Hi {reader}"])
def test_words_with_a_blank_are_not_sent(words):
    with pytest.raises(rules.NotSendable, match="a template left room there"):
        rules.check_text(words)
    with pytest.raises(rules.NotSendable, match="Fill in"):
        rules.check_subject(words)


@pytest.mark.parametrize("words", ["[Sic] she wrote", "[1] and [A] and [...]", "{} { } []", "array[i + 1]"])
def test_a_writers_own_brackets_pass(words):
    rules.check_text(words)


def test_every_template_that_ships_is_filled_in_but_for_what_the_writer_knows(db, world):
    from datetime import date

    found = reference.rows(SET, on=date(2026, 11, 25))
    assert len(found) >= 10
    for row in found:
        made = rules.fill(row.value["subject"] + row.value["text"], {"reader": "Lena", "worker": "Amal"})
        assert "{" not in made, row.key


def test_a_template_is_used_and_what_was_being_written_is_an_earlier_version(here, world):
    write(here, world, text="My own words", stay="1")
    page = text_of(here.get(here.at("begin", world.lena.id)))
    assert "You have begun to write already" in page
    assert "Hello Lena, I will come on [day] at [time]" in page
    used = post(here, here.at("begin", world.lena.id), key="visit")
    assert used.url == here.at("write", world.lena.id)
    assert "I will come on [day] at [time]" in text_of(here.get(used.url))
    assert "My own words" in text_of(here.get(used.url + "?version=1"))
    with scoped(worker_id=world.amal.id):
        assert record.begun(world.case, f"message:{world.lena.id}", world.amal).version == 2


def test_a_blank_is_named_before_it_is_sent(here, world):
    written = write(here, world, text="I come on [day].")
    assert "Fill in [day], or take it out" in text_of(here.get(here.get(written.url).url))


def test_how_it_reads_is_said_to_whoever_wrote_it(here, world):
    long = "This is a sentence that goes on " + "and on " * 12 + "until nobody knows its consideration."
    written = write(here, world, text=long)
    page = text_of(here.get(written.url))
    assert "How it reads: as for somebody aged about" in page
    assert "Long words: consideration." in page


def test_no_such_template_is_not_found(here, world):
    assert post(here, here.at("begin", world.lena.id), key="no-such").status_code == 404
