"""The ledger of commitments: who was promised what, when, in which words, at what confidence, and what became of it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from northline.accounts.models import Member
from northline.core.models import Customised, Editable, Row
from northline.core.scope import Place
from northline.products.models import Product
from northline.research.models import Customer
from northline.roadmap.models.items import Initiative


class Promise(Customised, Editable):
    """Somebody was told that an initiative is finished by the day `due`.

    `chance` is what the plan said then of that day, 0 to 1; null where no plan spoke. `title` is the promise in one line.
    """

    KIND: ClassVar[str] = "promise"
    PREFIX: ClassVar[str] = "PRO"

    class State(models.TextChoices):
        OPEN = "open"
        KEPT = "kept"
        BROKEN = "broken"

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="+")
    initiative = models.ForeignKey(Initiative, on_delete=models.PROTECT, related_name="promises")
    promised_to = models.CharField(max_length=200)
    customer = models.ForeignKey(Customer, null=True, on_delete=models.SET_NULL, related_name="+")
    words = models.TextField(blank=True)
    made_on = models.DateField()
    due = models.DateField()
    chance = models.FloatField(null=True)
    state = models.CharField(max_length=8, choices=State, default=State.OPEN)
    made_by = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "key"], name="promise_key_once"),
            models.CheckConstraint(
                condition=Q(chance=None) | Q(chance__gte=0, chance__lte=1), name="promise_chance_in_range"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["product", "-created_at"], name="promise_of_product"),
            models.Index(fields=["initiative", "state"], name="promise_of_initiative"),
        ]

    def place(self) -> Place:
        return Place(product_id=self.product_id)


class PromiseOutcome(Row):
    """What became of a promise. One that was renegotiated stays open with another day. Never edited."""

    KIND: ClassVar[str] = "promise_outcome"

    class Verdict(models.TextChoices):
        KEPT = "kept"
        BROKEN = "broken"
        RENEGOTIATED = "renegotiated"

    promise = models.ForeignKey(Promise, on_delete=models.CASCADE, related_name="outcomes")
    verdict = models.CharField(max_length=12, choices=Verdict)
    was_due = models.DateField()
    due = models.DateField()
    chance = models.FloatField(null=True)
    reason = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        indexes: ClassVar = [models.Index(fields=["promise", "created_at"], name="outcome_of_promise")]

    def place(self) -> Place:
        return self.promise.place()
