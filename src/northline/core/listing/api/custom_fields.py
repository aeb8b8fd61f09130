"""Addresses of custom fields."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Router

from northline.core import editing, kinds
from northline.core.listing import custom_fields, schemas
from northline.core.listing import fields as listed
from northline.core.listing.listings import listing_named
from northline.core.schemas import IfMatch

router = Router(tags=["lists"])


@router.get("/custom-fields", response=list[schemas.CustomFieldOut], operation_id="list_custom_fields")
def list_custom_fields(
    request: Any, kind: str, product_id: UUID | None = None, archived: bool = False
) -> Any:
    """The fields that people added to a kind: the workspace's, and of the products you may see."""
    scope = request.member_scope
    if product_id:
        kinds.object_at(scope, "product", product_id)
    rows = listed.custom_fields(scope, listing_named(kind).kind, product_id=product_id, archived=archived)
    return [schemas.show_custom_field(row, scope) for row in rows]


@router.post("/custom-fields", response={201: schemas.CustomFieldOut}, operation_id="add_custom_field")
def add_custom_field(request: Any, body: schemas.CustomFieldIn) -> Any:
    """Give a kind a field, for one product or for the whole workspace."""
    given = body.model_dump()
    row = custom_fields.add(given.pop("object_kind"), **given, by=request.member_scope)
    return 201, schemas.show_custom_field(row, request.member_scope)


@router.get("/custom-fields/{field_id}", response=schemas.CustomFieldOut, operation_id="read_custom_field")
def read_custom_field(request: Any, field_id: UUID) -> Any:
    return schemas.show_custom_field(
        custom_fields.opened(request.member_scope, field_id), request.member_scope
    )


@router.patch("/custom-fields/{field_id}", response=schemas.CustomFieldOut, operation_id="edit_custom_field")
def edit_custom_field(
    request: Any, field_id: UUID, body: schemas.CustomFieldPatch, if_match: IfMatch = None
) -> Any:
    row = custom_fields.opened(request.member_scope, field_id, "steer")
    expected, fields = editing.expected_version(if_match), body.model_dump(exclude_unset=True)
    row = custom_fields.revise(row, expected=expected, fields=fields, by=request.member_scope)
    return schemas.show_custom_field(row, request.member_scope)


@router.post(
    "/custom-fields/{field_id}/archival", response=schemas.CustomFieldOut, operation_id="remove_custom_field"
)
def remove_custom_field(request: Any, field_id: UUID, if_match: IfMatch = None) -> Any:
    """Take the field away. The values stay with the objects, unseen, and come back with it."""
    row = custom_fields.opened(request.member_scope, field_id, "steer")
    row = editing.archive(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return schemas.show_custom_field(row, request.member_scope)


@router.delete(
    "/custom-fields/{field_id}/archival", response=schemas.CustomFieldOut, operation_id="restore_custom_field"
)
def restore_custom_field(request: Any, field_id: UUID, if_match: IfMatch = None) -> Any:
    row = custom_fields.opened(request.member_scope, field_id, "steer")
    row = editing.restore(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return schemas.show_custom_field(row, request.member_scope)
