"""What a team has finished: items per day, and how long each took."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import numpy as np

from northline.engine.calendars import Horizon, Ints, periods_of
from northline.engine.errors import BadValue, NoWorkingTime
from northline.engine.model import MINUTES_A_DAY, Calendar

MOST_DAYS = 40_000


@dataclass(frozen=True, slots=True)
class Flow:
    """Items per day up to and with `until`, oldest first; with a `calendar` only its working days are
    counted.

    >>> Flow((2, 0, 1), until=date(2026, 3, 4)).total
    3
    """

    counts: tuple[int, ...]
    until: date
    calendar: Calendar | None = None

    def __post_init__(self) -> None:
        if any(c < 0 for c in self.counts):
            raise BadValue("A day with fewer than no items.")

    @property
    def total(self) -> int:
        """All items."""
        return sum(self.counts)

    @property
    def days_a_week(self) -> int:
        """How many of seven days are counted."""
        return 7 if self.calendar is None else max(1, sum(1 for day in self.calendar.week if day))


def flow_of(
    finished: Iterable[date], *, until: date, first: date | None = None, calendar: Calendar | None = None
) -> Flow:
    """Count finished items per day from `first` (None: the first of them) up to and with `until`.

    Items outside are left out. What was finished on a day off counts for the working day before it. Raises
    BadValue where nothing is left, NoWorkingTime for a calendar without working days.

    >>> flow_of([date(2026, 3, 2), date(2026, 3, 4), date(2026, 3, 4)], until=date(2026, 3, 5)).counts
    (1, 0, 2, 0)
    """
    days = [day.toordinal() for day in finished if day <= until and (first is None or day >= first)]
    begin = first.toordinal() if first is not None else min(days, default=0)
    if not begin or begin > until.toordinal():
        raise BadValue(f"Nothing was finished by {until}, so there is no pace to go by.")
    if until.toordinal() - begin >= MOST_DAYS:
        raise BadValue(f"A flow covers at most {MOST_DAYS} days; give a later first day.")
    counted = counted_days(begin, until.toordinal() + 1, calendar)
    if not len(counted):
        raise NoWorkingTime(f"No working day between {date.fromordinal(begin)} and {until}.")
    place = np.searchsorted(counted, np.array(days, np.int64), side="right") - 1
    counts = np.bincount(np.maximum(place, 0), minlength=len(counted))
    return Flow(tuple(counts.tolist()), until, calendar)


def weekly_flow(counts: Iterable[int], *, until: date) -> Flow:
    """A flow of which only the items per week are known, oldest first; each week's fall on its last day.

    Draw from it in blocks of seven days (`Sampling(block=7)`), so that weeks stay whole.

    >>> weekly_flow([3, 5], until=date(2026, 3, 8)).counts[-7:]
    (0, 0, 0, 0, 0, 0, 5)
    """
    return Flow(tuple(c for week in counts for c in (0, 0, 0, 0, 0, 0, week)), until)


def counted_days(first: int, last: int, calendar: Calendar | None) -> Ints:
    """The day numbers (`date.toordinal()`) from `first` up to `last` that count, rising."""
    if calendar is None:
        return np.arange(first, last, dtype=np.int64)
    periods = periods_of(calendar, Horizon(first - 1, last - 1))
    spans = zip(periods.begin // MINUTES_A_DAY, (periods.end - 1) // MINUTES_A_DAY, strict=True)
    days = {day + 1 for begin, end in spans for day in range(begin, end + 1)}
    return np.array(sorted(days), np.int64)


@dataclass(frozen=True, slots=True)
class CycleTimes:
    """How many days finished items took, both ends counted, rising; `skipped` items end before they begin."""

    days: tuple[int, ...]
    skipped: int = 0

    def percentile(self, percent: float) -> int:
        """The number of days within which `percent` of the items were finished (nearest rank)."""
        if not self.days or not 0 < percent <= 100:
            raise BadValue(f"No {percent} % of {len(self.days)} cycle times.")
        return self.days[max(0, math.ceil(len(self.days) * percent / 100 - 1e-9) - 1)]


def cycle_times(items: Iterable[tuple[date, date]], *, since: date | None = None) -> CycleTimes:
    """The cycle times of items (begun, finished) that were finished on or after `since`.

    Days are counted as finished − begun + 1 (Vacanti, *Actionable Agile Metrics for Predictability*, 2015).

    >>> monday = date(2026, 3, 2)
    >>> cycle_times([(monday, monday), (monday, date(2026, 3, 6))]).percentile(85)
    5
    """
    spans = [(end - begin).days + 1 for begin, end in items if since is None or end >= since]
    return CycleTimes(tuple(sorted(s for s in spans if s > 0)), sum(1 for s in spans if s <= 0))
