"""What is thought of a product on one page: canvases, their versions, and the statements in their boxes."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from northline.accounts.models import Member
from northline.core.models import Editable, Row
from northline.core.scope import Place
from northline.products.models import Product


class Canvas(Editable):
    """A page of boxes after a known template; what stands in them is told by its versions."""

    KIND: ClassVar[str] = "canvas"
    PREFIX: ClassVar[str] = "CAN"

    class Template(models.TextChoices):
        LEAN = "lean_canvas"
        BUSINESS_MODEL = "business_model"
        SWOT = "swot"
        VALUE = "value_proposition"
        POSITIONING = "positioning"

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="+")
    template = models.CharField(max_length=20, choices=Template)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["workspace", "key"], name="canvas_key_once")]
        indexes: ClassVar = [models.Index(fields=["product", "-created_at"], name="canvas_of_product")]

    def place(self) -> Place:
        return Place(product_id=self.product_id)


class CanvasVersion(Row):
    """One version of a canvas. Written once: a new thought is a new version.

    `boxes` maps the name of a box to its statements in order, each `{"id", "text", "nature"}`.
    """

    KIND: ClassVar[str] = "canvas_version"

    canvas = models.ForeignKey(Canvas, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    boxes = models.JSONField()
    note = models.TextField(blank=True)
    created_by = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["canvas", "number"], name="canvas_version_number_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="canvas_version_counts_from_one"),
        ]

    def save(self, *args: Any, **options: Any) -> None:
        assert self._state.adding, "a version is written once"
        super().save(*args, **options)

    def place(self) -> Place:
        return self.canvas.place()


class Statement(Editable):
    """One thought in a box, the same through all versions, so that evidence stays with it.

    Its title, box and nature are those of the newest version; archived, it is no longer in there.
    """

    KIND: ClassVar[str] = "statement"
    PREFIX: ClassVar[str] = "ST"

    class Nature(models.TextChoices):
        ASSUMPTION = "assumption"
        FACT = "fact"

    # It stands on a canvas, or on the vision board: then in this version, the newest that holds it.
    canvas = models.ForeignKey(Canvas, null=True, on_delete=models.CASCADE, related_name="statements")
    vision = models.ForeignKey(
        "strategy.Vision", null=True, on_delete=models.CASCADE, related_name="statements"
    )
    # The document's own, which never changes: the door needs it without a join.
    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="+")
    box = models.CharField(max_length=40)
    nature = models.CharField(max_length=12, choices=Nature, default=Nature.ASSUMPTION)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "key"], name="statement_key_once"),
            models.CheckConstraint(
                condition=Q(canvas=None, vision__isnull=False) | Q(canvas__isnull=False, vision=None),
                name="statement_stands_on_one_document",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["product", "-created_at"], name="statement_of_product")]

    def place(self) -> Place:
        return Place(product_id=self.product_id)
