"""Bring a database up to date; an empty one at once.

Migrations tell how tables came to be. Following them from the first takes Django thirty times as long as making the tables
that they end in, since it draws all models anew that hang together with each one touched. So an empty database gets
today's tables and is told that all migrations are done; every other one follows those that it lacks. A test holds side
by side what comes of both ways.
"""

from __future__ import annotations

from typing import Any

from django.core.management.commands import migrate
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations import RunPython
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

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
        return super().handle(*args, **options)


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
