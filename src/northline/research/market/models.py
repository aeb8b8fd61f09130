"""Whom a product is for and what it is measured against: personas, jobs to be done, competitors and their comparison."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from northline.accounts.models import Member
from northline.core.models import Customised, Editable, Row
from northline.core.scope import Place
from northline.products.models import Product


class Persona(Customised, Editable):
    """A kind of person that a product is for; without a product, one of the whole workspace."""

    KIND: ClassVar[str] = "persona"
    PREFIX: ClassVar[str] = "PER"

    product = models.ForeignKey(Product, null=True, on_delete=models.CASCADE, related_name="+")
    role = models.CharField(max_length=300, blank=True)
    # Of customers, as those are told: whoever belongs to one of them may be such a person.
    segments = models.JSONField(default=list)
    goals = models.TextField(blank=True)
    pains = models.TextField(blank=True)
    quote = models.TextField(blank=True)
    # Of all users, in per cent.
    share = models.PositiveSmallIntegerField(null=True)
    # How many there are.
    size = models.PositiveBigIntegerField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "key"], name="persona_key_once"),
            models.CheckConstraint(condition=Q(share=None) | Q(share__lte=100), name="persona_share_in_100"),
        ]
        indexes: ClassVar = [models.Index(fields=["product", "-created_at"], name="persona_of_product")]

    def place(self) -> Place:
        return Place(product_id=self.product_id)


class OfMarket(Customised, Editable):
    """An object of one product."""

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="+")

    class Meta:
        abstract = True

    def place(self) -> Place:
        return Place(product_id=self.product_id)


class JobToBeDone(OfMarket):
    """What people want to get done, whatever they use for it: “When `situation`, I want to `title`, so that `outcome`.”

    Importance and satisfaction are from 1 to 10, unknown until somebody asked.
    """

    KIND: ClassVar[str] = "job_to_be_done"
    PREFIX: ClassVar[str] = "JTBD"

    class Type(models.TextChoices):
        FUNCTIONAL = "functional"
        EMOTIONAL = "emotional"
        SOCIAL = "social"

    type = models.CharField(max_length=12, choices=Type, default=Type.FUNCTIONAL)
    situation = models.TextField(blank=True)
    outcome = models.TextField(blank=True)
    importance = models.DecimalField(max_digits=3, decimal_places=1, null=True)
    satisfaction = models.DecimalField(max_digits=3, decimal_places=1, null=True)
    # Where the two figures come from.
    asked = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "key"], name="job_to_be_done_key_once"),
            models.CheckConstraint(
                condition=Q(importance=None) | Q(importance__gte=1, importance__lte=10),
                name="job_importance_1_to_10",
            ),
            models.CheckConstraint(
                condition=Q(satisfaction=None) | Q(satisfaction__gte=1, satisfaction__lte=10),
                name="job_satisfaction_1_to_10",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["product", "-created_at"], name="job_to_be_done_of_product")
        ]


class Competitor(OfMarket):
    """What people use, or could use, instead."""

    KIND: ClassVar[str] = "competitor"
    PREFIX: ClassVar[str] = "CMP"

    class Type(models.TextChoices):
        DIRECT = "direct"
        INDIRECT = "indirect"
        # What is done without a product for it: paper, a spreadsheet, nothing.
        SUBSTITUTE = "substitute"

    type = models.CharField(max_length=12, choices=Type, default=Type.DIRECT)
    website = models.CharField(max_length=500, blank=True)
    positioning = models.TextField(blank=True)
    strengths = models.TextField(blank=True)
    weaknesses = models.TextField(blank=True)
    pricing = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "key"], name="competitor_key_once"),
        ]
        indexes: ClassVar = [models.Index(fields=["product", "-created_at"], name="competitor_of_product")]


class Criterion(Editable):
    """What the product and its competitors are compared by; `weight` is how much it matters to buyers, 0 to 5."""

    KIND: ClassVar[str] = "criterion"
    PREFIX: ClassVar[str] = "CRI"

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="+")
    weight = models.PositiveSmallIntegerField(default=3)
    description = models.TextField(blank=True)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "key"], name="criterion_key_once"),
            models.CheckConstraint(condition=Q(weight__lte=5), name="criterion_weight_to_5"),
        ]
        indexes: ClassVar = [models.Index(fields=["product", "position"], name="criterion_of_product")]

    def place(self) -> Place:
        return Place(product_id=self.product_id)


class Rating(Row):
    """How well a competitor, or without one the product itself, does by a criterion, 0 to 5, and what that rests on."""

    KIND: ClassVar[str] = "rating"

    criterion = models.ForeignKey(Criterion, on_delete=models.CASCADE, related_name="ratings")
    competitor = models.ForeignKey(Competitor, null=True, on_delete=models.CASCADE, related_name="ratings")
    score = models.PositiveSmallIntegerField(null=True)
    note = models.TextField(blank=True)
    source = models.CharField(max_length=500, blank=True)
    # The day on which somebody last looked.
    checked_on = models.DateField(null=True)
    by = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["criterion", "competitor"], name="rating_of_competitor_once"),
            models.UniqueConstraint(
                fields=["criterion"], condition=Q(competitor=None), name="rating_of_ours_once"
            ),
            models.CheckConstraint(condition=Q(score=None) | Q(score__lte=5), name="rating_to_5"),
        ]

    def place(self) -> Place:
        return self.criterion.place()
