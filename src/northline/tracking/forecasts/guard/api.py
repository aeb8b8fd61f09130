"""Addresses of guarded deadlines."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Router

from northline.core import editing
from northline.core.schemas import IfMatch
from northline.delivery import access
from northline.tracking.forecasts.guard import actions
from northline.tracking.forecasts.guard.schemas import AlertAnswerIn, DeadlineGuardOut, GuardIn, show_guard

router = Router(tags=["tracking"])
HERE = "/projects/{uuid:project_id}/deadline-guard"


@router.get(HERE, response=DeadlineGuardOut, operation_id="read_deadline_guard")
def read_deadline_guard(request: Any, project_id: UUID) -> Any:
    """How the deadline of a project is guarded, and when its chance fell below that."""
    return show_guard(access.project(request.member_scope, project_id), request.member_scope)


@router.put(HERE, response=DeadlineGuardOut, operation_id="guard_deadline")
def guard_deadline(request: Any, project_id: UUID, body: GuardIn, if_match: IfMatch = None) -> Any:
    """Say below which chance whoever manages the project is warned, and who is called when they do not answer."""
    scope = request.member_scope
    project = access.project(scope, project_id, right="plan")
    expected = editing.expected_version(if_match)
    actions.guard_deadline(project, said=body.model_dump(), expected=expected, by=scope)
    return show_guard(project, scope)


@router.post(f"{HERE}/answer", response=DeadlineGuardOut, operation_id="answer_deadline_alert")
def answer_deadline_alert(request: Any, project_id: UUID, body: AlertAnswerIn) -> Any:
    """Answer the warning that stands, so that nobody else is called."""
    scope = request.member_scope
    project = access.project(scope, project_id)
    actions.answer_alert(project, note=body.note, by=scope)
    return show_guard(project, scope)
