"""Words, bytes and states, without a database."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.correspondence import rules
from kith.correspondence.rules import Answer, NotSendable, State
from kith.record.queries.leaving import taken_apart

AT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def written(subject="Thursday", text="Hello.", to="lena@example.org", enclosed=()):
    return rules.write_mail(
        sender="Kith <no-reply@example.org>",
        to=to,
        subject=subject,
        text=text,
        enclosed=enclosed,
        reference="<1@example.org>",
        at=AT,
    )


@pytest.mark.parametrize(
    "subject", ["Hello\nBcc: tom@example.net", "Hello\r\n\r\nBody", "a\x00b", "a\u2028b", "a\x85b", " "]
)
def test_a_subject_that_could_forge_a_header_is_refused(subject):
    with pytest.raises(NotSendable):
        rules.check_subject(subject)


def test_the_writer_of_mail_refuses_a_forged_header_by_itself():
    with pytest.raises(NotSendable):
        written(subject="Hello\r\nBcc: tom@example.net")


@pytest.mark.parametrize(
    "address",
    [
        "a@example.org\nb@example.org",
        "a@example.org, b@example.org",
        "a b@example.org",
        "<a@example.org>",
        "a@example",
        "ä@example.org",
        "a@exämple.org",
        "a@example.org\r\nDATA",
    ],
)
def test_what_is_not_one_plain_address_is_refused(address):
    with pytest.raises(NotSendable):
        rules.check_address(address)


@pytest.mark.parametrize("name", ["../x.pdf", "a\nb.pdf", "", "  ", "a/b", "x" * 201, "a\\b"])
def test_file_names_that_are_not_names_are_refused(name):
    with pytest.raises(NotSendable):
        rules.check_file_name(name)


def test_files_that_are_too_large_together_are_refused():
    rules.check_size([rules.MOST_BYTES])
    with pytest.raises(NotSendable, match="more than one message"):
        rules.check_size([rules.MOST_BYTES, 1])


def test_tidying_makes_one_kind_of_line_end_and_drops_hidden_characters():
    assert rules.tidy("a\r\nb\rc\vd\u2028e\x00f\x1b\t  \n") == "a\nb\nc\nd\nef"


WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=300)


@given(
    WORDS, st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=120), st.binary(max_size=300)
)
def test_what_is_written_is_what_is_read_and_no_line_is_long_or_bare(text, subject, data):
    text, subject = rules.tidy(text), " ".join(subject.split()) or "x"
    try:
        mail = written(subject, text, enclosed=[rules.Enclosed("Bericht ä.pdf", "application/pdf", data)])
    except NotSendable:
        return
    lines = mail.split(b"\r\n")
    assert mail.endswith(b"\r\n")
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    assert mail.isascii()
    assert max(map(len, lines)) <= 998
    apart = taken_apart(mail)
    assert apart is not None
    assert apart.text == text.rstrip("\n") + "\n"
    assert [(each.name, each.data) for each in apart.files] == [("Bericht ä.pdf", data)]


def test_a_letter_has_one_reader_and_nothing_that_reports_back():
    names = {name.lower() for name, _ in taken_apart(written()).headers}
    assert names == {"from", "to", "date", "message-id", "mime-version", "content-type", "content-transfer-encoding"}


def test_a_file_that_mail_programs_would_show_within_is_sent_as_a_plain_file():
    mail = written(enclosed=[rules.Enclosed("old.eml", "message/rfc822", b"Subject: x\r\n\r\nwords")])
    assert [(each.media_type, each.data) for each in taken_apart(mail).files] == [
        ("application/octet-stream", b"Subject: x\r\n\r\nwords")
    ]


@pytest.mark.parametrize(
    ("code", "state"),
    [
        (250, State.SENT),
        (421, State.QUEUED),
        (451, State.QUEUED),
        (550, State.REFUSED),
        (-1, State.UNSURE),
        (354, State.UNSURE),
    ],
)
def test_what_a_mail_servers_answer_means(code, state):
    assert rules.answer_of(code, "words\nof it").state == state


def test_an_answers_words_are_one_line():
    assert rules.answer_of(550, "no\nsuch   user") == Answer(
        State.REFUSED, "The mail server refused it: 550 no such user"
    )


def test_nothing_that_may_have_been_sent_is_ever_queued_again():
    for state in (State.SENT, State.REFUSED, State.UNSURE):
        assert not rules.may_move(state, State.QUEUED)
        assert not rules.may_move(state, State.SENDING)
    assert rules.may_move(State.SENDING, State.QUEUED)


def test_waits_grow_to_an_hour():
    waits = [rules.wait_after(attempt) for attempt in range(1, 10)]
    assert waits == sorted(waits)
    assert (waits[0], waits[-1]) == (timedelta(minutes=1), timedelta(hours=1))


def test_a_message_is_of_use_for_three_days_unless_its_writer_says_less():
    assert rules.useless_after("sms", AT, None) == AT + timedelta(days=3)
    assert rules.useless_after("sms", AT, 2) == AT + timedelta(hours=2)
    assert not rules.is_useless(AT, AT)
    assert rules.is_useless(AT, AT + timedelta(seconds=1))


def test_what_was_seen_is_another_word_if_anything_of_it_changes():
    first = {
        "address": "a@b.c",
        "subject": "s",
        "text": "t",
        "files": [("f", "1")],
        "level": "warn",
        "findings": [("1", "warn", "body")],
    }
    changed = [
        {"address": "x@b.c"},
        {"subject": "x"},
        {"text": "x"},
        {"files": []},
        {"level": "allow"},
        {"findings": []},
    ]
    words = {rules.seen_as(**{**first, **change}) for change in [{}, *changed]}
    assert len(words) == 7
