"""Addresses of a project's board and of its workflow."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Router

from northline.core import editing
from northline.core.edge import written
from northline.core.schemas import IfMatch
from northline.delivery import access
from northline.delivery.item_types.access import item_type
from northline.tracking.boards import actions, queries, schemas

router = Router(tags=["tracking"])


@router.get("/projects/{uuid:project_id}/board", response=schemas.BoardOut, operation_id="read_board")
def read_board(request: Any, project_id: UUID, item_type_id: UUID | None = None, plain: bool = False) -> Any:
    """The states of a project's work, what stands in each, and since when. Items are moved by `edit_plan`.

    With a type, or of `plain` tasks, only these, in the states that they go through."""
    scope = request.member_scope
    project = access.project(scope, project_id)
    of_type = item_type(scope, item_type_id) if item_type_id else None
    return written(queries.board_of(project, scope, of_type=of_type, plain=plain))


@router.put("/projects/{uuid:project_id}/workflow", response=schemas.BoardOut, operation_id="draw_workflow")
def draw_workflow(request: Any, project_id: UUID, body: schemas.WorkflowIn, if_match: IfMatch = None) -> Any:
    """Change the states of a project's work, their order and how many items may stand in each."""
    project = access.project(request.member_scope, project_id, right="plan")
    project = actions.draw_workflow(
        project,
        states=[state.model_dump() for state in body.states],
        expected=editing.expected_version(if_match),
        by=request.member_scope,
    )
    return queries.board_of(project, request.member_scope)
