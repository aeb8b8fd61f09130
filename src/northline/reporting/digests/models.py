"""Who is told by mail how often, and what went out."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from northline.accounts.models import Member
from northline.core.models import Editable, Row
from northline.core.scope import Place
from northline.products.models import Product
from northline.strategy.stakeholders.models import Stakeholder


class Digest(Editable):
    """A stakeholder's digest: as whose reader, to which address, how often.

    While it is on, `begun_at`, `begun_by` and `next_at`, when the next one is due, are set. `email` is empty where the
    member's own address is used. Who unsubscribed gets nothing until they take that back themself.
    """

    KIND: ClassVar[str] = "digest"
    PREFIX: ClassVar[str] = "DIG"

    class Frequency(models.TextChoices):
        DAILY = "daily"
        WEEKLY = "weekly"
        MONTHLY = "monthly"

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="+")
    stakeholder = models.OneToOneField(Stakeholder, on_delete=models.CASCADE, related_name="digest")
    audience = models.ForeignKey("reporting.Audience", on_delete=models.PROTECT, related_name="+")
    email = models.EmailField(blank=True)
    frequency = models.CharField(max_length=8, choices=Frequency, default=Frequency.WEEKLY)
    # Monday is 0; counts where it goes out weekly.
    weekday = models.PositiveSmallIntegerField(default=0)
    # The address under which Northline was reached when it was switched on: mails need whole links.
    origin = models.CharField(max_length=300, blank=True)
    begun_at = models.DateTimeField(null=True)
    begun_by = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="+")
    next_at = models.DateTimeField(null=True)
    unsubscribed_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "key"], name="digest_key_once"),
            models.CheckConstraint(
                condition=Q(begun_at=None, next_at=None) | Q(begun_at__isnull=False, next_at__isnull=False),
                name="digest_that_is_on_is_due_some_time",
            ),
            models.CheckConstraint(condition=Q(weekday__lte=6), name="digest_weekday_is_one"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["next_at"], name="digest_due"),
            models.Index(fields=["product", "-created_at"], name="digest_of_product"),
        ]

    def place(self) -> Place:
        return Place(product_id=self.product_id)


class DigestIssue(Row):
    """One day's digest for one stakeholder; `until` is what the next one begins with.

    It is handed over once: what may have left is not sent again, and what may not have is told by the next.
    """

    KIND: ClassVar[str] = "digest_issue"

    class State(models.TextChoices):
        WAITING = "waiting"
        HANDED_OVER = "handed_over"
        SENT = "sent"
        # Nothing had changed, so nothing was sent.
        QUIET = "quiet"
        # Switched off or put away before it left.
        DROPPED = "dropped"

    digest = models.ForeignKey(Digest, on_delete=models.CASCADE, related_name="issues")
    day = models.DateField()
    state = models.CharField(max_length=12, choices=State, default=State.WAITING)
    since = models.DateTimeField(null=True)
    until = models.DateTimeField(null=True)
    subject = models.CharField(max_length=300, blank=True)
    news = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["digest", "day"], name="digest_issue_once_a_day")
        ]

    def place(self) -> Place:
        return self.digest.place()
