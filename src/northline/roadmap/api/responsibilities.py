"""Addresses of responsibilities."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Router

from northline.core import editing, paging
from northline.core.schemas import IfMatch
from northline.products.access import product_for, readable_product
from northline.roadmap import access
from northline.roadmap.actions.responsibilities import share_out
from northline.roadmap.models import Initiative
from northline.roadmap.queries.responsibilities import held_in
from northline.roadmap.rules.responsibilities import Said
from northline.roadmap.schemas import responsibilities as schemas

router = Router()


@router.get(
    "/products/{product_id}/responsibilities",
    response=schemas.ResponsibilitiesOut,
    operation_id="list_responsibilities",
)
def list_responsibilities(request: Any, product_id: UUID, cursor: str | None = None, limit: int = 50) -> Any:
    """Who holds which of the twelve functions: the product's own sheet and those of its initiatives that are not done."""
    scope, product = request.member_scope, readable_product(request.member_scope, product_id)
    rows = Initiative.objects.filter(product=product, archived_at=None).exclude(status=Initiative.Status.DONE)
    found = paging.page(rows, lambda row: row, cursor=cursor, limit=limit, order="created_at")
    held = held_in(product, found["items"])
    return {
        "product": schemas.show_sheet(product, held, scope),
        "items": [schemas.show_sheet(row, held, scope) for row in found["items"]],
        "next": found["next"],
    }


@router.get(
    "/initiatives/{initiative_id}/responsibilities",
    response=schemas.SheetOut,
    operation_id="read_responsibilities",
)
def read_responsibilities(request: Any, initiative_id: UUID) -> Any:
    """The twelve functions of an initiative, each with who answers for it today."""
    scope = request.member_scope
    row = access.initiative(scope, initiative_id)
    return schemas.show_sheet(row, held_in(row.product, [row]), scope)


@router.put(
    "/initiatives/{initiative_id}/responsibilities/{function}",
    response=schemas.SheetOut,
    operation_id="share_out_function",
)
def share_out_function(
    request: Any,
    initiative_id: UUID,
    function: schemas.Function,
    body: schemas.HoldingIn,
    if_match: IfMatch = None,
) -> Any:
    """Say who holds a function of an initiative; with nobody named the product's people hold it."""
    scope = request.member_scope
    row = access.initiative(scope, initiative_id, right="plan")
    expected = editing.expected_version(if_match)
    share_out(row, function=function.value, said=Said(**body.model_dump()), expected=expected, by=scope)
    return schemas.show_sheet(row, held_in(row.product, [row]), scope)


@router.put(
    "/products/{product_id}/responsibilities/{function}",
    response=schemas.SheetOut,
    operation_id="share_out_function_of_product",
)
def share_out_function_of_product(
    request: Any,
    product_id: UUID,
    function: schemas.Function,
    body: schemas.HoldingIn,
    if_match: IfMatch = None,
) -> Any:
    """Say who holds a function wherever an initiative of the product says nothing else."""
    scope = request.member_scope
    product = product_for(scope, product_id, right="plan")
    expected = editing.expected_version(if_match)
    share_out(product, function=function.value, said=Said(**body.model_dump()), expected=expected, by=scope)
    return schemas.show_sheet(product, held_in(product), scope)
