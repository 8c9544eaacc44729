"""How a password is kept, and how long it may be. Django's own settings of scrypt are below what OWASP asks today."""

from django.contrib.auth.hashers import ScryptPasswordHasher
from django.core.exceptions import ValidationError

#: The longest sentence that anybody types; more is only work for whoever must hash it.
MOST_LETTERS = 128


class Scrypt(ScryptPasswordHasher):
    """Scrypt that takes 64 MiB a try (ASVS 2.4.6). A password kept more cheaply is renewed when it is next right."""

    work_factor = 2**16
    block_size = 8
    parallelism = 1
    maxmem = 2**27


class MostLetters:
    """Refuses a new password of more than 128 letters; none is ever cut short."""

    def validate(self, password: str, user: object = None) -> None:
        """Check it.

        Raises:
            ValidationError: it is too long.
        """
        if len(password) > MOST_LETTERS:
            raise ValidationError(self.get_help_text(), code="password_too_long")

    def get_help_text(self) -> str:
        """Say how long it may be."""
        return f"Your password must be {MOST_LETTERS} characters or fewer."
