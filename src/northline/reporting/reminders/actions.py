"""The verbs of reminders. A habit of one's own: none is a change of the workspace, and no one else hears of it."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from northline.accounts.models import Member
from northline.core.refusal import Refusal, Stale
from northline.core.scope import Scope
from northline.reporting.reminders.access import remembered_object
from northline.reporting.reminders.models import Reminder

MOST = 500


@transaction.atomic
def remind(kind: str, object_id: UUID, *, day: date, hour: time, note: str, by: Scope) -> Reminder:
    """Ask to be reminded of an object on a day and hour of one's own time zone.

    Raises NotFound, Refusal `reminder.past` and `reminder.too_many`.
    """
    about = remembered_object(by, kind, object_id)
    waiting = Reminder.objects.filter(member_id=by.member_id, done_at=None)
    if waiting.count() >= MOST:
        raise Refusal(
            "reminder.too_many", f"You have {MOST} reminders already. Finish or delete some of them first."
        )
    return Reminder.objects.create(
        workspace_id=by.workspace_id,
        member_id=by.member_id,
        object_kind=about.KIND,
        object_id=about.pk,
        at=_moment(day, hour, by),
        note=note,
    )


@transaction.atomic
def put_off(row: Reminder, *, day: date, hour: time, note: str, expected: int, by: Scope) -> None:
    """Be reminded at another moment, or with another note. What was told or done already is told again then.

    Raises Refusal `reminder.past`, Stale.
    """
    at = _moment(day, hour, by, now=row.at)
    again = {"told_at": None, "done_at": None} if at != row.at else {}
    _swap(row, expected=expected, fields={"at": at, "note": note, **again})


@transaction.atomic
def finish(row: Reminder, *, done: bool, expected: int) -> None:
    """Say that it is done, or that it is not."""
    _swap(row, expected=expected, fields={"done_at": timezone.now() if done else None})


def forget(row: Reminder) -> None:
    row.delete()


def _moment(day: date, hour: time, by: Scope, now: datetime | None = None) -> datetime:
    zone = Member.objects.get(pk=by.member_id).zone
    at = datetime.combine(day, hour.replace(second=0, microsecond=0, tzinfo=None), zone)
    if at != now and at <= timezone.now():
        raise Refusal(
            "reminder.past", "That moment has passed already. Choose a later one. Nothing was changed."
        )
    return at


def _swap(row: Reminder, *, expected: int, fields: dict[str, Any]) -> None:
    mine = Reminder.objects.filter(pk=row.pk, version=expected)
    written = mine.update(**fields, version=F("version") + 1)
    row.refresh_from_db()
    if not written:
        raise Stale
