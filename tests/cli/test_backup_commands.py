"""`northline backup` and `northline restore`: a round trip, and that what is refused leaves everything as it was."""

from __future__ import annotations

import gzip
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tarfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.conf import settings
from django.db import connection
from tests import pg
from typer.testing import CliRunner, Result

from northline.cli import app
from northline.config.backup import databases
from northline.core import uploads


@pytest.fixture(autouse=True)
def at_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """As a process of its own would find the database of the tests."""
    (tmp_path / "northline.sqlite3").touch()
    monkeypatch.setenv("NORTHLINE_HOME", str(tmp_path))
    monkeypatch.setattr("northline.cli.house.boot", lambda **_: None)
    monkeypatch.setattr("northline.config.boot.boot", lambda **_: None)
    (Path(settings.HOME) / "secret").write_text("a signing secret")


@pytest.fixture
def stored() -> Iterator[str]:
    """An upload that waits to be read."""
    name = "a" * 32
    (uploads.folder() / name).write_bytes(b"<Project/>")
    yield name
    uploads.forget(name)


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The environment of another Northline with an empty home and, on PostgreSQL, an empty database."""
    environment = os.environ | {"NORTHLINE_HOME": str(tmp_path / "elsewhere"), "NORTHLINE_DATABASE": ""}
    environment["PYTHONPATH"] = os.pathsep.join(sys.path)
    if connection.vendor == "sqlite":
        yield environment
        return
    pg.run("createdb", "elsewhere")
    yield environment | {"NORTHLINE_DATABASE": pg.address("elsewhere")}
    pg.run("dropdb", "--force", "elsewhere")


def here(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


def refused(*arguments: str) -> str:
    """Why: on standard error, and nothing on standard output."""
    done = here(*arguments)
    assert (done.exit_code, done.stdout) == (1, "")
    return done.stderr


@pytest.fixture
def kept(lasting_cast: Any, tmp_path: Path) -> Path:
    """A backup of the database of the tests."""
    file = tmp_path / "kept.tar.gz"
    assert here("backup", str(file)).exit_code == 0
    return file


def there(environment: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    """What `restore` of the other Northline says."""
    command = [sys.executable, "-c", "from northline.cli import main; main()", "restore", *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def connected(environment: dict[str, str] | None = None) -> Any:
    """A connection of its own to the other's database, or to that of the tests, that commits at once."""
    if connection.vendor == "sqlite":
        other = environment and Path(environment["NORTHLINE_HOME"], "northline.sqlite3")
        return sqlite3.connect(other or databases.sqlite_file(), isolation_level=None)
    name = "elsewhere" if environment else str(connection.settings_dict["NAME"])
    return psycopg.connect(pg.address(name), autocommit=True)


def names(environment: dict[str, str]) -> set[str]:
    with closing(connected(environment)) as other:
        return {name for (name,) in other.execute("SELECT name FROM accounts_person").fetchall()}


RENAME = "UPDATE accounts_person SET name = 'Half' WHERE name = 'Ada'"


def test_a_backup_comes_back_whole_elsewhere_without_what_was_not_finished(
    lasting_cast: Any, stored: str, elsewhere: dict[str, str], tmp_path: Path
) -> None:
    file = tmp_path / "kept.tar.gz"
    with closing(connected()) as writer:
        writer.execute("BEGIN")
        writer.execute(RENAME)
        said = json.loads(here("backup", str(file), "--format", "json").stdout)
        writer.execute("COMMIT")
    assert said["database"] == connection.vendor
    assert {"secret", f"uploads/{stored}"} < set(said["files"])
    assert file.stat().st_mode & 0o777 == 0o600
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kept.tar.gz", "northline.sqlite3"]

    done = there(elsewhere, str(file), "--format", "json")

    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert (told["kept"], told["migrations_waiting"]) == (None, 0)
    home = Path(elsewhere["NORTHLINE_HOME"])
    assert (home / "uploads" / stored).read_bytes() == b"<Project/>"
    assert (home / "secret").read_text() == "a signing secret"
    assert not [path.name for path in home.iterdir() if path.name.startswith((".restore", "replaced"))]
    assert {"Ada", "Nora"} <= names(elsewhere)
    assert "Half" not in names(elsewhere)


def test_what_is_there_is_replaced_by_force_alone_and_kept(
    kept: Path, stored: str, elsewhere: dict[str, str]
) -> None:
    there(elsewhere, str(kept))
    with closing(connected(elsewhere)) as other:
        other.execute(RENAME)

    done = there(elsewhere, str(kept))
    assert (done.returncode, done.stdout) == (1, "")
    assert "backup.home_not_empty" in done.stderr
    assert "Half" in names(elsewhere)

    told_otherwise(kept, migrations=databases.migrations_applied()[:-2])
    done = there(elsewhere, str(kept), "--force", "--format", "json")
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["migrations_waiting"] == 2
    assert "Half" not in names(elsewhere)
    assert (Path(told["kept"]) / "secret").exists()
    if connection.vendor == "sqlite":
        with closing(sqlite3.connect(Path(told["kept"]) / "northline.sqlite3")) as before:
            assert before.execute(RENAME.replace("'Ada'", "'Half'")).rowcount == 1


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="PostgreSQL waits for locks, ten seconds")
def test_a_database_in_use_is_left_alone(kept: Path, elsewhere: dict[str, str]) -> None:
    there(elsewhere, str(kept))
    with closing(connected(elsewhere)) as reader:
        reader.execute("PRAGMA journal_mode=WAL")
        reader.execute("SELECT count(*) FROM accounts_person").fetchone()
        done = there(elsewhere, str(kept), "--force")
    assert (done.returncode, done.stdout) == (1, "")
    assert "backup.in_use" in done.stderr
    assert "Ada" in names(elsewhere)
    assert not list(Path(elsewhere["NORTHLINE_HOME"]).glob("replaced*"))


def spoiled(file: Path) -> None:
    content = bytearray(gzip.decompress(file.read_bytes()))
    middle = len(content) // 2
    content[middle : middle + 64] = bytes(byte ^ 0xFF for byte in content[middle : middle + 64])
    file.write_bytes(gzip.compress(bytes(content), 1))


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def no_archive(file: Path) -> None:
    file.write_bytes(b"not at all")


def another_tar(file: Path) -> None:
    with tarfile.open(file, "w:gz") as archive:
        archive.add(__file__, arcname="manifest.json")


def climbing(file: Path) -> None:
    """One that names a file above the home."""
    again = file.with_name("again")
    with tarfile.open(file, "r:gz") as old, tarfile.open(again, "w:gz") as new:
        for member in old:
            held = old.extractfile(member)
            member.name = "../climbed" if member.name == "secret" else member.name
            new.addfile(member, held)
    again.replace(file)


@pytest.mark.parametrize("harm", [spoiled, cut, no_archive, another_tar, climbing])
def test_a_damaged_backup_is_refused_before_anything_is_written(
    kept: Path, harm: Callable[[Path], None]
) -> None:
    harm(kept)
    before = set(Path(settings.HOME).iterdir())
    assert "backup.damaged" in refused("restore", str(kept), "--force")
    assert set(Path(settings.HOME).iterdir()) == before
    assert not Path(settings.HOME, "climbed").exists()


def told_otherwise(file: Path, **said: Any) -> None:
    """The same backup with another manifest."""
    again, beside = file.with_name("again"), file.with_name("manifest.json")
    with tarfile.open(file, "r:gz") as old, tarfile.open(again, "w:gz") as new:
        for member in old:
            held = old.extractfile(member)
            assert held is not None
            if member.name == "manifest.json":
                beside.write_text(json.dumps(json.load(held) | said))
                new.add(beside, arcname="manifest.json")
            else:
                new.addfile(member, held)
    again.replace(file)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"migrations": ["core.9999_from_tomorrow"]}, "backup.newer"),
        ({"form": 2}, "backup.newer"),
        ({"database": "another"}, "backup.other_database"),
        ({}, "backup.home_not_empty"),
    ],
)
def test_a_backup_that_cannot_come_in_is_refused(kept: Path, said: dict[str, Any], code: str) -> None:
    told_otherwise(kept, **said)
    before = set(Path(settings.HOME).iterdir())
    assert code in refused("restore", str(kept))
    assert set(Path(settings.HOME).iterdir()) == before


def test_what_fails_on_the_way_is_taken_back(
    kept: Path, stored: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise OSError(28, "No space left on device", "northline.sqlite3")

    (uploads.folder() / "later").write_bytes(b"came after the backup")
    monkeypatch.setattr("northline.config.backup.restoring._put_database", fails)
    before = set(Path(settings.HOME).iterdir())
    assert "No space left" in refused("restore", str(kept), "--force")
    assert set(Path(settings.HOME).iterdir()) == before
    assert (uploads.folder() / "later").read_bytes() == b"came after the backup"
    uploads.forget("later")


def test_a_file_that_is_there_is_written_over_by_force_alone(lasting_cast: Any, tmp_path: Path) -> None:
    file = tmp_path / "kept.tar.gz"
    file.write_text("precious")
    assert "backup.file_exists" in refused("backup", str(file))
    assert file.read_text() == "precious"
    assert here("backup", str(file), "--force").exit_code == 0
    assert tarfile.is_tarfile(file)


def test_a_backup_that_fails_leaves_no_file_behind(
    lasting_cast: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_folder: Path) -> None:
        raise OSError(28, "No space left on device", "copy")

    monkeypatch.setattr(databases, "copy_to", fails)
    before = set(tmp_path.iterdir())
    assert "No space left" in refused("backup", str(tmp_path / "kept.tar.gz"))
    assert set(tmp_path.iterdir()) == before


@pytest.mark.skipif("connection.vendor == 'sqlite'", reason="SQLite needs none")
def test_without_postgresqls_programs_it_says_what_to_install(
    lasting_cast: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    assert "postgresql-client" in refused("backup", str(tmp_path / "kept.tar.gz"))
