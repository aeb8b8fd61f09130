"""Addresses of gates."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Router

from northline.core import editing
from northline.core.schemas import IfMatch
from northline.delivery import access as delivery
from northline.tracking.gates import access, actions, schemas
from northline.tracking.gates.models import Gate
from northline.tracking.gates.schemas import GateOut, GatesOut, show_gate, show_gates

router = Router(tags=["tracking"])
HERE = "/gates/{gate_id}"
OF_PROJECT = "/projects/{uuid:project_id}/gates"


@router.get(OF_PROJECT, response=GatesOut, operation_id="list_gates")
def list_gates(request: Any, project_id: UUID) -> Any:
    """The gates of a project in order, with what of their criteria is met now."""
    scope = request.member_scope
    project = delivery.project(scope, project_id)
    rows = list(Gate.objects.filter(project=project, archived_at=None).order_by("position", "pk"))
    return {"items": show_gates(rows, scope), "can": {"edit": scope.may("plan", project.place())}}


@router.post(f"{OF_PROJECT}/usual", response={201: GatesOut}, operation_id="set_up_usual_gates")
def set_up_usual_gates(request: Any, project_id: UUID, body: schemas.UsualGates) -> Any:
    """Put the gates of a template after those that there are: one deed, one undo."""
    scope = request.member_scope
    project = delivery.project(scope, project_id, right="plan")
    rows = actions.set_up_usual(project, template=body.template, by=scope)
    return 201, {"items": show_gates(rows, scope), "can": {"edit": True}}


@router.post("/gates", response={201: GateOut}, operation_id="set_up_gate")
def set_up_gate(request: Any, body: schemas.GateIn) -> Any:
    """Put a gate after the others of a project."""
    scope = request.member_scope
    project = delivery.project(scope, body.project_id, right="plan")
    row = actions.set_up(project, fields=body.model_dump(exclude={"project_id"}), by=scope)
    return 201, show_gate(row, scope)


@router.get(HERE, response=GateOut, operation_id="read_gate")
def read_gate(request: Any, gate_id: UUID) -> Any:
    return show_gate(access.gate(request.member_scope, gate_id), request.member_scope)


@router.patch(HERE, response=GateOut, operation_id="edit_gate")
def edit_gate(request: Any, gate_id: UUID, body: schemas.GatePatch, if_match: IfMatch = None) -> Any:
    """Change what a gate asks, when, and who decides."""
    scope = request.member_scope
    row = access.gate(scope, gate_id, right="plan")
    fields = body.model_dump(exclude_unset=True)
    row = actions.revise_gate(row, expected=editing.expected_version(if_match), fields=fields, by=scope)
    return show_gate(row, scope)


@router.post(f"{HERE}/archival", response=GateOut, operation_id="archive_gate")
def archive_gate(request: Any, gate_id: UUID, if_match: IfMatch = None) -> Any:
    row = access.gate(request.member_scope, gate_id, right="plan")
    row = editing.archive(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return show_gate(row, request.member_scope)


@router.delete(f"{HERE}/archival", response=GateOut, operation_id="restore_gate")
def restore_gate(request: Any, gate_id: UUID, if_match: IfMatch = None) -> Any:
    row = access.gate(request.member_scope, gate_id, right="plan")
    row = editing.restore(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return show_gate(row, request.member_scope)


@router.put(f"{HERE}/criteria/{{criterion}}", response=GateOut, operation_id="check_criterion")
def check_criterion(
    request: Any,
    gate_id: UUID,
    criterion: schemas.CriterionId,
    body: schemas.CriterionCheck,
    if_match: IfMatch = None,
) -> Any:
    """Say whether a criterion is met that people judge; the others are measured."""
    scope = request.member_scope
    row = access.gate(scope, gate_id, right="contribute")
    expected = editing.expected_version(if_match)
    row = actions.check(row, criterion, met=body.met, note=body.note, expected=expected, by=scope)
    return show_gate(row, scope)


@router.post(f"{HERE}/decision", response=GateOut, operation_id="decide_at_gate")
def decide_at_gate(request: Any, gate_id: UUID, body: schemas.GateVerdict, if_match: IfMatch = None) -> Any:
    """Let the project go on, with conditions or without, hold it or stop it. Whoever is named to decide may."""
    scope = request.member_scope
    row = access.gate(scope, gate_id)
    row = actions.decide(
        row,
        verdict=body.verdict,
        note=body.note,
        conditions=[one.model_dump() for one in body.conditions],
        expected=editing.expected_version(if_match),
        by=scope,
    )
    return show_gate(row, scope)


@router.put(f"{HERE}/conditions/{{condition}}", response=GateOut, operation_id="settle_condition")
def settle_condition(
    request: Any,
    gate_id: UUID,
    condition: schemas.CriterionId,
    body: schemas.ConditionMet,
    if_match: IfMatch = None,
) -> Any:
    """Say that a condition is met: whoever it was given to, or whoever may plan the project."""
    scope = request.member_scope
    row = access.gate(scope, gate_id)
    expected = editing.expected_version(if_match)
    return show_gate(actions.settle(row, condition, met=body.met, expected=expected, by=scope), scope)
