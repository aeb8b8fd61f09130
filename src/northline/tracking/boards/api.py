"""Addresses of a project's board and of its workflow."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Router

from northline.core import editing
from northline.core.edge import written
from northline.core.schemas import IfMatch
from northline.delivery import access
from northline.tracking.boards import actions, queries, schemas

router = Router(tags=["tracking"])


@router.get("/projects/{uuid:project_id}/board", response=schemas.BoardOut, operation_id="read_board")
def read_board(request: Any, project_id: UUID) -> Any:
    """The states of a project's work, what stands in each, and since when. Items are moved by `edit_plan`."""
    project = access.project(request.member_scope, project_id)
    return written(queries.board_of(project, request.member_scope))


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
