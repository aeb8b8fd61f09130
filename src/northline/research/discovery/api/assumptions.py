"""Addresses of the four risks."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from ninja import Query, Router

from northline.core import editing
from northline.core.schemas import IfMatch
from northline.products.access import readable_product
from northline.research import access as research
from northline.research.discovery import access, queries
from northline.research.discovery.actions import assumptions as actions
from northline.research.discovery.schemas import objects as schemas
from northline.research.discovery.schemas import risks

router = Router()
Limit = Annotated[int, Query(ge=1, le=200)]


@router.get("/ideas/{idea_id}/risks", response=risks.RisksOut, operation_id="read_idea_risks")
def read_idea_risks(request: Any, idea_id: UUID) -> Any:
    """The four risks of an idea with what speaks for and against each."""
    idea = research.idea(request.member_scope, idea_id)
    return risks.show_risks(queries.risks_of(idea), request.member_scope)


@router.post("/ideas/{idea_id}/assumptions", response={201: schemas.AssumptionOut}, operation_id="assume")
def assume(request: Any, idea_id: UUID, body: schemas.AssumptionIn) -> Any:
    """Write down what must be true of one risk of an idea."""
    idea = research.idea(request.member_scope, idea_id, right="contribute")
    fields = body.model_dump(exclude={"risk"}, exclude_unset=True)
    row = actions.assume(idea, risk=body.risk, fields=fields, by=request.member_scope)
    return 201, schemas.show_assumption(row, request.member_scope)


@router.get("/assumptions/{assumption_id}", response=schemas.AssumptionOut, operation_id="read_assumption")
def read_assumption(request: Any, assumption_id: UUID) -> Any:
    row = access.assumption(request.member_scope, assumption_id)
    return schemas.show_assumption(row, request.member_scope)


@router.patch("/assumptions/{assumption_id}", response=schemas.AssumptionOut, operation_id="edit_assumption")
def edit_assumption(
    request: Any, assumption_id: UUID, body: schemas.AssumptionPatch, if_match: IfMatch = None
) -> Any:
    row = access.assumption(request.member_scope, assumption_id, right="contribute")
    row = actions.revise_assumption(
        row,
        expected=editing.expected_version(if_match),
        fields=body.model_dump(exclude_unset=True, exclude={"reason"}),
        by=request.member_scope,
        reason=body.reason,
    )
    return schemas.show_assumption(row, request.member_scope)


@router.post(
    "/assumptions/{assumption_id}/archival",
    response=schemas.AssumptionOut,
    operation_id="archive_assumption",
)
def archive_assumption(request: Any, assumption_id: UUID, if_match: IfMatch = None) -> Any:
    row = access.assumption(request.member_scope, assumption_id, right="contribute")
    row = editing.archive(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return schemas.show_assumption(row, request.member_scope)


@router.delete(
    "/assumptions/{assumption_id}/archival",
    response=schemas.AssumptionOut,
    operation_id="restore_assumption",
)
def restore_assumption(request: Any, assumption_id: UUID, if_match: IfMatch = None) -> Any:
    row = access.assumption(request.member_scope, assumption_id, right="contribute")
    row = editing.restore(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return schemas.show_assumption(row, request.member_scope)


@router.get(
    "/products/{product_id}/riskiest-assumptions",
    response=list[risks.UntestedOut],
    operation_id="list_riskiest_assumptions",
)
def list_riskiest_assumptions(request: Any, product_id: UUID, limit: Limit = 20) -> Any:
    """What to test next: the most exposed risk first, also those of which nobody has said anything."""
    product = readable_product(request.member_scope, product_id)
    found = queries.riskiest_first(product, limit=limit)
    return [risks.show_untested(one, request.member_scope) for one in found]
