"""Where a product is to go and how one will know: vision, objectives, key results, check-ins."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, ClassVar

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q

from northline.accounts.models import Member
from northline.core.models import Customised, Editable, Row
from northline.core.scope import Place
from northline.products.models import Product
from northline.research.models import OfProduct
from northline.strategy.canvases.models import Canvas, CanvasVersion, Statement
from northline.strategy.scoring.models import KanoAnswer, Score, Scorecard, ScoringRound, Standing
from northline.strategy.stakeholders.models import SignOff, Stakeholder, Telling, Verdict
from northline.strategy.themes.models import Theme

__all__ = [
    "Canvas",
    "CanvasVersion",
    "CheckIn",
    "KanoAnswer",
    "KeyResult",
    "Objective",
    "Score",
    "Scorecard",
    "ScoringRound",
    "SignOff",
    "Stakeholder",
    "Standing",
    "Statement",
    "Telling",
    "Theme",
    "Verdict",
    "Vision",
]

# A figure of a metric is in the metric's own unit.
DIGITS, PLACES = 18, 4


class Vision(Editable):
    """One version of the product's vision board (Pichler). Written once: a new thought is a new version.

    `boxes` maps the name of a box to its statements in order, as in a version of a canvas.
    """

    KIND: ClassVar[str] = "vision"
    PREFIX: ClassVar[str] = "VIS"

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="+")
    number = models.PositiveIntegerField()
    boxes = models.JSONField(default=dict)
    # The words of each box, a line a statement, for search and lists.
    statement = models.TextField(blank=True)
    target_group = models.TextField(blank=True)
    needs = models.TextField(blank=True)
    product_text = models.TextField(blank=True)
    business_goals = models.TextField(blank=True)
    note = models.TextField(blank=True)
    created_by = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "key"], name="vision_key_once"),
            models.UniqueConstraint(fields=["product", "number"], name="vision_number_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="vision_counts_from_one"),
        ]

    def save(self, *args: Any, **options: Any) -> None:
        assert self._state.adding, "a vision is written once"
        super().save(*args, **options)

    def place(self) -> Place:
        return Place(product_id=self.product_id)


class Objective(OfProduct):
    """What the strategy wants in a period."""

    KIND: ClassVar[str] = "objective"
    PREFIX: ClassVar[str] = "OBJ"

    # 2026, 2026-H2, 2026-Q4 or 2026-11; empty: not tied to one.
    period = models.CharField(max_length=8, blank=True)
    owner = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="+")
    # The objective that it contributes to, of any product of the workspace.
    parent = models.ForeignKey("self", null=True, on_delete=models.SET_NULL, related_name="children")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "key"], name="objective_key_once"),
            models.CheckConstraint(
                condition=Q(parent=None) | ~Q(parent=F("id")), name="objective_is_not_its_own_parent"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["product", "-created_at"], name="objective_of_product")]


class KeyResult(Customised, Editable):
    """The metric that shows an objective. `current`, `confidence` and `checked_at` are of the newest check-in, if any."""

    KIND: ClassVar[str] = "key_result"
    PREFIX: ClassVar[str] = "KR"

    class Direction(models.TextChoices):
        UP = "up"
        DOWN = "down"

    objective = models.ForeignKey(Objective, on_delete=models.CASCADE, related_name="key_results")
    # The objective's own, which never changes: the door needs it without a join.
    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="+")
    # Who sees to it; the objective's owner answers for all of them.
    owner = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="+")
    unit = models.CharField(max_length=40, blank=True)
    direction = models.CharField(max_length=4, choices=Direction, default=Direction.UP)
    start = models.DecimalField(max_digits=DIGITS, decimal_places=PLACES, default=Decimal(0))
    target = models.DecimalField(max_digits=DIGITS, decimal_places=PLACES)
    current = models.DecimalField(max_digits=DIGITS, decimal_places=PLACES, null=True)
    confidence = models.PositiveSmallIntegerField(null=True)
    checked_at = models.DateTimeField(null=True)
    # How much it counts among the key results of its objective.
    weight = models.PositiveSmallIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "key"], name="key_result_key_once"),
            models.CheckConstraint(
                condition=Q(direction="up", target__gt=F("start"))
                | Q(direction="down", target__lt=F("start")),
                name="key_result_leads_where_it_says",
            ),
            models.CheckConstraint(
                condition=Q(weight__gte=1, weight__lte=100), name="key_result_weight_counts"
            ),
        ]

    def place(self) -> Place:
        return Place(product_id=self.product_id)


class CheckIn(Row):
    """What somebody saw a key result stand at, and how sure they are of reaching it, 0 to 100. Never edited."""

    KIND: ClassVar[str] = "check_in"

    key_result = models.ForeignKey(KeyResult, on_delete=models.CASCADE, related_name="check_ins")
    value = models.DecimalField(max_digits=DIGITS, decimal_places=PLACES)
    confidence = models.PositiveSmallIntegerField(validators=[MaxValueValidator(100)])
    note = models.TextField(blank=True)
    by = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(confidence__gte=0, confidence__lte=100),
                name="check_in_confidence_is_a_percentage",
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["key_result", "-created_at", "-id"], name="check_in_of_key_result")
        ]

    def place(self) -> Place:
        return self.key_result.place()
