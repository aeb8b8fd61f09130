"""Roles on products and projects."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Router

from northline.accounts import access, queries, schemas
from northline.accounts.actions import roles

router = Router()


@router.get("/roles", response=list[schemas.RoleOut], operation_id="list_roles")
def list_roles(request: Any, kind: schemas.RoleKind, id: UUID) -> Any:
    """Who has which role on a product or project."""
    row = access.object_with_roles(request.member_scope, kind, id)
    can_edit = request.member_scope.may("steer" if kind == "product" else "plan", row.place())
    return queries.roles_on(kind, row.pk, can_edit=can_edit)


@router.post("/roles", response={201: schemas.RoleOut}, operation_id="give_role")
def give_role(request: Any, body: schemas.RoleIn) -> Any:
    """Give a member a role on a product or project."""
    row = access.object_to_staff(request.member_scope, body.kind, body.id, role=body.role)
    member = access.colleague(request.member_scope, body.member_id)
    grant = roles.give(body.role, member, on=row, by=request.member_scope)
    return 201, queries.show_role(grant, can_edit=True)


@router.delete("/roles/{role_id}", response={204: None}, operation_id="take_role")
def take_role(request: Any, role_id: UUID) -> Any:
    """Take a role away."""
    roles.take(access.removable_role(request.member_scope, role_id), by=request.member_scope)
    return 204, None
