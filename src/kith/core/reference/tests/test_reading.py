"""A file is used whole or not at all, and what is wrong with it is said with its place and its mend."""

from pathlib import Path

import pytest

from kith.core.reference.queries import heads
from kith.core.reference.reading import BadFile, line_of, read_file

HEAD = '[set]\nname = "deadline_rules"\n'
ROW = """
[[rows]]
key = "{key}"
source = "UK GDPR Art 12"
is_verified = true
next_check_on = 2027-03-31
[rows.value]
name = "Subject access request"
says = "Answered."
runs_from = "the request"
limits = ["1 month"]
"""


def read(folder: Path, text: str):
    path = folder / "newer.toml"
    path.write_text(text)
    return read_file(path, heads())


def test_a_file_of_a_known_set_need_only_name_it(tmp_path):
    found = read(tmp_path, HEAD + ROW.format(key="sar") + ROW.format(key="other"))
    assert [each.key for each in found.rows] == ["sar", "other"]
    assert found.rows[0].owner == "Information governance lead"
    assert found.rows[0].line == line_of("deadline_rules", "sar", None)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "newer.toml: it does not say which set it is. Begin with \\[set\\]"),
        ("x = ?", "newer.toml: it is not TOML in UTF-8 .*line 1.*Mend that place"),
        (
            '[set]\nname = "nothing"',
            "newer.toml: there is no set 'nothing'. The sets are: bank_holidays, bites, courses",
        ),
        (HEAD, "newer.toml, set deadline_rules: it has no rows. Write each under a line \\[\\[rows\\]\\]"),
        (HEAD + "rows = 3", "it has no rows"),
        (HEAD + "[[rows]]\nsource = 'x'", "newer.toml, set deadline_rules, row 1: give it a key"),
        (HEAD + ROW.format(key="Sar"), "key 'Sar': a key is made of small letters"),
        (
            HEAD + ROW.format(key="sar") + 'more = "x"',
            "key 'sar': 'more' is not a field of this set; it has name, says",
        ),
        (HEAD + ROW.format(key="sar").replace("source", "sauce"), "key 'sar': 'sauce' is not part of a row"),
        (
            HEAD + ROW.format(key="sar").replace('source = "UK GDPR Art 12"\n', ""),
            "give 'source': where it can be checked",
        ),
        (HEAD + ROW.format(key="sar").replace("next_check_on = 2027-03-31\n", ""), "give 'next_check_on': the day on"),
        (HEAD + ROW.format(key="sar").replace("2027-03-31", '"2027-03-31"'), "'next_check_on' is a day without quotes"),
        (HEAD + ROW.format(key="sar").replace('says = "Answered."\n', ""), "'says' is missing; give it"),
        (HEAD + ROW.format(key="sar").replace('"1 month"', '"a month"'), "'limits' must be a list of limits such as"),
        (HEAD + ROW.format(key="sar").replace("= true", '= true\nmark = "G"'), "marked G .* is not verified"),
        (HEAD + ROW.format(key="sar").replace("= true", '= true\nmark = "X"'), "mark is one of S, G, P"),
        (
            HEAD
            + ROW.format(key="sar").replace("= true", "= true\neffective_from=2027-01-01\neffective_to=2026-01-01"),
            "effective_to lies before effective_from",
        ),
        (HEAD + ROW.format(key="sar") * 2, "newer.toml: deadline_rules, key 'sar': two rows would be in force"),
    ],
)
def test_what_is_wrong_names_file_set_key_and_mend(tmp_path, text, says):
    with pytest.raises(BadFile, match=says):
        read(tmp_path, text)


@pytest.mark.parametrize("key", ["early_may", "20270503", "2027-w18-1", "2027-02-30"])
def test_where_keys_are_days_another_key_is_refused(tmp_path, key):
    text = f'[set]\nname = "bank_holidays"\n[[rows]]\nkey = "{key}"\nsource = "x"\nnext_check_on = 2027-01-01\n'
    with pytest.raises(BadFile, match=f"key '{key}': the key of a row of this set is its day"):
        read(tmp_path, text + '[rows.value]\nname = "x"\n')


def test_a_file_that_is_not_there_or_is_no_text_is_a_sentence(tmp_path):
    with pytest.raises(BadFile, match="none.toml: it cannot be read"):
        read_file(tmp_path / "none.toml", heads())
    (tmp_path / "odd.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(BadFile, match="odd.toml: it is not TOML"):
        read_file(tmp_path / "odd.toml", heads())


def test_a_new_set_needs_a_whole_head(tmp_path):
    path = tmp_path / "new.toml"
    path.write_text('[set]\nname = "new"\n')
    with pytest.raises(BadFile, match="the head needs title, says, owner and check_at"):
        read_file(path, {})
    whole = '[set]\nname = "new"\ntitle = "New"\nsays = "x"\nowner = "x"\ncheck_at = "x"\n'
    path.write_text(whole)
    with pytest.raises(BadFile, match="the first field of \\[set.value\\] is 'name'"):
        read_file(path, {})
    path.write_text(whole + '[set.value.name]\nkind = "picture"\nlabel = "Name"\n')
    with pytest.raises(BadFile, match="field name: give it a label and one kind of line, text"):
        read_file(path, {})


OWN = '[set]\nname = "own"\ntitle = "Own"\nsays = "x"\nowner = "x"\ncheck_at = "x"\n'
SHAPE = '[set.value.name]\nkind = "line"\nlabel = "Name"\n'
OF_OWN = '[[rows]]\nkey = "a"\nsource = "x"\nnext_check_on = 2027-03-31\n[rows.value]\nname = "A"\n'


@pytest.mark.parametrize(
    ("line", "found"), [("", ()), ("edited_by = []\n", ()), ('edited_by = ["WRITE_LEARNING"]\n', ("WRITE_LEARNING",))]
)
def test_a_head_says_who_edits_its_set_beside_the_lead(tmp_path, line, found):
    path = tmp_path / "own.toml"
    path.write_text(OWN + line + SHAPE + OF_OWN)
    assert read_file(path, {}).head.edited_by == found


@pytest.mark.parametrize("line", ["edited_by = 3\n", 'edited_by = "HOME"\n', "edited_by = [1]\n"])
def test_a_head_that_says_it_otherwise_is_refused(tmp_path, line):
    path = tmp_path / "own.toml"
    path.write_text(OWN + line + SHAPE + OF_OWN)
    with pytest.raises(BadFile, match="edited_by is a list of permissions, such as"):
        read_file(path, {})


def test_a_file_of_a_known_set_does_not_change_who_edits_it(tmp_path):
    found = read(tmp_path, HEAD + 'edited_by = ["HOME"]\n' + ROW.format(key="sar"))
    assert found.head.edited_by == ()
