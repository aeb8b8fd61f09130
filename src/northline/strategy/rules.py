"""What follows from the figures of a strategy. Plain values in, plain values out."""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from operator import mul
from typing import Literal

DONE = 100


def progress(start: Decimal, *, target: Decimal, current: Decimal | None) -> int:
    """How far a metric has come from `start` to `target`: 0 to 100, whole per cents, 100 only when reached.

    >>> progress(Decimal(40), target=Decimal(20), current=Decimal(25))
    75
    >>> progress(Decimal(0), target=Decimal(3), current=None)
    0
    """
    if current is None:
        return 0
    way = target - start
    if not way:
        return DONE if current == target else 0
    # Cut, not rounded: 99.9 % is not there yet.
    return int(max(Decimal(0), min(Decimal(DONE), (current - start) * DONE / way)))


def joint_progress(parts: Iterable[int], *, weights: Iterable[int] | None = None) -> int | None:
    """The progress of an objective: the weighted mean of its key results, in whole per cents; None without any.

    >>> joint_progress([100, 50, 49])
    66
    >>> joint_progress([100, 0], weights=[3, 1])
    75
    """
    counted = list(parts)
    weighed = [1] * len(counted) if weights is None else list(weights)
    return sum(map(mul, counted, weighed)) // sum(weighed) if counted else None


State = Literal["on_track", "at_risk", "off_track", "unknown"]


@dataclass(frozen=True, slots=True)
class Health:
    """`expected` is the share of the period that has passed, in per cents; `reason` says what decided."""

    state: State
    reason: Literal["reached", "ahead", "behind", "unsure", "unmeasured", "not_begun"]
    expected: int | None


# How many per cents behind the time that has passed, and how unsure, before it is at risk and off track.
BEHIND, UNSURE = (10, 30), (50, 30)
# A figure nobody looked at for so long says little.
STALE = timedelta(days=14)
_ORDER: tuple[State, ...] = ("on_track", "at_risk", "off_track")


def health(
    progress: int | None, *, confidence: int | None, period: str, today: date, measured: bool = True
) -> Health:
    """Is it where the time that has passed would have it, and do they believe in it? The worse of both counts.

    >>> health(20, confidence=70, period="2026-Q4", today=date(2026, 11, 15))
    Health(state='at_risk', reason='behind', expected=50)
    """
    expected = passed(period, today=today)
    if progress == DONE:
        return Health("on_track", "reached", expected)
    if progress is None or not measured:
        return Health("unknown", "not_begun" if expected == 0 else "unmeasured", expected)
    late = 0 if expected is None else expected - progress
    by_time = sum(late > limit for limit in BEHIND)
    by_confidence = 0 if confidence is None else sum(confidence < limit for limit in UNSURE)
    reason: Literal["ahead", "behind", "unsure"] = "ahead"
    if worst := max(by_time, by_confidence):
        reason = "behind" if by_time == worst else "unsure"
    return Health(_ORDER[worst], reason, expected)


def passed(period: str, *, today: date) -> int | None:
    """How much of a period lies behind, 0 to 100; None for no period."""
    span = span_of(period)
    if span is None:
        return None
    first, last = span
    days = (last - first).days + 1
    return max(0, min(DONE, ((today - first).days + 1) * DONE // days))


def span_of(period: str) -> tuple[date, date] | None:
    """The first and the last day of a period such as 2026, 2026-H2, 2026-Q4 or 2026-11; None for none.

    >>> span_of("2026-Q4")
    (datetime.date(2026, 10, 1), datetime.date(2026, 12, 31))
    """
    if not period:
        return None
    year, part = int(period[:4]), period[5:]
    months, number = {"": (12, 1), "H": (6, 0), "Q": (3, 0)}.get(part[:1], (1, 0))
    number = number or int(part.lstrip("HQ"))
    first = date(year, (number - 1) * months + 1, 1)
    last = first.month + months - 1
    return first, date(year, last, calendar.monthrange(year, last)[1])


def periods_at(day: date) -> list[str]:
    """The periods in which a day lies.

    >>> periods_at(date(2026, 11, 15))
    ['2026', '2026-H2', '2026-Q4', '2026-11']
    """
    return [period for period in _periods_of(day.year) if _lies_in(day, period)]


def periods_before(day: date) -> list[str]:
    """The periods of the day's own year that are over by then.

    >>> periods_before(date(2026, 4, 1))
    ['2026-Q1', '2026-01', '2026-02', '2026-03']
    """
    spans = ((period, span_of(period)) for period in _periods_of(day.year))
    return [period for period, span in spans if span and span[1] < day]


def _periods_of(year: int) -> list[str]:
    halves, quarters = (
        (f"{year}-H{number}" for number in (1, 2)),
        (f"{year}-Q{number}" for number in range(1, 5)),
    )
    return [str(year), *halves, *quarters, *(f"{year}-{number:02}" for number in range(1, 13))]


def _lies_in(day: date, period: str) -> bool:
    span = span_of(period)
    return span is not None and span[0] <= day <= span[1]


def is_stale(checked: datetime, *, now: datetime, period: str, reached: bool) -> bool:
    """Has nobody looked at a figure for too long, while its period runs and it is not reached?"""
    span = span_of(period)
    runs = span is None or span[0] <= now.date() <= span[1]
    return runs and not reached and now - checked > STALE


def leads_there(direction: str, *, start: Decimal, target: Decimal) -> bool:
    """Does the target lie in the direction that is called better?"""
    return target > start if direction == "up" else target < start
