"""What requests and answers about lanes, initiatives, their dependencies and milestones look like."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, ClassVar, Literal, Protocol
from uuid import UUID

from pydantic import Field, FiniteFloat, StringConstraints

from northline.core.richtext import EMPTY, RichText, ShownText, cleaned
from northline.core.schemas import (
    Custom,
    In,
    Line,
    ObjectOut,
    Out,
    Patch,
    Text,
    Title,
    Who,
    object_fields,
    who,
)
from northline.core.scope import Place, Scope
from northline.roadmap.models import Initiative, InitiativeDependency, Lane, Milestone
from northline.roadmap.queries.plain import PlainInitiative
from northline.roadmap.rules.windows import Precision

Status = Literal["idea", "planned", "committed", "in_progress", "done"]
Horizon = Literal["now", "next", "later"]
Colour = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True, to_lower=True, max_length=20, pattern=r"^(#[0-9a-fA-F]{6}|[a-zA-Z]+)?$"
    ),
]
Weeks = Annotated[FiniteFloat, Field(ge=0, le=10_000)]
Lines = Annotated[list[Annotated[Line, StringConstraints(min_length=1)]], Field(max_length=30)]


class WindowIn(In):
    start: date
    finish: date
    precision: Precision = "day"


class WindowOut(Out):
    """The first and the last day, both included, widened to whole months or quarters where precision says so."""

    start: date
    finish: date
    precision: Precision


class LaneIn(In):
    """Without a position the lane goes last."""

    title: Title
    colour: Colour = ""
    position: FiniteFloat | None = None


class LanePatch(Patch):
    title: Title | None = None
    colour: Colour | None = None
    position: FiniteFloat | None = None


class LaneOut(ObjectOut):
    product_id: UUID
    colour: str
    position: float


class InitiativeIn(In):
    """Without a position the initiative goes last in its lane."""

    product_id: UUID
    title: Title
    body: RichText = {}
    lane_id: UUID | None = None
    theme_id: UUID | None = None
    position: FiniteFloat | None = None
    owner_id: UUID | None = None
    status: Status = "idea"
    horizon: Horizon | None = None
    window: WindowIn | None = None
    parent_id: UUID | None = None
    parked: bool = False
    goal: Line = ""
    features: Lines = []
    metrics: Lines = []
    effort_weeks: Weeks | None = None
    colour: Colour = ""
    no_review_reason: Line = ""
    custom: Custom = {}


class Breaking(In):
    """`acknowledge` names the promises that the action breaks: they were shown and it is meant all the same."""

    reason: Line = ""
    acknowledge: Annotated[list[UUID], Field(max_length=200)] = []


class InitiativePatch(Patch):
    """`reason` goes into the history; it is asked for when the window of something committed moves.

    `acknowledge` names the promises that the edit breaks. `no_review_reason` says why nobody needs to look at the
    outcome before the initiative counts as done.
    """

    NULLABLE: ClassVar = frozenset(
        {"lane_id", "theme_id", "owner_id", "horizon", "window", "parent_id", "effort_weeks"}
    )

    title: Title | None = None
    body: RichText | None = None
    lane_id: UUID | None = None
    theme_id: UUID | None = None
    position: FiniteFloat | None = None
    owner_id: UUID | None = None
    status: Status | None = None
    horizon: Horizon | None = None
    window: WindowIn | None = None
    parent_id: UUID | None = None
    parked: bool | None = None
    goal: Line | None = None
    features: Lines | None = None
    metrics: Lines | None = None
    effort_weeks: Weeks | None = None
    colour: Colour | None = None
    no_review_reason: Line | None = None
    custom: Custom | None = None
    reason: Line = ""
    acknowledge: Annotated[list[UUID], Field(max_length=200)] = []


class InitiativeRow(InitiativePatch):
    """A row of the list: either end of the window can be set by itself, the other stays; null takes the window away."""

    NULLABLE: ClassVar = InitiativePatch.NULLABLE | {"window_start", "window_finish"}

    window_start: date | None = None
    window_finish: date | None = None


class Spanning(Protocol):
    """An initiative, or the columns of one, as far as its window goes."""

    @property
    def window_start(self) -> date | None: ...

    @property
    def window_finish(self) -> date | None: ...

    @property
    def window_precision(self) -> str: ...


# What is said around an edit and is no field of the initiative.
AROUND = {"reason", "acknowledge"}


class InitiativeOut(ObjectOut):
    product_id: UUID
    body: ShownText
    lane_id: UUID | None
    theme_id: UUID | None
    position: float
    owner: Who | None
    status: Status
    horizon: Horizon | None
    window: WindowOut | None
    parent_id: UUID | None
    parked: bool
    goal: str
    features: list[str]
    metrics: list[str]
    effort_weeks: float | None
    colour: str
    no_review_reason: str


class PredecessorIn(In):
    """The initiative that must be finished before."""

    before_id: UUID


class InitiativeDependencyOut(Out):
    id: UUID
    before_id: UUID
    after_id: UUID


class MilestoneIn(In):
    title: Title
    day: date
    lane_id: UUID | None = None
    note: Text = ""
    custom: Custom = {}


class MilestonePatch(Patch):
    NULLABLE: ClassVar = frozenset({"lane_id"})

    title: Title | None = None
    day: date | None = None
    lane_id: UUID | None = None
    note: Text | None = None
    custom: Custom | None = None


class MilestoneOut(ObjectOut):
    product_id: UUID
    lane_id: UUID | None
    day: date
    note: str


def show_lane(row: Lane, scope: Scope) -> dict[str, Any]:
    return object_fields(row, can=_can(row, scope)) | {
        "product_id": row.product_id,
        "colour": row.colour,
        "position": row.position,
    }


def show_initiative(
    row: Initiative | PlainInitiative, scope: Scope, *, with_body: bool = True
) -> dict[str, Any]:
    return object_fields(row, can=_can(row, scope)) | {
        "product_id": row.product_id,
        "body": cleaned(row.body) if with_body else EMPTY,
        "lane_id": row.lane_id,
        "theme_id": row.theme_id,
        "position": row.position,
        "owner": who(row.owner),
        "status": row.status,
        "horizon": row.horizon or None,
        "window": show_window(row),
        "parent_id": row.parent_id,
        "parked": row.parked,
        "goal": row.goal,
        "features": row.features,
        "metrics": row.metrics,
        "effort_weeks": row.effort_weeks,
        "colour": row.colour,
        "no_review_reason": row.no_review_reason,
    }


def show_dependency(row: InitiativeDependency) -> dict[str, Any]:
    return {"id": row.pk, "before_id": row.before_id, "after_id": row.after_id}


def show_milestone(row: Milestone, scope: Scope) -> dict[str, Any]:
    return object_fields(row, can=_can(row, scope)) | {
        "product_id": row.product_id,
        "lane_id": row.lane_id,
        "day": row.day,
        "note": row.note,
    }


def show_window(row: Spanning) -> dict[str, Any] | None:
    if row.window_start is None:
        return None
    return {"start": row.window_start, "finish": row.window_finish, "precision": row.window_precision}


def _can(row: Lane | Initiative | PlainInitiative | Milestone, scope: Scope) -> dict[str, bool]:
    return rights_at(row.place(), scope)


def rights_at(place: Place, scope: Scope) -> dict[str, bool]:
    """What the member may do with whatever of a roadmap lies there."""
    # A charter is proposed with the right to plan.
    rights = scope.rights_at(place)
    return {"edit": "steer" in rights, "plan": "plan" in rights}
