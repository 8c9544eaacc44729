"""What stands in `deploy/` is held to the code: settings, the upload's address and size, and what isolation needs."""

import os
import re
import stat
import subprocess
from pathlib import Path

import pytest
from django.urls import reverse

ROOT = Path(__file__).parent.parent.parent
DEPLOY = ROOT / "deploy"
UNITS = sorted((DEPLOY / "systemd").glob("*.service"))
NGINX = (DEPLOY / "nginx" / "kith.conf").read_text()
UPLOAD = "location ~ ^/cases/"
#: A secret stands in a file of its own; these settings may only name it.
SECRET = re.compile(r"(PASSWORD|SECRET|KEY|TOKEN|DATABASE_URL)$")
#: Set for the programs that Kith starts, not read by it.
NOT_OURS = {"XDG_RUNTIME_DIR"}


def settings_in(path: Path) -> dict[str, str]:
    """Give every setting of an environment file, also those that wait behind a # to be used."""
    return dict(re.findall(r"^#?([A-Z][A-Z_]+)=(.*)$", path.read_text(), re.M))


def lines_of(unit: Path, name: str) -> str:
    return " ".join(re.findall(rf"^{name}=(.*)$", unit.read_text(), re.M))


@pytest.mark.parametrize("path", sorted(DEPLOY.glob("*.env")), ids=lambda path: path.name)
def test_settings_are_ones_that_kith_reads_and_none_is_a_secret(path):
    source = "\n".join(each.read_text() for each in (ROOT / "src" / "kith").rglob("*.py"))
    for name in settings_in(path):
        read = name.removesuffix("_FILE") if name.endswith("_FILE") else name
        assert name in NOT_OURS or f'"{read}"' in source or f'"{name}"' in source, f"Kith reads no {name}"
        assert not SECRET.search(name), f"{name} would stand in the open: name a file with {name}_FILE"


@pytest.mark.parametrize("unit", UNITS, ids=lambda path: path.name)
def test_units_leave_what_a_child_that_reads_needs_to_lock_itself_down(unit):
    allowed = lines_of(unit, "SystemCallFilter").split()
    needed = {"seccomp", "capset", "prlimit64", "setrlimit"}
    needed |= {"landlock_create_ruleset", "landlock_add_rule", "landlock_restrict_self"}
    assert needed <= set(allowed[allowed.index("@obsolete") :]), "they must stand after what is taken away"


@pytest.mark.parametrize("unit", UNITS, ids=lambda path: path.name)
def test_units_run_a_command_that_is_there_as_a_user_of_its_own(unit):
    assert lines_of(unit, "User") == "kith"
    assert re.match(r"/opt/kith/\.venv/bin/kith (serve|worker|backup)\b", lines_of(unit, "ExecStart"))
    assert lines_of(unit, "NoNewPrivileges") == "yes"
    assert lines_of(unit, "ProtectSystem") == "strict"


def test_the_upload_that_passes_unbuffered_is_the_one_that_takes_in():
    pattern = re.search(r"location ~ (\S+) \{", NGINX)
    assert pattern is not None
    address = reverse("exhibits:take_in", args=["3f2b6c1e-0000-4000-8000-000000000000"])
    assert re.search(pattern[1], address)


def test_nginx_lets_through_what_kith_takes_in_so_that_kith_says_what_is_too_large():
    largest_mb = int(settings_in(DEPLOY / "kith.env")["KITH_LARGEST_FILE_MB"])
    upload = NGINX[NGINX.index(UPLOAD) :]
    found = re.search(r"client_max_body_size (\d+)m", upload)
    assert found is not None
    assert int(found[1]) * 1024 * 1024 > largest_mb * 1_000_000


def test_nginx_believes_no_browser_about_where_it_comes_from():
    assert "proxy_set_header X-Forwarded-For $remote_addr;" in NGINX
    assert "$proxy_add_x_forwarded_for" not in NGINX


def test_nginx_writes_no_word_of_a_search_down():
    written = re.search(r"log_format kith '([^']*)'", NGINX)
    assert written is not None
    assert not set(re.findall(r"\$\w+", written[1])) & {"$request", "$request_uri", "$args", "$http_referer"}


@pytest.mark.parametrize("name", ["learning:front", "learning:bites", "learning:help"])
def test_nginx_writes_down_no_page_that_says_it_is_not_noted(name):
    unlogged = re.findall(r"location (/\S*) \{\n\s+access_log off;", NGINX)
    assert any(reverse(name).startswith(each) for each in unlogged)


def test_the_command_for_operators_can_be_run():
    place = DEPLOY / "kith-as-service"
    assert place.stat().st_mode & stat.S_IXUSR
    assert subprocess.run(["sh", "-n", place], check=False).returncode == 0
    assert os.access(place, os.X_OK)
