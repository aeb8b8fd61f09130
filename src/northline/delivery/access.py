"""The doors to delivery."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from northline.core.doors import opened
from northline.core.refusal import Conflict, NotFound
from northline.core.scope import Right, Scope
from northline.delivery.models import Charter, Import, PlanCalendar, Project, WorkItem
from northline.roadmap.models import Initiative


def project(scope: Scope, project_id: UUID, *, right: Right = "read") -> Project:
    return opened(scope, Project.objects.all(), project_id, right=right)


def locked_project(scope: Scope, project_id: UUID, *, right: Right) -> Project:
    """The project, held until the transaction ends: edits of one plan come one after the other."""
    return opened(scope, Project.objects.select_for_update(), project_id, right=right)


def refuse_archived(project: Project, then: str = "Restore it first.") -> None:
    """Raise Conflict `project.archived` for a project that is put away; `then` says what to do."""
    if project.archived_at is not None:
        raise Conflict("project.archived", f"{project.key} is archived. {then}")


def work_item(scope: Scope, item_id: UUID, *, right: Right = "read") -> WorkItem:
    row: WorkItem = opened(scope, WorkItem.objects.all(), item_id, right=right)
    return row


def shared_calendars(scope: Scope) -> QuerySet[Any]:
    """The workspace's calendars on which a plan may be put by whoever may read them."""
    rows: QuerySet[Any] = PlanCalendar.objects.filter(
        workspace_id=scope.workspace_id, project=None, archived_at=None
    )
    return rows if scope.sees_everything else rows.none()


def charter(scope: Scope, charter_id: UUID, *, right: Right = "read") -> Charter:
    return opened(scope, Charter.objects.all(), charter_id, right=right)


def initiative(scope: Scope, initiative_id: UUID, *, right: Right = "read") -> Initiative:
    return opened(scope, Initiative.objects.all(), initiative_id, right=right)


def own_import(scope: Scope, import_id: UUID) -> Import:
    """The member's own import: nobody else sees a file before it is a project."""
    found = Import.objects.filter(
        workspace_id=scope.workspace_id, by_id=scope.member_id, pk=import_id
    ).first()
    if found is None:
        raise NotFound("import")
    return found
