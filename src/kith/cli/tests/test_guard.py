"""`kith guard`: exit codes, both kinds of output, and a clear sentence for a file that cannot be used."""

import json
from pathlib import Path
from typing import Any

import pytest
from scripts import guard_cases

from kith.cli.guard import guard
from kith.core.opening.tests.pictures import reads_pictures

CASE: dict[str, Any] = {
    "channel": "email",
    "audience": "father",
    "protected": [
        {
            "id": "a1",
            "kind": "address",
            "value": "27 Quillfeather Lane, TB9 3XD",
            "geo": {"lat": 56.2, "lon": 1.9, "radius_m": 500},
            "may_know": ["mother"],
        },
        {"id": "a2", "kind": "person", "value": "Ottoline Farrowdale"},
    ],
    "text": "See you on Monday.",
}


def _file(tmp_path: Path, **changes: Any) -> str:
    path = tmp_path / "outgoing.json"
    path.write_text(json.dumps(CASE | changes), "utf-8")
    return str(path)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({}, 0),
        ({"text": "Ottoline says hello."}, 6),
        ({"text": "Come to 27 Quillfeather Lane"}, 7),
        ({"text": "Come to 27 Quillfeather Lane", "audience": "mother"}, 0),
        ({"subject": "Quillfeather Lane"}, 7),
        ({"fields": {"reply to": "TB93XD"}}, 7),
        ({"text": "Ottoline says hello.", "earlier": ["Mrs Farrowdale rang"]}, 7),
        ({"text": "Ottoline says hello.", "earlier": [{"audience": "mother", "text": "Mrs Farrowdale rang"}]}, 6),
        ({"text": "Ottoline says hello.", "earlier": [{"fact": "a2", "part": "surname"}]}, 7),
    ],
)
def test_the_exit_code_is_the_level(tmp_path: Path, changes: dict[str, Any], code: int) -> None:
    assert guard([_file(tmp_path, **changes)]) == code


def test_json_names_every_finding(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    guard([_file(tmp_path, text="Come to 27 Quillfeather Lane"), "--json"])
    answer = json.loads(capsys.readouterr().out)
    assert answer["verdict"] == "block"
    assert answer["unopened"] == []
    assert answer["findings"] == [
        {
            "fact": "a1",
            "level": "block",
            "where": "body",
            "shown": "Come to 27 Quillfeather Lane",
            "disguise": "exact",
            "part": "number and street",
        }
    ]


def test_attachments_are_read_beside_the_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "letter.txt").write_text("We live at 27 Quillfeather Lane", "utf-8")
    (tmp_path / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    sent = [{"name": "letter.txt", "path": "letter.txt"}, {"name": "old.doc", "path": "old.doc"}]
    assert guard([_file(tmp_path, attachments=sent)]) == 7
    out = capsys.readouterr().out
    assert "attachment letter.txt" in out
    assert "not read: attachment old.doc" in out


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"audience": 3}, '"audience" must be given'),
        ({"protected": {}}, '"protected" must be a list'),
        ({"protected": ["x"]}, 'protected[0]: "kind"'),
        ({"protected": [{"id": "a", "kind": "hat", "value": "x"}]}, "no kind of fact"),
        ({"protected": [{"id": "a", "kind": "other", "value": "x", "aliases": "y"}]}, '"aliases" must be a list'),
        ({"protected": [{"id": "a", "kind": "other", "value": "x", "geo": {"lat": 1}}]}, '"geo" needs'),
        ({"protected": [{"id": "a", "kind": "other", "value": "x"}] * 2}, "the same id"),
        ({"attachments": [{"name": "a"}]}, 'attachments[0]: "path"'),
        ({"attachments": [{"name": "a", "path": "none.pdf"}]}, "none.pdf cannot be read"),
        ({"fields": ["x"]}, '"fields" must be'),
        ({"earlier": [3]}, "earlier[0]"),
    ],
)
def test_what_cannot_be_used_is_said_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], changes: dict[str, Any], words: str
) -> None:
    assert guard([_file(tmp_path, **changes)]) == 2
    assert words in capsys.readouterr().err


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"{", "line 1"), (b"[]", "one JSON object"), (b"\xff\xfe\xff", "UTF-8"), (b"[" * 100_000, "deep")],
)
def test_a_file_that_is_no_message_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], data: bytes, words: str
) -> None:
    path = tmp_path / "bad.json"
    path.write_bytes(data)
    assert guard([str(path)]) == 2
    assert words in capsys.readouterr().err


def test_a_missing_file_and_missing_words_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert guard([str(tmp_path / "none.json")]) == 2
    assert guard([]) == 2
    assert guard(["--help"]) == 0
    assert "OUTGOING.json" in capsys.readouterr().out


def _cases(tmp_path: Path, *cases: dict[str, Any]) -> str:
    path = tmp_path / "cases.jsonl"
    path.write_text("\n".join(map(json.dumps, cases)), "utf-8")
    return str(path)


LEAK = {"id": "L1", "family": "plain", "text": "27 Quillfeather Lane", "level": "block", "hits": ["a1"]}
QUIET = {"audience": "father", "family": "plain", "text": "See you on Friday.", "level": "allow", "hits": []}


def test_a_file_of_cases_is_a_table_with_a_count_for_each_family(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert guard([_cases(tmp_path, CASE | LEAK, QUIET)]) == 0
    out = capsys.readouterr().out.splitlines()
    assert out[0].split() == ["case", "family", "expected", "verdict", "finding"]
    assert out[1].split()[:6] == ["L1", "plain", "block", "block", "a1:", "number"]
    assert out[2].split() == ["line", "2", "plain", "allow", "allow"]
    assert out[-1] == "all                          2 cases, 2 right, 0 missed, 0 wrongly stopped"


@pytest.mark.parametrize(
    ("changes", "word"),
    [({"text": "Nothing."}, "1 missed"), ({"level": "warn"}, "1 wrongly stopped"), ({"hits": ["a2"]}, "1 missed")],
)
def test_a_case_that_is_not_right_ends_with_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], changes: dict[str, Any], word: str
) -> None:
    assert guard([_cases(tmp_path, CASE | LEAK | changes, QUIET)]) == 1
    assert word in capsys.readouterr().out


def test_cases_without_a_level_end_by_the_strongest_verdict(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    leak, quiet = ({"audience": "father", "text": case["text"]} for case in (LEAK, QUIET))
    assert guard([_cases(tmp_path, CASE | leak, quiet), "--json"]) == 7
    assert [json.loads(line)["verdict"] for line in capsys.readouterr().out.splitlines()] == ["block", "allow"]
    assert guard([_cases(tmp_path, CASE | quiet)]) == 0


def test_a_line_that_cannot_be_used_is_named_and_the_others_are_still_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert guard([_cases(tmp_path, CASE | LEAK, QUIET | {"attachments": [{"name": "a"}]}, QUIET)]) == 2
    seen = capsys.readouterr()
    assert 'line 2: attachments[0]: "path" must be given' in seen.err
    assert "3 cases, 2 right" in seen.out.splitlines()[-1]
    assert guard([str(tmp_path / "none.jsonl")]) == 2


def _judged(tmp_path: Path, cases: list[dict[str, Any]], capsys: pytest.CaptureFixture[str]) -> str:
    """Build the files of cases, judge them; gives the last line but one: what became of their family."""
    described = tmp_path / "described.jsonl"
    described.write_text("\n".join(map(json.dumps, cases)), "utf-8")
    assert guard([str(guard_cases.build(described, tmp_path))]) == 0
    return " ".join(capsys.readouterr().out.splitlines()[-2].split())


def test_our_own_cases_with_real_files_are_a_table_in_which_nothing_is_missed_or_wrongly_stopped(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cases = list(guard_cases.cases_of(guard_cases.OWN))
    protected = next(case["protected"] for case in cases if "protected" in case)
    wanted = [{"protected": protected} | case for case in cases if case["family"] == "attachments"]
    assert _judged(tmp_path, wanted, capsys) == "attachments 7 cases, 7 right, 0 missed, 0 wrongly stopped"


@reads_pictures
def test_words_in_a_picture_are_read_as_before_sending(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    picture = {"name": "scan.png", "kind": "image_text", "content": "27 QUILLFEATHER LANE - TB9 3XD"}
    case = CASE | {"family": "pictures", "level": "block", "hits": ["a1"], "attachments": [picture]}
    assert _judged(tmp_path, [case], capsys) == "pictures 1 cases, 1 right, 0 missed, 0 wrongly stopped"
