"""Days in the database, in UTC, by its own functions: on SQLite Django's call back into Python for every row."""

from __future__ import annotations

from typing import Any

from django.db.models import CharField, DateField, Func


class _Days(Func):
    """By what each database calls it."""

    sqlite: str
    postgresql: str

    def as_sqlite(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        return self.as_sql(compiler, connection, template=self.sqlite, **extra)

    def as_postgresql(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        return self.as_sql(compiler, connection, template=self.postgresql, **extra)


class Today(_Days):
    """The day on which the statement began."""

    arity = 0
    output_field = DateField()
    sqlite = "date('now')"
    postgresql = "(STATEMENT_TIMESTAMP() AT TIME ZONE 'UTC')::date"


class DayOf(_Days):
    """The day of a moment."""

    arity = 1
    output_field = DateField()
    sqlite = "substr(%(expressions)s, 1, 10)"
    postgresql = "(%(expressions)s AT TIME ZONE 'UTC')::date"


class DaysAfter(_Days):
    """The day that is so many days after another, or before it below nought."""

    arity = 2
    output_field = DateField()
    sqlite = "date(%(expressions)s || ' days')"
    postgresql = "(%(expressions)s)"

    def as_postgresql(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        return super().as_postgresql(compiler, connection, arg_joiner=" + ", **extra)


class MonthOf(_Days):
    """The month of a day, as 2026-03."""

    arity = 1
    output_field = CharField()
    sqlite = "substr(%(expressions)s, 1, 7)"
    postgresql = "to_char(%(expressions)s, 'YYYY-MM')"
