"""The people of a workspace."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Router

from northline.accounts import access, queries, schemas
from northline.accounts.actions import members
from northline.core.editing import expected_version
from northline.core.schemas import IfMatch

router = Router()


@router.get("/members", response=list[schemas.MemberOut], operation_id="list_members")
def list_members(request: Any) -> Any:
    """The people of the workspace, by name."""
    return queries.members(request.member_scope)


@router.patch("/members/{member_id}", response=schemas.MemberOut, operation_id="change_member_role")
def change_member_role(
    request: Any, member_id: UUID, body: schemas.MemberPatch, if_match: IfMatch = None
) -> Any:
    """Give a member another workspace role."""
    row = access.administered_member(request.member_scope, member_id)
    row = members.change_role(
        row, role=body.role, expected=expected_version(if_match), by=request.member_scope
    )
    return queries.show_member(row, request.member_scope)


@router.post("/members/{member_id}/suspension", response=schemas.MemberOut, operation_id="suspend_member")
def suspend_member(request: Any, member_id: UUID) -> Any:
    """Shut a member out."""
    row = access.administered_member(request.member_scope, member_id)
    return queries.show_member(members.suspend(row, by=request.member_scope), request.member_scope)


@router.delete(
    "/members/{member_id}/suspension", response=schemas.MemberOut, operation_id="reactivate_member"
)
def reactivate_member(request: Any, member_id: UUID) -> Any:
    """Let a suspended member in again."""
    row = access.administered_member(request.member_scope, member_id)
    return queries.show_member(members.reactivate(row, by=request.member_scope), request.member_scope)
