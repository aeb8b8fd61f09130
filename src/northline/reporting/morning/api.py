"""Addresses of the morning list."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Router

from northline.reporting.morning import actions, queries, schemas
from northline.reporting.morning.rules import Code, finding_id

router = Router(tags=["reporting"])


@router.get("/morning", response=schemas.MorningOut, operation_id="read_morning")
def read_morning(request: Any) -> Any:
    """The few next actions that matter most in the projects that you manage, each with why."""
    return schemas.show_morning(queries.morning_of(request.member_scope))


@router.post("/morning/snoozes", response=schemas.MorningOut, operation_id="snooze_finding")
def snooze_finding(request: Any, body: schemas.SnoozeIn) -> Any:
    """Do not show one of your findings before a day, unless it weighs twice as much by then."""
    finding = finding_id(body.code, body.subject_id)
    return schemas.show_morning(actions.snooze(finding, until=body.until, by=request.member_scope))


@router.delete(
    "/morning/snoozes/{code}/{subject_id}", response=schemas.MorningOut, operation_id="wake_finding"
)
def wake_finding(request: Any, code: Code, subject_id: UUID) -> Any:
    """Show a finding again that you put to sleep."""
    return schemas.show_morning(actions.wake(finding_id(code, subject_id), by=request.member_scope))
