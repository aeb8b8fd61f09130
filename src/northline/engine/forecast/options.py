"""In which ways a task can be done, and by whom: what the simulation decides when the task may begin.

A task is done as it is planned. Only where the plan gives it neither a duration nor people, or people who can never
be there together, its modes take over, the quickest first. Demands are open to whoever can, the cheapest first.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from northline.engine.errors import CapacityExceeded
from northline.engine.levelling.plans.ways import SLACK, Way, Ways, can, eaten, most_of
from northline.engine.model import Assignment, ConstraintKind, Demand, Project, Resource, ResourceKind, Task
from northline.engine.natural import natural

NEVER_MOVED = 1000
HELD = (ConstraintKind.MSO, ConstraintKind.MFO)


@dataclass(frozen=True, slots=True)
class Slot:
    """What a way needs `units` of: the assignments, one per resource, of which any will do, the best first."""

    units: float
    any_of: tuple[Assignment, ...]


@dataclass(frozen=True, slots=True)
class Option:
    """A way and what has to be free for it."""

    way: Way
    slots: tuple[Slot, ...]


def is_forced(project: Project, task: Task) -> bool:
    """Whether a task's dates never move, whoever else is needed then."""
    held = project.honour_constraints and task.constraint.kind in HELD
    return _is_placed(task) or held or task.priority >= NEVER_MOVED


def settled(project: Project) -> tuple[Project, dict[str, tuple[Option, ...]]]:
    """The plan with all settled that can be settled beforehand, and the options of the tasks that are left open.

    An open task has the duration of its first option, and nobody assigned. Raises CapacityExceeded where no way of a task
    can ever be filled.
    """
    if not project.demands and not any(t.modes for t in project.tasks):
        return project, {}
    known, parents = _Known(project), {t.parent for t in project.tasks}
    tasks, fixed, left = [], {}, {}
    for number, task in enumerate(project.tasks):
        made = task
        if task.id not in parents and task.active and not (_is_placed(task) or task.hammock):
            options = known.options(task, number)
            people = options[0].slots if options else ()
            choice = len(options) > 1 or any(len(s.any_of) > 1 for s in people)
            if options and choice and options[0].way.duration and not is_forced(project, task):
                left[task.id] = options
            if options:
                made = replace(task, duration=options[0].way.duration)
                fixed[task.id] = () if task.id in left else known.filled(options[0])
        tasks.append(made)
    assignments = [a for a in project.assignments if a.task not in fixed or not known.limits(a.resource)]
    assignments += [a for made in fixed.values() for a in made]
    return replace(project, tasks=tuple(tasks), assignments=tuple(assignments), demands=()), left


def _is_placed(task: Task) -> bool:
    placed = task.manual and task.manual_start is not None
    return task.actual_start is not None or task.actual_finish is not None or placed


class _Known:
    def __init__(self, project: Project) -> None:
        self.ways = Ways(project)
        self.resources = {r.id: r for r in project.resources}
        self.able = sorted(self.resources.values(), key=lambda r: (r.cost_per_hour, natural(r.id)))
        self.demands: dict[str, list[Demand]] = {}
        for demand in project.demands:
            if demand.units:
                self.demands.setdefault(demand.task, []).append(demand)

    def _works(self, assignment: Assignment) -> bool:
        return self.resources[assignment.resource].kind is ResourceKind.WORK

    def options(self, task: Task, number: int) -> tuple[Option, ...]:
        """What may be chosen from; nothing where the task has neither demands nor modes."""
        demands = self.demands.get(task.id, [])
        if not demands and not task.modes:
            return ()
        given = self._option(task, self.ways.given(task), demands)
        named = bool(given.way.duration or given.way.assignments) or task.milestone or not task.modes
        if named and self._possible(given):
            return (given,) if demands else ()
        modes = [self._option(task, way, demands) for way in self._modes(task)]
        found = sorted((o for o in modes if self._possible(o)), key=lambda o: o.way.duration)
        if not found:
            self.ways.of(task, number)
            raise CapacityExceeded(
                f"Task {task.id} needs more people at once than can do its work. Add people or drop a demand.", ids=[task.id]
            )  # fmt: skip
        return tuple(found)

    def filled(self, option: Option) -> tuple[Assignment, ...]:
        """Its own assignments, and the people who fill its demands if nobody is busy."""
        own = tuple(a for a in option.way.assignments if self.limits(a.resource))
        named = {a.resource for a in own}
        return (*own, *(a for a in _matched(option.slots) or () if a.resource not in named))

    def _modes(self, task: Task) -> Iterator[Way]:
        other = tuple(a for a in self.ways.given(task).assignments if not self.limits(a.resource))
        for mode in task.modes:
            people = tuple(Assignment(task.id, r, units) for r, units in mode.needs if units)
            yield Way(mode.id, mode.duration, (*other, *people))

    def limits(self, resource: str) -> bool:
        """Whether there is only so much of it."""
        found = self.resources[resource]
        return found.kind is ResourceKind.WORK or found.stock is not None

    def _option(self, task: Task, way: Way, demands: list[Demand]) -> Option:
        if not way.duration:
            return Option(way, ())
        units: dict[str, float] = {}
        first: dict[str, Assignment] = {}
        for a in way.assignments:
            if self._works(a) and a.units:
                units[a.resource] = units.get(a.resource, 0.0) + a.units
                first.setdefault(a.resource, a)
        named = [Slot(units[r], (a,)) for r, a in first.items()]
        asked = [
            Slot(d.units, tuple(Assignment(task.id, r.id, d.units, d.work_minutes) for r in self._able(d, first)))
            for d in demands
        ]  # fmt: skip
        return Option(way, (*named, *asked))

    def _able(self, demand: Demand, busy: dict[str, Assignment]) -> Iterator[Resource]:
        fits = (r for r in self.able if can(r, demand) and most_of(r) + SLACK >= demand.units)
        return (r for r in fits if r.id not in busy)

    def _possible(self, option: Option) -> bool:
        slots = [s for s in option.slots if len(s.any_of) == 1]
        if any(s.units > most_of(self.resources[s.any_of[0].resource]) + SLACK for s in slots):
            return False
        stocks = ((r.stock, eaten(option.way, r.id)) for r in self.able)
        return all(s is None or n <= s + SLACK for s, n in stocks) and _matched(option.slots) is not None


def _matched(slots: tuple[Slot, ...]) -> list[Assignment] | None:
    """One of each slot's, all different (Kuhn's augmenting paths), or None where that cannot be."""
    holder: dict[str, int] = {}
    taken: dict[int, Assignment] = {}

    def place(i: int, seen: set[str]) -> bool:
        for a in slots[i].any_of:
            if a.resource in seen:
                continue
            seen.add(a.resource)
            if a.resource not in holder or place(holder[a.resource], seen):
                holder[a.resource], taken[i] = i, a
                return True
        return False

    if not all(place(i, set()) for i in range(len(slots))):
        return None
    return [taken[i] for i in range(len(slots))]
