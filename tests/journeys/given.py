"""What a journey begins with, made as a browser without keys or sight would: forms fetched, filled in and sent."""

import re
import secrets
from datetime import UTC, datetime, timedelta

from playwright.sync_api import Page

_INPUT = re.compile(r'<input type="hidden" name="(csrfmiddlewaretoken|submit_key)" value="([^"]+)"')

#: An export as an iPhone set to American dates writes it: no number is above 12, and the lines settle no order.
EXPORT_NAME = "WhatsApp Chat - Maud.txt"
EXPORT = (
    "[3/4/26, 8:01:10 AM] Me: You said Wren could come on Friday\n"
    "[3/4/26, 8:05:31 AM] Maud: I said I would ask her\n"
    "[3/5/26, 9:12:00 PM] Me: I know where you work\n"
    "[3/5/26, 9:14:48 PM] Maud: Please write to my solicitor\n"
)


def a_case(page: Page, people: tuple[tuple[str, str], ...] = (("Wren", "child"), ("Maud", "mother"))) -> str:
    """Start a case of the signed-in worker's own with these people; give its address."""
    today = datetime.now(UTC).date()
    case = send(
        page,
        "/cases/start/",
        {
            "family_name": "Penhallow",
            "reference": f"BW-{secrets.token_hex(4)}",
            "kind": "private_law",
            "opened_on-day": str(today.day),
            "opened_on-month": str(today.month),
            "opened_on-year": str(today.year),
        },
    )
    for known_as, part in people:
        send(page, f"{case}people/add/", {"known_as": known_as, "part": part})
    return case


def any_hour_plan(page: Page, person: str) -> None:
    """Write the contact plan of somebody, at this address, who may be reached by their first way at any hour."""
    said, today = {"said_by": "They said so"}, datetime.now(UTC).date()
    for name, day in (("said_on", today), ("expires_on", today + timedelta(days=100))):
        said |= {f"{name}-day": str(day.day), f"{name}-month": str(day.month), f"{name}-year": str(day.year)}
    send(page, f"{person}plan/said/", said)
    ways = page.request.get(f"{person}plan/ways/").text()
    first = re.search(r'<select[^>]*name="first".*?<option value="([^"]+)"', ways, re.DOTALL)
    assert first, "there is no way to reach them"
    send(page, f"{person}plan/ways/", {"first": first[1]})
    send(page, f"{person}plan/hours/", {"any_hour": "yes"})


def send(page: Page, path: str, fields: dict[str, str]) -> str:
    """Send a form; give the path it leads to."""
    hidden = dict(_INPUT.findall(page.request.get(path).text()))
    answer = page.request.post(path, form={**hidden, **fields}, max_redirects=0)
    assert answer.status == 302, f"{path} answered {answer.status}: {problem_of(answer.text())}"
    return answer.headers["location"]


def problem_of(html: str) -> str:
    """Give what an error summary says."""
    found = re.search(r'class="govuk-error-summary__body">(.*?)</ul>', html, re.S)
    return re.sub(r"<[^>]+>|\s+", " ", found[1]).strip() if found else "no error summary"
