"""What each resource has left beside work that stays, on the shared axis."""

from __future__ import annotations

from collections import Counter
from typing import Any

import numpy as np

from northline.engine.levelling.plans.exact_axis import Axis
from northline.engine.levelling.plans.kernels.profile import date, work
from northline.engine.levelling.plans.kernels.shapes import LEVEL, Time
from northline.engine.levelling.plans.layout import Layout


class Loads:
    """The capacity of each resource on the one calendar on which most of its work is done.

    Work on that calendar from its first to its last minute overlaps other such work only where both are at work at
    the same minute, so capacity on the axis is exact for it; its work on other calendars is left out.
    """

    def __init__(self, plan: Layout, axis: Axis, time: Time) -> None:
        self._axis, self._time = axis, time
        self._calendar = _main_calendars(plan, axis)
        self._free = {r: self._steps(plan, r) for r in self._calendar}
        self._most = {r: max((u for _, _, u in steps), default=0) for r, steps in self._free.items()}

    def takes(self, resource: int, calendar: int) -> bool:
        """Is this work held against the resource's capacity?"""
        return self._calendar.get(resource) == self._axis.same(calendar)

    @property
    def figures(self) -> list[int]:
        """All positions at which capacity changes."""
        return [b for r in self._free for low, high, _ in self._blocked(r) for b in (low, high)]

    def rows(self, unit: int) -> dict[str, Any]:
        """The greatest capacity of each resource, and the stretches at which there is less, in units."""
        return {
            "capacity": {str(r): most for r, most in self._most.items()},
            "blocked": [
                (r, low // unit, high // unit, need)
                for r in self._free
                for low, high, need in self._blocked(r)
            ],
        }

    def _blocked(self, r: int) -> list[tuple[int, int, int]]:
        most = self._most[r]
        return [(low, high, most - free) for low, high, free in self._free[r] if free < most]

    def _steps(self, plan: Layout, r: int) -> list[tuple[int, int, int]]:
        """(first, last position on the shared axis, units free)."""
        pool, time, axis = plan.pool, self._time, self._axis
        own, c = int(pool.axis[r]), self._calendar[r]
        count = int(pool.base_count[r])
        found = []
        for i in range(count):
            begin, end = axis.low, axis.high
            if i:
                begin = max(begin, date(int(pool.base_pos[r, i]), own, True, time))
            if i + 1 < count:
                end = min(end, date(int(pool.base_pos[r, i + 1]), own, False, time))
            if begin >= end:
                continue
            first, last = work(begin, c, time), work(end, c, time)
            if first < last:
                low = axis.at(date(first, c, True, time))
                high = axis.at(date(last, c, False, time))
                found.append((low, high, max(0, int(pool.base_free[r, i]))))
        return found


def _main_calendars(plan: Layout, axis: Axis) -> dict[int, int]:
    net = plan.net
    load: dict[int, Counter[int]] = {}
    for v in np.flatnonzero(net.role >= LEVEL).tolist():
        for u in range(net.use_ptr[net.choice_ptr[v]], net.use_ptr[net.choice_ptr[v + 1]]):
            r, amount = int(net.use_res[u]), int(net.use_minutes[u] * net.use_need[u])
            load.setdefault(r, Counter())[axis.same(int(net.use_cal[u]))] += amount
    return {r: counts.most_common(1)[0][0] for r, counts in sorted(load.items())}
