"""The public page of a link: a code word, then files, then thank you. Nobody is signed in and no case is opened."""

from typing import TypeVar

from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.http import HttpResponse, HttpResponseRedirect, JsonResponse, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.shortcuts import redirect

from kith.core.errors import Refusal
from kith.core.pages import Request, public
from kith.core.sign_in import origins
from kith.core.sign_in.waiting import in_words
from kith.exhibits import actions, forms, linking, queries, turns
from kith.ui import forms as ui_forms
from kith.ui import jinja, uploads

F = TypeVar("F", bound=ui_forms.Form)
_TITLE = "Send a file"
_CUT = "The connection was cut before everything came. Nothing was kept of it: try again."
_WRONG = "That did not work. Check the word and try again. If the link was used before, or is old, ask for a new one."
_OVER = "This link does not work any more. Ask the person who gave it to you for a new one."


@public("GET", "POST")
def drop(request: Request, *, token: str) -> HttpResponse:
    """Ask for the code word; to a browser that gave it, show where files are sent."""
    opened = _opened(request, token)
    if opened is not None:
        return _send_page(token, forms.SendFiles(), opened)
    form = forms.CodeWord(request.POST or None)
    if not form.is_valid():
        return _word_page(form)
    place = origins.place_of(request)
    said = actions.give_word(token=token, word=form.cleaned_data["word"], place=place)
    if said.answer == "yes":
        return _remember(redirect("drop:open", token), said.sitting)
    return _word_page(_empty(forms.CodeWord({}), _refused(said)))


@public("POST")
def drop_send(request: Request, *, token: str) -> HttpResponse:
    """Take files, all of a sending or none. It is let in by its size, before a byte of it is read."""
    sitting = _sitting(request)
    if not sitting:
        return uploads.done(request, "drop:open", token)
    try:
        with turns.a_turn(linking.hash_of(token)):
            _take(request, token, sitting)
    except actions.AskWord:
        return uploads.done(request, "drop:open", token)
    except (UnreadablePostError, MultiPartParserError, SuspiciousOperation):
        return _trouble(request, token, _CUT)
    except Refusal as refusal:
        return _trouble(request, token, str(refusal))
    return uploads.done(request, "drop:open", token)


def _take(request: Request, token: str, sitting: str) -> None:
    case_id, key = actions.begin_sending(token=token, sitting=sitting, size_bytes=_size(request))
    request.is_let_in = True  # type: ignore[attr-defined]
    try:
        form = forms.SendFiles(request.POST, request.FILES)
        if not form.is_valid():
            raise _Unfit(" ".join(str(words) for words in form.errors["sent"]))
        sent = form.cleaned_data["sent"]
        actions.add_files(token=token, sitting=sitting, case_id=case_id, wrapped_case_key=key, sent=sent)
    finally:
        for handler in request.upload_handlers:
            for writer in getattr(handler, "writers", ()):
                writer.abandon()  # kept ones stay


class _Unfit(Refusal):
    """What was sent is no file, or an empty one."""


@public("POST")
def drop_end(request: Request, *, token: str) -> HttpResponse:
    """That was all: close the link, and go where there is nothing to go back to."""
    if sitting := _sitting(request):
        actions.end(token=token, sitting=sitting)
    return _forget(redirect("drop:thanks"))


@public("GET")
def drop_thanks(request: Request) -> HttpResponse:
    """Say thank you."""
    return _shown("thanks", queries.DropPage("Thank you", settings.DROP_AGENCY))


@public("GET")
def drop_leave(request: Request) -> HttpResponse:
    """Lead to the neutral page that the agency chose; this browser must give the word again to come back."""
    return _forget(HttpResponseRedirect(settings.DROP_EXIT))


def _opened(request: Request, token: str) -> queries.Opened | None:
    sitting = _sitting(request)
    return actions.look(token=token, sitting=sitting) if sitting else None


def _refused(said: queries.Answered) -> str:
    match said.answer:
        case "wait":
            return f"That did not work. Wait {in_words(said.seconds)}, then try again."
        case "over":
            return _OVER
        case _:
            return _WRONG


def _word_page(form: forms.CodeWord) -> HttpResponse:
    return _shown("word", queries.DropPage(_TITLE, settings.DROP_AGENCY), form)


def _send_page(token: str, form: forms.SendFiles, opened: queries.Opened) -> HttpResponse:
    return _shown("send", queries.DropPage(_TITLE, settings.DROP_AGENCY, opened=opened, token=token), form)


def _shown(name: str, page: queries.DropPage, form: ui_forms.Form | None = None) -> HttpResponse:
    """Draw a page without the request: it knows no session and names nobody, whoever's browser it is."""
    return HttpResponse(jinja.shared().get_template(f"exhibits/drop/{name}.html").render(page=page, form=form))


def _trouble(request: Request, token: str, says: str) -> HttpResponse:
    """Say on the page what was wrong; to a script, as words. Where the word is not known any more, ask for it."""
    if uploads.wants_json(request):
        return JsonResponse({"errors": [says]}, status=422)
    opened = _opened(request, token)
    if opened is None:
        return redirect("drop:open", token)
    response = _send_page(token, _empty(forms.SendFiles({}), says), opened)
    response.status_code = 422
    return response


def _empty(form: F, says: str) -> F:
    """Give an empty form with one error on its only field: what was typed is not said back on a shared phone."""
    form.errors.clear()
    form.add_error(next(iter(form.fields)), says)
    return form


def _size(request: Request) -> int:
    said = request.META.get("CONTENT_LENGTH") or ""
    return int(said) if said.isascii() and said.isdigit() and len(said) < 16 else 0


def _sitting(request: Request) -> str:
    return request.COOKIES.get(settings.DROP_COOKIE_NAME, "")


def _remember(response: HttpResponse, sitting: str, max_age: int | None = None) -> HttpResponse:
    response.set_cookie(
        settings.DROP_COOKIE_NAME,
        sitting,
        max_age=max_age,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Strict",
    )
    return response


def _forget(response: HttpResponse) -> HttpResponse:
    return _remember(response, "", max_age=0)
