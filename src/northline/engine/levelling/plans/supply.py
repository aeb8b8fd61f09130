"""How much work resources can do up to a date, each for itself and several together."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from northline.engine.calendars import Ints
from northline.engine.levelling.plans.layout import Layout

# Dates tried at once in the search for one.
TRIED = 64


class Supply:
    """Free capacity of a layout's resources beside pinned work, added up over time."""

    def __init__(self, plan: Layout) -> None:
        self._pool, self._time = plan.pool, plan.time
        self._sums: dict[int, tuple[Ints, Ints, Ints]] = {}

    def until(self, resources: Iterable[int], dates: Ints) -> Ints:
        """Minutes × thousandths that these can do up to each date, from the start of the tables on."""
        total = np.zeros(len(dates), np.int64)
        worked: dict[int, Ints] = {}
        for r in resources:
            axis = int(self._pool.axis[r])
            if axis not in worked:
                worked[axis] = self._worked(axis, dates)
            at, free, done = self._steps(r)
            step = np.searchsorted(at, worked[axis], side="right") - 1
            total += np.where(step < 0, 0, done[step] + free[step] * (worked[axis] - at[step]))
        return total

    def end_of(self, resources: list[int], heads: Ints, energy: Ints) -> int:
        """The first date at which work that begins no earlier than its head can be done, all together working on
        whatever there is; 0 if that lies beyond the tables."""
        latest_first = np.argsort(-heads, kind="stable")
        needed = self.until(resources, heads[latest_first]) + np.cumsum(energy[latest_first])
        target = int(needed.max())
        low, high = int(self._time.index[0]), int(self._time.index[1])
        if self.until(resources, np.array([high]))[0] < target:
            return 0
        while high - low > 1:
            dates = np.unique(np.linspace(low, high, TRIED).astype(np.int64))
            first = int(np.argmax(self.until(resources, dates) >= target))
            low, high = int(dates[max(0, first - 1)]), int(dates[first])
        return high

    def _worked(self, axis: int, dates: Ints) -> Ints:
        """Working minutes of a calendar up to each date."""
        time = self._time
        rows = slice(time.offset[axis], time.offset[axis + 1])
        begin, end, before = time.begin[rows], time.end[rows], time.before[rows]
        if not len(begin):
            return np.zeros(len(dates), np.int64)
        row = np.maximum(np.searchsorted(begin, dates, side="right") - 1, 0)
        worked: Ints = before[row] + np.clip(dates - begin[row], 0, end[row] - begin[row])
        return worked

    def _steps(self, r: int) -> tuple[Ints, Ints, Ints]:
        """Where the capacity of a resource changes, what is free from there on, and what could be done before."""
        if r not in self._sums:
            count = self._pool.base_count[r]
            at, free = self._pool.base_pos[r, :count], np.maximum(self._pool.base_free[r, :count], 0)
            self._sums[r] = at, free, np.concatenate([[0], np.cumsum(np.diff(at) * free[:-1])])
        return self._sums[r]
