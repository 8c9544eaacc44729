"""A stop is wrong: a second person passes exactly this, once, with reasons; never where somebody would be found."""

from datetime import timedelta
from email.message import EmailMessage
from uuid import uuid4

import pypdfium2
import pytest
from django.db import transaction
from django.db.utils import IntegrityError, ProgrammingError
from django.test import Client
from django.urls import reverse

from kith.core import clock
from kith.core.transactions import scoped
from kith.correspondence import actions, jobs, testing
from kith.correspondence.tests.test_pages import post, send, text_of, write
from kith.record import actions as record
from kith.record import rules
from kith.record import testing as make
from kith.record.models import Release, SecondLook
from kith.record.queries import leaving, second_looks

NAME = "Dora Finch"
WORDS = f"Our colleague {NAME} of the school office will ring you."


def protect(world, *, kind="person", value=NAME):
    return record.protect_fact(
        case=world.case, kind=kind, value=value, why="she helps", since_on=make.AT.date(), by=world.amal, at=make.AT
    )


@pytest.fixture
def stopped(world, here):
    """A message that Amal wrote and that was stopped for a name; Ben manages the case."""
    world.ben = make.worker("Ben Tester", "team_manager")
    record.give_access(case=world.case, worker=world.ben, why="manages", by=world.amal, at=clock.now())
    protect(world)
    write(here, world, text=WORDS)
    world.bens = Client()
    world.bens.force_login(world.ben)
    return world


def ask(world, here, why="She asked to be rung by Dora."):
    return post(here, here.at("check", world.lena.id), ask="1", why=why)


def look(world):
    with scoped(worker_id=world.amal.id):
        return SecondLook.objects.select_related("case", "reader", "asked_by").order_by("asked_at").last()


def decide(world, found, client=None, **fields):
    address = reverse("record:second_look", args=[world.case.id, found.id])
    return (client or world.bens).post(address, {"submit_key": str(uuid4()), **fields})


def seen_by(client, world, found):
    return text_of(client.get(reverse("record:second_look", args=[world.case.id, found.id])))


def passed(world, here):
    ask(world, here)
    found = look(world)
    decide(world, found, decision="pass", reason_1="Another Dora Finch: the school's own.")
    return found


def test_the_writer_asks_the_manager_passes_with_reasons_and_the_message_leaves_once(stopped, here):
    page = text_of(here.get(here.at("check", stopped.lena.id)))
    assert "This cannot be sent" in page and "Is this stop wrong? Ask a second person" in page
    assert ask(stopped, here).status_code == 302
    found = look(stopped)
    assert "This waits for a second person." in text_of(here.get(here.at("check", stopped.lena.id)))

    front = stopped.bens.get("/").content.decode()
    assert "asks you to look at something that was stopped" in front
    shown = seen_by(stopped.bens, stopped, found)
    assert WORDS in shown and NAME in shown and "She asked to be rung by Dora." in shown
    assert decide(stopped, found, decision="pass", reason_1="").status_code == 200  # no reason: not passed
    assert look(stopped).state == "waiting"
    assert decide(stopped, found, decision="pass", reason_1="Another Dora Finch.").status_code == 302

    assert "passed" in text_of(here.get("/"))
    page = text_of(here.get(here.at("check", stopped.lena.id)))
    assert "Passed by a second person" in page and "Ben Tester passed exactly this" in page
    assert send(here, stopped).status_code == 302
    with scoped(worker_id=stopped.amal.id):
        row = Release.objects.get(state="released")
        assert (row.second_look_id, row.overridden_by_id) == (found.id, stopped.ben.id)
        assert NAME not in str(row.verdict)
    verbs = stopped.verbs()
    assert [each for each in verbs if each.startswith("second_look")] == ["second_look.asked", "second_look.passed"]
    write(here, stopped, text=WORDS)  # the same words again: the pass is used
    assert "This cannot be sent" in text_of(here.get(here.at("check", stopped.lena.id)))


def test_what_was_passed_is_handed_over_to_the_mail_server(kept_world, client, room):
    world = kept_world
    world.ben = make.worker("Ben Tester", "team_manager")
    record.give_access(case=world.case, worker=world.ben, why="manages", by=world.amal, at=clock.now())
    protect(world)
    client.force_login(world.amal)
    client.at = lambda name, *ids: reverse(f"correspondence:{name}", args=[world.case.id, *ids])
    world.bens = Client()
    world.bens.force_login(world.ben)
    write(client, world, text=WORDS)
    passed(world, client)
    assert send(client, world).status_code == 302
    row = testing.row_of(world.case, world.amal)
    jobs.send(case_id=str(world.case.id), outbox_id=str(row.id), worker_id=str(world.amal.id))
    assert world.row(row).state == "sent"


def test_a_reply_address_of_its_own_does_not_undo_a_pass(stopped, here, settings):
    settings.MAIL_REPLY_TO = "replies+{}@mail.example.org"
    found = passed(stopped, here)
    assert send(here, stopped).status_code == 302
    with scoped(worker_id=stopped.amal.id):
        row = Release.objects.get(state="released")
        assert row.second_look_id == found.id
        (copy,) = leaving.frozen_copies(stopped.case, row.id)
        assert b"\nReply-To: replies+" in copy.data


@pytest.mark.parametrize("change", [{"text": WORDS + " Soon."}, {"subject": "Friday"}])
def test_any_change_asks_anew(stopped, here, change):
    passed(stopped, here)
    write(here, stopped, **({"text": WORDS} | change))
    page = text_of(here.get(here.at("check", stopped.lena.id)))
    assert "This cannot be sent" in page and "Is this stop wrong?" in page


def test_what_is_protected_afterwards_undoes_a_pass(stopped, here):
    passed(stopped, here)
    protect(stopped, value="school office", kind="other")
    assert "This cannot be sent" in text_of(here.get(here.at("check", stopped.lena.id)))


def test_a_pass_does_not_serve_for_another_reader(stopped, here):
    passed(stopped, here)
    make.email_of(stopped.tom, stopped.amal, "tom@example.org")
    post(here, here.at("write", stopped.tom.id), subject="Thursday", text=WORDS)
    assert "This cannot be sent" in text_of(here.get(here.at("check", stopped.tom.id)))


def test_a_refusal_says_why_to_the_writer_who_may_ask_again(stopped, here):
    ask(stopped, here)
    assert decide(stopped, look(stopped), decision="refuse").status_code == 200  # words are missing
    assert decide(stopped, look(stopped), decision="refuse", says="Say “a colleague”.").status_code == 302
    page = text_of(here.get(here.at("check", stopped.lena.id)))
    assert "Ben Tester refused it: Say “a colleague”." in page and "This cannot be sent" in page


def test_neither_the_writer_nor_a_colleague_nor_one_who_is_barred_decides(stopped, here):
    ask(stopped, here)
    found = look(stopped)
    assert "somebody else who manages the case decides" in seen_by(here, stopped, found)
    assert decide(stopped, found, here, decision="pass", reason_1="It is fine").status_code == 200
    colleague = Client()
    other = make.worker("Nora Tester")
    record.give_access(case=stopped.case, worker=other, why="supports", by=stopped.amal, at=clock.now())
    colleague.force_login(other)
    assert decide(stopped, found, colleague, decision="pass", reason_1="It is fine").status_code == 200
    record.record_conflict(
        case=stopped.case, worker=stopped.ben, why="her cousin", by=_other_manager(stopped), at=clock.now()
    )
    assert decide(stopped, found, decision="pass", reason_1="It is fine").status_code == 404
    assert look(stopped).state == "waiting"


def _other_manager(world):
    found = make.worker("Mia Tester", "team_manager")
    record.give_access(case=world.case, worker=found, why="manages", by=world.amal, at=clock.now())
    return found


def test_what_nobody_decided_in_time_or_used_in_time_is_over(stopped, here):
    ask(stopped, here)
    found = look(stopped)
    late = found.until_at + timedelta(seconds=1)
    with scoped(worker_id=stopped.ben.id, case_id=stopped.case.id):
        assert second_looks.looks_waiting(stopped.ben, late) == []
    with pytest.raises(record.CannotDecide, match="in time"):
        record.decide_second_look(look=found, passed=True, reasons=["x"], says="", by=stopped.ben, at=late)
    decide(stopped, found, decision="pass", reason_1="Another Dora.")
    found = look(stopped)
    assert found.until_at - found.decided_at == rules.USED_WITHIN
    with scoped(worker_id=stopped.amal.id):
        assert second_looks.passed(stopped.case, found.fingerprint, stopped.amal, found.decided_at) is not None
        assert second_looks.passed(stopped.case, found.fingerprint, stopped.amal, found.until_at) is None


@pytest.mark.parametrize(
    ("kind", "value"), [("address", "14 Quarry Lane, Fennby, FN1 2QX"), ("phone", "07700 900123"), ("new_name", NAME)]
)
def test_what_leads_to_somebody_is_passed_by_nobody(stopped, here, kind, value):
    protect(stopped, kind=kind, value=value)
    write(here, stopped, text=f"{WORDS} {value}")
    page = text_of(here.get(here.at("check", stopped.lena.id)))
    assert "Nobody may pass this, a second person neither" in page
    assert "Is this stop wrong?" not in page
    ask(stopped, here)
    assert look(stopped) is None


def test_a_fact_that_comes_to_lead_to_somebody_is_passed_by_nobody_also_later(stopped, here):
    found = passed(stopped, here)
    with scoped(worker_id=stopped.amal.id):
        copies = second_looks.frozen_for(found)
        outgoing = second_looks.outgoing_of(found, copies)
    protect(stopped, kind="new_name")
    with scoped(worker_id=stopped.amal.id, case_id=stopped.case.id):
        verdict = leaving.judge(case=stopped.case, reader=stopped.lena, outgoing=outgoing)
        assert second_looks.final_in(stopped.case, verdict)
    assert "This cannot be sent" in text_of(here.get(here.at("check", stopped.lena.id)))


@pytest.mark.drill
def test_a_file_that_nobody_could_read_may_be_passed_by_somebody_who_read_it(world, here):
    world.ben = make.worker("Ben Tester", "team_manager")
    record.give_access(case=world.case, worker=world.ben, why="manages", by=world.amal, at=clock.now())
    world.bens = Client()
    world.bens.force_login(world.ben)
    write(here, world)
    from kith.correspondence.tests.test_sending import attach

    attach(world, b"\x00\x01 not a picture", "scan.png", media_type="image/png")
    assert "This cannot be sent" in text_of(here.get(here.at("check", world.lena.id)))
    ask(world, here, why="It is her own drawing.")
    found = look(world)
    address = reverse("record:second_look_file", args=[world.case.id, found.id, 0])
    assert b"scan.png" in world.bens.get(address).content
    decide(world, found, decision="pass", reason_1="I opened it: a drawing of a horse.")
    assert send(here, world).status_code == 302


def test_the_database_lets_nothing_stopped_leave_and_nobody_pass_their_own(stopped, here):
    ask(stopped, here)
    found = look(stopped)
    held = {"reader": stopped.lena, "channel": "email", "purpose": "x", "verdict": {"level": "block"}}
    with (
        pytest.raises(ProgrammingError, match="second person"),
        scoped(worker_id=stopped.amal.id),
        transaction.atomic(),
    ):
        Release.objects.create(
            case=stopped.case, state="released", released_by=stopped.amal, released_at=clock.now(), **held
        )
    with scoped(worker_id=stopped.amal.id, case_id=stopped.case.id):
        changed = SecondLook.objects.filter(id=found.id).update(
            state="passed", decided_by=stopped.amal, decided_at=clock.now()
        )
    assert changed == 0
    with pytest.raises((IntegrityError, ProgrammingError)), scoped(worker_id=stopped.ben.id), transaction.atomic():
        SecondLook.objects.filter(id=found.id).update(state="passed", decided_by=stopped.amal, decided_at=clock.now())


@pytest.mark.drill
def test_the_same_letter_has_the_same_fingerprint_and_no_other_has(world):
    def outgoing(**more):
        message = EmailMessage()
        message["From"], message["To"], message["Subject"] = "k@example.org", "lena@example.org", "Hello"
        message["Date"], message["Message-ID"] = str(clock.now()), f"<{uuid4()}@x>"
        message.set_content(more.get("text", "Hello."))
        for name in more.get("files", ()):
            message.add_attachment(b"x", maintype="text", subtype="plain", filename=name)
        return leaving.Outgoing(
            channel="email", files=(leaving.OutgoingFile("m.eml", leaving.MAIL, message.as_bytes()),)
        )

    def key(**more):
        made = outgoing(**more)
        return second_looks.fingerprint(
            world.lena, made, leaving.judge(case=world.case, reader=world.lena, outgoing=made)
        )

    with scoped(worker_id=world.amal.id, case_id=world.case.id):
        assert key(files=["a.txt"]) == key(files=["a.txt"])
        assert len({key(), key(text="Hello!"), key(files=["a.txt"]), key(files=["b.txt"])}) == 4


@pytest.mark.drill
def test_a_letter_passed_today_leaves_tomorrow_as_it_was_looked_at_and_another_does_not(stopped, settings):
    settings.CARRIED_BY = {"email": "smtp", "sms": "", "letter": "hand", "phone": ""}
    settings.LETTER_FROM = "1 Quay Street, Fennby"
    home = make.way_of(stopped.lena, stopped.amal, "address", "8 Tanner Row, Fennby, FN3 4PQ")
    today, tomorrow = make.at("2026-11-25", "16:00"), make.at("2026-11-26", "09:00")
    way, who = f"letter:{home.id}", {"case": stopped.case, "reader": stopped.lena, "by": stopped.amal}
    words = {"subject": "School", "text": WORDS}
    actions.keep_words(words={**words, "contact": way}, at=today, **who)
    found = actions.ask_about_message(why="She asked for it.", at=today, **who)
    record.decide_second_look(look=found, passed=True, reasons=["The school's own."], says="", by=stopped.ben, at=today)
    other = actions.send_message(**who, subject="School", text=f"{WORDS} Today.", way=way, at=tomorrow, is_draft=False)
    assert other.message is None
    sent = actions.send_message(**who, **words, way=way, at=tomorrow)
    with scoped(worker_id=stopped.amal.id):
        (copy,) = leaving.frozen_copies(stopped.case, sent.message.release_id)
        page = pypdfium2.PdfDocument(copy.data)[0].get_textpage().get_text_range()
    assert "25 November 2026" in page


def test_half_an_address_in_one_letter_and_half_in_the_next_are_seen_together(world):
    make.protected_address(world.case, world.amal, value="Rose Cottage, 3 Quarry Lane, Fennby, FN1 2QX")
    halves = ("It is on Quarry Lane.", "We will wait by the rose cottage.")
    make.email_of(world.tom, world.amal, "tom@example.org")
    sent = [
        actions.send_message(
            case=world.case,
            reader=world.tom,
            subject="x",
            text=each,
            by=world.amal,
            at=clock.now(),
            accept_warnings=True,
        )
        for each in halves
    ]
    assert sent[0].message is not None, "one half alone is a warning"
    assert sent[1].message is None
    assert "with what they were told before" in sent[1].verdict.findings[0].disguise
