"""The lists of a budget: its lines, and costs beside work."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.db.models import F, FloatField, QuerySet
from django.db.models.functions import Cast

from northline.core.listing.counting import true_where
from northline.core.listing.listings import Field, Listing, register
from northline.core.schemas import In, ObjectOut, Patch
from northline.core.scope import Scope
from northline.tracking.budgets import access, actions, schemas
from northline.tracking.budgets.models import BudgetLine, CostLine


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of line: its table, address, bodies and answers."""

    model: Any
    address: str
    given: type[In]
    patch: type[Patch]
    out: type[ObjectOut]
    show: Callable[[Any, Scope], dict[str, Any]]


LINES = (
    Kind(
        BudgetLine,
        "/budget-lines",
        schemas.BudgetLineIn,
        schemas.BudgetLinePatch,
        schemas.BudgetLineOut,
        schemas.show_budget_line,
    ),
    Kind(
        CostLine,
        "/cost-lines",
        schemas.CostLineIn,
        schemas.CostLinePatch,
        schemas.CostLineOut,
        schemas.show_cost_line,
    ),
)


def _revise(row: Any, *, expected: int, fields: Mapping[str, Any], by: Scope, reason: str = "") -> Any:
    return actions.revise(row, expected=expected, fields=schemas.stored(dict(fields)), by=by, reason=reason)


FIELDS: Mapping[str, tuple[Field, ...]] = {
    BudgetLine.KIND: (
        Field("phase", "reference", of="work_item", writes="phase_id"),
        Field("amount", "number", writes="amount"),
        Field("hours", "number", value=Cast(F("minutes") / 60.0, FloatField()), writes="hours"),
        Field("approved", "yes_no", value=true_where(approved_at__isnull=False)),
        Field("approved_by", "person"),
        Field("reason", "text", label="Why the forecast differs", writes="reason", sorts=False),
    ),
    CostLine.KIND: (
        Field("item", "reference", of="work_item", writes="item_id"),
        Field("category", "choice", options=tuple(CostLine.Category.values), writes="category"),
        Field("state", "choice", options=tuple(CostLine.State.values), writes="state"),
        Field("on", "date", label="Due on", writes="on"),
        Field("planned", "number", writes="planned"),
        Field("amount", "number", label="Ordered or invoiced", writes="amount"),
        Field("reference", "text", label="Order or invoice", writes="reference"),
    ),
}
JOINED = {
    BudgetLine.KIND: ("project__product", "phase", "approved_by"),
    CostLine.KIND: ("project__product", "item"),
}


def _rows(model: Any) -> QuerySet[Any]:
    rows: QuerySet[Any] = model.objects.select_related(*JOINED[model.KIND])
    return rows


def register_all() -> None:
    for kind in LINES:
        name = kind.model.KIND
        register(
            Listing(
                name,
                rows=partial(_rows, kind.model),
                out=kind.out,
                fields=(
                    *FIELDS[name],
                    Field("project", "reference", of="project"),
                    Field("product", "reference", path="project__product", of="product"),
                ),
                patch=kind.patch,
                revise=_revise,
                product="project__product_id",
                project="project_id",
                narrowed=access.narrowed,
                sort="title",
            )
        )
