"""The pool of resources as profiles of free capacity beside the work that may not move."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

import numpy as np

from northline.engine.calendar_book import ELAPSED
from northline.engine.calendars import Ints, to_minute
from northline.engine.levelling.plans.kernels.profile import book, take, work
from northline.engine.levelling.plans.kernels.shapes import PINNED, Net, Pool, Time
from northline.engine.levelling.plans.prepare import Prepared
from northline.engine.levelling.plans.uses import SCALE, Uses
from northline.engine.model import Resource, Task


def pool_of(plans: Sequence[Prepared], uses: Uses, net: Net, time: Time, *, stretch: int) -> Pool:
    """Capacities over time less what pinned tasks use; `stretch` gives the profiles more room."""
    axis = _axes(uses)
    steps = [_steps(r, int(axis[n]), time) for n, r in enumerate(uses.resources)]
    width = _width(uses, axis, [len(s) for s in steps]) * stretch
    count = len(uses.resources)
    pos, free = np.zeros((count, width), np.int64), np.zeros((count, width), np.int64)
    for r, rows in enumerate(steps):
        pos[r, : len(rows)] = [w for w, _ in rows]
        free[r, : len(rows)] = [u for _, u in rows]
    taken = net.least_eaten.sum(axis=0)
    stock = np.array([round((s.stock or 0) * SCALE) for s in uses.stocks], np.int64) - taken
    lengths = np.array([len(s) for s in steps], np.int64)
    pool = Pool(axis, pos, free, lengths, pos.copy(), free.copy(), lengths.copy(), stock, stock.copy())
    _enter_pinned(plans, uses, net, pool, time)
    return pool._replace(base_pos=pool.pos.copy(), base_free=pool.free.copy(), base_count=pool.count.copy())


def capacity_on(resource: Resource, day: date) -> float:
    """The units that there are on a day: of the first availability that covers it, else the capacity."""
    for period in resource.availability:
        if period.first <= day <= period.last:
            return period.units
    return resource.capacity


def _axes(uses: Uses) -> Ints:
    """The calendar along which each resource's profile runs: the one of all its uses, its own if all lie within it,
    else the clock."""
    axis = uses.own.copy()
    for r in range(len(axis)):
        mine = uses.resource == r
        calendars = np.unique(uses.calendar[mine])
        if len(calendars) == 1:
            axis[r] = calendars[0]
        elif not uses.plain[mine].all():
            axis[r] = ELAPSED
    return axis


def _steps(resource: Resource, axis: int, time: Time) -> list[tuple[int, int]]:
    """(position on the axis, capacity in thousandths) from the start of the tables on."""
    low = date(1, 1, 1) + timedelta(days=int(time.index[0]) // 1440)
    days = (
        {low}
        | {p.first for p in resource.availability}
        | {p.last + timedelta(days=1) for p in resource.availability}
    )
    found: dict[int, int] = {}
    for day in sorted(d for d in days if d >= low):
        minute = to_minute(datetime(day.year, day.month, day.day))
        if minute < time.index[1]:
            found[work(minute, axis, time)] = round(capacity_on(resource, day) * SCALE)
    return sorted(found.items())


def _width(uses: Uses, axis: Ints, steps: list[int]) -> int:
    """Room for two steps for each use on its axis, and for more where a use has to be entered period by period."""
    if not len(uses.resource):
        return max(steps, default=1) + 4
    pieces = np.where(uses.calendar == axis[uses.resource], 2, 8 + uses.minutes // 90)
    several = np.bincount(uses.resource, weights=pieces, minlength=len(axis))
    # Only one of a task's ways is ever entered, so a profile rarely needs more than this.
    return int(min(several.max(), 40_000)) + max(steps, default=1) + 8


def _enter_pinned(plans: Sequence[Prepared], uses: Uses, net: Net, pool: Pool, time: Time) -> None:
    for number, p in enumerate(plans):
        for task in p.project.tasks:
            if p.roles[task.id] != PINNED:
                continue
            x = uses.first_choice[number, task.id]
            start = to_minute(p.now[task.id].start)
            if task.actual_start is None and not task.manual:
                book(start, x, net, pool, time)
            elif task.actual_finish is None:
                _enter_begun(task, x, to_minute(p.now[task.id].finish), start, net, pool, time)


def _enter_begun(task: Task, x: int, finish: int, start: int, net: Net, pool: Pool, time: Time) -> None:
    """Begun and manual tasks use their people in all working time up to their finish; the past is a fact."""
    if task.resume is not None:
        start = max(start, to_minute(task.resume))
    for u in range(net.use_ptr[x], net.use_ptr[x + 1]):
        c, r = int(net.use_cal[u]), int(net.use_res[u])
        need = int(net.use_need[u])
        if pool.axis[r] == c:
            take(r, work(start, c, time), work(finish, c, time), need, pool, time)
            continue
        for row in range(time.offset[c], time.offset[c + 1]):
            low, high = max(start, time.begin[row]), min(finish, time.end[row])
            if low < high:
                take(r, work(low, pool.axis[r], time), work(high, pool.axis[r], time), need, pool, time)
