"""Addresses of reminders: everybody's own."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Router

from northline.accounts.models import Member
from northline.core import editing, paging
from northline.core.schemas import IfMatch
from northline.core.scope import Scope
from northline.reporting.reminders import actions, schemas, telling
from northline.reporting.reminders.access import own_reminder
from northline.reporting.reminders.models import Reminder

router = Router(tags=["reporting"])


@router.get("/reminders", response=schemas.RemindersOut, operation_id="list_reminders")
def list_reminders(request: Any, done: bool = False, cursor: str | None = None, limit: int = 50) -> Any:
    """Your reminders, the next first; or those that are done, the last first."""
    scope = request.member_scope
    member = Member.objects.get(pk=scope.member_id)
    rows = Reminder.objects.filter(member=member, done_at__isnull=not done)
    page = paging.page(rows, lambda row: row, cursor=cursor, limit=limit, order="-at" if done else "at")
    about = telling.named(scope, page["items"])
    items = [schemas.show_reminder(row, about.get(row.object_id), member) for row in page["items"]]
    return page | {"items": items}


@router.post("/reminders", response={201: schemas.ReminderOut}, operation_id="remind_me")
def remind_me(request: Any, body: schemas.ReminderIn) -> Any:
    """Ask to be reminded of an object on a day and hour of your time zone."""
    said = body.model_dump(include={"day", "hour", "note"})
    row = actions.remind(body.kind, body.object_id, **said, by=request.member_scope)
    return 201, _shown(row, request.member_scope)


@router.patch("/reminders/{reminder_id}", response=schemas.ReminderOut, operation_id="put_off_reminder")
def put_off_reminder(
    request: Any, reminder_id: UUID, body: schemas.ReminderMoment, if_match: IfMatch = None
) -> Any:
    """Be reminded at another moment, or with another note."""
    row = own_reminder(request.member_scope, reminder_id)
    expected = editing.expected_version(if_match)
    actions.put_off(row, **body.model_dump(), expected=expected, by=request.member_scope)
    return _shown(row, request.member_scope)


@router.put("/reminders/{reminder_id}/done", response=schemas.ReminderOut, operation_id="finish_reminder")
def finish_reminder(
    request: Any, reminder_id: UUID, body: schemas.ReminderDone, if_match: IfMatch = None
) -> Any:
    """Say that what you wanted to be reminded of is done, or that it is not."""
    row = own_reminder(request.member_scope, reminder_id)
    actions.finish(row, done=body.done, expected=editing.expected_version(if_match))
    return _shown(row, request.member_scope)


@router.delete("/reminders/{reminder_id}", response={204: None}, operation_id="forget_reminder")
def forget_reminder(request: Any, reminder_id: UUID) -> Any:
    """Take a reminder away."""
    actions.forget(own_reminder(request.member_scope, reminder_id))
    return 204, None


def _shown(row: Reminder, scope: Scope) -> dict[str, Any]:
    about = telling.named(scope, [row]).get(row.object_id)
    return schemas.show_reminder(row, about, Member.objects.get(pk=scope.member_id))
