"""The address of the status wall."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.utils import timezone
from ninja import Router

from northline.products.access import readable_product
from northline.reporting.status.wall import queries, schemas

router = Router(tags=["status"])


@router.get("/status-wall", response=schemas.WallOut, operation_id="read_status_wall")
def read_status_wall(request: Any, product_id: UUID | None = None) -> Any:
    """Every project that you may read as one card, the worst first: health, chance, progress, last report, what is next."""
    scope = request.member_scope
    if product_id:
        readable_product(scope, product_id)
    cards = queries.wall_of(scope, product_id=product_id)
    return schemas.show_wall(cards, scope, today=timezone.localdate())
