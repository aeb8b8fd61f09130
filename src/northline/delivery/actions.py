"""The verbs of projects. Each is one transaction; a change to what dates depend on is told upwards."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F

from northline.accounts.models import RoleGrant
from northline.core import changes, editing, events, kinds
from northline.core.models import Change, column
from northline.core.refusal import Conflict, NotAllowed, NotFound, Refusal
from northline.core.scope import Scope
from northline.delivery import access
from northline.delivery.day_hours import with_hours
from northline.delivery.models import PlanCalendar, Project
from northline.products.access import product_for

# Fields of a project that its dates or its chances depend on.
MOVES_DATES = {"start", "deadline", "status_date", "minutes_per_day", "minutes_per_week", "calendar_id"}
NEEDED = {"title", "start", "minutes_per_day", "minutes_per_week"}


@transaction.atomic
def start_project(
    *,
    title: str,
    code: str,
    start: str,
    product_id: UUID | None,
    by: Scope,
    calendar_id: UUID | None = None,
    cause: Change | None = None,
) -> Project:
    """Start an empty project on a calendar of the workspace, or with a plain working week of its own; whoever starts it
    manages it.

    Raises Conflict `project.code_taken`, NotFound for a calendar of elsewhere.
    """
    may_start(product_id, by=by)
    project = Project(title=title, code=code, start=start, product_id=product_id)
    if calendar_id is not None:
        refuse_unknown_calendar(calendar_id, of=project, by=by)
    store_project(project, by=by)
    Project.objects.filter(pk=project.pk).update(calendar_id=calendar_id or _plain_calendar(project, by).pk)
    events.emit("plan_changed", project_id=project.pk)
    project.refresh_from_db()
    said = {"how": "archive", "version": project.version}
    changes.record(by, "created", project, after={"title": title, "code": code}, undo=said, cause=cause)
    return project


def _plain_calendar(project: Project, by: Scope) -> PlanCalendar:
    calendar: PlanCalendar = PlanCalendar.objects.create(
        workspace_id=by.workspace_id,
        project=project,
        key=changes.next_key(by.workspace_id, PlanCalendar.PREFIX),
        title="Standard",
    )
    return calendar


def may_start(product_id: UUID | None, *, by: Scope) -> None:
    """On a product that takes the right to plan there; without one, any full member may."""
    if product_id is not None:
        product_for(by, product_id, right="plan")
    elif not by.sees_everything:
        raise NotAllowed("the workspace role of member")


def store_project(project: Project, *, by: Scope) -> None:
    """Give the project its key, store it, and make the member its manager; the caller records it."""
    check_code(project.code, by=by)
    project.workspace_id = by.workspace_id
    project.key = changes.next_key(by.workspace_id, Project.PREFIX)
    project.save(force_insert=True)
    RoleGrant.objects.create(
        workspace_id=by.workspace_id,
        member_id=by.member_id,
        object_kind="project",
        object_id=project.pk,
        role=RoleGrant.Role.PROJECT_MANAGER,
    )


def check_code(code: str, *, by: Scope) -> None:
    """A code starts the keys of its items, so it must be nobody else's."""
    if code in _reserved():
        raise Refusal(
            "project.code_reserved", f"Keys that start with {code} have another meaning. Take another code."
        )
    if is_taken(code, by=by):
        raise Conflict("project.code_taken", f"Another project has the code {code}. Take another one.")


def is_taken(code: str, *, by: Scope) -> bool:
    return code in _reserved() or Project.objects.filter(workspace_id=by.workspace_id, code=code).exists()


def _reserved() -> set[str]:
    return {str(getattr(kind.model, "PREFIX", "")) for kind in kinds.all_kinds()}


@transaction.atomic
def revise_project(
    project: Project,
    *,
    expected: int,
    fields: Mapping[str, Any],
    by: Scope,
    verb: str = "edited",
    cause: Change | None = None,
) -> Project:
    """Change a project; where dates depend on it, the plan is computed anew in the same transaction."""
    _check_fields(project, fields, by)
    fields = with_hours(fields, project, first=("start",), last=("deadline", "status_date"))
    old, new = editing.differences(project, fields, expected=expected, by=by)
    if not new:
        return project
    editing.swap(project, expected=expected, fields=new)
    if MOVES_DATES & new.keys():
        Project.objects.filter(pk=project.pk).update(plan_version=F("plan_version") + 1)
        events.emit("plan_changed", project_id=project.pk)
        project.refresh_from_db()
    undo = {"how": "project", "version": project.version, "fields": old}
    changes.record(
        by, verb, project, before=old, after=editing.after_of(project, old), undo=undo, cause=cause
    )
    return project


def set_back(change: Change, by: Scope) -> None:
    """The undo of `revise_project`."""
    project = access.locked_project(by, change.object_id, right="plan")
    fields = {name: column(project, name).to_python(value) for name, value in change.undo["fields"].items()}
    for name in ("product_id", "calendar_id"):
        if fields.get(name):
            fields[name] = UUID(str(fields[name]))
    revise_project(project, expected=change.undo["version"], fields=fields, by=by, verb="undid", cause=change)


def _check_fields(project: Project, fields: Mapping[str, Any], by: Scope) -> None:
    for name in NEEDED & fields.keys():
        if fields[name] is None:
            raise Refusal(
                "input.invalid", f"A project needs its {name}.", fields=[{"path": name, "message": "needed"}]
            )
    if (product_id := fields.get("product_id")) and product_id != project.product_id:
        product_for(by, product_id, right="plan")
    calendar_id = fields.get("calendar_id")
    if calendar_id and calendar_id != project.calendar_id:
        refuse_unknown_calendar(calendar_id, of=project, by=by)


def refuse_unknown_calendar(calendar_id: UUID, *, of: Project, by: Scope) -> None:
    """A plan may stand on its own calendars, and on the workspace's for those who may read them."""
    known = PlanCalendar.objects.filter(project_id=of.pk, archived_at=None) | access.shared_calendars(by)
    if not known.filter(pk=calendar_id).exists():
        raise NotFound("calendar")
