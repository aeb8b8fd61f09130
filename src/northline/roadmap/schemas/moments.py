"""What requests and answers about the past of a roadmap, its lint and its text look like."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, ClassVar
from uuid import UUID

from pydantic import Field, StringConstraints

from northline.core.schemas import In, Line, ObjectOut, Out, Patch, Ref, Title, object_fields
from northline.core.scope import Scope
from northline.roadmap.models import RoadmapPolicy, Snapshot
from northline.roadmap.rules.lint import Finding
from northline.roadmap.schemas.items import Horizon, Status, Weeks, WindowOut

# A million characters hold a roadmap of several thousand initiatives.
MOST_TEXT = 1_000_000
StaleDays = Annotated[int, Field(ge=1, le=3650)]
Seq = Annotated[int, Field(ge=0, lt=2**62)]


class PastLane(Out):
    id: UUID
    key: str
    title: str
    colour: str


class PastInitiative(Out):
    id: UUID
    key: str
    title: str
    status: Status
    horizon: Horizon | None
    window: WindowOut | None
    lane_id: UUID | None
    owner_id: UUID | None
    parent_id: UUID | None
    parked: bool
    goal: str


class PastMilestone(Out):
    id: UUID
    key: str
    title: str
    day: date
    lane_id: UUID | None


class PastRoadmap(Out):
    """The roadmap after the change numbered `seq`."""

    seq: int
    lanes: list[PastLane]
    initiatives: list[PastInitiative]
    milestones: list[PastMilestone]


class RoadmapDifference(Out):
    """One thing that is otherwise: added, removed, moved, resized, scheduled, unscheduled, relaned, status, horizon,
    renamed, owner, contained, parked, goal, linked, unlinked or edited. `days` is by how much it moved, later above 0.
    """

    what: str
    kind: str
    id: UUID
    key: str
    title: str
    field: str
    before: Any
    after: Any
    days: int | None


class DifferencesOut(Out):
    since: int
    until: int
    differences: list[RoadmapDifference]


class SnapshotIn(In):
    title: Title


class SnapshotPatch(Patch):
    title: Title | None = None


class SnapshotOut(ObjectOut):
    product_id: UUID
    seq: int


class PolicyIn(In):
    """Weeks are person-weeks; null is without limit."""

    version: int
    now_weeks: Weeks | None = None
    next_weeks: Weeks | None = None
    stale_days: StaleDays = 60


class PolicyPatch(Patch):
    NULLABLE: ClassVar = frozenset({"now_weeks", "next_weeks"})

    now_weeks: Weeks | None = None
    next_weeks: Weeks | None = None
    stale_days: StaleDays | None = None


class PolicyOut(Out):
    version: int
    now_weeks: float | None
    next_weeks: float | None
    stale_days: int


class PolicyLineOut(ObjectOut, PolicyOut):
    """What one product expects, in the list of all."""

    product_id: UUID


class FixOut(Out):
    """The edit of one initiative that mends it: what `edit_initiative` takes, reason included."""

    initiative_id: UUID
    fields: dict[str, Any]
    reason: str


class FindingOut(Out):
    rule: str
    initiative: Ref
    facts: dict[str, Any]
    fix: FixOut | None


class TextIn(In):
    """`preview` tells what would change and changes nothing. `version` is that of the text that was edited: the change
    that it was the state after; when others have changed the roadmap since, the text is refused."""

    text: Annotated[str, StringConstraints(max_length=MOST_TEXT)]
    preview: bool = True
    seq: Seq | None = None
    reason: Line = ""
    acknowledge: Annotated[list[UUID], Field(max_length=1_000)] = []


class TextOut(Out):
    text: str
    seq: int


class TextChange(Out):
    """What the text does to one row: created, changed, restored or archived, and which fields."""

    what: str
    kind: str
    key: str
    title: str
    fields: list[str]


class TextChanges(Out):
    applied: bool
    changes: list[TextChange]


def show_snapshot(row: Snapshot, scope: Scope) -> dict[str, Any]:
    can = {"edit": scope.may("steer", row.place())}
    return object_fields(row, can=can) | {"product_id": row.product_id, "seq": row.seq}


def show_policy(row: RoadmapPolicy) -> dict[str, Any]:
    return {name: getattr(row, name) for name in ("version", "now_weeks", "next_weeks", "stale_days")}


def show_policy_object(row: RoadmapPolicy, scope: Scope) -> dict[str, Any]:
    can = {"edit": scope.may("steer", row.place())}
    return object_fields(row, can=can) | {"product_id": row.product_id} | show_policy(row)


def show_finding(found: Finding) -> dict[str, Any]:
    item, fix = found.item, found.fix
    return {
        "rule": found.rule,
        "initiative": {"kind": "initiative", "id": item.id, "key": item.key, "title": item.title},
        "facts": found.facts,
        "fix": fix and {"initiative_id": fix.initiative_id, "fields": fix.fields, "reason": fix.reason},
    }
