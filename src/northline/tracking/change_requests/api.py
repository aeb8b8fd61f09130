"""Addresses of change requests."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Router

from northline.core import editing
from northline.core.schemas import IfMatch
from northline.delivery import access as delivery
from northline.scheduling.scenarios.merging import wish_of
from northline.tracking.change_requests import access, actions, schemas
from northline.tracking.change_requests.rules import Asked
from northline.tracking.change_requests.schemas import ChangeRequestOut, show_change_request

router = Router(tags=["tracking"])
HERE = "/change-requests/{change_request_id}"


@router.post("/change-requests", response={201: ChangeRequestOut}, operation_id="raise_change_request")
def raise_change_request(request: Any, body: schemas.ChangeRequestIn) -> Any:
    """Ask for a change of a project's plan, with or without the scenario that shows it."""
    scope = request.member_scope
    project = delivery.project(scope, body.project_id, right="contribute")
    row = actions.raise_request(project, fields=body.model_dump(exclude={"project_id"}), by=scope)
    return 201, show_change_request(row, scope)


@router.get(HERE, response=ChangeRequestOut, operation_id="read_change_request")
def read_change_request(request: Any, change_request_id: UUID) -> Any:
    row = access.change_request(request.member_scope, change_request_id)
    return show_change_request(row, request.member_scope)


@router.patch(HERE, response=ChangeRequestOut, operation_id="edit_change_request")
def edit_change_request(
    request: Any, change_request_id: UUID, body: schemas.ChangeRequestPatch, if_match: IfMatch = None
) -> Any:
    """Change what is asked for, as long as nobody is asked to approve it."""
    scope = request.member_scope
    row = access.change_request(scope, change_request_id, right="contribute")
    fields = body.model_dump(exclude_unset=True)
    row = actions.revise_request(row, expected=editing.expected_version(if_match), fields=fields, by=scope)
    return show_change_request(row, scope)


@router.post(f"{HERE}/archival", response=ChangeRequestOut, operation_id="archive_change_request")
def archive_change_request(request: Any, change_request_id: UUID, if_match: IfMatch = None) -> Any:
    """Withdraw a request; it can be taken up again."""
    row = access.change_request(request.member_scope, change_request_id, right="contribute")
    row = editing.archive(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return show_change_request(row, request.member_scope)


@router.delete(f"{HERE}/archival", response=ChangeRequestOut, operation_id="restore_change_request")
def restore_change_request(request: Any, change_request_id: UUID, if_match: IfMatch = None) -> Any:
    row = access.change_request(request.member_scope, change_request_id, right="contribute")
    row = editing.restore(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return show_change_request(row, request.member_scope)


@router.post(f"{HERE}/impact", response=ChangeRequestOut, operation_id="weigh_change_request")
def weigh_change_request(request: Any, change_request_id: UUID) -> Any:
    """Compute anew what the change would do to finish, milestones, cost, chance and people."""
    row = access.change_request(request.member_scope, change_request_id, right="contribute")
    return show_change_request(actions.weigh(row, by=request.member_scope), request.member_scope)


@router.post(f"{HERE}/submission", response=ChangeRequestOut, operation_id="submit_change_request")
def submit_change_request(
    request: Any, change_request_id: UUID, body: schemas.Submission, if_match: IfMatch = None
) -> Any:
    """Put a request before its approvers, who are asked one after the other."""
    scope = request.member_scope
    row = access.change_request(scope, change_request_id, right="contribute")
    chain = [Asked(one.member_id, one.deputy_id) for one in body.approvers]
    row = actions.submit(row, expected=editing.expected_version(if_match), chain=chain, by=scope)
    return show_change_request(row, scope)


@router.post(f"{HERE}/answer", response=ChangeRequestOut, operation_id="answer_change_request")
def answer_change_request(
    request: Any, change_request_id: UUID, body: schemas.ChangeAnswer, if_match: IfMatch = None
) -> Any:
    """Approve or decline where it is one's turn. The last approval of somebody who may plan carries the request out."""
    scope = request.member_scope
    row = access.change_request(scope, change_request_id)
    row = actions.answer(
        row,
        expected=editing.expected_version(if_match),
        verdict=body.verdict,
        note=body.note,
        wish=wish_of(None, None, body.choices),
        by=scope,
    )
    return show_change_request(row, scope)


@router.post(f"{HERE}/carrying-out", response=ChangeRequestOut, operation_id="carry_out_change_request")
def carry_out_change_request(
    request: Any, change_request_id: UUID, body: schemas.CarryingOut, if_match: IfMatch = None
) -> Any:
    """Merge the scenario of an approved request and set a baseline: one deed, one undo."""
    scope = request.member_scope
    row = access.change_request(scope, change_request_id, right="plan")
    wish = wish_of(None, None, body.choices)
    row = actions.carry_out(row, expected=editing.expected_version(if_match), wish=wish, by=scope)
    return show_change_request(row, scope)
