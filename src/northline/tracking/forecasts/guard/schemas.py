"""What the guard of a deadline looks like over the API."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from northline.core.schemas import In, Out, Text, Who, who
from northline.core.scope import Scope
from northline.delivery.models import Project
from northline.tracking.forecasts.guard.actions import may_answer
from northline.tracking.forecasts.models import DeadlineAlert, DeadlineGuard

MOST_FALLS = 10


class GuardIn(In):
    """Warn when the recorded chance falls below `chance`, null for never; call the deputy after `days` without an answer."""

    chance: Annotated[float, Field(ge=0.01, le=0.99)] | None
    days: Annotated[int, Field(ge=1, le=30)] = 3
    deputy_id: UUID | None = None


class AlertAnswerIn(In):
    note: Text = ""


class DeadlineFallOut(Out):
    """One fall of the chance below what is guarded; `over_at` once it rose again or is guarded no more."""

    fell_at: datetime
    guarded: float
    chance: float
    manager: Who | None
    deputy: Who | None
    escalated_at: datetime | None
    answered_by: Who | None
    answered_at: datetime | None
    answer: str
    over_at: datetime | None


class DeadlineGuardOut(Out):
    """`version` is the project's. `falls` are the newest first; one that is not over is the first."""

    version: int
    chance: float | None
    days: int
    deputy: Who | None
    falls: list[DeadlineFallOut]
    can: dict[str, bool]


def show_guard(project: Project, scope: Scope) -> dict[str, Any]:
    """The guard of a project that is already allowed. Two queries."""
    guard = DeadlineGuard.objects.filter(project=project).select_related("deputy").first()
    rows = DeadlineAlert.objects.filter(project=project).select_related(
        "manager", "deputy", "answered_by", "project"
    )
    falls = list(rows.order_by("-fell_at")[:MOST_FALLS])
    waiting = next((row for row in falls if row.over_at is None and row.answered_at is None), None)
    edit = project.archived_at is None and scope.may("plan", project.place())
    return {
        "version": project.version,
        "chance": guard.chance if guard else None,
        "days": guard.days if guard else 3,
        "deputy": who(guard.deputy) if guard else None,
        "falls": [_fall(row) for row in falls],
        "can": {"edit": edit, "answer": waiting is not None and may_answer(waiting, scope)},
    }


def _fall(row: DeadlineAlert) -> dict[str, Any]:
    names = ("fell_at", "guarded", "chance", "escalated_at", "answered_at", "answer", "over_at")
    people = {name: who(getattr(row, name)) for name in ("manager", "deputy", "answered_by")}
    return {name: getattr(row, name) for name in names} | people
