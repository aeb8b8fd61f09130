"""Who has an interest in a product and power over it, what they were told, and what they signed."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from northline.accounts.models import Member
from northline.core.models import Editable, Row
from northline.core.scope import Place
from northline.products.models import Product


def none_named() -> list[Any]:
    return []


class Stakeholder(Editable):
    """A person or group with interest in and power over a product, each 0 to 100; a member or not."""

    KIND: ClassVar[str] = "stakeholder"
    PREFIX: ClassVar[str] = "STK"

    class Attitude(models.TextChoices):
        CHAMPION = "champion"
        SUPPORTIVE = "supportive"
        NEUTRAL = "neutral"
        CRITICAL = "critical"
        OPPOSED = "opposed"

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="+")
    member = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="+")
    organisation = models.CharField(max_length=200, blank=True)
    position = models.CharField(max_length=200, blank=True)
    power = models.PositiveSmallIntegerField(default=50)
    interest = models.PositiveSmallIntegerField(default=50)
    attitude = models.CharField(max_length=12, choices=Attitude, default=Attitude.NEUTRAL)
    concerns = models.TextField(blank=True)
    # The boxes of the vision that concern them; none named: all of them.
    boxes = models.JSONField(default=none_named)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "key"], name="stakeholder_key_once"),
            models.UniqueConstraint(
                fields=["product", "member"],
                condition=Q(member__isnull=False),
                name="stakeholder_member_once",
            ),
            models.CheckConstraint(
                condition=Q(power__lte=100, interest__lte=100), name="stakeholder_scales_end_at_100"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["product", "-created_at"], name="stakeholder_of_product")]

    def place(self) -> Place:
        return Place(product_id=self.product_id)


class Telling(Row):
    """What a stakeholder was told, when, by whom and how; `version` is what of the vision they saw."""

    KIND: ClassVar[str] = "telling"

    stakeholder = models.ForeignKey(Stakeholder, on_delete=models.CASCADE, related_name="tellings")
    by = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="+")
    channel = models.CharField(max_length=60, blank=True)
    summary = models.TextField()
    version = models.ForeignKey("strategy.Vision", null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["stakeholder", "-created_at"], name="telling_to_stakeholder")
        ]


class SignOff(Row):
    """A version of a document put up for sign-off, told by its content; `material` boxes ask everybody.

    Documents are versions of the vision and of canvases. `line` is what their numbers count in: the product of a
    vision, the canvas of its versions.
    """

    KIND: ClassVar[str] = "sign_off"

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="+")
    document_kind = models.CharField(max_length=24)
    document_id = models.UUIDField(unique=True)
    line = models.UUIDField()
    number = models.PositiveIntegerField()
    content = models.JSONField()
    content_hash = models.CharField(max_length=64)
    material = models.JSONField(default=none_named)
    asked_by = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="+")
    asked = models.ManyToManyField(Stakeholder, related_name="+")

    class Meta:
        indexes: ClassVar = [models.Index(fields=["line", "number"], name="sign_off_in_line")]

    def place(self) -> Place:
        return Place(product_id=self.product_id)


class Verdict(Row):
    """What a stakeholder said of one version, told by its content. Never edited: the newest of a version counts."""

    KIND: ClassVar[str] = "verdict"

    class Word(models.TextChoices):
        AGREE = "agree"
        RESERVATION = "reservation"
        OBJECTION = "objection"

    sign_off = models.ForeignKey(SignOff, on_delete=models.CASCADE, related_name="verdicts")
    stakeholder = models.ForeignKey(Stakeholder, on_delete=models.CASCADE, related_name="verdicts")
    word = models.CharField(max_length=12, choices=Word)
    text = models.TextField(blank=True)
    content_hash = models.CharField(max_length=64)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(word="agree") | ~Q(text=""), name="verdict_says_why_unless_it_agrees"
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["stakeholder", "-created_at"], name="verdict_of_stakeholder")
        ]
