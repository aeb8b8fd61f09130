"""Addresses of products."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Router

from northline.core import editing
from northline.core.doors import visible
from northline.core.schemas import IfMatch
from northline.core.scope import Place
from northline.products import access
from northline.products.models import Product
from northline.products.schemas import ProductIn, ProductOut, ProductPatch, show_product

router = Router(tags=["products"])


@router.get("/products", response=list[ProductOut], operation_id="list_products")
def list_products(request: Any) -> Any:
    """The products you may see."""
    rows = visible(request.member_scope, Product.objects.filter(archived_at=None), product="pk")
    return [show_product(row, request.member_scope) for row in rows.order_by("created_at")]


@router.post("/products", response={201: ProductOut}, operation_id="add_product")
def add_product(request: Any, body: ProductIn) -> Any:
    """Start a product."""
    request.member_scope.require("administer", Place())
    row = Product(workspace_id=request.member_scope.workspace_id, **body.model_dump())
    return 201, show_product(
        editing.create(row, prefix=Product.PREFIX, by=request.member_scope), request.member_scope
    )


@router.get("/products/{product_id}", response=ProductOut, operation_id="read_product")
def read_product(request: Any, product_id: UUID) -> Any:
    return show_product(access.readable_product(request.member_scope, product_id), request.member_scope)


@router.patch("/products/{product_id}", response=ProductOut, operation_id="edit_product")
def edit_product(request: Any, product_id: UUID, body: ProductPatch, if_match: IfMatch = None) -> Any:
    row = access.product_for(request.member_scope, product_id, right="steer")
    fields = body.model_dump(exclude_unset=True)
    expected = editing.expected_version(if_match)
    return show_product(
        editing.revise(row, expected=expected, fields=fields, by=request.member_scope), request.member_scope
    )
