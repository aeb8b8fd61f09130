"""The backend that Django loads by the name of this package."""

from __future__ import annotations

import sqlite3
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any
from uuid import UUID
from weakref import WeakSet

from django.db.backends.sqlite3 import base, operations

from northline.config.sqlite import waiting

# Ids of objects, and of what they refer to, are read over and over; to make one of text takes longer than reading it.
_id_of = lru_cache(maxsize=1 << 16)(UUID)


def _day(written: bytes) -> date:
    return date.fromisoformat(written.decode())


def _moment(written: bytes) -> datetime:
    return datetime.fromisoformat(written.decode())


# As Django registers them, but for forms in which it never writes.
sqlite3.register_converter("date", _day)
sqlite3.register_converter("datetime", _moment)


class DatabaseOperations(operations.DatabaseOperations):
    def convert_uuidfield_value(self, value: Any, expression: Any, connection: Any) -> Any:
        return value if value is None else _id_of(value)

    def convert_datetimefield_value(self, value: Any, expression: Any, connection: Any) -> Any:
        if type(value) is datetime and value.tzinfo is None:
            return value.replace(tzinfo=UTC)
        return super().convert_datetimefield_value(value, expression, connection)


class DatabaseWrapper(base.DatabaseWrapper):
    """Takes a connection that waits, where there is one, and leaves it behind for the next."""

    ops_class = DatabaseOperations

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._opened: waiting.Opened | None = None
        self._cursors: WeakSet[Any] = WeakSet()

    def get_new_connection(self, conn_params: dict[str, Any]) -> sqlite3.Connection:
        name = conn_params["database"]
        self._opened = waiting.take(name) or waiting.Opened(
            super().get_new_connection(conn_params), name, waiting.file_at(name)
        )
        return self._opened.connection

    def create_cursor(self, name: Any = None) -> Any:
        cursor = super().create_cursor(name)
        self._cursors.add(cursor)
        return cursor

    def _close(self) -> None:
        opened, connection = self._opened, self.connection
        if not (opened and opened.file and connection) or self.errors_occurred or connection.in_transaction:
            super()._close()  # type: ignore[misc]
            return
        # A statement that nobody has read to its end would have all that follow see the database as of now.
        for cursor in list(self._cursors):
            cursor.close()
        waiting.leave(opened)
