"""What learning ships: every topic that is named is there, and every bite is written as bites are."""

import re
from pathlib import Path

import pytest

from kith.core.permissions import ALLOWED, Permission, Role
from kith.core.reference.reading import shipped
from kith.engines import plain
from kith.learning.rules.writing import blocks_of

SOURCE = Path(__file__).parents[2] / "src/kith"
LEARNT = re.compile(r"""ui\.learn\(\s*["']([^"']*)["']""")
FEWEST, MOST, OLDEST = 500, 750, 13


def rows(name):
    return {row.key: row.value for row in shipped()[name].rows}


def named(name, field):
    """Give every key that the rows of a set name in a field, whether it holds one or a list."""
    found = [value.get(field) or [] for value in rows(name).values()]
    return {key for each in found for key in ([each] if isinstance(each, str) else each)}


def test_every_topic_that_a_page_names_exists_as_a_bite():
    found = {
        topic: path.name for path in SOURCE.glob("*/templates/**/*.html") for topic in LEARNT.findall(path.read_text())
    }
    assert len(found) >= 5, "the pages on which a question arises lead to its bite"
    missing = {topic: page for topic, page in found.items() if topic not in rows("bites")}
    assert not missing, f"write these bites, or name another topic: {missing}"


@pytest.mark.parametrize(
    ("name", "field", "there"),
    [
        ("bites", "next", "bites"),
        ("bites", "standards", "swe_standards"),
        ("bites", "pcf", "pcf_domains"),
        ("bites", "capabilities", "digital_capabilities"),
        ("threat_bulletin", "topic", "bites"),
        ("threat_bulletin", "trouble", "troubles"),
        ("troubles", "topic", "bites"),
        ("help_directory", "troubles", "troubles"),
    ],
)
def test_what_a_set_names_in_another_is_there(name, field, there):
    if there not in shipped():
        pytest.skip(f"{there} does not ship yet")
    assert named(name, field) <= set(rows(there))


def test_every_trouble_has_somebody_and_everybody_in_the_directory_helps_somebody():
    assert named("help_directory", "troubles") == set(rows("troubles"))
    assert all(value["troubles"] and value["whose"] for value in rows("help_directory").values())
    assert named("help_directory", "whose") == {"professional", "child", "adult"}


@pytest.mark.parametrize("key", sorted(rows("bites")))
def test_a_bite_has_the_length_and_the_plain_words_of_one(key):
    bite = rows("bites")[key]
    parts = [bite["says"], bite["so_what"], bite["activity"]]
    lines = [line for part in parts for block in blocks_of(part) for line in block.items]
    assert FEWEST <= plain.read("\n".join(lines)).words <= MOST
    assert all((plain.read(part).age or 0) <= OLDEST for part in parts)
    assert 3 <= plain.read(bite["so_what"]).sentences <= 6
    assert 5 <= bite["minutes"] <= 10
    assert bite["sources"] and bite["group"]


@pytest.mark.parametrize("name", ["bites", "online_figures", "threat_bulletin", "troubles", "help_directory"])
def test_nothing_to_be_read_has_a_long_dash(name):
    said = str([shipped()[name].head.says, *rows(name).values()])
    assert not re.findall("[\u2013\u2014]", said)


def test_who_edits_a_set_is_named_by_a_permission_that_there_is():
    named_ones = {each for file in shipped().values() for each in file.head.edited_by}
    assert named_ones <= set(Permission.__members__)


def test_whoever_may_edit_any_set_may_open_the_forms_for_it():
    """The pages ask for the one permission; the set then says whether it is theirs."""
    editors = {name for file in shipped().values() for name in ("EDIT_REFERENCE", *file.head.edited_by)}
    may = {role for role in Role if any(Permission[name] in ALLOWED[role] for name in editors)}
    assert may == {role for role in Role if Permission.EDIT_SOME_REFERENCE in ALLOWED[role]}
