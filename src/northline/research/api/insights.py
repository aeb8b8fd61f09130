"""Addresses of insights."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Router

from northline.core import editing, paging
from northline.core.schemas import IfMatch, Page
from northline.products.access import product_for
from northline.research import access, actions, queries, schemas

router = Router()


@router.get("/insights", response=Page[schemas.InsightOut], operation_id="list_insights")
def list_insights(
    request: Any,
    product_id: UUID | None = None,
    q: str = "",
    tag: str = "",
    source: str = "",
    customer_id: UUID | None = None,
    archived: bool = False,
    cursor: str | None = None,
    limit: int = 50,
) -> Any:
    """Evidence, newest first; what was merged into another is not listed apart from it."""
    rows = queries.matching(
        request.member_scope,
        queries.unmerged().select_related("customer"),
        product_id=product_id,
        q=q,
        archived=archived,
    )
    rows = queries.tagged(rows, tag)
    if source:
        rows = rows.filter(source=source)
    if customer_id:
        rows = queries.said_by(rows, customer_id)
    return paging.page(
        rows, lambda row: schemas.show_insight(row, request.member_scope), cursor=cursor, limit=limit
    )


@router.post("/insights", response={201: schemas.InsightOut}, operation_id="note_insight")
def note_insight(request: Any, body: schemas.InsightIn) -> Any:
    product = product_for(request.member_scope, body.product_id, right="contribute")
    row = actions.note_insight(
        product, fields=body.model_dump(exclude={"product_id"}), by=request.member_scope
    )
    return 201, schemas.show_insight(row, request.member_scope)


@router.get("/insights/{insight_id}", response=schemas.InsightOut, operation_id="read_insight")
def read_insight(request: Any, insight_id: UUID) -> Any:
    return schemas.show_insight(access.insight(request.member_scope, insight_id), request.member_scope)


@router.patch("/insights/{insight_id}", response=schemas.InsightOut, operation_id="edit_insight")
def edit_insight(request: Any, insight_id: UUID, body: schemas.InsightPatch, if_match: IfMatch = None) -> Any:
    row = access.insight(request.member_scope, insight_id, right="contribute")
    fields = body.model_dump(exclude_unset=True)
    row = actions.revise(
        row, expected=editing.expected_version(if_match), fields=fields, by=request.member_scope
    )
    return schemas.show_insight(row, request.member_scope)


@router.post("/insights/{insight_id}/archival", response=schemas.InsightOut, operation_id="archive_insight")
def archive_insight(request: Any, insight_id: UUID, if_match: IfMatch = None) -> Any:
    row = access.insight(request.member_scope, insight_id, right="contribute")
    row = editing.archive(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return schemas.show_insight(row, request.member_scope)


@router.delete("/insights/{insight_id}/archival", response=schemas.InsightOut, operation_id="restore_insight")
def restore_insight(request: Any, insight_id: UUID, if_match: IfMatch = None) -> Any:
    row = access.insight(request.member_scope, insight_id, right="contribute")
    row = actions.restore_insight(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return schemas.show_insight(row, request.member_scope)
