"""The verbs of research. Each is one transaction and records one change."""

from __future__ import annotations

from typing import Any, TypeVar
from uuid import UUID

from django.db import transaction

from northline.core import editing
from northline.core.refusal import Refusal
from northline.core.richtext import plain_text
from northline.core.scope import Scope
from northline.products.models import Product
from northline.research import access
from northline.research.models import Customer, Idea, Insight, OfProduct, Opportunity

R = TypeVar("R", bound=OfProduct)


def note_customer(*, title: str, segment: str, by: Scope) -> Customer:
    row = Customer(workspace_id=by.workspace_id, title=title, segment=segment)
    return editing.create(row, prefix=Customer.PREFIX, by=by)


def note_insight(product: Product, *, fields: dict[str, Any], by: Scope) -> Insight:
    """Take down one piece of evidence."""
    return _create(Insight(**_worded(_with_customer(fields, by))), product, prefix=Insight.PREFIX, by=by)


def name_opportunity(product: Product, *, fields: dict[str, Any], by: Scope) -> Opportunity:
    """Name a need, under another one where `parent_id` says so."""
    with transaction.atomic():
        _check_parent(None, fields.get("parent_id"), product.pk, by)
        return _create(Opportunity(**_worded(fields)), product, prefix=Opportunity.PREFIX, by=by)


def propose_idea(product: Product, *, fields: dict[str, Any], by: Scope) -> Idea:
    """Propose a possible solution."""
    return _create(Idea(**_worded(fields)), product, prefix=Idea.PREFIX, by=by)


def revise(row: R, *, expected: int, fields: dict[str, Any], by: Scope, reason: str = "") -> R:
    """Change an insight, opportunity or idea."""
    with transaction.atomic():
        if isinstance(row, Opportunity) and "parent_id" in fields:
            _check_parent(row, fields["parent_id"], row.product_id, by)
        given = _worded(_with_customer(fields, by))
        return editing.revise(row, expected=expected, fields=given, by=by, reason=reason)


def _create(row: R, product: Product, *, prefix: str, by: Scope) -> R:
    row.workspace_id = by.workspace_id
    row.product_id = product.pk
    return editing.create(row, prefix=prefix, by=by)


def _worded(fields: dict[str, Any]) -> dict[str, Any]:
    return fields | {"words": plain_text(fields["body"])} if fields.get("body") is not None else fields


def _with_customer(fields: dict[str, Any], by: Scope) -> dict[str, Any]:
    if fields.get("customer_id"):
        access.customer(by, fields["customer_id"])
    return fields


def _check_parent(row: Opportunity | None, parent_id: UUID | None, product_id: UUID, by: Scope) -> None:
    """Walk up from the parent: it must be of the same product and must not stand below `row`."""
    if parent_id is None:
        return
    # Two moves at once could close a circle that neither sees; the product's row orders them.
    Product.objects.select_for_update().get(pk=product_id)
    above: Opportunity | None = access.opportunity(by, parent_id)
    assert above is not None
    if above.product_id != product_id:
        raise Refusal(
            "opportunity.other_product", f"{above.key} belongs to another product. Nothing was changed."
        )
    path = [row.key] if row else []
    while above is not None:
        path.append(above.key)
        if row is not None and above.pk == row.pk:
            raise Refusal(
                "opportunity.makes_circle",
                f"{row.key} would stand below itself: {' → '.join(path)}.",
                path=path,
            )
        above = above.parent
