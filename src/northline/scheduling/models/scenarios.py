"""Changes to plans that are computed beside them."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from northline.accounts.models import Member
from northline.core.models import Customised, Editable
from northline.core.scope import Place
from northline.delivery.models import PlanTimeField, Project
from northline.delivery.models.projects import OfProject


def no_changes() -> dict[str, Any]:
    return {"items": {}, "links": {}}


class Scenario(Customised, Editable):
    """What would be different in a project's plan: its own changes laid over the plan as it is now.

    `changes` is what `scenarios.overlay` keeps: of each item and link that the scenario touches, what the plan had
    there and what the scenario has instead. `plan_version` counts its edits as a project's counts those of its plan;
    `opened_at_version` is the plan's when the scenario was opened. `computed` is JSON text, the kept.Kept of the last
    edit; it holds while the plan's own schedule still has the fingerprint `computed_for`.
    """

    KIND: ClassVar[str] = "scenario"
    PREFIX: ClassVar[str] = "SCN"

    class State(models.TextChoices):
        OPEN = "open"
        MERGED = "merged"

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="+")
    note = models.TextField(blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    opened_by = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="+")
    opened_at_version = models.PositiveIntegerField()
    merged_at = models.DateTimeField(null=True)
    merged_by = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="+")
    changes = models.JSONField(default=no_changes)
    change_count = models.PositiveIntegerField(default=0)
    plan_version = models.PositiveIntegerField(default=0)
    computed_for = models.CharField(max_length=64, blank=True)
    computed = models.TextField(blank=True)
    finish = PlanTimeField(null=True)
    p80 = PlanTimeField(null=True)
    probability = models.FloatField(null=True)

    objects: ClassVar[OfProject] = OfProject()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "key"], name="scenario_key_once"),
            models.CheckConstraint(
                condition=Q(state="open", merged_at=None) | Q(state="merged", merged_at__isnull=False),
                name="scenario_merged_says_when",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["project", "-created_at"], name="scenario_of_project")]

    def place(self) -> Place:
        return Place(product_id=self.project.product_id, project_id=self.project_id)
