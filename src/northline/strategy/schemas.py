"""What strategy requests and answers look like."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Annotated, Any, ClassVar, Literal
from uuid import UUID

from django.utils import timezone
from pydantic import Field, StringConstraints

from northline.core.richtext import RichText, ShownText, cleaned
from northline.core.schemas import (
    Custom,
    In,
    ObjectOut,
    Out,
    Patch,
    Ref,
    Text,
    Title,
    Who,
    Writable,
    object_fields,
    ref,
)
from northline.core.scope import Scope
from northline.strategy import rules
from northline.strategy.canvases import queries as canvases
from northline.strategy.canvases.rules import VISION
from northline.strategy.canvases.schemas import CanvasBoxOut, show_boxes
from northline.strategy.models import DIGITS, PLACES, CheckIn, KeyResult, Objective, Vision
from northline.strategy.queries import Contribution

Direction = Literal["up", "down"]
Measure = Annotated[Decimal, Field(max_digits=DIGITS, decimal_places=PLACES)]
Unit = Annotated[str, StringConstraints(strip_whitespace=True, max_length=40), Writable]
Weight = Annotated[int, Field(ge=1, le=100)]
Period = Annotated[
    str,
    StringConstraints(strip_whitespace=True, pattern=r"^(\d{4}(-(Q[1-4]|H[12]|0[1-9]|1[0-2]))?)?$"),
    Field(description="2026, 2026-H2, 2026-Q4 or 2026-11; empty for none."),
]


class VisionOut(ObjectOut):
    """`boxes` are the statements with today's evidence for and against them; the words of each box stand beside, a
    line a statement."""

    product_id: UUID
    number: int
    boxes: list[CanvasBoxOut]
    statement: str
    target_group: str
    needs: str
    product: str
    business_goals: str
    note: str
    created_by: Who | None


class ObjectiveIn(In):
    product_id: UUID
    title: Title
    body: RichText = {}
    period: Period = ""
    owner_id: UUID | None = None
    parent_id: UUID | None = None
    custom: Custom = {}


class ObjectivePatch(Patch):
    NULLABLE: ClassVar = frozenset({"owner_id", "parent_id"})

    title: Title | None = None
    body: RichText | None = None
    period: Period | None = None
    owner_id: UUID | None = None
    parent_id: UUID | None = None
    custom: Custom | None = None


class KeyResultIn(In):
    title: Title
    unit: Unit = ""
    direction: Direction = "up"
    start: Measure = Decimal(0)
    target: Measure
    weight: Weight = 1
    owner_id: UUID | None = None
    custom: Custom = {}


class KeyResultPatch(Patch):
    NULLABLE: ClassVar = frozenset({"owner_id"})

    title: Title | None = None
    unit: Unit | None = None
    direction: Direction | None = None
    start: Measure | None = None
    target: Measure | None = None
    weight: Weight | None = None
    owner_id: UUID | None = None
    custom: Custom | None = None


class HealthOut(Out):
    """`expected` is the share of the period that has passed, 0 to 100; `reason` says what decided."""

    state: Literal["on_track", "at_risk", "off_track", "unknown"]
    reason: Literal["reached", "ahead", "behind", "unsure", "unmeasured", "not_begun"]
    expected: int | None


class KeyResultOut(ObjectOut):
    """`current`, `confidence` and `checked_at` are those of the newest check-in; `progress` is 0 to 100; `stale` when
    nobody checked in for fourteen days while the period runs. `weight` counts among the objective's key results."""

    product_id: UUID
    objective_id: UUID
    owner: Who | None
    unit: str
    direction: Direction
    start: float
    target: float
    current: float | None
    confidence: int | None
    checked_at: datetime | None
    weight: int
    progress: int
    health: HealthOut
    stale: bool


class ObjectiveOut(ObjectOut):
    """`progress` is the weighted mean of the key results', null without any. It contributes to its `parent`."""

    product_id: UUID
    body: ShownText
    period: str
    owner: Who | None
    parent: Ref | None
    progress: int | None
    health: HealthOut
    key_results: list[KeyResultOut]


class ContributionOut(Out):
    """Work that advances an objective. `progress` 0 to 100 is the share of its planned work that is done, null
    without a plan; `days` are the person-days planned."""

    link_id: UUID
    work: Ref
    status: str
    days: float | None
    progress: int | None


class CheckInIn(In):
    value: Measure
    confidence: Annotated[int, Field(ge=0, le=100)]
    note: Text = ""


class CheckInOut(Out):
    id: UUID
    value: float
    confidence: int
    note: str
    by: Who | None
    at: datetime


def show_visions(rows: Iterable[Vision], scope: Scope) -> list[dict[str, Any]]:
    """Versions with today's evidence. Three queries however many, with one kind of evidence."""
    visions = list(rows)
    ids = canvases.ids_in(row.boxes for row in visions)
    found, keys = canvases.evidence_of(scope, ids), canvases.keys_of(ids)
    return [_vision(row, found, keys, scope) for row in visions]


def show_vision(row: Vision, scope: Scope) -> dict[str, Any]:
    return show_visions([row], scope)[0]


def _vision(
    row: Vision, found: Mapping[UUID, canvases.Evidence], keys: Mapping[UUID, str], scope: Scope
) -> dict[str, Any]:
    return object_fields(row, can=_can(row, scope)) | {
        "product_id": row.product_id,
        "number": row.number,
        "boxes": show_boxes(VISION, row.boxes, found, keys),
        "statement": row.statement,
        "target_group": row.target_group,
        "needs": row.needs,
        "product": row.product_text,
        "business_goals": row.business_goals,
        "note": row.note,
        "created_by": row.created_by,
    }


def show_objective(row: Objective, scope: Scope) -> dict[str, Any]:
    standing = sorted(
        (result for result in row.key_results.all() if not result.archived_at),
        key=lambda result: (result.created_at, result.pk),
    )
    results = [show_key_result(result, scope) for result in standing]
    weights = [result["weight"] for result in results]
    progress = rules.joint_progress((result["progress"] for result in results), weights=weights)
    sure = [result["confidence"] for result in results if result["confidence"] is not None]
    return object_fields(row, can=_can(row, scope)) | {
        "product_id": row.product_id,
        "body": cleaned(row.body),
        "period": row.period,
        "owner": row.owner,
        "parent": _named(row.parent, scope),
        "progress": progress,
        "health": rules.health(
            progress,
            confidence=rules.joint_progress(sure) if sure else None,
            period=row.period,
            today=timezone.localdate(),
            measured=bool(sure),
        ),
        "key_results": results,
    }


def _named(row: Objective | None, scope: Scope) -> dict[str, Any] | None:
    """The parent, unless it is of a product that this member may not read."""
    if row is None or not scope.may("read", row.place()):
        return None
    return ref(row)


def show_key_result(row: KeyResult, scope: Scope) -> dict[str, Any]:
    period, now = row.objective.period, timezone.now()
    progress = rules.progress(row.start, target=row.target, current=row.current)
    return object_fields(row, can=_can(row, scope)) | {
        "product_id": row.product_id,
        "objective_id": row.objective_id,
        "owner": row.owner,
        "unit": row.unit,
        "direction": row.direction,
        "start": row.start,
        "target": row.target,
        "current": row.current,
        "confidence": row.confidence,
        "checked_at": row.checked_at,
        "weight": row.weight,
        "progress": progress,
        "health": rules.health(
            progress,
            confidence=row.confidence,
            period=period,
            today=timezone.localdate(),
            measured=row.current is not None,
        ),
        "stale": rules.is_stale(
            row.checked_at or row.created_at, now=now, period=period, reached=progress == rules.DONE
        ),
    }


def show_contribution(each: Contribution) -> dict[str, Any]:
    row, work = each.row, each.work
    return {
        "link_id": each.link_id,
        "work": ref(row),
        "status": row.status,
        "days": work.days if work else None,
        "progress": work.progress if work else None,
    }


def show_check_in(row: CheckIn) -> dict[str, Any]:
    return {
        "id": row.pk,
        "value": row.value,
        "confidence": row.confidence,
        "note": row.note,
        "by": row.by,
        "at": row.created_at,
    }


def _can(row: Vision | Objective | KeyResult, scope: Scope) -> dict[str, bool]:
    rights = scope.rights_at(row.place())
    return {"edit": "steer" in rights, "contribute": "contribute" in rights}
