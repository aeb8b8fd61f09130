"""Addresses of iterations."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Router

from northline.core import editing
from northline.core.edge import written
from northline.core.schemas import IfMatch
from northline.delivery import access as delivery
from northline.scheduling.queries import edited_answer
from northline.scheduling.schemas import EditedOut
from northline.tracking.iterations import access, actions, queries, schemas

router = Router(tags=["tracking"])


@router.get(
    "/projects/{uuid:project_id}/iterations",
    response=list[schemas.ListedIteration],
    operation_id="list_iterations",
)
def list_iterations(request: Any, project_id: UUID) -> Any:
    """The iterations of a project, the latest first, with what is in each and how much of it is done."""
    return queries.iterations_of(delivery.project(request.member_scope, project_id), request.member_scope)


@router.post(
    "/projects/{uuid:project_id}/iterations",
    response={201: schemas.IterationOut},
    operation_id="plan_iteration",
)
def plan_iteration(request: Any, project_id: UUID, body: schemas.IterationIn) -> Any:
    """Add an iteration to a project."""
    project = delivery.project(request.member_scope, project_id, right="plan")
    row = actions.plan_iteration(project, fields=body.model_dump(), by=request.member_scope)
    return 201, schemas.show_iteration(row, request.member_scope)


@router.get("/iterations/{iteration_id}", response=schemas.IterationPage, operation_id="read_iteration")
def read_iteration(request: Any, iteration_id: UUID) -> Any:
    """An iteration with what was promised for it, and its burn-up day by day."""
    return queries.iteration_page(access.iteration(request.member_scope, iteration_id), request.member_scope)


@router.patch("/iterations/{iteration_id}", response=schemas.IterationOut, operation_id="edit_iteration")
def edit_iteration(
    request: Any, iteration_id: UUID, body: schemas.IterationPatch, if_match: IfMatch = None
) -> Any:
    row = access.iteration(request.member_scope, iteration_id, right="plan")
    row = actions.revise_iteration(
        row,
        expected=editing.expected_version(if_match),
        fields=body.model_dump(exclude_unset=True),
        by=request.member_scope,
    )
    return schemas.show_iteration(row, request.member_scope)


@router.post(
    "/iterations/{iteration_id}/archival", response=schemas.IterationOut, operation_id="archive_iteration"
)
def archive_iteration(request: Any, iteration_id: UUID, if_match: IfMatch = None) -> Any:
    row = access.iteration(request.member_scope, iteration_id, right="plan")
    row = editing.archive(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return schemas.show_iteration(row, request.member_scope)


@router.post(
    "/projects/{uuid:project_id}/commitments", response=schemas.Moved, operation_id="commit_to_iteration"
)
def commit_to_iteration(request: Any, project_id: UUID, body: schemas.CommitmentsIn) -> Any:
    """Promise tasks for an iteration, or take them out of the one that they are in. One change, one undo."""
    scope = request.member_scope
    iteration = body.iteration_id and access.iteration(scope, body.iteration_id, right="contribute")
    return {
        "moved": actions.commit(project_id, item_ids=body.item_ids, iteration=iteration or None, by=scope)
    }


@router.post("/projects/{uuid:project_id}/moves", response=EditedOut, operation_id="edit_and_commit")
def edit_and_commit(request: Any, project_id: UUID, body: schemas.CardMovesIn, brief: bool = False) -> Any:
    """Edit the plan and promise tasks for iterations, or for none: all or nothing, one undo, answered as `edit_plan`."""
    scope = request.member_scope
    promises = [
        (
            one.item_ids,
            access.iteration(scope, one.iteration_id, right="contribute") if one.iteration_id else None,
        )
        for one in body.promises
    ]
    edited, whole = actions.edit_and_commit(project_id, edits=body.edits, promises=promises, by=scope)
    return written(edited_answer(edited, brief=brief) | {"change_id": whole.pk})


@router.post("/iterations/{iteration_id}/closing", response=schemas.ClosedOut, operation_id="close_iteration")
def close_iteration(request: Any, iteration_id: UUID, body: schemas.Closing, if_match: IfMatch = None) -> Any:
    """Close an iteration and carry what is open to another one, or out of all, in one deed."""
    scope = request.member_scope
    row = access.iteration(scope, iteration_id, right="plan")
    into = access.iteration(scope, body.into_id, right="plan") if body.into_id else None
    row, carried = actions.close(row, expected=editing.expected_version(if_match), into=into, by=scope)
    return schemas.show_iteration(row, scope) | {"carried": carried}
