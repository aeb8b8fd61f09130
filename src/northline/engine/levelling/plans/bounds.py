"""Dates that no plan without overloads can beat: by links alone, and by work that only certain people can do."""

from __future__ import annotations

import numpy as np

from northline.engine.calendar_book import ELAPSED
from northline.engine.calendars import Ints
from northline.engine.levelling.plans.crews import Crews
from northline.engine.levelling.plans.kernels.profile import date, work
from northline.engine.levelling.plans.kernels.shapes import LEVEL
from northline.engine.levelling.plans.layout import Layout
from northline.engine.levelling.plans.loosened import several_ways
from northline.engine.levelling.plans.supply import Supply


def bound_of(plan: Layout, least: Ints, floor: int) -> int:
    """The later of `floor` (the last finish by links alone) and what the work takes that only one resource, or only those
    who share a skill or the ways of a task, can do.

    For the earliest start of every task, `least`: all work that cannot begin before it, done as densely as capacity allows
    (Stinson, Davis and Khumawala, 1978, with the calendars' capacity in place of a constant).
    """
    supply, crews = Supply(plan), Crews(plan)
    workload = Workload(plan, crews, least)
    alone = [[r] for r in range(len(plan.uses.resources))]
    best = floor
    for people in [*alone, *map(sorted, crews.shared)]:
        heads, energy = workload.of(people)
        if len(heads):
            best = max(best, supply.end_of(people, heads, energy))
    return best


class Workload:
    """When the work of each task can begin at the earliest, and how much of it only certain people can do."""

    def __init__(self, plan: Layout, crews: Crews, least: Ints) -> None:
        net, self._unlisted = plan.net, crews.unlisted
        axis, own = plan.pool.axis[net.use_res], plan.uses.own[net.use_res]
        inside = (net.use_cal == axis) | ((axis == own) & (plan.uses.plain == 1)) | (axis == ELAPSED)
        # Work outside the hours of which the capacity is known takes nothing from it.
        energy = np.where(inside, net.use_minutes * net.use_need, 0)
        ways = np.diff(net.choice_ptr)
        moves = net.role >= LEVEL
        owner = np.repeat(np.arange(len(ways)), ways)
        rows = np.repeat(owner, np.diff(net.use_ptr))
        sure = np.flatnonzero((moves & (ways == 1))[rows] & (energy > 0))
        self._sure = net.use_res[sure], _heads(plan, least[rows[sure]], sure), energy[sure]
        several = several_ways(plan)
        asks = np.array([v in crews.asks for v in several.tolist()], bool)
        # What is asked of several people is asked of none of them alone.
        self._by_mode = _Several(plan, several[~asks], energy, least)
        self._all = _Several(plan, several, energy, least)

    def of(self, people: list[int]) -> tuple[Ints, Ints]:
        """Earliest starts, and minutes × thousandths that nobody else can do."""
        resource, heads, energy = self._sure
        among = np.zeros(len(self._all.among), bool)
        among[people] = True
        mine = among[resource]
        other = self._by_mode if len(people) == 1 else self._all
        least = other.least(among)
        everybody = set(people)
        for place, v in enumerate(other.tasks.tolist()):
            if v in self._unlisted and not (self._unlisted[v] and self._unlisted[v] <= everybody):
                least[place] = 0
        there = least > 0
        return np.concatenate([heads[mine], other.heads[there]]), np.concatenate([energy[mine], least[there]])


class _Several:
    """Tasks that can be done in several ways."""

    def __init__(self, plan: Layout, tasks: Ints, energy: Ints, least: Ints) -> None:
        net = plan.net
        self.tasks, self.among = tasks, np.zeros(len(plan.uses.resources), bool)
        self.heads = least[tasks]
        choices = _ranges(net.choice_ptr, tasks)
        self._first = np.cumsum(np.diff(net.choice_ptr)[tasks]) - np.diff(net.choice_ptr)[tasks]
        uses = _ranges(net.use_ptr, choices)
        self._resource, self._energy = net.use_res[uses], energy[uses]
        self._ends = np.cumsum(np.diff(net.use_ptr)[choices])

    def least(self, among: Ints) -> Ints:
        """The least that these people do of each task, whatever the way."""
        if not len(self.tasks):
            return np.zeros(0, np.int64)
        total = np.concatenate([[0], np.cumsum(np.where(among[self._resource], self._energy, 0))])
        done = np.diff(total[np.concatenate([[0], self._ends])])
        least: Ints = np.minimum.reduceat(done, self._first)
        return least


def _ranges(ptr: Ints, picked: Ints) -> Ints:
    """The rows of the picked groups, one after the other."""
    found: Ints = np.concatenate([np.zeros(0, np.int64), *(np.arange(ptr[i], ptr[i + 1]) for i in picked)])
    return found


def _heads(plan: Layout, starts: Ints, uses: Ints) -> Ints:
    """When each use begins, its delay within the task counted."""
    net, heads = plan.net, starts.copy()
    # Looking past the tables must leave no mark.
    time = plan.time._replace(flag=np.zeros(1, np.int64))
    for place in np.flatnonzero(net.use_delay[uses] > 0).tolist():
        u, c = uses[place], int(net.use_cal[uses[place]])
        heads[place] = date(work(int(starts[place]), c, time) + int(net.use_delay[u]), c, True, time)
    return heads
