"""What is asked and answered about reminders."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from northline.accounts.models import Member
from northline.core.schemas import In, Out, Ref
from northline.reporting.reminders.models import Reminder

Note = Annotated[str, Field(max_length=500)]


class ReminderMoment(In):
    """`day` and `hour` are of the member's own time zone."""

    day: date
    hour: time
    note: Note = ""


class ReminderIn(ReminderMoment):
    kind: str
    object_id: UUID


class ReminderDone(In):
    done: bool = True


class ReminderOut(Out):
    """`object` is null where it may not be seen any more; `told_at` once it was told."""

    id: UUID
    version: int
    object: Ref | None
    at: datetime
    day: date
    hour: time
    note: str
    told_at: datetime | None
    done_at: datetime | None


class RemindersOut(Out):
    items: list[ReminderOut]
    next: str | None


def show_reminder(row: Reminder, about: dict[str, Any] | None, member: Member) -> dict[str, Any]:
    here = row.at.astimezone(member.zone)
    return {
        "id": row.pk,
        "version": row.version,
        "object": about,
        "at": row.at,
        "day": here.date(),
        "hour": here.time(),
        "note": row.note,
        "told_at": row.told_at,
        "done_at": row.done_at,
    }
