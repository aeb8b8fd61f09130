"""What is promised when: lanes, initiatives and what they wait for, milestones."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from northline.accounts.models import Member
from northline.core.models import Customised, Editable, Row
from northline.core.scope import Place
from northline.products.models import Product
from northline.research.models import OfProduct
from northline.strategy.models import Theme


class Lane(Editable):
    """A row of the roadmap in which initiatives lie. Lanes stand in the order of `position`."""

    KIND: ClassVar[str] = "lane"
    PREFIX: ClassVar[str] = "LANE"

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="+")
    colour = models.CharField(max_length=20, blank=True)
    # A real number, so that a lane goes between two others without moving them.
    position = models.FloatField(default=0)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["workspace", "key"], name="lane_key_once")]
        indexes: ClassVar = [models.Index(fields=["product", "position"], name="lane_of_product")]

    def place(self) -> Place:
        return Place(product_id=self.product_id)


class Initiative(OfProduct):
    """A large piece of intended work, with a target window: its first and its last day, as exact as `precision`."""

    KIND: ClassVar[str] = "initiative"
    PREFIX: ClassVar[str] = "INI"

    class Status(models.TextChoices):
        IDEA = "idea"
        PLANNED = "planned"
        COMMITTED = "committed"
        IN_PROGRESS = "in_progress"
        DONE = "done"

    class Horizon(models.TextChoices):
        NOW = "now"
        NEXT = "next"
        LATER = "later"

    class Precision(models.TextChoices):
        DAY = "day"
        MONTH = "month"
        QUARTER = "quarter"

    lane = models.ForeignKey(Lane, null=True, on_delete=models.PROTECT, related_name="initiatives")
    position = models.FloatField(default=0)
    owner = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="+")
    status = models.CharField(max_length=12, choices=Status, default=Status.IDEA)
    horizon = models.CharField(max_length=8, choices=Horizon, blank=True)
    window_start = models.DateField(null=True)
    window_finish = models.DateField(null=True)
    window_precision = models.CharField(max_length=8, choices=Precision, blank=True)
    # The container that this one is a part of.
    parent = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="parts")
    # The strategic pillar that it is part of.
    theme = models.ForeignKey(Theme, null=True, on_delete=models.SET_NULL, related_name="+")
    # Put aside on purpose: neither planned nor forgotten.
    parked = models.BooleanField(default=False)
    # The goal-oriented roadmap (Pichler): why, what of, and how one will know.
    goal = models.CharField(max_length=300, blank=True)
    features = models.JSONField(default=list)
    metrics = models.JSONField(default=list)
    # Person-weeks.
    effort_weeks = models.FloatField(null=True)
    colour = models.CharField(max_length=20, blank=True)
    # Why nobody needs to look at its outcome before it counts as done; empty: somebody does.
    no_review_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "key"], name="initiative_key_once"),
            models.CheckConstraint(
                condition=Q(window_start=None, window_finish=None, window_precision="")
                | Q(
                    window_start__isnull=False,
                    window_finish__isnull=False,
                    window_precision__in=["day", "month", "quarter"],
                ),
                name="initiative_window_whole_or_none",
            ),
            models.CheckConstraint(
                condition=Q(window_start=None) | Q(window_start__lte=F("window_finish")),
                name="initiative_starts_before_it_finishes",
            ),
            models.CheckConstraint(
                condition=Q(parent=None) | ~Q(parent=F("id")), name="initiative_is_not_its_own_parent"
            ),
            models.CheckConstraint(
                condition=Q(effort_weeks=None) | Q(effort_weeks__gte=0),
                name="initiative_effort_is_not_negative",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["product", "-created_at"], name="initiative_of_product"),
            models.Index(fields=["lane"], name="initiative_of_lane"),
        ]


class InitiativeDependency(Row):
    """`after` waits for `before`: it should not start until the other has finished. Both are of one product."""

    KIND: ClassVar[str] = "initiative_dependency"

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="+")
    before = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="leads_to")
    after = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="waits_for")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["before", "after"], name="initiative_dependency_once"),
            models.CheckConstraint(condition=~Q(before=F("after")), name="initiative_dependency_joins_two"),
        ]
        indexes: ClassVar = [models.Index(fields=["product"], name="initiative_deps_of_product")]

    def place(self) -> Place:
        return Place(product_id=self.product_id)


class Milestone(Customised, Editable):
    """A dated point of the roadmap, across all of it or in one lane."""

    KIND: ClassVar[str] = "milestone"
    PREFIX: ClassVar[str] = "MS"

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="+")
    lane = models.ForeignKey(Lane, null=True, on_delete=models.SET_NULL, related_name="+")
    day = models.DateField()
    note = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "key"], name="milestone_key_once")
        ]
        indexes: ClassVar = [models.Index(fields=["product", "day"], name="milestone_of_product")]

    def place(self) -> Place:
        return Place(product_id=self.product_id)
