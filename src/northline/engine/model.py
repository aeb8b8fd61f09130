"""The plan as plain values: tasks, links, calendars, resources, project; frozen and checked.

Units: durations are whole working minutes (`Minutes`), dates are naive local datetimes cut to the minute,
units are full-time equivalents (1.0 is one full person).
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NewType

from northline.engine.checks import (
    check_references,
    refuse_backwards,
    refuse_bad_date,
    refuse_overlap,
    refuse_parent_loops,
)
from northline.engine.errors import BadCalendar, BadConstraint, BadDate, BadValue, NegativeDuration

Minutes = NewType("Minutes", int)

MINUTES_A_DAY = 1440
LONGEST = 10**13  # minutes: far past the last year, yet far from the end of 64 bits


class LinkKind(StrEnum):
    """Which end of the predecessor holds which end of the successor."""

    FS = "FS"
    SS = "SS"
    FF = "FF"
    SF = "SF"


class LagUnit(StrEnum):
    """What a lag counts: working time, time on the clock, or percent of the predecessor's duration."""

    WORKING = "working"
    ELAPSED = "elapsed"
    PERCENT = "percent"


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


class ResourceKind(StrEnum):
    """Work resources have hours; material and cost resources never move a date."""

    WORK = "work"
    MATERIAL = "material"
    COST = "cost"


@dataclass(frozen=True, slots=True)
class WorkInterval:
    """Working time within one day, from `start_minute` up to `end_minute` after midnight (0 to 1440)."""

    start_minute: int
    end_minute: int

    def __post_init__(self) -> None:
        if not 0 <= self.start_minute < self.end_minute <= MINUTES_A_DAY:
            raise BadCalendar(
                f"Working hours {self.start_minute}-{self.end_minute} do not lie within one day."
            )


@dataclass(frozen=True, slots=True)
class CalendarException:
    """Days `first` to `last` (both included) on which `intervals` replace the weekly hours; none: a day
    off."""

    first: date
    last: date
    intervals: tuple[WorkInterval, ...] = ()
    name: str = ""

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise BadCalendar(f"Exception {self.name!r} ends on {self.last}, before {self.first}.")
        refuse_overlap(self.intervals, self.name)


@dataclass(frozen=True, slots=True)
class Calendar:
    """Working time: a week of intervals, Monday first, and exceptions; the first that covers a day wins.

    >>> standard_calendar("std").week[0]
    (WorkInterval(start_minute=480, end_minute=720), WorkInterval(start_minute=780, end_minute=1020))
    """

    id: str
    name: str
    week: tuple[tuple[WorkInterval, ...], ...]
    exceptions: tuple[CalendarException, ...] = ()

    def __post_init__(self) -> None:
        if len(self.week) != 7:
            raise BadCalendar(f"Calendar {self.name!r} has {len(self.week)} week days, not 7.", ids=[self.id])
        for day in self.week:
            refuse_overlap(day, self.name)


def standard_calendar(calendar_id: str = "standard", name: str = "Standard") -> Calendar:
    """Monday to Friday, 08:00 to 12:00 and 13:00 to 17:00."""
    day = (WorkInterval(480, 720), WorkInterval(780, 1020))
    return Calendar(calendar_id, name, (day,) * 5 + ((), ()))


@dataclass(frozen=True, slots=True)
class Lag:
    """Time between the two ends of a link: minutes, or percent of the predecessor's duration; may be
    negative."""

    amount: int = 0
    unit: LagUnit = LagUnit.WORKING

    def __post_init__(self) -> None:
        if abs(self.amount) > LONGEST:
            raise BadValue(f"A lag of {self.amount} is longer than any plan.")


NO_LAG = Lag()


@dataclass(frozen=True, slots=True)
class Link:
    """`after` waits for `before`, both task ids."""

    before: str
    after: str
    kind: LinkKind = LinkKind.FS
    lag: Lag = NO_LAG


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One node of the breakdown; a task that others name as `parent` is a summary with rolled-up dates.

    `duration` is working minutes (clock minutes if `elapsed_duration`). `manual` tasks keep
    `manual_start` and `manual_finish` whatever the links say. `resume` is where the remaining part of started
    work is taken up again. `levelling_delay` is clock minutes by which levelling pushed the start.

    >>> Task(id="1", name="Paint", duration=Minutes(480)).milestone
    False
    """

    id: str
    name: str = ""
    duration: Minutes = Minutes(0)
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
    levelling_delay: Minutes = Minutes(0)

    def __post_init__(self) -> None:
        if not self.id:
            raise BadValue(f"Task {self.name!r} has no id.")
        times = (self.duration, self.remaining_duration or 0, self.levelling_delay)
        if min(times) < 0:
            raise NegativeDuration(f"Task {self.name!r} lasts a negative time.", ids=[self.id])
        if max(times) > LONGEST:
            raise BadValue(f"Task {self.name!r} lasts longer than any plan.", ids=[self.id])
        if not 0 <= self.percent_complete <= 100:
            raise BadValue(f"Task {self.name!r} is {self.percent_complete} % complete.", ids=[self.id])
        dates = (self.deadline, self.manual_start, self.manual_finish, self.resume)
        for day in (*dates, self.actual_start, self.actual_finish):
            refuse_bad_date(day, self.id)
        refuse_bad_date(self.resume, self.id)
        refuse_backwards(self.actual_start, self.actual_finish, self)
        refuse_backwards(self.manual_start, self.manual_finish, self)


@dataclass(frozen=True, slots=True)
class Resource:
    """A person, role, team or machine; `capacity` in full-time equivalents."""

    id: str
    name: str = ""
    calendar: str | None = None
    capacity: float = 1.0
    kind: ResourceKind = ResourceKind.WORK

    def __post_init__(self) -> None:
        if not self.capacity >= 0:
            raise BadValue(f"Resource {self.name!r} has capacity {self.capacity}.", ids=[self.id])


@dataclass(frozen=True, slots=True)
class Assignment:
    """A resource on a task: `units` full-time equivalents, `work_minutes` of effort (None: duration × units).

    An assignment with known work and units lasts work ÷ units, never longer than its task; one without
    known work lasts as long as its task. A task with assignments ends with the last of them.
    """

    task: str
    resource: str
    units: float = 1.0
    work_minutes: Minutes | None = None

    def __post_init__(self) -> None:
        if not self.units >= 0:
            raise BadValue(f"{self.units} units on task {self.task}.", ids=[self.task, self.resource])
        if self.work_minutes is not None and self.work_minutes < 0:
            raise NegativeDuration(f"Negative work on task {self.task}.", ids=[self.task, self.resource])


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A whole plan; `calendar` names the project calendar among `calendars`.

    With `schedule_from_start` false the plan is laid backwards from `finish`. `honour_constraints` lets must
    and no-later-than dates override links (the slack of the predecessors then turns negative).

    >>> Project(id="p", name="Shed", start=datetime(2026, 3, 2, 8), calendars=(standard_calendar(),),
    ...         tasks=(Task(id="a", duration=Minutes(480)),)).calendar
    'standard'
    """

    id: str
    name: str
    start: datetime
    finish: datetime | None = None
    schedule_from_start: bool = True
    calendar: str = "standard"
    calendars: tuple[Calendar, ...] = ()
    tasks: tuple[Task, ...] = ()
    links: tuple[Link, ...] = ()
    resources: tuple[Resource, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    status_date: datetime | None = None
    minutes_per_day: int = 480
    minutes_per_week: int = 2400
    honour_constraints: bool = True
    critical_slack_limit: Minutes = Minutes(0)

    def __post_init__(self) -> None:
        for day in (self.start, self.finish, self.status_date):
            refuse_bad_date(day, self.id)
        if not self.schedule_from_start and self.finish is None:
            raise BadDate("A plan laid from its finish needs a finish date.", ids=[self.id])
        check_references(self)
        refuse_parent_loops(self.tasks)
