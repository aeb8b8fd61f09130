"""The address of product health."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Router

from northline.products.access import readable_product
from northline.reporting.product_health import queries, schemas

router = Router(tags=["overseeing"])


@router.get(
    "/products/{product_id}/health", response=schemas.ProductHealthOut, operation_id="read_product_health"
)
def read_product_health(request: Any, product_id: UUID) -> Any:
    """How a product does, on one page: every figure with its trend and how old it is."""
    product = readable_product(request.member_scope, product_id)
    at, sections = queries.health_of(product, request.member_scope)
    return schemas.show_health(product, at, sections)
