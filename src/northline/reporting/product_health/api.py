"""The address of product health."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from ninja import Router

from northline.core.wording import exactly
from northline.formats.roadmap import pdf
from northline.products.access import readable_product
from northline.reporting.exports.files import file_name, sent_as
from northline.reporting.product_health import queries, schemas
from northline.reporting.product_health.drawn import health_page
from northline.reporting.product_health.figures import BACK

router = Router(tags=["overseeing"])


@router.get(
    "/products/{product_id}/health", response=schemas.ProductHealthOut, operation_id="read_product_health"
)
def read_product_health(request: Any, product_id: UUID) -> Any:
    """How a product does, on one page: every figure with its trend and how old it is."""
    product = readable_product(request.member_scope, product_id)
    at, sections = queries.health_of(product, request.member_scope)
    return schemas.show_health(product, at, sections)


@router.get("/products/{product_id}/health/file", response=bytes, operation_id="download_product_health")
def download_product_health(request: Any, product_id: UUID) -> HttpResponse:
    """The page as vector PDF, as far as the member may read what it is made of."""
    product = readable_product(request.member_scope, product_id)
    at, sections = queries.health_of(product, request.member_scope)
    title, lead = f"Health of {product.title}", f"As of {exactly(at.today)}"
    page = health_page(title, f"{lead}; trends compare with {BACK.days} days before.", sections)
    return sent_as(pdf([page], title=title), name=file_name("health", product.title), ending="pdf")
