"""Values as sentences say them."""

from __future__ import annotations

from datetime import date


def exactly(value: date | str) -> str:
    """A day, or its text, in words; of a moment's text the day.

    >>> exactly("2026-11-28T17:00")
    '28 November 2026'
    """
    day = value if isinstance(value, date) else date.fromisoformat(value[:10])
    return f"{day.day} {day:%B %Y}"
