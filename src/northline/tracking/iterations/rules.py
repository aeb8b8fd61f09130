"""What an iteration holds day by day: decisions over plain values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Phase = Literal["ahead", "running", "over", "closed"]
LONGEST = 366


@dataclass(frozen=True, slots=True)
class Promised:
    """Work promised for an iteration from a day on, taken out on `until`, finished on `done`; the days or None."""

    minutes: int
    since: date
    until: date | None = None
    done: date | None = None


@dataclass(frozen=True, slots=True)
class Day:
    """What an iteration held at the end of a day, and how much of it was done."""

    on: date
    items: int
    minutes: int
    done_items: int
    done_minutes: int


def phase(start: date, finish: date, *, closed: bool, today: date) -> Phase:
    """Where an iteration stands in time.

    >>> phase(date(2026, 3, 2), date(2026, 3, 13), closed=False, today=date(2026, 3, 14))
    'over'
    """
    if closed:
        return "closed"
    if today < start:
        return "ahead"
    return "running" if today <= finish else "over"


def burn_up(promised: Iterable[Promised], *, start: date, finish: date, today: date) -> Iterator[Day]:
    """Day by day from the first to the last, none of them ahead of today.

    >>> work = [Promised(480, date(2026, 3, 1), done=date(2026, 3, 3)), Promised(60, date(2026, 3, 3))]
    >>> [(day.minutes, day.done_minutes) for day in burn_up(work, start=date(2026, 3, 2), finish=date(2026, 3, 9),
    ...     today=date(2026, 3, 3))]
    [(480, 0), (540, 480)]
    """
    rows = list(promised)
    day = start
    while day <= min(finish, today):
        # What was promised before the iteration began, or while it was planned, is in it from its first day.
        inside = [
            row for row in rows if row.since <= max(day, start) and (row.until is None or row.until > day)
        ]
        done = [row for row in inside if row.done is not None and row.done <= day]
        yield Day(day, len(inside), sum(r.minutes for r in inside), len(done), sum(r.minutes for r in done))
        day += timedelta(days=1)
