"""What SQLite knows of how its tables are filled, by which it chooses an index; PostgreSQL finds out by itself."""

from __future__ import annotations

import time
from functools import lru_cache

from django.db import connection

# Seconds from one look to the next, and rows of each index that are looked at.
EVERY, ROWS = 600.0, 1_000


def look_again() -> None:
    """Look at the tables, unless that was done of late: an import may have filled some of them."""
    if connection.vendor == "sqlite":
        _look_in(int(time.monotonic() / EVERY))


@lru_cache(maxsize=1)
def _look_in(_period: int) -> None:
    analyse()


def analyse() -> None:
    """Look at some rows of every index: 0.03 seconds with a hundred thousand insights.

    Without it SQLite takes some indexes for as good as others that tell a thousand times more.
    """
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA analysis_limit={ROWS}")
        cursor.execute("ANALYZE")
