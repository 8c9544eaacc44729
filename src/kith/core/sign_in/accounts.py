"""Allauth's questions about accounts, answered for an agency: accounts are given, not taken; guessing is made slow."""

from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.forms import ChangePasswordForm
from allauth.core import context
from django.forms import ValidationError
from django.http import HttpRequest, HttpResponse

from kith.core import clock, ledger, transactions
from kith.core.models import Worker
from kith.core.sign_in import devices, limits, origins, paths, sessions

_WAYS = {
    "reauthenticate": "Use your password",
    "mfa_reauthenticate": "Use a code",
    "mfa_reauthenticate:webauthn": "Use a passkey",
}


class Accounts(DefaultAccountAdapter):
    """Named in `ACCOUNT_ADAPTER`."""

    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": "The email address or the password is not right",
        "incorrect_password": "The password is not right",
        "enter_current_password": "The password is not right",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Refuse sign-up; `kith people add` makes accounts."""
        return False

    def is_safe_url(self, url: str | None) -> bool:
        """Let somebody be sent on only to a path of this site, whatever other names it has."""
        return paths.is_own(url or "")

    def get_client_ip(self, request: HttpRequest) -> str:
        """Tell where a request comes from."""
        return origins.address_of(request)

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Count the try before the password is looked at, in the same way for known and unknown accounts."""
        self._tried = begin(request, credentials.get("email", ""))

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Worker | None:
        """Find who has this password; a right one is taken back from the count."""
        worker: Worker | None = super().authenticate(request, **credentials)
        if worker is not None:
            limits.right(self._tried)
        return worker

    def login(self, request: HttpRequest, user: Worker) -> None:
        """Begin a session, noting which browser it is."""
        super().login(request, user)
        sessions.begin(request)
        limits.forget_old(clock.now())

    def post_login(self, request: HttpRequest, user: Worker, **about: Any) -> HttpResponse:
        """Go where they came from, on a browser that is known from now on."""
        response: HttpResponse = super().post_login(request, user, **about)
        devices.remember(request, response, user.email)
        return response

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """Name the ways to show that it is still them, in our words."""
        methods: list[dict[str, Any]] = super().get_reauthentication_methods(user)
        return [{**each, "description": _WAYS.get(each["id"], each["description"])} for each in methods]

    def set_password(self, user: Worker, password: str) -> None:
        """Change a password, which ends every other session of theirs at once."""
        super().set_password(user, password)
        sessions.end_others(this=context.request.session.session_key, by=user, at=clock.now())

    def send_notification_mail(self, template_prefix: str, user: Worker, *args: Any, **more: Any) -> None:
        """Tell the ledger instead of writing an e-mail: a password, passkey, code or recovery codes changed."""
        changed = template_prefix.rpartition("/")[2]
        with transactions.scoped(worker_id=user.id):
            ledger.note("worker.sign_in_changed", by=user.id, at=clock.now(), about=user, facts={"changed": changed})


class ChangePassword(ChangePasswordForm):
    """Changing one's password; the old one cannot be guessed here either."""

    def clean_oldpassword(self) -> str:
        """Look at the old password, counting the try."""
        tried = begin(context.request, self.user.email)
        old: str = super().clean_oldpassword()
        limits.right(tried)
        return old


def begin(request: HttpRequest, account: str) -> limits.Try:
    """Count a try; too many are an error of the form, in words.

    Raises:
        ValidationError: too many; nothing was counted.
    """
    try:
        return limits.begin(request, account)
    except limits.TooMany as refusal:
        raise ValidationError(str(refusal), code="too_many") from None
