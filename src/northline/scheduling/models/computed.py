"""What was computed of a project, kept with the state of the plan that it was computed from."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from django.db import models
from django.utils import timezone

from northline.delivery.models import PlanTimeField, Project, WorkItem


class Computed(models.Model):
    """One computed result of a project; `fingerprint` is a hash of all that went in."""

    project = models.OneToOneField(Project, primary_key=True, on_delete=models.CASCADE, related_name="+")
    plan_version = models.PositiveIntegerField()
    fingerprint = models.CharField(max_length=64)
    computed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        abstract = True

    @property
    def saving(self) -> tuple[str, datetime]:
        """What no other saving of the project has."""
        return self.fingerprint, self.computed_at


class SavedSchedule(Computed):
    """All dates of a plan. `payload` is JSON text, `{"items": {item id: [the values of dates.Dates]}}`: one row,
    read and written whole, so that a rescheduled plan costs one write and not one per item."""

    start = PlanTimeField()
    finish = PlanTimeField()
    payload = models.TextField()
    warnings = models.JSONField(default=list)


class ItemDates(models.Model):
    """The dates of one item out of its project's `SavedSchedule`, where lists filter, sort and group by them. They are laid
    out of it when a list is read, so that a rescheduled plan still costs one write."""

    item = models.OneToOneField(WorkItem, primary_key=True, on_delete=models.CASCADE, related_name="dates")
    start = PlanTimeField()
    finish = PlanTimeField()
    early_start = PlanTimeField()
    early_finish = PlanTimeField()
    late_start = PlanTimeField()
    late_finish = PlanTimeField()
    total_slack_minutes = models.BigIntegerField()
    free_slack_minutes = models.BigIntegerField()
    critical = models.BooleanField()


class LaidDates(models.Model):
    """Which saving of a project's schedule its `ItemDates` are of."""

    project = models.OneToOneField(Project, primary_key=True, on_delete=models.CASCADE, related_name="+")
    fingerprint = models.CharField(max_length=64)
    computed_at = models.DateTimeField()


class SavedForecast(Computed):
    """The chance of every finish of a plan."""

    samples = models.PositiveIntegerField()
    seed = models.BigIntegerField()
    deadline = PlanTimeField(null=True)
    probability_on_time = models.FloatField(null=True)
    p10 = PlanTimeField()
    p50 = PlanTimeField()
    p80 = PlanTimeField()
    p85 = PlanTimeField()
    p90 = PlanTimeField()
    p95 = PlanTimeField()
    histogram = models.JSONField(default=list)
    # How many runs end on each day, from `first` on: what a histogram of at most forty bars cannot say of a day.
    ends = models.JSONField(default=dict)
    # None until somebody asks who decides the finish.
    drivers = models.JSONField(null=True)
    default_spread = models.JSONField(null=True)
    # None while no risk is open, and until they are weighed.
    risks = models.JSONField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(probability_on_time=None)
                | models.Q(probability_on_time__gte=0, probability_on_time__lte=1),
                name="forecast_probability_in_range",
            )
        ]
