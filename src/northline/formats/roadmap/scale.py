"""Where a day lies on the page, and the months and quarters above."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from northline.formats.roadmap.values import Roadmap

LEAST_MONTHS, MOST_MONTHS = 3, 36


@dataclass(frozen=True, slots=True)
class Scale:
    """Days from `first` (inclusive) to `end` (exclusive) over `width` points from `x`."""

    first: date
    end: date
    x: float
    width: float

    def at(self, day: date) -> float:
        """The left edge of a day, held within the scale.

        >>> Scale(date(2026, 1, 1), date(2026, 1, 11), 0, 100).at(date(2026, 1, 6))
        50.0
        """
        days = (self.end - self.first).days
        gone = min(max((day - self.first).days, 0), days)
        return self.x + self.width * gone / days

    def shows(self, start: date, finish: date) -> bool:
        """Does a part of these days, both included, lie on the scale?"""
        return start < self.end and finish >= self.first

    def months(self) -> Iterator[tuple[date, date]]:
        """First day of every month on the scale, and of the next."""
        day = self.first
        while day < self.end:
            after = next_month(day)
            yield day, after
            day = after


def scale_of(roadmap: Roadmap, *, x: float, width: float) -> Scale:
    """Whole months around all that is dated, today included where that costs less than a year."""
    days = [day for lane in roadmap.lanes for bar in lane.bars for day in (bar.start, bar.finish) if day]
    days += [mark.on for lane in roadmap.lanes for mark in lane.marks]
    days += [bar.likely[1] for lane in roadmap.lanes for bar in lane.bars if bar.likely]
    low, high = (min(days), max(days)) if days else (roadmap.today, roadmap.today)
    if low - timedelta(days=366) < roadmap.today < high + timedelta(days=366):
        low, high = min(low, roadmap.today), max(high, roadmap.today)
    first, end = low.replace(day=1), next_month(high.replace(day=1))
    while months_between(first, end) < LEAST_MONTHS:
        end = next_month(end)
    if months_between(first, end) > MOST_MONTHS:
        # The past gives way: a roadmap is about what comes.
        first = max(
            first, _months_before(min(end, _months_after(roadmap.today.replace(day=1), 24)), MOST_MONTHS)
        )
        end = min(end, _months_after(first, MOST_MONTHS))
    return Scale(first, end, x, width)


def next_month(day: date) -> date:
    """The first day of the month after.

    >>> next_month(date(2026, 12, 5))
    datetime.date(2027, 1, 1)
    """
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def months_between(first: date, end: date) -> int:
    """Whole months between two first days of months."""
    return (end.year - first.year) * 12 + end.month - first.month


def _months_after(day: date, months: int) -> date:
    at = day.year * 12 + day.month - 1 + months
    return date(at // 12, at % 12 + 1, 1)


def _months_before(day: date, months: int) -> date:
    return _months_after(day, -months)
