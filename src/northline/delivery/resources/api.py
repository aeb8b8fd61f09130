"""Addresses of resources, their rates, and calendars."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Q
from ninja import Router

from northline.core import editing
from northline.core.schemas import IfMatch
from northline.delivery.access import project
from northline.delivery.models import PlanCalendar
from northline.delivery.resources import access, actions, holidays, schemas

router = Router(tags=["resources"])


@router.post("/resources", response={201: schemas.ResourceOut}, operation_id="create_resource")
def create_resource(request: Any, body: schemas.ResourceIn) -> Any:
    """A person, role, team, equipment or material: of a project, or of the workspace where none is named."""
    row = actions.create_resource(body.model_dump(), by=request.member_scope)
    return 201, schemas.show_resource(row, request.member_scope)


@router.get("/resources/{resource_id}", response=schemas.ResourceOut, operation_id="read_resource")
def read_resource(request: Any, resource_id: UUID) -> Any:
    row = access.resource(request.member_scope, resource_id)
    return schemas.show_resource(row, request.member_scope)


@router.patch("/resources/{resource_id}", response=schemas.ResourceOut, operation_id="edit_resource")
def edit_resource(
    request: Any, resource_id: UUID, body: schemas.ResourcePatch, if_match: IfMatch = None
) -> Any:
    """Change a resource. Another calendar or time off moves the plans that it works on at once."""
    row = access.resource(request.member_scope, resource_id, "plan")
    fields = body.model_dump(exclude_unset=True)
    expected = editing.expected_version(if_match)
    row = actions.revise(row, expected=expected, fields=fields, by=request.member_scope)
    return schemas.show_resource(row, request.member_scope)


@router.post(
    "/resources/{resource_id}/archival", response=schemas.ResourceOut, operation_id="archive_resource"
)
def archive_resource(request: Any, resource_id: UUID, if_match: IfMatch = None) -> Any:
    """Put a resource away: what it is assigned to stays, and nothing new can be given to it."""
    row = access.resource(request.member_scope, resource_id, "plan")
    row = editing.archive(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return schemas.show_resource(row, request.member_scope)


@router.delete(
    "/resources/{resource_id}/archival", response=schemas.ResourceOut, operation_id="restore_resource"
)
def restore_resource(request: Any, resource_id: UUID, if_match: IfMatch = None) -> Any:
    row = access.resource(request.member_scope, resource_id, "plan")
    row = editing.restore(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return schemas.show_resource(row, request.member_scope)


@router.post("/resources/{resource_id}/sharing", response=schemas.ResourceOut, operation_id="share_resource")
def share_resource(request: Any, resource_id: UUID, if_match: IfMatch = None) -> Any:
    """Let every project of the workspace plan with a project's own resource."""
    row = access.resource(request.member_scope, resource_id, "plan")
    row = actions.share(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return schemas.show_resource(row, request.member_scope)


@router.get("/resources/{resource_id}/rates", response=schemas.RatesOut, operation_id="read_resource_rates")
def read_resource_rates(request: Any, resource_id: UUID) -> Any:
    """What an hour costs: for admins, of a project's own resources also for whoever plans it."""
    return schemas.show_rates(access.priced_resource(request.member_scope, resource_id))


@router.put("/resources/{resource_id}/rates", response=schemas.RatesOut, operation_id="set_resource_rates")
def set_resource_rates(
    request: Any, resource_id: UUID, body: schemas.RatesIn, if_match: IfMatch = None
) -> Any:
    row = access.priced_resource(request.member_scope, resource_id)
    rates = body.model_dump()["rates"]
    expected = editing.expected_version(if_match)
    return schemas.show_rates(actions.set_rates(row, rates, expected=expected, by=request.member_scope))


@router.get("/calendars", response=list[schemas.PlanCalendarOut], operation_id="list_calendars")
def list_calendars(request: Any, project_id: UUID | None = None, archived: bool = False) -> Any:
    """The calendars of the workspace, and those of a project where one is named."""
    scope = request.member_scope
    rows = PlanCalendar.objects.filter(workspace_id=scope.workspace_id, archived_at__isnull=not archived)
    there = Q(project=None) if scope.sees_everything else Q(pk__in=[])
    if project_id:
        there |= Q(project=project(scope, project_id))
    return [schemas.show_calendar(row, scope) for row in rows.filter(there).order_by("title", "pk")]


@router.post("/calendars", response={201: schemas.PlanCalendarOut}, operation_id="create_calendar")
def create_calendar(request: Any, body: schemas.CalendarIn) -> Any:
    """Working time of a project, or of the workspace where none is named."""
    row = actions.create_calendar(body.model_dump(), by=request.member_scope)
    return 201, schemas.show_calendar(row, request.member_scope)


@router.get("/calendars/{calendar_id}", response=schemas.PlanCalendarOut, operation_id="read_calendar")
def read_calendar(request: Any, calendar_id: UUID) -> Any:
    return schemas.show_calendar(access.calendar(request.member_scope, calendar_id), request.member_scope)


@router.patch("/calendars/{calendar_id}", response=schemas.PlanCalendarOut, operation_id="edit_calendar")
def edit_calendar(
    request: Any, calendar_id: UUID, body: schemas.CalendarPatch, if_match: IfMatch = None
) -> Any:
    """Change working time: every plan that stands on it is computed anew."""
    row = access.calendar(request.member_scope, calendar_id, "plan")
    fields = body.model_dump(exclude_unset=True)
    expected = editing.expected_version(if_match)
    row = actions.revise(row, expected=expected, fields=fields, by=request.member_scope)
    return schemas.show_calendar(row, request.member_scope)


@router.post(
    "/calendars/{calendar_id}/archival", response=schemas.PlanCalendarOut, operation_id="archive_calendar"
)
def archive_calendar(request: Any, calendar_id: UUID, if_match: IfMatch = None) -> Any:
    """Put a calendar away: plans on it keep it, and nobody can choose it any more."""
    row = access.calendar(request.member_scope, calendar_id, "plan")
    row = editing.archive(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return schemas.show_calendar(row, request.member_scope)


@router.delete(
    "/calendars/{calendar_id}/archival", response=schemas.PlanCalendarOut, operation_id="restore_calendar"
)
def restore_calendar(request: Any, calendar_id: UUID, if_match: IfMatch = None) -> Any:
    row = access.calendar(request.member_scope, calendar_id, "plan")
    row = editing.restore(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return schemas.show_calendar(row, request.member_scope)


@router.get("/holiday-countries", response=list[schemas.CountryOut], operation_id="list_holiday_countries")
def list_holiday_countries(request: Any) -> Any:
    """The countries and regions whose public holidays are known."""
    return holidays.countries()
