"""The ways in which each task can be done: its modes, and for each the people who can fill its demands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product, zip_longest

from northline.engine.errors import CapacityExceeded
from northline.engine.model import Assignment, Demand, Minutes, Project, Resource, ResourceKind, Task

MOST_WAYS = 48
SLACK = 1e-6


@dataclass(frozen=True, slots=True)
class Way:
    """One way to do a task: the mode ("" as the plan gives it), its duration, all of the task's assignments."""

    mode: str
    duration: Minutes
    assignments: tuple[Assignment, ...]


class Ways:
    """All ways of a plan's tasks that fit the resources' greatest capacity."""

    def __init__(self, project: Project) -> None:
        self._resources = {r.id: r for r in project.resources}
        self._assigned: dict[str, list[Assignment]] = {}
        for assignment in project.assignments:
            self._assigned.setdefault(assignment.task, []).append(assignment)
        self._demands: dict[str, list[Demand]] = {}
        for demand in project.demands:
            self._demands.setdefault(demand.task, []).append(demand)

    def needs_people(self, task: Task) -> bool:
        """Has the task demands that nobody fills yet?"""
        return bool(self._demands.get(task.id))

    def takes_people(self, way: Way) -> bool:
        """Does anybody whose time is limited work on it?"""
        return any(a.units and self._resources[a.resource].kind is ResourceKind.WORK for a in way.assignments)

    def given(self, task: Task) -> Way:
        """The task as the plan has it."""
        return Way("", task.duration, tuple(self._assigned.get(task.id, ())))

    def of(self, task: Task, number: int) -> tuple[Way, ...]:
        """Every way that fits, at most 48 and every mode among them; raises CapacityExceeded where none does."""
        by_mode = [
            [w for w in self._staffed(task, way, number) if self._excess(w) is None]
            for way in self._by_mode(task)
        ]
        found = [w for turn in zip_longest(*by_mode) for w in turn if w is not None]
        if not found:
            self._refuse(task)
        return tuple(found[:MOST_WAYS])

    def _by_mode(self, task: Task) -> Iterator[Way]:
        given = self.given(task)
        yield given
        other = tuple(a for a in given.assignments if not self._limits(a.resource))
        for mode in task.modes:
            people = tuple(Assignment(task.id, r, units) for r, units in mode.needs if units)
            yield Way(mode.id, mode.duration, (*other, *people))

    def _limits(self, resource: str) -> bool:
        found = self._resources[resource]
        return found.kind is ResourceKind.WORK or found.stock is not None

    def _staffed(self, task: Task, way: Way, number: int) -> Iterator[Way]:
        demands = self._demands.get(task.id, [])
        busy = {a.resource for a in way.assignments}
        able = [[r for r in self._able(d) if r.id not in busy] for d in demands]
        most = max(1, int(MOST_WAYS ** (1 / len(demands)))) if len(demands) > 1 else MOST_WAYS
        if any(len(a) > most for a in able):
            able = _fewer(able, most=most, turn=number)
        for people in product(*able):
            if len({p.id for p in people}) == len(people):
                chosen = (
                    Assignment(task.id, p.id, d.units, d.work_minutes)
                    for p, d in zip(people, demands, strict=True)
                )
                yield replace(way, assignments=(*way.assignments, *chosen))

    def _able(self, demand: Demand) -> list[Resource]:
        found = [r for r in self._resources.values() if can(r, demand) and most_of(r) + SLACK >= demand.units]
        return sorted(found, key=lambda r: r.cost_per_hour)

    def _excess(self, way: Way) -> Resource | None:
        """The first resource of which a way needs more than there ever is."""
        needed: dict[str, float] = {}
        if way.duration:
            for a in way.assignments:
                if self._resources[a.resource].kind is ResourceKind.WORK:
                    needed[a.resource] = needed.get(a.resource, 0.0) + a.units
        for name, units in needed.items():
            if units > most_of(self._resources[name]) + SLACK:
                return self._resources[name]
        return None

    def _refuse(self, task: Task) -> None:
        for demand in self._demands.get(task.id, []):
            if not self._able(demand):
                message = (
                    f"Task {task.id} needs {demand.units:g} of somebody who can {demand.skill} at level "
                    f"{demand.level}, and nobody can. Give a resource the skill or lower the demand."
                )
                raise CapacityExceeded(message, ids=[task.id, demand.skill])
        way = self.given(task)
        resource = self._excess(way)
        if resource is None:
            message = (
                f"Task {task.id} needs more people at once than can do its work. Add people or drop a demand."
            )
            raise CapacityExceeded(message, ids=[task.id])
        units = sum(a.units for a in way.assignments if a.resource == resource.id)
        message = (
            f"Task {task.id} needs {units:g} of {resource.name or resource.id}, of which there are never more than "
            f"{most_of(resource):g}. Raise the capacity or lower the units of the assignment."
        )
        raise CapacityExceeded(message, ids=[task.id, resource.id])


def _fewer(able: list[list[Resource]], *, most: int, turn: int) -> list[list[Resource]]:
    """At most `most` people for each demand, among them somebody else for every one; nobody if that cannot be.

    Tasks look at different people, each from another turn on, so that the work still spreads.
    """
    turned = [a[turn % len(a) :] + a[: turn % len(a)] if len(a) > most else a for a in able]
    chosen = _one_each(turned)
    if chosen is None:
        return [[] for _ in able]
    return [
        a if len(a) <= most else [one, *(r for r in a if r is not one)][:most]
        for a, one in zip(turned, chosen, strict=True)
    ]


def _one_each(able: list[list[Resource]]) -> list[Resource] | None:
    """A different person for each demand; None if there are too few. By augmenting paths (Kuhn 1955)."""
    holds: dict[str, int] = {}

    def seat(demand: int, asked: set[str]) -> bool:
        for person in able[demand]:
            if person.id in asked:
                continue
            asked.add(person.id)
            if person.id not in holds or seat(holds[person.id], asked):
                holds[person.id] = demand
                return True
        return False

    if not all(seat(demand, set()) for demand in range(len(able))):
        return None
    people = {r.id: r for a in able for r in a}
    held = {demand: people[i] for i, demand in holds.items()}
    return [held[demand] for demand in range(len(able))]


def can(resource: Resource, demand: Demand) -> bool:
    """Has the resource the skill, at that level or above?"""
    fits = any(s.name == demand.skill and s.level >= demand.level for s in resource.skills)
    return fits and resource.kind is ResourceKind.WORK


def most_of(resource: Resource) -> float:
    """The greatest capacity that a resource ever has."""
    return max(resource.capacity, *(a.units for a in resource.availability), 0.0)


def refuse_empty_stocks(projects: Sequence[Project], ways: Sequence[dict[str, tuple[Way, ...]]]) -> None:
    """Raise CapacityExceeded where even the thriftiest ways use up more of a stock than there is."""
    stocks = {r.id: r for p in reversed(projects) for r in p.resources if r.stock is not None}
    for resource in stocks.values():
        users = {t: min(eaten(w, resource.id) for w in found) for plan in ways for t, found in plan.items()}
        least = sum(users.values())
        if resource.stock is not None and least > resource.stock + SLACK:
            message = (
                f"There are {resource.stock:g} of {resource.name or resource.id}, and the tasks use up at least "
                f"{least:g}. Raise the stock or lower the units of the assignments."
            )
            raise CapacityExceeded(message, ids=[resource.id, *(t for t, n in users.items() if n)])


def eaten(way: Way, resource: str) -> float:
    """What a way uses up of a stock."""
    return sum(a.units for a in way.assignments if a.resource == resource)
