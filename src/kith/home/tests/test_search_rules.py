"""What is typed, as terms and as a tsquery; what is marked; pages by key, forwards and back."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.home import rules
from kith.home.rules import Place, Stretch, Term

AT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def texts(typed):
    return [(term.text, term.begins, term.is_phrase) for term in rules.terms_of(typed)]


def marked(text, typed):
    found = rules.pieces(text, rules.terms_of(typed))
    assert "".join(piece.text for piece in found) == text
    return [piece.text for piece in found if piece.is_marked]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", []),
        ("  & | ! () :* <-> \\ ' ", []),
        ("Zoë's", [("zoe's", False, False)]),
        ('bring "The Blue coat" Fri*', [("bring", False, False), ("the blue coat", False, True), ("fri", True, False)]),
        ("“see you there”", [("see you there", False, True)]),
        ('never "closed', [("never", False, False), ("closed", False, True)]),
        ('""', []),
        ("*", []),
        ("school school", [("school", False, False)]),
        ("ＦＵＬＬ＇width", [("full'width", False, False)]),
    ],
)
def test_what_is_typed_becomes_terms(typed, found):
    assert texts(typed) == found


def test_terms_are_few_and_short():
    assert len(rules.terms_of(" ".join(f"w{n}" for n in range(500)))) <= 12
    assert max(len(term.text) for term in rules.terms_of("\ufdfa" * 5000)) <= rules.LONGEST


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("school bus", "'school' & 'bus'"),
        ("scho*", "'scho':*"),
        ('"blue coat"', "'blue coat'"),
        ("o'clock", "'o''clock'"),
        ("half-t*", "'half t':*"),
        ("c:\\temp", "'c:\\\\temp'"),
        ("lena@example.org", "'lena example org'"),
        ("<b>", "'b'"),
    ],
)
def test_terms_are_written_as_a_tsquery(typed, asked):
    assert rules.tsquery(rules.terms_of(typed)) == asked


def test_near_words_take_the_place_of_a_word_that_does_not_occur():
    terms = rules.replaced(rules.terms_of('skool bus "skool" sko*'), {"skool": ["school", "schools"], "bus": ["bus"]})

    assert [term.is_unknown for term in terms] == [True, False, False, False]
    assert rules.tsquery(terms) == "('school' | 'schools') & 'bus' & 'skool' & 'sko':*"


def test_an_unknown_word_with_nothing_near_still_must_occur():
    (term,) = rules.replaced(rules.terms_of("xyzzy"), {"xyzzy": []})

    assert term == Term("xyzzy", is_unknown=True)
    assert rules.tsquery([term]) == "'xyzzy'"


@pytest.mark.parametrize(
    ("typed", "words"),
    [("school bus", ["school", "bus"]), ("scho*", ["scho*"]), ('school "on a bus"', []), ("half-term", [])],
)
def test_words_to_guess_by_are_only_those_that_say_enough(typed, words):
    assert rules.words_to_walk_by(rules.terms_of(typed)) == words


@pytest.mark.parametrize(
    ("text", "typed", "found"),
    [
        ("Are they at SCHOOL? School!", "school", ["SCHOOL", "School"]),
        ("Zoe\u0308 and Zoë", "zoe", ["Zoe\u0308"[:3], "Zoë"]),
        ("a blue coat, a coat", '"blue coat"', ["blue coat"]),
        ("half-term and half term", "half-term", ["half-term", "half term"]),
        ("schools and school", "scho*", ["schools", "school"]),
        ("preschool", "school", []),
        ("the ﬁre ﬁne", "fire", ["ﬁre"]),
        ("<b>school</b>", "school b", ["b", "school", "b"]),
        ("nothing here", "school", []),
    ],
)
def test_what_was_looked_for_is_marked(text, typed, found):
    assert marked(text, typed) == found


def test_near_words_are_marked_and_the_typo_is_not():
    terms = rules.replaced(rules.terms_of("skool"), {"skool": ["school", "schools"]})

    assert [p.text for p in rules.pieces("school, skool, schools", terms) if p.is_marked] == ["school", "schools"]


@given(st.text(), st.text())
def test_marking_loses_no_letter(text, typed):
    marked(text, typed)


def test_a_long_text_is_shown_around_what_was_looked_for():
    text = "before " * 200 + "school" + " after" * 200
    part = rules.excerpt(text, rules.terms_of("school"), 100)

    assert "school" in part
    assert part.startswith("…before") and part.endswith("…")
    assert len(part) <= 102


@pytest.mark.parametrize(
    ("first", "last", "hours"),
    [
        (None, None, None),
        (9, 12, (9, 10, 11)),
        (22, 2, (22, 23, 0, 1)),
        (22, None, (22, 23)),
        (None, 3, (0, 1, 2)),
        (23, 0, (23,)),
    ],
)
def test_hours_run_past_midnight(first, last, hours):
    assert rules.hours_between(first, last) == hours


def test_the_same_hour_twice_is_refused():
    with pytest.raises(rules.NotTheseHours, match="differ"):
        rules.hours_between(6, 6)


def test_the_last_day_is_asked_whole_on_the_night_the_clocks_change():
    begins, ends = rules.day_span(datetime(2026, 3, 29).date(), datetime(2026, 3, 29).date(), "Europe/London")  # noqa: DTZ001

    assert ends.astimezone(UTC) - begins.astimezone(UTC) == timedelta(hours=23)


@pytest.mark.parametrize(
    "written",
    ["", "x", "1.2.3", "-.zz.0.0", "9" * 40 + f".{'a' * 32}.0.0", f"-.{'a' * 32}.0.{2**63}", f"-.{'a' * 32}.-1.0"],
)
def test_an_address_cut_short_is_the_first_page(written):
    assert rules.place_from(written) is None


places = st.builds(
    Place,
    st.none() | st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1)).map(lambda at: at.replace(tzinfo=UTC)),  # noqa: DTZ001
    st.uuids(),
    st.integers(0, 2**31 - 1),
    st.integers(0, 2**63 - 1),
)


@given(places)
def test_a_place_is_read_from_an_address_as_it_was_written(place):
    assert rules.place_from(str(place)) == place


@dataclass(frozen=True)
class Row:
    place: Place


def fetch_from(rows):
    """Answer as the database does: in order, beyond a place, so many."""

    def key(place):
        return (place.at or AT, place.source_id.int, place.member, place.position)

    def fetch(stretch, after, most):
        wanted = [row for row in rows if (row.place.at is not None) == stretch.dated]
        wanted.sort(key=lambda row: key(row.place), reverse=stretch.descending)
        if after is not None:
            is_beyond = (lambda a, b: a < b) if stretch.descending else (lambda a, b: a > b)
            wanted = [row for row in wanted if is_beyond(key(row.place), key(after))]
        return wanted[:most]

    return fetch


@given(
    st.lists(st.tuples(st.none() | st.integers(0, 3), st.integers(0, 2)), unique=True, max_size=30).map(
        lambda pairs: [
            Row(Place(None if at is None else AT + timedelta(minutes=at), UUID(int=7), member, n))
            for n, (at, member) in enumerate(pairs)
        ]
    ),
    st.integers(1, 6),
)
def test_pages_forwards_and_back_show_every_row_once(rows, size):
    fetch = fetch_from(rows)
    stretches = [Stretch(dated=True, descending=True), Stretch(dated=False, descending=False)]
    whole = [row for stretch in stretches for row in fetch(stretch, None, 1000)]

    pages, after = [], None
    while True:
        seen = rules.window(fetch, stretches, after=after, before=None, size=size)
        pages.append(list(seen.rows))
        assert (seen.before is None) == (after is None or not seen.rows)
        if seen.after is None:
            break
        after = seen.after
    assert [row for page in pages for row in page] == whole

    for number in range(len(pages) - 1, 0, -1):
        back = rules.window(fetch, stretches, after=None, before=pages[number][0].place, size=size)
        assert list(back.rows) == pages[number - 1]
        assert (back.before is None) == (number == 1)
        assert back.after == pages[number - 1][-1].place
