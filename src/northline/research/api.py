"""Addresses of research: customers, insights, opportunities, ideas."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Router

from northline.core import editing, paging
from northline.core.doors import visible
from northline.core.schemas import IfMatch, Page
from northline.products.access import product_for
from northline.research import access, actions, queries, schemas
from northline.research.models import Customer, Idea, Insight, Opportunity

router = Router(tags=["research"])


@router.get("/customers", response=Page[schemas.CustomerOut], operation_id="list_customers")
def list_customers(request: Any, q: str = "", cursor: str | None = None, limit: int = 50) -> Any:
    """Customers, by name."""
    rows = visible(request.member_scope, Customer.objects.filter(archived_at=None, title__icontains=q))
    return paging.page(
        rows,
        lambda row: schemas.show_customer(row, request.member_scope),
        cursor=cursor,
        limit=limit,
        order="title",
    )


@router.post("/customers", response={201: schemas.CustomerOut}, operation_id="note_customer")
def note_customer(request: Any, body: schemas.CustomerIn) -> Any:
    """Take down a customer."""
    access.require_contributor(request.member_scope)
    row = actions.note_customer(title=body.title, segment=body.segment, by=request.member_scope)
    return 201, schemas.show_customer(row, request.member_scope)


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
    """Evidence, newest first."""
    rows = queries.matching(
        request.member_scope,
        Insight.objects.select_related("customer"),
        product_id=product_id,
        q=q,
        archived=archived,
    )
    rows = queries.tagged(rows, tag)
    if source:
        rows = rows.filter(source=source)
    if customer_id:
        rows = rows.filter(customer_id=customer_id)
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
    row = editing.restore(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return schemas.show_insight(row, request.member_scope)


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


@router.get("/ideas", response=Page[schemas.IdeaOut], operation_id="list_ideas")
def list_ideas(
    request: Any,
    product_id: UUID | None = None,
    q: str = "",
    status: str = "",
    archived: bool = False,
    cursor: str | None = None,
    limit: int = 50,
) -> Any:
    """Possible solutions, newest first."""
    rows = queries.matching(
        request.member_scope, Idea.objects.all(), product_id=product_id, q=q, archived=archived
    )
    if status:
        rows = rows.filter(status=status)
    return paging.page(
        rows, lambda row: schemas.show_idea(row, request.member_scope), cursor=cursor, limit=limit
    )


@router.post("/ideas", response={201: schemas.IdeaOut}, operation_id="propose_idea")
def propose_idea(request: Any, body: schemas.IdeaIn) -> Any:
    product = product_for(request.member_scope, body.product_id, right="contribute")
    row = actions.propose_idea(
        product, fields=body.model_dump(exclude={"product_id"}), by=request.member_scope
    )
    return 201, schemas.show_idea(row, request.member_scope)


@router.get("/ideas/{idea_id}", response=schemas.IdeaOut, operation_id="read_idea")
def read_idea(request: Any, idea_id: UUID) -> Any:
    return schemas.show_idea(access.idea(request.member_scope, idea_id), request.member_scope)


@router.patch("/ideas/{idea_id}", response=schemas.IdeaOut, operation_id="edit_idea")
def edit_idea(request: Any, idea_id: UUID, body: schemas.IdeaPatch, if_match: IfMatch = None) -> Any:
    row = access.idea(request.member_scope, idea_id, right="contribute")
    fields = body.model_dump(exclude_unset=True)
    row = actions.revise(
        row, expected=editing.expected_version(if_match), fields=fields, by=request.member_scope
    )
    return schemas.show_idea(row, request.member_scope)


@router.post("/ideas/{idea_id}/archival", response=schemas.IdeaOut, operation_id="archive_idea")
def archive_idea(request: Any, idea_id: UUID, if_match: IfMatch = None) -> Any:
    row = access.idea(request.member_scope, idea_id, right="contribute")
    row = editing.archive(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return schemas.show_idea(row, request.member_scope)


@router.delete("/ideas/{idea_id}/archival", response=schemas.IdeaOut, operation_id="restore_idea")
def restore_idea(request: Any, idea_id: UUID, if_match: IfMatch = None) -> Any:
    row = access.idea(request.member_scope, idea_id, right="contribute")
    row = editing.restore(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return schemas.show_idea(row, request.member_scope)
