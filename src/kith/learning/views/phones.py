"""A phone in a meeting: a code, then a question and its choices. Nobody is signed in, and no session is read."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect

from kith.core import transactions
from kith.core.pages import Request, public
from kith.core.sign_in import origins
from kith.learning import joining
from kith.learning.actions import phones as actions
from kith.learning.forms.votes import EnterCode, Turn
from kith.learning.queries.votes import PhonePage, Shown
from kith.learning.rules.votes import plain_code, spoken
from kith.ui import forms as ui_forms
from kith.ui import jinja

_TITLE = "Vote"
_NONE = "No vote is open under this code. Check the six letters on the screen."
_WAIT = "Many wrong codes came from this network. Wait a few seconds and try again, or scan the square on the screen."
_NO_TOKEN = (
    "Your browser did not keep this meeting's token, so a vote could count twice. Yours was not counted. Try again."
)
_NO_TOKEN += " If it happens again, allow cookies for this page or use another browser."
_SECONDS = 4 * 60 * 60  # as long as a gathering may be open


@dataclass(frozen=True, slots=True)
class Phone:
    """A phone at a code: `token` is what it brought, and `known_by` what that is kept as, empty where it is none."""

    code: str
    token: str
    known_by: bytes


@public("GET", "POST")
def vote_code(request: Request) -> HttpResponse:
    """Ask for the code."""
    form = EnterCode(request.POST or None)
    if form.is_valid():
        return redirect("vote:phone", form.cleaned_data["code"])
    return _shown("code", PhonePage(title=_TITLE, agency=settings.DROP_AGENCY), form)


@public("GET", "POST")
def vote_phone(request: Request, *, code: str) -> HttpResponse:
    """Show what is asked; POST votes."""
    phone = _phone(request, code)
    shown = _look(request, phone)
    if shown.answer in ("none", "wait"):
        return _not_in(phone, shown)
    if request.method == "GET":
        return _in(phone, shown)
    if not phone.known_by:
        return _in(phone, shown, note=_NO_TOKEN)
    sent = Turn(request.POST)
    try:
        actions.vote(code=phone.code, phone=phone.known_by, turn=sent.number("turn"), chosen=sent.number("chosen"))
    except actions.NothingCounted as refusal:
        now = _look(request, phone)
        return _not_in(phone, now) if now.answer == "none" else _in(phone, now, note=str(refusal))
    return redirect("vote:phone", phone.code)


@public("GET")
def vote_now(request: Request, *, code: str) -> HttpResponse:
    """Give the turn, or 0 where no vote is open: what a waiting phone asks again and again."""
    return JsonResponse({"turn": _look(request, _phone(request, code)).turn})


def _phone(request: Request, typed: str) -> Phone:
    code, token = plain_code(typed), request.COOKIES.get(settings.VOTE_COOKIE_NAME, "")
    return Phone(code, token, joining.phone_of(token, code) if code else b"")


def _look(request: Request, phone: Phone) -> Shown:
    if not phone.code or not transactions.has_door():
        return Shown("none", 0, (), None)
    known = bool(phone.known_by) or joining.was_scanned(request.GET.get("from", ""), phone.code)
    place = joining.place_mark(origins.place_of(request))
    return actions.look(code=phone.code, phone=phone.known_by, place=place, known=known)


def _in(phone: Phone, shown: Shown, note: str = "") -> HttpResponse:
    """Show a phone what is asked; one that is new is given its token."""
    page = PhonePage(title=_TITLE, agency=settings.DROP_AGENCY, code=phone.code, shown=shown, note=note)
    response = _shown("phone", page)
    response.status_code = 409 if note else 200
    return response if phone.known_by else _remember(response, joining.new_token(phone.code), _SECONDS)


def _not_in(phone: Phone, shown: Shown) -> HttpResponse:
    """Say that no vote is open under this code: to a phone that was in it, that it ended, and its token goes."""
    if phone.known_by:
        return _remember(_shown("over", PhonePage(title=_TITLE, agency=settings.DROP_AGENCY)), "", 0)
    form = EnterCode({"code": spoken(phone.code)})
    form.errors.clear()
    form.add_error("code", _WAIT if shown.answer == "wait" else _NONE)
    return _shown("code", PhonePage(title=_TITLE, agency=settings.DROP_AGENCY), form)


def _shown(name: str, page: PhonePage, form: ui_forms.Form | None = None) -> HttpResponse:
    """Draw a page without the request: it knows no session and names nobody, whoever's phone it is."""
    return HttpResponse(jinja.shared().get_template(f"learning/vote/{name}.html").render(page=page, form=form))


def _remember(response: HttpResponse, token: str, seconds: int) -> HttpResponse:
    response.set_cookie(
        settings.VOTE_COOKIE_NAME,
        token,
        max_age=seconds,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",  # a link opened from a message must find the same token, or the phone would vote twice
    )
    return response
