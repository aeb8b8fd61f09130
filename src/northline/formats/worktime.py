"""Working minutes between two moments of one calendar, for what files say in dates and plans in minutes."""

from datetime import datetime

import numpy as np

from northline.engine.calendars import Horizon, Periods, always, from_minute, periods_of, to_minute
from northline.engine.model import Calendar

DAYS_AROUND = 400


class WorkTime:
    """A calendar's working time around a stretch of days; `calendar` None counts every minute.

    >>> from northline.engine.model import standard_calendar
    >>> monday = datetime(2026, 3, 2, 8)
    >>> time = WorkTime(standard_calendar(), first=monday, last=monday)
    >>> time.between(monday, datetime(2026, 3, 3, 12)), time.after(monday, 960)
    (720, datetime.datetime(2026, 3, 3, 17, 0))
    """

    def __init__(self, calendar: Calendar | None, *, first: datetime, last: datetime) -> None:
        low, high = (m.toordinal() - 1 for m in (first, last))
        self._horizon = Horizon(max(0, low - 7), high + DAYS_AROUND)
        self._calendar = calendar
        self._use(self._tabulated())

    def between(self, start: datetime, end: datetime) -> int:
        """Working minutes from `start` to `end`."""
        return self._worked(to_minute(end)) - self._worked(to_minute(start))

    def after(self, start: datetime, minutes: int) -> datetime | None:
        """The earliest moment by which `minutes` have been worked since `start`; None if that is never."""
        goal = self._worked(to_minute(start)) + minutes
        while goal > self._total and self._horizon.last < 10 * 366 + self._horizon.first:
            self._horizon = Horizon(self._horizon.first, self._horizon.last + 3 * DAYS_AROUND)
            self._use(self._tabulated())
        if minutes <= 0 or goal > self._total:
            return start if minutes <= 0 else None
        row = int(np.searchsorted(self._before, goal, side="left")) - 1
        return from_minute(int(self._begin[row]) + goal - int(self._before[row]))

    def opens(self, moment: datetime) -> datetime:
        """The first working minute at or after a moment; the moment itself where none follows."""
        minute = to_minute(moment)
        row = int(np.searchsorted(self._end, minute, side="right"))
        return from_minute(max(minute, int(self._begin[row]))) if row < len(self._begin) else moment

    def _tabulated(self) -> Periods:
        if self._calendar is None:
            return always(self._horizon)
        return periods_of(self._calendar, self._horizon)

    def _use(self, periods: Periods) -> None:
        self._begin, self._end = periods.begin, periods.end
        self._before = np.concatenate(([0], np.cumsum(periods.end - periods.begin)))
        self._total = int(self._before[-1])

    def _worked(self, minute: int) -> int:
        row = int(np.searchsorted(self._begin, minute, side="right")) - 1
        if row < 0:
            return 0
        return int(self._before[row]) + min(minute, int(self._end[row])) - int(self._begin[row])
