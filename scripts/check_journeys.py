"""Fail unless browser journeys really ran: at least one in pytest's JUnit report, and none of them skipped."""

import sys
import xml.etree.ElementTree as ET


def main(report: str) -> str | int:
    """Give 0, or the sentence to fail with."""
    cases = [case for case in ET.parse(report).iter("testcase") if "journeys" in case.get("classname", "").split(".")]
    skipped = [case.get("name") for case in cases if case.find("skipped") is not None]
    if not cases:
        return "test: no browser journey ran"
    if skipped:
        return f"test: browser journeys were skipped: {', '.join(map(str, skipped))}"
    print(f"test: {len(cases)} browser journeys ran")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
