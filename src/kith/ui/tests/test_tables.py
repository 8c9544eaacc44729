"""A table opened in a spreadsheet holds words, and no formula."""

import csv
import io

import pytest

from kith.ui.tables import as_csv


@pytest.mark.parametrize("words", ["=1+1", "+44", "-2", "@SUM(A1)", "\tx", "\rx", '=HYPERLINK("http://x.example.org")'])
def test_what_begins_like_a_formula_is_made_words(words):
    head, row = csv.reader(io.StringIO(as_csv(["What"], [[words]]), newline=""))
    assert head == ["What"]
    assert row == [f"'{words}"]


def test_other_words_stay_as_they_are_also_over_lines():
    words = 'She said "no", twice\nand left'
    assert list(csv.reader(io.StringIO(as_csv(["a", "b"], [[words, ""]]), newline="")))[1] == [words, ""]
