"""Measures one row in a process of its own, and gives each figure as a line of JSON.

usage: python -m bench.one_row ROW ASKED (as JSON)
"""

import json
import sys

from bench.figures import Asked, Figure, NotBuilt
from bench.rows import ROWS, measure


def main(row: str, asked: Asked) -> int:
    """Give every figure of a row as it comes; what cannot be measured is a figure that says why."""
    try:
        for figure in measure(row, asked):
            print(json.dumps(figure.as_json()), flush=True)
    except NotBuilt as missing:
        figure = Figure(work=ROWS[row][2], note=f"not measured: {missing}")
        print(json.dumps(figure.as_json()), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Asked(**json.loads(sys.argv[2]))))
