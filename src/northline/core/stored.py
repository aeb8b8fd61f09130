"""Rows as the database gives them, with ids as text: for readers of many, to whom making an id of each costs the most."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db.models import QuerySet, UUIDField


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
