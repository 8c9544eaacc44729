"""Law, limits, roles, help lines: dated data with its source, its owner and its next check, never a constant in code.

    from kith.core import reference
    reference.rows("deadline_rules", on=today)        # those in force that day, in file order
    reference.one("law_snippets", "looking_online_covertly", on=today)
    row.caution(today)                                # "" or one plain sentence for the page (`ui.caution`)

Sets ship as files in `data/`, are loaded at each start, and are kept by the agency's information governance lead.
References: docs/adr/0012-reference-data.md, docs/reference/reference-data.md.
"""

from kith.core.reference.queries import holidays, one, rows
from kith.core.reference.rules import Row

__all__ = ["Row", "holidays", "one", "rows"]
