"""Laws for any noise: disguise never helps, one wrong digit never blocks, nothing stops the guard."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from kith.engines.guard import Attachment, Fact, Kind, Level, Outgoing, check
from kith.engines.guard.folding import readings
from kith.engines.guard.tests import building
from kith.engines.guard.tests.facts import ALL, MOBILE, said

GAPS = st.text(" .,-_/()'’&%<>\n\t\u00a0\u200b\u00ad*#!", max_size=3)
FORMS = ("07700 900238", "+44 7700 900238", "+44 (0)7700 900 238", "0044 7700 900238", "(07700) 900-238", "07700900238")


@given(fact=st.sampled_from(ALL), data=st.data())
@settings(deadline=None)
def test_spacing_punctuation_and_case_never_let_a_value_through(fact: Fact, data: st.DataObject) -> None:
    pieces = [data.draw(st.sampled_from((letter.lower(), letter.upper()))) for letter in fact.value]
    noisy = "".join(letter + data.draw(GAPS) for letter in pieces)
    assert said(f"Please note: {noisy} .", fact).level is Level.BLOCK


@given(form=st.sampled_from(FORMS), data=st.data())
@settings(deadline=None)
def test_one_digit_changed_is_somebody_elses_number(form: str, data: st.DataObject) -> None:
    at = data.draw(st.sampled_from([place for place, letter in enumerate(form) if letter.isdigit()]))
    other = data.draw(st.sampled_from([digit for digit in "0123456789" if digit != form[at]]))
    changed = form[:at] + other + form[at + 1 :]
    assert said(f"Please ring {changed} today.", MOBILE).level is not Level.BLOCK


@given(form=st.sampled_from(FORMS))
def test_every_form_of_the_number_blocks(form: str) -> None:
    assert said(f"Please ring {form} today.", MOBILE).level is Level.BLOCK


@given(st.text())
@example("<!--" * 50)
@example("&#55296;&#1114112;&#0;%ff%")
@example("\ud800 07700\ud800900238")
@settings(deadline=None)
def test_any_text_is_answered(text: str) -> None:
    check(Outgoing("email", "father", text, text, (), {text: text}), ALL)


@given(st.sampled_from(list(Kind)), st.text(), st.text())
@settings(deadline=None)
def test_any_fact_can_be_looked_for(kind: Kind, value: str, text: str) -> None:
    check(Outgoing("email", "father", f"{text} {value}"), [Fact("x", kind, value, (text,))])


STARTS = (
    b"",
    b"%PDF-1.7\n",
    b"PK\x03\x04",
    b"\xff\xd8\xff\xe1",
    b"\x89PNG\r\n\x1a\n",
    b"BEGIN:VCARD\r\n",
    b"From: a\r\nTo: b\r\n",
)


@given(st.sampled_from(STARTS), st.binary(max_size=400), st.sampled_from(("a", "a.eml", "a.pdf", "a.docx")))
@settings(deadline=None)
def test_any_bytes_are_answered(start: bytes, rest: bytes, name: str) -> None:
    check(Outgoing("email", "father", attachments=(Attachment(name, start + rest),)), ALL)


WHOLE = (building.pdf(["One"]), building.docx("One"), building.photo(1, 2), building.zipped({"a": b"b"}))


@given(st.sampled_from(WHOLE), st.data())
@settings(deadline=None, max_examples=60)
def test_a_damaged_file_is_answered(whole: bytes, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(whole) - 1))
    hurt = whole[:at] + data.draw(st.binary(min_size=1, max_size=6)) + whole[at + data.draw(st.integers(0, 60)) :]
    check(Outgoing("email", "father", attachments=(Attachment("file", hurt),)), ALL)


@given(st.text(alphabet="aZ9 é\u0301ß½ﬁ&amp;%41<b>\u200b\n#52;", max_size=40))
@settings(deadline=None)
def test_every_place_of_a_reading_points_into_the_original(text: str) -> None:
    for reading in readings(text):
        assert len(reading.text) == len(reading.written)
        for at in range(len(reading.text)):
            start, end = reading.origin(at, at + 1)
            assert 0 <= start <= end <= len(text)
