"""`kith learning check` prints what it walked, names what is wrong by file and line, and ends with a code."""

from kith.cli.main import main
from kith.engines.dilemmas.tests.sample import FILE, INK


def test_the_command_prints_counts_and_problems_and_ends_with_a_code(tmp_path, capsys):
    broken = tmp_path / "broken.ink"
    broken.write_text(INK.replace(" # key: ask", "", 1))
    assert main(["learning", "check", str(FILE)]) == 0
    assert "sound; 4 paths, 6 scenes, 2 endings" in capsys.readouterr().out
    assert main(["learning", "check", str(FILE), str(broken)]) == 1
    assert f"{broken}:28: the choice 'Ask Theo what he thinks of it' has no `# key:`" in capsys.readouterr().out
    broken.write_text("-> nowhere")
    assert main(["learning", "check", str(broken)]) == 1
    assert f"{broken}:1: Divert target not found" in capsys.readouterr().out
    assert main(["learning", "check", str(tmp_path / "none.ink")]) == 2
    broken.write_bytes(b"\xff\xfe\xff")
    assert main(["learning", "check", str(broken)]) == 2
