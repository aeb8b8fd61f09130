"""Addresses of files of plans that are made in the background."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Router

from northline.delivery.access import project as readable_project
from northline.scheduling import exporting
from northline.scheduling.exports import access, actions, schemas

router = Router(tags=["scheduling"])
HERE = "/plan-exports/{uuid:export_id}"


@router.post(
    "/projects/{uuid:project_id}/plan/exports",
    response={202: schemas.PlanExportOut},
    operation_id="start_plan_export",
)
def start_plan_export(request: Any, project_id: UUID, body: schemas.PlanExportIn) -> Any:
    """Have the plan written as a file in the background: needed for a large one, possible for any."""
    scope = request.member_scope
    drawing = body.model_dump(exclude={"format"})
    row = actions.ask(readable_project(scope, project_id), format=body.format, drawing=drawing, by=scope)
    return 202, schemas.show_export(row)


@router.get(HERE, response=schemas.PlanExportOut, operation_id="read_plan_export")
def read_plan_export(request: Any, export_id: UUID) -> Any:
    """Whether a file that you asked for is made."""
    return schemas.show_export(access.export(request.member_scope, export_id))


@router.get(f"{HERE}/file", response=bytes, operation_id="download_plan_export")
def download_plan_export(request: Any, export_id: UUID, inline: bool = False) -> Any:
    """The file that you asked for, once it is made; `inline` has a browser show a PDF instead of keeping it."""
    row = access.export(request.member_scope, export_id)
    return exporting.Made(access.content_of(row), row.content_type, row.name).sent(inline=inline)
