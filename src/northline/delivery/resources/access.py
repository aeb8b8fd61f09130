"""The doors to resources and calendars: a project's own are opened as its plan is, the workspace's by whoever plans."""

from __future__ import annotations

from typing import TypeVar
from uuid import UUID

from northline.core.doors import allowed
from northline.core.refusal import NotAllowed, NotFound
from northline.core.scope import NEEDS, Place, Right, Scope
from northline.delivery.access import project as readable_project
from northline.delivery.models import PlanCalendar, Project, Resource

T = TypeVar("T", Resource, PlanCalendar)


def resource(scope: Scope, resource_id: UUID, right: Right = "read") -> Resource:
    rows = Resource.objects.select_related("calendar", "member__person", "role", "team")
    row: Resource | None = rows.filter(workspace_id=scope.workspace_id, pk=resource_id).first()
    return _opened(scope, row, right, "resource")


def calendar(scope: Scope, calendar_id: UUID, right: Right = "read") -> PlanCalendar:
    rows = PlanCalendar.objects.filter(workspace_id=scope.workspace_id, pk=calendar_id)
    row: PlanCalendar | None = rows.first()
    return _opened(scope, row, right, "calendar")


def _opened(scope: Scope, row: T | None, right: Right, what: str) -> T:
    if row is None:
        raise NotFound(what)
    if row.project_id is not None:
        return allowed(scope, row, right=right)
    if not scope.sees_everything:
        raise NotFound(what)
    if right != "read" and not scope.may_somewhere("plan"):
        raise NotAllowed(NEEDS["plan"])
    return row


def home(scope: Scope, project_id: UUID | None) -> Project | None:
    """Where a new row is to live: a project whose plan one may change, or None for the workspace."""
    if project_id is not None:
        return readable_project(scope, project_id, right="plan")
    if not scope.sees_everything:
        raise NotFound("workspace")
    if not scope.may_somewhere("plan"):
        raise NotAllowed(NEEDS["plan"])
    return None


def may_edit(scope: Scope, row: Resource | PlanCalendar) -> bool:
    if row.project_id is not None:
        return scope.may("plan", row.place())
    return scope.sees_everything and scope.may_somewhere("plan")


def may_see_rates(scope: Scope, row: Resource) -> bool:
    """What people cost is known to admins; of a project's own resources also to whoever plans it."""
    return scope.may("administer", Place()) or (row.project_id is not None and scope.may("plan", row.place()))


def priced_resource(scope: Scope, resource_id: UUID) -> Resource:
    """A resource whose rates one may see and set."""
    row = resource(scope, resource_id)
    if not may_see_rates(scope, row):
        raise NotAllowed(NEEDS["plan" if row.project_id else "administer"])
    return row
