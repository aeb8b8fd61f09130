"""A copy of the database while others write to it, and the way back. SQLite by its online backup, PostgreSQL by its own
programs."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from typing import Any

from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from psycopg.conninfo import make_conninfo

from northline.core.refusal import Conflict, Refusal

SQLITE, POSTGRES = "northline.sqlite3", "database.pgdump"
SECONDS_FOR_LOCKS = 10


def kind() -> str:
    """`sqlite` or `postgresql`."""
    return connection.vendor


def sqlite_file() -> Path:
    """Where SQLite's database is."""
    return Path(str(connection.settings_dict["NAME"]))


def migrations_applied() -> list[str]:
    """What the database has had, as `app.name`."""
    applied = MigrationRecorder(connection).applied_migrations()
    return sorted(f"{app}.{name}" for app, name in applied)


def migrations_known() -> set[str]:
    """What this Northline would bring a database to."""
    return {f"{app}.{name}" for app, name in MigrationLoader(None).disk_migrations}


def copy_to(folder: Path) -> None:
    """Lay a copy in the folder, of one moment, without keeping anybody from writing.

    Raises Refusal `backup.no_program` or `backup.failed`.
    """
    if kind() == "sqlite":
        copy = folder / SQLITE
        with (
            closing(sqlite3.connect(sqlite_file(), timeout=30)) as live,
            closing(sqlite3.connect(copy)) as kept,
        ):
            live.backup(kept)
            # Whole in one file, whatever the live one keeps beside it.
            kept.execute("PRAGMA journal_mode=DELETE")
        check(copy)
        return
    whole = ["--format=custom", "--no-owner", "--no-privileges", f"--file={folder / POSTGRES}"]
    _run("pg_dump", *whole, f"--dbname={_where()}")


def check(copy: Path) -> None:
    """Refuse with `backup.damaged` what is no whole database, and with `backup.no_program` what cannot be read here."""
    if kind() == "sqlite":
        with closing(sqlite3.connect(copy)) as held:
            try:
                said = held.execute("PRAGMA quick_check").fetchone()[0]
            except sqlite3.DatabaseError as error:
                said = str(error)
        if said != "ok":
            raise Refusal(
                "backup.damaged", f"The copy of the database is damaged: {said}. Nothing was changed."
            )
        return
    _require("psql")
    _run("pg_restore", "--list", str(copy))


def is_there() -> bool:
    """Whether the database that is configured holds anything of Northline's."""
    if kind() == "sqlite":
        file = sqlite_file()
        return file.exists() and file.stat().st_size > 0
    return bool(_tables())


def let_go_of_sqlite() -> None:
    """Bring the database that is there into one file, with nobody using it.

    Raises Conflict `backup.in_use`.
    """
    connection.close()
    try:
        with closing(sqlite3.connect(sqlite_file(), timeout=1)) as there:
            there.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.OperationalError as error:
        raise _in_use() from error
    except sqlite3.DatabaseError:
        # What is damaged is kept aside as it is.
        return


def put_into_postgres(copy: Path) -> None:
    """Replace Northline's tables by those of the copy, all in one transaction.

    Raises Conflict `backup.in_use`, Refusal `backup.failed`.
    """
    script, before = copy.with_suffix(".sql"), copy.with_suffix(".before.sql")
    _run("pg_restore", "--no-owner", "--no-privileges", f"--file={script}", str(copy))
    gone = "".join(f"DROP TABLE {connection.ops.quote_name(name)} CASCADE;\n" for name in _tables())
    before.write_text(f"SET lock_timeout = '{SECONDS_FOR_LOCKS}s';\n{gone}")
    connection.close()
    whole = ["--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1", "--output=/dev/null"]
    _run("psql", *whole, f"--file={before}", f"--file={script}", f"--dbname={_where()}")


def _tables() -> list[str]:
    """Northline's tables that are there."""
    ours = {*connection.introspection.django_table_names(), "django_migrations"}
    return sorted(ours.intersection(connection.introspection.table_names()))


def _where() -> str:
    """How PostgreSQL's programs reach the database, but for the password, which others could read in a list of processes."""
    told: dict[str, Any] = connection.settings_dict
    ours = {"pool", "options"}
    rest = {name: value for name, value in told["OPTIONS"].items() if name not in ours}
    known = {"dbname": told["NAME"], "user": told["USER"], "host": told["HOST"], "port": told["PORT"]}
    return make_conninfo(**{name: str(value) for name, value in (rest | known).items() if value})


def _run(program: str, *arguments: str) -> None:
    _require(program)
    environment = dict(os.environ)
    if password := connection.settings_dict["PASSWORD"]:
        environment["PGPASSWORD"] = str(password)
    done = subprocess.run(  # noqa: S603 - PostgreSQL's own programs, with our own words
        [program, *arguments], env=environment, capture_output=True, text=True, errors="replace", check=False
    )
    if done.returncode == 0:
        return
    if "lock timeout" in done.stderr:
        raise _in_use()
    said = done.stderr.strip().splitlines()
    raise Refusal("backup.failed", f"{said[-1] if said else program + ' failed'}. Nothing was changed.")


def _require(program: str) -> None:
    if shutil.which(program) is None:
        raise Refusal(
            "backup.no_program",
            f"{program} is not installed here. Nothing was done. Install PostgreSQL's client programs "
            "(Debian: postgresql-client), as new as the server.",
        )


def _in_use() -> Conflict:
    return Conflict(
        "backup.in_use",
        "The database is in use. Nothing was changed. Stop the servers and workers, and try again.",
    )
