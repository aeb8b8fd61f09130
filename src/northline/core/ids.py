"""Identifiers: time-ordered UUIDs (RFC 9562, version 7), so that an index grows at its end, and their text."""

from __future__ import annotations

import os
import time
import uuid
from collections.abc import Iterable

from django.db import connection
from django.db.models import CharField
from django.db.models.functions import Cast


def uuid7() -> uuid.UUID:
    """A new version 7 UUID: 48 bits of Unix milliseconds, the rest random.

    >>> uuid7().version
    7
    """
    milliseconds = time.time_ns() // 1_000_000
    value = (milliseconds << 80) | int.from_bytes(os.urandom(10), "big")
    value = (value & ~(0xF << 76)) | (0x7 << 76)
    value = (value & ~(0x3 << 62)) | (0x2 << 62)
    return uuid.UUID(int=value)


def as_text(name: str) -> Cast:
    """An id as the database writes it: where ten thousands are read, to make ids of them takes longest."""
    return Cast(name, CharField())


def text_of(value: uuid.UUID) -> str:
    """An id as `as_text` reads it."""
    return value.hex if connection.vendor == "sqlite" else str(value)


def texts_of(ids: Iterable[str]) -> list[str]:
    """Ids that JSON names, as `as_text` reads them, in their order."""
    return [one.replace("-", "") for one in ids] if connection.vendor == "sqlite" else list(ids)
