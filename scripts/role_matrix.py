"""Write the table of docs/governance/role-matrix.md as the program has it: python scripts/role_matrix.py."""

import re
from pathlib import Path

from kith.core.permissions import ALLOWED, Permission, Role

DOCUMENT = Path(__file__).parent.parent / "docs" / "governance" / "role-matrix.md"


def matrix() -> str:
    """Give the table: a row a role, a column a permission."""
    rows = [["role", *(str(each.value) for each in Permission)], ["---"] * (len(Permission) + 1)]
    for role in Role:
        may = ALLOWED.get(role, frozenset())
        rows.append([str(role.label), *("yes" if each in may else "no" for each in Permission)])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


if __name__ == "__main__":
    text = DOCUMENT.read_text()
    DOCUMENT.write_text(re.sub(r"(?m)^\| role \|.*\n(\|.*\n)+", lambda _: matrix() + "\n", text, count=1))
    print(f"{DOCUMENT.name} is what the program does.")
