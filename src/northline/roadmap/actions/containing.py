"""What may contain what. The product's row is held while its graph is looked at, so that two edits close no circle."""

from __future__ import annotations

from uuid import UUID

from northline.core.refusal import Conflict
from northline.core.scope import Scope
from northline.products.models import Product
from northline.roadmap import access
from northline.roadmap.models import Initiative
from northline.roadmap.rules.graph import way


def hold(product: Product) -> None:
    """Hold the product until the transaction ends: nobody else changes what waits for or contains what."""
    Product.objects.select_for_update().get(pk=product.pk)


def check(row: Initiative | None, *, parent_id: UUID, product: Product, by: Scope) -> None:
    """Refuse a container that is of another product, put away, or inside the row itself.

    Raises Conflict `container.other_product`, `container.archived` or `container.makes_circle`.
    """
    if row is not None and row.parent_id == parent_id:
        return
    hold(product)
    parent = access.initiative(by, parent_id)
    if parent.product_id != product.pk:
        raise Conflict(
            "container.other_product",
            f"{parent.key} belongs to another product. Choose a container of this one. Nothing was changed.",
        )
    if parent.archived_at:
        raise Conflict(
            "container.archived", f"{parent.key} is archived. Restore it first. Nothing was changed."
        )
    if row is None:
        return
    parts = Initiative.objects.filter(product=product).exclude(parent=None)
    circle = way(parts.values_list("parent_id", "pk"), row.pk, parent.pk)
    if circle:
        raise Conflict(
            "container.makes_circle",
            f"{parent.key} lies inside {row.key} already. Take it out first. Nothing was changed.",
            path=keys_of(circle),
        )


def keys_of(ids: list[UUID]) -> list[str]:
    """The short keys of initiatives, in this order."""
    known = dict(Initiative.objects.filter(pk__in=ids).values_list("pk", "key"))
    return [known[one] for one in ids]
