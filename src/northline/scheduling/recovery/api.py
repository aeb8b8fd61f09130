"""Addresses of recovery: ask how a date is made, look at the ways, open one as a scenario, forget them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Router

from northline.core.refusal import NotFound
from northline.delivery.access import project as readable_project
from northline.delivery.models import WorkItem
from northline.scheduling.recovery import access, actions, queries, schemas
from northline.scheduling.scenarios.schemas import ScenarioOut, show_scenario

router = Router(tags=["recovery"])
OF_PROJECT = "/projects/{uuid:project_id}/recoveries"
HERE = "/recoveries/{recovery_id}"


@router.post(OF_PROJECT, response={202: schemas.RecoveryOut}, operation_id="recover_project")
def recover_project(request: Any, project_id: UUID, body: schemas.RecoveryIn) -> Any:
    """Ask how a deadline is made. A job finds levers and packages; nothing is changed."""
    scope = request.member_scope
    project = readable_project(scope, project_id, right="plan")
    item = None
    if body.item_id:
        item = WorkItem.objects.filter(project=project, archived_at=None, pk=body.item_id).first()
        if item is None:
            raise NotFound("work item")
    row = actions.start(project, item, body.model_dump(mode="json", exclude={"item_id"}), by=scope)
    return 202, queries.shown([row], scope)[0]


@router.get(OF_PROJECT, response=list[schemas.RecoveryOut], operation_id="list_recoveries")
def list_recoveries(request: Any, project_id: UUID) -> Any:
    """The last questions about this project, newest first, without their answers."""
    project = readable_project(request.member_scope, project_id)
    return queries.shown(queries.recoveries_of(project), request.member_scope)


@router.get(HERE, response=schemas.RecoveryOut, operation_id="read_recovery")
def read_recovery(request: Any, recovery_id: UUID) -> Any:
    """The ways back, packages first, then levers from the worthiest down."""
    row = access.recovery(request.member_scope, recovery_id)
    return queries.shown([row], request.member_scope)[0]


@router.post(f"{HERE}/scenarios", response={201: ScenarioOut}, operation_id="open_way_back")
def open_way_back(request: Any, recovery_id: UUID, body: schemas.WayName) -> Any:
    """Open one of the ways as a scenario, to be reviewed and merged as any other."""
    scope = request.member_scope
    access.recovery(scope, recovery_id, right="plan")
    return 201, show_scenario(actions.open_way(recovery_id, name=body.way, by=scope), scope)


@router.delete(HERE, response={204: None}, operation_id="drop_recovery")
def drop_recovery(request: Any, recovery_id: UUID) -> Any:
    """Forget the answer, or stop looking for one. Scenarios opened from it stay."""
    actions.drop(access.recovery(request.member_scope, recovery_id, right="plan"))
    return 204, None
