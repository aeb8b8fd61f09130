"""How every command writes a moment."""

from __future__ import annotations

from datetime import datetime


def stamp(moment: datetime) -> str:
    """Local time to the minute.

    >>> stamp(datetime(2026, 3, 2, 8))
    '2026-03-02T08:00'
    """
    return moment.isoformat(timespec="minutes")
