"""How a member wants to be told what is in their inbox."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from northline.accounts.models import Member
from northline.core.models import Row
from northline.reporting.notifications.rules import Quiet

# So many days ahead owners are told what is due, where they did not choose, and at most.
DUE_DAYS_AHEAD, MOST_DAYS_AHEAD = 2, 30


class NotificationSettings(Row):
    """Whether messages are mailed and shown by the browser, and when not, by the member's time zone; without a row
    neither is done.

    While mail is on, `next_at` says from when on the next one may leave. Everything up to the change `mailed_seq` was
    mailed, or was not to be.
    """

    KIND: ClassVar[str] = "notification_settings"

    class Mail(models.TextChoices):
        OFF = "off"
        SOON = "soon"
        DAILY = "daily"

    member = models.OneToOneField(Member, on_delete=models.CASCADE, related_name="notifications")
    mail = models.CharField(max_length=8, choices=Mail, default=Mail.OFF)
    browser = models.BooleanField(default=False)
    quiet_from = models.TimeField(null=True)
    quiet_to = models.TimeField(null=True)
    # Days that are quiet from midnight to midnight; Monday is 0.
    quiet_days = models.JSONField(default=list)
    # How many days ahead one is told what is due of one's own; None for never.
    due_days_ahead = models.PositiveSmallIntegerField(null=True, default=DUE_DAYS_AHEAD)
    # The address under which Northline was reached: mails need whole links.
    origin = models.CharField(max_length=300, blank=True)
    next_at = models.DateTimeField(null=True)
    mailed_seq = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(quiet_from=None, quiet_to=None)
                | Q(quiet_from__isnull=False, quiet_to__isnull=False),
                name="quiet_hours_begin_and_end",
            ),
            models.CheckConstraint(
                condition=Q(mail="off", next_at=None) | (~Q(mail="off") & Q(next_at__isnull=False)),
                name="notifications_mailed_are_due_some_time",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["next_at"], name="notifications_due")]

    def quiet(self) -> Quiet:
        return Quiet(self.member.zone.key, self.quiet_from, self.quiet_to, frozenset(self.quiet_days))
