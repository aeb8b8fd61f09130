"""Working minutes between dates of a plan, by the project's calendar."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

import numpy as np

from northline import engine
from northline.engine.calendars import to_minute
from northline.engine.compiled import compile_plan
from northline.engine.forecast.worktime import WorkTime
from northline.scheduling.compile import calendars_of
from northline.scheduling.plan import Plan

# A date is late by nothing where no work was possible before it either.
A_WEEK = timedelta(days=7)


class WorkingTime:
    """Counts between any two dates from the first to the last of `dates`, all of them local and without a zone."""

    def __init__(self, plan: Plan, dates: Iterable[datetime]) -> None:
        named = sorted(dates) or [datetime.fromisoformat(plan.project["start"])]
        calendar, calendars = calendars_of(plan)
        made = compile_plan(
            engine.Project(
                id=plan.project["key"],
                name="",
                start=named[0] - A_WEEK,
                calendar=calendar,
                calendars=calendars,
            )
        )
        while made.horizon.high <= to_minute(named[-1]):
            made = made.widened()
        self._time = WorkTime(made)

    def ahead(self, dates: Iterable[datetime]) -> list[int]:
        """Working minutes from somewhere before all dates up to each of them."""
        found: list[int] = self._time.work_at(np.array([to_minute(at) for at in dates], np.int64)).tolist()
        return found

    def between(self, first: datetime, last: datetime) -> int:
        """Working minutes from the first date to the last, negative where the last is earlier."""
        one, other = self.ahead([first, last])
        return other - one
