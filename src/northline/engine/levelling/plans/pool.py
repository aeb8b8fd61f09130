"""The pool of resources as profiles of free capacity beside the work that may not move."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

import numpy as np

from northline.engine.calendar_book import ELAPSED
from northline.engine.calendars import Ints, to_minute
from northline.engine.levelling.plans.kernels.profile import book, occupy, work
from northline.engine.levelling.plans.kernels.shapes import MOST_CUTS, PINNED, REST, Net, Pool, Time
from northline.engine.levelling.plans.prepare import Prepared
from northline.engine.levelling.plans.uses import SCALE, Uses
from northline.engine.model import Resource, Task


def pool_of(
    plans: Sequence[Prepared],
    uses: Uses,
    net: Net,
    time: Time,
    *,
    first: Sequence[int],
    stretch: int,
    status: int,
) -> Pool:
    """Capacities over time less what pinned tasks use; `stretch` gives the profiles more room, what is done before
    `status` (a minute, or NONE) counts for nothing."""
    axis = _axes(uses)
    steps = [_steps(r, int(axis[n]), time) for n, r in enumerate(uses.resources)]
    width = _width(uses, axis, [len(s) for s in steps], torn=net.piece > 0) * stretch
    count = len(uses.resources)
    pos, free = np.zeros((count, width), np.int64), np.zeros((count, width), np.int64)
    for r, rows in enumerate(steps):
        pos[r, : len(rows)] = [w for w, _ in rows]
        free[r, : len(rows)] = [u for _, u in rows]
    taken = net.least_eaten.sum(axis=0)
    stock = np.array([round((s.stock or 0) * SCALE) for s in uses.stocks], np.int64) - taken
    lengths = np.array([len(s) for s in steps], np.int64)
    pool = Pool(axis, pos, free, lengths, pos.copy(), free.copy(), lengths.copy(), stock, stock.copy())
    _enter_pinned(plans, uses, net, pool, time, first, status)
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


def _width(uses: Uses, axis: Ints, steps: list[int], *, torn: Any) -> int:
    """Room for two steps for each use on its axis, and for more where a use has to be entered period by period or may
    be interrupted."""
    if not len(uses.resource):
        return max(steps, default=1) + 4
    pieces = np.where(uses.calendar == axis[uses.resource], 2, 8 + uses.minutes // 90)
    pieces = pieces + 2 * MOST_CUTS * np.repeat(torn, np.diff(uses.ptr))
    several = np.bincount(uses.resource, weights=pieces, minlength=len(axis))
    # Only one of a task's ways is ever entered, so a profile rarely needs more than this.
    return int(min(several.max(), 40_000)) + max(steps, default=1) + 8


def _enter_pinned(
    plans: Sequence[Prepared], uses: Uses, net: Net, pool: Pool, time: Time, first: Sequence[int], status: int
) -> None:
    for number, p in enumerate(plans):
        for v, task in enumerate(p.project.tasks, first[number]):
            if p.roles[task.id] not in (PINNED, REST) or task.actual_finish is not None:
                continue
            x = uses.first_choice[number, task.id]
            start = to_minute(p.pins.get(task.id, p.now[task.id].start))
            if task.manual:
                _enter_manual(task, x, to_minute(p.now[task.id].finish), start, uses, pool, time)
            elif task.actual_start is None:
                book(start, x, net, pool, time)
            else:
                since = max(start, status, to_minute(task.resume) if task.resume else start)
                left = int(net.least[v]) if p.roles[task.id] == PINNED else None
                _enter_begun(x, start, since, left, uses, pool, time)


def _enter_begun(
    x: int, start: int, since: int, left: int | None, uses: Uses, pool: Pool, time: Time
) -> None:
    """What is done of begun work as far as it lies after `since`, and what is left from `left` on, if that stays."""
    for u in range(uses.ptr[x], uses.ptr[x + 1]):
        r, c, need = int(uses.resource[u]), int(uses.calendar[u]), int(uses.need[u])
        done, low = work(start, c, time) + int(uses.past[u]), work(since, c, time)
        if uses.head[u] and done > low:
            occupy(r, c, low, done - low, need, pool, time)
        if left is not None:
            begin = max(done, work(left, c, time)) + int(uses.delay[u])
            occupy(r, c, begin, int(uses.minutes[u]), need, pool, time)


def _enter_manual(task: Task, x: int, finish: int, start: int, uses: Uses, pool: Pool, time: Time) -> None:
    """Tasks put by hand use their people in all working time up to their finish; the past is a fact."""
    if task.resume is not None:
        start = max(start, to_minute(task.resume))
    for u in range(uses.ptr[x], uses.ptr[x + 1]):
        c = int(uses.calendar[u])
        low, high = work(start, c, time), work(finish, c, time)
        if uses.head[u] and low < high:
            occupy(int(uses.resource[u]), c, low, high - low, int(uses.need[u]), pool, time)
