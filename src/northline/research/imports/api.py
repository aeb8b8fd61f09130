"""Addresses of imports into research."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import File, Form, Router
from ninja.files import UploadedFile

from northline.research.imports import importing, schemas

router = Router(tags=["research"])
AT = "/research/imports/{research_import_id}"


@router.post("/research/imports", response={202: schemas.ResearchImportOut}, operation_id="import_research")
def import_research(
    request: Any,
    product_id: Form[UUID],
    file: UploadedFile | None = File(None),  # type: ignore[type-arg]  # noqa: B008 - ninja's way
) -> Any:
    """Upload an export of another tool or a table. A job reads it; look at the import until it is ready."""
    cut = getattr(request, "upload_cut", False)
    row = importing.take_in(file, cut=cut, product_id=product_id, by=request.member_scope)
    return 202, schemas.show_import(row)


@router.get(AT, response=schemas.ResearchImportOut, operation_id="read_research_import")
def read_research_import(request: Any, research_import_id: UUID) -> Any:
    return schemas.show_import(importing.own_import(request.member_scope, research_import_id))


@router.put(f"{AT}/mapping", response=schemas.ResearchImportOut, operation_id="map_research_import")
def map_research_import(request: Any, research_import_id: UUID, body: schemas.MappingIn) -> Any:
    """Say what columns hold, and what types, lists and states become."""
    row = importing.own_import(request.member_scope, research_import_id)
    return schemas.show_import(importing.remap(row, plan=schemas.plan_of(body)))


@router.get(f"{AT}/dry-run", response=schemas.DryRun, operation_id="try_research_import")
def try_research_import(request: Any, research_import_id: UUID, what: schemas.Fate | None = None) -> Any:
    """What the import would do to each item, with what stands against it, and what would be lost."""
    row = importing.own_import(request.member_scope, research_import_id)
    outcomes, losses = importing.dry_run(row)
    return schemas.show_dry_run(outcomes, losses, what=what or "")


@router.post(
    f"{AT}/confirmation", response={202: schemas.ResearchImportOut}, operation_id="confirm_research_import"
)
def confirm_research_import(
    request: Any, research_import_id: UUID, body: schemas.ResearchConfirmation | None = None
) -> Any:
    """Write it, as a job: all of it or nothing, under one change that undoes the whole."""
    row = importing.own_import(request.member_scope, research_import_id)
    leave_out = body.leave_out_errors if body else False
    row = importing.confirm(row, leave_out_errors=leave_out, by=request.member_scope)
    return 202, schemas.show_import(row)


@router.delete(AT, response={204: None}, operation_id="drop_research_import")
def drop_research_import(request: Any, research_import_id: UUID) -> Any:
    """Forget the import and its file."""
    importing.drop(importing.own_import(request.member_scope, research_import_id))
    return 204, None
