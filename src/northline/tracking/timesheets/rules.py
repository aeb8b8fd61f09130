"""What may be done to a week, how far reported work is, and what a timer measured: decisions over plain values."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal

State = Literal["open", "submitted", "returned", "approved"]
DAYS = 7
WRITABLE = frozenset({"open", "returned"})
A_DAY = 1440
# A timer that ran longer was forgotten, and counts for no more.
LONGEST = timedelta(hours=12)
# Work with something left is not done, however little that is.
NEARLY = 99.0


def days_of(week: date) -> list[date]:
    """The seven days of a week that begins on that Monday."""
    return [week + timedelta(days=number) for number in range(DAYS)]


def state_of(verdicts: Collection[str], *, submitted: bool) -> State:
    """The state of a week by what was said of its projects; with no hours in it there is nothing to approve.

    >>> state_of(["approved", "submitted"], submitted=True), state_of(["approved"], submitted=True)
    ('submitted', 'approved')
    >>> state_of(["approved", "returned"], submitted=True), state_of(["approved"], submitted=False)
    ('returned', 'open')
    """
    if "returned" in verdicts:
        return "returned"
    if not submitted:
        return "open"
    return "submitted" if "submitted" in verdicts else "approved"


def closed_by(sheet: str, verdict: str) -> State | None:
    """What keeps the hours of a project in a week from being changed; None where they may be.

    >>> closed_by("returned", "approved"), closed_by("submitted", "open"), closed_by("returned", "open")
    ('approved', 'submitted', None)
    """
    if verdict == "approved":
        return "approved"
    if verdict == "submitted" or (sheet in ("submitted", "approved") and verdict == "open"):
        return "submitted"
    return None


def percent_of(*, done: float, left: float) -> float:
    """How far work is, in percent, with so much of it done and so much left.

    >>> percent_of(done=120, left=360), percent_of(done=120, left=0), percent_of(done=0, left=60)
    (25.0, 100.0, 0.0)
    """
    if left <= 0:
        return 100.0
    return min(NEARLY, round(100 * done / (done + left), 2))


@dataclass(frozen=True, slots=True)
class Stretch:
    """Minutes by day, and whether the timer was cut off for having been forgotten."""

    days: list[tuple[date, int]]
    cut: bool


def stretch_of(since: datetime, until: datetime) -> Stretch:
    """What a timer measured: each day up to its midnight by the clock of `since`, in whole minutes, twelve hours in all at
    most.

    An hour that the clock skips or repeats is none or one more:

    >>> from zoneinfo import ZoneInfo
    >>> night = datetime(2026, 3, 28, 23, 30, tzinfo=ZoneInfo("Europe/Berlin"))
    >>> stretch_of(night, night.replace(day=29, hour=4, minute=0)).days
    [(datetime.date(2026, 3, 28), 30), (datetime.date(2026, 3, 29), 180)]
    >>> stretch_of(datetime(2026, 3, 2, 23, 30, tzinfo=UTC), datetime(2026, 3, 3, 0, 45, tzinfo=UTC)).days
    [(datetime.date(2026, 3, 2), 30), (datetime.date(2026, 3, 3), 45)]
    >>> stretch_of(datetime(2026, 3, 2, 9, tzinfo=UTC), datetime(2026, 3, 4, 9, tzinfo=UTC))
    Stretch(days=[(datetime.date(2026, 3, 2), 720)], cut=True)
    """
    zone = since.tzinfo
    # On the clock of a zone a night may have an hour less: what passes is told by UTC.
    at, last = (moment.astimezone(UTC) for moment in (since, until))
    end = min(last, at + LONGEST)
    days = []
    while at < end:
        day = at.astimezone(zone).date()
        midnight = datetime.combine(day + timedelta(days=1), time(), tzinfo=zone)
        stop = min(midnight.astimezone(UTC), end)
        minutes = round((stop - at).total_seconds() / 60)
        if minutes:
            days.append((day, minutes))
        at = stop
    return Stretch(days, cut=end < last)
