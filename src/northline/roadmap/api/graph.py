"""Addresses of what waits for what, and of milestones."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Router

from northline.core import editing
from northline.core.schemas import IfMatch
from northline.products.access import product_for
from northline.roadmap import access
from northline.roadmap.actions import dependencies
from northline.roadmap.actions import milestones as actions
from northline.roadmap.schemas import items as schemas

router = Router()


@router.post(
    "/initiatives/{initiative_id}/predecessors",
    response={201: schemas.InitiativeDependencyOut},
    operation_id="wait_for_initiative",
)
def wait_for_initiative(request: Any, initiative_id: UUID, body: schemas.PredecessorIn) -> Any:
    """Let the initiative wait for another of its product. A circle is refused with the way that it would close."""
    after = access.initiative(request.member_scope, initiative_id, right="steer")
    before = access.initiative(request.member_scope, body.before_id)
    row = dependencies.wait_for(after, before=before, by=request.member_scope)
    return 201, schemas.show_dependency(row)


@router.delete(
    "/initiative-dependencies/{initiative_dependency_id}",
    response={204: None},
    operation_id="stop_waiting_for_initiative",
)
def stop_waiting_for_initiative(request: Any, initiative_dependency_id: UUID) -> Any:
    row = access.dependency(request.member_scope, initiative_dependency_id, right="steer")
    dependencies.wait_no_more(row, by=request.member_scope)
    return 204, None


@router.post(
    "/products/{product_id}/milestones", response={201: schemas.MilestoneOut}, operation_id="add_milestone"
)
def add_milestone(request: Any, product_id: UUID, body: schemas.MilestoneIn) -> Any:
    product = product_for(request.member_scope, product_id, right="steer")
    row = actions.add_milestone(product, fields=body.model_dump(), by=request.member_scope)
    return 201, schemas.show_milestone(row, request.member_scope)


@router.get("/milestones/{milestone_id}", response=schemas.MilestoneOut, operation_id="read_milestone")
def read_milestone(request: Any, milestone_id: UUID) -> Any:
    return schemas.show_milestone(access.milestone(request.member_scope, milestone_id), request.member_scope)


@router.patch("/milestones/{milestone_id}", response=schemas.MilestoneOut, operation_id="edit_milestone")
def edit_milestone(
    request: Any, milestone_id: UUID, body: schemas.MilestonePatch, if_match: IfMatch = None
) -> Any:
    row = access.milestone(request.member_scope, milestone_id, right="steer")
    expected, fields = editing.expected_version(if_match), body.model_dump(exclude_unset=True)
    row = actions.revise_milestone(row, expected=expected, fields=fields, by=request.member_scope)
    return schemas.show_milestone(row, request.member_scope)


@router.post(
    "/milestones/{milestone_id}/archival", response=schemas.MilestoneOut, operation_id="archive_milestone"
)
def archive_milestone(request: Any, milestone_id: UUID, if_match: IfMatch = None) -> Any:
    row = access.milestone(request.member_scope, milestone_id, right="steer")
    row = editing.archive(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return schemas.show_milestone(row, request.member_scope)


@router.delete(
    "/milestones/{milestone_id}/archival", response=schemas.MilestoneOut, operation_id="restore_milestone"
)
def restore_milestone(request: Any, milestone_id: UUID, if_match: IfMatch = None) -> Any:
    row = access.milestone(request.member_scope, milestone_id, right="steer")
    row = editing.restore(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return schemas.show_milestone(row, request.member_scope)
