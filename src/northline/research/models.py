"""Evidence and what it suggests: customers, insights, opportunities, ideas."""

from __future__ import annotations

from datetime import date
from typing import ClassVar
from uuid import UUID

from django.db import models
from django.db.models import F, Q

from northline.accounts.models import Member
from northline.core.key_order import KeyOrder
from northline.core.models import Customised, Editable, Row
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
    # Of one that says what another says: how it was merged into that.
    merger = models.OneToOneField(
        "research.Merger", null=True, on_delete=models.SET_NULL, related_name="duplicate"
    )

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "key"], name="insight_key_once"),
            models.CheckConstraint(
                condition=Q(snoozed_until=None) | Q(state="new"), name="insight_snoozed_is_not_processed"
            ),
            models.CheckConstraint(
                condition=Q(merger=None) | ~Q(archived_at=None), name="insight_merged_is_put_away"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["product", "-created_at"], name="insight_of_product"),
            models.Index(fields=["product", "state", "-created_at"], name="insight_in_state"),
            # All that lists sort, filter and count by, so that the words of a hundred thousand need not be read.
            models.Index(
                fields=[
                    "workspace",
                    "product",
                    "archived_at",
                    "created_at",
                    "id",
                    "source",
                    "evidence",
                    "state",
                    "snoozed_until",
                    "observed_on",
                    "customer",
                    "updated_at",
                    "title",
                    "merger",
                ],
                name="insight_listed",
            ),
            models.Index(fields=["customer", "archived_at", "merger", "id"], name="insight_of_customer"),
            # The newest of all products, of a hundred thousand, without sorting them: SQLite finds them by the second,
            # which also tells which they are without reading them; PostgreSQL takes no order from it.
            models.Index(
                fields=["workspace", "-created_at"], condition=Q(archived_at=None), name="insight_newest"
            ),
            models.Index(fields=["workspace", "archived_at", "-created_at", "id"], name="insight_by_age"),
            models.Index(
                "workspace", KeyOrder("key"), "id", condition=Q(archived_at=None), name="insight_by_key"
            ),
        ]

    @property
    def evidence_id(self) -> UUID:
        """The insight that counts for this one: the one that it was merged into, or itself."""
        return self.merger.kept_id if self.merger is not None else self.pk

    def standing(self, today: date) -> str:
        """Where it stands in the triage on that day: new, snoozed, processed or archived."""
        if self.archived_at is not None:
            return "archived"
        return "snoozed" if self.snoozed_until and self.snoozed_until > today else self.state


class Merger(Row):
    """One insight merged into another that says the same; `moved` tells what went along, to bring it back."""

    KIND: ClassVar[str] = "merger"

    kept = models.ForeignKey(Insight, on_delete=models.CASCADE, related_name="mergers")
    by = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="+")
    moved = models.JSONField(default=dict)


class Highlight(Row):
    """A passage of an insight, marked for the opportunity or idea that it speaks for.

    It counts as long as its insight supports its target. The passage is found again by its words and those around it;
    when they are no longer in the insight, the quote stays.
    """

    KIND: ClassVar[str] = "highlight"

    insight = models.ForeignKey(Insight, on_delete=models.CASCADE, related_name="highlights")
    target_kind = models.CharField(max_length=24)
    target_id = models.UUIDField()
    quote = models.TextField()
    before = models.TextField(blank=True)
    after = models.TextField(blank=True)
    # From 1, hardly matters to the target, to 5, decides it.
    importance = models.PositiveSmallIntegerField(default=3)
    by = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(importance__gte=1) & Q(importance__lte=5), name="highlight_importance_1_to_5"
            ),
            models.CheckConstraint(
                condition=Q(target_kind__in=["opportunity", "idea"]), name="highlight_of_need_or_idea"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["target_id", "insight"], name="highlight_of_target"),
            # All that a list decides by, as quotes are long.
            models.Index(
                fields=["workspace", "insight", "target_id", "target_kind", "id"], name="highlight_listed"
            ),
        ]

    def place(self) -> Place:
        return self.insight.place()


class Interview(Row):
    """Who was talked to for an insight, what they agreed to, and until when that may be kept."""

    KIND: ClassVar[str] = "interview"

    class Consent(models.TextChoices):
        """What may be made of it, from the least to the most."""

        INTERNAL = "internal"
        QUOTED = "quoted"
        NAMED = "named"

    insight = models.OneToOneField(Insight, on_delete=models.CASCADE, related_name="interview")
    participant = models.CharField(max_length=200, blank=True)
    consent_on = models.DateField(null=True)
    consent = models.CharField(max_length=12, choices=Consent, default=Consent.INTERNAL)
    # The last day on which the personal parts are kept.
    keep_until = models.DateField()
    erased_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(erased_at=None) | Q(participant=""), name="interview_erased_names_nobody"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["erased_at", "keep_until"], name="interview_due")]

    def place(self) -> Place:
        return self.insight.place()


class ResearchPolicy(Row):
    """For how long a workspace keeps what is personal in interviews, and what it erases then."""

    KIND: ClassVar[str] = "research_policy"

    class Erases(models.TextChoices):
        PARTICIPANT = "participant"
        WORDS = "words"

    keep_days = models.PositiveIntegerField(default=365)
    # The name of the participant alone, or the words of the insight and what was quoted of them too.
    erases = models.CharField(max_length=12, choices=Erases, default=Erases.PARTICIPANT)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace"], name="research_policy_once"),
        ]


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
    # Who sees that it is found out whether it holds.
    owner = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["workspace", "key"], name="idea_key_once")]
        indexes: ClassVar = [models.Index(fields=["product", "-created_at"], name="idea_of_product")]
