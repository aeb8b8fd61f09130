"""When a digest is due. Plain values in, plain values out."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal

Frequency = Literal["daily", "weekly", "monthly"]

# The hour of the day at which digests leave.
HOUR = 7
_LENGTH = {"daily": timedelta(days=1), "weekly": timedelta(days=7), "monthly": timedelta(days=31)}


def next_due(now: datetime, *, frequency: str, weekday: int) -> datetime:
    """The next time after `now`, in its time zone: every day, on a day of the week (Monday is 0), or on the first.

    >>> next_due(datetime(2026, 11, 28, 12), frequency="weekly", weekday=0)
    datetime.datetime(2026, 11, 30, 7, 0)
    """
    at = now.replace(hour=HOUR, minute=0, second=0, microsecond=0)
    while at <= now or not _falls_on(at, frequency, weekday):
        at += timedelta(days=1)
    return at


def _falls_on(at: datetime, frequency: str, weekday: int) -> bool:
    if frequency == "weekly":
        return at.weekday() == weekday
    return frequency == "daily" or at.day == 1


def begins(due: datetime, *, frequency: str) -> datetime:
    """What the first digest that is due then tells goes back to.

    >>> begins(datetime(2026, 11, 30, 7), frequency="weekly")
    datetime.datetime(2026, 11, 23, 7, 0)
    """
    return due - _LENGTH[frequency]
