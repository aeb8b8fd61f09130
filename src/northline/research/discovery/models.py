"""What is not known yet and how it is found out: assumptions behind ideas, experiments, the state of branches."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from northline.accounts.models import Member
from northline.core.models import Editable, Row
from northline.core.scope import Place
from northline.products.models import Product
from northline.research.discovery.rules import risks
from northline.research.models import Idea, OfProduct, Opportunity

# A figure of a metric is in the metric's own unit.
DIGITS, PLACES = 18, 4


class Risk(models.TextChoices):
    """The four big risks of a product (Cagan): will they want it, can they use it, can we build it, should we."""

    VALUABLE = "valuable"
    USABLE = "usable"
    FEASIBLE = "feasible"
    VIABLE = "viable"


class Assumption(Editable):
    """What must be true of one risk for an idea to work. `confidence` is how sure one is that it is, in per cent."""

    KIND: ClassVar[str] = "assumption"
    PREFIX: ClassVar[str] = "ASM"

    idea = models.ForeignKey(Idea, on_delete=models.CASCADE, related_name="assumptions")
    # The idea's own, which never changes: the door needs it without a join.
    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="+")
    risk = models.CharField(max_length=10, choices=Risk)
    # Unknown until somebody says.
    confidence = models.PositiveSmallIntegerField(null=True)
    # How much falls if it is wrong, 1 to 5.
    importance = models.PositiveSmallIntegerField(default=3)
    owner = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="+")
    next_test = models.TextField(blank=True)
    # What has to be seen for it to count as true, written down before anything was seen.
    threshold = models.TextField(blank=True)
    threshold_set_on = models.DateField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "key"], name="assumption_key_once"),
            models.UniqueConstraint(fields=["idea", "risk"], name="assumption_of_risk_once"),
            models.CheckConstraint(
                condition=Q(confidence=None) | Q(confidence__lte=100),
                name="assumption_confidence_is_per_cent",
            ),
            models.CheckConstraint(
                condition=Q(importance__gte=1, importance__lte=5), name="assumption_importance_to_5"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["product", "-created_at"], name="assumption_of_product")]

    def place(self) -> Place:
        return Place(product_id=self.product_id)


class Experiment(OfProduct):
    """A test of an assumption, with what would confirm it written down before it starts."""

    KIND: ClassVar[str] = "experiment"
    PREFIX: ClassVar[str] = "EXP"

    class Method(models.TextChoices):
        INTERVIEW = "interview"
        SURVEY = "survey"
        PROTOTYPE = "prototype"
        FAKE_DOOR = "fake_door"
        CONCIERGE = "concierge"
        AB_TEST = "ab_test"
        DATA = "data"
        SPIKE = "spike"
        OTHER = "other"

    class State(models.TextChoices):
        PLANNED = "planned"
        RUNNING = "running"
        DONE = "done"
        STOPPED = "stopped"

    class Comparison(models.TextChoices):
        AT_LEAST = "at_least"
        AT_MOST = "at_most"

    assumption = models.ForeignKey(Assumption, on_delete=models.CASCADE, related_name="experiments")
    method = models.CharField(max_length=12, choices=Method, default=Method.PROTOTYPE)
    hypothesis = models.TextField(blank=True)
    metric = models.CharField(max_length=300, blank=True)
    unit = models.CharField(max_length=40, blank=True)
    comparison = models.CharField(max_length=8, choices=Comparison, default=Comparison.AT_LEAST)
    threshold = models.DecimalField(max_digits=DIGITS, decimal_places=PLACES, null=True)
    audience = models.CharField(max_length=300, blank=True)
    owner = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="+")
    starts_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    state = models.CharField(max_length=8, choices=State, default=State.PLANNED)
    measured = models.DecimalField(max_digits=DIGITS, decimal_places=PLACES, null=True)
    learning = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "key"], name="experiment_key_once"),
            models.CheckConstraint(
                condition=Q(threshold__isnull=False) | Q(state__in=["planned", "stopped"]),
                name="experiment_has_threshold_first",
            ),
            models.CheckConstraint(
                condition=Q(state="done", measured__isnull=False) | (~Q(state="done") & Q(measured=None)),
                name="experiment_is_measured_when_done",
            ),
            models.CheckConstraint(
                condition=Q(starts_on=None) | Q(ends_on=None) | Q(starts_on__lte=F("ends_on")),
                name="experiment_starts_before_it_ends",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["product", "-created_at"], name="experiment_of_product"),
            models.Index(fields=["product", "state"], name="experiment_in_state"),
        ]

    @property
    def result(self) -> str | None:
        """`confirmed` or `refuted` by the threshold, None while nothing is measured."""
        if self.measured is None or self.threshold is None:
            return None
        return risks.verdict(self.measured, comparison=self.comparison, threshold=self.threshold)


class Weighing(Row):
    """What somebody made of a result: the confidence that they took from it, or that it changes nothing."""

    KIND: ClassVar[str] = "weighing"

    experiment = models.OneToOneField(Experiment, on_delete=models.CASCADE, related_name="weighing")
    by = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="+")
    before = models.PositiveSmallIntegerField(null=True)
    # Null where the result was set aside.
    after = models.PositiveSmallIntegerField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(after=None) | Q(after__lte=100), name="weighing_gives_per_cent"
            )
        ]


class Branch(Row):
    """How far an opportunity and what hangs below it are, and whether it is what the team works on now."""

    KIND: ClassVar[str] = "branch"

    class Status(models.TextChoices):
        CONSIDERED = "considered"
        EXPLORING = "exploring"
        SOLVED = "solved"
        PARKED = "parked"

    opportunity = models.OneToOneField(Opportunity, on_delete=models.CASCADE, related_name="branch")
    status = models.CharField(max_length=10, choices=Status, default=Status.CONSIDERED)
    is_target = models.BooleanField(default=False)


class Dismissal(Row):
    """A warning of the tree that somebody does not want to see again, of an object titled like that."""

    KIND: ClassVar[str] = "dismissal"

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="+")
    warning = models.CharField(max_length=24)
    object_kind = models.CharField(max_length=24)
    object_id = models.UUIDField()
    # Of another title the warning says something else.
    title = models.CharField(max_length=300)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["warning", "object_id"], name="dismissal_once")
        ]

    def place(self) -> Place:
        return Place(product_id=self.product_id)
