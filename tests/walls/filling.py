"""Fills a case with one of everything, through the actions that workers use, and names what each address is about."""

import uuid
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta

from kith.core import clock, files
from kith.core.models import Team, Worker
from kith.core.transactions import scoped
from kith.correspondence import actions as correspondence
from kith.correspondence import testing as sending
from kith.correspondence.models import CheckIn, Outbox
from kith.court import actions as court
from kith.court import queries as court_queries
from kith.court import rules as court_rules
from kith.court import testing as writing
from kith.engines.guard.tests import building
from kith.exhibits import actions as exhibits
from kith.exhibits import testing as handing_over
from kith.exhibits.models import Item
from kith.record import actions as record
from kith.record import rules
from kith.record import testing as make
from kith.record.models import BreakGlass, Case, Citation, Conflict, Draft, Entry, Participant, WayThrough
from kith.record.rules.contact_plan import Away, Order

#: Gives words for a place in the case; a marker stands in them where the walls are tried.
Words = Callable[[str], str]
DAY = date(2026, 3, 2)
CHAT = (
    "02/03/2026, 18:04 - {who}: {text}\n02/03/2026, 18:05 - Robin: You said six\n15/03/2026, 18:06 - {who}: Back now\n"
)


def start(kind: str, holder: Worker, team: Team, words: Words) -> Case:
    """Start a case of this kind, `holder`'s."""
    made = record.start_case(
        reference=f"WALL-{kind.replace(' ', '-').upper()}",
        family_name=words("family_name"),
        kind=Case.Kind.PRIVATE_LAW,
        opened_on=DAY,
        court_text=words("court_text"),
        court_number=words("court_number")[:40],
        team=team,
        is_made_up=kind == "made up",
        by=holder,
        at=make.AT,
    )
    with scoped(worker_id=holder.id, case_id=made.id):
        return Case.objects.get(id=made.id)


def fill(case: Case, holder: Worker, manager: Worker, colleague: Worker, words: Words) -> dict[str, object]:
    """Fill the case; gives what stands in its addresses: the word of a URL pattern -> its value."""
    people = _people(case, holder, words)
    entry, decision = _writings(case, holder, people["participant_id"], words)
    found: dict[str, object] = {"case_id": case.id, "entry_id": entry.id, "decision_id": decision}
    found |= {name: each.id for name, each in people.items()}
    found |= _exhibit(case, holder, people["participant_id"], words)
    found |= _link(case, holder, people["participant_id"], words)
    found |= _plan(case, holder, people["participant_id"], words)
    found |= _letters(case, holder, people["participant_id"], words)
    found |= _papers(case, holder, people["participant_id"], entry, words)
    found |= _before_leaving(case, holder, found, people["participant_id"], words)
    found |= {"outside_id": _reader(case, holder, people["participant_id"], words)}
    found |= _keeping(case, holder, entry, words)
    found |= _access(case, holder, manager, colleague, words)
    _judged(case, manager, words)
    return found


def _people(case: Case, by: Worker, words: Words) -> dict[str, object]:
    lena = record.add_participant(
        case=case,
        known_as=words("known_as"),
        full_name=words("full_name"),
        aliases=[words("alias")],
        part="mother",
        side="applicant",
        by=by,
        at=make.AT,
    )
    detail = record.add_contact_detail(
        case=case,
        participant=lena,
        kind="email",
        value=f"{words('mail').split()[-1]}@example.org",
        may_write=True,
        verified_how=words("verified"),
        by=by,
        at=make.AT,
    )
    fact = record.protect_fact(
        case=case,
        kind="address",
        value=f"14 {words('fact').split()[-1]} Lane, Fennby, FN1 2QX",
        aliases=[words("fact_alias")],
        why=words("fact_why"),
        since_on=DAY,
        about=lena,
        by=by,
        at=make.AT,
    )
    return {"participant_id": lena, "detail_id": detail, "fact_id": fact}


def _writings(case: Case, by: Worker, about: Participant, words: Words) -> tuple[Entry, uuid.UUID]:
    begins = datetime(2026, 3, 1, 18, tzinfo=UTC)
    entry = record.write_entry(
        case=case,
        kind="visit",
        text=words("entry"),
        happened_text=words("happened"),
        happened=rules.Span(begins, begins + timedelta(minutes=1)),
        precision="exact",
        allegation="",
        about=[about],
        by=by,
        at=make.AT,
    )
    decision = record.record_decision(
        case=case,
        question=words("question"),
        options=[words("option"), "Leave it"],
        chosen=0,
        childs_view=words("childs_view"),
        reasons=words("reasons"),
        evidence_for=words("evidence_for"),
        evidence_against=words("evidence_against"),
        decided_on=DAY,
        review_on=DAY + timedelta(days=400),
        by=by,
        at=make.AT,
    )
    record.save_draft(
        case=case, place="entry", words={"text": words("draft")}, version=0, editor="", by=by, at=clock.now()
    )
    with scoped(worker_id=by.id, case_id=case.id):
        return entry, Draft.objects.filter(case=case).get() and decision.id


def _exhibit(case: Case, by: Worker, giver: Participant, words: Words) -> dict[str, object]:
    chat = CHAT.format(who=words("speaker"), text=words("item")).encode()
    incoming = handing_over.incoming(chat, f"{words('file_name')}.txt")
    taken = exhibits.take_in(
        case=case,
        incoming=incoming,
        from_participant=None,
        from_text=words("from_text"),
        how="in_person",
        handed_over_on=DAY,
        authority=words("authority"),
        question=words("exhibit_question"),
        by=by,
        at=make.AT,
    )
    one = handing_over.read(taken, by)
    with scoped(worker_id=by.id, case_id=case.id):
        first, second = Item.objects.filter(exhibit=one).order_by("start")[:2]
    exhibits.check_original(exhibit=one, by=by, at=clock.now())
    quoted = {"case": case, "exhibit": one, "by": by, "at": clock.now()}
    kept = exhibits.quote_item(member=first.member, start=first.start, **quoted)
    exhibits.quote_item(member=second.member, start=second.start, **quoted)
    return {"exhibit_id": one.id, "member": first.member, "start": first.start, "citation_id": kept.id}


def _link(case: Case, by: Worker, lena: Participant, words: Words) -> dict[str, object]:
    """A link by which something came that waits, and is not taken in yet."""
    link, token = handing_over.link(case, by, lena, authority=words("link_authority"), question=words("link_question"))
    handing_over.drop(token, words("dropped").encode(), f"{words('dropped_name')}.txt")
    return {"link_id": link.id}


def _letters(case: Case, by: Worker, lena: Participant, words: Words) -> dict[str, object]:
    data = words("enclosed").encode()
    upload = files.Incoming(files.Writer(files.store()), f"{words('enclosure')}.txt", "text/plain", len(data))
    upload.writer.write(data)
    enclosed = correspondence.attach_upload(case=case, reader=lena, upload=upload, by=by, at=clock.now())
    sent = sending.message(
        case, lena, by, subject=words("subject"), text=words("letter"), enclosures=[enclosed], accept_warnings=True
    )
    correspondence.keep_words(
        case=case, reader=lena, words={"subject": "Next", "text": words("letter_draft")}, by=by, at=clock.now()
    )
    return {
        "message_id": sent.message_id,
        **_left_out(case, by, lena, words),
        "check_in_id": _check_in(case, by, lena, words).id,
        **_came_in(case, by, sent, words),
    }


def _left_out(case: Case, by: Worker, lena: Participant, words: Words) -> dict[str, object]:
    """A file that waits, and words that its copy is made without."""
    told = {"by": by, "at": clock.now()}
    with scoped(worker_id=by.id, case_id=case.id):
        stored = files.keep_bytes(building.pdf([words("left_out_of")]), case_id=case.id, at=clock.now())
    name = f"{words('left_out_file')}.pdf"
    waits = correspondence.attach_stored(
        case=case, reader=lena, stored=stored, name=name, media_type="application/pdf", **told
    )
    chosen = [correspondence.Chosen(words=words("left_out_of"))]
    (row,) = correspondence.leave_out_of_file(
        case=case, enclosure=waits, chosen=chosen, ground="harm", why=words("left_out_of_why"), **told
    )
    return {"enclosure_id": waits.id, "left_out_id": row.id}


def _check_in(case: Case, by: Worker, lena: Participant, words: Words) -> CheckIn:
    at = clock.now()
    said = {name: words(f"check_in_{name}") for name in ("subject", "text", "chosen_how")}
    days = {"first_on": at.date() + timedelta(days=1), "until_on": at.date() + timedelta(days=30)}
    days |= {"every_days": 7, "at_clock": time(16, 30)}
    found = correspondence.start_check_in(case=case, reader=lena, words=said, days=days, by=by, at=at)
    correspondence.stop_check_in(check_in=found, why=words("check_in_ended_why"), by=by, at=at)
    return correspondence.start_check_in(case=case, reader=lena, words=said, days=days, by=by, at=at)


def _plan(case: Case, by: Worker, lena: Participant, words: Words) -> dict[str, object]:
    """A plan with words in every part; one message that left past it; then one that holds."""
    said = {name: words(f"plan_{name}") for name in ("said_by", "verified_how", "seen_by", "code_word", "interpreter")}
    stay = Away(DAY, time(9), DAY, time(17), 0, words("plan_where"))
    order = Order(words("plan_order"), DAY, DAY)
    make.contact_plan(lena, by, **said, away=(stay,), orders=(order,), expires_on=DAY)
    for subject in ("Now", "And now"):
        sending.message(
            case, lena, by, subject=subject, text=words("urgent"), urgent=words("urgent_why"), accept_warnings=True
        )
    make.contact_plan(lena, by, **said, away=(stay,), orders=(order,))
    with scoped(worker_id=by.id, case_id=case.id):
        first = WayThrough.objects.filter(case=case).order_by("sent_at").first()
        return {"way_id": first and first.id, "section": "said"}


def _judged(case: Case, manager: Worker, words: Words) -> None:
    """Of the two messages that left past the plan, the manager has judged the second."""
    with scoped(worker_id=manager.id, case_id=case.id):
        way = WayThrough.objects.filter(case=case).order_by("sent_at").last()
    record.review_way_through(way=way, was_right=True, words=words("passed"), by=manager, at=clock.now())


def _came_in(case: Case, by: Worker, sent: Outbox, words: Words) -> dict[str, object]:
    """An answer to be read at once, with a file, that was not written by them; and something in the tray."""
    told = {"by": by, "at": clock.now()}
    text = f"I want to die. {words('answer')}"
    one = sending.reply(sent, by, text=text, subject=words("answer_subject"), file=b"a file", at=make.AT)
    correspondence.mark_read(received=one, did=words("did"), **told)
    correspondence.disown(received=one, why=words("not_theirs"), **told)
    return {"received_id": one.id, "arrived_id": sending.stray()}


def _papers(case: Case, by: Worker, lena: Participant, entry: Entry, words: Words) -> dict[str, object]:
    statement = court.begin_statement(
        case=case,
        court_text=words("statement_court"),
        court_number="ZZ26P00123",
        ordinal=1,
        filed_for=words("filed_for"),
        made_on=DAY,
        role_text=words("role_text"),
        office_text=words("office_text"),
        by=by,
        at=make.AT,
    )
    named = court_rules.Name(lena.id, words("shown_as"), words("heading"))
    court.name_people(statement=statement, names=[named], by=by, at=make.AT)
    part = writing.paragraph(statement, by, words("paragraph"))
    writing.piece(statement, by, "entry", entry.id)
    with scoped(worker_id=by.id, case_id=case.id):
        papers = court_queries.papers_of(statement, is_draft=False)
    row = court.release_papers(
        statement=statement,
        reader=lena,
        papers=papers,
        read_sha256=papers.sha256,
        purpose=words("purpose"),
        accept_warnings=True,
        by=by,
        at=clock.now(),
    )
    return {"statement_id": statement.id, "part_id": part.id, "release_id": row.release_id}


def _before_leaving(
    case: Case, by: Worker, found: dict[str, object], lena: Participant, words: Words
) -> dict[str, object]:
    """Something stopped that a second person is asked about, something left out of a copy, words asked about first."""
    typed = {"by": by, "at": clock.now()}
    name = f"Dora {words('stopped_name').split()[-1]}"
    record.protect_fact(case=case, kind="person", value=name, why=words("stopped_why"), since_on=DAY, **typed)
    letter = record.OutgoingFile(f"{words('stopped_file')}.txt", "text/plain", f"{name}: {words('stopped')}".encode())
    stopped = record.Outgoing(channel="email", files=(letter,))
    look = record.ask_second_person(case=case, reader=lena, outgoing=stopped, why=words("look_why"), **typed)
    left_out = record.leave_out(
        case=case,
        reader=lena,
        holder_id=found["part_id"],
        source_id=None,
        words=words("left_out"),
        ground="harm",
        why=words("left_out_why"),
        **typed,
    )
    with scoped(worker_id=by.id, case_id=case.id):
        quoted = Citation.objects.get(id=found["citation_id"])
    marked = record.mark_ask_first(of=quoted, teller=lena, why=words("ask_why"), **typed)
    return {"look_id": look.id, "position": 0, "redaction_id": left_out.id, "ask_id": marked.id}


def _reader(case: Case, by: Worker, lena: Participant, words: Words) -> uuid.UUID:
    reader = make.outside_reader(case, by, lena)
    record.write_own_words(reader_id=reader.id, words=words("own_words"))
    return reader.id


def _keeping(case: Case, by: Worker, entry: Entry, words: Words) -> dict[str, object]:
    typed = {"case": case, "by": by, "at": clock.now()}
    record.close_case(since_on=date(2026, 3, 3), why=words("closing"), **typed)
    record.choose_schedule(schedule="private_law", why=words("schedule"), **typed)
    hold = record.place_hold(kind="court", who=words("hold_who"), why=words("hold_why"), from_on=DAY, **typed)
    review = record.ask_erasure(what="entry", thing=entry.id, ground="right", why=words("erase"), **typed)
    return {"hold_id": hold.id, "what": "entry", "thing": entry.id, "review_id": review.id}


def _access(case: Case, holder: Worker, manager: Worker, colleague: Worker, words: Words) -> dict[str, object]:
    """Somebody who supports, somebody in conflict, an opening in an emergency, and looks that are withheld."""
    given = record.give_access(case=case, worker=colleague, why="supports", by=holder, at=clock.now())
    record.give_access(case=case, worker=manager, why="manages", by=holder, at=clock.now())
    rival, hasty = make.worker("Rival"), make.worker("Hasty")
    record.record_conflict(case=case, worker=rival, why=words("conflict"), by=manager, at=clock.now())
    why = f"It cannot wait: {words('glass')}"
    record.break_glass(reference=case.reference, why=why, place="", by=hasty, at=clock.now())
    later = (clock.now() + timedelta(days=90)).date()
    record.withhold_looks(case=case, why=words("withheld"), look_again_on=later, by=holder, at=clock.now())
    with scoped(worker_id=manager.id, case_id=case.id):
        conflict, glass = Conflict.objects.get(case=case), BreakGlass.objects.get(case=case)
    return {"access_id": given.id, "conflict_id": conflict.id, "glass_id": glass.id}
