"""Bring a database up to date; an empty one at once.

Migrations tell how tables came to be. Following them from the first takes Django fifty times as long as making the tables
that they end in, since after each step it draws all models anew that hang together with the one touched. So an empty
database gets today's tables and is told that all migrations are done; every other one follows those that it lacks, and
after each step the model touched and those that point to it are drawn anew. A test holds side by side what comes of both
ways.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.management.commands import migrate
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations import RunPython
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.db.migrations.state import ProjectState

# The hints of a step in Python that tables need, not what stands in them: it is done on an empty database too.
OF_TABLES = {"of_tables": True}
# With these, somebody means migrations one by one.
ONE_BY_ONE = ("app_label", "fake", "fake_initial", "plan", "check_unapplied", "prune")


class Command(migrate.Command):
    """Django's own command, but for an empty database."""

    def handle(self, *args: Any, **options: Any) -> str | None:
        """Make the tables of an empty database, then let Django do what is left."""
        if not any(options[name] for name in ONE_BY_ONE):
            make_tables(connections[options["database"]])
        with drawing_neighbours_alone():
            return super().handle(*args, **options)


@contextmanager
def drawing_neighbours_alone() -> Iterator[None]:
    """Have Django draw anew, after each step, what the step touched and what points to that.

    Steps in Python, which may ask for any model, have all of them drawn anew before they begin, as after any that Django
    itself puts off.
    """
    states: Any = ProjectState
    all_that_hang_together = states._find_reload_model
    states._find_reload_model = _neighbours
    try:
        yield
    finally:
        states._find_reload_model = all_that_hang_together


def _neighbours(state: Any, app: str, name: str, delay: bool = True) -> set[tuple[str, str]]:
    state.is_delayed = True
    if name not in state.apps.all_models[app]:
        return {(app, name)}
    pointing = (one.related_model._meta for one in state.apps.get_model(app, name)._meta.related_objects)
    return {(app, name), *((one.app_label, one.model_name) for one in pointing)}


def make_tables(connection: BaseDatabaseWrapper) -> None:
    """Give an empty database all tables, in one transaction; leave any other as it is."""
    if connection.introspection.table_names():
        return
    loader = MigrationLoader(connection)
    apps = loader.project_state().apps
    recorder = MigrationRecorder(connection)
    with connection.schema_editor(atomic=True) as editor:
        editor.create_model(recorder.Migration)
        for model in apps.get_models():
            if model._meta.can_migrate(connection):
                editor.create_model(model)
        for key, migration in sorted(loader.disk_migrations.items()):
            for step in migration.operations:
                if isinstance(step, RunPython) and step.hints == OF_TABLES:
                    step.code(apps, editor)
            recorder.record_applied(*key)
