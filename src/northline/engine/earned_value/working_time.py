"""Working time of many tasks at once: dates as minutes, working minutes per calendar."""

from collections.abc import Iterable
from datetime import date, datetime

import numpy as np

from northline.engine.calendars import Horizon, Ints, Periods, always, from_minute, periods_of
from northline.engine.model import MINUTES_A_DAY, Calendar, Project, Task

ELAPSED = "\0elapsed"  # no calendar of a file has such an id
CENTURY = 36_525


class WorkingTime:
    """Working minutes since the beginning of a horizon, by calendar."""

    def __init__(self, project: Project, *, first: int, last: int) -> None:
        """The horizon holds the minutes `first` to `last`, and as many days again after it."""
        low = first // MINUTES_A_DAY - 1
        high = min(last // MINUTES_A_DAY + 2, date.max.toordinal())
        horizon = Horizon(max(low, 0), high)
        calendars = {c.id: periods_of(c, horizon) for c in project.calendars}
        self.number = {calendar_id: n for n, calendar_id in enumerate([*calendars, ELAPSED])}
        self._periods = [*calendars.values(), always(horizon)]
        self._before = [_before(p) for p in self._periods]
        self.project = self.number[project.calendar]

    def calendars_of(self, tasks: Iterable[Task], project: Project) -> Ints:
        """The number of each task's calendar."""
        ids = (ELAPSED if t.elapsed_duration else t.calendar or project.calendar for t in tasks)
        return np.array([self.number[i] for i in ids], np.int64)

    def work(self, minutes: Ints, calendars: Ints) -> Ints:
        """Working minutes before each minute, on the calendar beside it."""
        made = np.zeros(len(minutes), np.int64)
        for number in np.unique(calendars).tolist():
            rows = calendars == number
            made[rows] = self.work_on(minutes[rows], number)
        return made

    def work_on(self, minutes: Ints, number: int) -> Ints:
        """Working minutes before each minute, on one calendar."""
        periods = self._periods[number]
        if not len(periods.begin):
            return np.zeros(len(minutes), np.int64)
        row = np.maximum(np.searchsorted(periods.begin, minutes, side="right") - 1, 0)
        within = np.clip(minutes - periods.begin[row], 0, periods.end[row] - periods.begin[row])
        made: Ints = self._before[number][row] + within
        return made


def finishes(calendar: Calendar, *, start: Ints, work: Ints) -> list[datetime | None]:
    """The dates at which so much working time has passed since each start; None more than a century on."""
    if not len(start):
        return []
    first, days = int(start.min()) // MINUTES_A_DAY - 1, 366
    while True:
        last = min(int(start.max()) // MINUTES_A_DAY + days, date.max.toordinal())
        periods = periods_of(calendar, Horizon(max(first, 0), last))
        before = _before(periods)
        lengths = periods.end - periods.begin
        total = int(lengths.sum())
        row = np.maximum(np.searchsorted(periods.begin, start, side="right") - 1, 0)
        begun = np.zeros(len(start), np.int64)
        if len(lengths):
            begun = before[row] + np.clip(start - periods.begin[row], 0, lengths[row])
        if (begun + work <= total).all() or days > CENTURY:
            break
        days *= 4
    row = np.maximum(np.searchsorted(before, begun + work, side="left") - 1, 0)
    ends = [
        int(periods.end[r] - lengths[r] + need - before[r]) if need <= total and len(lengths) else None
        for r, need in zip(row.tolist(), (begun + work).tolist(), strict=True)
    ]
    return [None if end is None else from_minute(end) for end in ends]


def _before(periods: Periods) -> Ints:
    lengths = periods.end - periods.begin
    made: Ints = np.cumsum(lengths) - lengths
    return made
