"""The database as one encrypted piece: PostgreSQL's own base backup, taken while it serves."""

import os
import shutil
import subprocess
import tarfile
import tempfile
import zlib
from pathlib import Path, PurePosixPath

from kith.core.backup.damage import BackupProblem, Damaged
from kith.core.backup.pieces import Piece, PieceReader, PieceWriter
from kith.core.cluster import ARCHIVE, Cluster, binaries_for
from kith.core.cluster.account import Account
from kith.core.cluster.places import make_server_folder

_BLOCK = 1 << 20
#: Cheap to compute: empty room in pages is most of what is saved.
_LEVEL = 1


def back_up_database(cluster: Cluster, path: Path, public_key: bytes, about: str) -> Piece:
    """Write the database into a piece, as it stands when this ends.

    Raises:
        BackupProblem: PostgreSQL would not give it; its own words are shown.
    """
    parts = cluster.parts(ARCHIVE, "replication")
    command = [
        str(binaries_for(cluster.data) / "pg_basebackup"), "--pgdata=-", "--format=tar", "--wal-method=fetch",
        "--checkpoint=fast", "--no-password", f"--host={parts['host']}", f"--port={parts['port']}",
        f"--username={parts['user']}",
    ]  # fmt: skip
    environment = {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C", "PGPASSWORD": str(parts["password"])}
    with tempfile.TemporaryFile() as words, PieceWriter(path, public_key, about) as piece:
        process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=words, cwd="/")
        try:
            _compress(process, piece)
            code = process.wait()
        finally:
            process.kill()
            process.wait()
        if code:
            words.seek(0)
            said = words.read().decode(errors="replace").strip().splitlines()
            raise BackupProblem(f"PostgreSQL did not give its data ({said[-1] if said else code}). No backup was made.")
        return piece.finish()


def _compress(process: "subprocess.Popen[bytes]", piece: PieceWriter) -> None:
    assert process.stdout is not None
    squeeze = zlib.compressobj(_LEVEL, wbits=31)
    with process.stdout as out:
        while block := out.read(_BLOCK):
            piece.write(squeeze.compress(block))
    piece.write(squeeze.flush())


def unpack_database(reader: PieceReader, data: Path, account: Account) -> int:
    """Unpack a database into a new data folder; give its bytes. Only plain files and folders are taken out.

    Raises:
        Damaged: the piece is not as it was written.
    """
    make_server_folder(data, account)
    total = 0
    try:
        with tarfile.open(fileobj=reader, mode="r|gz", bufsize=_BLOCK) as tar:
            for member in tar:
                total += _take_out(tar, member, data, account)
        while reader.read(_BLOCK):
            pass  # to the last segment: all of it is checked
    except (tarfile.TarError, zlib.error, EOFError) as problem:
        raise Damaged(f"The piece database of this backup cannot be unpacked ({problem}).") from None
    return total


def _take_out(tar: tarfile.TarFile, member: tarfile.TarInfo, data: Path, account: Account) -> int:
    inside = PurePosixPath(member.name)
    if inside.is_absolute() or ".." in inside.parts or not (member.isdir() or member.isreg()):
        raise Damaged(f"The piece database of this backup holds something odd: {member.name}.")
    place = data.joinpath(inside)
    if member.isdir():
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
    else:
        found = tar.extractfile(member)
        assert found is not None
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with place.open("wb") as file:
            shutil.copyfileobj(found, file, _BLOCK)
        place.chmod(0o600)
    for each in (place, *place.parents):
        if each == data or not account.dropped:
            break
        os.chown(each, account.uid, account.gid, follow_symlinks=False)
    return member.size
