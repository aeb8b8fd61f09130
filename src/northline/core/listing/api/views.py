"""Addresses of saved views."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from ninja import Router

from northline.core import editing
from northline.core.listing import schemas, views
from northline.core.listing.fields import fields_of
from northline.core.listing.listings import Field, listing_named
from northline.core.listing.models import SavedView
from northline.core.schemas import IfMatch, object_fields
from northline.core.scope import Scope

router = Router(tags=["lists"])


@router.get("/lists/{kind}/views", response=list[schemas.ViewOut], operation_id="list_saved_views")
def list_views(request: Any, kind: str, product_id: UUID | None = None, archived: bool = False) -> Any:
    """Your own and the shared views of a list."""
    scope = request.member_scope
    rows = views.visible_views(scope, kind, product_id=product_id, archived=archived)
    fields = fields_of(listing_named(kind), scope, product_id=product_id)
    first = views.default_of(scope, kind, product_id=product_id)
    return [_shown(row, scope, fields, row.pk == first) for row in rows]


@router.post("/lists/{kind}/views", response={201: schemas.ViewOut}, operation_id="save_view")
def save_view(request: Any, kind: str, body: schemas.ViewIn) -> Any:
    """Keep a way to look at a list, for yourself or for all who see it."""
    row = views.save(kind, **body.model_dump(), by=request.member_scope)
    return 201, show_view(row, request.member_scope)


@router.put("/lists/{kind}/default-view", response={204: None}, operation_id="choose_default_view")
def choose_default_view(request: Any, kind: str, body: schemas.DefaultViewIn) -> Any:
    """Say which view the list opens with for you."""
    views.open_with(kind, product_id=body.product_id, view_id=body.view_id, by=request.member_scope)
    return 204, None


@router.get("/saved-views/{view_id}", response=schemas.ViewOut, operation_id="read_saved_view")
def read_view(request: Any, view_id: UUID) -> Any:
    return show_view(views.opened(request.member_scope, view_id), request.member_scope)


@router.patch("/saved-views/{view_id}", response=schemas.ViewOut, operation_id="edit_saved_view")
def edit_view(request: Any, view_id: UUID, body: schemas.ViewPatch, if_match: IfMatch = None) -> Any:
    row = views.opened(request.member_scope, view_id, "contribute")
    expected, fields = editing.expected_version(if_match), body.model_dump(exclude_unset=True)
    row = views.revise(row, expected=expected, fields=fields, by=request.member_scope)
    return show_view(row, request.member_scope)


@router.post("/saved-views/{view_id}/archival", response=schemas.ViewOut, operation_id="archive_saved_view")
def archive_view(request: Any, view_id: UUID, if_match: IfMatch = None) -> Any:
    row = views.opened(request.member_scope, view_id, "contribute")
    row = editing.archive(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return show_view(row, request.member_scope)


@router.delete("/saved-views/{view_id}/archival", response=schemas.ViewOut, operation_id="restore_saved_view")
def restore_view(request: Any, view_id: UUID, if_match: IfMatch = None) -> Any:
    row = views.opened(request.member_scope, view_id, "contribute")
    row = editing.restore(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return show_view(row, request.member_scope)


def show_view(row: SavedView, scope: Scope) -> dict[str, Any]:
    fields = fields_of(listing_named(row.object_kind), scope, product_id=row.product_id)
    first = views.default_of(scope, row.object_kind, product_id=row.product_id)
    return _shown(row, scope, fields, row.pk == first)


def _shown(row: SavedView, scope: Scope, fields: Mapping[str, Field], is_default: bool) -> dict[str, Any]:
    config, missing = views.current_config(row.config, fields)
    return object_fields(row, can={"edit": views.may_change(scope, row)}) | {
        "object_kind": row.object_kind,
        "product_id": row.product_id,
        "owner": row.owner,
        "shared": row.shared,
        "config": config,
        "missing": missing,
        "is_default": is_default,
    }
