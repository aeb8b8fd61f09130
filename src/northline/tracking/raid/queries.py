"""Reading the register: the risks of a matrix, and what each costs."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from northline.core.doors import visible
from northline.core.scope import Scope
from northline.tracking.raid.models import Risk, RiskCost

MOST = 1_000


def open_risks(scope: Scope, *, project_id: UUID | None, product_id: UUID | None) -> list[Risk]:
    """The open risks that this member may read: of one project, of one product, or of all. The newest first."""
    rows = Risk.objects.filter(status=Risk.Status.OPEN, archived_at=None, project__archived_at=None)
    if project_id:
        rows = rows.filter(project_id=project_id)
    if product_id:
        rows = rows.filter(project__product_id=product_id)
    seen = visible(scope, rows, product="project__product_id", project="project_id")
    return list(seen.order_by("-created_at", "pk")[:MOST])


def costs_of(rows: list[Risk]) -> Mapping[UUID, float]:
    """Working days of the P80 that each is worth, where it was weighed."""
    costs = RiskCost.objects.filter(risk__in=[row.pk for row in rows])
    return dict(costs.values_list("risk_id", "days"))
