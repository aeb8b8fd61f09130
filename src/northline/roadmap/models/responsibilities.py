"""Who answers for which function of an initiative, and who stands in for them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from northline.accounts.models import Member
from northline.core.models import Row
from northline.core.scope import Place
from northline.products.models import Product
from northline.roadmap.models.items import Initiative
from northline.roadmap.rules.responsibilities import FUNCTIONS, ROLES


class Responsibility(Row):
    """One function of one initiative; without an initiative what holds for all of the product's that say nothing else.

    Its version is that of the initiative or the product, which every edit raises.
    """

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="+")
    initiative = models.ForeignKey(
        Initiative, null=True, on_delete=models.CASCADE, related_name="responsibilities"
    )
    function = models.CharField(max_length=24, choices=[(name, name) for name in FUNCTIONS])
    deputy = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="+")
    # Without a first day from the day on which it was said.
    deputy_from = models.DateField(null=True)
    deputy_until = models.DateField(null=True)
    # When the deputy was told that it begins, and that its last day has passed.
    begin_told_at = models.DateTimeField(null=True)
    end_told_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["initiative", "function"], name="responsibility_once"),
            models.UniqueConstraint(
                fields=["product", "function"],
                condition=Q(initiative=None),
                name="responsibility_of_product_once",
            ),
        ]

    def place(self) -> Place:
        return Place(product_id=self.product_id)


class Holder(Row):
    """A member who answers for a function, shares in it, is asked before or told after: one role each."""

    responsibility = models.ForeignKey(Responsibility, on_delete=models.CASCADE, related_name="holders")
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    role = models.CharField(max_length=12, choices=[(name, name) for name in ROLES])

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["responsibility", "member"], name="holder_once"),
            models.CheckConstraint(condition=Q(role__in=ROLES), name="holder_role_known"),
        ]

    def place(self) -> Place:
        return self.responsibility.place()
