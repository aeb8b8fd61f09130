"""Reading strategy. Objectives come with their key results: two queries a list."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Prefetch, QuerySet

from northline.core.scope import Scope
from northline.research.queries import matching
from northline.strategy.models import CheckIn, KeyResult, Objective, Vision


def visions_of(product_id: UUID) -> QuerySet[Vision]:
    """The versions of a product's vision. The caller has opened the product."""
    return Vision.objects.filter(product_id=product_id).select_related("created_by")


def objectives(
    scope: Scope, *, product_id: UUID | None, q: str, period: str, owner_id: UUID | None, archived: bool
) -> QuerySet[Objective]:
    """The objectives that this member may read and that match."""
    results = KeyResult.objects.filter(archived_at=None).order_by("created_at", "pk")
    rows = matching(scope, Objective.objects.all(), product_id=product_id, q=q, archived=archived)
    if period:
        rows = rows.filter(period=period)
    if owner_id:
        rows = rows.filter(owner_id=owner_id)
    return rows.select_related("owner", "parent").prefetch_related(Prefetch("key_results", results))


def check_ins_of(row: KeyResult) -> QuerySet[CheckIn]:
    """What was seen of a key result. The caller has opened it."""
    return CheckIn.objects.filter(key_result=row).select_related("by")
