"""What scenarios and their reviews look like."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field

from northline.core.schemas import (
    Custom,
    In,
    ObjectOut,
    Out,
    Patch,
    Ref,
    Text,
    Title,
    Told,
    Who,
    object_fields,
    ref,
)
from northline.core.scope import Scope
from northline.delivery.schemas import PlanTime
from northline.scheduling.baselines.schemas import TotalsOut, VarianceOut
from northline.scheduling.edits import MOST_EDITS, Edit
from northline.scheduling.models import Scenario
from northline.scheduling.schemas import PlanOut

Ids = Annotated[list[UUID], Field(max_length=20_000)]


class ScenarioIn(In):
    title: Title
    note: Text = ""
    edits: Annotated[list[Edit], Field(max_length=MOST_EDITS)] = []


class ScenarioPatch(Patch):
    title: Title | None = None
    note: Text | None = None
    custom: Custom | None = None


class ScenarioOut(ObjectOut):
    """`finish`, `p80` and `probability` are those of its last edit; a review has those of now."""

    project: Ref
    note: str
    state: Literal["open", "merged", "thrown_away"]
    opened_by: Who | None
    merged_by: Who | None
    merged_at: datetime | None
    change_count: int
    plan_version: int
    finish: PlanTime | None
    p80: PlanTime | None
    probability: float | None


class ScenarioPlanOut(PlanOut):
    scenario: ScenarioOut


class PlanOutcome(Out):
    """When a plan ends, when 50 % and 80 % of its simulations do, and the chance of its deadline."""

    finish: PlanTime
    p50: PlanTime | None
    p80: PlanTime | None
    probability: float | None


class FieldDifference(Out):
    """The columns of a field as they were, as the scenario has them, and as the plan has them now."""

    field: str
    was: dict[str, Any] | None
    mine: dict[str, Any] | None
    theirs: dict[str, Any] | None
    conflict: bool


class ItemDifference(Out):
    """`version` is the plan's of the item; None where the plan never had it."""

    id: UUID
    key: str
    title: str
    verb: Literal["added", "changed", "removed"]
    version: int | None
    fields: list[FieldDifference]


class LinkShown(Out):
    before: str
    after: str
    kind: str
    lag_minutes: int
    lag_unit: str


class LinkDifference(Out):
    id: UUID
    verb: Literal["linked", "unlinked", "relinked"]
    was: LinkShown | None
    mine: LinkShown | None
    theirs: LinkShown | None
    conflict: bool


class AssignmentShown(Out):
    item_id: UUID
    resource: str
    units: float
    work_minutes: int | None
    overtime_minutes: int


class AssignmentDifference(Out):
    id: UUID
    verb: Literal["assigned", "unassigned", "reassigned"]
    was: AssignmentShown | None
    mine: AssignmentShown | None
    theirs: AssignmentShown | None
    conflict: bool


class ReviewOut(Out):
    """What merging the scenario would do. `moved` are the items whose dates or work it changes; `edits_since` counts
    the changes of the plan since the scenario was opened; `refusal` says why the scenario cannot be computed."""

    scenario: ScenarioOut
    plan: PlanOutcome
    outcome: PlanOutcome
    deadline: PlanTime | None
    finish_variance: int
    minutes_per_day: int
    items: list[ItemDifference]
    links: list[LinkDifference]
    assignments: list[AssignmentDifference]
    conflicts: int
    moved: list[VarianceOut]
    totals: TotalsOut
    edits_since: int
    refusal: Told | None


class MergeChoice(In):
    """Whose side to take in a field of an item, or, without a field, in a link or assignment. `version` is the plan's version of
    the item that the conflict was seen at: had it changed since, nothing is merged."""

    id: UUID
    field: Annotated[str, Field(max_length=40)] | None = None
    take: Literal["mine", "theirs"]
    version: int | None = None


class MergeIn(In):
    """`rows` are links and assignments. Without `items` or `rows` all of them."""

    items: Ids | None = None
    rows: Ids | None = None
    choices: Annotated[list[MergeChoice], Field(max_length=20_000)] = []
    reason: Text = ""


class DroppedChanges(In):
    """`rows` are links and assignments."""

    items: Ids = []
    rows: Ids = []


def show_scenario(row: Scenario, scope: Scope) -> dict[str, Any]:
    may = scope.may("plan", row.place())
    is_open = row.state == "open" and row.archived_at is None
    names = ("note", "merged_at", "change_count", "plan_version", "finish", "p80", "probability")
    return (
        object_fields(row, can={"edit": may and is_open, "merge": may and is_open, "archive": may})
        | {name: getattr(row, name) for name in names}
        | {
            "project": ref(row.project),
            "state": "thrown_away" if row.archived_at is not None else row.state,
            "opened_by": _who(row.opened_by),
            "merged_by": _who(row.merged_by),
        }
    )


def _who(member: Any) -> dict[str, Any] | None:
    return {"id": member.pk, "name": member.name} if member else None
