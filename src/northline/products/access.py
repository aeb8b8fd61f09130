"""The doors to products."""

from __future__ import annotations

from uuid import UUID

from northline.core.doors import opened
from northline.core.scope import Right, Scope
from northline.products.models import Product


def readable_product(scope: Scope, product_id: UUID) -> Product:
    return opened(scope, Product.objects.all(), product_id)


def product_for(scope: Scope, product_id: UUID, *, right: Right) -> Product:
    """The product, if the member holds `right` on it."""
    return opened(scope, Product.objects.all(), product_id, right=right)
