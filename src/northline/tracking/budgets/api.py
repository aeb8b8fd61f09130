"""Addresses of a project's budget, and of the lines of budgets and costs."""

from typing import Any
from uuid import UUID

from ninja import Router

from northline.core import editing
from northline.core.schemas import IfMatch
from northline.delivery.access import project
from northline.tracking.budgets import access, actions, reading, schemas
from northline.tracking.budgets.lists import LINES, Kind

router = Router(tags=["budgets"])


@router.get("/projects/{uuid:project_id}/budget", response=schemas.BudgetOut, operation_id="read_budget")
def read_budget(request: Any, project_id: UUID) -> Any:
    """Budget, plan, actual and forecast of a project, by phase and month; without the right to rates in hours only."""
    scope = request.member_scope
    return reading.budget_page(project(scope, project_id), scope)


@router.get(
    "/projects/{uuid:project_id}/item-costs", response=schemas.ItemCostsOut, operation_id="list_item_costs"
)
def list_item_costs(request: Any, project_id: UUID) -> Any:
    """What each item of a project was to cost, did and will, with what is put down for it; empty without the right to rates."""
    scope = request.member_scope
    return reading.item_costs(project(scope, project_id), scope)


@router.post(
    "/projects/{uuid:project_id}/budget/approval", response=schemas.ApprovedOut, operation_id="approve_budget"
)
def approve_budget(request: Any, project_id: UUID) -> Any:
    """Approve every line of the budget that is not approved yet."""
    scope = request.member_scope
    row = access.open_project(scope, project_id, "steer")
    return {"lines": actions.approve_open(row, by=scope)}


def router_of(kind: Kind) -> Router:
    """The five operations of one kind of line, `add_cost_line` to `restore_cost_line`."""
    lines = Router()
    name, here = kind.model.KIND, kind.address + "/{line_id}"
    given, patch, model = kind.given, kind.patch, kind.model

    # No postponed annotations in this file: ninja reads these bodies, which only this function knows.
    @lines.post(kind.address, response={201: kind.out}, operation_id=f"add_{name}")
    def add(request: Any, body: given) -> Any:  # type: ignore[valid-type]
        scope = request.member_scope
        where = access.open_project(scope, body.project_id)  # type: ignore[attr-defined]
        fields = schemas.stored(body.model_dump(exclude={"project_id"}))  # type: ignore[attr-defined]
        return 201, kind.show(actions.put_down(model, where, fields=fields, by=scope), scope)

    @lines.get(here, response=kind.out, operation_id=f"read_{name}")
    def read(request: Any, line_id: UUID) -> Any:
        return kind.show(access.line(request.member_scope, model, line_id), request.member_scope)

    @lines.patch(here, response=kind.out, operation_id=f"edit_{name}")
    def edit(request: Any, line_id: UUID, body: patch, if_match: IfMatch = None) -> Any:  # type: ignore[valid-type]
        row = access.line(request.member_scope, model, line_id)
        fields = schemas.stored(body.model_dump(exclude_unset=True))  # type: ignore[attr-defined]
        expected = editing.expected_version(if_match)
        row = actions.revise(row, expected=expected, fields=fields, by=request.member_scope)
        return kind.show(row, request.member_scope)

    @lines.post(f"{here}/archival", response=kind.out, operation_id=f"archive_{name}")
    def archive(request: Any, line_id: UUID, if_match: IfMatch = None) -> Any:
        row = access.line(request.member_scope, model, line_id)
        expected = editing.expected_version(if_match)
        return kind.show(
            editing.archive(row, expected=expected, by=request.member_scope), request.member_scope
        )

    @lines.delete(f"{here}/archival", response=kind.out, operation_id=f"restore_{name}")
    def restore(request: Any, line_id: UUID, if_match: IfMatch = None) -> Any:
        row = access.line(request.member_scope, model, line_id)
        expected = editing.expected_version(if_match)
        return kind.show(
            editing.restore(row, expected=expected, by=request.member_scope), request.member_scope
        )

    return lines


for one in LINES:
    router.add_router("", router_of(one))
