"""Named moments of a roadmap, and what its lint expects."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from northline.core.models import Editable
from northline.core.scope import Place
from northline.products.models import Product


class Snapshot(Editable):
    """A named moment: the roadmap as it was after the change numbered `seq`, to be rebuilt from the changes."""

    KIND: ClassVar[str] = "snapshot"
    PREFIX: ClassVar[str] = "SNAP"

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="+")
    seq = models.PositiveBigIntegerField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "key"], name="snapshot_key_once")
        ]
        indexes: ClassVar = [models.Index(fields=["product", "-seq"], name="snapshot_of_product")]

    def place(self) -> Place:
        return Place(product_id=self.product_id)


class RoadmapPolicy(Editable):
    """What a product's roadmap is checked against: person-weeks that fit into a bucket, days until it is stale.

    Every product has one, made with it.
    """

    KIND: ClassVar[str] = "roadmap_policy"
    PREFIX: ClassVar[str] = "RMP"

    product = models.OneToOneField(Product, on_delete=models.CASCADE, related_name="+")
    now_weeks = models.FloatField(null=True)
    next_weeks = models.FloatField(null=True)
    stale_days = models.PositiveIntegerField(default=60)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "key"], name="roadmap_policy_key_once"),
            models.CheckConstraint(
                condition=(Q(now_weeks=None) | Q(now_weeks__gte=0))
                & (Q(next_weeks=None) | Q(next_weeks__gte=0)),
                name="roadmap_policy_capacity_is_not_negative",
            ),
        ]

    def place(self) -> Place:
        return Place(product_id=self.product_id)
