"""What the suite itself relies on."""

import os
import subprocess
import sys
from pathlib import Path

GROUPED = """
import os, pytest
from pathlib import Path

@pytest.mark.xdist_group("one")
@pytest.mark.parametrize("number", range(8))
def test_it(number):
    with Path(__file__).with_name("processes").open("a") as noted:
        noted.write(os.environ["PYTEST_XDIST_WORKER"] + "\\n")
"""


def test_tests_of_one_group_run_in_one_process(tmp_path: Path) -> None:
    """Those of one group share a demonstration, a draft or a database; a runner that parts them lets them collide."""
    (tmp_path / "test_grouped.py").write_text(GROUPED)
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-n",
        "2",
        "--dist",
        "loadgroup",
        "-p",
        "no:django",
        "-c",
        os.devnull,
    ]
    done = subprocess.run(
        [*command, "--rootdir", tmp_path, tmp_path], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout
    ran = (tmp_path / "processes").read_text().split()
    assert len(ran) == 8 and len(set(ran)) == 1
