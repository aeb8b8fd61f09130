"""What timesheets look like over the API. Hours are in minutes, by the seven days of a week from Monday on."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field, model_validator

from northline.core.schemas import Custom, In, ObjectOut, Out, Patch, Ref, Text, Who, object_fields, ref, who
from northline.core.scope import Place, Scope
from northline.tracking.timesheets.models import TimeEntry, Timesheet
from northline.tracking.timesheets.rules import A_DAY, WRITABLE, State

MOST_CELLS = 700
DayMinutes = Annotated[int, Field(ge=0, le=A_DAY)]
WorkMinutes = Annotated[int, Field(ge=0, le=100_000_000)]


class CellIn(In):
    """Minutes on an item on a day; null leaves them, or the note, as they are."""

    item_id: UUID
    on: date
    minutes: DayMinutes | None = None
    note: Text | None = None


class LeftIn(In):
    """Minutes of work that are left of an item that was seen at `version`."""

    item_id: UUID
    version: int
    minutes: WorkMinutes


class HoursIn(In):
    """`version` is that of the week which was seen, 0 where there was none yet."""

    version: int
    cells: Annotated[list[CellIn], Field(max_length=MOST_CELLS)] = []
    remaining: Annotated[list[LeftIn], Field(max_length=MOST_CELLS)] = []


class SubmissionIn(In):
    """`version` is that of the week which was seen, 0 where there was none yet."""

    version: int


class GivingBack(In):
    reason: Text = ""


class TimerIn(In):
    item_id: UUID
    note: Text = ""


class WeekPartOut(Out):
    """What was said of the hours of one project in a week."""

    project: Ref
    state: State
    note: str
    by: Who | None
    at: datetime
    can: dict[str, bool]


class WeekRowOut(Ref):
    """An item in a week: what was reported, what was planned, what is left of it, of everybody on it together."""

    project: Ref
    version: int
    percent_complete: float
    state: State
    minutes: list[int]
    notes: list[str]
    planned: list[int]
    remaining_minutes: int
    spent_minutes: int
    can: dict[str, bool]


class WeekSheetOut(Out):
    """A week of a member. Without any hours yet it has no id, no key and version 0, which the first edit names.

    `left_out` tells how many planned or overdue items more there are than rows.
    """

    id: UUID | None
    key: str
    title: str
    version: int
    member: Who
    week: date
    days: list[date]
    state: State
    submitted_at: datetime | None
    capacity: list[int]
    rows: list[WeekRowOut]
    left_out: int
    parts: list[WeekPartOut]
    can: dict[str, bool]


class WaitingLineOut(Ref):
    minutes: list[int]
    notes: list[str]


class WaitingHoursOut(WeekPartOut):
    """Hours of a project in somebody's week that wait for approval."""

    timesheet_id: UUID
    version: int
    week: date
    member: Who
    minutes: int
    lines: list[WaitingLineOut]


class ApprovedWeekIn(In):
    """A week as it was seen, and the projects whose hours in it are approved."""

    timesheet_id: UUID
    version: int
    project_ids: Annotated[list[UUID], Field(min_length=1, max_length=100)]


class ApprovalsIn(In):
    weeks: Annotated[list[ApprovedWeekIn], Field(min_length=1, max_length=200)]

    @model_validator(mode="after")
    def _each_once(self) -> ApprovalsIn:
        if len({one.timesheet_id for one in self.weeks}) < len(self.weeks):
            raise ValueError("Name each week once, with all of its projects.")
        return self


class LeftWeekOut(Out):
    """A week of which nothing was approved: it was changed meanwhile, or some of its hours wait no more."""

    timesheet_id: UUID
    title: str
    member: Who
    why: Literal["changed", "not_waiting"]


class ApprovalsOut(Out):
    """How many weeks of how many people were approved, or would be, with how many minutes; and those left as they were."""

    weeks: int
    people: int
    minutes: int
    left: list[LeftWeekOut]


class MissingSheetOut(Out):
    """A week that somebody was to work in and has not handed in, and when they were asked for it."""

    week: date
    member: Who
    planned_minutes: int
    state: State
    reminded_at: datetime | None


class TimerOut(Out):
    """What runs since when; nothing where `since` is null."""

    item: Ref | None
    project: Ref | None
    note: str
    since: datetime | None


class StoppedOut(Out):
    """What a timer added to which day; `cut` where it had been forgotten and counted for twelve hours only."""

    minutes: int
    days: list[date]
    cut: bool


class TimesheetPatch(Patch):
    """Fields of one's own; hours are reported by the day."""

    custom: Custom | None = None


class TimesheetOut(ObjectOut):
    member: Who
    week: date
    state: State
    submitted_at: datetime | None


class TimeEntryOut(ObjectOut):
    member: Who
    on: date
    hours: float
    note: str
    item: Ref
    project: Ref
    week: date
    timesheet_id: UUID


def show_timesheet(row: Timesheet, scope: Scope) -> dict[str, Any]:
    names = ("week", "state", "submitted_at")
    mine = row.member_id == scope.member_id or scope.may("administer", Place())
    return (
        object_fields(row, can={"edit": mine and row.state in WRITABLE})
        | {name: getattr(row, name) for name in names}
        | {"member": who(row.member)}
    )


def show_entry(row: TimeEntry, scope: Scope) -> dict[str, Any]:
    return object_fields(row, can={"edit": False}) | {
        "member": who(row.sheet.member),
        "on": row.on,
        "hours": round(row.minutes / 60, 2),
        "note": row.note,
        "item": ref(row.item),
        "project": ref(row.project),
        "week": row.sheet.week,
        "timesheet_id": row.sheet_id,
    }
