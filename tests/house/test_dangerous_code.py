"""What code that strangers' bytes pass through may not do at all, or only in the places written down here, with why.

A place is a file below `src/kith`. To add one, say in a few words why what is dangerous elsewhere is not so there.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.test_structure import SOURCE
from tests.house.trees import nodes_of, tree_of

FILES = sorted(path for path in SOURCE.rglob("*.py") if "tests" not in path.parts and "migrations" not in path.parts)
TEMPLATES = sorted(SOURCE.rglob("templates*/**/*.html"))

#: Modules that make code or objects out of bytes.
NEVER_IMPORTED = {"pickle", "cPickle", "marshal", "shelve", "dill", "yaml", "code", "codeop", "commands", "pty"}
#: Parsers that follow entities, or that nobody has told not to.
XML_PARSERS = {"xml", "defusedxml", "html5lib", "bs4"}
NEVER_CALLED = {"eval", "exec", "compile", "os.system", "os.popen", "tempfile.mktemp", "__import__"}

MAY_OPEN_CONNECTIONS = {
    "cli/doctor.py": "asks whether our own port and mail server answer",
    "cli/serve.py": "waits for our own web server",
    "core/asking.py": "asks KITH_NOTIFY_URL, KITH_SMS_GATEWAY_URL or KITH_XAPI_URL, if an agency names one",
    "core/cluster/running.py": "finds a free port for our own PostgreSQL",
    "core/isolation/probe.py": "tries, in a locked child, that it is refused",
    "core/ledger/stamps.py": "asks KITH_TSA_URL for a time stamp, if an agency names one",
    "core/vault/s3_client.py": "puts and fetches encrypted objects at KITH_S3_ENDPOINT, if an agency names one",
    "correspondence/channels/imap.py": "takes mail from KITH_IMAP_HOST",
    "correspondence/channels/smtp.py": "hands messages to KITH_SMTP_HOST",
    "correspondence/scanning.py": "asks KITH_CLAMD about a file, if an agency names one",
    "correspondence/post_room.py": "listens on this machine, in demonstrations and tests",
    "correspondence/text_room.py": "listens on this machine, in demonstrations",
    "correspondence/testing.py": "an awkward mail server for tests",
}
CONNECT = {"socket", "ssl", "http", "urllib.request", "smtplib", "ftplib", "imaplib", "poplib", "telnetlib", "xmlrpc"}
CONNECT |= {"asyncio", "aiosmtpd", "requests", "httpx", "urllib3", "botocore", "aiohttp", "webbrowser", "socketserver"}

MAY_START_PROGRAMS = {
    "cli/children.py": "our own processes: python -m kith.cli...",
    "cli/doctor.py": "postgres --version",
    "cli/ledger.py": "our own verifier, as its users run it",
    "cli/once.py": "our own command, for one run of the demonstration",
    "cli/session.py": "our own migrations, as the owner role",
    "core/backup/database.py": "pg_basebackup, with words of our own",
    "core/cluster/account.py": "useradd, for PostgreSQL's account",
    "core/cluster/keeper.py": "our own PostgreSQL",
    "core/cluster/processes.py": "our own PostgreSQL",
    "core/isolation/parent.py": "our own reader, locked in",
    "correspondence/testing.py": "our own jobs, to be killed",
    "learning/ink/compiling.py": "inkjs in a Node with limits, where a story is written or built; words go by stdin",
}

#: Statements that are not one constant: what they are put together from.
PUT_TOGETHER = {
    "cli/doctor.py": "a constant set a line above",
    "core/cluster/databases.py": "psycopg's SQL and Identifier; names of our own roles and databases",
    "core/erasures.py": "constants of the same file",
    "core/ledger/checkpoints.py": "an ORDER BY of our own, two of them",
    "core/rewriting.py": "psycopg's SQL and Identifier; names of our own tables",
    "exhibits/actions/dropping.py": "constants of the same file",
    "exhibits/actions/placing.py": "the column `text` or the empty text",
    "exhibits/queries/chats.py": "constants of the same file",
    "exhibits/queries/items.py": "constants of the same file",
    "home/queries/line.py": "constants of the same file",
    "record/actions/door.py": "constants of the same file",
    "record/queries/ways.py": "constants of the same file",
}
ASKS = {"execute", "executemany", "raw", "extra", "RawSQL", "stream"}

#: Who says that HTML is already safe: what it was made from.
SAYS_SAFE = {
    "ui/templatetags/kith_ui.py": "what govuk.render and Jinja's macros escaped",
    "ui/govuk.py": "what GOV.UK's macros escaped",
    "ui/jinja.py": "a template of our own, its holes escaped by Markup.format",
}


def inside(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def nodes() -> Iterator[tuple[Path, ast.AST]]:
    for path in FILES:
        for node in nodes_of(path):
            yield path, node


def imported(node: ast.AST) -> list[str]:
    """Name the modules that a statement imports, each with all that is above it."""
    if isinstance(node, ast.Import):
        names = [each.name for each in node.names]
    elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
        names = [node.module, *(f"{node.module}.{each.name}" for each in node.names)]
    else:
        return []
    return [".".join(name.split(".")[:depth]) for name in names for depth in range(1, name.count(".") + 2)]


def importers(of: set[str]) -> set[str]:
    return {inside(path) for path, node in nodes() if of & set(imported(node))}


def test_nothing_makes_objects_or_code_out_of_bytes() -> None:
    assert importers(NEVER_IMPORTED) == set()
    called = {
        f"{inside(path)}:{node.lineno} {ast.unparse(node.func)}"
        for path, node in nodes()
        if isinstance(node, ast.Call) and ast.unparse(node.func) in NEVER_CALLED
    }
    assert called == set()


def test_no_program_is_started_by_a_shell_and_few_are_started() -> None:
    shells = {
        f"{inside(path)}:{node.lineno}"
        for path, node in nodes()
        if isinstance(node, ast.Call)
        for word in node.keywords
        if word.arg == "shell" and not (isinstance(word.value, ast.Constant) and word.value.value is False)
    }
    assert shells == set(), "give the program and its words as a list"
    assert importers({"subprocess"}) == set(MAY_START_PROGRAMS), "say here which program, and why"


def test_connections_are_opened_in_few_places() -> None:
    assert importers(CONNECT) == set(MAY_OPEN_CONNECTIONS), (
        "say here whom it asks; nothing a person typed may choose it"
    )


def test_xml_is_parsed_in_one_place() -> None:
    assert importers(XML_PARSERS) == set(), "use kith.engines.guard.opening.markup.parse"
    parsed = {
        inside(path)
        for path, node in nodes()
        if isinstance(node, ast.Call)
        and re.fullmatch(
            r"(lxml\.)?(etree|html|objectify)\.(fromstring|parse|XML|HTML|iterparse|\w*Parser)", ast.unparse(node.func)
        )
    }
    assert parsed == {"engines/guard/opening/markup.py"}


def test_only_one_module_writes_tables_for_a_spreadsheet() -> None:
    """One module does, which makes whatever begins like a formula into words (its test is beside it)."""
    writers = importers({"csv", "openpyxl", "xlsxwriter", "xlwt", "odf", "pandas"})
    assert writers == {"ui/tables.py"}, "use kith.ui.tables, which makes a formula into words"


def constants(tree: ast.Module) -> set[str]:
    """Name what a module sets at its top to text that holds nothing from outside."""
    known: set[str] = set()
    for node in tree.body:
        if isinstance(node, (ast.Assign, ast.AnnAssign)) and node.value is not None and fixed(node.value, known):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            known |= {each.id for each in targets if isinstance(each, ast.Name)}
    return known


def fixed(node: ast.expr, known: set[str]) -> bool:
    """Tell whether an expression is made of constants alone."""
    match node:
        case ast.Constant():
            return True
        case ast.Name(id=name):
            return name in known
        case ast.BinOp(left=left, right=right):
            return fixed(left, known) and fixed(right, known)
        case ast.JoinedStr(values=values):
            return all(fixed(each.value if isinstance(each, ast.FormattedValue) else each, known) for each in values)
        case ast.Call(func=ast.Attribute(value=owner, attr="format" | "replace" | "strip"), args=args, keywords=words):
            return fixed(owner, known) and all(fixed(each, known) for each in [*args, *(word.value for word in words)])
        case ast.Call(func=ast.Name(id="SQL"), args=args):
            return all(fixed(each, known) for each in args)
    return False


def test_statements_are_constants() -> None:
    odd: dict[str, list[int]] = {}
    for path in FILES:
        tree = tree_of(path)
        known = constants(tree)
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and _name(node.func) in ASKS and node.args and not fixed(node.args[0], known):
                odd.setdefault(inside(path), []).append(node.lineno)
    told = "give values as parameters; or say in PUT_TOGETHER what else it is put together from"
    assert {path: odd[path] for path in odd.keys() - PUT_TOGETHER.keys()} == {}, told
    assert PUT_TOGETHER.keys() - odd.keys() == set(), "these need no reason any more"


def _name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def test_html_is_called_safe_in_few_places() -> None:
    said = {
        inside(path)
        for path, node in nodes()
        if isinstance(node, ast.Call) and _name(node.func) in {"mark_safe", "Markup", "SafeString"}
    }
    assert said == set(SAYS_SAFE)


@pytest.mark.parametrize(
    ("pattern", "instead"),
    [
        (r"\|\s*(safe|safeseq)\b|autoescape\s+(false|off)", "let the page escape it"),
        (r"<script(?![^>]*\bsrc=)", "put it into ui/assets/js"),
        (r"<[a-z][^>]*\s(?:on[a-z]+|style)\s*=", "put it into ui/assets"),
        (r"\b(?:href|src|action)\s*=\s*[\"']?\s*(?:javascript:|http:|//)", "lead to a path of this site"),
        (r"<[a-z][^>{]*\s(?:href|src|value|title)=\{\{", "put quotation marks around it"),
    ],
)
def test_no_template_lets_words_become_markup(pattern: str, instead: str) -> None:
    found = [path.name for path in TEMPLATES if re.search(pattern, path.read_text(), re.IGNORECASE)]
    assert len(TEMPLATES) > 60
    assert found == [], instead


def test_lists_here_name_only_what_is_there() -> None:
    named = {*MAY_OPEN_CONNECTIONS, *MAY_START_PROGRAMS, *PUT_TOGETHER, *SAYS_SAFE}
    assert {path for path in named if not (SOURCE / path).is_file()} == set()


def test_what_is_forbidden_would_be_noticed() -> None:
    tree = ast.parse('A = "SELECT 1"\nB = f"{A} {name}"\nc.execute(A)\nc.execute(B)\nc.execute("SELECT " + typed)')
    known = constants(tree)
    asked = [node.args[0] for node in ast.walk(tree) if isinstance(node, ast.Call) and _name(node.func) == "execute"]
    assert [fixed(each, known) for each in asked] == [True, False, False]
    assert imported(ast.parse("from os import path, popen").body[0]) == ["os", "os", "os.path", "os", "os.popen"]
