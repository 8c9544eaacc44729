"""Mail taken apart, its signed address, whose it is, and words to be read at once: no database."""

import io
from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kith.correspondence import rules
from kith.correspondence.rules import heard
from kith.correspondence.tests import hostile

KEY, TEMPLATE = b"k" * 32, "replies+{}@mail.example.org"


def read(mail: bytes, **more):
    return heard.read_mail(io.BytesIO(mail), **more)


@pytest.mark.parametrize("name", sorted(hostile.CORPUS))
def test_hostile_mail_is_taken_apart_as_far_as_it_goes(name):
    found, files = read(hostile.CORPUS[name])
    for words in (found.subject, found.text, found.sender, found.sender_name, *(each.name for each in files)):
        assert not {"\x00", "\r", "\u202e"} & set(words)
        words.encode()  # no half characters
    assert "\n" not in found.subject + found.sender + found.sender_name
    assert len(found.subject) <= 500
    assert len(found.answers) <= 2 * heard.MOST_REFERENCES
    assert len(files) <= heard.MOST_PARTS
    assert not any("/" in each.name for each in files)


@given(some.binary(max_size=2000))
def test_any_bytes_are_taken_apart(mail):
    read(b"From: a@b.example\r\nContent-Type: multipart/mixed; boundary=b\r\n" + mail)


def test_several_senders_are_nobody():
    assert read(hostile.CORPUS["a sender of many"])[0].sender == ""
    assert read(hostile.CORPUS["two senders"])[0].sender == ""


def test_html_is_words_alone():
    found, _ = read(hostile.CORPUS["html that calls home"])
    assert (found.text, found.was_html) == ("Hello there", True)


def test_what_lies_too_deep_or_is_too_many_is_said():
    for name in ("nested a thousand deep", "nested thirty deep", "five thousand parts"):
        assert "kept whole" in read(hostile.CORPUS[name])[0].trouble


def test_a_broken_encoding_still_gives_words():
    assert read(hostile.CORPUS["an encoding that does not exist"])[0].text == "h\xe9llo"


def test_a_forged_header_in_encoded_words_stays_one_line():
    assert read(hostile.CORPUS["broken encoded words"])[0].subject.count("Bcc") <= 1


def test_a_reply_address_names_its_message_whatever_the_case_of_its_letters():
    message_id = uuid4()
    address = rules.reply_address(TEMPLATE, message_id, KEY)
    assert len(address.partition("@")[0]) <= 64
    for written in (address, address.upper(), f"<{address.title()}>"):
        assert rules.read_reply_address(written, KEY) == message_id


@given(some.uuids(), some.integers(0, 41), some.sampled_from("abcdefghijklmnopqrstuvwxyz234567"))
def test_a_reply_address_with_one_letter_changed_names_nothing(message_id, place, letter):
    address = rules.reply_address(TEMPLATE, message_id, KEY)
    at = len("replies+") + place
    changed = address[:at] + letter + address[at + 1 :]
    found = rules.read_reply_address(changed, KEY)
    assert found is None or (found == message_id and (changed == address or place == 41))  # two bits mean nothing


def test_a_reply_address_of_another_key_names_nothing():
    address = rules.reply_address(TEMPLATE, UUID(int=7), KEY)
    assert rules.read_reply_address(address, b"other" * 7) is None
    assert rules.read_reply_address("replies@mail.example.org", KEY) is None


@pytest.mark.parametrize("template", ["replies@mail.example.org", "a{}b{}@x.example", "{}", "x" * 30 + "{}@x.example"])
def test_a_template_without_one_place_or_too_long_is_refused(template):
    with pytest.raises(ValueError, match="reply address"):
        rules.reply_address(template, UUID(int=7), KEY)


@pytest.mark.parametrize(
    ("results", "check"),
    [
        ({"dmarc": "pass", "spf": "fail"}, "confirmed"),
        ({"dmarc": "fail", "dkim": "pass", "aligned": "yes"}, "not confirmed"),
        ({"dkim": "pass", "aligned": "yes"}, "confirmed"),
        ({"dkim": "pass", "aligned": "no"}, "not confirmed"),
        ({"spf": "pass"}, "not confirmed"),
        ({}, "not confirmed"),
    ],
)
def test_who_sent_it_is_confirmed_only_for_the_very_domain(results, check):
    assert rules.checked(results, is_set_up=True) == check
    assert rules.checked(results, is_set_up=False) == "not asked"


def test_results_of_another_server_or_in_a_comment_are_ignored():
    def results(*lines):
        head = "".join(f"Authentication-Results: {each}\r\n" for each in lines)
        return read(head.encode() + hostile.plain("x"), believed="mx.ours.example")[0].results

    assert results("mx.other.example; dmarc=pass") == {}
    assert results("mx.ours.example.evil.example; dmarc=pass") == {}
    assert results("mx.ours.example; dmarc=fail (dmarc=pass)", "mx.ours.example; dmarc=pass")["dmarc"] == "fail"


def test_whose_words_they_are_depends_on_the_address_alone():
    assert rules.whose("LENA@example.org", ["lena@example.org"]) == "theirs"
    assert rules.whose("", [""]) == "somebody else"
    assert rules.whose("tom@example.net", ["lena@example.org"]) == "somebody else"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I want to die", ["want to die"]),
        ("i WANT  to\ndie.", ["WANT  to\ndie"]),
        ("I don\u2019t want to live any more", ["don\u2019t want to live"]),
        ("dont want to live", ["dont want to live"]),
        ("The diet is fine; suicidally late", []),
        ("self-harm", ["self-harm"]),
        ("", []),
    ],
)
def test_words_are_found_where_they_stand_and_within_no_other_word(text, found):
    lists = [("Hurting themselves", ["want to die", "don't want to live", "suicidal", "self harm", "die"][:4])]
    assert [text[each.start : each.end] for each in rules.find_urgent(text, lists)] == found


@given(some.text(max_size=200))
def test_places_of_words_lie_in_the_text_in_order_and_apart(text):
    found = rules.find_urgent(f"want to die {text} want to die", [("a", ["want to die", "to"]), ("b", ["i"])])
    assert found[0].start == 0
    assert all(one.end <= two.start for one, two in zip(found, found[1:], strict=False))


@pytest.mark.parametrize(
    ("hour", "minute", "working", "is_out"),
    [(8, 29, True, True), (8, 30, True, False), (17, 59, True, False), (18, 0, True, True), (12, 0, False, True)],
)
def test_office_hours_begin_and_end_when_they_say(hour, minute, working, is_out):
    assert rules.is_out_of_hours(datetime(2026, 3, 4, hour, minute, tzinfo=UTC), is_working_day=working) is is_out


def test_the_small_hours_belong_to_the_night_before():
    assert (
        rules.night_of(datetime(2026, 3, 4, 23, tzinfo=UTC))
        == rules.night_of(datetime(2026, 3, 5, 3, tzinfo=UTC))
        == "2026-03-04"
    )


def test_the_answer_at_night_says_that_nobody_reads_and_names_a_duty_line_only_where_there_is_one():
    assert "duty line" not in rules.acknowledgement("", [])
    assert "ring our duty line: 0161 496 0000" in rules.acknowledgement("0161 496 0000", [])
