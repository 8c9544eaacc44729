"""Rules of the house that an import linter cannot see. Each message says what to do."""

import ast
import re
import subprocess
from pathlib import Path

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from tests.house.trees import nodes_of

ROOT = Path(__file__).parent.parent.parent
SOURCE = ROOT / "src" / "kith"
ROOMS = ("home", "court", "correspondence", "exhibits", "record", "learning")
#: Pages that judge access without leaving a note: not looks at a case.
NO_LOOK = {"draft", "progress"}
WRITES = re.compile(r"\.(save|create|bulk_create|get_or_create|update_or_create|bulk_update|update|delete)\(")
#: `loading` puts what ships into its tables, as the owner role, when Kith starts.
WRITERS = {"actions", "models", "testing", "migrations", "tests", "loading"}


def modules(*parts: str) -> list[Path]:
    return sorted(path for room in (parts or ROOMS) for path in (SOURCE / room).rglob("*.py"))


def duty(path: Path) -> str:
    """Name the file of the room a module belongs to: actions/opening.py is `actions`."""
    return path.relative_to(SOURCE).parts[1].removesuffix(".py")


def addresses(patterns=None, prefix=""):
    for each in get_resolver().url_patterns if patterns is None else patterns:
        place = prefix + str(each.pattern)
        if isinstance(each, URLResolver):
            yield from addresses(each.url_patterns, place)
        elif isinstance(each, URLPattern):
            yield place, each.callback


def test_every_address_is_a_page():
    # signing in is allauth's; locking a page signs out, and must work for whoever is there
    loose = [
        place
        for place, view in addresses()
        if not place.startswith("accounts/")
        and place != "lock/"
        # for another machine, which knows a token (core.machines)
        and not hasattr(view, "needs")
        and not hasattr(view, "token")
        and not hasattr(view, "is_public")
    ]
    assert not loose, f"give each a @page(needs=...): {loose}"
    public = {place.partition("/")[0] for place, view in addresses() if hasattr(view, "is_public")}
    assert public == {"drop", "peer", "vote"}, "a page for people whom nobody knows needs an ADR, and its place here"


def test_pages_that_leave_no_trace_are_few_and_named():
    quiet = {view.__name__ for _, view in addresses() if getattr(view, "looks", True) is False}
    odd = {name for name in quiet if not any(word in name for word in NO_LOOK)}
    assert not odd, f"only {sorted(NO_LOOK)} may leave no access note; these do not either: {sorted(odd)}"


def test_every_public_function_of_actions_is_an_action():
    import importlib
    import inspect

    bare = []
    for path in modules():
        if duty(path) != "actions":
            continue
        name = ".".join(path.relative_to(SOURCE.parent).with_suffix("").parts).removesuffix(".__init__")
        module = importlib.import_module(name)
        for key, value in vars(module).items():
            own = inspect.isfunction(value) and inspect.unwrap(value).__module__ == name
            if own and not key.startswith("_") and not hasattr(value, "writes"):
                bare.append(f"{name}.{key}")
    assert not bare, f"decorate with @action or @draft: {bare}"


def test_only_actions_write():
    odd = []
    for path in modules():
        if duty(path) in WRITERS or "tests" in path.parts or "migrations" in path.parts:
            continue
        for node in nodes_of(path):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                text = ast.unparse(node)
                if WRITES.search(f".{node.func.attr}(") and "objects" in text:
                    odd.append(f"{path.relative_to(ROOT)}:{node.lineno}")
    assert not odd, f"move the change into an action: {odd}"


def test_rooms_are_entered_by_their_doors():
    doors = {"actions", "queries", "rules", "testing"}
    odd = []
    for path in modules():
        room = path.relative_to(SOURCE).parts[0]
        for line, target in imports(path):
            words = target.split(".")
            if len(words) < 3 or words[0] != "kith" or words[1] not in ROOMS or words[1] == room:
                continue
            is_type = words[2] in {"models", "shape"} and duty(path) in {
                "actions",
                "queries",
                "models",
                "testing",
                "tests",
            }
            if words[2] not in doors and not is_type:
                odd.append(f"{path.relative_to(ROOT)}:{line} imports {target}")
            if words[2] == "testing" and duty(path) not in {"testing", "tests"}:
                odd.append(f"{path.relative_to(ROOT)}:{line} imports {target} outside tests")
    assert not odd, f"enter another room by its actions, queries or rules: {odd}"


def imports(path: Path):
    for node in nodes_of(path):
        if isinstance(node, ast.ImportFrom) and node.module:
            for name in node.names:
                yield node.lineno, f"{node.module}.{name.name}"
        elif isinstance(node, ast.Import):
            for name in node.names:
                yield node.lineno, name.name


def test_views_know_no_table():
    odd = [
        f"{path.relative_to(ROOT)}:{line}"
        for path in modules()
        if duty(path) in {"views", "forms", "urls"}
        for line, target in imports(path)
        if ".models" in target and not target.startswith("kith.core.models")
    ]
    assert not odd, f"a view asks a query or an action: {odd}"


#: Who may touch the installation key: what it wraps or locks must be known to `kith keys rotate`.
KEYHOLDERS = (
    "core/files.py",
    "core/rotation.py",
    "core/sign_in/second_factors.py",
    "core/backup/",
    "core/vault/",
    "cli/",
)


def test_only_those_who_hold_keys_use_the_installation_key():
    odd = []
    for path in SOURCE.rglob("*.py"):
        inside = path.relative_to(SOURCE).as_posix()
        if "tests" in path.parts or inside.startswith(KEYHOLDERS):
            continue
        if re.search(r"\b(installation_keys|InstallationKeys?)\b", path.read_text()):
            odd.append(inside)
    assert not odd, f"what the installation key wraps, kith.core.rotation must wrap anew: teach it, then add {odd} here"


def test_functions_stay_short():
    long = []
    for path in SOURCE.rglob("*.py"):
        if "migrations" in path.parts or "tests" in path.parts:
            continue
        for node in nodes_of(path):
            if isinstance(node, ast.FunctionDef) and body_lines(node) > 40:
                long.append(f"{path.relative_to(ROOT)}:{node.lineno} {node.name} ({body_lines(node)})")
    assert not long, f"split them: {long}"


def body_lines(node: ast.FunctionDef) -> int:
    """Count the lines of a function below its signature and docstring."""
    body = node.body[1:] if ast.get_docstring(node) else node.body
    return (node.end_lineno or 0) - body[0].lineno + 1 if body else 0


def test_files_stay_small():
    large = {
        str(path.relative_to(ROOT)): lines
        for path in SOURCE.rglob("*.py")
        if "migrations" not in path.parts and (lines := len(path.read_text().splitlines())) > 400
    }
    assert not large, f"make a folder of the same name, split by subject: {large}"


@pytest.mark.parametrize("word", ["utils", "helpers", "manager", "service", "base", "common", "misc"])
def test_no_file_is_called_nothing_in_particular(word):
    assert not list(SOURCE.rglob(f"{word}.py")), "name it for what it holds"


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout.decode()
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def test_no_path_of_a_machine_and_no_registry_address_is_kept():
    words = re.compile(
        "|".join(
            [
                "/wo" + "rk/",
                "(?<!kith)/ho" + "me/[a-z]+/",  # the room `home` is no folder of a machine
                "files.python" + "hosted",
                "registry.npm" + "js",
                "pypi" + r"\.org/simple",
            ]
        )
    )
    odd = []
    for path in tracked():
        try:
            text = path.read_text()
        except UnicodeDecodeError:
            continue
        odd += [f"{path.relative_to(ROOT)}: {found.group()}" for found in words.finditer(text)]
    assert not odd


def test_no_file_is_large():
    large = [str(path.relative_to(ROOT)) for path in tracked() if path.stat().st_size > 500_000]
    assert not large


def test_no_two_decisions_have_one_number():
    numbers = [path.name[:4] for path in (ROOT / "docs" / "adr").glob("*.md")]
    assert len(numbers) == len(set(numbers))


def test_decisions_stay_short():
    long = [path.name for path in (ROOT / "docs" / "adr").glob("*.md") if len(path.read_text().splitlines()) > 60]
    assert not long
