"""Log lines: the event and ids, one line each, never a traceback's values and never a personal word."""

import json
import logging
from collections.abc import Iterator
from types import TracebackType

_KNOWN = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}


class Events(logging.Formatter):
    """Writes one JSON object a line: time, level, logger, event, and the ids given in `extra`.

    An exception is told as its type and places in the code: its text may hold what somebody wrote.
    """

    def format(self, record: logging.LogRecord) -> str:
        """Give the line."""
        line: dict[str, str] = {
            "at": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"),
            "level": record.levelname,
            "from": record.name,
            "event": _event(record),
        }
        line |= {key: str(value) for key, value in vars(record).items() if key not in _KNOWN and _is_plain(value)}
        if record.exc_info and record.exc_info[0]:
            line["error"] = record.exc_info[0].__name__
            line["trace"] = " < ".join(reversed(list(_places(record.exc_info[2]))))
        return json.dumps(line)  # in ASCII: no collector of logs sees a line end in it, or an escape


def _event(record: logging.LogRecord) -> str:
    """Give the event: of ours as it was said; of a library's without values, and without an error's own words."""
    if record.name.startswith(("kith", "granian")):
        return record.getMessage()
    said, error = str(record.msg), record.exc_info[1] if record.exc_info else None
    if error is not None and str(error) and str(error) in said:
        return type(error).__name__
    return said


def _is_plain(value: object) -> bool:
    return isinstance(value, (str, int, float, bool)) or type(value).__name__ == "UUID"


def _places(trace: TracebackType | None) -> Iterator[str]:
    while trace:
        code = trace.tb_frame.f_code
        yield f"{code.co_filename.rpartition('/')[2]}:{trace.tb_lineno} {code.co_name}"
        trace = trace.tb_next
