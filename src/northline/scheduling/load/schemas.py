"""What the heat map, overloads and demand look like; figures are hours of work."""

from __future__ import annotations

from datetime import date
from typing import Literal
from uuid import UUID

from northline.core.schemas import In, Out, Ref
from northline.delivery.schemas import PlanTime


class Whose(In):
    """Whose load is meant: of those who work on this project or for this product, who have this role or are in this team;
    `soft`: bookings that are only asked for count as well."""

    project_id: UUID | None = None
    product_id: UUID | None = None
    role_id: UUID | None = None
    team_id: UUID | None = None
    soft: bool = False


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


class WaitingItem(Out):
    item: Ref
    until: date


class DelayedItem(Out):
    item: Ref
    start: PlanTime
    finish: PlanTime
    was_start: PlanTime
    was_finish: PlanTime
    deadline: PlanTime | None


class BrokenPlan(Out):
    """A plan as the engine computes it if that waits: `moved` of its tasks and milestones finish on another day, of which
    `moves` are the first; `missed` are those that would finish after their deadline and do not yet."""

    project: Ref
    finish: PlanTime
    was_finish: PlanTime
    deadline: PlanTime | None
    misses_deadline: bool
    moved: int
    moves: list[DelayedItem]
    missed: list[DelayedItem]


class BreaksOut(Out):
    """`waits`: the items that can wait longest, each until the day from which on there is room for it. `remains`: too much
    is left though they do, of work that cannot wait."""

    waits: list[WaitingItem]
    projects: list[BrokenPlan]
    remains: bool


class OverloadOut(OfResource):
    """`breaks` is null where too many plans would have to be computed for one answer: ask again for the rest."""

    first: date
    last: date
    over: float
    capacity: float
    items: list[LoadedItem]
    breaks: BreaksOut | None


class OverloadsOut(Out):
    count: int
    items: list[OverloadOut]


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


class FreeWhen(FreeOut):
    """`free_hours` and `capacity_hours` by period. `first_day`: the first with an hour left; `enough_on`: the day on which
    all hours that are needed have been free; null where that is none of these days."""

    first_day: date | None
    enough_on: date | None
    free_hours: list[float]
    capacity_hours: list[float]


class FreePeople(Out):
    by: Literal["day", "week", "month"]
    periods: list[PeriodOut]
    people: list[FreeWhen]


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
