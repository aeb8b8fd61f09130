"""Evidence and what it suggests: customers, insights, opportunities, ideas."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from northline.core.models import Customised, Editable
from northline.core.scope import Place
from northline.products.models import Product, no_words


class Customer(Customised, Editable):
    """Whoever evidence comes from: a company, or a person who may belong to one."""

    KIND: ClassVar[str] = "customer"
    PREFIX: ClassVar[str] = "CUS"

    class Type(models.TextChoices):
        COMPANY = "company"
        PERSON = "person"

    type = models.CharField(max_length=12, choices=Type, default=Type.COMPANY)
    # Of a person.
    company = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="people")
    segment = models.CharField(max_length=120, blank=True)
    # How many people work there.
    size = models.PositiveIntegerField(null=True)
    # What the customer brings in a year, in the workspace's own money.
    value = models.PositiveBigIntegerField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "key"], name="customer_key_once"),
            models.CheckConstraint(
                condition=Q(company=None) | Q(type="person"), name="customer_in_company_is_a_person"
            ),
        ]


class OfProduct(Customised, Editable):
    """A research object of one product, with a rich text body."""

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="+")
    body = models.JSONField(default=no_words)
    # The words of the body, kept beside it for search.
    words = models.TextField(blank=True)

    class Meta:
        abstract = True

    def place(self) -> Place:
        return Place(product_id=self.product_id)


class Insight(OfProduct):
    """One piece of evidence."""

    KIND: ClassVar[str] = "insight"
    PREFIX: ClassVar[str] = "INS"

    class Source(models.TextChoices):
        INTERVIEW = "interview"
        FEEDBACK = "feedback"
        SUPPORT = "support"
        DATA = "data"
        OTHER = "other"

    class Evidence(models.TextChoices):
        """How far what was seen can be relied on, from the weakest to the strongest."""

        OPINION = "opinion"
        REQUEST = "request"
        BEHAVIOUR = "behaviour"
        EXPERIMENT = "experiment"
        PAID = "paid"

    class State(models.TextChoices):
        NEW = "new"
        PROCESSED = "processed"

    source = models.CharField(max_length=12, choices=Source, default=Source.OTHER)
    evidence = models.CharField(max_length=12, choices=Evidence, default=Evidence.OPINION)
    # The day on which it was said or seen; without one, that on which it was noted.
    observed_on = models.DateField(null=True)
    state = models.CharField(max_length=12, choices=State, default=State.NEW)
    # Out of the inbox until that day. Nothing needs to run for it to come back.
    snoozed_until = models.DateField(null=True)
    customer = models.ForeignKey(Customer, null=True, on_delete=models.SET_NULL, related_name="insights")
    tags = models.JSONField(default=list)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "key"], name="insight_key_once"),
            models.CheckConstraint(
                condition=Q(snoozed_until=None) | Q(state="new"), name="insight_snoozed_is_not_processed"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["product", "-created_at"], name="insight_of_product"),
            models.Index(fields=["product", "state", "-created_at"], name="insight_in_state"),
        ]

    def standing(self, today: date) -> str:
        """Where it stands in the triage on that day: new, snoozed, processed or archived."""
        if self.archived_at is not None:
            return "archived"
        return "snoozed" if self.snoozed_until and self.snoozed_until > today else self.state


class Opportunity(OfProduct):
    """A customer need, pain or desire, in a tree."""

    KIND: ClassVar[str] = "opportunity"
    PREFIX: ClassVar[str] = "OPP"

    parent = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="children")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "key"], name="opportunity_key_once"),
            models.CheckConstraint(
                condition=Q(parent=None) | ~Q(parent=F("id")), name="opportunity_is_not_its_own_parent"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["product", "-created_at"], name="opportunity_of_product")]


class Idea(OfProduct):
    """A possible solution to an opportunity."""

    KIND: ClassVar[str] = "idea"
    PREFIX: ClassVar[str] = "IDEA"

    class Status(models.TextChoices):
        NEW = "new"
        EXPLORING = "exploring"
        CHOSEN = "chosen"
        DROPPED = "dropped"

    status = models.CharField(max_length=12, choices=Status, default=Status.NEW)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["workspace", "key"], name="idea_key_once")]
        indexes: ClassVar = [models.Index(fields=["product", "-created_at"], name="idea_of_product")]
