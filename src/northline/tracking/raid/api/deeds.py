"""Addresses of the risk matrix, and of what a line of the register turns into."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Router

from northline.core import editing
from northline.core.schemas import IfMatch, ref
from northline.delivery.access import project
from northline.products.access import readable_product
from northline.tracking.raid import access, queries
from northline.tracking.raid.actions import becoming
from northline.tracking.raid.models import ProjectAssumption, Risk
from northline.tracking.raid.schemas import entries, risks

router = Router()


@router.get("/risk-matrix", response=risks.MatrixOut, operation_id="read_risk_matrix")
def read_risk_matrix(request: Any, project_id: UUID | None = None, product_id: UUID | None = None) -> Any:
    """Where the open risks of a project, of a product's projects or of all stand, before and after their response."""
    scope = request.member_scope
    if project_id:
        project(scope, project_id)
    if product_id:
        readable_product(scope, product_id)
    rows = queries.open_risks(scope, project_id=project_id, product_id=product_id)
    return risks.show_matrix(rows, queries.costs_of(rows))


@router.post("/risks/{risk_id}/occurrence", response={201: risks.OccurredOut}, operation_id="occur_risk")
def occur_risk(request: Any, risk_id: UUID, body: risks.Occurrence, if_match: IfMatch = None) -> Any:
    """The risk happened: an issue is made of it, in one deed that one undo takes back."""
    row = access.entry(request.member_scope, Risk, risk_id, right="contribute")
    expected = editing.expected_version(if_match)
    row, issue = becoming.occur(row, expected=expected, said=body.model_dump(), by=request.member_scope)
    return 201, risks.show_risk(row, request.member_scope) | {"became": ref(issue)}


@router.post(
    "/project-assumptions/{project_assumption_id}/disproof",
    response={201: entries.DisprovedOut},
    operation_id="disprove_project_assumption",
)
def disprove_project_assumption(
    request: Any, project_assumption_id: UUID, body: entries.Disproof, if_match: IfMatch = None
) -> Any:
    """The assumption does not hold; where wanted, a risk or an issue is made of it, in one deed."""
    row = access.entry(request.member_scope, ProjectAssumption, project_assumption_id, right="contribute")
    expected = editing.expected_version(if_match)
    row, made = becoming.disprove(row, expected=expected, said=body.model_dump(), by=request.member_scope)
    shown = entries.show_project_assumption(row, request.member_scope)
    return 201, shown | {"became": made and ref(made)}
