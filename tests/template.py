"""A migrated database kept from one run to the next: migrating takes longer than most runs of one file.

The first process that needs it migrates, in a process of its own; the others of the run wait for it. On SQLite a copy
of the kept file becomes the test database, on PostgreSQL the kept dump becomes a template in the run's own server.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import django
from django.apps import apps
from django.db import connection

from tests import pg

PLACE = Path(__file__).parent.parent / ".cache" / "test-databases"


def begin() -> bool:
    """Make the test database a migrated one. True on SQLite, where Django must then keep its hands off the file."""
    if connection.vendor == "sqlite":
        _sqlite(Path(connection.settings_dict["TEST"]["NAME"]))
        return True
    connection.settings_dict["TEST"]["TEMPLATE"] = _postgres()
    return False


def _sqlite(database: Path) -> None:
    kept = PLACE / f"{_migrations()}.sqlite3"
    with alone("sqlite"):
        if not kept.exists():
            with tempfile.TemporaryDirectory() as home:
                _migrate(home=home, database="")
                (made,) = Path(home).glob("*.sqlite3")
                with sqlite3.connect(made) as whole, sqlite3.connect(kept.with_suffix(".part")) as copy:
                    whole.backup(copy)
            _keep(kept)
    shutil.copyfile(kept, database)


def _postgres() -> str:
    """The name of the template in this run's server."""
    name, kept = "migrated", PLACE / f"{_migrations()}-{pg.version()}.sql"
    with alone("postgres"):
        if pg.has(name):
            return name
        pg.run("createdb", name)
        if kept.exists():
            pg.run("psql", "--quiet", "--set=ON_ERROR_STOP=1", f"--file={kept}", f"--dbname={name}")
            return name
        with tempfile.TemporaryDirectory() as home:
            _migrate(home=home, database=pg.address(name))
        pg.run("pg_dump", f"--file={kept.with_suffix('.part')}", name)
        _keep(kept)
    return name


def _keep(kept: Path) -> None:
    """Put what was made in the place of what older migrations made."""
    for old in PLACE.glob(f"*{kept.suffix}"):
        old.unlink()
    kept.with_suffix(".part").replace(kept)


def _migrate(*, home: str, database: str) -> None:
    environment = os.environ | {
        "NORTHLINE_HOME": home,
        "NORTHLINE_DATABASE": database,
        "NORTHLINE_LOG_FORMAT": "text",
        "DJANGO_SETTINGS_MODULE": "northline.config.settings",
    }
    subprocess.run(
        [sys.executable, "-m", "django", "migrate", "--verbosity=0"], env=environment, check=True, timeout=600
    )


def _migrations() -> str:
    """A name for these very migrations."""
    digest = hashlib.sha256(django.__version__.encode())
    for app in sorted(apps.get_app_configs(), key=lambda app: app.label):
        for file in sorted(Path(app.path).glob("migrations/*.py")):
            digest.update(f"{app.label}/{file.name}".encode() + file.read_bytes())
    return digest.hexdigest()[:16]


@contextmanager
def alone(what: str) -> Iterator[None]:
    """Wait until no other process of the tests makes this."""
    PLACE.mkdir(parents=True, exist_ok=True)
    with (PLACE / f"{what}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
