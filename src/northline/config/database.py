"""The database from one address: empty for SQLite in the data folder, else `postgresql://…`."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

# Bytes of a SQLite file that are read as memory, and those that a connection keeps of the rest.
MAPPED, CACHED = 1 << 30, 16 << 20
# Pages of 4 KiB that are written beside the file before they are copied into it.
PAGES_BEFORE_COPYING = 8_000


def database_of(address: str, *, home: Path) -> dict[str, Any]:
    """Django's connection settings for `address`.

    Raises ValueError for a scheme that is neither SQLite's nor PostgreSQL's.

    >>> database_of("postgresql://nl:pw@db:5433/north", home=Path("/x"))["HOST"]
    'db'
    """
    if not address:
        return _sqlite(home / "northline.sqlite3")
    parts = urlsplit(address)
    if parts.scheme == "sqlite":
        return _sqlite(Path(unquote(parts.path)))
    if parts.scheme not in {"postgresql", "postgres"}:
        raise ValueError(f"NORTHLINE_DATABASE must start with sqlite: or postgresql:, not {parts.scheme}:")
    query = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.pop("host", parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {
            "pool": {"min_size": 1, "max_size": 10, "timeout": 20},
            # To compile a query takes longer than any that is asked here.
            "options": "-c jit=off",
            **query,
        },
    }


def _sqlite(file: Path) -> dict[str, Any]:
    file.parent.mkdir(parents=True, exist_ok=True)
    return {
        "ENGINE": "northline.config.sqlite",
        "NAME": str(file),
        "OPTIONS": {
            # Deferred transactions fail under contention whatever the timeout.
            "transaction_mode": "IMMEDIATE",
            "timeout": 30,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
            # Large lists are read through: by the file itself instead of page by page into a small cache.
            f" PRAGMA mmap_size={MAPPED}; PRAGMA cache_size=-{CACHED // 1024};"
            # An edit of a large plan writes some eight hundred pages: not each has to copy them into the file.
            f" PRAGMA wal_autocheckpoint={PAGES_BEFORE_COPYING};",
        },
    }
