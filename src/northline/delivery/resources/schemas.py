"""What requests for resources and calendars, and the answers, look like."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, ClassVar, Literal, Self
from uuid import UUID

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from northline.core.schemas import (
    Custom,
    In,
    Line,
    ObjectOut,
    Out,
    Patch,
    Ref,
    Title,
    Who,
    Writable,
    object_fields,
    ref,
)
from northline.core.scope import Scope
from northline.delivery.models import PlanCalendar, Resource, ResourceRate
from northline.delivery.resources import access

Type = Literal["person", "role", "team", "equipment", "material", "cost"]
Units = Annotated[float, Field(ge=0, le=10_000, allow_inf_nan=False)]
Money = Annotated[float, Field(ge=0, le=1e9, allow_inf_nan=False)]
Skill = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60), Writable]
Level = Annotated[int, Field(ge=1, le=5)]
Minute = Annotated[int, Field(ge=0, le=1440)]
A_DAY = 1440


def _day(intervals: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Working hours of a day, in minutes after midnight, rising and apart."""
    last = 0
    for start, end in intervals:
        if not last <= start < end:
            raise ValueError("Hours of a day must rise and may not overlap: [[480, 720], [780, 1020]].")
        last = end
    return intervals


Hours = Annotated[list[tuple[Minute, Minute]], Field(max_length=24), AfterValidator(_day)]
Week = Annotated[list[Hours], Field(min_length=7, max_length=7)]


class Days(In):
    """From `first` to `last`, both included."""

    first: date
    last: date

    @model_validator(mode="after")
    def _rising(self) -> Self:
        if self.last < self.first:
            raise ValueError("The last day lies before the first.")
        if not (self.first.year >= 1900 and self.last.year <= 2999):
            raise ValueError("Days lie between 1900 and 2999.")
        return self


class TimeOff(Days):
    reason: Line = ""


class CapacityStep(Days):
    units: Units


class CalendarException(Days):
    intervals: Hours = []
    name: Line = ""
    rule: Annotated[str, StringConstraints(max_length=300)] = ""


class PassingWeek(Days):
    week: Week
    name: Line = ""


Exceptions = Annotated[list[CalendarException], Field(max_length=2_000)]
Weeks = Annotated[list[PassingWeek], Field(max_length=200)]
Country = Annotated[str, StringConstraints(strip_whitespace=True, to_upper=True, max_length=2)]
Region = Annotated[str, StringConstraints(strip_whitespace=True, max_length=10), Writable]


class CalendarIn(In):
    title: Title
    project_id: UUID | None = None
    week: Week | None = None
    exceptions: Exceptions = []
    weeks: Weeks = []
    country: Country = ""
    region: Region = ""
    custom: Custom = {}


class CalendarPatch(Patch):
    title: Title | None = None
    week: Week | None = None
    exceptions: Exceptions | None = None
    weeks: Weeks | None = None
    country: Country | None = None
    region: Region | None = None
    custom: Custom = {}


class PlanCalendarOut(ObjectOut):
    project: Ref | None
    week: list[list[tuple[int, int]]]
    exceptions: list[CalendarException]
    weeks: list[PassingWeek]
    country: str
    region: str


class CountryOut(Out):
    code: str
    name: str
    regions: list[str]


class ResourceIn(In):
    title: Title
    type: Type = "person"
    project_id: UUID | None = None
    capacity: Units = 1.0
    calendar_id: UUID | None = None
    member_id: UUID | None = None
    role_id: UUID | None = None
    team_id: UUID | None = None
    skills: Annotated[list[Skill], Field(max_length=50)] = []
    skill_levels: dict[str, Level] = {}
    time_off: Annotated[list[TimeOff], Field(max_length=500)] = []
    capacity_steps: Annotated[list[CapacityStep], Field(max_length=500)] = []
    custom: Custom = {}


class ResourcePatch(Patch):
    NULLABLE: ClassVar[frozenset[str]] = frozenset({"calendar_id", "member_id", "role_id", "team_id"})

    title: Title | None = None
    type: Type | None = None
    capacity: Units | None = None
    calendar_id: UUID | None = None
    member_id: UUID | None = None
    role_id: UUID | None = None
    team_id: UUID | None = None
    skills: Annotated[list[Skill], Field(max_length=50)] | None = None
    skill_levels: dict[str, Level] | None = None
    time_off: Annotated[list[TimeOff], Field(max_length=500)] | None = None
    capacity_steps: Annotated[list[CapacityStep], Field(max_length=500)] | None = None
    custom: Custom | None = None


class ResourceOut(ObjectOut):
    type: Type
    project: Ref | None
    capacity: float
    calendar: Ref | None
    member: Who | None
    role: Ref | None
    team: Ref | None
    skills: list[str]
    skill_levels: dict[str, int]
    time_off: list[TimeOff]
    capacity_steps: list[CapacityStep]


class Rate(In):
    """What an hour costs from `since` on; the first rate has none."""

    since: date | None = None
    per_hour: Money = 0.0
    overtime_per_hour: Money = 0.0
    per_use: Money = 0.0


class RatesIn(In):
    rates: Annotated[list[Rate], Field(max_length=50)]

    @model_validator(mode="after")
    def _apart(self) -> Self:
        days = [rate.since for rate in self.rates]
        if len(set(days)) < len(days):
            raise ValueError("Two rates begin on the same day.")
        return self


class RatesOut(Out):
    version: int
    rates: list[Rate]


def show_calendar(row: PlanCalendar, scope: Scope) -> dict[str, Any]:
    return object_fields(row, can={"edit": access.may_edit(scope, row)}) | {
        "project": ref(row.project) if row.project else None,
        **{name: getattr(row, name) for name in ("week", "exceptions", "weeks", "country", "region")},
    }


def show_resource(row: Resource, scope: Scope) -> dict[str, Any]:
    can = {"edit": access.may_edit(scope, row), "rates": access.may_see_rates(scope, row)}
    plain = ("type", "capacity", "skills", "skill_levels", "time_off", "capacity_steps")
    return (
        object_fields(row, can=can)
        | {name: getattr(row, name) for name in plain}
        | {
            name: ref(there) if (there := getattr(row, name)) else None
            for name in ("project", "calendar", "role", "team")
        }
        | {"member": {"id": row.member.pk, "name": row.member.person.name} if row.member else None}
    )


def show_rates(row: Resource) -> dict[str, Any]:
    rates = ResourceRate.objects.filter(resource=row).order_by("since")
    names = ("since", "per_hour", "overtime_per_hour", "per_use")
    found = sorted(rates.values(*names), key=lambda rate: rate["since"] or date.min)
    return {"version": row.version, "rates": found}
