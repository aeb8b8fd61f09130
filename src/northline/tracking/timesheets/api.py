"""Addresses of timesheets, their approval, and the timer."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from ninja import Query, Router

from northline.core import editing
from northline.core.schemas import IfMatch
from northline.core.scope import Scope
from northline.tracking.timesheets import access, actions, managing, queries, rules, schemas, timing
from northline.tracking.timesheets.approving import Seen, approve_many
from northline.tracking.timesheets.models import Timesheet
from northline.tracking.timesheets.remaining import Left
from northline.tracking.timesheets.writing import Cell

router = Router(tags=["timesheets"])
NO_MORE: list[UUID] = []
WEEK = "/members/{uuid:member_id}/timesheets/{week}"
PART = "/timesheets/{uuid:timesheet_id}/projects/{uuid:project_id}"


@router.get(WEEK, response=schemas.WeekSheetOut, operation_id="read_timesheet")
def read_timesheet(
    request: Any, member_id: UUID, week: date, also: Annotated[list[UUID], Query(max_length=100)] = NO_MORE
) -> Any:
    """The week of a day: what was reported beside what was planned. Of others whoever plans sees their projects'."""
    member = access.seen_member(request.member_scope, member_id)
    return queries.week_of(request.member_scope, member, week, also=also)


@router.patch(WEEK, response=schemas.WeekSheetOut, operation_id="report_hours")
def report_hours(request: Any, member_id: UUID, week: date, body: schemas.HoursIn) -> Any:
    """Write hours into a week, and with them what is left of the work, whose plan follows. One change, one undo."""
    scope = request.member_scope
    member = access.writable_member(scope, member_id)
    actions.report(
        member,
        week,
        cells=[Cell(**one.model_dump()) for one in body.cells],
        left=[Left(**one.model_dump()) for one in body.remaining],
        expected=body.version,
        by=scope,
    )
    return queries.week_of(scope, member, week, also=[one.item_id for one in body.cells])


@router.post(f"{WEEK}/submission", response=schemas.WeekSheetOut, operation_id="submit_timesheet")
def submit_timesheet(request: Any, member_id: UUID, week: date, body: schemas.SubmissionIn) -> Any:
    """Hand a week in: its hours are closed, and the managers of its projects are asked to approve theirs."""
    scope = request.member_scope
    member = access.writable_member(scope, member_id)
    actions.submit(member, week, expected=body.version, by=scope)
    return queries.week_of(scope, member, week)


@router.delete(
    "/timesheets/{uuid:timesheet_id}/submission",
    response=schemas.WeekSheetOut,
    operation_id="withdraw_timesheet",
)
def withdraw_timesheet(request: Any, timesheet_id: UUID, if_match: IfMatch = None) -> Any:
    """Take a week back, as far as it is not approved."""
    scope = request.member_scope
    row = access.sheet(scope, timesheet_id, "contribute")
    row = actions.withdraw(row, expected=editing.expected_version(if_match), by=scope)
    return _shown(scope, row)


@router.post("/timesheets/approvals", response=schemas.ApprovalsOut, operation_id="approve_timesheets")
def approve_timesheets(request: Any, body: schemas.ApprovalsIn, preview: bool = False) -> Any:
    """Approve hours of many weeks and projects at once: each week whole or not at all, and all of it one change and one
    undo. A week that is another by now is left and told. `?preview=true` answers the same and saves nothing."""
    wanted = [Seen(one.timesheet_id, one.version, tuple(one.project_ids)) for one in body.weeks]
    return approve_many(wanted, by=request.member_scope, preview=preview)


@router.post(f"{PART}/approval", response=schemas.WeekSheetOut, operation_id="approve_timesheet")
def approve_timesheet(request: Any, timesheet_id: UUID, project_id: UUID, if_match: IfMatch = None) -> Any:
    """Approve the hours of a project in a week: they are locked until somebody with the same right returns them."""
    scope = request.member_scope
    row, project = access.judged(scope, timesheet_id, project_id)
    actions.approve(row, project, expected=editing.expected_version(if_match), by=scope)
    return _shown(scope, row)


@router.post(f"{PART}/return", response=schemas.WeekSheetOut, operation_id="return_timesheet")
def return_timesheet(
    request: Any, timesheet_id: UUID, project_id: UUID, body: schemas.GivingBack, if_match: IfMatch = None
) -> Any:
    """Return the hours of a project in a week, submitted or approved, to be changed, and say why."""
    scope = request.member_scope
    row, project = access.judged(scope, timesheet_id, project_id)
    expected = editing.expected_version(if_match)
    actions.give_back(row, project, reason=body.reason, expected=expected, by=scope)
    return _shown(scope, row)


@router.get(
    "/timesheets/waiting", response=list[schemas.WaitingHoursOut], operation_id="list_waiting_timesheets"
)
def list_waiting_timesheets(request: Any) -> Any:
    """The hours that wait for your approval, of the projects that you plan."""
    return managing.waiting(request.member_scope)


@router.get(
    "/timesheets/missing", response=list[schemas.MissingSheetOut], operation_id="list_missing_timesheets"
)
def list_missing_timesheets(request: Any) -> Any:
    """Who was to work on your projects in the last four weeks and has not handed in."""
    return managing.missing(request.member_scope)


@router.get("/timesheets/{uuid:timesheet_id}", response=schemas.WeekSheetOut, operation_id="read_week")
def read_week(request: Any, timesheet_id: UUID) -> Any:
    """A week by its id, as `read_timesheet` shows it."""
    scope = request.member_scope
    return _shown(scope, access.sheet(scope, timesheet_id))


@router.patch("/timesheets/{uuid:timesheet_id}", response=schemas.TimesheetOut, operation_id="edit_timesheet")
def edit_timesheet(
    request: Any, timesheet_id: UUID, body: schemas.TimesheetPatch, if_match: IfMatch = None
) -> Any:
    """Change fields of your own of a week that is not handed in."""
    scope = request.member_scope
    row = access.sheet(scope, timesheet_id, "contribute")
    fields = body.model_dump(exclude_unset=True)
    row = actions.revise_week(row, expected=editing.expected_version(if_match), fields=fields, by=scope)
    return schemas.show_timesheet(row, scope)


@router.get("/time-entries/{entry_id}", response=schemas.TimeEntryOut, operation_id="read_time_entry")
def read_time_entry(request: Any, entry_id: UUID) -> Any:
    """Hours of a day on an item: one's own, or of a project that one plans."""
    return schemas.show_entry(access.entry(request.member_scope, entry_id), request.member_scope)


@router.get("/timer", response=schemas.TimerOut, operation_id="read_timer")
def read_timer(request: Any) -> Any:
    """What your timer measures, if it runs."""
    return timing.show_timer(timing.running(request.member_scope))


@router.put("/timer", response=schemas.TimerOut, operation_id="start_timer")
def start_timer(request: Any, body: schemas.TimerIn) -> Any:
    """Measure your work on an item from now on. A timer that runs is stopped, and its minutes kept."""
    row = timing.start(body.item_id, note=body.note, by=request.member_scope)
    return timing.show_timer(row)


@router.delete("/timer", response=schemas.StoppedOut, operation_id="stop_timer")
def stop_timer(request: Any, keep: bool = True) -> Any:
    """Stop your timer and add its minutes to your week, by day; nothing is kept where you say so."""
    found: rules.Stretch = timing.stop(by=request.member_scope, keep=keep)
    return {
        "minutes": sum(minutes for _, minutes in found.days),
        "days": [day for day, _ in found.days],
        "cut": found.cut,
    }


def _shown(scope: Scope, row: Timesheet) -> dict[str, Any]:
    return queries.week_of(scope, row.member, row.week)
