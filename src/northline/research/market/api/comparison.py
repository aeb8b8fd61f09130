"""Addresses of the comparison with competitors."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.utils import timezone
from ninja import Router

from northline.core.listing.exporting.sending import sent
from northline.core.listing.exporting.writing import KINDS_OF_FILE, written
from northline.products.access import readable_product
from northline.research.market import access
from northline.research.market.actions.ratings import rate
from northline.research.market.models import Competitor, Criterion
from northline.research.market.queries.comparison import comparison_of, table_of
from northline.research.market.schemas import comparison as schemas

router = Router()
HERE = "/products/{product_id}/comparison"


@router.get(HERE, response=schemas.ComparisonOut, operation_id="read_comparison")
def read_comparison(request: Any, product_id: UUID) -> Any:
    """Criteria by competitors and the product itself, with what every column comes to."""
    product = readable_product(request.member_scope, product_id)
    return schemas.show_comparison(comparison_of(product), request.member_scope)


@router.get(f"{HERE}/export", operation_id="export_comparison")
def export_comparison(request: Any, product_id: UUID, format: str = "csv") -> Any:
    """The comparison as csv, xlsx or json: the ratings side by side, then what each rests on."""
    product = readable_product(request.member_scope, product_id)
    fields, rows = table_of(comparison_of(product))
    file = written(fields, rows, format=format)
    name = f"comparison-{timezone.localdate().isoformat()}.{format}"
    return sent(request, file, name=name, content_type=KINDS_OF_FILE[format])


@router.put("/criteria/{criterion_id}/rating", response=schemas.RatingOut, operation_id="rate_by_criterion")
def rate_by_criterion(request: Any, criterion_id: UUID, body: schemas.RatingIn) -> Any:
    """Say how well a competitor, or the product itself, does by a criterion, and what that rests on."""
    scope = request.member_scope
    criterion = access.of_product(scope, Criterion, criterion_id, right="contribute")
    competitor = access.of_product(scope, Competitor, body.competitor_id) if body.competitor_id else None
    fields = body.model_dump(exclude={"competitor_id", "version"}, exclude_unset=True)
    row = rate(criterion, competitor=competitor, expected=body.version, fields=fields, by=scope)
    return schemas.show_rating(row, today=timezone.localdate())
