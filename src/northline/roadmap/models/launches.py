"""Launches: what goes out when, its checklist, the decision to go, and what came of it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from northline.accounts.models import Member
from northline.core.models import Customised, Editable, Row
from northline.core.scope import Place
from northline.products.models import Product
from northline.roadmap.models.items import Initiative
from northline.strategy.models import KeyResult


class OfLaunchedProduct(Editable):
    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="+")

    class Meta:
        abstract = True

    def place(self) -> Place:
        return Place(product_id=self.product_id)


class LaunchTemplate(OfLaunchedProduct):
    """A checklist to start from: `steps` are `{"title", "offset_days"}`, days from the launch, before it below nought."""

    KIND: ClassVar[str] = "launch_template"
    PREFIX: ClassVar[str] = "LCT"

    steps = models.JSONField(default=list)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "key"], name="launch_template_key_once")
        ]


class Launch(Customised, OfLaunchedProduct):
    """The release of one or more initiatives to customers on the day `day`; `launched_on` once it has happened."""

    KIND: ClassVar[str] = "launch"
    PREFIX: ClassVar[str] = "LCH"

    day = models.DateField()
    note = models.TextField(blank=True)
    owner = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="+")
    launched_on = models.DateField(null=True)
    initiatives = models.ManyToManyField(Initiative, through="LaunchItem", related_name="launches")

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["workspace", "key"], name="launch_key_once")]
        indexes: ClassVar = [models.Index(fields=["product", "day"], name="launch_of_product")]


class LaunchItem(models.Model):
    """An initiative that a launch releases."""

    launch = models.ForeignKey(Launch, on_delete=models.CASCADE)
    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["launch", "initiative"], name="launch_item_once")
        ]


class LaunchStep(OfLaunchedProduct):
    """A point of a launch's checklist, due `offset_days` from the launch: T-7 is -7."""

    KIND: ClassVar[str] = "launch_step"
    PREFIX: ClassVar[str] = "LCS"

    launch = models.ForeignKey(Launch, on_delete=models.CASCADE, related_name="steps")
    offset_days = models.IntegerField(default=0)
    owner = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="+")
    done_on = models.DateField(null=True)
    done_by = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "key"], name="launch_step_key_once"),
            models.CheckConstraint(
                condition=Q(offset_days__gte=-730, offset_days__lte=730), name="launch_step_within_two_years"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["launch", "offset_days"], name="step_of_launch")]


class LaunchDecision(Row):
    """Go or no go, and why. The newest counts; none is ever edited."""

    KIND: ClassVar[str] = "launch_decision"

    class Verdict(models.TextChoices):
        GO = "go"
        NO_GO = "no_go"

    launch = models.ForeignKey(Launch, on_delete=models.CASCADE, related_name="decisions")
    verdict = models.CharField(max_length=8, choices=Verdict)
    reason = models.CharField(max_length=300, blank=True)
    # How many points of the checklist were open then.
    open_steps = models.PositiveIntegerField()
    by = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        indexes: ClassVar = [models.Index(fields=["launch", "created_at"], name="decision_of_launch")]

    def place(self) -> Place:
        return self.launch.place()


class OutcomeReview(OfLaunchedProduct):
    """What an initiative brought, looked at `after_days` days after its launch, and what follows from it."""

    KIND: ClassVar[str] = "outcome_review"
    PREFIX: ClassVar[str] = "REV"

    class Verdict(models.TextChoices):
        KEEP = "keep"
        ITERATE = "iterate"
        STOP = "stop"

    launch = models.ForeignKey(Launch, on_delete=models.CASCADE, related_name="reviews")
    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="reviews")
    after_days = models.PositiveSmallIntegerField()
    due = models.DateField()
    key_result = models.ForeignKey(KeyResult, null=True, on_delete=models.SET_NULL, related_name="+")
    # Where the key result stood then, as text of its own decimal figure; empty where none was named.
    reading = models.CharField(max_length=40, blank=True)
    verdict = models.CharField(max_length=8, choices=Verdict, blank=True)
    findings = models.TextField(blank=True)
    decided_on = models.DateField(null=True)
    decided_by = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "key"], name="outcome_review_key_once"),
            models.UniqueConstraint(
                fields=["launch", "initiative", "after_days"], name="outcome_review_once"
            ),
            models.CheckConstraint(
                condition=Q(verdict="", decided_on=None) | (~Q(verdict="") & Q(decided_on__isnull=False)),
                name="outcome_review_decided_whole",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["product", "due"], name="review_of_product")]
