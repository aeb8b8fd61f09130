"""What was forecast of projects and milestones, day by day."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from northline.accounts.models import Member
from northline.delivery.models import PlanTimeField, Project, WorkItem


class RecordedForecast(models.Model):
    """The forecast of a project's finish, or of one of its milestones, as it was on a day; one a day.

    `network` and `flow` are the dates at the same levels by each of the two alone, `weight` is the network's share in
    the pool, and `chance` the chance of `target`.
    """

    class Method(models.TextChoices):
        BLENDED = "blended"
        NETWORK = "network"

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="+")
    item = models.ForeignKey(WorkItem, null=True, on_delete=models.CASCADE, related_name="+")
    on = models.DateField()
    made_at = models.DateTimeField()
    method = models.CharField(max_length=8, choices=Method)
    weight = models.FloatField()
    p10 = PlanTimeField()
    p50 = PlanTimeField()
    p80 = PlanTimeField()
    # None where it was recorded before this level was.
    p85 = PlanTimeField(null=True)
    p90 = PlanTimeField()
    target = PlanTimeField(null=True)
    chance = models.FloatField(null=True)
    network = models.JSONField()
    flow = models.JSONField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["project", "on"], condition=Q(item=None), name="forecast_of_project_once_a_day"
            ),
            models.UniqueConstraint(
                fields=["item", "on"],
                condition=Q(item__isnull=False),
                name="forecast_of_milestone_once_a_day",
            ),
            models.CheckConstraint(
                condition=Q(chance=None) | Q(chance__gte=0, chance__lte=1), name="recorded_chance_in_range"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["project", "on"], name="recorded_of_project")]


class ForecastDay(models.Model):
    """The last day for which a project's forecast was put in the queue; taken by compare-and-set."""

    project = models.OneToOneField(Project, primary_key=True, on_delete=models.CASCADE, related_name="+")
    day = models.DateField()


class Guard(models.Model):
    """Watch a deadline: whoever manages the project is told when the recorded chance of it falls below `chance`, and the
    deputy when nobody answered within `days`. Its version is that of the project.
    """

    chance = models.FloatField()
    days = models.PositiveSmallIntegerField()
    deputy = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        abstract = True


class DeadlineGuard(Guard):
    """The guard of a project's own deadline."""

    project = models.OneToOneField(Project, primary_key=True, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(chance__gt=0, chance__lt=1), name="guarded_chance_in_range")
        ]


class ItemGuard(Guard):
    """The guard of the deadline of a milestone, or of another item."""

    item = models.OneToOneField(WorkItem, primary_key=True, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(chance__gt=0, chance__lt=1), name="item_guarded_chance_in_range"
            )
        ]


class DeadlineAlert(models.Model):
    """One fall of the chance below what was guarded, until it is over: who was told, and who answered. Without an item
    that of the project's own deadline."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="+")
    item = models.ForeignKey(WorkItem, null=True, on_delete=models.CASCADE, related_name="+")
    fell_at = models.DateTimeField()
    guarded = models.FloatField()
    chance = models.FloatField()
    manager = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="+")
    deputy = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="+")
    escalated_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="+")
    answered_at = models.DateTimeField(null=True)
    answer = models.TextField(blank=True)
    over_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["project"], condition=Q(over_at=None, item=None), name="one_fall_of_a_deadline"
            ),
            models.UniqueConstraint(
                fields=["item"],
                condition=Q(over_at=None, item__isnull=False),
                name="one_fall_of_an_item_s_deadline",
            ),
        ]
