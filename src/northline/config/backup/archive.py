"""One file that holds all: a tar with a manifest first, which names every other member with its size and checksum."""

from __future__ import annotations

import hashlib
import io
import json
import re
import tarfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Any

from northline.core.refusal import Refusal

MANIFEST = "manifest.json"
FORM = 1
CHUNK = 1 << 20
# Deep enough for a database of text, and three times as fast as the deepest.
COMPRESSION = 5
_PLAIN = re.compile(r"(uploads/)?[A-Za-z0-9_][A-Za-z0-9._-]*")


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup is of. `files` maps the names of its members to their sizes and SHA-256 checksums."""

    version: str
    made_at: str
    database: str
    migrations: list[str]
    files: dict[str, dict[str, Any]]
    form: int = FORM


def pack(
    folder: Path, to: Path, *, version: str, made_at: str, database: str, migrations: list[str]
) -> Manifest:
    """Write everything in the folder, and what it is, as one file."""
    found = sorted(file for file in folder.rglob("*") if file.is_file())
    files = {
        file.relative_to(folder).as_posix(): {"size": file.stat().st_size, "sha256": _checksum(file)}
        for file in found
    }
    manifest = Manifest(version, made_at, database, migrations, files)
    with tarfile.open(to, "w:gz", compresslevel=COMPRESSION) as archive:
        written = json.dumps(asdict(manifest), indent=1).encode()
        head = tarfile.TarInfo(MANIFEST)
        head.size, head.mode = len(written), 0o600
        archive.addfile(head, io.BytesIO(written))
        for file in found:
            archive.add(file, arcname=file.relative_to(folder).as_posix(), filter=_nobodys)
    return manifest


def unpack(file: Path, into: Path) -> Manifest:
    """Lay the members out in the folder, each as the manifest says.

    Raises Refusal `backup.damaged` for what is no backup or not a whole one, `backup.newer` for one of another form.
    """
    with _damaged(file), tarfile.open(file, "r:gz") as archive:
        members = iter(archive)
        manifest = _manifest(archive, next(members, None))
        seen = {_laid_out(archive, member, manifest, into) for member in members}
        if missing := manifest.files.keys() - seen:
            raise ValueError(f"{min(missing)} is missing")
        return manifest


def _manifest(archive: tarfile.TarFile, member: tarfile.TarInfo | None) -> Manifest:
    held = archive.extractfile(member) if member is not None and member.name == MANIFEST else None
    if held is None:
        raise ValueError("it has no manifest")
    told = json.load(held)
    if told.get("form") != FORM:
        raise Refusal(
            "backup.newer",
            f"This backup was made by Northline {told.get('version')}, which this one cannot read. "
            "Nothing was changed. Install that version, or a newer one.",
        )
    return Manifest(**told)


def _laid_out(archive: tarfile.TarFile, member: tarfile.TarInfo, manifest: Manifest, into: Path) -> str:
    """Write one member below the folder, and answer its name."""
    known, held = manifest.files.get(member.name), archive.extractfile(member) if member.isfile() else None
    if known is None or held is None or not _PLAIN.fullmatch(member.name):
        raise ValueError(f"{member.name!r} does not belong there")
    target = into / member.name
    target.parent.mkdir(mode=0o700, exist_ok=True)
    with target.open("xb") as written:
        digest = _digest(held, also=written)
    target.chmod(0o600)
    if member.size != known["size"] or digest != known["sha256"]:
        raise ValueError(f"{member.name} is not what was backed up")
    return member.name


@contextmanager
def _damaged(file: Path) -> Iterator[None]:
    try:
        yield
    except (tarfile.TarError, zlib.error, EOFError, ValueError, TypeError, KeyError, OSError) as error:
        if isinstance(error, OSError) and error.filename is not None:
            raise Refusal("backup.unreadable", f"{error.filename}: {error.strerror}.") from error
        raise Refusal(
            "backup.damaged", f"{file} is no whole backup of Northline: {error}. Nothing was changed."
        ) from error


def _nobodys(member: tarfile.TarInfo) -> tarfile.TarInfo:
    """Without who and where it was made."""
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    member.mode = 0o600
    return member


def _checksum(file: Path) -> str:
    with file.open("rb") as held:
        return _digest(held)


def _digest(held: IO[bytes], *, also: IO[bytes] | None = None) -> str:
    digest = hashlib.sha256()
    while chunk := held.read(CHUNK):
        digest.update(chunk)
        if also is not None:
            also.write(chunk)
    return digest.hexdigest()
