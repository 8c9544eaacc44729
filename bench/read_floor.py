"""The floor under any reader: hash the file and try one regular expression on each line, keeping nothing.

usage: python -m bench.read_floor FILE STYLE
"""

import hashlib
import json
import re
import sys
from pathlib import Path

HEADS = {
    "android24": rb"\d\d/\d\d/\d{4}, \d\d:\d\d - ",
    "ios12": rb"\[\d{1,2}/\d{1,2}/\d\d, \d{1,2}:\d\d:\d\d\xe2\x80\xaf[AP]M\] ",
    "android12": rb"\d{1,2}/\d{1,2}/\d\d, \d{1,2}:\d\d\xe2\x80\xaf[ap]m - ",
}


def floor(path: Path, style: str) -> dict[str, object]:
    """Give the hash, and how many lines begin as a message or notice does."""
    with path.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    begins = re.compile(HEADS[style]).match
    heads = 0
    with path.open("rb") as file:
        for line in file:
            if begins(line):
                heads += 1
    return {"heads": heads, "sha256": found}


if __name__ == "__main__":
    print(json.dumps(floor(Path(sys.argv[1]), sys.argv[2])))
