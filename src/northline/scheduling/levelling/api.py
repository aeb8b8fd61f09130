"""Addresses of levelling: start it, look at the proposal, apply it, throw it away."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from ninja import Query, Router

from northline.core.scope import Scope
from northline.delivery.access import project as readable_project
from northline.scheduling.levelling import access, actions, schemas, values
from northline.scheduling.levelling.models import Levelling

router = Router(tags=["levelling"])
MOST_LISTED = 20
ProjectIds = Annotated[list[UUID], Query(min_length=1, max_length=schemas.MOST_PROJECTS)]


def _shown(row: Levelling, projects: list[Any], scope: Scope) -> dict[str, Any]:
    return schemas.show_levelling(row, scope, projects, priced=access.may_see_prices(scope))


@router.post("/levellings", response={202: schemas.LevellingOut}, operation_id="level_projects")
def level_projects(request: Any, body: schemas.LevellingIn) -> Any:
    """Look for dates at which nobody has too much to do. A job finds a proposal; nothing is changed until you apply it."""
    scope = request.member_scope
    projects = access.projects(scope, body.project_ids, right="plan")
    options = body.model_dump(mode="json", exclude={"project_ids"})
    return 202, _shown(actions.start(projects, options, by=scope), projects, scope)


@router.get("/levelling-values", response=list[schemas.ProjectValue], operation_id="read_project_values")
def read_project_values(request: Any, project_id: ProjectIds) -> Any:
    """What each of these projects is worth, by the scores of the initiatives that it realises, and what a day late of it
    would count among them."""
    found = access.projects(request.member_scope, project_id, right="read")
    return values.worths_of_rows(found)


@router.get("/levellings/{levelling_id}", response=schemas.LevellingOut, operation_id="read_levelling")
def read_levelling(request: Any, levelling_id: UUID) -> Any:
    row, projects = access.levelling(request.member_scope, levelling_id)
    return _shown(row, projects, request.member_scope)


@router.get(
    "/projects/{uuid:project_id}/levellings",
    response=list[schemas.LevellingOut],
    operation_id="list_levellings",
)
def list_levellings(request: Any, project_id: UUID) -> Any:
    """The last levellings of this project alone, newest first, without their proposals."""
    scope = request.member_scope
    project = readable_project(scope, project_id)
    rows = Levelling.objects.select_related("by__person", "change").defer("found", "columns")
    mine = rows.filter(workspace_id=scope.workspace_id, plans__0__id=str(project.pk)).order_by("-created_at")
    alone = [row for row in mine[:MOST_LISTED] if len(row.plans) == 1]
    for row in alone:
        row.found = None
    return [_shown(row, [project], scope) for row in alone]


@router.post(
    "/levellings/{levelling_id}/application", response=schemas.LevellingOut, operation_id="apply_levelling"
)
def apply_levelling(request: Any, levelling_id: UUID, body: schemas.Application) -> Any:
    """Write the proposal, or one of its alternatives, into the plans. One undo takes it back."""
    scope = request.member_scope
    row, _ = access.levelling(scope, levelling_id, right="plan")
    actions.apply(row, alternative=body.alternative, reason=body.reason, by=scope)
    return _shown(*access.levelling(scope, levelling_id), scope)


@router.delete("/levellings/{levelling_id}", response={204: None}, operation_id="drop_levelling")
def drop_levelling(request: Any, levelling_id: UUID) -> Any:
    """Throw a proposal away, or stop looking for one."""
    row, _ = access.levelling(request.member_scope, levelling_id, right="plan")
    actions.drop(row)
    return 204, None
