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
EVERYTHING = ""
COMMAND = """
import sys, django
from django.core.management import call_command
django.setup()
for app in sys.argv[1:]:
    call_command("migrate", *filter(None, [app]), interactive=False, verbosity=0)
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

    def migrate(self, *apps: str) -> None:
        """These apps with all that they need, one after the other."""
        subprocess.run(
            [sys.executable, "-c", COMMAND, *apps],
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
def whole(tmp_path_factory: pytest.TempPathFactory) -> Database:
    """A database made at once. Neither test writes into its tables."""
    made = Database(tmp_path_factory.mktemp("at_once") / "whole")
    made.migrate(EVERYTHING)
    return made


@pytest.fixture(scope="module")
def at_once(whole: Database, django_db_setup: None, django_db_blocker: Any) -> Tables:
    with django_db_blocker.unblock():
        return whole.tables()


@pytest.fixture
def _unblocked(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with django_db_blocker.unblock():
        yield


@pytest.mark.usefixtures("_unblocked")
def test_an_empty_database_gets_what_following_the_migrations_gives(at_once: Tables, tmp_path: Path) -> None:
    followed = Database(tmp_path / "followed")
    # The tables of one app are made as its migrations say; after them no database counts as empty.
    followed.migrate("core", EVERYTHING)
    step_by_step = followed.tables()
    assert at_once.keys() == step_by_step.keys()
    for name, held in step_by_step.items():
        assert at_once[name] == held, name


@pytest.mark.usefixtures("_unblocked")
def test_a_database_with_tables_stays_as_it_is(whole: Database, at_once: Tables) -> None:
    whole.migrate(EVERYTHING)
    assert whole.tables() == at_once
