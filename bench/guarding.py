"""The guard: one message, bulk text, and a long PDF, each with a protected fact that must be found."""

import json
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from bench.children import peak_of
from bench.exports import export
from bench.figures import MADE, Asked, Figure, Figures
from kith.engines.guard import Attachment, Fact, Kind, Outgoing, Verdict, check, compile_facts

MESSAGE_MS, BULK_MB_S, PDF_SECONDS, PAGES = 50.0, 5.0, 3.0, 350
_MEGA = 1_000_000
_VALUES = {
    Kind.ADDRESS: "{n} Quarry Lane, Fennby, FN{n} 2QX",
    Kind.PHONE: "07700 900{n:03}",
    Kind.EMAIL: "lena{n}@example.org",
    Kind.SCHOOL: "St Osyth {n} Primary School",
    Kind.WORKPLACE: "Number {n} Mill Bakery, Fennby",
    Kind.NEW_NAME: "Petra Quillon{n}",
    Kind.PERSON: "Dorota Vask{n}",
    Kind.VEHICLE: "TB{n:02} XQZ",
    Kind.PLACE: "Fennby Leisure Pool {n}",
    Kind.OTHER: "the blue gate behind yard {n}",
}
_LETTER = """Dear Mr Marrow, thank you for the letter of last week. We met at the family centre and talked about the
handovers on Fridays, the swimming bag, the inhaler and what happens when the bus is late. It was agreed that messages
go through the contact book and that nobody asks the children to carry them. """


def measure(asked: Asked) -> Figures:
    """Measure the three sizes of work against forty facts of one case."""
    facts = _facts()
    yield _message(facts, asked)
    yield _bulk(facts, asked)
    yield _long_pdf(facts)


def _facts() -> list[Fact]:
    return [
        Fact(f"{kind}-{n}", kind, words.format(n=n), may_know=frozenset({"mother"}))
        for kind, words in _VALUES.items()
        for n in range(11, 15)
    ]


def _message(facts: list[Fact], asked: Asked) -> Figure:
    """Check a letter of two pages: facts compiled anew for it, as for any one message."""
    text = _LETTER * 12 + "They can be reached on 07700 900 013. " + _LETTER * 2
    outgoing = Outgoing("email", "father", text=text, subject="Handovers")
    verdict = check(outgoing, facts)
    ms = 1000 * median(_seconds(lambda: check(outgoing, facts)) for _ in range(asked.pick(50, 10)))
    matcher = compile_facts(facts)
    ready_ms = 1000 * median(_seconds(lambda: matcher.check(outgoing)) for _ in range(asked.pick(50, 10)))
    is_found = _finds(verdict, "phone-13")
    return Figure(
        work=f"guard: one message of {len(text):,} letters, {len(facts)} facts",
        kith=f"{ms:.1f} ms ({ready_ms:.1f} ms with the facts made ready), {_said(is_found)}",
        goal=f"< {MESSAGE_MS:g} ms",
        met=is_found and ms < MESSAGE_MS,
        peak=f"{peak_of():.0f} MB",
    )


def _bulk(facts: list[Fact], asked: Asked) -> Figure:
    """Check an export as words that are about to leave, a million letters at a time, one of them with a fact."""
    path, _ = export("android24", asked)
    most = asked.pick(50, 5) * _MEGA
    with path.open("rb") as file:
        pieces = [file.read(_MEGA).decode("utf-8", "ignore") for _ in range(most // _MEGA)]
    pieces[-1] += "\nIt is 12 Quarry Lane in Fennby\n"
    matcher, size = compile_facts(facts), sum(len(piece.encode()) for piece in pieces)
    began = time.perf_counter()
    verdicts = [matcher.check(Outgoing("export", "father", text=piece)) for piece in pieces]
    seconds = time.perf_counter() - began
    is_found = _finds(verdicts[-1], "address-12")
    rate = size / _MEGA / seconds
    return Figure(
        work=f"guard: {size / _MEGA:.0f} MB of a chat's text, {len(facts)} facts",
        kith=f"{rate:.1f} MB/s, {_said(is_found)}",
        goal=f">= {BULK_MB_S:g} MB/s",
        met=is_found and rate >= BULK_MB_S,
        peak=f"{peak_of():.0f} MB",
    )


def _long_pdf(facts: list[Fact]) -> Figure:
    data = long_pdf().read_bytes()
    outgoing = Outgoing("email", "father", text="Attached.", attachments=(Attachment("statement.pdf", data),))
    began = time.perf_counter()
    verdict = check(outgoing, facts)
    seconds = time.perf_counter() - began
    is_found = _finds(verdict, "email-14")
    return Figure(
        work=f"guard: PDF of {_pages(data)} full pages ({len(data) / _MEGA:.1f} MB)",
        kith=f"{seconds:.2f} s, {_said(is_found)}",
        goal=f"< {PDF_SECONDS:g} s",
        met=is_found and seconds < PDF_SECONDS,
        peak=f"{peak_of():.0f} MB",
        note=f"{len(verdict.unopened)} parts could not be opened" if verdict.unopened else "",
    )


def long_pdf() -> Path:
    """Give a PDF of full pages of text, with one protected fact near its end; made once, by Typst."""
    import typst

    out = MADE / f"{PAGES}-pages.pdf"
    if not out.exists():
        page = " ".join(f"{number}. {_LETTER}" for number in range(1, 9))
        pages = [f"Page {number}. {page}" for number in range(1, PAGES + 1)]
        pages[-3] += " Write to lena14@example.org."
        source = MADE / f"{PAGES}-pages.typ"
        source.write_text(
            '#set page(paper: "a4", margin: 2cm)\n#set text(size: 10pt)\n'
            "#for page in json(bytes(sys.inputs.pages)) [#text(page) #pagebreak(weak: true)]"
        )
        out.write_bytes(typst.compile(source, sys_inputs={"pages": json.dumps(pages)}))
    return out


def _pages(data: bytes) -> int:
    import pypdfium2

    return len(pypdfium2.PdfDocument(data))


def _finds(verdict: Verdict, fact: str) -> bool:
    return any(finding.fact == fact for finding in verdict.findings)


def _said(is_found: bool) -> str:
    return "the fact found" if is_found else "THE FACT MISSED"


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began
