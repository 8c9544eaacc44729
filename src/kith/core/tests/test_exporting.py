"""An export: what it holds, that it is written whole, and that a program outside Kith can check it."""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kith.core.errors import Refusal
from kith.core.ledger import exporting, verifier
from kith.core.ledger.signing import CheckpointKey
from kith.core.permissions import Role
from kith.core.tests import proving
from kith.record.testing import AT, case, worker

#: Runs the verifier with nothing but the standard library and the packages in one folder; Kith cannot be imported.
ALONE = """
import runpy, sys
sys.path[:] = [p for p in sys.path if 'site-packages' not in p and 'dist-packages' not in p] + [sys.argv.pop(1)]
try:
    import kith
except ImportError:
    sys.argv.pop(0)
    runpy.run_path(sys.argv[0], run_name='__main__')
"""


def alone(packages: Path, place: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the verifier that lies beside an export, outside our environment."""
    command = [sys.executable, "-I", "-S", "-c", ALONE, str(packages), str(place / "verify.py"), *words]
    return subprocess.run(command, capture_output=True, text=True, check=False, env={}, cwd=place.parent)


@pytest.fixture
def only_cryptography(tmp_path):
    """A folder of packages that holds `cryptography`, and what it needs, alone."""
    import cryptography

    site, folder = Path(cryptography.__file__).parent.parent, tmp_path / "packages"
    folder.mkdir()
    for name in ("cryptography", "cffi", *(path.name for path in site.glob("_cffi_backend*"))):
        (folder / name).symlink_to(site / name)
    return folder


def test_an_export_holds_when_it_is_checked_outside_kith(exports, only_cryptography):
    ran = alone(only_cryptography, exports.case, f"--fingerprint={exports.key.fingerprint.upper()}")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "All of it holds." in ran.stdout
    assert "Words: 13 as written, 1 erased, 0 withheld." in ran.stdout


def test_without_cryptography_the_chain_is_checked_and_it_says_that_signatures_were_not(exports, tmp_path):
    (tmp_path / "none").mkdir()
    ran = alone(tmp_path / "none", exports.case, f"--fingerprint={exports.key.fingerprint}")
    assert (ran.returncode, ran.stderr) == (3, "")
    assert "Signatures were not checked" in ran.stdout
    assert "All of it holds" not in ran.stdout


def test_without_a_fingerprint_it_says_that_anybody_could_have_signed(exports, only_cryptography):
    ran = alone(only_cryptography, exports.case)
    assert (ran.returncode, ran.stderr) == (3, "")
    assert "Whose key it is was not checked" in ran.stdout


def test_another_fingerprint_does_not_hold(exports, only_cryptography):
    ran = alone(only_cryptography, exports.case, f"--fingerprint={'ab' * 32}")
    assert ran.returncode == 1
    assert "ledger.jsonl, line 2: checkpoint" in ran.stdout and "was signed by another key" in ran.stdout


def test_where_there_is_nothing_to_check_it_says_so(exports, only_cryptography, tmp_path):
    ran = alone(only_cryptography, exports.case, str(tmp_path / "nowhere"))
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "There is nothing to check" in ran.stderr


def test_the_verifier_imports_nothing_of_kith():
    source = exporting.BESIDE["verify.py"].read_text()
    assert "import kith" not in source and "from kith" not in source


def test_an_export_is_one_canonical_line_for_each_thing_and_says_what_was_erased(exports):
    records = proving.records_of(exports.case)
    kinds = ["end" if "end" in each else "line" if "line" in each else "checkpoint" for each in records[1:]]
    assert kinds == ["checkpoint"] + ["line"] * (len(records) - 3) + ["end"]
    assert [each["seq"] for each in records if "line" in each] == list(range(1, len(records) - 2))
    third = next(each for each in records if each.get("seq") == 3)
    assert third["words"]["why"] == "erased"
    assert third["words"]["text"]["text"].startswith("Séance 1")
    assert [each["line"]["verb"] for each in records if "line" in each][-1] == "ledger.exported"


def test_what_lies_beside_is_the_verifier_and_a_page(exports):
    assert {path.name for path in exports.case.iterdir()} == {"ledger.jsonl", "verify.py", "README.txt"}
    said = proving.records_of(exports.case)[0]["beside"]
    for name, digest in said.items():
        assert hashlib.sha256((exports.case / name).read_bytes()).hexdigest() == digest
    assert not [path for path in (exports.case, *exports.case.iterdir()) if path.stat().st_mode & 0o002]


def test_every_proof_leads_to_the_root_and_no_other_leaf_does(exports):
    from kith.core.ledger import trees

    for size in range(1, 40):
        leaves = [trees.leaf_hash(bytes([number])) for number in range(size)]
        root = trees.fold(leaves)
        for index in range(size):
            path = trees.inclusion_proof(leaves, index)
            assert verifier.root_from(leaves[index], index, size, path) == root
            for other in range(size):
                if other != index:
                    try:
                        assert verifier.root_from(leaves[index], other, size, path) != root
                    except verifier.Fault:
                        continue


# Made in this process's own database


@pytest.fixture
def amal(db):
    return worker()


@pytest.fixture
def key():
    return CheckpointKey.new()


def test_an_export_without_words_withholds_them_and_holds(amal, key, tmp_path):
    made = case(amal)
    proving.tell(made, amal, "not for the other side")
    place = proving.export(made, amal, tmp_path / "out", key, with_words=False)
    assert "not for the other side" not in (place / "ledger.jsonl").read_text()
    found = verifier.check(place, frozenset({key.fingerprint}))
    assert found.words == {"kept": 0, "erased": 0, "withheld": 2}


def test_whoever_may_not_open_the_case_exports_nothing(amal, key, tmp_path):
    made, cara = case(amal), worker("Cara")
    with pytest.raises(Exception, match="only by those who may open it"):
        proving.export(made, cara, tmp_path / "out", key)
    assert list(tmp_path.iterdir()) == []


def test_a_role_without_case_content_exports_nothing(amal, key, tmp_path):
    with pytest.raises(Refusal, match="may not open a case"):
        proving.export(case(amal), worker(role=Role.IT_ADMIN), tmp_path / "out", key)


def test_an_export_never_writes_over_anything(amal, key, tmp_path):
    (tmp_path / "out").mkdir()
    with pytest.raises(exporting.CannotExport, match="is there already"):
        proving.export(case(amal), amal, tmp_path / "out", key)
    with pytest.raises(exporting.CannotExport, match="There is no folder"):
        proving.export(case(amal), amal, tmp_path / "no" / "out", key)
    assert list(tmp_path.iterdir()) == [tmp_path / "out"]


def test_an_export_that_fails_half_way_leaves_nothing(amal, key, tmp_path, monkeypatch):
    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(exporting.CannotExport, match="No space left"):
        proving.export(case(amal), amal, tmp_path / "out", key)
    assert list(tmp_path.iterdir()) == []


def test_a_chain_that_does_not_hold_is_not_exported(cluster, committed, key, tmp_path):
    amal = worker()
    made = case(amal)
    for text in ("one", "two", "three"):
        proving.tell(made, amal, text)
    harm = "UPDATE core_ledger SET body = replace(body, 'entry.written', 'entry.altered') WHERE seq = 2"
    proving.as_super(cluster, committed, "SET session_replication_role = replica", harm)
    with pytest.raises(exporting.CannotExport, match="Line 2 does not hold"):
        proving.export(made, amal, tmp_path / "out", key)
    assert list(tmp_path.iterdir()) == []


def test_the_verifiers_canonical_form_is_the_ledgers_own(exports):
    from hypothesis import given
    from hypothesis import strategies as st

    from kith.core import ledger

    plain = st.recursive(
        st.booleans() | st.integers(-(2**53), 2**53) | st.text(),
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
        max_leaves=12,
    )

    @given(plain)
    def agree(value):
        text = ledger.canonical(value)
        assert verifier.canonical(value) == text
        assert json.loads(text) == value

    agree()


def test_the_time_is_told_as_it_was_given(exports):
    assert proving.records_of(exports.case)[0]["made_at"] == AT.isoformat(timespec="microseconds")
