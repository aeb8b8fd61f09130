"""Who and what does the work: resources, their availability and skills, assignments, demands."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from northline.engine.errors import BadDate, BadValue, NegativeDuration
from northline.engine.model.units import NO_TIME, Minutes


class ResourceKind(StrEnum):
    """Work resources have hours; material and cost resources never move a date."""

    WORK = "work"
    MATERIAL = "material"
    COST = "cost"


@dataclass(frozen=True, slots=True)
class Availability:
    """From `first` to `last` (both included) a resource has `units` full-time equivalents instead of its
    capacity."""

    first: date
    last: date
    units: float

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise BadDate(f"Availability ends on {self.last}, before {self.first}.")
        if not self.units >= 0:
            raise BadValue(f"Availability of {self.units} units.")


@dataclass(frozen=True, slots=True)
class Skill:
    """What a resource can do, and how well: higher levels can stand in for lower ones."""

    name: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Resource:
    """A person, role, team, machine or material; `capacity` in full-time equivalents.

    `availability` changes the capacity for a time; the first that covers a day wins. `stock` makes a resource
    consumable: tasks together may use up that many units, ever. `cost_per_hour` and `overtime_per_hour` are in
    the plan's currency, `cost_per_use` once for each assignment.
    """

    id: str
    name: str = ""
    calendar: str | None = None
    capacity: float = 1.0
    kind: ResourceKind = ResourceKind.WORK
    availability: tuple[Availability, ...] = ()
    skills: tuple[Skill, ...] = ()
    stock: float | None = None
    cost_per_hour: float = 0.0
    overtime_per_hour: float = 0.0
    cost_per_use: float = 0.0
    email: str = ""

    def __post_init__(self) -> None:
        if not self.capacity >= 0:
            raise BadValue(f"Resource {self.name!r} has capacity {self.capacity}.", ids=[self.id])


@dataclass(frozen=True, slots=True)
class Assignment:
    """A resource on a task: `units` full-time equivalents, `work_minutes` of regular work (None: duration × units).

    An assignment with known work and units lasts work ÷ units, never longer than its task; one without
    known work lasts as long as its task. A task with assignments ends with the last of them. `delay` is working
    minutes after the task's start at which this resource begins. `overtime` is work beside the regular, outside of
    working time: it costs, and moves no date.
    """

    task: str
    resource: str
    units: float = 1.0
    work_minutes: Minutes | None = None
    delay: Minutes = NO_TIME
    actual_work: Minutes | None = None
    remaining_work: Minutes | None = None
    actual_cost: float | None = None
    overtime: Minutes = NO_TIME

    def __post_init__(self) -> None:
        if not self.units >= 0:
            raise BadValue(f"{self.units} units on task {self.task}.", ids=[self.task, self.resource])
        if (self.work_minutes is not None and self.work_minutes < 0) or self.overtime < 0:
            raise NegativeDuration(f"Negative work on task {self.task}.", ids=[self.task, self.resource])


@dataclass(frozen=True, slots=True)
class Demand:
    """A need for anyone who can: `units` of a `skill` at `level` or better on a task, filled by levelling."""

    task: str
    skill: str
    level: int = 1
    units: float = 1.0
    work_minutes: Minutes | None = None

    def __post_init__(self) -> None:
        if not self.units >= 0 or (self.work_minutes or 0) < 0:
            raise BadValue(f"A negative demand for {self.skill} on task {self.task}.", ids=[self.task])
