"""The address at which a plan's file is asked for."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Router

from northline.core.exports.api import ExportOut, show_export
from northline.delivery.access import project as readable_project
from northline.scheduling.exports import actions, schemas

router = Router(tags=["scheduling"])


@router.post(
    "/projects/{uuid:project_id}/plan/exports",
    response={202: ExportOut},
    operation_id="start_plan_export",
)
def start_plan_export(request: Any, project_id: UUID, body: schemas.PlanExportIn) -> Any:
    """Have the plan written as a file in the background: needed for a large one, possible for any."""
    scope = request.member_scope
    drawing = body.model_dump(exclude={"format"})
    row = actions.ask(readable_project(scope, project_id), format=body.format, drawing=drawing, by=scope)
    return 202, show_export(row)
