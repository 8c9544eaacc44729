"""Taking a file in. The upload is read before anything else, so that what is wrong with it is said in a sentence."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from kith.core.errors import Refusal
from kith.core.pages import Request, page
from kith.core.permissions import Permission
from kith.exhibits import actions, forms, queries
from kith.record import queries as record
from kith.ui import uploads

_CUT = "The connection was cut before the whole file came. Nothing was kept: try again."


def reads_upload(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Read the whole upload first: a file that is refused half way is answered on the page, and leaves nothing behind.

    The form's token is checked afterwards, which is why the page is exempt from the check that comes before.
    """
    guarded = csrf_protect(view)

    @csrf_exempt
    @wraps(view)
    def answer(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        if not request.user.is_authenticated:
            return view(request, **kwargs)  # sent to sign in; not a byte is taken
        try:
            sent = request.FILES
        except (Refusal, UnreadablePostError, MultiPartParserError) as trouble:
            _abandon(handler.writer for handler in request.upload_handlers if hasattr(handler, "writer"))
            says = str(trouble) if isinstance(trouble, Refusal) else _CUT
            return _refuse(request, says, view, kwargs)
        try:
            return guarded(request, **kwargs)
        finally:
            _abandon(each.writer for each in sent.values() if hasattr(each, "writer"))  # kept ones stay

    return answer


def _abandon(writers: Any) -> None:
    for writer in writers:
        writer.abandon()


def _refuse(request: HttpRequest, says: str, view: Callable[..., HttpResponse], kwargs: dict[str, Any]) -> HttpResponse:
    if uploads.wants_json(request):
        return JsonResponse({"errors": [says]}, status=422)
    request.method = "GET"
    request.upload_trouble = says  # type: ignore[attr-defined]
    response = view(request, **kwargs)
    response.status_code = 422 if response.status_code == 200 else response.status_code
    return response


@reads_upload
@page("GET", "POST", needs=Permission.TAKE_IN)
def take_in(request: Request, *, case_id: UUID) -> HttpResponse:
    """Take in what somebody handed over."""
    form = _form(request)
    if form.is_valid():
        try:
            exhibit = _take_in(request, form)
        except Refusal as refusal:
            form.add_error("file", str(refusal))
        else:
            messages.success(request, f"It was taken in as {exhibit.label}.")
            return uploads.done(request, "exhibits:show", case_id, exhibit.id)
    if request.method == "POST" and (answer := uploads.refused(request, form)):
        return answer
    shown = queries.take_in_page(request.case)
    return render(request, "exhibits/take_in.html", {"page": shown, "form": form})


def _form(request: Request) -> forms.TakeIn:
    givers = queries.giver_choices(request.case)
    trouble = getattr(request, "upload_trouble", "")
    if request.method == "POST":
        return forms.TakeIn(request.POST, request.FILES, givers=givers)
    initial = {"handed_over_on": timezone.localdate(request.at)}
    if not trouble:
        return forms.TakeIn(givers=givers, initial=initial)
    form = forms.TakeIn({}, givers=givers)
    form.errors.clear()
    form.add_error("file", trouble)
    return form


def _take_in(request: Request, form: forms.TakeIn) -> queries.Exhibit:
    said = form.cleaned_data
    giver = form.participant_id()
    return actions.take_in(
        case=request.case,
        incoming=said["file"],
        from_participant=record.participant_in(request.case, UUID(giver)) if giver else None,
        from_text=said["from_text"],
        how=said["how"],
        handed_over_on=said["handed_over_on"],
        authority=said["authority"],
        question=said["question"],
        by=request.worker,
        at=request.at,
    )
