"""What reporting keeps: audiences and share links. Everything else it tells is computed."""

from __future__ import annotations

from typing import Any, ClassVar, cast
from uuid import UUID

from django.db import models
from django.db.models import Q

from northline.core.models import Editable, Row
from northline.core.scope import Place
from northline.delivery.models import Project
from northline.products.models import Product
from northline.reporting.audiences.sight import Precision as ToldAs
from northline.reporting.audiences.sight import Sight


def nothing() -> list[Any]:
    return []


class Audience(Editable):
    """A group of readers of a product's roadmap, and what they are shown of it."""

    KIND: ClassVar[str] = "audience"
    PREFIX: ClassVar[str] = "AUD"

    class Group(models.TextChoices):
        EXECUTIVES = "executives"
        SALES = "sales"
        CUSTOMERS = "customers"
        ENGINEERING = "engineering"
        OTHER = "other"

    class Precision(models.TextChoices):
        EXACT = "exact"
        MONTH = "month"
        QUARTER = "quarter"

    class Layout(models.TextChoices):
        TIMELINE = "timeline"
        HORIZONS = "horizons"

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="+")
    group = models.CharField(max_length=12, choices=Group)
    fields = models.JSONField(default=nothing)
    # The states that an initiative must be in to be shown; none: any.
    statuses = models.JSONField(default=nothing)
    precision = models.CharField(max_length=8, choices=Precision)
    layout = models.CharField(max_length=10, choices=Layout, default=Layout.TIMELINE)
    # The field that the roadmap is coloured by; empty: its lanes.
    colour = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "key"], name="audience_key_once")
        ]
        indexes: ClassVar = [models.Index(fields=["product", "-created_at"], name="audience_of_product")]

    def place(self) -> Place:
        return Place(product_id=self.product_id)

    def sight(self) -> Sight:
        """What its readers may see."""
        return Sight(
            fields=frozenset(self.fields),
            statuses=frozenset(self.statuses),
            # The column's choices are the type's values.
            precision=cast(ToldAs, self.precision),
            colour=self.colour,
        )


class Share(Row):
    """A revocable public address for one view. Its token and password are kept as hashes only.

    A share for an audience shows what that audience may see at the time of reading; a frozen one what was to be seen
    when it was opened.
    """

    KIND: ClassVar[str] = "share"

    class View(models.TextChoices):
        ROADMAP = "roadmap"
        TIMELINE = "timeline"
        # A published report: frozen, of a project.
        STATUS = "status"

    view = models.CharField(max_length=10, choices=View)
    title = models.CharField(max_length=300)
    product_id = models.UUIDField(null=True)
    project = models.ForeignKey(Project, null=True, on_delete=models.CASCADE, related_name="+")
    fields = models.JSONField(default=nothing)
    # As an audience's: of a share without one.
    colour = models.CharField(max_length=60, blank=True)
    audience = models.ForeignKey(Audience, null=True, on_delete=models.PROTECT, related_name="+")
    frozen = models.JSONField(null=True)
    # The sites that may show it within their pages; none named: no site may.
    framed_by = models.JSONField(default=nothing)
    version = models.PositiveIntegerField(default=1)
    token_hash = models.CharField(max_length=64, unique=True)
    password_hash = models.CharField(max_length=200, blank=True)
    expires_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)
    created_by = models.ForeignKey("accounts.Member", on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(view="roadmap", product_id__isnull=False, project_id=None)
                | Q(view="timeline", project_id__isnull=False, product_id=None)
                | Q(view="status", project_id__isnull=False, product_id=None, frozen__isnull=False),
                name="share_shows_one_thing",
            ),
            models.CheckConstraint(
                condition=Q(audience=None) | Q(view="roadmap"), name="share_for_an_audience_is_of_a_roadmap"
            ),
        ]

    def place(self) -> Place:
        product_id = self.project.product_id if self.project else self.product_id
        return Place(product_id=product_id, project_id=self.project_id)

    @property
    def subject_id(self) -> UUID:
        """The product or the project that it shows."""
        found: UUID | None = self.product_id or self.project_id
        assert found is not None, "a constraint of the table"
        return found

    def sight(self) -> Sight:
        """What its readers may see of a roadmap."""
        if self.audience:
            return self.audience.sight()
        return Sight(fields=frozenset(self.fields), colour=self.colour)


class ShareVisit(Row):
    """Somebody opened a share: on which day, and how often. Who it was is not kept."""

    KIND: ClassVar[str] = "share_visit"

    share = models.ForeignKey(Share, on_delete=models.CASCADE, related_name="visits")
    day = models.DateField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["share", "day"], name="share_visit_once_a_day")
        ]

    def place(self) -> Place:
        return self.share.place()


# Django looks for the tables of an app here.
from northline.reporting.digests.models import Digest, DigestIssue  # noqa: E402, F401
from northline.reporting.overseeing.models import InitiativeUpdate  # noqa: E402, F401
