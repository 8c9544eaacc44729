"""Whatever is done to an export is caught: thousands of tries of every kind, by a clumsy hand and by a clever one."""

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kith.core.ledger import verifier
from kith.core.ledger.signing import CheckpointKey
from kith.core.tests import proving
from kith.core.tests.proving import Exports

SEED = int(os.environ.get("KITH_SEED", "20260302"))
ALL = os.environ.get("KITH_WALLS") == "all"
TRIES = 2000 if ALL else 80

NOBODY = "0" * 8 + "-0000" * 3 + "-" + "0" * 12

Lines = list[bytes]


def flip_a_byte(lines: Lines, exports: Exports, chance: random.Random) -> Lines:
    whole = bytearray(b"".join(lines))
    whole[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
    return [bytes(whole)]


def put_a_byte_in(lines: Lines, exports: Exports, chance: random.Random) -> Lines:
    whole = bytearray(b"".join(lines))
    whole.insert(chance.randrange(len(whole) + 1), chance.choice(b' \n\r\t,"0\x00\xff') if chance.random() < 0.8 else 7)
    return [bytes(whole)]


def take_a_byte_out(lines: Lines, exports: Exports, chance: random.Random) -> Lines:
    whole = bytearray(b"".join(lines))
    del whole[chance.randrange(len(whole))]
    return [bytes(whole)]


def drop_a_line(lines: Lines, exports: Exports, chance: random.Random) -> Lines:
    at = chance.randrange(len(lines))
    return lines[:at] + lines[at + 1 :]


def repeat_a_line(lines: Lines, exports: Exports, chance: random.Random) -> Lines:
    at, to = chance.randrange(len(lines)), chance.randrange(len(lines) + 1)
    return lines[:to] + [lines[at]] + lines[to:]


def swap_two_lines(lines: Lines, exports: Exports, chance: random.Random) -> Lines:
    one, other = chance.sample(range(len(lines)), 2)
    moved = list(lines)
    moved[one], moved[other] = moved[other], moved[one]
    return moved


def cut_the_end(lines: Lines, exports: Exports, chance: random.Random) -> Lines:
    whole = b"".join(lines)
    return [whole[: chance.randrange(len(whole))]]


def graft_a_line(lines: Lines, exports: Exports, chance: random.Random) -> Lines:
    foreign = chance.choice(proving.read(exports.other))
    at = chance.randrange(len(lines))
    return lines[:at] + [foreign] + lines[at + chance.randrange(2) :]


def take_an_older_checkpoint(lines: Lines, exports: Exports, chance: random.Random) -> Lines:
    older = proving.read(exports.older)[1]
    return [lines[0], older, *lines[1 + chance.randrange(2) :]]


def take_an_older_end(lines: Lines, exports: Exports, chance: random.Random) -> Lines:
    older = proving.read(exports.older)
    kept = chance.randrange(2, len(older))
    return [chance.choice([lines[0], older[0]]), *lines[1:kept], older[-1]]


CLUMSY = [
    flip_a_byte, put_a_byte_in, take_a_byte_out, drop_a_line, repeat_a_line, swap_two_lines, cut_the_end, graft_a_line,
    take_an_older_checkpoint, take_an_older_end,
]  # fmt: skip

Records = list[proving.Record]


def _with_words(records: Records) -> Records:
    return [each for each in records if isinstance(each.get("words"), dict) and len(each["words"]) == 2]


def _kept(record: proving.Record) -> list[str]:
    return [name for name, words in record["words"].items() if isinstance(words, dict)]


def swap_two_words(records: Records, chance: random.Random) -> None:
    one, other = chance.sample([each for each in _with_words(records) if len(_kept(each)) == 2], 2)
    first, second = chance.choice(_kept(one)), chance.choice(_kept(other))
    one["words"][first], other["words"][second] = other["words"][second], one["words"][first]


def swap_two_names(records: Records, chance: random.Random) -> None:
    words = chance.choice([each for each in _with_words(records) if len(_kept(each)) == 2])["words"]
    words["text"], words["why"] = words["why"], words["text"]


def swap_two_salts(records: Records, chance: random.Random) -> None:
    words = chance.choice([each for each in _with_words(records) if len(_kept(each)) == 2])["words"]
    words["text"]["salt"], words["why"]["salt"] = words["why"]["salt"], words["text"]["salt"]


def change_a_word(records: Records, chance: random.Random) -> None:
    record = chance.choice(_with_words(records))
    record["words"][chance.choice(_kept(record))]["text"] += chance.choice([".", " ", "\u200b"])


def call_words_erased(records: Records, chance: random.Random) -> None:
    record = chance.choice(_with_words(records))
    record["words"][chance.choice(_kept(record))] = chance.choice(["erased", "withheld"])


def call_erased_words_withheld(records: Records, chance: random.Random) -> None:
    record = next(each for each in records if "erased" in each.get("words", {}).values())
    record["words"] |= {name: "withheld" for name, words in record["words"].items() if words == "erased"}


def change_who_when_or_what(records: Records, chance: random.Random) -> None:
    line = chance.choice([each for each in records if "line" in each])["line"]
    line |= chance.choice([{"verb": "entry.read"}, {"at": "2026-03-01T09:30:00.000000+00:00"}, {"facts": {"n": 1}}])


def leave_a_line_out(records: Records, chance: random.Random) -> None:
    records.remove(chance.choice([each for each in records if "line" in each]))


def put_a_line_in(records: Records, chance: random.Random) -> None:
    at = chance.choice([number for number, each in enumerate(records) if "line" in each])
    new = {"about": "", "at": "2026-03-02T09:30:00.000000+00:00", "by": NOBODY}
    records.insert(at, {"hash": "", "line": new | {"facts": {}, "verb": "entry.written", "words": {}}, "words": {}})


def cut_lines_from_the_end(records: Records, chance: random.Random) -> None:
    count = sum("line" in each for each in records)
    del records[-1 - chance.randrange(1, count) : -1]


def say_another_case(records: Records, chance: random.Random) -> None:
    name = chance.choice(["reference", "made_at", "chain"])
    records[0][name] = {"reference": "TB-99999", "made_at": "2020-01-01", "chain": NOBODY}[name]


def change_a_checkpoint(records: Records, chance: random.Random) -> None:
    said, proof = records[1]["checkpoint"], records[1]["proof"]
    chance.choice([
        lambda: said.update(root="ab" * 32), lambda: said.update(at="2020-01-01T00:00:00.000000+00:00"),
        lambda: said.update(number=said["number"] + 1), lambda: said.update(chains=said["chains"] + 1),
        lambda: said.update(before="0" * 64), lambda: proof.update(index=proof["index"] ^ 1),
        lambda: proof.update(seq=proof["seq"] - 1), lambda: proof["path"].reverse(), lambda: proof["path"].pop(),
        lambda: proof["path"].append("ab" * 32), lambda: records[1].update(stamp="AAAA"),
    ])()  # fmt: skip


CLEVER = [
    swap_two_words, swap_two_names, swap_two_salts, change_a_word, call_words_erased, call_erased_words_withheld,
    change_who_when_or_what, leave_a_line_out, put_a_line_in, cut_lines_from_the_end, say_another_case,
    change_a_checkpoint,
]  # fmt: skip


def is_caught(whole: bytes, file: Path, pinned: frozenset[str]) -> str:
    """Verify what somebody made; give the sentence with which it was caught, or nothing."""
    file.write_bytes(whole)
    try:
        verifier.check(file, pinned)
    except verifier.Fault as fault:
        return str(fault)
    return ""


def campaign(
    name: str, make: Callable[[random.Random], bytes], exports: Exports, file: Path, said: Callable[[str], None]
) -> None:
    """Try one kind of tampering many times; every try that changes anything must be caught, in a sentence."""
    chance = random.Random(f"{SEED} {name}")
    true, tried = b"".join(proving.read(exports.case)), 0
    for number in range(TRIES):
        whole = make(chance)
        if whole == true:
            continue
        tried += 1
        caught = is_caught(whole, file, exports.pinned)
        assert caught.startswith("ledger.jsonl, line ") and caught.endswith("."), f"{name}, try {number}, seed {SEED}"
    assert tried, f"{name} never changed anything"
    said(f"{tried} tampers, all caught: {name.replace('_', ' ')}")


@pytest.fixture
def said(capsys):
    def show(text: str) -> None:
        with capsys.disabled():
            print(f"\n{text}", end="")  # noqa: T201 (the count is shown)

    return show


def test_the_export_itself_holds(exports, tmp_path):
    assert is_caught(b"".join(proving.read(exports.case)), tmp_path / "x", exports.pinned) == ""


@pytest.mark.timeout(600)
@pytest.mark.parametrize("tamper", CLUMSY, ids=lambda each: each.__name__)
def test_a_clumsy_hand_is_caught(exports, tmp_path, said, tamper):
    lines = proving.read(exports.case)
    campaign(tamper.__name__, lambda chance: b"".join(tamper(lines, exports, chance)), exports, tmp_path / "x", said)


@pytest.mark.timeout(600)
@pytest.mark.parametrize("signs", ["with_no_key", "with_a_key_of_their_own"])
@pytest.mark.parametrize("tamper", CLEVER, ids=lambda each: each.__name__)
def test_a_clever_hand_that_works_out_every_hash_again_is_caught(exports, tmp_path, said, tamper, signs):
    forger = CheckpointKey.new() if signs == "with_a_key_of_their_own" else None

    def make(chance: random.Random) -> bytes:
        records = proving.records_of(exports.case)
        tamper(records, chance)
        return b"".join(proving.resealed(records, forger))

    campaign(f"{tamper.__name__}, resealed {signs}", make, exports, tmp_path / "x", said)


@pytest.mark.timeout(600)
def test_one_who_holds_the_true_key_but_not_the_past_is_caught_by_the_checkpoint(exports, tmp_path, said):
    """Even an export signed with the true key must fit the checkpoint, and so every line that it covers."""
    for tamper in (change_who_when_or_what, leave_a_line_out, put_a_line_in, cut_lines_from_the_end, swap_two_words):

        def make(chance: random.Random, tamper: Callable[..., None] = tamper) -> bytes:
            records = proving.records_of(exports.case)
            tamper(records, chance)
            return b"".join(proving.resealed(records, exports.key))

        campaign(f"{tamper.__name__}, resealed with the true key", make, exports, tmp_path / "x", said)


@pytest.mark.timeout(1800)
def test_every_byte_of_an_export_matters(exports, tmp_path, said):
    """Bytes of every file, one bit flipped; in the long campaign every byte of the ledger, and all eight."""
    chance, tried = random.Random(SEED), 0
    place = tmp_path / "export"
    shutil.copytree(exports.case, place)
    for path in sorted(place.iterdir()):
        true = path.read_bytes()
        few = 1000 if path.name == "ledger.jsonl" else 200
        wanted = range(len(true)) if ALL and few == 1000 else chance.sample(range(len(true)), few)
        for at in wanted:
            for bit in range(8) if ALL else [chance.randrange(8)]:
                path.write_bytes(true[:at] + bytes([true[at] ^ 1 << bit]) + true[at + 1 :])
                with pytest.raises(verifier.Fault):
                    verifier.check(place, exports.pinned)
                tried += 1
        path.write_bytes(true)
    verifier.check(place, exports.pinned)
    said(f"{tried} tampers, all caught: one bit of a byte")


def test_a_file_that_is_missing_beside_is_named(exports, tmp_path):
    shutil.copytree(exports.case, tmp_path / "export")
    (tmp_path / "export" / "README.txt").unlink()
    with pytest.raises(verifier.Fault, match="README.txt is missing"):
        verifier.check(tmp_path / "export", exports.pinned)


def test_an_export_signed_wholly_with_another_key_never_ends_0(exports, tmp_path, capsys):
    """Without a fingerprint from outside nobody could tell: the verifier says so and does not end 0."""
    forger = CheckpointKey.new()
    records = proving.records_of(exports.case)
    said = records[1]["checkpoint"] | {"key": forger.fingerprint}
    from kith.core import ledger

    signature = forger.sign(ledger.canonical(said)).hex()
    records[1] |= {"checkpoint": said, "public_key": forger.public.hex(), "signature": signature}
    file = tmp_path / "ledger.jsonl"
    file.write_bytes(b"".join(proving.resealed(records, forger)))
    assert verifier.main([str(file)]) == 3
    assert "Whose key it is was not checked" in capsys.readouterr().out
    assert verifier.main([str(file), f"--fingerprint={exports.key.fingerprint}"]) == 1


@pytest.mark.parametrize(
    "whole",
    [b"", b"\n", b"{}\n", b"[]\n", b"null\n", b"\xff\xfe\n", b'{"a":1.5}\n', b'{"a":NaN}\n', b"[" * 100_000 + b"\n",
     b'{"a":"\\ud800"}\n', b'{"a":1,"a":1}\n', b'{"checkpoint":1}\n', b'{"a":' + b"9" * 5000 + b"}\n"],
)  # fmt: skip
def test_what_is_no_export_is_a_sentence(tmp_path, whole):
    assert is_caught(whole, tmp_path / "x", frozenset()).startswith("ledger.jsonl, line 1: ")
