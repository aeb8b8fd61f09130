"""Requests to change a project's plan, and the chain of those who approve each."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from northline.accounts.models import Member
from northline.core.models import Customised, Editable
from northline.core.scope import Place
from northline.core.written import WatchedManager
from northline.delivery.models import Project
from northline.scheduling.models import Baseline, Scenario


class WithChain(WatchedManager[Any]):
    """Brings along what the answer of a request names: four queries for what its rows, but not their approvals, name."""

    def get_queryset(self) -> models.QuerySet[Any]:
        rows = super().get_queryset().select_related("project", "raised_by", "scenario", "baseline")
        rows = rows.defer("scenario__changes", "scenario__computed", "baseline__items")
        return rows.prefetch_related("approvals__member", "approvals__deputy", "approvals__given_by")


class ChangeRequest(Customised, Editable):
    """What somebody wants changed in a project's plan and why; the change itself is a scenario.

    `impact` is what `impact.impact_of` found when the plan and the scenario stood as `impact_for` says.
    """

    KIND: ClassVar[str] = "change_request"
    PREFIX: ClassVar[str] = "CR"

    class State(models.TextChoices):
        DRAFT = "draft"
        SUBMITTED = "submitted"
        APPROVED = "approved"
        DECLINED = "declined"
        CARRIED_OUT = "carried_out"

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="+")
    scenario = models.ForeignKey(Scenario, null=True, on_delete=models.SET_NULL, related_name="+")
    baseline = models.ForeignKey(Baseline, null=True, on_delete=models.SET_NULL, related_name="+")
    raised_by = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="+")
    reason = models.TextField(blank=True)
    proposal = models.TextField(blank=True)
    state = models.CharField(max_length=12, choices=State, default=State.DRAFT)
    submitted_at = models.DateTimeField(null=True)
    decided_at = models.DateTimeField(null=True)
    impact = models.JSONField(null=True)
    impact_for = models.CharField(max_length=100, blank=True)
    impact_at = models.DateTimeField(null=True)
    # In working days of the project; of the impact, so that lists sort by it.
    finish_days = models.FloatField(null=True)

    objects: ClassVar[WithChain] = WithChain()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "key"], name="change_request_key_once"),
            models.CheckConstraint(
                condition=Q(state="draft") | Q(submitted_at__isnull=False),
                name="change_request_submitted_says_when",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["project", "-created_at"], name="change_request_of_project")
        ]

    def place(self) -> Place:
        return Place(product_id=self.project.product_id, project_id=self.project_id)


class Approval(models.Model):
    """One place in the chain of a request, by `position`: who is asked, who may answer for them, and the answer."""

    class Verdict(models.TextChoices):
        APPROVED = "approved"
        DECLINED = "declined"

    request = models.ForeignKey(ChangeRequest, on_delete=models.CASCADE, related_name="approvals")
    position = models.PositiveSmallIntegerField()
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    deputy = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="+")
    verdict = models.CharField(max_length=10, choices=Verdict, blank=True)
    note = models.TextField(blank=True)
    given_by = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="+")
    given_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["position"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["request", "position"], name="approval_place_once"),
            models.CheckConstraint(
                condition=Q(verdict="", given_at=None) | (~Q(verdict="") & Q(given_at__isnull=False)),
                name="approval_given_says_when",
            ),
        ]
