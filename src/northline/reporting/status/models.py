"""Status reports of projects, and to whom each was sent."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from northline.accounts.models import Member
from northline.core.models import Customised, Editable, Row
from northline.core.scope import Place
from northline.core.written import WatchedManager
from northline.delivery.models import Project
from northline.strategy.stakeholders.models import Stakeholder


class WithNamed(WatchedManager[Any]):
    """Brings along what the answer of a report names."""

    def get_queryset(self) -> models.QuerySet[Any]:
        return super().get_queryset().select_related("project", "previous", "drafted_by", "published_by")


class StatusReport(Customised, Editable):
    """An account of how a project goes. A draft is edited; published it never changes, and a later one supersedes it.

    `proposed` and `reasons` are the health that the data proposes, `health` what was said instead, empty where the
    proposal holds. `figures` (comparing.figures_of) are compared with those of `previous`, the last report before it.
    `sentences` are those of the module of that name.
    """

    KIND: ClassVar[str] = "status_report"
    PREFIX: ClassVar[str] = "STAT"

    class State(models.TextChoices):
        DRAFT = "draft"
        PUBLISHED = "published"

    class Health(models.TextChoices):
        ON_TRACK = "on_track"
        AT_RISK = "at_risk"
        OFF_TRACK = "off_track"
        UNKNOWN = "unknown"

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="+")
    previous = models.ForeignKey("self", null=True, on_delete=models.SET_NULL, related_name="+")
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    as_of = models.DateTimeField()
    plan_version = models.PositiveIntegerField()
    proposed = models.CharField(max_length=10, choices=Health)
    reasons = models.JSONField(default=list)
    health = models.CharField(max_length=10, choices=Health, blank=True)
    health_reason = models.TextField(blank=True)
    figures = models.JSONField(default=dict)
    sentences = models.JSONField(default=list)
    drafted_by = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="+")
    published_by = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="+")
    published_at = models.DateTimeField(null=True)

    objects: ClassVar[WithNamed] = WithNamed()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "key"], name="status_report_key_once"),
            models.UniqueConstraint(
                fields=["project"],
                condition=Q(state="draft", archived_at=None),
                name="status_report_one_draft_of_a_project",
            ),
            models.CheckConstraint(
                condition=Q(state="draft", published_at=None)
                | Q(state="published", published_at__isnull=False, archived_at=None),
                name="status_report_published_says_when_and_stays",
            ),
            models.CheckConstraint(
                condition=Q(health="") | ~Q(health_reason=""), name="status_report_health_says_why"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["project", "-published_at"], name="status_report_of_project")
        ]

    def place(self) -> Place:
        return Place(product_id=self.project.product_id, project_id=self.project_id)

    @property
    def said(self) -> str:
        """The health that its readers are told."""
        return self.health or self.proposed


class StatusMail(Row):
    """One report to one reader by mail; it is handed over once."""

    KIND: ClassVar[str] = "status_mail"

    class State(models.TextChoices):
        WAITING = "waiting"
        HANDED_OVER = "handed_over"
        SENT = "sent"

    report = models.ForeignKey(StatusReport, on_delete=models.CASCADE, related_name="mails")
    stakeholder = models.ForeignKey(Stakeholder, null=True, on_delete=models.SET_NULL, related_name="+")
    member = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="+")
    name = models.CharField(max_length=300)
    email = models.EmailField()
    state = models.CharField(max_length=12, choices=State, default=State.WAITING)
    sent_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["report", "email"], name="status_mail_once_a_reader")
        ]

    def place(self) -> Place:
        return self.report.place()
