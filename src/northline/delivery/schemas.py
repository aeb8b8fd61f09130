"""What delivery's requests and answers look like."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, ClassVar, Literal
from uuid import UUID

from pydantic import AfterValidator, Field, StringConstraints

from northline.accounts.models import Member
from northline.core.richtext import RichText, ShownText, cleaned
from northline.core.schemas import (
    Custom,
    In,
    ObjectOut,
    Out,
    Patch,
    Ref,
    Text,
    Title,
    Told,
    Who,
    Writable,
    object_fields,
)
from northline.core.scope import Scope
from northline.delivery.day_hours import is_day
from northline.delivery.models import Charter, Import, Project, WorkItem
from northline.delivery.rules import CODE, is_plan_time


def _plan_time(text: str) -> str:
    if not is_plan_time(text):
        raise ValueError("Give a local date and time as YYYY-MM-DDTHH:MM, between 1900 and 2999.")
    return text


def _day_or_time(text: str) -> str:
    _plan_time(f"{text}T00:00" if is_day(text) else text)
    return text


def _code(text: str) -> str:
    if not CODE.fullmatch(text):
        raise ValueError("A code is two to ten capital letters and digits and starts with a letter.")
    return text


PlanTime = Annotated[str, AfterValidator(_plan_time)]
# Where a day may be said alone, as lists say it: the project's calendar says when work begins, or ends, on that day.
DayOrTime = Annotated[str, AfterValidator(_day_or_time)]
Code = Annotated[str, StringConstraints(strip_whitespace=True, to_upper=True), AfterValidator(_code)]
StateName = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60), Writable]
Criterion = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500), Writable]
Criteria = Annotated[list[Criterion], Field(max_length=50)]


class ProjectIn(In):
    title: Title
    code: Code
    start: PlanTime
    product_id: UUID | None = None
    # One of the workspace's; without it the project gets a plain week of its own.
    calendar_id: UUID | None = None


class ProjectPatch(In):
    title: Title | None = None
    product_id: UUID | None = None
    start: DayOrTime | None = None
    deadline: DayOrTime | None = None
    status_date: DayOrTime | None = None
    minutes_per_day: Annotated[int, Field(ge=1, le=1440)] | None = None
    minutes_per_week: Annotated[int, Field(ge=1, le=10080)] | None = None
    calendar_id: UUID | None = None
    custom: Custom = {}


class ProjectOut(ObjectOut):
    code: str
    product_id: UUID | None
    start: PlanTime
    deadline: PlanTime | None
    status_date: PlanTime | None
    minutes_per_day: int
    minutes_per_week: int
    calendar_id: UUID | None
    plan_version: int


class StateIn(In):
    """A state without an `id` is new."""

    id: Annotated[str, StringConstraints(pattern="^[a-z0-9_]{1,40}$")] | None = None
    name: StateName
    category: Literal["to_do", "doing", "done"]
    limit: Annotated[int, Field(ge=1, le=10_000)] | None = None


class StateOut(Out):
    """A state of work; no more than `limit` items should be in it at once."""

    id: str
    name: str
    category: Literal["to_do", "doing", "done"]
    limit: int | None


class WorkItemOut(ObjectOut):
    project_id: UUID
    parent_id: UUID | None
    type: Literal["task", "milestone"]
    notes: str
    duration_minutes: int
    percent_complete: float
    deadline: PlanTime | None
    actual_start: PlanTime | None
    actual_finish: PlanTime | None
    owner: Who | None
    # None: a plain task.
    item_type_id: UUID | None


class CharterIn(In):
    project_id: UUID | None = None
    project_name: Title | None = None
    code: Code | None = None
    scope: RichText = {}
    deadline: date | None = None
    success_criteria: Criteria = []
    project_manager_id: UUID | None = None
    custom: Custom = {}


class CharterPatch(Patch):
    NULLABLE: ClassVar[frozenset[str]] = frozenset({"deadline", "project_manager_id"})

    scope: RichText | None = None
    deadline: date | None = None
    success_criteria: Criteria | None = None
    project_manager_id: UUID | None = None
    custom: Custom = {}


class Decline(In):
    reason: Annotated[Text, StringConstraints(min_length=1)]


class CharterOut(ObjectOut):
    initiative: Ref
    project: Ref
    state: Literal["proposed", "accepted", "declined"]
    scope: ShownText
    deadline: date | None
    success_criteria: list[str]
    proposed_by: Who | None
    project_manager: Who | None
    answered_by: Who | None
    answered_at: datetime | None
    reason: str


class Warned(Out):
    what: str
    where: str
    message: str


class Preview(Out):
    name: str
    start: PlanTime
    finish: PlanTime
    counts: dict[str, int]
    warnings: list[Warned]


class ImportOut(Out):
    id: UUID
    state: Literal["reading", "ready", "refused", "importing", "imported"]
    file_name: str
    title: str
    code: str
    product_id: UUID | None
    preview: Preview | None
    refusal: Told | None
    job: UUID | None
    project_id: UUID | None


class Confirmation(In):
    title: Title | None = None
    code: Code | None = None


def show_project(row: Project, scope: Scope) -> dict[str, Any]:
    rights = scope.rights_at(row.place())
    can = {"edit": "plan" in rights, "plan": "plan" in rights, "contribute": "contribute" in rights}
    names = ("code", "product_id", "start", "deadline", "status_date", "minutes_per_day", "minutes_per_week")
    return (
        object_fields(row, can=can)
        | {name: getattr(row, name) for name in names}
        | {"calendar_id": row.calendar_id, "plan_version": row.plan_version}
    )


def show_work_item(row: WorkItem, scope: Scope) -> dict[str, Any]:
    rights = scope.rights_at(row.place())
    names = (
        "project_id",
        "parent_id",
        "type",
        "item_type_id",
        "notes",
        "duration_minutes",
        "percent_complete",
    )
    dates = ("deadline", "actual_start", "actual_finish")
    can = {"edit": "plan" in rights, "contribute": "contribute" in rights}
    values = {name: getattr(row, name) for name in (*names, *dates)}
    return object_fields(row, can=can) | values | {"owner": _who(row.owner)}


def show_charter(row: Charter, scope: Scope) -> dict[str, Any]:
    initiative, project = row.initiative, row.project
    can = {
        "edit": row.state == "proposed" and scope.may("plan", row.place()),
        "answer": row.state == "proposed" and scope.may("plan", project.place()),
    }
    return object_fields(row, can=can) | {
        "initiative": {
            "kind": "initiative",
            "id": initiative.pk,
            "key": initiative.key,
            "title": initiative.title,
        },
        "project": {"kind": "project", "id": project.pk, "key": project.key, "title": project.title},
        "state": row.state,
        "scope": cleaned(row.scope),
        "deadline": row.deadline,
        "success_criteria": row.success_criteria,
        "proposed_by": _who(row.proposed_by),
        "project_manager": _who(row.project_manager),
        "answered_by": _who(row.accepted_by),
        "answered_at": row.accepted_at,
        "reason": row.reason,
    }


def show_import(row: Import) -> dict[str, Any]:
    names = ("id", "state", "file_name", "title", "code", "product_id", "preview", "refusal", "project_id")
    return {name: getattr(row, name) for name in names} | {"job": row.job_id}


def _who(member: Member | None) -> dict[str, Any] | None:
    return {"id": member.pk, "name": member.name} if member else None
