"""An empty database gets the tables that following all migrations would give it."""

from __future__ import annotations

import os
import re
import secrets
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connections

from tests import pg
from tests.conftest import ON_POSTGRES

pytestmark = pytest.mark.slow
ALIAS = "fresh"
AS_WE_DO = "northline.core.management.commands.migrate"
STEP_BY_STEP = "django.core.management.commands.migrate"
COMMAND = """
import sys, importlib, django
from django.core.management import call_command
django.setup()
command = importlib.import_module(sys.argv[1]).Command()
call_command(command, *sys.argv[2:], interactive=False, verbosity=0)
"""
# Django numbers what SQLite gives no name.
UNNAMED = re.compile(r"^(fk_\d+|__unnamed.*)$")
Tables = dict[str, tuple[dict[str, Any], list[Any], int]]


class Database:
    """An empty database of its own, migrated by processes of their own as a server is."""

    def __init__(self, home: Path) -> None:
        home.mkdir()
        self.name, self.address = str(home / "northline.sqlite3"), ""
        if ON_POSTGRES:
            self.name = f"fresh_{secrets.token_hex(6)}"
            self.address = pg.address(self.name)
            pg.run("createdb", self.name)
        self.environment = os.environ | {
            "NORTHLINE_HOME": str(home),
            "NORTHLINE_DATABASE": self.address,
            "NORTHLINE_LOG_FORMAT": "text",
            "DJANGO_SETTINGS_MODULE": "northline.config.settings",
        }

    def migrate(self, command: str, *arguments: str) -> None:
        subprocess.run(
            [sys.executable, "-c", COMMAND, command, *arguments],
            env=self.environment,
            check=True,
            timeout=900,
        )

    def tables(self) -> Tables:
        """Columns, constraints and indexes of each table, and how many rows migrations left in it."""
        connections.databases[ALIAS] = connections.databases["default"] | {"NAME": self.name}
        connection = connections[ALIAS]
        look = connection.introspection
        found: Tables = {}
        try:
            with connection.cursor() as cursor:
                for name in look.table_names(cursor):
                    columns = {one.name: one for one in look.get_table_description(cursor, name)}
                    constraints = [
                        (UNNAMED.sub("", called), sorted(held.items(), key=str))
                        for called, held in look.get_constraints(cursor, name).items()
                    ]
                    cursor.execute(f'SELECT count(*) FROM "{name}"')
                    found[name] = (columns, sorted(constraints, key=str), cursor.fetchone()[0])
        finally:
            connection.close()
            del connections[ALIAS], connections.databases[ALIAS]
        return found


@pytest.fixture(scope="module")
def made_at_once(tmp_path_factory: pytest.TempPathFactory) -> Database:
    """Neither test writes into its tables."""
    made = Database(tmp_path_factory.mktemp("at_once") / "whole")
    made.migrate(AS_WE_DO)
    return made


@pytest.fixture
def whole(made_at_once: Database, django_db_setup: None, django_db_blocker: Any) -> Iterator[Database]:
    """A database made at once."""
    with django_db_blocker.unblock():
        yield made_at_once


def test_an_empty_database_gets_what_following_the_migrations_gives(whole: Database, tmp_path: Path) -> None:
    followed = Database(tmp_path / "followed")
    followed.migrate(STEP_BY_STEP)
    at_once, step_by_step = whole.tables(), followed.tables()
    assert at_once.keys() == step_by_step.keys()
    for name, held in step_by_step.items():
        assert at_once[name] == held, name


def test_a_database_with_tables_stays_as_it_is(whole: Database) -> None:
    before = whole.tables()
    whole.migrate(AS_WE_DO)
    assert whole.tables() == before
