"""A migrated SQLite database kept from one run to the next: migrating takes longer than most runs of one file."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
from pathlib import Path

import django
from django.apps import apps
from django.conf import settings

PLACE = Path(__file__).parent.parent / ".cache" / "test-databases"


def _kept() -> Path:
    """Where the database of these very migrations is or would be."""
    digest = hashlib.sha256(django.__version__.encode())
    for app in sorted(apps.get_app_configs(), key=lambda app: app.label):
        for file in sorted(Path(app.path).glob("migrations/*.py")):
            digest.update(f"{app.label}/{file.name}".encode() + file.read_bytes())
    return PLACE / f"{digest.hexdigest()[:16]}.sqlite3"


def _database() -> Path | None:
    """The file of this process's tests; None on another database."""
    database = settings.DATABASES["default"]
    return Path(database["TEST"]["NAME"]) if database["ENGINE"].endswith("sqlite3") else None


def begin() -> bool:
    """Begin with the kept database; False when none is kept."""
    database, kept = _database(), _kept()
    if database is None or not kept.exists():
        return False
    shutil.copyfile(kept, database)
    return True


def keep() -> None:
    """Keep what was just migrated, in place of what older migrations made."""
    database, kept = _database(), _kept()
    if database is None or kept.exists():
        return
    PLACE.mkdir(parents=True, exist_ok=True)
    fresh = kept.with_suffix(f".{os.getpid()}")
    with sqlite3.connect(database) as whole, sqlite3.connect(fresh) as copy:
        whole.backup(copy)
    for old in PLACE.glob("*.sqlite3"):
        old.unlink(missing_ok=True)
    fresh.replace(kept)
