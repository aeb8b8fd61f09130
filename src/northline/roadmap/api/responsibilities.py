"""Addresses of responsibilities."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.utils import timezone
from ninja import Router

from northline.core import editing, paging
from northline.core.exports.matrices import drawn
from northline.core.listing.exporting.sending import sent
from northline.core.listing.exporting.writing import KINDS_OF_FILE, written
from northline.core.schemas import IfMatch
from northline.products.access import product_for, readable_product
from northline.products.models import Product
from northline.roadmap import access
from northline.roadmap.actions.responsibilities import Share, share_out, share_out_together
from northline.roadmap.models import Initiative
from northline.roadmap.queries.matrix import lines_of, table_of
from northline.roadmap.queries.responsibilities import held_in, open_initiatives
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
    found = paging.page(
        open_initiatives(product), lambda row: row, cursor=cursor, limit=limit, order="created_at"
    )
    held = held_in(product, found["items"])
    return {
        "product": schemas.show_sheet(product, held, scope),
        "items": [schemas.show_sheet(row, held, scope) for row in found["items"]],
        "next": found["next"],
    }


@router.get("/products/{product_id}/responsibilities/export", operation_id="export_responsibilities")
def export_responsibilities(
    request: Any, product_id: UUID, initiative_id: UUID | None = None, format: str = "csv"
) -> Any:
    """The matrix of the product's own functions and of its initiatives that are not done, or of one initiative alone, as
    csv, xlsx, json or vector pdf."""
    scope = request.member_scope
    product = readable_product(scope, product_id)
    rows = list(open_initiatives(product))
    if initiative_id is not None:
        rows = [access.initiative(scope, initiative_id)]
    held = held_in(product, rows)
    subjects: list[Product | Initiative] = [*rows] if initiative_id else [product, *rows]
    today = timezone.localdate()
    name = f"responsibilities-{today.isoformat()}"
    if format == "pdf":
        people, drawn_lines = lines_of(subjects, held, today=today)
        title = f"Responsibilities for {subjects[0].title}"
        return drawn(title, people=people, lines=drawn_lines, name=name).sent(inline=False)
    fields, lines = table_of(subjects, held, today=today)
    file = written(fields, lines, format=format)
    return sent(request, file, name=f"{name}.{format}", content_type=KINDS_OF_FILE[format])


@router.put(
    "/products/{product_id}/responsibilities",
    response=schemas.ResponsibilitiesOut,
    operation_id="share_out_functions",
)
def share_out_functions(request: Any, product_id: UUID, body: schemas.FunctionSharesIn) -> Any:
    """Say who holds several functions of a product and its initiatives: all or none, undone at once. Answers those rows."""
    scope = request.member_scope
    product = product_for(scope, product_id, right="plan")
    shares = [Share(**one.told(), said=one.said()) for one in body.shares]
    rows = share_out_together(product, shares=shares, by=scope)
    held = held_in(product, rows)
    return {
        "product": schemas.show_sheet(product, held, scope),
        "items": [schemas.show_sheet(row, held, scope) for row in rows],
        "next": None,
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
    share_out(row, function=function.value, said=body.said(), expected=expected, by=scope)
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
    share_out(product, function=function.value, said=body.said(), expected=expected, by=scope)
    return schemas.show_sheet(product, held_in(product), scope)
