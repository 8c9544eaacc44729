"""What `kith guard` reads and gives back: one case as a JSON object, one verdict as another."""

import json
from pathlib import Path
from typing import Any

from kith.core import opening
from kith.engines.guard import Attachment, Earlier, Fact, Geo, Kind, Matcher, Outgoing, Verdict, compile_facts


class BadInput(Exception):
    """The JSON file cannot be used; the text says where and how to mend it."""


def check_case(case: dict[str, Any], folder: Path) -> Verdict:
    """Check one case as it was read from a file in this folder.

    Raises:
        BadInput: something is missing or of the wrong kind.
    """
    facts = [_fact(row, f"protected[{at}]") for at, row in enumerate(_list(case, "protected"))]
    if len({fact.id for fact in facts}) < len(facts):
        raise BadInput('two facts under "protected" have the same id; give each its own')
    outgoing = Outgoing(
        channel=_text(case, "channel", "", default=""),
        audience=_text(case, "audience", ""),
        text=_text(case, "text", "", default=""),
        subject=_text(case, "subject", "", default=""),
        attachments=tuple(
            _attachment(row, f"attachments[{at}]", folder) for at, row in enumerate(_list(case, "attachments"))
        ),
        fields=_fields(case),
    )
    matcher = compile_facts(facts)
    return matcher.check(outgoing, _earlier(case, outgoing.audience, matcher), opening.open_all)


def read_file(path: Path) -> dict[str, Any]:
    """Read the one case of a file.

    Raises:
        BadInput: it cannot be read, or is no JSON object.
    """
    try:
        data = path.read_bytes()
    except OSError as problem:
        raise BadInput(f"{path} cannot be read: {problem.strerror}") from problem
    return read_case(data, str(path))


def read_case(data: bytes, path: str) -> dict[str, Any]:
    """Read one JSON object; `path` is what a complaint calls it.

    Raises:
        BadInput: it is no JSON object.
    """
    try:
        case = json.loads(data)
    except UnicodeDecodeError as problem:
        raise BadInput(f"{path} is not UTF-8 text at byte {problem.start}; save it as UTF-8") from problem
    except json.JSONDecodeError as problem:
        raise BadInput(
            f"{path} is not JSON at line {problem.lineno}, column {problem.colno}: {problem.msg}"
        ) from problem
    except RecursionError as problem:
        raise BadInput(f"{path} is nested too deep to be a message") from problem
    if not isinstance(case, dict):
        raise BadInput(f"{path} must hold one JSON object, not a {type(case).__name__}")
    return case


def _list(row: dict[str, Any], name: str) -> list[Any]:
    value = row.get(name, [])
    if not isinstance(value, list):
        raise BadInput(f'"{name}" must be a list')
    return value


def _text(row: Any, name: str, where: str, *, default: str | None = None) -> str:
    value = row.get(name, default) if isinstance(row, dict) else None
    if not isinstance(value, str):
        place = f"{where}: " if where else ""
        raise BadInput(f'{place}"{name}" must be given, as text')
    return value


def _texts(row: dict[str, Any], name: str, where: str) -> list[str]:
    value = row.get(name) or []
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise BadInput(f'{where}: "{name}" must be a list of texts')
    return value


def _fact(row: Any, where: str) -> Fact:
    kind = _text(row, "kind", where)
    if kind not in set(Kind):
        raise BadInput(f'{where}: "{kind}" is no kind of fact; use one of {", ".join(Kind)}')
    return Fact(
        id=_text(row, "id", where),
        kind=Kind(kind),
        value=_text(row, "value", where),
        aliases=tuple(_texts(row, "aliases", where)),
        geo=_geo(row.get("geo"), where),
        may_know=frozenset(_texts(row, "may_know", where)),
    )


def _geo(row: Any, where: str) -> Geo | None:
    if row is None:
        return None
    try:
        return Geo(float(row["lat"]), float(row["lon"]), float(row.get("radius_m", 500)))
    except (KeyError, TypeError, ValueError, AttributeError) as problem:
        raise BadInput(f'{where}: "geo" needs the numbers lat, lon and radius_m') from problem


def _attachment(row: Any, where: str, folder: Path) -> Attachment:
    name, path = _text(row, "name", where), folder / _text(row, "path", where)
    try:
        return Attachment(name, path.read_bytes())
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or problem
        raise BadInput(f"{where}: {path} cannot be read: {reason}") from problem


def _fields(case: dict[str, Any]) -> dict[str, str]:
    fields = case.get("fields", {})
    if not isinstance(fields, dict) or not all(isinstance(words, str) for words in fields.values()):
        raise BadInput('"fields" must be an object of names and texts')
    return fields


def _earlier(case: dict[str, Any], audience: str, matcher: Matcher) -> list[Earlier]:
    """Take what the reader was told before: texts are searched for the pieces they told, rows name them."""
    told: list[Earlier] = []
    for at, row in enumerate(_list(case, "earlier")):
        where = f"earlier[{at}]"
        if isinstance(row, dict) and "fact" in row:
            reader = _text(row, "audience", where, default=audience)
            told.append(Earlier(reader, _text(row, "fact", where), _text(row, "part", where, default="")))
        else:
            words = row if isinstance(row, str) else _text(row, "text", where)
            reader = audience if isinstance(row, str) else _text(row, "audience", where, default=audience)
            told += matcher.told(Outgoing("", reader, words))
    return told


def as_json(verdict: Verdict) -> dict[str, Any]:
    """Give a verdict as the object that is printed."""
    return {
        "verdict": verdict.level,
        "findings": [
            {
                "fact": finding.fact,
                "level": finding.level,
                "where": finding.where,
                "shown": finding.shown,
                "disguise": finding.disguise,
                "part": finding.part,
            }
            for finding in verdict.findings
        ],
        "unopened": [{"where": piece.where, "why": piece.why} for piece in verdict.unopened],
    }
