"""Reading the roadmap: one query for the lanes, one for the initiatives."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Exists, Max, OuterRef, Q, QuerySet

from northline.core.scope import Scope
from northline.research.queries import matching
from northline.roadmap.models import Initiative, Lane


def lanes_of(product_id: UUID) -> QuerySet[Lane]:
    """The lanes of a product, in their order. The caller has opened the product.

    An archived lane that holds initiatives again, as an undo can bring about, is shown: nothing falls out of sight.
    """
    held = Exists(Initiative.objects.filter(lane=OuterRef("pk"), archived_at=None))
    rows = Lane.objects.filter(Q(archived_at=None) | Q(held), product_id=product_id)
    return rows.order_by("position", "pk")


def initiatives_of(product_id: UUID) -> QuerySet[Initiative]:
    """The initiatives of a product as they lie in their lanes. The caller has opened the product."""
    rows = Initiative.objects.filter(product_id=product_id, archived_at=None)
    return rows.select_related("owner").order_by("position", "pk")


def initiatives(
    scope: Scope,
    *,
    product_id: UUID | None,
    q: str,
    status: str,
    horizon: str,
    lane_id: UUID | None,
    owner_id: UUID | None,
    archived: bool,
) -> QuerySet[Initiative]:
    """The initiatives that this member may read and that match."""
    rows = matching(scope, Initiative.objects.all(), product_id=product_id, q=q, archived=archived)
    wanted = {"status": status, "horizon": horizon, "lane_id": lane_id, "owner_id": owner_id}
    return rows.filter(**{name: value for name, value in wanted.items() if value}).select_related("owner")


def next_position(rows: QuerySet[Lane] | QuerySet[Initiative]) -> float:
    """A place behind the last of `rows`."""
    last: float | None = rows.aggregate(last=Max("position"))["last"]
    return 0.0 if last is None else last + 1
