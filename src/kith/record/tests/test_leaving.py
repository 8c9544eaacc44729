"""The one exit: what is judged is what leaves, byte for byte; a block freezes nothing."""

from email.message import EmailMessage

import pytest

from kith.core.transactions import scoped
from kith.record import actions
from kith.record import testing as make
from kith.record.models import Disclosed, ReleasedCopy
from kith.record.queries import leaving

HOME = "14 Quarry Lane, Fennby, FN1 2QX"


@pytest.fixture
def amal(db):
    return make.worker()


@pytest.fixture
def case(amal):
    made = make.case(amal)
    make.protected_address(made, amal, value=HOME)
    return made


def mail(text="Hello.", *, subject="Hello", files=(), **headers):
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "Kith <k@example.org>", "lena@example.org", subject
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    message.set_content(text)
    for name, data in files:
        message.add_attachment(data, maintype="text", subtype="plain", filename=name)
    return message.as_bytes()


def release(case, amal, data, *, media_type=leaving.MAIL, accept=False):
    reader = make.participant(case, amal)
    outgoing = actions.Outgoing(channel="email", files=(actions.OutgoingFile("m.eml", media_type, data),))
    done = actions.release(
        case=case, reader=reader, outgoing=outgoing, purpose="to tell her", by=amal, at=make.AT, accept_warnings=accept
    )
    return done, reader


def places(done):
    return {each.where for each in done.verdict.findings}


@pytest.mark.parametrize(
    ("data", "where"),
    [
        (mail(f"Come to {HOME}."), "body"),
        (mail(subject=f"About {HOME}"), "subject"),
        (mail(X_Note=f"from {HOME}"), "X-Note"),
        (mail(files=[("plan.txt", HOME.encode())]), "attachment plan.txt"),
    ],
)
def test_a_fact_anywhere_in_an_e_mail_is_found_where_its_reader_would_read_it(case, amal, data, where):
    done, _ = release(case, amal, data)
    assert not done.may_leave
    assert places(done) == {where}
    with scoped(worker_id=amal.id):
        assert not ReleasedCopy.objects.exists()
        assert not Disclosed.objects.exists()


def test_an_e_mail_with_places_of_its_own_is_judged_as_a_file(case, amal):
    message = EmailMessage()
    message["Subject"] = "x"
    message.set_content("plain")
    message.add_alternative(f"<p>{HOME}</p>", subtype="html")
    assert leaving.taken_apart(message.as_bytes()) is None
    done, _ = release(case, amal, message.as_bytes())
    assert not done.may_leave


def test_a_header_that_comes_twice_or_words_between_the_parts_are_not_passed_over():
    twice = b"X-Note: a\r\n" + b"X-Note: b\r\n" + mail()
    assert leaving.taken_apart(twice) is None
    whole = mail(files=[("a.txt", b"x")])
    boundary = b"--" + whole.split(b'boundary="')[1].split(b'"')[0]
    assert leaving.taken_apart(whole.replace(boundary, b"hidden words\n" + boundary, 1)) is None
    assert leaving.taken_apart(mail(files=[("a.txt", b"x")])) is not None


def test_what_is_frozen_is_what_was_judged(case, amal):
    data = mail("Nothing of note.")
    done, _ = release(case, amal, data)
    assert done.may_leave
    with scoped(worker_id=amal.id):
        (copy,) = leaving.frozen_copies(case, done.release.id)
    assert (copy.data, copy.matches) == (data, True)


def test_what_is_kept_from_a_reader_is_counted_by_kind_without_being_opened(case, amal):
    reader = make.participant(case, amal)
    fact = make.protected_address(case, amal, value="9 Rope Walk, Tarn, TB4 4AA")
    with scoped(worker_id=amal.id):
        assert leaving.kept_from(case, reader) == [("Address", 2)]
    actions.allow_to_know(fact=fact, participant=reader, by=amal, at=make.AT, why="it is hers")
    with scoped(worker_id=amal.id):
        assert leaving.kept_from(case, reader) == [("Address", 1)]


def test_stopped_and_released_are_listed_without_words(case, amal):
    release(case, amal, mail(f"Come to {HOME}."))
    release(case, amal, mail("Hello."))
    with scoped(worker_id=amal.id):
        (stopped,) = leaving.asked_to_leave(case, channel="email", stopped_only=True)
        assert len(leaving.asked_to_leave(case, channel="email")) == 2
    assert (stopped.reader, stopped.is_released, stopped.level) == ("Lena", False, "block")
    assert "Quarry" not in str(stopped)
