"""Pages of what is sent: whom to write to, the words, reading it as them, what was sent."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from kith.core.errors import NotFound, Refusal
from kith.core.pages import Request, page
from kith.core.permissions import Permission
from kith.correspondence import actions, forms, queries
from kith.correspondence.queries.writing import (
    WritePage,
    check_page,
    chosen_file,
    chosen_hours,
    chosen_way,
    enclosure_in,
)
from kith.record import queries as record
from kith.ui import downloads
from kith.ui.typed import read_number


@page("GET", needs=Permission.OPEN_CASE)
def list_messages(request: Request, *, case_id: UUID) -> HttpResponse:
    """Show the messages of a case."""
    found = queries.list_page(request.case, request.worker, _instant(request.GET.get("before", "")))
    return render(request, "correspondence/list.html", {"page": found, "form": None})


def _instant(text: str) -> datetime | None:
    try:
        found = parse_datetime(text)
    except ValueError:
        return None
    return found if found is not None and found.tzinfo else None


@page("GET", needs=Permission.SEND)
def choose(request: Request, *, case_id: UUID) -> HttpResponse:
    """Choose whom to write to."""
    return render(request, "correspondence/choose.html", {"page": queries.choose_page(request.case), "form": None})


@page("GET", "POST", needs=Permission.SEND)
def write(request: Request, *, case_id: UUID, reader_id: UUID) -> HttpResponse:
    """Write the words to one reader; what was typed and attached is kept whatever is wrong with it."""
    reader = record.participant_in(request.case, reader_id)
    version, is_shown = read_number(request.GET.get("version", "")), request.method != "POST"
    found = queries.write_page(request.case, reader, request.worker, request.at, version, look_into_files=is_shown)
    if request.method != "POST":
        first = found.ways[0].key if found.ways else ""
        typed = {**found.words, "contact": found.words["contact"] or first}
        return _written(request, found, forms.Write(initial=typed, ways=found.ways, attached=found.attached))
    form = forms.Write(request.POST, request.FILES, ways=found.ways, attached=found.attached)
    form.is_valid()
    actions.keep_words(case=request.case, reader=reader, words=form.words(), by=request.worker, at=request.at)
    _keep_files(request, reader_id, form)
    if "clean" in request.POST:
        _clean_file(request, reader_id)
    if request.POST.keys() & {"stay", "clean"} and "attach" not in form.errors:
        return redirect("correspondence:write", case_id, reader_id)
    if form.is_valid():
        return redirect("correspondence:check", case_id, reader_id)
    found = queries.write_page(request.case, reader, request.worker, request.at, look_into_files=True)
    form.list_attached(found.attached)
    return _written(request, found, form)


@page("GET", "POST", needs=Permission.SEND)
def begin(request: Request, *, case_id: UUID, reader_id: UUID) -> HttpResponse:
    """Choose words to begin with; what was being written stays as an earlier version."""
    reader, today = record.participant_in(request.case, reader_id), timezone.localdate(request.at)
    if request.method == "POST":
        chosen = queries.beginning(reader, request.worker, request.POST.get("key", ""), today)
        words = {"subject": chosen.subject, "text": chosen.text}
        actions.keep_words(case=request.case, reader=reader, words=words, by=request.worker, at=request.at)
        return redirect("correspondence:write", case_id, reader_id)
    found = queries.beginnings_page(request.case, reader, request.worker, today)
    return render(request, "correspondence/beginnings.html", {"page": found})


def _written(request: Request, found: WritePage, form: forms.Write) -> HttpResponse:
    return render(request, "correspondence/write.html", {"page": found, "form": form})


def _keep_files(request: Request, reader_id: UUID, form: forms.Write) -> None:
    """Take off what was ticked, then attach what came; what cannot be attached says why beside its field."""
    reader = record.participant_in(request.case, reader_id)
    for chosen in form.cleaned_data.get("take_off") or ():
        enclosure = enclosure_in(request.case, reader, request.worker, UUID(chosen))
        if enclosure is not None:
            actions.take_off(enclosure=enclosure, by=request.worker, at=request.at)
    for upload in form.cleaned_data.get("attach") or ():
        try:
            actions.attach_upload(case=request.case, reader=reader, upload=upload, by=request.worker, at=request.at)
        except Refusal as refusal:
            form.add_error("attach", str(refusal))


def _clean_file(request: Request, reader_id: UUID) -> None:
    """Put a clean copy in the place of one file, and say what was taken out of it (words of ours alone: a cookie)."""
    reader = record.participant_in(request.case, reader_id)
    enclosure = enclosure_in(request.case, reader, request.worker, chosen_file(request.POST["clean"]))
    if enclosure is None:
        return
    try:
        made = actions.make_clean_copy(
            case=request.case, reader=reader, enclosure=enclosure, by=request.worker, at=request.at
        )
    except actions.NotCleaned as refusal:
        messages.error(request, str(refusal))
    else:
        says = f"A clean copy is attached instead. Taken out: {', '.join(made.taken_out) or 'nothing'}."
        says += f" Still to be looked at: {', '.join(made.left)}." if made.left else ""
        messages.success(request, f"{says} The case keeps the original.")


@page("GET", "POST", needs=Permission.SEND)
def check(request: Request, *, case_id: UUID, reader_id: UUID) -> HttpResponse:
    """Read it as them, then send it."""
    reader = record.participant_in(request.case, reader_id)
    is_asking = "ask" in request.POST
    form = forms.Send(request.POST if request.method == "POST" and not is_asking else None)
    second = forms.AskSecond(request.POST if is_asking else None)
    try:
        if second.is_valid():
            actions.ask_about_message(
                case=request.case, reader=reader, by=request.worker, at=request.at, **second.cleaned_data
            )
            messages.success(
                request, "A manager of the case is asked. It stands under “Waiting for you” on their page."
            )
            return redirect("correspondence:check", case_id, reader_id)
        if form.is_valid():
            sent = _sent(request, reader_id, form)
            if sent is not None and sent.message is not None:
                messages.success(request, "Checked and released.")  # no names, and no state: that may change at once
                return redirect("correspondence:show", case_id, sent.message.id)
        found = check_page(request.case, reader, request.worker, request.at)
    except actions.Changed as refusal:
        messages.error(request, str(refusal))
        return redirect("correspondence:check", case_id, reader_id)
    except queries.CannotWrite:
        return redirect("correspondence:write", case_id, reader_id)  # that page says why
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("correspondence:write", case_id, reader_id)
    if not form.is_bound:
        form = forms.Send(initial={"seen": found.seen})
    shown = second if is_asking else form
    return render(request, "correspondence/check.html", {"page": found, "form": shown, "send": form, "second": second})


def _sent(request: Request, reader_id: UUID, form: forms.Send) -> actions.Sent | None:
    """Send it; what the reader's plan says against it is said on the form, which keeps the reason that was typed."""
    try:
        return _send(request, reader_id, form)
    except queries.NotNow as refusal:
        form.add_error("urgent", str(refusal))
        return None


def _send(request: Request, reader_id: UUID, form: forms.Send) -> actions.Sent:
    reader = record.participant_in(request.case, reader_id)
    words = record.begun(request.case, queries.place_of(reader), request.worker).words
    return actions.send_message(
        case=request.case,
        reader=reader,
        subject=str(words.get("subject", "")),
        text=str(words.get("text", "")),
        way=chosen_way(words.get("contact")),
        hours=chosen_hours(words.get("hours")),
        enclosures=queries.enclosures_of(request.case, reader, request.worker),
        accept_warnings=form.cleaned_data["accept"],
        seen=form.cleaned_data["seen"],
        urgent=form.cleaned_data["urgent"],
        by=request.worker,
        at=request.at,
    )


@page("GET", needs=Permission.OPEN_CASE)
def check_ins(request: Request, *, case_id: UUID) -> HttpResponse:
    """Show the check-ins of a case."""
    found = queries.check_ins_page(request.case, request.worker)
    return render(request, "correspondence/check_ins.html", {"page": found, "form": None})


@page("GET", "POST", needs=Permission.SEND)
def start_check_in(request: Request, *, case_id: UUID, reader_id: UUID) -> HttpResponse:
    """Begin a check-in that somebody chose."""
    reader, today = record.participant_in(request.case, reader_id), timezone.localdate(request.at)
    begin_with = queries.beginning(reader, request.worker, "check_in", today) if request.method == "GET" else None
    initial = {"subject": begin_with.subject, "text": begin_with.text} if begin_with else {}
    form = forms.StartCheckIn(request.POST or None, initial=initial)
    if form.is_valid():
        words = {name: form.cleaned_data[name] for name in ("subject", "text", "chosen_how")}
        days = {name: form.cleaned_data[name] for name in ("every_days", "at_clock", "first_on", "until_on")}
        try:
            actions.start_check_in(
                case=request.case, reader=reader, words=words, days=days, by=request.worker, at=request.at
            )
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Started. Each check-in is checked before it leaves.")
            return redirect("correspondence:check_ins", case_id)
    found = {
        "title": f"A check-in for {reader.known_as}",
        "case": record.case_head(request.case),
        "reader_id": reader.id,
    }
    return render(request, "correspondence/start_check_in.html", {"page": found, "form": form})


@page("GET", "POST", needs=Permission.SEND)
def stop_check_in(request: Request, *, case_id: UUID, check_in_id: UUID) -> HttpResponse:
    """Stop a check-in."""
    row = queries.check_in_in(request.case, check_in_id)
    form = forms.StopCheckIn(request.POST or None)
    if form.is_valid():
        actions.stop_check_in(check_in=row, why=form.cleaned_data["why"], by=request.worker, at=request.at)
        messages.success(request, "Stopped. No more of it is sent.")
        return redirect("correspondence:check_ins", case_id)
    found = {"title": "Stop this check-in", "case": record.case_head(request.case), "subject": row.subject}
    return render(request, "correspondence/stop_check_in.html", {"page": found, "form": form})


@page("GET", "POST", needs=Permission.SEND)
def first_contact(request: Request, *, case_id: UUID, reader_id: UUID) -> HttpResponse:
    """Send the neutral first words to somebody whom nobody has asked yet how they may be reached."""
    reader = record.participant_in(request.case, reader_id)
    found = queries.first_contact_page(request.case, reader, request.worker, request.at)
    form = forms.FirstContact(request.POST or None, ways=found.ways)
    if form.is_valid():
        form.cleaned_data.pop("nothing_against")
        try:
            sent = actions.send_first_contact(
                case=request.case, reader=reader, by=request.worker, at=request.at, **form.cleaned_data
            )
            if sent.message is not None:
                messages.success(request, "The first words are waiting to be sent.")
                return redirect("correspondence:show", case_id, sent.message.id)
            form.add_error(None, "The check found something in them that this reader must not learn. Nothing was sent.")
        except Refusal as refusal:
            form.add_error(None, str(refusal))
    return render(request, "correspondence/first_contact.html", {"page": found, "form": form})


@page("GET", "POST", needs=Permission.OPEN_CASE)
def show(request: Request, *, case_id: UUID, message_id: UUID) -> HttpResponse:
    """Show a message, what left, and its state; where it may have been sent, take what a person found out."""
    form = forms.Settle(request.POST or None)
    if request.method == "POST" and not request.worker.may(Permission.SEND):
        raise NotFound
    if form.is_valid():
        message = queries.message_in(request.case, message_id)
        actions.settle(message=message, by=request.worker, at=request.at, **form.cleaned_data)
        return redirect("correspondence:show", case_id, message_id)
    return _shown(request, message_id, form)


def _shown(request: Request, message_id: UUID, form: Any) -> HttpResponse:
    """Show a message, with the form that its state asks for."""
    found = queries.show_page(request.case, message_id, request.worker, request.at)
    if found.asks == "":
        form = None
    elif request.method != "POST":
        form = {"settle": forms.Settle, "post": forms.Posted, "call": forms.Called}[found.asks]()
    return render(request, "correspondence/show.html", {"page": found, "form": form})


@page("POST", needs=Permission.POST_LETTERS)
def done(request: Request, *, case_id: UUID, message_id: UUID) -> HttpResponse:
    """Note that a letter was posted, or how a call went."""
    message = queries.message_in(request.case, message_id)
    form: Any = forms.Posted(request.POST) if message.channel == "letter" else forms.Called(request.POST)
    if not form.is_valid():
        return _shown(request, message_id, form)
    note = actions.note_posted if message.channel == "letter" else actions.note_call
    try:
        note(message=message, by=request.worker, at=request.at, **form.cleaned_data)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect("correspondence:show", case_id, message_id)


@page("POST", needs=Permission.SEND)
def stop(request: Request, *, case_id: UUID, message_id: UUID) -> HttpResponse:
    """Stop a message that nobody has yet."""
    actions.stop(message=queries.message_in(request.case, message_id), by=request.worker, at=request.at)
    return redirect("correspondence:show", case_id, message_id)


@page("POST", needs=Permission.SEND)
def put_away(request: Request, *, case_id: UUID, message_id: UUID) -> HttpResponse:
    """Say that a message which did not go has been seen."""
    actions.put_away(message=queries.message_in(request.case, message_id), by=request.worker, at=request.at)
    return redirect("correspondence:show", case_id, message_id)


@page("GET", needs=Permission.OPEN_CASE)
def frozen_copy(request: Request, *, case_id: UUID, message_id: UUID) -> HttpResponse:
    """Give the exact bytes that left, as a file."""
    copy = queries.copy_of(request.case, message_id)
    if not copy.matches:
        raise Refusal("The copy that was kept is not what left. Tell whoever looks after Kith.")
    ending = {"message.txt": "txt", "letter.pdf": "pdf"}.get(copy.name, "eml")
    return downloads.attachment(copy.data, name=f"message-{message_id}.{ending}")


@page("POST", needs=Permission.SEND)
def again(request: Request, *, case_id: UUID, message_id: UUID) -> HttpResponse:
    """Begin a new message with the words of one that was not sent."""
    message = queries.message_in(request.case, message_id)
    reader = actions.write_again(case=request.case, message=message, by=request.worker, at=request.at)
    return redirect("correspondence:write", case_id, reader.id)


@page("GET", needs=Permission.POST_ROOM)
def post_room(request: Request) -> HttpResponse:
    """Show what left the demonstration."""
    return render(request, "correspondence/post_room.html", {"page": queries.post_room_page(), "form": None})
