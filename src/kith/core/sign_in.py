"""Sign-in: nobody signs themselves up, and where one came from is where one returns."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class Accounts(DefaultAccountAdapter):
    """Allauth's questions, answered for an agency: accounts are given, not taken."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Refuse sign-up; `kith people add` makes accounts."""
        return False
