"""Weeks of work, the hours in them, what their managers said of each project's, and running timers."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone

from northline.accounts.models import Member
from northline.core.models import Customised, Editable
from northline.core.scope import Place
from northline.core.written import WatchedManager
from northline.delivery.models import Project, WorkItem


class WithMember(WatchedManager["Timesheet"]):
    """Brings along whose it is, and what was said of its projects."""

    def get_queryset(self) -> models.QuerySet[Timesheet]:
        return super().get_queryset().select_related("member")


class Timesheet(Customised, Editable):
    """The hours of a member in a week that begins on `week`, a Monday; made with the first of them.

    `version` guards all hours of the week. `state` follows from what was said of its projects (`rules.state_of`).
    """

    KIND: ClassVar[str] = "timesheet"
    PREFIX: ClassVar[str] = "TSH"

    class State(models.TextChoices):
        OPEN = "open"
        SUBMITTED = "submitted"
        RETURNED = "returned"
        APPROVED = "approved"

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    week = models.DateField()
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    submitted_at = models.DateTimeField(null=True)

    objects: ClassVar[WithMember] = WithMember()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "key"], name="timesheet_key_once"),
            models.UniqueConstraint(fields=["member", "week"], name="timesheet_of_a_week_once"),
        ]
        indexes: ClassVar = [models.Index(fields=["workspace", "week"], name="timesheet_of_week")]


class Verdict(models.Model):
    """What was said of the hours of one project in a week: they were submitted, approved or returned."""

    sheet = models.ForeignKey(Timesheet, on_delete=models.CASCADE, related_name="verdicts")
    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="+")
    state = models.CharField(max_length=10, choices=Timesheet.State)
    note = models.TextField(blank=True)
    by = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["sheet", "project"], name="verdict_of_project_once"),
        ]
        indexes: ClassVar = [models.Index(fields=["project", "state"], name="verdict_of_project")]


class WithItem(WatchedManager["TimeEntry"]):
    """Brings along what an entry names."""

    def get_queryset(self) -> models.QuerySet[TimeEntry]:
        return super().get_queryset().select_related("project", "item", "sheet__member")


class TimeEntry(Editable):
    """Working minutes of a member on an item on a day; no more than one entry for each. Without any it is archived."""

    KIND: ClassVar[str] = "time_entry"
    PREFIX: ClassVar[str] = "TIM"

    sheet = models.ForeignKey(Timesheet, on_delete=models.CASCADE, related_name="+")
    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="+")
    item = models.ForeignKey(WorkItem, on_delete=models.CASCADE, related_name="+")
    on = models.DateField()
    minutes = models.PositiveIntegerField(default=0)
    note = models.TextField(blank=True)

    objects: ClassVar[WithItem] = WithItem()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "key"], name="time_entry_key_once"),
            models.UniqueConstraint(fields=["sheet", "item", "on"], name="time_entry_of_a_day_once"),
            models.CheckConstraint(condition=Q(minutes__lte=1440), name="time_entry_within_a_day"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["project", "on"], name="time_entry_of_project"),
            models.Index(fields=["item"], name="time_entry_of_item"),
        ]

    def place(self) -> Place:
        return Place(product_id=self.project.product_id, project_id=self.project_id)


class Timer(models.Model):
    """What a member works on now, and since when; one at a time."""

    member = models.OneToOneField(Member, on_delete=models.CASCADE, related_name="+")
    item = models.ForeignKey(WorkItem, on_delete=models.CASCADE, related_name="+")
    note = models.TextField(blank=True)
    since = models.DateTimeField(default=timezone.now)
