"""Working minutes of the project's calendar ↔ dates, over whole arrays."""

from datetime import datetime
from math import isnan

import numpy as np

from northline.engine.calendars import Ints, from_minute
from northline.engine.compiled import CompiledPlan


class WorkTime:
    """The project's calendar over the plan's horizon (elapsed time where that calendar never works)."""

    def __init__(self, plan: CompiledPlan) -> None:
        t, number = plan.tables, plan.book.project
        if t.offset[number] == t.offset[number + 1]:
            number = 0
        own = slice(int(t.offset[number]), int(t.offset[number + 1]))
        self.begin, self.end, self.before = t.begin[own], t.end[own], t.before[own]

    def work_at(self, dates: Ints) -> Ints:
        """Working minutes ahead of each date (same shape)."""
        period = np.maximum(np.searchsorted(self.begin, dates, side="right") - 1, 0)
        inside = np.clip(dates - self.begin[period], 0, self.end[period] - self.begin[period])
        answer: Ints = self.before[period] + inside
        return answer

    def moment(self, work: float) -> datetime | None:
        """The date at which so much work is done, None for NaN."""
        if isnan(work):
            return None
        minutes = round(work)
        period = max(0, int(np.searchsorted(self.before, minutes, side="left")) - 1)
        return from_minute(int(self.begin[period] + minutes - self.before[period]))
