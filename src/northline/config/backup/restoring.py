"""Take a backup back: verified before anything is written, then all of it or nothing."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from northline.config.backup import archive, databases
from northline.config.backup.making import FOLDER, SINGLE
from northline.core.refusal import Conflict, Refusal


@dataclass(frozen=True, slots=True)
class Restored:
    """What was taken back; where what was there before is kept; how many migrations the next start will bring."""

    manifest: archive.Manifest
    kept: Path | None
    waiting: int


@dataclass(slots=True)
class _Swap:
    """Files put into places, each of which can be had back."""

    aside: Path
    done: list[tuple[Path, bool, bool]] = field(default_factory=list)

    def put(self, fresh: Path, place: Path) -> None:
        """Move what is in the place aside, and what is fresh, if there is such a thing, into it."""
        was, comes = place.exists(), fresh.exists()
        if was:
            self.aside.mkdir(exist_ok=True, mode=0o700)
            shutil.move(place, self.aside / place.name)
        self.done.append((place, was, comes))
        if comes:
            shutil.move(fresh, place)

    def take_back(self) -> None:
        for place, was, comes in reversed(self.done):
            if comes and place.is_dir():
                shutil.rmtree(place)
            elif comes:
                place.unlink(missing_ok=True)
            if was:
                shutil.move(self.aside / place.name, place)
        if self.aside.exists():
            self.aside.rmdir()


def restore(file: Path, *, force: bool, tell: Callable[[float, str], None]) -> Restored:
    """Put the backup in the place of what is there.

    Raises Conflict `backup.home_not_empty`, `backup.in_use`, Refusal `backup.damaged`, `backup.newer`,
    `backup.other_database`, `backup.no_program`, `backup.failed`.
    """
    home = Path(settings.HOME)
    home.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".restore-", dir=home) as laid_out:
        fresh = Path(laid_out)
        manifest = archive.unpack(file, fresh)
        waiting = _waiting(manifest)
        copy = fresh / (databases.SQLITE if databases.kind() == "sqlite" else databases.POSTGRES)
        databases.check(copy)
        tell(0.4, "the database")
        occupied = databases.is_there() or any((home / FOLDER).glob("*"))
        if occupied and not force:
            raise Conflict(
                "backup.home_not_empty",
                f"{home} or its database is not empty. Nothing was changed. Restore into an empty one, or say --force: "
                "what is there is then replaced.",
            )
        aside = home / f"replaced-{timezone.now():%Y%m%d-%H%M%S-%f}"
        with _swapped(aside) as swap:
            _put_files(swap, fresh, home)
            _put_database(swap, copy)
        if not occupied:
            shutil.rmtree(aside, ignore_errors=True)
        tell(1.0, "")
        return Restored(manifest, aside if aside.exists() else None, waiting)


@contextmanager
def _swapped(aside: Path) -> Iterator[_Swap]:
    swap = _Swap(aside)
    try:
        yield swap
    except BaseException:
        swap.take_back()
        raise


def _put_files(swap: _Swap, fresh: Path, home: Path) -> None:
    swap.put(fresh / FOLDER, home / FOLDER)
    for name in SINGLE:
        # A secret that is told by the environment is in no backup, and the one that is there is still good.
        if (fresh / name).exists():
            swap.put(fresh / name, home / name)


def _put_database(swap: _Swap, copy: Path) -> None:
    """Last, since of PostgreSQL's it cannot be taken back."""
    if databases.kind() != "sqlite":
        databases.put_into_postgres(copy)
        return
    place = databases.sqlite_file()
    if place.exists():
        databases.let_go_of_sqlite()
    for beside in ("-wal", "-shm"):
        swap.put(copy.with_name(copy.name + beside), place.with_name(place.name + beside))
    swap.put(copy, place)


def _waiting(manifest: archive.Manifest) -> int:
    """How many migrations it has not had. Refuses a backup of another kind of database, or of a newer Northline."""
    if manifest.database != databases.kind():
        raise Refusal(
            "backup.other_database",
            f"This backup is of {manifest.database}, and NORTHLINE_DATABASE names {databases.kind()}. Nothing was changed.",
        )
    known = databases.migrations_known()
    if unknown := set(manifest.migrations) - known:
        raise Refusal(
            "backup.newer",
            f"This backup was made by Northline {manifest.version}, which is newer than this one: its database has had "
            f"{min(unknown)}. Nothing was changed. Install that version, or a newer one.",
        )
    return len(known - set(manifest.migrations))
