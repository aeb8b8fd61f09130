"""The options of open tasks as the arrays that choosing.py reads, and what they may eat of stocks."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from northline.engine.calendars import Ints
from northline.engine.compiled import CompiledPlan
from northline.engine.errors import CapacityExceeded, NoWorkingTime
from northline.engine.forecast.choosing import STOCK
from northline.engine.forecast.events import SLACK
from northline.engine.forecast.options import Option
from northline.engine.forecast.shapes import Floats
from northline.engine.levelling.plans.uses import stretches
from northline.engine.levelling.plans.ways import eaten
from northline.engine.model import Assignment, Project, Resource, Task

Cand = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Choices:
    """Ways `way_ptr[v]` to `way_ptr[v + 1]` are open to task v; way w has minutes and its slots' first and last.

    Slot i needs `units[i]` of one of the candidates `slot[i]` to `slot[i + 1]`, each a resource, a calendar (STOCK:
    eaten, never set free) and planned minutes. Task v has room for the stretches `own_ptr[v]` to `own_ptr[v + 1]`, on
    `calendar` to begin with. `left` of each stock is what the thriftiest ways do not eat.
    """

    way_ptr: Ints
    way: Ints
    slot: Ints
    units: Floats
    cand: Ints
    own_ptr: Ints
    calendar: Ints
    left: Floats


def candidates(options: Iterable[Option]) -> Iterator[Assignment]:
    """Everybody who may have a part in any of these options."""
    return (a for option in options for slot in option.slots for a in slot.any_of)


def choices_of(
    plan: CompiledPlan, project: Project, options: Mapping[str, tuple[Option, ...]], names: list[str]
) -> Choices:
    """The arrays, resources being numbered as in `names` and stocks after them. Raises CapacityExceeded."""
    stocks = [r for r in project.resources if r.stock is not None]
    least = {t: [min(eaten(o.way, r.id) for o in found) for r in stocks] for t, found in options.items()}
    made = _Making(plan, project, {name: i for i, name in enumerate(names)}, stocks)
    made.know(options)
    for v, task in enumerate(project.tasks):
        if task.id in options:
            made.add(v, task, options[task.id], least[task.id])
    return made.done(_left(project, stocks, least))


def _left(project: Project, stocks: list[Resource], least: dict[str, list[float]]) -> Floats:
    asleep = {t.id for t in project.tasks if not t.active}
    left = np.zeros(len(stocks))
    for i, resource in enumerate(stocks):
        users = {t: n[i] for t, n in least.items() if n[i]}
        for a in project.assignments:
            if a.resource == resource.id and a.task not in asleep and a.task not in least:
                users[a.task] = users.get(a.task, 0.0) + a.units
        left[i] = (resource.stock or 0.0) - sum(users.values())
        if left[i] < -SLACK:
            raise CapacityExceeded(
                f"There are {resource.stock:g} of {resource.name or resource.id}, and the tasks use up at least "
                f"{sum(users.values()):g}. Raise the stock, lower the units of the assignments, or level the plan, which "
                "looks for thriftier modes.",
                ids=[resource.id, *users],
            )
    return left


class _Making:
    def __init__(
        self, plan: CompiledPlan, project: Project, number: dict[str, int], stocks: list[Resource]
    ) -> None:
        self.plan, self.project, self.number, self.stocks = plan, project, number, stocks
        self.idle = np.zeros(0, np.bool_)
        self.hours = {r.id: plan.book.number(r.calendar) for r in project.resources}
        self.count = np.zeros(len(plan.order), np.int64)
        self.room = np.zeros(len(plan.order), np.int64)
        self.room[: plan.size] = np.diff(plan.segments.ptr)
        self.way: list[tuple[int, int, int]] = []
        self.slot, self.units, self.cand = [0], list[float](), list[Cand]()

    def know(self, options: Mapping[str, tuple[Option, ...]]) -> None:
        """Number the calendars on which anybody may work, and see which of them never have any working time."""
        tasks = {t.id: t for t in self.project.tasks} if options else {}
        for name, found in options.items():
            for option in found:
                for a in candidates([option]):
                    self._length(tasks[name], option, a)
        tables = self.plan.book.tables(self.plan.horizon) if options else self.plan.tables
        self.idle = np.diff(tables.offset) == 0

    def add(self, v: int, task: Task, options: tuple[Option, ...], least: list[float]) -> None:
        """One open task's ways, each with its people, then with what it eats beyond the thriftiest."""
        self.count[v] = len(options)
        for option in options:
            first = len(self.units)
            for slot in option.slots:
                found = [c for a in slot.any_of for c in self._person(task, option, a)]
                if not found:
                    raise NoWorkingTime(
                        f"Nobody who can do task {task.id} ever works when it does.", ids=[task.id]
                    )
                self._slot(slot.units, found)
            people = len(self.units) - first
            for i, resource in enumerate(self.stocks):
                more = eaten(option.way, resource.id) - least[i]
                if more > SLACK:
                    self._slot(more, [(len(self.number) + i, STOCK, 0)])
            self.way.append((option.way.duration, first, len(self.units)))
            self.room[v] = max(self.room[v], people)

    def _slot(self, units: float, found: list[Cand]) -> None:
        self.units.append(units)
        self.cand += found
        self.slot.append(len(self.cand))

    def _person(self, task: Task, option: Option, assignment: Assignment) -> Iterator[Cand]:
        hours, length = self._length(task, option, assignment)
        if not self.idle[hours]:  # some never work when the task does
            yield self.number[assignment.resource], hours, length

    def _length(self, task: Task, option: Option, assignment: Assignment) -> tuple[int, int]:
        """The calendar on which somebody does a task, and the working minutes from its start to their end."""
        theirs = self.hours[assignment.resource]
        pieces = stretches(task, option.way, assignment, theirs, self.plan.book)
        hours, begins, minutes, _ = pieces[-1] if pieces else (theirs, 0, 0, 1)
        return hours, begins + minutes

    def done(self, left: Floats) -> Choices:
        """The arrays."""
        segments, own_ptr = self.plan.segments, _summed(self.room)
        calendar = np.zeros(own_ptr[-1], np.int64)
        for v in range(self.plan.size) if self.way else ():
            own = segments.calendar[segments.ptr[v] : segments.ptr[v + 1]]
            calendar[own_ptr[v] : own_ptr[v + 1]] = own[0]
            calendar[own_ptr[v] : own_ptr[v] + len(own)] = own
        return Choices(
            way_ptr=_summed(self.count), way=np.array(self.way, np.int64).reshape(-1, 3),
            slot=np.array(self.slot, np.int64), units=np.array(self.units, np.float64),
            cand=np.array(self.cand, np.int64).reshape(-1, 3), own_ptr=own_ptr,
            calendar=calendar if self.way else segments.calendar, left=left,
        )  # fmt: skip


def _summed(counts: Ints) -> Ints:
    made: Ints = np.concatenate(([0], np.cumsum(counts))).astype(np.int64)
    return made
