"""What the heat map, overloads and demand look like; figures are hours of work."""

from __future__ import annotations

from datetime import date
from typing import Literal
from uuid import UUID

from northline.core.schemas import Out, Ref
from northline.delivery.schemas import PlanTime


class PeriodOut(Out):
    first: date
    last: date


class OfResource(Out):
    resource: Ref
    type: Literal["person", "role", "team", "equipment", "material", "cost"]
    role: Ref | None
    team: Ref | None
    project: Ref | None


class HeatRow(OfResource):
    """`over` adds up the days: a week may hold an overload though its sum does not."""

    capacity: list[float]
    hard: list[float]
    soft: list[float]
    over: list[float]


class HeatOut(Out):
    """`computing` counts projects whose dates are still being computed."""

    by: Literal["day", "week", "month"]
    periods: list[PeriodOut]
    rows: list[HeatRow]
    computing: int


class DatedItem(Out):
    item: Ref
    project: Ref
    start: PlanTime
    finish: PlanTime
    slack_minutes: int
    critical: bool
    priority: int


class LoadedItem(DatedItem):
    hours: float


class BookedItem(LoadedItem):
    assignment_id: UUID
    units: float
    booking: Literal["hard", "soft"]


class CellOut(OfResource):
    capacity: float
    load: float
    over: float
    items: list[BookedItem]


class OverloadOut(OfResource):
    """`waits` is the item that can wait longest; even so its project ends `finish_later_hours` of work later."""

    first: date
    last: date
    over: float
    capacity: float
    items: list[LoadedItem]
    waits: Ref | None
    finish_later_hours: float


class RoleDemand(Out):
    role: Ref
    people: int
    capacity: list[float]
    filled: list[float]
    unfilled: list[float]


class SkillOut(Out):
    name: str
    level: int


class FreeOut(OfResource):
    skills: list[SkillOut]
    capacity: float
    free: float
    enough: bool


class UnfilledOut(BookedItem):
    role: Ref
    people: list[FreeOut]


class NobodyOn(Out):
    """Work that no person or role is on at all: how many items, and the first of them."""

    count: int
    items: list[DatedItem]


class DemandOut(Out):
    periods: list[PeriodOut]
    roles: list[RoleDemand]
    unfilled: list[UnfilledOut]
    nobody_on: NobodyOn
