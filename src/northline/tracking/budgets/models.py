"""What a project may cost, phase by phase, and what it costs beside the work of its people."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from northline.accounts.models import Member
from northline.core.models import Customised, Editable
from northline.core.scope import Place
from northline.delivery.models import Project, WorkItem


class BudgetLine(Customised, Editable):
    """An amount, and hours, for a phase of a project, or for all of it where none is named; counts once approved.

    `reason` is why the forecast of the phase is another. Amounts are in the workspace's money.
    """

    KIND: ClassVar[str] = "budget_line"
    PREFIX: ClassVar[str] = "BDG"

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="+")
    phase = models.ForeignKey(WorkItem, null=True, on_delete=models.SET_NULL, related_name="+")
    amount = models.FloatField(default=0.0)
    minutes = models.PositiveBigIntegerField(default=0)
    reason = models.TextField(blank=True)
    approved_at = models.DateTimeField(null=True)
    approved_by = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "key"], name="budget_line_key_once"),
            models.CheckConstraint(condition=Q(amount__gte=0), name="budget_line_not_negative"),
        ]
        indexes: ClassVar = [models.Index(fields=["project"], name="budget_line_of_project")]

    def place(self) -> Place:
        return Place(product_id=self.project.product_id, project_id=self.project_id)


class CostLine(Customised, Editable):
    """A cost beside work: planned (none of it, where it came unforeseen), then committed by an order, then invoiced.

    `amount` is what was ordered or invoiced. Without an item it is of the whole project, without a day due when its
    item ends.
    """

    KIND: ClassVar[str] = "cost_line"
    PREFIX: ClassVar[str] = "CST"

    class State(models.TextChoices):
        PLANNED = "planned"
        COMMITTED = "committed"
        ACTUAL = "actual"

    class Category(models.TextChoices):
        FIXED = "fixed"
        MATERIAL = "material"
        SERVICE = "service"
        LICENCE = "licence"
        TRAVEL = "travel"
        OTHER = "other"

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="+")
    item = models.ForeignKey(WorkItem, null=True, on_delete=models.SET_NULL, related_name="+")
    category = models.CharField(max_length=10, choices=Category, default=Category.FIXED)
    state = models.CharField(max_length=10, choices=State, default=State.PLANNED)
    on = models.DateField(null=True)
    planned = models.FloatField(default=0.0)
    amount = models.FloatField(null=True)
    # The supplier and the number of the order or the invoice.
    reference = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "key"], name="cost_line_key_once"),
            models.CheckConstraint(
                condition=Q(planned__gte=0) & (Q(amount=None) | Q(amount__gte=0)),
                name="cost_line_not_negative",
            ),
            models.CheckConstraint(
                condition=Q(state="planned") | Q(amount__isnull=False), name="cost_line_says_how_much"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["project"], name="cost_line_of_project")]

    def place(self) -> Place:
        return Place(product_id=self.project.product_id, project_id=self.project_id)
