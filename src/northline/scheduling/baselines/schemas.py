"""What baselines and comparisons look like."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

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
    object_fields,
    ref,
)
from northline.core.scope import Scope
from northline.delivery.schemas import PlanTime
from northline.scheduling.models import Baseline


class BaselineIn(In):
    title: Title
    note: Text = ""


class BaselinePatch(Patch):
    title: Title | None = None
    note: Text | None = None
    custom: Custom | None = None


class BaselineOut(ObjectOut):
    """`number` is the baseline's in Microsoft Project's files."""

    project: Ref
    note: str
    taken_by: Who | None
    number: int | None
    start: PlanTime
    finish: PlanTime
    probability: float | None
    item_count: int
    work_minutes: int


class MomentOut(Out):
    """One side of a comparison: a baseline, a day that is past, or now. `at` is when the plan stood so."""

    kind: Literal["now", "baseline", "day"]
    title: str
    baseline_id: UUID | None
    at: datetime
    start: PlanTime
    finish: PlanTime


class VarianceOut(Out):
    """An item at two moments; variances are later minus earlier, in working minutes."""

    id: UUID
    key: str
    title: str
    wbs: str
    level: int
    parent_id: UUID | None
    type: Literal["task", "summary", "milestone"]
    state: Literal["same", "changed", "added", "removed"]
    was_start: PlanTime | None
    start: PlanTime | None
    start_variance: int | None
    was_finish: PlanTime | None
    finish: PlanTime | None
    finish_variance: int | None
    was_duration_minutes: int | None
    duration_minutes: int | None
    duration_variance: int | None
    was_work_minutes: int | None
    work_minutes: int | None
    work_variance: int | None


class TotalsOut(Out):
    added: int
    removed: int
    later: int
    earlier: int


class MomentsCompared(Out):
    before: MomentOut
    after: MomentOut
    finish_variance: int
    minutes_per_day: int
    totals: TotalsOut
    items: list[VarianceOut]


def show_baseline(row: Baseline, scope: Scope) -> dict[str, Any]:
    can = {"edit": scope.may("plan", row.place())}
    who = row.taken_by
    names = ("note", "number", "start", "finish", "probability", "item_count", "work_minutes")
    return (
        object_fields(row, can=can)
        | {name: getattr(row, name) for name in names}
        | {"project": ref(row.project), "taken_by": {"id": who.pk, "name": who.name} if who else None}
    )
