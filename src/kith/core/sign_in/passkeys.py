"""Allauth's questions about passkeys and codes. A passkey is always one that asks for the owner's finger, face or PIN,
so that it is both factors in one.
"""

from collections.abc import Callable
from typing import Any

from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    LoginWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
from django import forms
from django.forms import ValidationError
from django.http import HttpRequest

from kith.core.models import Worker
from kith.core.sign_in import limits, second_factors

_NOT_RIGHT = "That passkey did not answer as it should. Try again, or use your password."
#: What a browser's answer must hold before anything reads it.
_ANSWER = {"id": str, "rawId": str, "type": str, "response": dict}


class Keys(DefaultMFAAdapter):
    """Named in `MFA_ADAPTER`."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": "The code is not right. Wait for the next one, or use a recovery code.",
    }

    def encrypt(self, text: str) -> str:
        """Seal the seed of somebody's codes before it is kept."""
        return second_factors.seal(text)

    def decrypt(self, encrypted_text: str) -> str:
        """Open it when a code is looked at."""
        return second_factors.unseal(encrypted_text)

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """Name the site to the authenticator: its host, and a name that is the same everywhere."""
        return {**super().get_public_key_credential_rp_entity(), "name": "Kith"}

    def generate_authenticator_name(self, user: Worker, type: Any) -> str:
        """Propose a name where none was typed."""
        count = Authenticator.objects.filter(user_id=user.pk, type=type).count()
        return "Passkey" if count == 0 else f"Passkey {count + 1}"


class _Answered:
    """A form that takes what a browser's passkey answered: anything else in its place is an error in words."""

    cleaned_data: dict[str, Any]

    def clean_credential(self) -> Any:
        """Refuse what is no answer of a passkey before it is read."""
        said = self.cleaned_data["credential"]
        if not isinstance(said, dict) or any(not isinstance(said.get(name), kind) for name, kind in _ANSWER.items()):
            raise ValidationError(_NOT_RIGHT)
        read = getattr(super(), "clean_credential", None)
        return said if read is None else _read(read)


def _read(read: Callable[[], Any]) -> Any:
    """Read an answer; a field of it that is malformed is an error in words, and no fault of ours."""
    try:
        return read()
    except (ValidationError, ValueError, TypeError, KeyError, AttributeError):
        raise ValidationError(_NOT_RIGHT) from None


class AddPasskey(_Answered, AddWebAuthnForm):
    """Adding a passkey: its name, and what the browser answered."""

    name = forms.CharField(label="What to call it", required=False, max_length=60)
    credential = forms.JSONField(widget=forms.HiddenInput({"data-passkey-answer": ""}))
    passwordless = forms.BooleanField(required=False, initial=True, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        """Keep it only if it made sure of its owner."""
        self.cleaned_data["passwordless"] = True
        return dict(_read(super().clean))


class LogInByPasskey(_Answered, LoginWebAuthnForm):
    """Signing in with a passkey alone."""


class AuthenticateByPasskey(_Answered, AuthenticateWebAuthnForm):
    """A passkey after the password."""


class ConfirmByPasskey(_Answered, ReauthenticateWebAuthnForm):
    """A passkey to show that it is still them."""


class _Counted:
    """A form that takes a code, and counts the try."""

    user: Worker

    def clean_code(self) -> str:
        """Look at the code, unless there were too many."""
        tried = begin_code(context.request, self.user)
        code: str = super().clean_code()  # type: ignore[misc]
        limits.right(tried)
        return code


class AuthenticateByCode(_Counted, AuthenticateForm):
    """A code after the password."""


class ConfirmByCode(_Counted, ReauthenticateForm):
    """A code to show that it is still them."""


def begin_code(request: HttpRequest, worker: Worker) -> limits.Try:
    """Count a try with a code; too many are an error of the form, in words.

    Raises:
        ValidationError: too many; nothing was counted.
    """
    try:
        return limits.begin_code(request, worker)
    except limits.TooMany as refusal:
        raise ValidationError(str(refusal), code="too_many") from None
