"""Who works on what, and in which order people take up what is ready: the arrays of crew.py."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np

from northline.engine import kernels as k
from northline.engine.calendars import EPOCH, Ints, to_minute
from northline.engine.compiled import CompiledPlan
from northline.engine.cpm import Dates
from northline.engine.errors import BadValue, CapacityExceeded, UnknownId
from northline.engine.forecast.choices import Choices, candidates, choices_of
from northline.engine.forecast.events import SLACK
from northline.engine.forecast.options import Option, is_forced
from northline.engine.forecast.shapes import Floats
from northline.engine.levelling.plans.ways import most_of
from northline.engine.model import Minutes, Project, Resource, ResourceKind, Task
from northline.engine.natural import natural

NOTHING_OPEN: Mapping[str, tuple[Option, ...]] = {}


@dataclass(frozen=True, slots=True)
class Staffing:
    """Rows `ptr[v]` to `ptr[v + 1]` are task v's needs: resource, units, and its bit among those who may wait there.

    `capacity` holds at the start, `change_*` (minute, resource, units) what changes later, in order of time.
    `calendar` is each resource's own, `rank` (m,) each node's. Words `word_ptr[r]` to `word_ptr[r + 1]` are resource r's bits, in order of rank; `task_at` names each bit's task.
    """

    forced: Ints
    ptr: Ints
    resource: Ints
    units: Floats
    place: Ints
    capacity: Floats
    word_ptr: Ints
    task_at: Ints
    change_at: Ints
    change_of: Ints
    change_by: Floats
    names: tuple[str, ...]
    calendar: Ints
    rank: Ints
    choices: Choices

    @property
    def apart(self) -> bool:
        """Does every task wait for one resource alone, so that no queue touches another?"""
        return not len(self.choices.way) and bool((np.diff(self.ptr) <= 1).all())


def unlevelled(project: Project) -> Project:
    """The plan without levelling delays: the simulation finds its own."""
    if not any(t.levelling_delay for t in project.tasks):
        return project
    tasks = tuple(replace(t, levelling_delay=Minutes(0)) if t.levelling_delay else t for t in project.tasks)
    return replace(project, tasks=tasks)


def rank_of(project: Project, dates: Dates, order: Sequence[str] | None) -> Ints:
    """Ranks (n,): by `order` where given; else by priority, then planned start where the plan was levelled and late
    start where it never was, then late start. Raises UnknownId and BadValue."""
    n = len(project.tasks)
    rank, turn = np.empty(n, np.int64), np.empty(n, np.int64)
    turn[sorted(range(n), key=lambda v: natural(project.tasks[v].id))] = np.arange(n)
    if order is not None:
        index = {t.id: v for v, t in enumerate(project.tasks)}
        missing = sorted(set(order) - index.keys())
        if missing:
            raise UnknownId(f"The order names task {missing[0]}, which is not in the plan.", ids=missing)
        if len(set(order)) < len(order):
            raise BadValue("The order names a task twice.")
        rank[:] = n + turn
        for place, name in enumerate(order):
            rank[index[name]] = place
        return rank
    levelled = any(t.levelling_delay for t in project.tasks)
    late = dates.late_start[:n]
    first = dates.start[:n] if levelled else late
    priority = np.array([-t.priority for t in project.tasks], np.int64)
    rank[np.lexsort((turn, late, first, priority))] = np.arange(n)
    return rank


def staffing_of(
    plan: CompiledPlan, project: Project, rank: Ints, *, begin: int, options: Mapping[str, tuple[Option, ...]] = NOTHING_OPEN
) -> Staffing:  # fmt: skip
    """Needs from the assignments of work resources that could ever be short, and from the `options` of open tasks.

    The plan's book may gain calendars. Raises CapacityExceeded.
    """
    resources = [r for r in project.resources if r.kind is ResourceKind.WORK]
    number = {r.id: i for i, r in enumerate(resources)}
    index = {name: v for v, name in enumerate(plan.ids)}
    needs: dict[tuple[int, int], float] = {}
    for a in project.assignments:
        v = index[a.task]
        if a.resource in number and a.units > 0 and _held(plan, v, project.tasks[v]):
            key = (v, number[a.resource])
            needs[key] = needs.get(key, 0.0) + a.units
    _refuse_impossible(plan, resources, needs)
    asked = np.zeros(len(resources))
    for (_, r), units in needs.items():
        asked[r] += units
    wanted = {(index[t], number[a.resource]) for t, found in options.items() for a in candidates(found)}
    sought = {r for _, r in wanted}
    scarce = [r for r, own in enumerate(resources) if asked[r] > _least(own) + SLACK or r in sought]
    kept = {r: i for i, r in enumerate(scarce)}
    rows = sorted((v, kept[r], units) for (v, r), units in needs.items() if r in kept)
    rows = sorted(rows + [(v, kept[r], 0.0) for v, r in wanted])
    choices = choices_of(plan, project, options, [resources[r].id for r in scarce])
    return _arrays(plan, project, rows, [resources[r] for r in scarce], rank, begin, choices)


def _held(plan: CompiledPlan, v: int, task: Task) -> bool:
    return (
        bool(plan.node_kind[v] == k.LEAF)
        and task.active
        and task.actual_finish is None
        and bool(task.duration)
    )


def _least(resource: Resource) -> float:
    return min([resource.capacity, *(a.units for a in resource.availability)])


def _refuse_impossible(
    plan: CompiledPlan, resources: list[Resource], needs: dict[tuple[int, int], float]
) -> None:
    for (v, r), units in needs.items():
        most = most_of(resources[r])
        if units > most + SLACK:
            name = resources[r].name or resources[r].id
            raise CapacityExceeded(
                f"Task {plan.ids[v]} needs {units:g} of {name}, who never has more than {most:g}. Lower the units or "
                "raise the capacity.",
                ids=[plan.ids[v], resources[r].id],
            )


def _arrays(
    plan: CompiledPlan, project: Project, rows: list[tuple[int, int, float]], scarce: list[Resource], rank: Ints, begin: int,
    choices: Choices,
) -> Staffing:  # fmt: skip
    m = len(plan.order)
    counts = np.bincount(np.array([v for v, _, _ in rows], np.int64), minlength=m)
    place = np.zeros(len(rows), np.int64)
    word_ptr, task_at = [0], []
    for r in range(len(scarce)):
        own = sorted((int(rank[v]), v, i) for i, (v, of, _) in enumerate(rows) if of == r)
        for bit, (_, v, i) in enumerate(own):
            place[i] = 64 * word_ptr[-1] + bit
            task_at.append(v)
        task_at += [0] * (-len(own) % 64)
        word_ptr.append(word_ptr[-1] + (len(own) + 63) // 64)
    changes = sorted(c for r, own in enumerate(scarce) for c in _changes(own, r, begin))
    forced = np.zeros(m, np.int64)
    forced[: plan.size] = [is_forced(project, task) for task in project.tasks]
    return Staffing(
        forced=forced,
        ptr=np.concatenate(([0], np.cumsum(counts))).astype(np.int64),
        resource=np.array([r for _, r, _ in rows], np.int64),
        units=np.array([u for _, _, u in rows], np.float64),
        place=place,
        capacity=np.array([_capacity_at(r, begin) for r in scarce], np.float64),
        word_ptr=np.array(word_ptr, np.int64),
        task_at=np.array(task_at, np.int64),
        change_at=np.array([c[0] for c in changes], np.int64),
        change_of=np.array([c[1] for c in changes], np.int64),
        change_by=np.array([c[2] for c in changes], np.float64),
        names=tuple(r.id for r in scarce),
        calendar=np.array([plan.book.number(r.calendar) for r in scarce], np.int64),
        rank=np.concatenate([rank, np.zeros(m - len(rank), np.int64)]),
        choices=choices,
    )


def _capacity_at(resource: Resource, minute: int) -> float:
    day = (EPOCH + timedelta(minutes=minute)).date()
    for a in resource.availability:
        if a.first <= day <= a.last:
            return a.units
    return resource.capacity


def _changes(resource: Resource, number: int, begin: int) -> list[tuple[int, int, float]]:
    """The midnights after `begin` at which the capacity changes."""
    edges = set()
    for a in resource.availability:
        for day in (a.first, min(a.last, date.max - timedelta(days=1)) + timedelta(days=1)):
            edges.add(to_minute(EPOCH.combine(day, EPOCH.time())))
    found, now = [], _capacity_at(resource, begin)
    for minute in sorted(e for e in edges if begin < e):
        then = _capacity_at(resource, minute)
        if then != now:
            found.append((minute, number, then - now))
        now = then
    return found
