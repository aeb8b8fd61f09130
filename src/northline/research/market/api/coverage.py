"""Addresses of research coverage."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from django.utils import timezone
from ninja import Query, Router

from northline.core import edge
from northline.core.listing.exporting.sending import sent
from northline.core.listing.exporting.writing import KINDS_OF_FILE, written
from northline.core.refusal import NotFound
from northline.products.access import product_for, readable_product
from northline.research import access as research
from northline.research.market import access
from northline.research.market.actions import interviews as actions
from northline.research.market.queries.coverage import coverage_of, table_of
from northline.research.market.queries.voices import heard_in
from northline.research.market.rules.coverage import DEFAULT_DAYS
from northline.research.market.schemas import coverage as schemas
from northline.research.schemas import InsightOut, show_insight

router = Router()
HERE = "/products/{product_id}/research-coverage"
Days = Annotated[int, Query(ge=1, le=3_650, description="Nothing heard for longer is a gap.")]


@router.get(HERE, response=schemas.CoverageOut, operation_id="read_research_coverage")
def read_research_coverage(request: Any, product_id: UUID, days: Days = DEFAULT_DAYS) -> Any:
    """When each persona was last heard about each opportunity, and where nothing was heard of late."""
    scope = request.member_scope
    product = readable_product(scope, product_id)
    can = {"plan": scope.may("contribute", product.place())}
    return edge.written(schemas.show_coverage(coverage_of(scope, product, days=days), can=can))


@router.get(f"{HERE}/evidence", response=list[schemas.PersonaHeardOut], operation_id="list_covering_evidence")
def list_covering_evidence(request: Any, product_id: UUID, persona_id: UUID, opportunity_id: UUID) -> Any:
    """What was heard of one persona about one opportunity and what stands below it, the newest first; at most 200."""
    scope = request.member_scope
    product = readable_product(scope, product_id)
    access.persona(scope, persona_id)
    research.opportunity(scope, opportunity_id)
    cell = coverage_of(scope, product, days=DEFAULT_DAYS).cells.get((persona_id, opportunity_id))
    if cell is None:
        raise NotFound("opportunity")
    return schemas.show_heard(heard_in([*cell.planned, *cell.pieces]))


@router.post(f"{HERE}/interviews", response={201: InsightOut}, operation_id="plan_interview")
def plan_interview(request: Any, product_id: UUID, body: schemas.InterviewPlanIn) -> Any:
    """Plan to ask somebody about something: an insight that is back in the inbox on that day, to be filled in."""
    scope = request.member_scope
    product = product_for(scope, product_id, right="contribute")
    row = actions.plan_interview(
        product,
        persona=access.persona(scope, body.persona_id),
        need=research.opportunity(scope, body.opportunity_id),
        on=body.on,
        title=body.title,
        customer_id=body.customer_id,
        by=scope,
    )
    return 201, show_insight(row, scope)


@router.get(f"{HERE}/export", operation_id="export_research_coverage")
def export_research_coverage(
    request: Any, product_id: UUID, days: Days = DEFAULT_DAYS, format: str = "csv"
) -> Any:
    """The coverage as csv, xlsx or json: the day on which each persona was last heard about each opportunity."""
    product = readable_product(request.member_scope, product_id)
    fields, rows = table_of(coverage_of(request.member_scope, product, days=days))
    name = f"research-coverage-{timezone.localdate().isoformat()}.{format}"
    file = written(fields, rows, format=format)
    return sent(request, file, name=name, content_type=KINDS_OF_FILE[format])
