"""What a member's own work looks like over the API."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from northline.core.schemas import Out, Ref, Who
from northline.delivery.schemas import PlanTime, StateOut
from northline.scheduling.checklists import ChecklistEntryOut
from northline.tracking.mywork.rules import When


class WaitOut(Ref):
    """Open work that something waits for, whose it is, and when it is to be finished."""

    owner: Who | None
    finish: PlanTime | None


class TaskOut(Ref):
    """An item that the member owns or is assigned to, or, where it is not `mine`, does something of its checklist for.

    `minutes_per_day` is a working day of its project; `checklist` is the whole of it, to be sent back with an edit.
    """

    version: int
    project: Ref
    when: When
    start: PlanTime | None
    finish: PlanTime | None
    deadline: PlanTime | None
    days_late: int
    state: str
    workflow: list[StateOut]
    item_type_id: UUID | None
    percent_complete: float
    duration_minutes: int
    remaining_minutes: int
    minutes_per_day: int
    owned: bool
    mine: bool
    checklist: list[ChecklistEntryOut]
    waits_for: list[WaitOut]
    can: dict[str, bool]


class MyWorkOut(Out):
    today: date
    items: list[TaskOut]
