"""Working minutes as arrays: how much of a stretch of work falls on which day."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
import orjson

from northline.engine.calendars import Horizon, Ints, periods_of
from northline.scheduling.compile import calendar_of

A_DAY = 1440
# Whoever has no calendar at all works a plain week.
PLAIN = {
    "id": "plain", "title": "", "week": [[[480, 720], [780, 1020]]] * 5 + [[], []], "exceptions": [], "weeks": [],
    "country": "", "region": "",
}  # fmt: skip


class Clock:
    """The working minutes of one calendar from day `first` up to day `last`, counted since 0001-01-01."""

    def __init__(self, begin: Ints, end: Ints, first: int, last: int) -> None:
        self.first, self.last = first, last
        self.begin, self.length = begin, end - begin
        self.before = np.concatenate(([0], np.cumsum(self.length)))
        self.midnights = self.worked(np.arange(first, last + 1, dtype=np.int64) * A_DAY)

    def worked(self, moments: Ints) -> Ints:
        """Working minutes before each of the moments, which are absolute minutes."""
        if not len(self.begin):
            return np.zeros(len(moments), np.int64)
        at = np.searchsorted(self.begin, moments, "right") - 1
        row = np.maximum(at, 0)
        inside = np.clip(moments - self.begin[row], 0, self.length[row])
        return np.where(at < 0, 0, self.before[row] + inside)

    def days(self, first: int, last: int) -> Ints:
        """Working minutes of each day from `first` up to `last`."""
        return np.diff(self.midnights[first - self.first : last - self.first + 1])

    def by_day(self, low: Ints, high: Ints) -> tuple[Ints, Ints, Ints]:
        """Which stretch works on which day for how long; stretches are from `low` to `high` in working minutes.

        >>> clock = clock_of(orjson.dumps(PLAIN), (), 0, 7)
        >>> [found.tolist() for found in clock.by_day(np.array([240]), np.array([600]))]
        [[0, 0], [0, 1], [240, 120]]
        """
        begins = np.searchsorted(self.midnights, low, "right") - 1
        ends = np.searchsorted(self.midnights, high, "left")
        counts = np.where(high > low, np.maximum(ends - begins, 0), 0)
        which = np.repeat(np.arange(len(low)), counts)
        step = np.arange(len(which)) - np.repeat(np.cumsum(counts) - counts, counts)
        day = begins[which] + step
        inside = day < len(self.midnights) - 1
        which, day = which[inside], day[inside]
        minutes = np.minimum(high[which], self.midnights[day + 1]) - np.maximum(
            low[which], self.midnights[day]
        )
        some = minutes > 0
        return which[some], day[some] + self.first, minutes[some]


@lru_cache(maxsize=4096)
def clock_of(calendar: bytes, away: tuple[tuple[str, str], ...], first: int, last: int) -> Clock:
    """The clock of a stored calendar, given as JSON, without the days that somebody is away."""
    row: dict[str, Any] = orjson.loads(calendar)
    off = [{"first": begin, "last": end, "intervals": []} for begin, end in away]
    row["exceptions"] = off + row["exceptions"]
    years = (max(1900, first // 366), min(2999, last // 365 + 1))
    found = periods_of(calendar_of(row, years=years), Horizon(first, last))
    return Clock(found.begin, found.end, first, last)


def elapsed(first: int, last: int) -> Clock:
    """The clock of work that goes on day and night."""
    return Clock(np.array([first * A_DAY]), np.array([last * A_DAY]), first, last)
