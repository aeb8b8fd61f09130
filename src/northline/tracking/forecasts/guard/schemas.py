"""What the guard of a deadline looks like over the API."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from django.db.models import Q
from pydantic import Field

from northline.core.schemas import In, Out, Ref, Text, Who, ref, who
from northline.core.scope import Scope
from northline.delivery.models import Project, WorkItem
from northline.delivery.schemas import PlanTime
from northline.tracking.forecasts.guard.actions import may_answer
from northline.tracking.forecasts.guard.guarded import Guarded
from northline.tracking.forecasts.models import DeadlineAlert, Guard, ItemGuard
from northline.tracking.forecasts.queries import last_chances

MOST_FALLS = 10
MOST_ITEMS = 500


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


class ItemGuardOut(DeadlineGuardOut):
    """The guard of an item's deadline. `recorded` is what was recorded last of its chance, null where nothing was lately."""

    item: Ref
    deadline: PlanTime | None
    recorded: float | None


def show_guard(guarded: Guarded, scope: Scope) -> dict[str, Any]:
    """The guard of a deadline that is already allowed. Two queries."""
    rows = guarded.alerts().select_related("manager", "deputy", "answered_by", "project")
    return _shown(guarded, guarded.guards().first(), list(rows.order_by("-fell_at")[:MOST_FALLS]), scope)


def show_item_guard(guarded: Guarded, scope: Scope) -> dict[str, Any]:
    """The same of an item. Three queries."""
    return show_guard(guarded, scope) | _of_item(guarded, last_chances([guarded.item_id]))


def show_item_guards(project: Project, scope: Scope) -> list[dict[str, Any]]:
    """The guards of all items of a project that have a deadline and are not done, or are guarded. Four queries."""
    guards = {
        row.item_id: row for row in ItemGuard.objects.filter(item__project=project).select_related("deputy")
    }
    items = WorkItem.objects.filter(project=project, archived_at=None)
    due = Q(deadline__gt="", percent_complete__lt=100) | Q(pk__in=list(guards))
    found = list(items.filter(due).order_by("deadline", "pk")[:MOST_ITEMS])
    falls: dict[UUID | None, list[DeadlineAlert]] = defaultdict(list)
    rows = DeadlineAlert.objects.filter(item__in=[item.pk for item in found])
    for row in rows.select_related("manager", "deputy", "answered_by", "project").order_by("-fell_at"):
        falls[row.item_id].append(row)
    chances = last_chances([item.pk for item in found])
    return [
        _shown(guarded, guards.get(item.pk), falls[item.pk][:MOST_FALLS], scope) | _of_item(guarded, chances)
        for item in found
        if (guarded := Guarded(project, item))
    ]


def _of_item(guarded: Guarded, chances: Mapping[UUID, float]) -> dict[str, Any]:
    assert guarded.item is not None
    recorded = chances.get(guarded.item.pk)
    return {"item": ref(guarded.item), "deadline": guarded.deadline, "recorded": recorded}


def _shown(guarded: Guarded, guard: Guard | None, falls: list[DeadlineAlert], scope: Scope) -> dict[str, Any]:
    project = guarded.project
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
