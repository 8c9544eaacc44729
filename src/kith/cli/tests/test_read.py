"""`kith read`: exit codes and what is printed."""

import json
from pathlib import Path

import pytest

from kith.cli.read import read

SETTLED = "13/05/2021, 09:00 - Marla: hi\n14/05/2021, 09:01 - Oren: hello\n"
OPEN = "03/04/2021, 09:00 - Marla: hi\n"


@pytest.fixture
def chat(tmp_path):
    def write(text: str, name: str = "chat.txt") -> str:
        path = tmp_path / name
        path.write_text(text)
        return str(path)

    return write


def printed(capsys) -> list[dict]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_settled_export_is_described_and_ends_0(chat, capsys):
    assert read(["--json", chat(SETTLED)]) == 0
    (found,) = printed(capsys)
    assert found["format"] == "whatsapp-txt"
    assert found["counts"]["message"] == 2
    assert found["people"] == {"Marla": 1, "Oren": 1}
    assert (found["first"], found["last"]) == ("2021-05-13T09:00:00", "2021-05-14T09:01:00")
    assert found["attachments"]["named"] == 0
    assert found["zone"]["assumed"] is True
    assert found["seconds"] >= 0
    assert found["peak_mb"] > 0
    assert len(found["sha256"]) == 64


def test_open_questions_end_3_and_an_answer_settles_them(chat, capsys):
    path = chat(OPEN)
    assert read(["--json", path]) == 3
    assert [question["key"] for question in printed(capsys)[0]["questions"]] == ["order"]
    assert read(["--json", path, "--answer", "order=mdy", "--answer", "zone=Europe/Dublin"]) == 0
    (found,) = printed(capsys)
    assert found["first"] == "2021-03-04T09:00:00"
    assert found["zone"] == {"name": "Europe/Dublin", "assumed": False, "says": "Europe/Dublin, as answered."}


def test_an_unknown_format_ends_4_and_shows_its_first_lines(chat, capsys):
    assert read(["--json", chat("Dear diary\n")]) == 4
    assert "Dear diary" in printed(capsys)[0]["says"]


def test_what_is_not_there_ends_5_in_a_sentence(capsys):
    assert read(["nowhere.txt"]) == 5
    assert "nowhere.txt cannot be opened" in capsys.readouterr().err


def test_of_several_files_the_highest_code_counts(chat, capsys):
    assert read(["--json", chat(SETTLED), chat(OPEN, "b.txt"), chat("diary", "c.txt")]) == 4
    assert len(printed(capsys)) == 3


def test_a_folder_of_exports_is_read_one_by_one(chat, tmp_path, capsys):
    chat(SETTLED, "a.txt")
    chat(SETTLED, "b.txt")
    assert read(["--json", str(tmp_path)]) == 0
    assert [Path(found["path"]).name for found in printed(capsys)] == ["a.txt", "b.txt"]


def test_a_folder_that_is_one_export_is_one_line(chat, tmp_path, capsys):
    chat(SETTLED, "_chat.txt")
    (tmp_path / "a.jpg").write_bytes(b"jpg")
    assert read(["--json", str(tmp_path)]) == 0
    assert [found["counts"]["file"] for found in printed(capsys)] == [1]


def test_every_item_is_written_with_its_span_and_time(chat, tmp_path, capsys):
    out = tmp_path / "out.jsonl"
    assert read(["--items", str(out), chat(SETTLED)]) == 0
    first, second = (json.loads(line) for line in out.read_text().splitlines())
    assert (first["start"], first["end"], second["end"]) == (0, 30, len(SETTLED))
    assert first["when"] == "2021-05-13T09:00:00"
    assert first["instant"] == "2021-05-13T08:00:00+00:00"


def test_a_wrong_answer_ends_2_in_a_sentence(chat, capsys):
    assert read([chat(OPEN), "--answer", "order=first"]) == 2
    assert "Possible answers" in capsys.readouterr().err


def test_plain_words_name_the_question_and_how_to_answer(chat, capsys):
    assert read([chat(OPEN)]) == 3
    assert "--answer 'order=dmy'" in capsys.readouterr().out
