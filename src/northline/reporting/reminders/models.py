"""Reminders of one's own, and what was told of one's own that is due."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from northline.accounts.models import Member
from northline.core.models import Row


class Reminder(Row):
    """A member's wish to be reminded of an object at a moment; `told_at` once they were. Nobody else may know of it."""

    KIND: ClassVar[str] = "reminder"

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    object_kind = models.CharField(max_length=24)
    object_id = models.UUIDField()
    at = models.DateTimeField()
    note = models.CharField(max_length=500, blank=True)
    version = models.PositiveIntegerField(default=1)
    told_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["at"], condition=Q(told_at=None, done_at=None), name="reminder_due"),
            models.Index(fields=["member", "at"], name="reminder_of_member"),
        ]


class DueNotice(Row):
    """What a member owns that was told to be due soon: one message a day. `lines` are of `kind`, `id` and `on`, a day;
    those that ask for an update also of `since`, the day since which nobody said how it goes.
    """

    KIND: ClassVar[str] = "due_notice"

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    on = models.DateField()
    lines = models.JSONField(default=list)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["member", "on"], name="due_notice_once_a_day")
        ]
