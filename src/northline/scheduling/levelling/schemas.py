"""What levelling is asked, and what its proposals look like."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal, Self
from uuid import UUID

from pydantic import Field, model_validator

from northline.core.schemas import In, Out, Ref, Text, Who
from northline.core.scope import Scope
from northline.delivery.schemas import PlanTime
from northline.scheduling.levelling.models import Levelling
from northline.scheduling.recovery.schemas import RealisedValue

MOST_PROJECTS = 50
MOST_SECONDS = 300
FASTEST = "fastest"


class LevellingIn(In):
    """Which projects and how. `importance`: "order", the first goes first; or "value", each day late counts as much as what
    the project is worth to its product. `first` and `last`: only work that
    touches these days moves. `soft`: bookings that are only asked for count as well. `seconds` is the time that the
    search may take."""

    project_ids: Annotated[list[UUID], Field(min_length=1, max_length=MOST_PROJECTS)]
    importance: Literal["order", "value"] = "order"
    within_slack: bool = False
    goal: Literal["finish", "stability"] = "finish"
    first: date | None = None
    last: date | None = None
    keep_delays: bool = False
    soft: bool = False
    move_remaining: bool = True
    may_split: bool = False
    seconds: Annotated[float, Field(ge=1, le=MOST_SECONDS)] = 10.0
    alternatives: bool = True

    @model_validator(mode="after")
    def _rising(self) -> Self:
        if self.first and self.last and self.last < self.first:
            raise ValueError("The range ends before it begins.")
        if len(set(self.project_ids)) < len(self.project_ids):
            raise ValueError("A project is named twice.")
        return self


class Application(In):
    """Which way out to take; its name is that of an alternative."""

    alternative: Annotated[str, Field(max_length=120)] = FASTEST
    reason: Text = ""


class ProjectValue(Out):
    """What a project is worth: the shares of the scores of the initiatives that it realises; null where nobody has scored
    any. `weight` is what a day late counts among these projects, `due` from when on it is late: its deadline, else its
    finish of today."""

    project: Ref
    value: float | None
    initiatives: list[RealisedValue]
    weight: float
    due: PlanTime


class LevelledProject(Out):
    """`value` where projects were weighed by it."""

    project: Ref
    finish: PlanTime
    was_finish: PlanTime
    deadline: PlanTime | None
    moved: int
    value: ProjectValue | None = None


class ResourceName(Out):
    id: UUID
    title: str


class MovedItem(Out):
    """An item whose dates differ, and why: `resource` was needed by `because_of` from `busy_from` to `busy_until`.
    `outweighed_by`: the project among them of which a day late counts most, if more than of the item's own."""

    item: Ref
    project_id: UUID
    start: PlanTime
    finish: PlanTime
    was_start: PlanTime
    was_finish: PlanTime
    reason: Literal["resource", "link", "earlier", "choice", "longest_lag", "split"]
    resource: ResourceName | None
    busy_from: PlanTime | None
    busy_until: PlanTime | None
    because_of: list[Ref]
    rest: bool
    outweighed_by: Ref | None = None


class LeftOver(Out):
    """A stretch in which still more of a resource is needed than there is."""

    resource: ResourceName
    start: PlanTime
    finish: PlanTime
    needed: float
    there: float
    items: list[Ref]


class LevelledDates(Out):
    """When the projects would end, what moves, and what stays too full."""

    projects: list[LevelledProject]
    moves: list[MovedItem]
    overloads: list[LeftOver]


class AlternativeOut(Out):
    """One way out and its price; `cost` is null for whoever may not know the rates, and where nothing is added.
    `late_minutes` are those past all deadlines, times the weights of their projects: the fastest has the fewest. `dates`
    are null of the fastest, whose dates are the proposal's own, and of what cannot be applied."""

    name: str
    finish: PlanTime
    extra: list[Any]
    extra_hours: float
    cost: float | None
    moved: int
    shift_minutes: int
    overloads: int
    late_minutes: int = 0
    applicable: bool
    dates: LevelledDates | None = None


class ProposalOut(LevelledDates):
    """The fastest way out, and the others."""

    alternatives: list[AlternativeOut]
    lower_bound: PlanTime
    optimal: bool
    tried: int
    seconds: float
    warnings: list[str]


class PlanRef(Ref):
    plan_version: int
    moved_on: bool


class LevellingOut(Out):
    id: UUID
    state: Literal["computing", "ready", "refused", "applied", "undone"]
    by: Who | None
    created_at: datetime
    job_id: UUID | None
    projects: list[PlanRef]
    options: dict[str, Any]
    found: ProposalOut | None
    refusal: dict[str, Any] | None
    applied: str
    applied_at: datetime | None
    change_id: UUID | None
    can: dict[str, bool]


def show_levelling(row: Levelling, scope: Scope, projects: list[Any], *, priced: bool) -> dict[str, Any]:
    """A levelling with its projects, which the reader may see; prices only for whoever may know the rates."""
    versions = {one["id"]: one["plan_version"] for one in row.plans}
    found = row.found
    if found is not None and not priced:
        alternatives = [one | {"cost": None} for one in found["alternatives"]]
        found = found | {"alternatives": alternatives}
    return {
        "id": row.pk,
        "state": "undone" if row.change is not None and row.change.undone_by_id else row.state,
        "by": {"id": row.by.pk, "name": row.by.person.name} if row.by else None,
        "created_at": row.created_at,
        "job_id": row.job_id,
        "projects": [
            {
                "kind": "project",
                "id": project.pk,
                "key": project.key,
                "title": project.title,
                "plan_version": versions[str(project.pk)],
                "moved_on": project.plan_version != versions[str(project.pk)],
            }
            for project in projects
        ],
        "options": row.options,
        "found": found,
        "refusal": row.refusal,
        "applied": row.applied,
        "applied_at": row.applied_at,
        "change_id": row.change_id,
        "can": {"apply": all(scope.may("plan", project.place()) for project in projects)},
    }
