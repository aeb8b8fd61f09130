"""What the roadmap requests and answers look like."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, ClassVar, Literal
from uuid import UUID

from pydantic import FiniteFloat, StringConstraints

from northline.core.richtext import RichText, cleaned
from northline.core.schemas import In, Line, ObjectOut, Out, Patch, Title, Who, object_fields
from northline.core.scope import Scope
from northline.roadmap.models import Initiative, Lane
from northline.roadmap.rules import Precision

Status = Literal["idea", "planned", "committed", "in_progress", "done"]
Horizon = Literal["now", "next", "later"]
Colour = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True, to_lower=True, max_length=20, pattern=r"^(#[0-9a-fA-F]{6}|[a-zA-Z]+)?$"
    ),
]


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
    position: FiniteFloat | None = None
    owner_id: UUID | None = None
    status: Status = "idea"
    horizon: Horizon | None = None
    window: WindowIn | None = None


class InitiativePatch(Patch):
    """`reason` goes into the history; say it when a promise that was made moves."""

    NULLABLE: ClassVar = frozenset({"lane_id", "owner_id", "horizon", "window"})

    title: Title | None = None
    body: RichText | None = None
    lane_id: UUID | None = None
    position: FiniteFloat | None = None
    owner_id: UUID | None = None
    status: Status | None = None
    horizon: Horizon | None = None
    window: WindowIn | None = None
    reason: Line = ""


class InitiativeOut(ObjectOut):
    product_id: UUID
    body: RichText
    lane_id: UUID | None
    position: float
    owner: Who | None
    status: Status
    horizon: Horizon | None
    window: WindowOut | None


class RoadmapOut(Out):
    lanes: list[LaneOut]
    initiatives: list[InitiativeOut]


def show_lane(row: Lane, scope: Scope) -> dict[str, Any]:
    return object_fields(row, can=_can(row, scope)) | {
        "product_id": row.product_id,
        "colour": row.colour,
        "position": row.position,
    }


def show_initiative(row: Initiative, scope: Scope) -> dict[str, Any]:
    return object_fields(row, can=_can(row, scope)) | {
        "product_id": row.product_id,
        "body": cleaned(row.body),
        "lane_id": row.lane_id,
        "position": row.position,
        "owner": row.owner,
        "status": row.status,
        "horizon": row.horizon or None,
        "window": show_window(row),
    }


def show_window(row: Initiative) -> dict[str, Any] | None:
    if row.window_start is None:
        return None
    return {"start": row.window_start, "finish": row.window_finish, "precision": row.window_precision}


def _can(row: Lane | Initiative, scope: Scope) -> dict[str, bool]:
    # A charter is proposed with the right to plan.
    rights = scope.rights_at(row.place())
    return {"edit": "steer" in rights, "plan": "plan" in rights}
