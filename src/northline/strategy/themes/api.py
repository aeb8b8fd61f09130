"""Addresses of themes and of how effort is spread over them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Router

from northline.core import editing
from northline.core.schemas import IfMatch
from northline.products.access import product_for, readable_product
from northline.strategy.themes import access, actions, queries, schemas

router = Router(tags=["themes"])
ONE = "/themes/{theme_id}"


@router.get("/products/{product_id}/themes", response=list[schemas.ThemeOut], operation_id="list_themes")
def list_themes(request: Any, product_id: UUID, archived: bool = False) -> Any:
    """The themes of a product, oldest first."""
    product = readable_product(request.member_scope, product_id)
    rows = queries.themes_of(product.pk, archived=archived)
    return [schemas.show_theme(row, request.member_scope) for row in rows]


@router.get(
    "/products/{product_id}/theme-balance", response=schemas.BalanceOut, operation_id="read_theme_balance"
)
def read_theme_balance(request: Any, product_id: UUID, period: schemas.SharedPeriod) -> Any:
    """What share of the work in a period each theme was meant to get, and what it gets by the plans.

    Work without a plan counts by the estimate of its initiative, spread over its window.
    """
    product = readable_product(request.member_scope, product_id)
    found = queries.balance_of(request.member_scope, product.pk, period)
    return schemas.show_balance(period, found)


@router.post("/themes", response={201: schemas.ThemeOut}, operation_id="set_theme")
def set_theme(request: Any, body: schemas.ThemeIn) -> Any:
    product = product_for(request.member_scope, body.product_id, right="steer")
    row = actions.set_theme(product, fields=body.model_dump(exclude={"product_id"}), by=request.member_scope)
    return 201, schemas.show_theme(row, request.member_scope)


@router.get(ONE, response=schemas.ThemeOut, operation_id="read_theme")
def read_theme(request: Any, theme_id: UUID) -> Any:
    return schemas.show_theme(access.theme(request.member_scope, theme_id), request.member_scope)


@router.patch(ONE, response=schemas.ThemeOut, operation_id="edit_theme")
def edit_theme(request: Any, theme_id: UUID, body: schemas.ThemePatch, if_match: IfMatch = None) -> Any:
    row = access.theme(request.member_scope, theme_id, right="steer")
    expected, fields = editing.expected_version(if_match), body.model_dump(exclude_unset=True)
    row = actions.revise_theme(row, expected=expected, fields=fields, by=request.member_scope)
    return schemas.show_theme(row, request.member_scope)


@router.post(f"{ONE}/archival", response=schemas.ThemeOut, operation_id="archive_theme")
def archive_theme(request: Any, theme_id: UUID, if_match: IfMatch = None) -> Any:
    """Put a theme away. Its initiatives keep it; its shares are free for others."""
    row = access.theme(request.member_scope, theme_id, right="steer")
    row = editing.archive(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return schemas.show_theme(row, request.member_scope)


@router.delete(f"{ONE}/archival", response=schemas.ThemeOut, operation_id="restore_theme")
def restore_theme(request: Any, theme_id: UUID, if_match: IfMatch = None) -> Any:
    row = access.theme(request.member_scope, theme_id, right="steer")
    row = actions.restore_theme(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return schemas.show_theme(row, request.member_scope)
