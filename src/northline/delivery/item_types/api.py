"""Addresses of types of work."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Router

from northline.core import editing
from northline.core.refusal import NotFound
from northline.core.schemas import IfMatch
from northline.delivery.item_types import access, actions, schemas
from northline.delivery.models import ItemType

router = Router(tags=["delivery"])
HERE = "/item-types/{item_type_id}"


@router.get("/item-types", response=list[schemas.ItemTypeOut], operation_id="list_item_types")
def list_item_types(request: Any) -> Any:
    """The types of work in their order, archived ones among them: items may have these still."""
    scope = request.member_scope
    if not access.may_read(scope):
        raise NotFound("type of work")
    rows = ItemType.objects.filter(workspace_id=scope.workspace_id).order_by("position", "pk")
    return [schemas.show_item_type(row, scope) for row in rows]


@router.post("/item-types", response={201: schemas.ItemTypeOut}, operation_id="add_item_type")
def add_item_type(request: Any, body: schemas.ItemTypeIn) -> Any:
    """Give the workspace a type of work; without states of its own it has those of each project."""
    row = actions.add_item_type(body.model_dump(), by=request.member_scope)
    return 201, schemas.show_item_type(row, request.member_scope)


@router.get(HERE, response=schemas.ItemTypeOut, operation_id="read_item_type")
def read_item_type(request: Any, item_type_id: UUID) -> Any:
    return schemas.show_item_type(access.item_type(request.member_scope, item_type_id), request.member_scope)


@router.patch(HERE, response=schemas.ItemTypeOut, operation_id="edit_item_type")
def edit_item_type(
    request: Any, item_type_id: UUID, body: schemas.ItemTypePatch, if_match: IfMatch = None
) -> Any:
    """Change a type: what it is called and looks like, where it stands, through which states its work goes."""
    row = access.item_type(request.member_scope, item_type_id, "administer")
    expected, fields = editing.expected_version(if_match), body.model_dump(exclude_unset=True)
    row = actions.revise_item_type(row, expected=expected, fields=fields, by=request.member_scope)
    return schemas.show_item_type(row, request.member_scope)


@router.post(f"{HERE}/archival", response=schemas.ItemTypeOut, operation_id="archive_item_type")
def archive_item_type(request: Any, item_type_id: UUID, if_match: IfMatch = None) -> Any:
    """Put a type away: items keep it, and no other can be given it."""
    row = access.item_type(request.member_scope, item_type_id, "administer")
    row = editing.archive(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return schemas.show_item_type(row, request.member_scope)


@router.delete(f"{HERE}/archival", response=schemas.ItemTypeOut, operation_id="restore_item_type")
def restore_item_type(request: Any, item_type_id: UUID, if_match: IfMatch = None) -> Any:
    row = access.item_type(request.member_scope, item_type_id, "administer")
    row = editing.restore(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return schemas.show_item_type(row, request.member_scope)
