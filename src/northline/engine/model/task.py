"""Tasks and what is said about one: constraint, estimate, splits, modes, baseline."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from northline.engine.checks import refuse_backwards, refuse_bad_date
from northline.engine.errors import BadConstraint, BadValue, NegativeDuration
from northline.engine.model.quick import quickly_made
from northline.engine.model.units import LONGEST, NO_TIME, Minutes


class ConstraintKind(StrEnum):
    """The eight date constraints of the field."""

    ASAP = "ASAP"
    ALAP = "ALAP"
    SNET = "SNET"
    SNLT = "SNLT"
    FNET = "FNET"
    FNLT = "FNLT"
    MSO = "MSO"
    MFO = "MFO"


class TaskType(StrEnum):
    """What stays when one of work = duration × units is changed."""

    FIXED_UNITS = "fixed_units"
    FIXED_DURATION = "fixed_duration"
    FIXED_WORK = "fixed_work"


@dataclass(frozen=True, slots=True)
class Constraint:
    """A date constraint on a task; ASAP and ALAP take no date, all others need one."""

    kind: ConstraintKind = ConstraintKind.ASAP
    at: datetime | None = None

    def __post_init__(self) -> None:
        dateless = self.kind in (ConstraintKind.ASAP, ConstraintKind.ALAP)
        if dateless != (self.at is None):
            raise BadConstraint(f"Constraint {self.kind} {'takes no' if dateless else 'needs a'} date.")
        refuse_bad_date(self.at)


NO_CONSTRAINT = Constraint()


@dataclass(frozen=True, slots=True)
class ThreePoint:
    """An estimate of a task's duration in working minutes: optimistic ≤ likely ≤ pessimistic."""

    optimistic: Minutes
    likely: Minutes
    pessimistic: Minutes

    def __post_init__(self) -> None:
        if not 0 <= self.optimistic <= self.likely <= self.pessimistic:
            figures = f"{self.optimistic}/{self.likely}/{self.pessimistic}"
            raise BadValue(f"Estimate {figures} must not be negative and must rise.")


@dataclass(frozen=True, slots=True)
class Split:
    """A break in a task: after `after` minutes of its work, none is done for `length` working minutes."""

    after: Minutes
    length: Minutes

    def __post_init__(self) -> None:
        if self.after <= 0 or self.length <= 0:
            raise BadValue(f"A split after {self.after} of {self.length} minutes must lie inside its task.")


@dataclass(frozen=True, slots=True)
class Mode:
    """Another way to do a task: its duration in working minutes, and the units that it needs by resource
    id."""

    id: str
    duration: Minutes
    needs: tuple[tuple[str, float], ...] = ()

    def __post_init__(self) -> None:
        if self.duration < 0 or any(units < 0 for _, units in self.needs):
            raise BadValue(f"Mode {self.id} has a negative duration or need.")


@dataclass(frozen=True, slots=True)
class Baseline:
    """What was planned for a task on the day of baseline `number`; work in minutes, cost in the plan's
    currency."""

    start: datetime | None = None
    finish: datetime | None = None
    duration: Minutes = NO_TIME
    work: Minutes = NO_TIME
    cost: float = 0.0
    number: int = 0

    def __post_init__(self) -> None:
        refuse_bad_date(self.start)
        refuse_bad_date(self.finish)


@quickly_made
@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One node of the breakdown; a task that others name as `parent` is a summary with rolled-up dates.

    `duration` is working minutes (clock minutes if `elapsed_duration`). `manual` tasks keep
    `manual_start` and `manual_finish` whatever the links say. `resume` is where the remaining part of started
    work is taken up again. `levelling_delay` is clock minutes by which levelling pushed the start.
    `splits` are breaks in order of `after`; `splittable` allows levelling to make more. A `hammock` has no
    duration of its own: it spans from the date that its start waits for to the date that its finish waits for.
    `modes` are alternatives to the duration and assignments given here. Costs are in the plan's currency.

    >>> Task(id="1", name="Paint", duration=Minutes(480)).milestone
    False
    """

    id: str
    name: str = ""
    duration: Minutes = NO_TIME
    parent: str | None = None
    calendar: str | None = None
    constraint: Constraint = NO_CONSTRAINT
    deadline: datetime | None = None
    milestone: bool = False
    manual: bool = False
    manual_start: datetime | None = None
    manual_finish: datetime | None = None
    priority: int = 500
    actual_start: datetime | None = None
    actual_finish: datetime | None = None
    remaining_duration: Minutes | None = None
    percent_complete: float = 0.0
    resume: datetime | None = None
    estimate: ThreePoint | None = None
    ignores_resource_calendar: bool = False
    elapsed_duration: bool = False
    active: bool = True
    levelling_delay: Minutes = NO_TIME
    type: TaskType = TaskType.FIXED_UNITS
    effort_driven: bool = False
    splits: tuple[Split, ...] = ()
    splittable: bool = False
    hammock: bool = False
    modes: tuple[Mode, ...] = ()
    baselines: tuple[Baseline, ...] = ()
    fixed_cost: float = 0.0
    actual_cost: float | None = None
    actual_work: Minutes | None = None
    physical_percent_complete: float | None = None
    owner: str | None = None

    def __post_init__(self) -> None:
        if not self.id:
            raise BadValue(f"Task {self.name!r} has no id.")
        times = (self.duration, self.remaining_duration or 0, self.levelling_delay)
        if min(times) < 0:
            raise NegativeDuration(
                f"Task {self.name!r} lasts a negative time. Give it a duration of 0 or more.", ids=[self.id]
            )
        if max(times) > LONGEST:
            raise BadValue(f"Task {self.name!r} lasts longer than any plan. Shorten it.", ids=[self.id])
        if not 0 <= self.percent_complete <= 100:
            raise BadValue(
                f"Task {self.name!r} is {self.percent_complete} % complete. Say 0 to 100.", ids=[self.id]
            )
        dates = (self.deadline, self.manual_start, self.manual_finish, self.resume)
        for day in (*dates, self.actual_start, self.actual_finish):
            if day is not None:
                refuse_bad_date(day, self.id)
        refuse_backwards(self.actual_start, self.actual_finish, self)
        refuse_backwards(self.manual_start, self.manual_finish, self)
