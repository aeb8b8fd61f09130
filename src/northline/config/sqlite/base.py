"""The backend that Django loads by the name of this package."""

from __future__ import annotations

import sqlite3
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db.backends.sqlite3 import base, operations

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
    ops_class = DatabaseOperations
