"""Checks an export of a Kith ledger. Needs Python 3.9 or newer and nothing of Kith.

    python3 verify.py [FOLDER] --fingerprint "ab12 cd34 ..."

FOLDER is the export (where this file lies, unless named). The fingerprint is that of the agency's checkpoint key, as it
was given to you by another way than this export: without it anybody could have signed. Signatures need the package
`cryptography`; the chain itself is checked without it.

Ends 0 only if everything holds; 1 if something does not (it says which line and why); 2 if there is nothing to check;
3 if all that could be checked holds, but a signature or whose key it is could not be.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import hmac
import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

try:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
except ImportError:
    Ed25519PublicKey = None  # type: ignore[assignment,misc]

LEDGER = "ledger.jsonl"
HOLDS, DOES_NOT_HOLD, NOTHING_TO_CHECK, NOT_ALL_CHECKED = 0, 1, 2, 3
LONGEST_LINE_BYTES = 64_000_000
HEX32, HEX64 = re.compile(r"[0-9a-f]{64}"), re.compile(r"[0-9a-f]{128}")
ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
SHORT = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
ESCAPED = re.compile(r'[\x00-\x1f"\\]')


class Fault(Exception):
    """Something does not hold. The text says what, in one sentence."""


def need(holds: object, why: str) -> None:
    """Stop with this sentence unless it holds."""
    if not holds:
        raise Fault(why)


def canonical(value: Any) -> str:
    """Write a value in the one form that RFC 8785 allows it; the ledger has no fractions and no null."""
    if value is True or value is False:
        return "true" if value else "false"
    if isinstance(value, int):
        need(abs(value) <= 2**53, "it holds a number that is too large")
        return str(value)
    if isinstance(value, str):
        return '"' + ESCAPED.sub(lambda found: SHORT.get(found[0]) or f"\\u{ord(found[0]):04x}", value) + '"'
    if isinstance(value, list):
        return "[" + ",".join(canonical(each) for each in value) + "]"
    need(isinstance(value, dict), "it holds something that a ledger cannot hold")
    names = sorted(value, key=lambda name: name.encode("utf-16-be", "surrogatepass"))
    return "{" + ",".join(canonical(name) + ":" + canonical(value[name]) for name in names) + "}"


def sha256(*parts: bytes) -> bytes:
    """Hash bytes, one part after another."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part)
    return digest.digest()


def parsed(raw: bytes) -> dict[str, Any]:
    """Read one line of the file: it must be written in its one canonical form, to the byte."""
    need(raw.endswith(b"\n"), "it is cut short")
    try:
        text = raw[:-1].decode("utf-8")
        value: dict[str, Any] = json.loads(text)
        is_canonical = canonical(value) == text
    except (ValueError, RecursionError):
        raise Fault("it is not written as JSON") from None
    need(isinstance(value, dict), "it is not an object")
    need(is_canonical, "it is not written in its one canonical form")
    return value


def has(record: dict[str, Any], **kinds: type | re.Pattern[str]) -> None:
    """Check that a record has exactly these fields, each of its kind (a type, or the pattern of a text)."""
    need(set(record) == set(kinds), f"its fields are not {', '.join(sorted(kinds))}")
    for name, kind in kinds.items():
        value = record[name]
        if isinstance(kind, re.Pattern):
            need(isinstance(value, str) and kind.fullmatch(value), f"its '{name}' does not have the shape of one")
        else:
            need(type(value) is kind, f"its '{name}' is not of its kind")


class Signatures:
    """Checks signatures, and keeps what could not be checked."""

    def __init__(self, pinned: frozenset[str]) -> None:
        self.pinned = pinned
        self.unchecked: list[str] = []
        self.keys: set[str] = set()
        if Ed25519PublicKey is None:
            self.unchecked.append("Signatures were not checked: install the Python package 'cryptography'.")
        if not pinned:
            self.unchecked.append("Whose key it is was not checked: give --fingerprint, as you know it from elsewhere.")

    def check(self, what: str, public_key: str, signature: str, text: str) -> None:
        """Check that a pinned key signed this text."""
        public = bytes.fromhex(public_key)
        own = sha256(public).hex()
        self.keys.add(own)
        need(not self.pinned or own in self.pinned, f"{what} was signed by another key ({grouped(own)})")
        if Ed25519PublicKey is None:
            return
        try:
            Ed25519PublicKey.from_public_bytes(public).verify(bytes.fromhex(signature), text.encode())
        except (InvalidSignature, ValueError):
            raise Fault(f"the signature of {what} does not hold") from None


def grouped(fingerprint: str) -> str:
    """Write a fingerprint in groups of four."""
    return " ".join(fingerprint[at : at + 4] for at in range(0, len(fingerprint), 4))


def root_from(leaf: bytes, index: int, size: int, proof: list[bytes]) -> bytes:
    """Work out the root of a hash tree from one leaf and its proof (RFC 9162, 2.1.3.2)."""
    need(0 <= index < size, "its place in the tree is not one")
    at, last, root = index, size - 1, leaf
    for beside in proof:
        need(last != 0, "its proof is too long")
        if at & 1 or at == last:
            root = sha256(b"\x01", beside, root)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            root = sha256(b"\x01", root, beside)
        at, last = at >> 1, last >> 1
    need(last == 0, "its proof is too short")
    return root


def hashes(texts: list[Any]) -> list[bytes]:
    """Read a list of hashes."""
    for each in texts:
        need(isinstance(each, str) and HEX32.fullmatch(each), "its proof is not made of hashes")
    return [bytes.fromhex(each) for each in texts]


class Export:
    """One export, checked from its first byte to its last; memory does not grow with it."""

    def __init__(self, pinned: frozenset[str]) -> None:
        self.signatures = Signatures(pinned)
        self.header: dict[str, Any] = {}
        self.ends: dict[int, tuple[int, str]] = {}
        self.checkpoints: list[dict[str, Any]] = []
        self.stamps: list[tuple[int, bytes, bytes]] = []
        self.seq, self.hash = 0, bytes(32)
        self.words = {"kept": 0, "erased": 0, "withheld": 0}
        self.bytes_hash = hashlib.sha256()
        self.is_ended = False

    def take(self, number: int, raw: bytes) -> None:
        """Take the next line of the file."""
        need(not self.is_ended, "it stands after the end")
        record = parsed(raw)
        if number == 1:
            self.begin(record)
        elif "checkpoint" in record:
            self.checkpoint(record)
        elif "end" in record:
            self.end(record)
        else:
            self.line(record)
        self.bytes_hash.update(raw)

    def begin(self, record: dict[str, Any]) -> None:
        """Read what the export says it is."""
        has(record, beside=dict, chain=ID, kith=str, lines=int, made_at=str, reference=str)
        need(record["kith"] == "kith ledger export 1", "it is not an export of a ledger that this program knows")
        for name, digest in record["beside"].items():
            need(isinstance(digest, str) and HEX32.fullmatch(digest), f"it gives no hash for {name}")
        self.header = record

    def checkpoint(self, record: dict[str, Any]) -> None:
        """Check a checkpoint, and keep which end of this chain it proves."""
        need(self.seq == 0, "a checkpoint stands among the lines")
        has(record, checkpoint=dict, proof=dict, public_key=HEX32, signature=HEX64, stamp=str)
        said, proof = record["checkpoint"], record["proof"]
        has(said, at=str, before=HEX32, chains=int, key=HEX32, kith=str, number=int, root=HEX32)
        has(proof, hash=HEX32, index=int, path=list, seq=int)
        need(said["kith"] == "kith ledger checkpoint 1", "it is not a checkpoint that this program knows")
        what = f"checkpoint {said['number']}"
        need(said["key"] == sha256(bytes.fromhex(record["public_key"])).hex(), f"{what} names another key")
        self.signatures.check(what, record["public_key"], record["signature"], canonical(said))
        self.follows(said, proof, what)
        root = root_from(self.leaf(proof), proof["index"], said["chains"], hashes(proof["path"]))
        need(root.hex() == said["root"], f"{what} does not cover the end of this chain")
        self.ends[proof["seq"]] = (said["number"], proof["hash"])
        self.checkpoints.append({"number": said["number"], "seq": proof["seq"], "at": said["at"]})
        if record["stamp"]:
            words = f"{canonical(said)}\n{record['signature']}\n".encode()
            self.stamps.append((said["number"], words, base64.b64decode(record["stamp"], validate=True)))

    def follows(self, said: dict[str, Any], proof: dict[str, Any], what: str) -> None:
        """Check that checkpoints stand in order, each proving at least what the one before it proved."""
        before = self.checkpoints[-1] if self.checkpoints else {"number": 0, "seq": 0}
        need(said["number"] > before["number"], "checkpoints stand out of order")
        need(0 < proof["seq"] >= before["seq"], f"{what} proves less than the one before it")
        known = self.ends.get(proof["seq"], (0, proof["hash"]))
        need(known[1] == proof["hash"], f"{what} and checkpoint {known[0]} do not agree")

    def leaf(self, proof: dict[str, Any]) -> bytes:
        """Hash where this chain ends, as a leaf of the tree."""
        end = {"chain": self.header["chain"], "hash": proof["hash"], "seq": proof["seq"]}
        return sha256(b"\x00", canonical(end).encode())

    def line(self, record: dict[str, Any]) -> None:
        """Check that a line of the chain follows from the one before, and that its words are those it commits to."""
        has(record, hash=HEX32, line=dict, seq=int, words=dict)
        need(record["seq"] == self.seq + 1, f"line {self.seq + 1} of the chain is missing here")
        said = record["line"]
        has(said, about=str, at=str, by=ID, facts=dict, verb=str, words=dict)
        digest = sha256(self.hash, canonical(said).encode())
        need(digest.hex() == record["hash"], f"line {record['seq']} does not follow from the one before it")
        need(set(record["words"]) == set(said["words"]), f"line {record['seq']} has other words than it commits to")
        for name, kept in record["words"].items():
            self.one_words(record["seq"], name, kept, said["words"][name])
        number, tip = self.ends.get(record["seq"], (0, record["hash"]))
        need(tip == record["hash"], f"line {record['seq']} is not the one that checkpoint {number} signed")
        self.seq, self.hash = record["seq"], digest

    def one_words(self, seq: int, name: str, kept: Any, commitment: str) -> None:
        """Check words against the commitment in their line."""
        if kept in ("erased", "withheld"):
            self.words[kept] += 1
            return
        need(isinstance(kept, dict), f"the words '{name}' of line {seq} are neither there nor marked")
        has(kept, salt=HEX32, text=str)
        found = hmac.new(bytes.fromhex(kept["salt"]), kept["text"].encode(), "sha256").hexdigest()
        need(found == commitment, f"the words '{name}' of line {seq} are not those that were written")
        self.words["kept"] += 1

    def end(self, record: dict[str, Any]) -> None:
        """Check the count, that a checkpoint covers the last line, and the signature over every byte before."""
        has(record, end=dict, public_key=HEX32, signature=HEX64)
        said = record["end"]
        has(said, chain=ID, kith=str, lines=int, sha256=HEX32)
        need(said["kith"] == "kith ledger export end 1", "it is not an end that this program knows")
        need(said["chain"] == self.header["chain"], "it is the end of another chain's export")
        need(self.seq == said["lines"] == self.header["lines"], f"there are {self.seq} lines, not {said['lines']}")
        need(max(self.ends, default=0) == self.seq, "no checkpoint covers the last line")
        need(said["sha256"] == self.bytes_hash.hexdigest(), "the bytes before it are not those that were signed")
        self.signatures.check("the export", record["public_key"], record["signature"], canonical(said))
        self.is_ended = True


def check(place: Path, pinned: frozenset[str]) -> Export:
    """Check an export in a folder (or its ledger file alone).

    Raises:
        Fault: something does not hold; the text names the line of the file.
    """
    file = place / LEDGER if place.is_dir() else place
    export, number = Export(pinned), 0
    with file.open("rb") as lines:
        while raw := lines.readline(LONGEST_LINE_BYTES):
            number += 1
            try:
                export.take(number, raw)
            except Fault as fault:
                raise Fault(f"{LEDGER}, line {number}: {fault}.") from None
            except (ValueError, KeyError, TypeError, AttributeError, OverflowError):
                raise Fault(f"{LEDGER}, line {number}: it is not written as an export is.") from None
    need(export.is_ended, f"{LEDGER}, line {number + 1}: the end is missing; lines were cut off.")
    for name, digest in export.header["beside"].items():
        need(re.fullmatch(r"[A-Za-z]+\.[a-z]+", name), f"'{name}' is no name of a file beside an export.")
        beside = file.parent / name
        if place.is_dir():
            need(beside.is_file(), f"{name} is missing from the export.")
            need(sha256(beside.read_bytes()).hex() == digest, f"{name} is not the one that was exported.")
    return export


def fingerprint(text: str) -> str:
    """Read a fingerprint as a person writes it."""
    plain = re.sub(r"[\s:-]", "", text).lower()
    if not HEX32.fullmatch(plain):
        raise argparse.ArgumentTypeError("a fingerprint is 64 hexadecimal digits")
    return plain


def write_stamps(export: Export, folder: Path) -> Iterator[str]:
    """Write each time stamp and what it is for as files, for `openssl ts -verify`."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, words, stamp in export.stamps:
        (folder / f"checkpoint-{number}.txt").write_bytes(words)
        (folder / f"checkpoint-{number}.tsr").write_bytes(stamp)
        yield f"openssl ts -verify -data checkpoint-{number}.txt -in checkpoint-{number}.tsr -CAfile AUTHORITY.pem"


def report(export: Export) -> Iterator[str]:
    """Say what was found to hold."""
    words, last = export.words, export.checkpoints[-1]
    yield f"{export.header['reference']}: {export.seq} lines, chain {export.header['chain']}."
    yield f"Words: {words['kept']} as written, {words['erased']} erased, {words['withheld']} withheld."
    yield f"Checkpoint {last['number']} of {last['at']} covers the last line."
    yield from (f"Signed by key {grouped(key)}" for key in sorted(export.signatures.keys))
    if export.stamps:
        yield f"{len(export.stamps)} time stamp(s) here; --stamps FOLDER writes them out to be checked with openssl."


def main(argv: Sequence[str] | None = None) -> int:
    """Check an export and say what was found; gives the exit code."""
    parser = argparse.ArgumentParser(prog="verify.py", description="Checks an export of a Kith ledger.")
    parser.add_argument("place", nargs="?", type=Path, default=Path(__file__).resolve().parent, metavar="FOLDER")
    parser.add_argument("--fingerprint", action="append", type=fingerprint, default=[], help="the key, kept outside")
    parser.add_argument("--stamps", type=Path, metavar="FOLDER", help="write the time stamps out, for openssl")
    asked = parser.parse_args(argv)
    try:
        export = check(asked.place, frozenset(asked.fingerprint))
        told = list(report(export)) + (list(write_stamps(export, asked.stamps)) if asked.stamps else [])
    except Fault as fault:
        print(f"DOES NOT HOLD: {fault}")
        return DOES_NOT_HOLD
    except OSError as problem:
        print(f"There is nothing to check: {problem.filename}: {problem.strerror}.", file=sys.stderr)
        return NOTHING_TO_CHECK
    for each in told + export.signatures.unchecked:
        print(each)
    print("What was checked holds." if export.signatures.unchecked else "All of it holds.")
    return NOT_ALL_CHECKED if export.signatures.unchecked else HOLDS


if __name__ == "__main__":
    sys.exit(main())
