"""The whole page: a known number of queries, whatever the size of the product."""

from __future__ import annotations

from django.utils import timezone

from northline.core.scope import Scope
from northline.products.models import Product
from northline.reporting.product_health import delivery, strategy
from northline.reporting.product_health.figures import Moments, Section
from northline.roadmap.outlook import outlooks


def health_of(product: Product, scope: Scope) -> tuple[Moments, list[Section]]:
    """How a product that is already allowed does, its plans as far as the member may read them."""
    at = Moments(now=timezone.now(), today=timezone.localdate())
    rows = delivery.under_way(product)
    said = delivery.updates_of(rows)
    promised = strategy.promised(product)
    found = outlooks(scope, {row.pk for row in rows} | {one.initiative_id for one in promised})
    computed = delivery.computed_at(scope, rows)
    return at, [
        strategy.objectives(product, at),
        delivery.confidence(rows, at, outlooks=found, said=said, computed=computed),
        strategy.promises(product, at, promised, found),
        strategy.launches(product, at),
        strategy.evidence(product, at),
        delivery.flow(scope, product, at),
        delivery.updates(rows, at, said),
    ]
