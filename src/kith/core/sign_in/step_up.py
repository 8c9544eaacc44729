"""Is it still them? Asked before what is dangerous, unless it was shown a few minutes ago (`@page(step_up=True)`).

The question stands in the place of the page, at its own address, and carries what was typed; so nothing is lost, nobody
is sent anywhere else, and nothing of the case waits in the session.
"""

import time
from dataclasses import dataclass
from typing import Any, Literal

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import get_authentication_records, record_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal.auth import begin_authentication
from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.forms import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from kith.core.sign_in import sessions
from kith.core.sign_in.passkeys import ConfirmByCode, ConfirmByPasskey
from kith.ui import fields
from kith.ui.forms import Form

#: What the question's own fields begin with; everything else was typed on the page before it.
OWN = "confirm-"
_NOT_CARRIED = {"csrfmiddlewaretoken"}

#: Whether a page asks: never, whenever it is opened or sent, or only when it is sent.
Asks = bool | Literal["POST"]


class Confirm(Form):
    """A password, a code or a passkey: one of them is enough."""

    prefix = OWN.rstrip("-")
    password = fields.Password("Password", required=False, say_optional=False)
    code = fields.Text(
        "Or a code from your authenticator app",
        required=False,
        say_optional=False,
        width=10,
        max_length=40,
        autocomplete="one-time-code",
        look={"inputmode": "numeric"},
    )
    credential = fields.Hidden(required=False)

    def __init__(self, request: HttpRequest, types: set[str], *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.request = request
        if not types & {"totp", "recovery_codes"}:
            del self.fields["code"]

    def clean(self) -> dict[str, Any]:
        """Show that it is them, in the way they chose."""
        given = self.cleaned_data
        if given.get("credential"):
            self._pass_on(ConfirmByPasskey, "credential")
        elif given.get("code"):
            self._pass_on(ConfirmByCode, "code")
        elif given.get("password"):
            self._look_at_password(given["password"])
        else:
            self.add_error("password", "Enter your password")
        return given

    def _look_at_password(self, password: str) -> None:
        worker = self.request.user
        try:
            if get_adapter(self.request).reauthenticate(worker, password):
                record_authentication(self.request, worker, method="password", reauthenticated=True)
                return
        except ValidationError as refusal:
            self.add_error("password", refusal)
            return
        self.add_error("password", "The password is not right")

    def _pass_on(self, kind: Any, name: str) -> None:
        """Let allauth's own form look at a code or a passkey."""
        form = kind(user=self.request.user, data={name: self.cleaned_data[name]})
        if not form.is_valid():
            self.add_error(name if name in self.fields and name != "credential" else None, _words_of(form))
            return
        if name == "code":
            form.save()
        else:
            record_authentication(
                self.request, self.request.user, "mfa", id=form.cleaned_data[name].pk, reauthenticated=True
            )


@dataclass(frozen=True, slots=True)
class ConfirmPage:
    """The question: what was typed before it, and what a passkey needs to answer (JSON; empty without one)."""

    title: str
    carried: tuple[tuple[str, str], ...]
    is_sent: bool
    passkey: str


def ask(request: HttpRequest, asks: Asks) -> HttpResponse | None:
    """Give the question, or nothing when the page may go on as it was asked for."""
    if not asks or (asks == "POST" and request.method != "POST"):
        return None
    if request.method == "POST" and f"{OWN}sent" in request.POST:
        return _answered(request)
    return None if is_fresh(request) else _question(request, Confirm(request, _types(request)))


def is_fresh(request: HttpRequest) -> bool:
    """Tell whether they signed in, or showed that it is them, a few minutes ago."""
    began = sessions.began_at(request)
    shown = [record["at"] for record in get_authentication_records(request, request.user)]
    latest = max([began.timestamp() if began else 0.0, *shown])
    return bool(time.time() - latest < settings.STEP_UP_MINUTES * 60)


def _answered(request: HttpRequest) -> HttpResponse | None:
    form = Confirm(request, _types(request), request.POST)
    if not form.is_valid():
        return _question(request, form)
    if request.POST[f"{OWN}sent"] != "yes":
        return HttpResponseRedirect(request.get_full_path())
    request.POST = _without_ours(request)
    return None


def _without_ours(request: HttpRequest) -> Any:
    """Give what was typed on the page, without the answer to the question."""
    typed = request.POST.copy()
    for name in [each for each in typed if each.startswith(OWN)]:
        del typed[name]
    typed._mutable = False
    return typed


def _question(request: HttpRequest, form: Confirm) -> HttpResponse:
    given = request.POST.lists() if request.method == "POST" else ()
    carried = [
        (name, value)
        for name, values in given
        if not name.startswith(OWN) and name not in _NOT_CARRIED
        for value in values
    ]
    was_sent = request.POST.get(f"{OWN}sent", "yes") if request.method == "POST" else ""
    page = ConfirmPage("Confirm it is you", tuple(map(_pair, carried)), was_sent == "yes", _passkey(request))
    return render(request, "ui/confirm.html", {"page": page, "form": form})


def _pair(carried: tuple[str, Any]) -> tuple[str, str]:
    return carried[0], str(carried[1])


def _passkey(request: HttpRequest) -> str:
    if Authenticator.Type.WEBAUTHN not in _types(request):
        return ""
    return DjangoJSONEncoder().encode(begin_authentication(request.user))


def _types(request: HttpRequest) -> set[str]:
    return set(Authenticator.objects.filter(user_id=request.user.pk).values_list("type", flat=True))


def _words_of(form: Any) -> list[str]:
    return [str(words) for errors in form.errors.values() for words in errors]
