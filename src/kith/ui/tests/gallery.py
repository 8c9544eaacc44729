"""Made-up values for the gallery page: every component once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from kith.ui import fields, forms, parts

NOW = datetime(2026, 3, 3, 14, 5, tzinfo=UTC)


class Everything(forms.Form):
    why = fields.TextArea(
        "Why is this being sealed?", missing="Enter why this is being sealed", max_length=500, count=True
    )
    name = fields.Text("Name", hint="As they like to be called", required=False)
    age = fields.Number("Age", width=2)
    on = fields.Date("Date of the visit", hint="For example, 27 3 2026")
    at = fields.DateTime("When was it said?", required=False)
    by = fields.Time("Time to be back", required=False)
    kind = fields.Choice(
        "What is it?",
        [("phone", "A phone", "Switched on or off"), ("other", "Something else")],
        reveals={"other": "other"},
    )
    other = fields.TextArea("Say what it is", required=False, say_optional=False)
    team = fields.Choice("Team", [("a", "North"), ("b", "South")], as_select=True)
    told = fields.YesNo("Have they been told?")
    who = fields.MultiChoice("Who may know?", [("mother", "Mother"), ("school", "School")])
    agree = fields.Bool("I have read it", required=False, say_optional=False)
    email = fields.Email("Email address")
    phone = fields.Phone("Phone number", required=False)
    secret = fields.Password("Password")
    files = fields.Files("Files", accept=".txt,.zip")
    version = fields.Hidden(initial="3")


@dataclass(frozen=True, slots=True)
class GalleryPage:
    title: str = "Gallery"
    now: datetime = NOW
    who: parts.Identity = parts.Identity(
        "Robin Marsh",
        ("Born 3 March 2015", "Reference TB-1042"),
        (parts.Tag("Open", "green"),),
        (parts.Link("Print", "#"),),
    )
    pages: tuple[parts.NavItem, ...] = (
        parts.NavItem("Timeline", "#", current=True),
        parts.NavItem("Messages", "#", count=3),
        parts.NavItem("Plan", "#"),
    )
    trail: tuple[parts.Link, ...] = (parts.Link("Home", "#"), parts.Link("Records", "#"))
    links: tuple[parts.Link, ...] = (parts.Link("Take something in", "#"), parts.Link("Export", "#"))
    tag: parts.Tag = parts.Tag("Waiting", "yellow")
    rows: tuple[parts.TimelineRow, ...] = (
        parts.TimelineRow(
            "Visit at home",
            NOW,
            byline="by Amal",
            text="Two lines\nof what was said.",
            href="#",
            tags=(parts.Tag("Allegation", "orange"),),
            links=(parts.Link("Correct it", "#"),),
        ),
        parts.TimelineRow("Call from school", when_text="early March, time not known"),
    )
    said: tuple[parts.Said, ...] = (
        parts.Said("Robin", "can you come thursday?", NOW, href="#"),
        parts.Said("Amal", "Yes, at half past three.\nI will bring the book.", NOW, ours=True, state="Delivered 14:06"),
    )
    quoted: parts.Quotation = parts.Quotation(
        (parts.QuotedLine("you can't see him anymore", "Dad", "3 March 2026, 21:14", "line 214"),),
        "[E3, line 214]",
        before=(parts.QuotedLine("when can I come home", "Robin", "21:13", "line 213"),),
        after=(parts.QuotedLine("ok", "Robin", "21:15", "line 215"),),
        href="#",
        note="Only in the export from Dad",
    )
    chosen: tuple[parts.Chosen, ...] = (parts.Chosen("March 2026", "#"), parts.Chosen("Messages", "#"))
    work: parts.Progress = parts.Progress("Reading the export", 1204, 5000, url="/progress")
    work_done: parts.Progress = parts.Progress(
        "Reading the export", 5000, 5000, finished=True, result=parts.Link("See it", "#")
    )
    answers: tuple[parts.Row, ...] = (
        parts.Row("Name", "Robin Marsh", (parts.Link("Change", "#"),), hint="as on the referral"),
        parts.Row("School", "Not known"),
    )
    tasks: tuple[parts.TaskRow, ...] = (
        parts.TaskRow("Read the file", parts.Tag("Incomplete", "blue"), "#", "About 20 minutes"),
        parts.TaskRow("Sign", parts.Tag("Cannot start yet")),
    )
    pager: parts.Pager = parts.Pager("?before=1", "?after=9", "Older", "Newer", "50 of many")


def faulty() -> Everything:
    """Make the form as it comes back with errors."""
    return Everything(
        {
            "why": "",
            "on-day": "31",
            "on-month": "2",
            "on-year": "2026",
            "kind": "other",
            "other": "line one\nline two",
            "age": "x",
            "version": "3",
            "who": ["school"],
            "name": "Robin",
        }
    )
