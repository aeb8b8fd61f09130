"""Make a backup: the database and what is stored beside it, as one file, while the server runs."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from northline import __version__
from northline.config.backup import archive, databases
from northline.core.refusal import Conflict, Refusal

# What is kept in NORTHLINE_HOME beside the database.
FOLDER = "uploads"
SINGLE = ("secret", "demo-passwords.json")


def back_up(to: Path, *, force: bool, tell: Callable[[float, str], None]) -> archive.Manifest:
    """Write the backup; nothing of it stays where that fails.

    Raises Conflict `backup.file_exists`, Refusal `backup.no_folder`, `backup.nothing`, and what copying refuses.
    """
    if to.exists() and not force:
        raise Conflict(
            "backup.file_exists",
            f"{to}: a file is there already. Nothing was written; --force writes over it.",
        )
    if not to.parent.is_dir():
        raise Refusal("backup.no_folder", f"{to.parent}: there is no such folder. Make it first.")
    migrations = databases.migrations_applied()
    if not migrations:
        raise Refusal("backup.nothing", "The database holds no Northline. Nothing was written.")
    with tempfile.TemporaryDirectory(prefix=f".{to.name}.", dir=to.parent) as made:
        held, whole = Path(made, "held"), Path(made, "whole")
        held.mkdir()
        # Before the database, since what is stored may go, and after it, since more may come.
        _copy_files(held)
        tell(0.1, "the database")
        databases.copy_to(held)
        _copy_files(held)
        tell(0.5, "the archive")
        manifest = archive.pack(
            held,
            whole,
            version=__version__,
            made_at=timezone.now().isoformat(timespec="seconds"),
            database=databases.kind(),
            migrations=migrations,
        )
        whole.chmod(0o600)
        whole.replace(to)
    tell(1.0, "")
    return manifest


def _copy_files(into: Path) -> None:
    """What is stored and not copied yet. Stored files are never changed, only forgotten."""
    home = Path(settings.HOME)
    stored = [home / name for name in SINGLE] + sorted((home / FOLDER).glob("*"))
    for file in stored:
        copy = into / file.relative_to(home)
        if file.is_file() and not copy.exists():
            copy.parent.mkdir(exist_ok=True)
            with suppress(FileNotFoundError):
                shutil.copyfile(file, copy)
