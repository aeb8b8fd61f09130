"""Rows as the database gives them, with ids as text: for readers of many, to whom making an id of each costs the most."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import FloatField, Func, QuerySet, TextField, UUIDField


def compiler_of(asked: QuerySet[Any], names: tuple[str, ...]) -> Any:
    """What asks the database for these columns."""
    return asked.values_list(*names).query.get_compiler(asked.db)


def stored(compiler: Any) -> list[tuple[Any, ...]]:
    """The rows as the database gives them, but for ids, which are text."""
    try:
        sql, params = compiler.as_sql()
    except EmptyResultSet:
        return []
    with compiler.connection.cursor() as cursor:
        if compiler.connection.vendor == "postgresql":
            from psycopg.types.string import TextLoader  # noqa: PLC0415  with SQLite nobody needs it

            cursor.adapters.register_loader("uuid", TextLoader)
        cursor.execute(sql, params)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows


def marks(asked: QuerySet[Any], names: tuple[str, ...]) -> list[str]:
    """A text for each row, sorted, that is another as soon as one of these columns is, of the row's own table: it takes
    half the time of reading them to find out which rows to read. `id_of` says whose it is."""
    table = f'"{asked.model._meta.db_table}"'
    if connections[asked.db].vendor == "postgresql":
        # The transaction that wrote this state of the row, and where the state stands.
        state = f"{table}.xmin || ' ' || {table}.ctid"
    else:
        fields = {field.attname: field for field in asked.model._meta.concrete_fields}
        # JSON has fifteen digits of a float.
        exact = [
            f'quote({table}."{name}")' if isinstance(fields[name], FloatField) else f'{table}."{name}"'
            for name in names
        ]
        state = f"json_array({', '.join(exact)})"
    said = Func(template=f"{table}.id || ' ' || {state}", output_field=TextField())
    return sorted(mark for (mark,) in stored(compiler_of(asked.annotate(mark=said), ("mark",))))


def id_of(mark: str) -> UUID:
    """Whose mark it is."""
    return UUID(mark.partition(" ")[0])


def converted(compiler: Any, rows: list[tuple[Any, ...]]) -> Iterable[Any]:
    """Stored rows as Django would have read them."""
    columns = [column for column, _, _ in compiler.select]
    converters = compiler.get_converters(columns)
    if compiler.connection.vendor == "postgresql":
        for place, column in enumerate(columns):
            if isinstance(column.output_field, UUIDField):
                converters[place] = ([_id], column)
    return compiler.apply_converters(rows, converters) if converters else rows


def _id(text: Any, expression: Any, connection: Any) -> UUID | None:
    return None if text is None else UUID(text)
