"""A migrated database kept from one run to the next: migrating takes longer than most runs of one file.

The first process that needs it migrates, in a process of its own; the others of the run wait for it. It begins with the
kept database that has most of today's migrations and no other, so that one more costs only its own. On SQLite a copy of
the kept file becomes the test database, on PostgreSQL the kept dump becomes a template in the run's own server.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import django
from django.apps import apps
from django.db import connection

from tests import pg

PLACE = Path(__file__).parent.parent / ".cache" / "test-databases"


# So many are kept of each database: people who share a folder write migrations at the same time.
MOST_KEPT = 4


def begin() -> bool:
    """Make the test database a migrated one. True on SQLite, where Django must then keep its hands off the file."""
    if connection.vendor == "sqlite":
        _sqlite(Path(connection.settings_dict["TEST"]["NAME"]))
        return True
    connection.settings_dict["TEST"]["TEMPLATE"] = _postgres()
    return False


def _sqlite(database: Path) -> None:
    kept = PLACE / f"{_name(_migrations())}.sqlite3"
    with alone("sqlite"):
        if not kept.exists():
            with tempfile.TemporaryDirectory() as home:
                made = Path(home) / "northline.sqlite3"
                if nearest := _nearest(".sqlite3"):
                    shutil.copyfile(nearest, made)
                _migrate(home=home, database="")
                with sqlite3.connect(made) as whole, sqlite3.connect(_part(kept)) as copy:
                    whole.backup(copy)
            _keep(kept)
        shutil.copyfile(kept, database)


def _postgres() -> str:
    """The name of the template in this run's server."""
    name, kept = "migrated", PLACE / f"{_name(_migrations())}-{pg.version()}.sql"
    with alone("postgres"):
        if pg.has(name):
            return name
        pg.run("createdb", name)
        if nearest := kept if kept.exists() else _nearest(f"-{pg.version()}.sql"):
            pg.run("psql", "--quiet", "--set=ON_ERROR_STOP=1", f"--file={nearest}", f"--dbname={name}")
        if kept.exists():
            return name
        with tempfile.TemporaryDirectory() as home:
            _migrate(home=home, database=pg.address(name))
        pg.run("pg_dump", f"--file={_part(kept)}", name)
        _keep(kept)
    return name


def _nearest(ending: str) -> Path | None:
    """Of the kept databases that know no migration but today's, the one that knows most."""
    today = set(_migrations())
    known = {
        kept: set(json.loads(_list(kept).read_text()))
        for kept in PLACE.glob(f"*{ending}")
        if _list(kept).exists()
    }
    return max(
        (kept for kept in known if known[kept] <= today), key=lambda kept: len(known[kept]), default=None
    )


def _keep(kept: Path) -> None:
    """Put what was made in its place, and of what was kept before the oldest away."""
    _list(kept).write_text(json.dumps(_migrations()))
    _part(kept).replace(kept)
    for old in sorted(PLACE.glob(f"*{kept.suffix}"), key=lambda one: one.stat().st_mtime)[:-MOST_KEPT]:
        old.unlink()
        _list(old).unlink(missing_ok=True)


def _part(kept: Path) -> Path:
    return kept.with_name(f"{kept.name}.part")


def _list(kept: Path) -> Path:
    """Which migrations a kept database knows."""
    return kept.with_name(f"{kept.name}.json")


def _migrate(*, home: str, database: str) -> None:
    environment = os.environ | {
        "NORTHLINE_HOME": home,
        "NORTHLINE_DATABASE": database,
        "NORTHLINE_LOG_FORMAT": "text",
        "DJANGO_SETTINGS_MODULE": "northline.config.settings",
    }
    subprocess.run(
        [sys.executable, "-m", "django", "migrate", "--verbosity=0"], env=environment, check=True, timeout=900
    )


@cache
def _migrations() -> tuple[str, ...]:
    """Today's migrations, and what stands in each."""
    return tuple(
        f"{app.label}/{file.name} {hashlib.sha256(file.read_bytes()).hexdigest()[:16]}"
        for app in sorted(apps.get_app_configs(), key=lambda app: app.label)
        for file in sorted(Path(app.path).glob("migrations/*.py"))
    )


def _name(migrations: tuple[str, ...]) -> str:
    return hashlib.sha256("\n".join((django.__version__, *migrations)).encode()).hexdigest()[:16]


@contextmanager
def alone(what: str) -> Iterator[None]:
    """Wait until no other process of the tests makes this."""
    PLACE.mkdir(parents=True, exist_ok=True)
    with (PLACE / f"{what}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
