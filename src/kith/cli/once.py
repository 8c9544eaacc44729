"""`kith demo --once`: the whole main job through actions and jobs, told line by line, without a browser."""

import hashlib
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from email import message_from_bytes, policy
from pathlib import Path
from typing import TYPE_CHECKING

from kith.cli import demo
from kith.core.cluster import ClusterError

if TYPE_CHECKING:
    from kith.core.models import Worker
    from kith.exhibits.models import Exhibit
    from kith.seed.borough import Story

POST_SECONDS = 30.0


class DidNotHold(ClusterError):
    """The main job did not end as it should; the text says which part."""


def main_job(keep: Path | None) -> None:
    """Do the main job in a folder of its own, print what was made, verify the ledger, and remove the folder.

    Raises:
        DidNotHold: something did not come out as it should.
    """
    began = time.monotonic()
    with demo.for_once() as folder, demo.ready(folder) as environment, demo.jobs_alone(environment):
        from kith.seed import quillfeather, staff
        from kith.seed.borough import make_quillfeather

        people = staff.make_staff()
        amal = people["amal"]
        story = make_quillfeather(amal, quillfeather.make(people))
        letter = _arrived(folder / "post-room")
        for line in _told(story, amal, letter):
            print(line)
        for line in _papers(story, keep):
            print(line)
        _check_ledger(folder)
    print(f"\nDone in {time.monotonic() - began:.0f} seconds; the folder it was made in has been removed.")


def _arrived(post_room: Path) -> bytes:
    deadline = time.monotonic() + POST_SECONDS
    while not (found := sorted(post_room.glob("*.eml"))):
        if time.monotonic() > deadline:
            raise DidNotHold("The message to Callum did not reach the mail server within half a minute.")
        time.sleep(0.1)
    return found[0].read_bytes()


def _told(story: "Story", amal: "Worker", letter: bytes) -> Iterator[str]:
    case = story.family.case
    yield f"Case {case.reference}, the {case.family_name} family, {case.get_kind_display().lower()}"
    for exhibit in (story.handed_over.lenas, story.handed_over.callums):
        yield from _exhibit(exhibit, amal)
    yield from _quoted(story)
    yield from _post(story, letter)


def _exhibit(exhibit: "Exhibit", amal: "Worker") -> Iterator[str]:
    from kith.core.transactions import scoped
    from kith.exhibits import queries

    yield f"\nExhibit {exhibit.label}, {exhibit.name_text}, handed over by {exhibit.from_text}"
    yield f"  SHA-256 {bytes(exhibit.sha256).hex()}"
    counts = ", ".join(f"{count} {kind}" for kind, count in sorted(exhibit.counts.items()))
    named, found = exhibit.attachments["named"], exhibit.attachments["found"]
    yield f"  {exhibit.says}: {counts}; files named {named}, found {found}"
    yield f"  dates: {exhibit.order_text} Reading was {exhibit.isolation}."
    with scoped(worker_id=amal.id, case_id=exhibit.case_id):
        page = queries.questions_page(exhibit.case, exhibit)
    for question in page.questions:
        answer = question.answer_label or ("assumed until somebody answers" if question.is_assumed else "open")
        yield f"  Asked: {question.ask}"
        yield f"    {answer}" + (f", says {question.answered_by}" if question.answered_by else "")
    if not page.questions:
        yield "  Nothing had to be asked: the file settles its own dates."


def _quoted(story: "Story") -> Iterator[str]:
    written = story.written
    for citation in (written.fell, written.tell_her, written.not_where):
        yield f'\n"{citation.text}"'
        yield f"  {citation.said_by_text}, {citation.said_at_text} [{citation.label}, line {citation.line}]"
        yield f"  bytes {citation.span_start} to {citation.span_end} of {citation.member_text or 'the file'}"
    decision = written.decision
    yield f"\nDecision: {decision.question}"
    yield f"  {decision.options[decision.chosen]} (review on {decision.review_on:%-d %B %Y})"


def _post(story: "Story", letter: bytes) -> Iterator[str]:
    stopped = story.left.stopped
    if stopped.message is not None or story.left.sent.message is None:
        raise DidNotHold("The message with the school in it was not stopped, or the mended one was.")
    kinds = story.family.kinds
    yield "\nA message to Callum was stopped before it left:"
    told = dict.fromkeys((kinds[finding.fact], finding.where) for finding in stopped.verdict.findings)
    yield from (f"  it tells the protected {kind}, in its {where}" for kind, where in told)
    mail = message_from_bytes(letter, policy=policy.default)
    body = mail.get_body(("plain",))
    yield "\nThe mended message, as it reached the mail server:"
    yield from (f"  | {name}: {mail[name]}" for name in ("From", "To", "Subject"))
    yield "  |"
    yield from (f"  | {line}" for line in (body.get_content() if body else "").splitlines())


def _papers(story: "Story", keep: Path | None) -> Iterator[str]:
    left = story.left
    if left.released.release.state != "released":
        raise DidNotHold("The statement was not released to the court.")
    yield f"\n{left.statement.title}, released to {story.family.court.known_as}: {left.papers.pages} pages"
    for paper in left.papers.files:
        yield f"  {paper.name}  SHA-256 {hashlib.sha256(paper.data).hexdigest()}"
        if keep is not None:
            keep.mkdir(parents=True, exist_ok=True)
            (keep / paper.name).write_bytes(paper.data)
            yield f"    saved as {keep / paper.name}"


def _check_ledger(folder: Path) -> None:
    """Verify the ledger as its owner, in a process of its own: this one is only a worker."""
    print("\nLedger: ", end="", flush=True)
    ours = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    command = [sys.executable, "-m", "kith.cli", "ledger", "verify"]
    if subprocess.run(command, env={**ours, "KITH_FOLDER": str(folder)}, check=False).returncode:
        raise DidNotHold("The ledger does not hold.")
