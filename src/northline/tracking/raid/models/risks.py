"""Risks, and what each costs the forecast."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from northline.tracking.raid.models.entries import Entry


class Risk(Entry):
    """An uncertain event, told as cause, event and effect.

    Probabilities are in per cent, impacts in working days on each of the tasks of `task_ids`, or, without any, on the
    whole project. The residual figures are those once the response is in place.
    """

    KIND: ClassVar[str] = "risk"
    PREFIX: ClassVar[str] = "RSK"

    class Type(models.TextChoices):
        THREAT = "threat"
        OPPORTUNITY = "opportunity"

    class Category(models.TextChoices):
        TECHNICAL = "technical"
        PEOPLE = "people"
        SUPPLIER = "supplier"
        CUSTOMER = "customer"
        LEGAL = "legal"
        MANAGEMENT = "management"
        OUTSIDE = "outside"

    class Strategy(models.TextChoices):
        NONE = ""
        AVOID = "avoid"
        TRANSFER = "transfer"
        MITIGATE = "mitigate"
        ACCEPT = "accept"
        EXPLOIT = "exploit"
        SHARE = "share"
        ENHANCE = "enhance"

    class Status(models.TextChoices):
        OPEN = "open"
        OCCURRED = "occurred"
        CLOSED = "closed"

    type = models.CharField(max_length=12, choices=Type, default=Type.THREAT)
    cause = models.TextField(blank=True)
    event = models.TextField(blank=True)
    effect = models.TextField(blank=True)
    category = models.CharField(max_length=12, choices=Category, default=Category.TECHNICAL)
    probability = models.PositiveSmallIntegerField(default=50)
    low_days = models.FloatField(null=True)
    likely_days = models.FloatField(null=True)
    high_days = models.FloatField(null=True)
    # Where days do not say it: cost, scope, quality, reputation, from 1 to 5.
    impact_rating = models.PositiveSmallIntegerField(null=True)
    task_ids = models.JSONField(default=list)
    # In the workspace's own money.
    cost = models.PositiveBigIntegerField(null=True)
    # When it could happen.
    proximity = models.DateField(null=True)
    strategy = models.CharField(max_length=12, choices=Strategy, default=Strategy.NONE, blank=True)
    response = models.TextField(blank=True)
    triggers = models.TextField(blank=True)
    response_in_place = models.BooleanField(default=False)
    residual_probability = models.PositiveSmallIntegerField(null=True)
    residual_days = models.FloatField(null=True)
    residual_rating = models.PositiveSmallIntegerField(null=True)
    status = models.CharField(max_length=12, choices=Status, default=Status.OPEN)
    status_reason = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "key"], name="risk_key_once"),
            models.CheckConstraint(
                condition=Q(probability__lte=100)
                & (Q(residual_probability=None) | Q(residual_probability__lte=100)),
                name="risk_probability_in_100",
            ),
            models.CheckConstraint(
                condition=Q(low_days=None, likely_days=None, high_days=None)
                | (
                    Q(likely_days__gte=0)
                    & (Q(low_days=None) | Q(low_days__gte=0, low_days__lte=F("likely_days")))
                    & (Q(high_days=None) | Q(high_days__gte=F("likely_days")))
                ),
                name="risk_impact_rises",
            ),
            models.CheckConstraint(
                condition=(Q(impact_rating=None) | Q(impact_rating__gte=1, impact_rating__lte=5))
                & (Q(residual_rating=None) | Q(residual_rating__gte=1, residual_rating__lte=5)),
                name="risk_rating_1_to_5",
            ),
            models.CheckConstraint(
                condition=~Q(status="closed") | ~Q(status_reason=""), name="risk_closed_says_why"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["project", "-created_at"], name="risk_of_project")]


class RiskCost(models.Model):
    """How many working days of its project's P80 an open risk was worth when the forecast was last weighed."""

    risk = models.OneToOneField(Risk, primary_key=True, on_delete=models.CASCADE, related_name="p80_cost")
    days = models.FloatField()
