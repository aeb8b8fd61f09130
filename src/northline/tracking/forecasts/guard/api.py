"""Addresses of guarded deadlines."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Router

from northline.core import editing
from northline.core.schemas import IfMatch
from northline.delivery import access
from northline.tracking.forecasts.guard import actions
from northline.tracking.forecasts.guard.guarded import Guarded
from northline.tracking.forecasts.guard.schemas import (
    AlertAnswerIn,
    DeadlineGuardOut,
    GuardIn,
    ItemGuardOut,
    show_guard,
    show_item_guard,
    show_item_guards,
)

router = Router(tags=["tracking"])
HERE = "/projects/{uuid:project_id}/deadline-guard"
OF_ITEM = "/work-items/{uuid:item_id}/deadline-guard"


@router.get(HERE, response=DeadlineGuardOut, operation_id="read_deadline_guard")
def read_deadline_guard(request: Any, project_id: UUID) -> Any:
    """How the deadline of a project is guarded, and when its chance fell below that."""
    return show_guard(Guarded(access.project(request.member_scope, project_id)), request.member_scope)


@router.put(HERE, response=DeadlineGuardOut, operation_id="guard_deadline")
def guard_deadline(request: Any, project_id: UUID, body: GuardIn, if_match: IfMatch = None) -> Any:
    """Say below which chance whoever manages the project is warned, and who is called when they do not answer."""
    scope = request.member_scope
    project = access.project(scope, project_id, right="plan")
    expected = editing.expected_version(if_match)
    guarded = Guarded(project)
    actions.guard_deadline(guarded, said=body.model_dump(), expected=expected, by=scope)
    return show_guard(guarded, scope)


@router.post(f"{HERE}/answer", response=DeadlineGuardOut, operation_id="answer_deadline_alert")
def answer_deadline_alert(request: Any, project_id: UUID, body: AlertAnswerIn) -> Any:
    """Answer the warning that stands, so that nobody else is called."""
    scope = request.member_scope
    project = access.project(scope, project_id)
    actions.answer_alert(Guarded(project), note=body.note, by=scope)
    return show_guard(Guarded(project), scope)


@router.get(
    "/projects/{uuid:project_id}/item-guards", response=list[ItemGuardOut], operation_id="list_item_guards"
)
def list_item_guards(request: Any, project_id: UUID) -> Any:
    """How the deadlines of a project's milestones and other items are guarded, the next first."""
    return show_item_guards(access.project(request.member_scope, project_id), request.member_scope)


@router.get(OF_ITEM, response=ItemGuardOut, operation_id="read_item_guard")
def read_item_guard(request: Any, item_id: UUID) -> Any:
    """How the deadline of an item is guarded, and when its chance fell below that."""
    item = access.work_item(request.member_scope, item_id)
    return show_item_guard(Guarded(item.project, item), request.member_scope)


@router.put(OF_ITEM, response=ItemGuardOut, operation_id="guard_item")
def guard_item(request: Any, item_id: UUID, body: GuardIn, if_match: IfMatch = None) -> Any:
    """Say below which chance of an item's deadline whoever manages the project is warned, and who is called when they do
    not answer. The version is the project's."""
    scope = request.member_scope
    item = access.work_item(scope, item_id, right="plan")
    guarded = Guarded(item.project, item)
    expected = editing.expected_version(if_match)
    actions.guard_deadline(guarded, said=body.model_dump(), expected=expected, by=scope)
    return show_item_guard(guarded, scope)


@router.post(f"{OF_ITEM}/answer", response=ItemGuardOut, operation_id="answer_item_alert")
def answer_item_alert(request: Any, item_id: UUID, body: AlertAnswerIn) -> Any:
    """Answer the warning of an item that stands, so that nobody else is called."""
    scope = request.member_scope
    item = access.work_item(scope, item_id)
    guarded = Guarded(item.project, item)
    actions.answer_alert(guarded, note=body.note, by=scope)
    return show_item_guard(guarded, scope)
