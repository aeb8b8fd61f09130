"""Sets of people of whom work has to be done by one or another: those who share a skill, those of a task's ways."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from math import prod

from northline.engine.calendar_book import ELAPSED
from northline.engine.levelling.plans.kernels.shapes import LEVEL
from northline.engine.levelling.plans.layout import Layout
from northline.engine.levelling.plans.prepare import Prepared
from northline.engine.levelling.plans.ways import MOST_WAYS, SLACK, can, most_of
from northline.engine.model import Demand, Task

# More sets than these would take longer than the bound is worth.
MOST_CREWS = 60
NOBODY: frozenset[int] = frozenset()


class Crews:
    """Who can do what, by the numbers of the resources.

    `shared` are the sets; `unlisted` tells of tasks with more ways than are looked at who all can do them, and is empty
    where that is not known.
    """

    def __init__(self, plan: Layout) -> None:
        self._plan = plan
        self._place = {r.id: n for n, r in enumerate(plan.uses.resources)}
        self._known: dict[tuple[int, str, int, float], frozenset[int]] = {}
        self.asks: set[int] = set()
        self.unlisted: dict[int, frozenset[int]] = {}
        found: dict[frozenset[int], None] = {}
        for number, p in enumerate(plan.plans):
            demands: dict[str, list[Demand]] = {}
            for d in p.project.demands:
                demands.setdefault(d.task, []).append(d)
            for v, task in enumerate(p.project.tasks, plan.first[number]):
                if p.roles[task.id] == LEVEL and len(p.ways[task.id]) > 1:
                    able = [self._able(number, p, d) for d in demands.get(task.id, ())]
                    found |= dict.fromkeys(able or [self._of_ways(p, task)])
                    self._note(v, p, task, able)
        together = _joined(found)
        self.shared = [c for c in dict.fromkeys(chain(together, found)) if len(c) > 1][:MOST_CREWS]

    def _able(self, number: int, p: Prepared, d: Demand) -> frozenset[int]:
        key = number, d.skill, d.level, d.units
        if key not in self._known:
            people = (r for r in p.project.resources if can(r, d) and most_of(r) + SLACK >= d.units)
            self._known[key] = frozenset(self._place[r.id] for r in people)
        return self._known[key]

    def _of_ways(self, p: Prepared, task: Task) -> frozenset[int]:
        named = (a.resource for way in p.ways[task.id] for a in way.assignments)
        return frozenset(self._place[r] for r in named if r in self._place)

    def _note(self, v: int, p: Prepared, task: Task, able: list[frozenset[int]]) -> None:
        if not able:
            return
        self.asks.add(v)
        most = int(MOST_WAYS ** (1 / len(able)))
        listed = all(len(a) <= most for a in able)
        if listed and (1 + len(task.modes)) * prod(map(len, able)) <= MOST_WAYS:
            return
        people = NOBODY.union(*able)
        pool, own = self._plan.pool, self._plan.uses.own
        known = all(pool.axis[r] in (own[r], ELAPSED) for r in people)
        odd = task.elapsed_duration or (task.calendar is not None and task.ignores_resource_calendar)
        self.unlisted[v] = people if known and not odd else NOBODY


def _joined(sets: Iterable[frozenset[int]]) -> Iterator[frozenset[int]]:
    """Sets that have somebody in common made one, as often as there are such."""
    apart: list[frozenset[int]] = []
    for one in sets:
        touching = [other for other in apart if one & other]
        apart = [other for other in apart if not one & other]
        apart.append(one.union(*touching))
    yield from apart
