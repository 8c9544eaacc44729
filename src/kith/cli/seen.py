"""What `kith doctor` says of one thing."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that was looked at. `mend` is empty when it is fine; `is_unsafe` makes the command end 1."""

    what: str
    says: str
    mend: str = ""
    is_unsafe: bool = False
