"""The doors to timesheets: one's own, those of one's people by project, everybody's for admins."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q, QuerySet

from northline.accounts.access import active_colleague
from northline.accounts.models import Member
from northline.core.doors import allowed
from northline.core.refusal import NotAllowed, NotFound
from northline.core.scope import NEEDS, Place, Right, Scope
from northline.delivery.access import project as readable_project
from northline.delivery.models import Project, WorkItem
from northline.tracking.timesheets.models import TimeEntry, Timesheet

OTHERS = "being whose week it is, or the workspace role of admin"


def managed(scope: Scope, *, project: str = "") -> Q:
    """The rows whose project the member may plan; `project` is the path to it, ending in two underscores."""
    if scope.may("administer", Place()):
        return Q(**{f"{project}workspace_id": scope.workspace_id})
    of_product = Q(**{f"{project}product_id__in": scope.granted("product", "plan")})
    return Q(**{f"{project}pk__in": scope.granted("project", "plan")}) | of_product


def narrowed_entries(rows: QuerySet[TimeEntry], scope: Scope) -> QuerySet[TimeEntry]:
    """One's own hours, and everybody's of the projects that one may plan."""
    return rows.filter(Q(sheet__member_id=scope.member_id) | managed(scope, project="project__"))


def narrowed_sheets(rows: QuerySet[Timesheet], scope: Scope) -> QuerySet[Timesheet]:
    """One's own weeks, and those with hours of the projects that one may plan."""
    if scope.may("administer", Place()):
        return rows
    mine = TimeEntry.objects.filter(managed(scope, project="project__"), archived_at=None, minutes__gt=0)
    return rows.filter(Q(member_id=scope.member_id) | Q(pk__in=mine.values("sheet_id")))


def entry(scope: Scope, entry_id: UUID, right: Right = "read") -> TimeEntry:
    rows = TimeEntry.objects.filter(workspace_id=scope.workspace_id, pk=entry_id)
    row = narrowed_entries(rows, scope).first()
    if row is None:
        raise NotFound("time_entry")
    if right != "read":
        writable_member(scope, row.sheet.member_id)
    return row


def sheet(scope: Scope, sheet_id: UUID, right: Right = "read") -> Timesheet:
    """A week that one may look into; who may change it is asked for with any other right."""
    row = Timesheet.objects.filter(workspace_id=scope.workspace_id, pk=sheet_id).first()
    if row is None:
        raise NotFound("timesheet")
    seen_member(scope, row.member_id)
    if right != "read":
        writable_member(scope, row.member_id)
    return row


def seen_member(scope: Scope, member_id: UUID) -> Member:
    """Somebody of the workspace whose hours one may read, of all projects or of those that one may plan."""
    row = Member.objects.filter(workspace_id=scope.workspace_id, pk=member_id).first()
    if row is None:
        raise NotFound("member")
    if member_id != scope.member_id and not scope.may_somewhere("plan"):
        raise NotAllowed(NEEDS["plan"])
    return row


def writable_member(scope: Scope, member_id: UUID) -> Member:
    """Whose hours one may report: one's own; an admin may for others too."""
    row = active_colleague(scope, member_id)
    if member_id != scope.member_id and not scope.may("administer", Place()):
        raise NotAllowed(OTHERS)
    return row


def judged(scope: Scope, sheet_id: UUID, project_id: UUID) -> tuple[Timesheet, Project]:
    """A week and a project whose hours in it one may approve."""
    project = readable_project(scope, project_id, right="plan")
    row = Timesheet.objects.filter(workspace_id=scope.workspace_id, pk=sheet_id).first()
    if row is None:
        raise NotFound("timesheet")
    return row, project


def refuse_unless_judge(scope: Scope, project_ids: set[UUID]) -> None:
    """Raise NotFound or NotAllowed unless one may approve the hours of these projects."""
    rows = Project.objects.filter(workspace_id=scope.workspace_id, pk__in=project_ids)
    found = {row.pk: allowed(scope, row, right="plan") for row in rows}
    if found.keys() != project_ids:
        raise NotFound("project")


def locked_sheets(scope: Scope, sheet_ids: set[UUID]) -> dict[UUID, Timesheet]:
    """These weeks, locked in the order of their ids until the transaction ends. Raises NotFound."""
    rows = Timesheet.objects.select_for_update(of=("self",)).filter(
        workspace_id=scope.workspace_id, pk__in=sheet_ids
    )
    found = {row.pk: row for row in rows.order_by("pk")}
    if found.keys() != sheet_ids:
        raise NotFound("timesheet")
    return found


def workable(scope: Scope, item_ids: set[UUID]) -> dict[UUID, WorkItem]:
    """Items on which one may report work."""
    rows = WorkItem.objects.filter(workspace_id=scope.workspace_id, pk__in=item_ids, archived_at=None)
    found = {row.pk: allowed(scope, row, right="contribute") for row in rows}
    if found.keys() != item_ids:
        raise NotFound("work_item")
    return found


def people_of(member_ids: set[UUID]) -> QuerySet[Member]:
    """These members, as far as they still work here."""
    return Member.objects.filter(pk__in=member_ids, suspended_at=None, person__is_active=True)
