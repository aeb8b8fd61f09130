"""Dates of a plan as working days from another: pure decisions over plain values.

Holidays are not counted: they are others in every year, and the schedule knows them anyway.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta

from northline.delivery.rules import day_of
from northline.scheduling.plan import Plan

Weekdays = Collection[int]
PLAIN: Weekdays = frozenset(range(5))


def weekdays_of(plan: Plan) -> Weekdays:
    """The days of the week on which the project works, Monday being 0."""
    own = next((row for row in plan.calendars if row["id"] == plan.project["calendar_id"]), None)
    working = frozenset(day for day, hours in enumerate(own["week"]) if hours) if own else PLAIN
    return working or PLAIN


def days_between(first: str, last: str, *, weekdays: Weekdays = PLAIN) -> int:
    """Working days from the day of one date to that of another, negative where it is earlier.

    >>> days_between("2026-03-05T08:00", "2026-03-09T17:00"), days_between("2026-03-09T08:00", "2026-03-05T08:00")
    (2, -2)
    """
    one, other = day_of(first), day_of(last)
    step = 1 if other >= one else -1
    weeks, rest = divmod(abs((other - one).days), 7)
    odd = sum((other - timedelta(days=n * step)).weekday() in weekdays for n in range(rest))
    return step * (weeks * len(weekdays) + odd)


def days_after(first: str, days: int, *, at: str, weekdays: Weekdays = PLAIN) -> str:
    """The time `at` so many working days after the day of a date.

    >>> days_after("2026-03-05T08:00", 2, at="17:00"), days_after("2026-03-09T08:00", -2, at="08:00")
    ('2026-03-09T17:00', '2026-03-05T08:00')
    """
    found, step = day_of(first), timedelta(days=1 if days >= 0 else -1)
    # Whole weeks at once, but for one: from a day off the last of its days is no whole week away.
    weeks = max(0, abs(days) - 1) // len(weekdays)
    found += 7 * weeks * step
    left = abs(days) - weeks * len(weekdays)
    while left:
        found += step
        left -= found.weekday() in weekdays
    return f"{found}T{at}"
