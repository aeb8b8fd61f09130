"""Working time ↔ dates by cumulative tables.

A table lists, for one calendar, its working periods within a horizon as absolute minutes (minutes since
0001-01-01T00:00, `date.toordinal() - 1` days of 1440) and the working minutes before each period. A date
turns into working time by one search, working time into a date by another. That inverse has two branches:
at the seam between two periods a *finish* lands at the end of the earlier one and a *start* at the
beginning of the later one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from northline.engine.model import MINUTES_A_DAY, Calendar, CalendarException, Week, WorkInterval, WorkWeek
from northline.engine.worktime import TIME_BITS, WORK_BITS

Ints: TypeAlias = npt.NDArray[np.int64]
EPOCH = datetime(1, 1, 1)


def to_minute(moment: datetime) -> int:
    """Minutes since 0001-01-01T00:00, seconds cut off.

    >>> to_minute(datetime(1, 1, 2, 8))
    1920
    """
    return (moment.toordinal() - 1) * MINUTES_A_DAY + moment.hour * 60 + moment.minute


def from_minute(minute: int) -> datetime:
    """The inverse of `to_minute`.

    >>> from_minute(1920)
    datetime.datetime(1, 1, 2, 8, 0)
    """
    return EPOCH + timedelta(minutes=int(minute))


@dataclass(frozen=True, slots=True)
class Periods:
    """Sorted, disjoint, non-touching working periods: `begin[i]` up to `end[i]` in absolute minutes."""

    begin: Ints
    end: Ints


@dataclass(frozen=True, slots=True)
class Horizon:
    """The days that tables cover, as day numbers since 0001-01-01, `first` included and `last` not."""

    first: int
    last: int

    @property
    def low(self) -> int:
        """First absolute minute covered."""
        return self.first * MINUTES_A_DAY

    @property
    def high(self) -> int:
        """First absolute minute past the end."""
        return self.last * MINUTES_A_DAY


@dataclass(frozen=True, slots=True)
class WorkTables:
    """Tables of several calendars laid end to end; calendar `c` owns rows `offset[c]` to `offset[c + 1]`.

    `begin`, `end`, `before`: int64 (rows,), `before` being the calendar's working minutes ahead of each
    period.
    `low`, `high`: the horizon in absolute minutes. `index` begins with both; then come, for every calendar, where
    its two lists begin: the row in force at every 1024th minute of the clock, and at every 512th minute of work.
    A look-up takes its entry and a step or two, not a search.
    """

    begin: Ints
    end: Ints
    before: Ints
    offset: Ints
    low: int
    high: int
    index: Ints


def periods_of(calendar: Calendar, horizon: Horizon) -> Periods:
    """The working periods of one calendar within the horizon; exceptions replace the weekly hours of their
    days.

    >>> from northline.engine.model import standard_calendar
    >>> periods_of(standard_calendar(), Horizon(0, 7)).begin.tolist()[:3]
    [480, 780, 1920]
    """
    days = np.arange(horizon.first, horizon.last, dtype=np.int64)
    plain = np.ones(len(days), dtype=np.bool_)
    begins: list[Ints] = []
    ends: list[Ints] = []
    for exception in calendar.exceptions:
        covered = _covered(exception, horizon)
        covered = covered[plain[covered]]
        _add_days(days[covered], exception.intervals, begins, ends)
        plain[covered] = False
    for span in calendar.weeks:
        covered = _between(span, horizon)
        covered = covered[plain[covered]]
        _add_week(days[covered], span.week, begins, ends)
        plain[covered] = False
    _add_week(days[plain], calendar.week, begins, ends)
    if not begins:
        return Periods(np.empty(0, np.int64), np.empty(0, np.int64))
    return _joined(np.concatenate(begins), np.concatenate(ends))


def intersection(one: Periods, other: Periods) -> Periods:
    """The time that is working time in both."""
    times = np.concatenate([one.begin, one.end, other.begin, other.end])
    steps = np.concatenate(
        [np.ones(len(one.begin)), -np.ones(len(one.end)), np.ones(len(other.begin)), -np.ones(len(other.end))]
    )
    order = np.lexsort((steps, times))
    depth = np.cumsum(steps[order])
    edges = times[order]
    both = np.flatnonzero(depth[:-1] == 2) if len(depth) else np.empty(0, np.int64)
    begin, end = edges[both], edges[both + 1]
    real = end > begin
    return _joined(begin[real], end[real])


def always(horizon: Horizon) -> Periods:
    """One period without a break: the calendar of elapsed time."""
    return Periods(np.array([horizon.low], np.int64), np.array([horizon.high], np.int64))


def tables(periods: Iterable[Periods], horizon: Horizon) -> WorkTables:
    """Lay the periods of several calendars end to end with their cumulative working minutes."""
    parts = list(periods)
    lengths = np.array([len(p.begin) for p in parts], np.int64)
    before = [np.concatenate(([0], np.cumsum(p.end - p.begin)[:-1])) for p in parts if len(p.begin)]
    empty = np.empty(0, np.int64)
    made = WorkTables(
        begin=np.concatenate([p.begin for p in parts]) if parts else empty,
        end=np.concatenate([p.end for p in parts]) if parts else empty,
        before=np.concatenate(before).astype(np.int64) if before else empty,
        offset=np.concatenate(([0], np.cumsum(lengths))).astype(np.int64),
        low=horizon.low,
        high=horizon.high,
        index=empty,
    )
    return replace(made, index=_index(made))


def _index(made: WorkTables) -> Ints:
    """The lists that spare the kernels a search; a calendar without working time has empty ones."""
    lists: list[Ints] = []
    for number in range(len(made.offset) - 1):
        low, high = int(made.offset[number]), int(made.offset[number + 1])
        begin, before = made.begin[low:high], made.before[low:high]
        clock = np.arange(made.low, made.high, 1 << TIME_BITS, dtype=np.int64) if low < high else begin
        total = int(before[-1] + made.end[high - 1] - begin[-1]) if low < high else 0
        work = np.arange(0, total, 1 << WORK_BITS, dtype=np.int64)
        lists.append(low + np.maximum(np.searchsorted(begin, clock, side="right") - 1, 0))
        lists.append(low + np.searchsorted(before, work, side="right") - 1)
    first = 2 + len(lists)
    bases = first + np.cumsum([0, *(len(part) for part in lists)])[:-1]
    return np.concatenate(([made.low, made.high], bases, *lists)).astype(np.int64)


def _between(span: CalendarException | WorkWeek, horizon: Horizon) -> Ints:
    """Which days of the horizon, counted from its first, lie within the span."""
    low = max(span.first.toordinal() - 1, horizon.first)
    high = min(span.last.toordinal(), horizon.last)
    return np.arange(low, max(low, high), dtype=np.int64) - horizon.first


def _covered(exception: CalendarException, horizon: Horizon) -> Ints:
    """The days of the horizon on which an exception holds: all between its dates, or those that its rule picks."""
    if not exception.rule:
        return _between(exception, horizon)
    from dateutil.rrule import rrulestr  # noqa: PLC0415  few calendars have rules, and all would pay for it

    first = datetime.combine(exception.first, time())
    last = min(exception.last.toordinal(), horizon.last)
    if last < exception.first.toordinal():
        return np.empty(0, np.int64)
    found = rrulestr(exception.rule, dtstart=first).between(first, datetime.fromordinal(last), inc=True)
    picked = np.array([day.toordinal() - 1 - horizon.first for day in found], np.int64)
    return picked[picked >= 0]


def _add_week(days: Ints, week: Week, begins: list[Ints], ends: list[Ints]) -> None:
    weekday = days % 7  # day 0, 0001-01-01, was a Monday
    for number, intervals in enumerate(week):
        if intervals:
            _add_days(days[weekday == number], intervals, begins, ends)


def _add_days(days: Ints, intervals: Sequence[WorkInterval], begins: list[Ints], ends: list[Ints]) -> None:
    for interval in intervals:
        begins.append(days * MINUTES_A_DAY + interval.start_minute)
        ends.append(days * MINUTES_A_DAY + interval.end_minute)


def _joined(begin: Ints, end: Ints) -> Periods:
    """Sort, and join periods that touch, so that midnight within a night shift is no seam."""
    if not len(begin):
        return Periods(begin, end)
    order = np.argsort(begin, kind="stable")
    begin, end = begin[order], end[order]
    fresh = np.ones(len(begin), dtype=np.bool_)
    fresh[1:] = begin[1:] > end[:-1]
    last = np.append(np.flatnonzero(fresh)[1:] - 1, len(begin) - 1)
    return Periods(begin[fresh], end[last])
