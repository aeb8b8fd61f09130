"""Addresses of opportunities."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Router

from northline.core import editing, paging
from northline.core.schemas import IfMatch, Page
from northline.products.access import product_for
from northline.research import access, actions, queries, schemas
from northline.research.models import Opportunity

router = Router()


@router.get("/opportunities", response=Page[schemas.OpportunityOut], operation_id="list_opportunities")
def list_opportunities(
    request: Any,
    product_id: UUID | None = None,
    q: str = "",
    archived: bool = False,
    cursor: str | None = None,
    limit: int = 50,
) -> Any:
    """Needs, newest first."""
    rows = queries.matching(
        request.member_scope, Opportunity.objects.all(), product_id=product_id, q=q, archived=archived
    )
    return paging.page(
        rows, lambda row: schemas.show_opportunity(row, request.member_scope), cursor=cursor, limit=limit
    )


@router.post("/opportunities", response={201: schemas.OpportunityOut}, operation_id="name_opportunity")
def name_opportunity(request: Any, body: schemas.OpportunityIn) -> Any:
    product = product_for(request.member_scope, body.product_id, right="contribute")
    row = actions.name_opportunity(
        product, fields=body.model_dump(exclude={"product_id"}), by=request.member_scope
    )
    return 201, schemas.show_opportunity(row, request.member_scope)


@router.get(
    "/opportunities/{opportunity_id}", response=schemas.OpportunityOut, operation_id="read_opportunity"
)
def read_opportunity(request: Any, opportunity_id: UUID) -> Any:
    return schemas.show_opportunity(
        access.opportunity(request.member_scope, opportunity_id), request.member_scope
    )


@router.patch(
    "/opportunities/{opportunity_id}", response=schemas.OpportunityOut, operation_id="edit_opportunity"
)
def edit_opportunity(
    request: Any, opportunity_id: UUID, body: schemas.OpportunityPatch, if_match: IfMatch = None
) -> Any:
    row = access.opportunity(request.member_scope, opportunity_id, right="contribute")
    fields = body.model_dump(exclude_unset=True)
    row = actions.revise(
        row, expected=editing.expected_version(if_match), fields=fields, by=request.member_scope
    )
    return schemas.show_opportunity(row, request.member_scope)


@router.post(
    "/opportunities/{opportunity_id}/archival",
    response=schemas.OpportunityOut,
    operation_id="archive_opportunity",
)
def archive_opportunity(request: Any, opportunity_id: UUID, if_match: IfMatch = None) -> Any:
    row = access.opportunity(request.member_scope, opportunity_id, right="contribute")
    row = editing.archive(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return schemas.show_opportunity(row, request.member_scope)


@router.delete(
    "/opportunities/{opportunity_id}/archival",
    response=schemas.OpportunityOut,
    operation_id="restore_opportunity",
)
def restore_opportunity(request: Any, opportunity_id: UUID, if_match: IfMatch = None) -> Any:
    row = access.opportunity(request.member_scope, opportunity_id, right="contribute")
    row = editing.restore(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return schemas.show_opportunity(row, request.member_scope)


@router.get(
    "/opportunities/{opportunity_id}/impact",
    response=schemas.ImpactOut,
    operation_id="read_opportunity_impact",
)
def read_opportunity_impact(request: Any, opportunity_id: UUID) -> Any:
    """How much the evidence behind it weighs, and which insight gives how much of that."""
    row = access.opportunity(request.member_scope, opportunity_id)
    return schemas.show_impact(queries.impact_of(row))
