"""Every sample is read as a careful person reads it."""

import json
from pathlib import Path

import pytest

from kith.engines.readers import Source, describe, read
from kith.engines.readers.tests.samples import SAMPLES, expected, shown

SHARED = Path(__file__).parents[6] / "shared" / "data" / "exports"


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_item_of_a_sample_is_as_expected(path):
    assert [shown(piece) for piece in read(Source.of_path(path))] == expected(path)["items"]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_sample_is_described_as_expected(path):
    wanted = expected(path)
    found = describe(Source.of_path(path), assume_zone="Europe/London")
    assert {name: count for name, count in found.counts.items() if count} == wanted["counts"]
    assert found.people == wanted["people"]
    assert [question.key for question in found.questions] == wanted["questions"]
    assert (found.first, found.last, found.order) == (wanted["first"], wanted["last"], wanted["order"])
    assert (found.you, found.device, found.unread) == (wanted["you"], wanted["device"], wanted["unread"])
    assert len(found.notes) == wanted["notes"]


def test_there_are_samples():
    assert len(SAMPLES) >= 35


@pytest.mark.parametrize("name", json.loads((Path(__file__).parent / "expected_shared.json").read_text()))
def test_collected_samples_are_read_as_a_careful_person_reads_them(name):
    path = SHARED / name
    if not path.exists():
        pytest.skip("the collected samples are not here; the hand-made ones were tested")
    wanted = json.loads((Path(__file__).parent / "expected_shared.json").read_text())[name]
    found = describe(Source.of_path(path))
    assert {name: count for name, count in found.counts.items() if count} == wanted["counts"]
    assert found.people == wanted["people"]
    assert [question.key for question in found.questions] == wanted["questions"]
    assert (found.first, found.last, found.unread) == (wanted["first"], wanted["last"], 0)
