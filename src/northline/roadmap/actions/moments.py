"""Name moments of a roadmap, and say what its lint expects."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from northline.core import changes, editing
from northline.core.models import Change
from northline.core.scope import Scope
from northline.products.models import Product
from northline.roadmap.models import RoadmapPolicy, Snapshot
from northline.roadmap.queries import items as queries


@transaction.atomic
def take_snapshot(product: Product, *, title: str, by: Scope) -> Snapshot:
    """Name the roadmap as it is now, to come back to."""
    seq = queries.newest_seq(by.workspace_id)
    row = Snapshot(workspace_id=by.workspace_id, product=product, title=title, seq=seq)
    return editing.create(row, prefix=Snapshot.PREFIX, by=by)


@transaction.atomic
def expect(product: Product, *, expected: int, fields: Mapping[str, Any], by: Scope) -> RoadmapPolicy:
    """Say what fits into a bucket and when an item is stale. Raises Stale when somebody was faster."""
    row = RoadmapPolicy.objects.get(product=product)
    return editing.revise(row, expected=expected, fields=fields, by=by)


def expect_the_usual(product: Product, by: Scope, cause: Change) -> None:
    """A product just made expects the usual of its roadmap."""
    row = RoadmapPolicy(workspace_id=by.workspace_id, product=product, title=_title(product))
    row.key = changes.next_key(by.workspace_id, RoadmapPolicy.PREFIX)
    row.save(force_insert=True)
    # Without a way back of its own: it is never put away.
    changes.record(by, "created", row, after={"title": row.title}, cause=cause)


def name_after(product: Product) -> None:
    """The title says the product's, and is no edit of its own."""
    RoadmapPolicy.objects.filter(product=product).update(title=_title(product))


def _title(product: Product) -> str:
    return f"Roadmap of {product.title}"[:300]
