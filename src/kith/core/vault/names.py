"""The name of one object in the store."""

import re
from dataclasses import dataclass
from typing import Self
from uuid import UUID

_NAME = re.compile(r"([0-9a-f]{64})\.([0-9a-f]{32})")


@dataclass(frozen=True, slots=True, order=True)
class ObjectName:
    """An object's name: what is in it (as only its case can tell) and which writing of it this is.

    `address` is the HMAC of the content, so two copies in one case share it and two cases never do. `file_id` is
    random, so that no object is ever written over another one.
    """

    address: str
    file_id: UUID

    def __post_init__(self) -> None:
        if not _NAME.fullmatch(str(self)):
            raise ValueError("An object's address is 64 lower-case hexadecimal digits.")

    def __str__(self) -> str:
        return f"{self.address}.{self.file_id.hex}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Give the name written as `<address>.<file id>`.

        Raises:
            ValueError: anything else, so that a name can never be a path.
        """
        found = _NAME.fullmatch(text)
        if not found:
            raise ValueError("An object's name is its address, a dot and its file id, in lower-case hexadecimal.")
        return cls(found[1], UUID(hex=found[2]))
