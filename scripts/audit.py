"""Ask whether anything that is locked here is known to be dangerous: Python's packages and npm's, in one question.

OSV (https://osv.dev) is asked, which gathers the advisories of both. It is told names and versions, and nothing else.
`make check` does this. Where nobody answers, it says so and passes, so that work goes on without a network;
KITH_AUDIT=required makes that a failure (for a build that is released), and KITH_AUDIT=no leaves it out.

pip-audit and npm's own audit were tried first: pip-audit calls a package that its index does not know "no known
vulnerabilities" and succeeds, and a mirror of npm's registry may not answer audits at all. Silence must not look like
safety.
"""

import http.client
import json
import os
import re
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
ADDRESS = os.environ.get("KITH_AUDIT_URL", "https://api.osv.dev/v1/querybatch")
SECONDS, MOST_AT_ONCE = 20, 500
LOCKED = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)(?:\[[^\]]*\])?==([^\s;\\]+)", re.MULTILINE)

#: Advisories that do not touch what we do with the package: its id, and why. Looked at again with every upgrade.
ACCEPTED: dict[str, str] = {}


class NoAnswer(Exception):
    """Nobody answered, or what was answered is no answer to what was asked."""


@dataclass(frozen=True, slots=True, order=True)
class Package:
    """One locked package."""

    ecosystem: str
    name: str
    version: str

    def __str__(self) -> str:
        return f"{self.ecosystem} {self.name} {self.version}"


def locked(root: Path) -> list[Package]:
    """List every package that a lock file of this folder names, once."""
    found: set[Package] = set()
    for path in (root / "requirements").glob("*.txt"):
        found |= {Package("PyPI", name.lower(), version) for name, version in LOCKED.findall(path.read_text())}
    kept = json.loads((root / "package-lock.json").read_text())["packages"]
    for place, about in kept.items():
        if place and not about.get("link"):
            found.add(Package("npm", about.get("name") or place.rpartition("node_modules/")[2], about["version"]))
    return sorted(found)


def advisories(packages: list[Package], address: str) -> dict[Package, list[str]]:
    """Give the ids of what is known against each package; packages without any are left out.

    Raises:
        NoAnswer: it is not known whether there are any.
    """
    found: dict[Package, list[str]] = {}
    for begin in range(0, len(packages), MOST_AT_ONCE):
        some = packages[begin : begin + MOST_AT_ONCE]
        for package, answer in zip(some, _ask(some, address), strict=True):
            if answer.get("next_page_token"):
                raise NoAnswer(f"more is known against {package} than fits one answer")
            if ids := [each["id"] for each in answer.get("vulns", ()) if each["id"] not in ACCEPTED]:
                found[package] = ids
    return found


def _ask(packages: list[Package], address: str) -> list[dict]:
    queries = [
        {"package": {"name": each.name, "ecosystem": each.ecosystem}, "version": each.version} for each in packages
    ]
    request = urllib.request.Request(
        address, json.dumps({"queries": queries}).encode(), {"Content-Type": "application/json"}
    )
    try:
        with urllib.request.urlopen(request, timeout=SECONDS) as answer:
            results = json.load(answer)["results"]
    except (OSError, http.client.HTTPException, ValueError, LookupError, TypeError) as trouble:
        raise NoAnswer(f"{address} did not answer ({trouble})") from None
    if not isinstance(results, list) or len(results) != len(packages) or not all(isinstance(e, dict) for e in results):
        raise NoAnswer(f"{address} answered something else")
    return results


def lines(found: dict[Package, list[str]]) -> Iterator[str]:
    """Say what was found, a line a package."""
    for package, ids in sorted(found.items()):
        yield f"audit: {package}: {', '.join(ids)}"


def main(root: Path = ROOT, address: str = ADDRESS) -> int:
    """Audit; gives 0 when nothing is known or nobody could be asked, else 1."""
    wanted = os.environ.get("KITH_AUDIT", "")
    if wanted == "no":
        print("audit: left out (KITH_AUDIT=no)")
        return 0
    packages = locked(root)
    try:
        found = advisories(packages, address)
    except NoAnswer as trouble:
        print(f"audit: NOT DONE for {len(packages)} locked packages: {trouble}", file=sys.stderr)
        return 1 if wanted == "required" else 0
    for line in lines(found):
        print(line, file=sys.stderr)
    if not found:
        print(f"audit: nothing is known against the {len(packages)} locked packages")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
