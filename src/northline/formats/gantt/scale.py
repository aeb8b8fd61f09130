"""Where a moment lies on a page, how time is cut into pages, and the two lines of headings above."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal

from northline.formats.gantt.values import Chart
from northline.formats.roadmap.scale import next_month
from northline.formats.roadmap.values import Words

Unit = Literal["fit", "day", "week", "month", "quarter"]
# Points for a day, so that what the unit names can be read above it.
PITCH: dict[str, float] = {"day": 16.0, "week": 22.0 / 7, "month": 34.0 / 30, "quarter": 34.0 / 91}
# From here on the hours of a day show.
HOURS_FROM = 60.0
DAY = timedelta(days=1)

Span = tuple[date, date, str]


@dataclass(frozen=True, slots=True)
class Scale:
    """Days from `first` (inclusive) to `end` (exclusive), `pitch` points each, from `x`."""

    first: date
    end: date
    x: float
    pitch: float

    @property
    def width(self) -> float:
        return (self.end - self.first).days * self.pitch

    def on(self, day: date) -> float:
        """The left edge of a day, which may lie outside.

        >>> Scale(date(2026, 1, 1), date(2026, 1, 11), 0, 10).on(date(2026, 1, 6))
        50.0
        """
        return self.x + (day - self.first).days * self.pitch

    def from_(self, at: datetime) -> float:
        """Where a bar begins: its day's left edge, or its hour where hours show."""
        return self.on(at.date()) + (self._hour(at) if self.pitch >= HOURS_FROM else 0.0)

    def until(self, at: datetime) -> float:
        """Where a bar ends: its day's right edge, or its hour where hours show."""
        if self.pitch >= HOURS_FROM:
            return self.on(at.date()) + self._hour(at)
        return self.on(at.date() if at.time() == time() else at.date() + DAY)

    def _hour(self, at: datetime) -> float:
        return (at.hour * 60 + at.minute) / 1440 * self.pitch

    def held(self, x: float) -> float:
        """The same place, but on the scale."""
        return min(max(x, self.x), self.x + self.width)


def extent(chart: Chart) -> tuple[date, date]:
    """The first day and the day after the last of all that is drawn, with some air around it."""
    found = [at for row in chart.rows for at in (row.start, row.finish, row.deadline) if at]
    found += [at for row in chart.rows for at in row.baseline or ()]
    found += [at for at in (chart.status, chart.deadline) if at]
    days = [at.date() for at in found] or [chart.today]
    first, last = min(days), max(days)
    air = max(2, (last - first).days // 25)
    if first - air * DAY <= chart.today <= last + air * DAY:
        first, last = min(first, chart.today), max(last, chart.today)
    return first - min(air, 7) * DAY, last + (air + 1) * DAY


def tiers(scale: Scale, words: Words) -> tuple[list[Span], list[Span]]:
    """The upper and the lower headings: what can be read at this scale."""
    if scale.pitch >= 10:
        return list(_months(scale, words, year=True)), list(_days(scale))
    if scale.pitch >= 2:
        return list(_months(scale, words, year=True)), list(_weeks(scale, words))
    if scale.pitch >= 0.6:
        return list(_quarters(scale, words)), list(_months(scale, words))
    if scale.pitch >= 0.2:
        return list(_years(scale)), list(_quarters(scale, words, short=True))
    return [], list(_years(scale))


def _days(scale: Scale) -> Iterator[Span]:
    day = scale.first
    while day < scale.end:
        yield day, day + DAY, str(day.day)
        day += DAY


def _weeks(scale: Scale, words: Words) -> Iterator[Span]:
    day = scale.first - scale.first.weekday() * DAY
    while day < scale.end:
        text = f"{day.day} {words.months[day.month - 1]}" if scale.pitch >= 5 else str(day.day)
        yield day, day + 7 * DAY, text
        day += 7 * DAY


def _months(scale: Scale, words: Words, *, year: bool = False) -> Iterator[Span]:
    day = scale.first.replace(day=1)
    while day < scale.end:
        name = words.months[day.month - 1]
        yield day, next_month(day), f"{name} {day.year}" if year else name
        day = next_month(day)


def _quarters(scale: Scale, words: Words, *, short: bool = False) -> Iterator[Span]:
    day = date(scale.first.year, (scale.first.month - 1) // 3 * 3 + 1, 1)
    while day < scale.end:
        after = next_month(next_month(next_month(day)))
        number = (day.month - 1) // 3 + 1
        yield day, after, f"Q{number}" if short else words.quarter.format(number=number, year=day.year)
        day = after


def _years(scale: Scale) -> Iterator[Span]:
    day = date(scale.first.year, 1, 1)
    while day < scale.end:
        yield day, date(day.year + 1, 1, 1), str(day.year)
        day = date(day.year + 1, 1, 1)
