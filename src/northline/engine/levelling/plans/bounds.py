"""Dates that no plan without overloads can beat: by links alone, and by the work that each resource has to do."""

from __future__ import annotations

import numpy as np

from northline.engine import kernels as k
from northline.engine.calendars import Ints
from northline.engine.levelling.plans.kernels.profile import date, work
from northline.engine.levelling.plans.kernels.shapes import LEVEL
from northline.engine.levelling.plans.layout import Layout


def bound_of(plan: Layout, early: Ints, floor: int) -> int:
    """The later of `floor` (the last finish by links alone) and what each resource's work takes.

    For every task's earliest start: all work that cannot begin before it, done as densely as capacity allows
    (Stinson, Davis and Khumawala, 1978, with the calendars' capacity in place of a constant).
    """
    best = floor
    for r, found in enumerate(_work_of_each(plan, early)):
        found.sort(reverse=True)
        best = max([best, *_ends(plan, r, [head for head, _ in found], [amount for _, amount in found])])
    return best


def _work_of_each(plan: Layout, early: Ints) -> list[list[tuple[int, int]]]:
    """For each resource the earliest positions on its axis and minutes × thousandths, of tasks that have no choice."""
    net, time = plan.net, plan.time
    found: list[list[tuple[int, int]]] = [[] for _ in plan.uses.resources]
    for v in np.flatnonzero((net.role >= LEVEL) & (np.diff(net.choice_ptr) == 1)).tolist():
        x = net.choice_ptr[v]
        for u in range(net.use_ptr[x], net.use_ptr[x + 1]):
            r = int(net.use_res[u])
            axis = int(plan.pool.axis[r])
            if net.use_cal[u] == axis:
                head = work(int(early[v]), axis, time) + int(net.use_delay[u])
                found[r].append((head, int(net.use_minutes[u] * net.use_need[u])))
    return found


def _ends(plan: Layout, r: int, heads: list[int], energy: list[int]) -> list[int]:
    ends, total = [], 0
    for place, (head, amount) in enumerate(zip(heads, energy, strict=True)):
        total += amount
        if place + 1 == len(heads) or heads[place + 1] != head:
            w = _done_by(plan, r, head, total)
            if w < k.FAR:
                ends.append(date(w, int(plan.pool.axis[r]), False, plan.time))
    return ends


def _done_by(plan: Layout, r: int, head: int, energy: int) -> int:
    """The position at which `energy` is used up from `head` on with everybody at work."""
    pool = plan.pool
    for i in range(pool.base_count[r]):
        low = max(head, int(pool.base_pos[r, i]))
        last = i + 1 == pool.base_count[r]
        high = k.FAR if last else int(pool.base_pos[r, i + 1])
        there = max(0, int(pool.base_free[r, i]))
        if high <= low or there == 0:
            continue
        if last or (high - low) * there >= energy:
            return low - (-energy // there)
        energy -= (high - low) * there
    return k.FAR
