"""Addresses of templates of plans. Into a plan that is there, one is laid by the edit `insert`."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Router

from northline.core import editing
from northline.core.schemas import IfMatch
from northline.delivery.schemas import show_project
from northline.scheduling.queries import edited_answer
from northline.scheduling.templates import access, actions, schemas
from northline.scheduling.templates.revising import revise

router = Router(tags=["scheduling"])
HERE = "/plan-templates/{plan_template_id}"


@router.post(
    "/projects/{uuid:project_id}/plan-templates",
    response={201: schemas.PlanTemplatePage},
    operation_id="save_plan_template",
)
def save_plan_template(request: Any, project_id: UUID, body: schemas.PlanTemplateIn) -> Any:
    """Keep a plan, or an item with all below it, as a template for every project of the workspace."""
    row = actions.save_template(project_id, **dict(body), by=request.member_scope)
    return 201, schemas.show_template_page(row, request.member_scope)


@router.get(HERE, response=schemas.PlanTemplatePage, operation_id="read_plan_template")
def read_plan_template(request: Any, plan_template_id: UUID) -> Any:
    """A template with its roles and the items that it makes."""
    return schemas.show_template_page(
        access.template(request.member_scope, plan_template_id), request.member_scope
    )


@router.patch(HERE, response=schemas.PlanTemplatePage, operation_id="edit_plan_template")
def edit_plan_template(
    request: Any, plan_template_id: UUID, body: schemas.PlanTemplatePatch, if_match: IfMatch = None
) -> Any:
    """Name it or its roles otherwise, propose others for them; what it makes stays."""
    row = access.template(request.member_scope, plan_template_id, "plan")
    row = revise(
        row,
        expected=editing.expected_version(if_match),
        fields=body.model_dump(exclude_unset=True, mode="json"),
        by=request.member_scope,
    )
    return schemas.show_template_page(row, request.member_scope)


@router.post(f"{HERE}/archival", response=schemas.PlanTemplateOut, operation_id="archive_plan_template")
def archive_plan_template(request: Any, plan_template_id: UUID, if_match: IfMatch = None) -> Any:
    """Delete a template; it can be brought back, and what was made from it stays."""
    row = access.template(request.member_scope, plan_template_id, "plan")
    row = editing.archive(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return schemas.show_template(row, request.member_scope)


@router.delete(f"{HERE}/archival", response=schemas.PlanTemplateOut, operation_id="restore_plan_template")
def restore_plan_template(request: Any, plan_template_id: UUID, if_match: IfMatch = None) -> Any:
    row = access.template(request.member_scope, plan_template_id, "plan")
    row = editing.restore(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return schemas.show_template(row, request.member_scope)


@router.post(
    f"{HERE}/projects",
    response={200: schemas.TemplatedProject, 201: schemas.TemplatedProject},
    operation_id="start_project_from_template",
)
def start_project_from_template(
    request: Any, plan_template_id: UUID, body: schemas.TemplatedProjectIn, preview: bool = False
) -> Any:
    """Start a project from a template; you become its project manager. `?preview=true` answers the same and saves nothing."""
    row = access.template(request.member_scope, plan_template_id)
    edited = actions.start_from_template(row, **dict(body), by=request.member_scope, preview=preview)
    mine = actions.managing(request.member_scope, edited.project.pk)
    answer = {"project": show_project(edited.project, mine), "plan": edited_answer(edited)}
    return 200 if preview else 201, answer
