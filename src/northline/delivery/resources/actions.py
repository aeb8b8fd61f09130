"""The verbs of resources and calendars. What moves dates tells the plans that stand on it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

import orjson
from django.db import transaction
from django.db.models import Q

from northline import engine
from northline.accounts.access import active_colleague
from northline.core import changes, editing, events
from northline.core.models import Change, column, plain
from northline.core.refusal import Conflict, NotFound, Refusal
from northline.core.scope import Scope
from northline.delivery.models import Assignment, PlanCalendar, Project, Resource, ResourceRate, WorkItem
from northline.delivery.resources import access

T = TypeVar("T", Resource, PlanCalendar)
MOVES_DATES = frozenset(
    {"type", "calendar_id", "time_off", "week", "exceptions", "weeks", "country", "region"}
)
_IN_ORDER = frozenset({"time_off", "capacity_steps"})
_OF_DAYS = _IN_ORDER | {"week", "exceptions", "weeks"}


def create_resource(fields: Mapping[str, Any], *, by: Scope, cause: Change | None = None) -> Resource:
    """A new resource of a project, or of the workspace where none is named.

    Raises NotFound for a calendar, member, role or team of elsewhere, Conflict `resource.member_taken`.
    """
    row = Resource(workspace_id=by.workspace_id, project=access.home(by, fields.get("project_id")))
    for name, value in _of_resource(row, fields, by=by).items():
        setattr(row, name, value)
    return editing.create(row, prefix=Resource.PREFIX, by=by, cause=cause)


def create_calendar(fields: Mapping[str, Any], *, by: Scope) -> PlanCalendar:
    """A new calendar of a project, or of the workspace. Raises Refusal `calendar.unknown_country`."""
    row = PlanCalendar(workspace_id=by.workspace_id, project=access.home(by, fields.get("project_id")))
    for name, value in _of_calendar(row, fields, by=by).items():
        if value is not None:
            setattr(row, name, value)
    return editing.create(row, prefix=PlanCalendar.PREFIX, by=by)


@transaction.atomic
def revise(
    row: T,
    *,
    expected: int,
    fields: Mapping[str, Any],
    by: Scope,
    verb: str = "edited",
    reason: str = "",
    cause: Change | None = None,
) -> T:
    """Change a resource or a calendar; the plans that stand on it are computed anew. Raises what `create_…` raise."""
    checked = _of_resource if isinstance(row, Resource) else _of_calendar
    old, new = editing.differences(row, checked(row, fields, by=by), expected=expected, by=by)
    if not new:
        return row
    editing.swap(row, expected=expected, fields=new)
    if MOVES_DATES & new.keys():
        events.emit("plans_changed", project_ids=plans_on(row))
    changes.record(
        by,
        verb,
        row,
        before=old,
        after=editing.after_of(row, old),
        undo={"how": "resource", "version": row.version, "fields": old},
        reason=reason,
        cause=cause,
    )
    return row


def set_back(change: Change, by: Scope) -> None:
    """The undo of `revise`."""
    door = access.resource if change.object_kind == "resource" else access.calendar
    row: Any = door(by, change.object_id, "plan")
    fields = {column(row, name).attname: value for name, value in change.undo["fields"].items()}
    ids = {name: UUID(str(value)) for name, value in fields.items() if name.endswith("_id") and value}
    fields |= ids
    revise(row, expected=change.undo["version"], fields=fields, by=by, verb="undid", cause=change)


@transaction.atomic
def share(row: Resource, *, expected: int, by: Scope) -> Resource:
    """Let the whole workspace plan with a project's resource; its own calendar goes with it.

    Raises Conflict `resource.shared_already`, `resource.member_taken`.
    """
    if row.project_id is None:
        raise Conflict("resource.shared_already", f"{row.title} is the workspace's already.")
    access.home(by, None)
    if row.member_id:
        _refuse_taken(row, row.member_id)
    was = row.project_id
    if row.calendar_id:
        PlanCalendar.objects.filter(pk=row.calendar_id).update(project=None)
    editing.swap(row, expected=expected, fields={"project_id": None})
    changes.record(by, "shared", row, before={"project_id": plain(was)}, after={"project_id": None})
    return row


@transaction.atomic
def set_rates(
    row: Resource, rates: list[dict[str, Any]], *, expected: int, by: Scope, cause: Change | None = None
) -> Resource:
    """Replace what a resource costs. The change tells that, and never the figures."""
    before = list(ResourceRate.objects.filter(resource=row).values(*_RATE))
    editing.swap(row, expected=expected, fields={})
    ResourceRate.objects.filter(resource=row).delete()
    ResourceRate.objects.bulk_create(
        [ResourceRate(workspace_id=row.workspace_id, resource=row, **rate) for rate in rates]
    )
    was = [{name: plain(value) for name, value in rate.items()} for rate in before]
    undo = {"how": "rates", "version": row.version, "rates": was}
    changes.record(
        by, "undid" if cause else "priced", row, after={"rates": len(rates)}, undo=undo, cause=cause
    )
    return row


_RATE = ("since", "per_hour", "overtime_per_hour", "per_use")


def rates_back(change: Change, by: Scope) -> None:
    """The undo of `set_rates`."""
    row = access.priced_resource(by, change.object_id)
    set_rates(row, change.undo["rates"], expected=change.undo["version"], by=by, cause=change)


def plans_on(row: Resource | PlanCalendar) -> list[UUID]:
    """The projects whose dates hang on a resource or a calendar, in a fixed order."""
    if isinstance(row, Resource):
        resources = Resource.objects.filter(pk=row.pk)
        found = Project.objects.none()
    else:
        resources = Resource.objects.filter(calendar=row)
        items = WorkItem.objects.filter(calendar=row, archived_at=None)
        found = Project.objects.filter(Q(calendar=row) | Q(pk__in=items.values("project_id")))
    assigned = Assignment.objects.filter(resource__in=resources, item__archived_at=None)
    ids = {*found.values_list("pk", flat=True), *assigned.values_list("project_id", flat=True)}
    return sorted(ids)


def _of_resource(row: Resource, fields: Mapping[str, Any], *, by: Scope) -> dict[str, Any]:
    """The fields as they are stored, if a resource may have them."""
    stored = _stored(fields)
    _refuse_elsewhere(row, stored)
    member_id = stored.get("member_id")
    if member_id and member_id != row.member_id:
        active_colleague(by, member_id)
        _refuse_taken(row, member_id)
    if {"skills", "skill_levels"} & stored.keys():
        skills = list(dict.fromkeys(stored.get("skills", row.skills)))
        levels = stored.get("skill_levels", row.skill_levels)
        stored["skills"] = skills
        stored["skill_levels"] = {name: level for name, level in levels.items() if name in skills}
    return stored


def _refuse_elsewhere(row: Resource, stored: Mapping[str, Any]) -> None:
    """Its calendar, role and team are the workspace's or of the same project."""
    here = Q(project=None) | Q(project_id=row.project_id) if row.project_id else Q(project=None)
    for name, rows, what in (
        ("calendar_id", PlanCalendar.objects.filter(here), "calendar"),
        ("role_id", Resource.objects.filter(here, type="role"), "role"),
        ("team_id", Resource.objects.filter(here, type="team"), "team"),
    ):
        wanted = stored.get(name)
        if wanted and wanted != getattr(row, name):
            if wanted == row.pk:
                raise Refusal("resource.of_itself", f"{row.title} cannot be its own {what}.")
            if not rows.filter(workspace_id=row.workspace_id, archived_at=None, pk=wanted).exists():
                raise NotFound(what)


def _refuse_taken(row: Resource, member_id: UUID) -> None:
    """In the workspace, a member is one resource."""
    others = Resource.objects.filter(
        workspace_id=row.workspace_id, project=None, archived_at=None, member_id=member_id
    ).exclude(pk=row.pk)
    if (other := others.first()) is not None:
        raise Conflict(
            "resource.member_taken", f"This member is {other.key} {other.title} already. Use that resource."
        )


def _of_calendar(row: PlanCalendar, fields: Mapping[str, Any], *, by: Scope) -> dict[str, Any]:
    """The fields as they are stored, if a calendar may have them."""
    stored = _stored(fields)
    country, region = (stored.get(name, getattr(row, name)) for name in ("country", "region"))
    if {"country", "region"} & stored.keys() and (country or region):
        try:
            engine.country_holidays(country, region=region or None, first_year=2026, last_year=2026)
        except engine.PlanError as error:
            raise Refusal("calendar.unknown_country", error.message) from error
    return stored


def _stored(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Days and hours as JSON keeps them, time off and capacities in order."""
    stored = {name: value for name, value in fields.items() if name != "project_id"}
    for name in _OF_DAYS & stored.keys():
        stored[name] = orjson.loads(orjson.dumps(stored[name]))
    for name in _IN_ORDER & stored.keys():
        stored[name] = sorted(stored[name], key=lambda days: days["first"])
    return stored
