"""What budgets look like over the API."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, ClassVar, Literal
from uuid import UUID

from pydantic import Field

from northline.core.schemas import (
    Custom,
    In,
    Line,
    ObjectOut,
    Out,
    Patch,
    Ref,
    Text,
    Title,
    Who,
    object_fields,
    ref,
    who,
)
from northline.core.scope import Scope
from northline.tracking.budgets.models import BudgetLine, CostLine
from northline.tracking.budgets.rules import Cause, Part

Amount = Annotated[float, Field(ge=0, le=1e12, allow_inf_nan=False)]
Effort = Annotated[float, Field(ge=0, le=1e7, allow_inf_nan=False, description="Hours.")]
CostState = Literal["planned", "committed", "actual"]
CostCategory = Literal["fixed", "material", "service", "licence", "travel", "other"]


class BudgetLineIn(In):
    title: Title
    project_id: UUID
    phase_id: UUID | None = None
    amount: Amount = 0.0
    hours: Effort = 0.0
    reason: Text = ""
    custom: Custom = {}


class BudgetLinePatch(Patch):
    NULLABLE: ClassVar[frozenset[str]] = frozenset({"phase_id"})

    title: Title | None = None
    phase_id: UUID | None = None
    amount: Amount | None = None
    hours: Effort | None = None
    reason: Text | None = None
    custom: Custom | None = None


class BudgetLineOut(ObjectOut):
    project: Ref
    phase: Ref | None
    amount: float
    hours: float
    reason: str
    approved_at: datetime | None
    approved_by: Who | None


class CostLineIn(In):
    title: Title
    project_id: UUID
    item_id: UUID | None = None
    category: CostCategory = "fixed"
    state: CostState = "planned"
    on: date | None = None
    planned: Amount = 0.0
    amount: Amount | None = None
    reference: Line = ""
    custom: Custom = {}


class CostLinePatch(Patch):
    NULLABLE: ClassVar[frozenset[str]] = frozenset({"item_id", "on", "amount"})

    title: Title | None = None
    item_id: UUID | None = None
    category: CostCategory | None = None
    state: CostState | None = None
    on: date | None = None
    planned: Amount | None = None
    amount: Amount | None = None
    reference: Line | None = None
    custom: Custom | None = None


class CostLineOut(ObjectOut):
    project: Ref
    item: Ref | None
    category: CostCategory
    state: CostState
    on: date | None
    planned: float
    amount: float | None
    reference: str


class ByMonthOut(Out):
    planned: list[float]
    actual: list[float]
    forecast: list[float]


class BudgetColumnsOut(Out):
    """`budget` is what was approved, `actual` what was approved of timesheets and invoiced, `waiting` what was reported
    and is not approved yet, `forecast` actual, committed and remaining together, `variance` what that is more than the
    budget, or than the plan where there is none."""

    budget: float | None
    planned: float
    actual: float
    waiting: float
    committed: float
    remaining: float
    forecast: float
    variance: float
    by_month: ByMonthOut


class BudgetReasonOut(Out):
    code: Cause
    hours: float
    money: float | None


class BudgetPartOut(Out):
    """What of the money goes into one thing."""

    part: Part
    planned: float
    actual: float
    forecast: float


class BudgetFiguresOut(Out):
    """`parts` are what the money is paid for, `reasons` are reckoned, `said` is what people wrote of the phase."""

    hours: BudgetColumnsOut
    money: BudgetColumnsOut | None
    parts: list[BudgetPartOut] | None
    reasons: list[BudgetReasonOut]
    said: list[str]


class PhaseBudgetOut(BudgetFiguresOut):
    """A phase; null for what is in none."""

    phase: Ref | None


class ItemCostOut(Out):
    id: UUID
    planned: float
    actual: float
    remaining: float


class ItemCostsOut(Out):
    """Of the items themselves, not of what lies below them; items that cost nothing are left out."""

    # May the reader know money?
    money: bool
    items: list[ItemCostOut]


class BudgetOut(Out):
    """`money` is false for whoever may not know what the project's people cost: then all is in hours."""

    today: date
    months: list[date]
    this_month: date
    phases: list[PhaseBudgetOut]
    total: BudgetFiguresOut
    open_lines: int
    money: bool
    can: dict[str, bool]


class ApprovedOut(Out):
    lines: int


def stored(fields: dict[str, Any]) -> dict[str, Any]:
    """The fields of a body as they are stored: hours in minutes."""
    if (hours := fields.pop("hours", None)) is not None:
        fields["minutes"] = round(hours * 60)
    return fields


def show_budget_line(row: BudgetLine, scope: Scope) -> dict[str, Any]:
    return object_fields(row, can={"edit": scope.may("plan", row.place())}) | {
        "project": ref(row.project),
        "phase": ref(row.phase) if row.phase else None,
        "amount": row.amount,
        "hours": round(row.minutes / 60, 2),
        "reason": row.reason,
        "approved_at": row.approved_at,
        "approved_by": who(row.approved_by),
    }


def show_cost_line(row: CostLine, scope: Scope) -> dict[str, Any]:
    names = ("category", "state", "on", "planned", "amount", "reference")
    return object_fields(row, can={"edit": scope.may("plan", row.place())}) | {
        "project": ref(row.project),
        "item": ref(row.item) if row.item else None,
        **{name: getattr(row, name) for name in names},
    }
