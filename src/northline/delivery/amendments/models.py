"""Amendments of charters."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from northline.accounts.models import Member
from northline.core.models import Editable
from northline.core.scope import Place
from northline.core.written import WatchedManager
from northline.delivery.models import Charter


class WithSides(WatchedManager[Any]):
    """Brings along the charter, which says where an amendment lives, and who signed."""

    def get_queryset(self) -> models.QuerySet[Any]:
        rows = super().get_queryset()
        return rows.select_related(
            "charter__initiative",
            "charter__project",
            "proposed_by",
            "product_by",
            "project_by",
            "declined_by",
        )


class Amendment(Editable):
    """Other terms for a signed charter: `terms` holds what is to change, `was` the same as it stood.

    It holds once both sides have signed; whoever proposes it signs for their own. Never edited, nor archived.
    """

    KIND: ClassVar[str] = "charter_amendment"
    PREFIX: ClassVar[str] = "AMD"

    class State(models.TextChoices):
        PROPOSED = "proposed"
        AGREED = "agreed"
        DECLINED = "declined"

    charter = models.ForeignKey(Charter, on_delete=models.CASCADE, related_name="amendments")
    state = models.CharField(max_length=10, choices=State, default=State.PROPOSED)
    reason = models.TextField()
    terms = models.JSONField()
    was = models.JSONField()
    proposed_by = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="+")
    product_by = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="+")
    product_at = models.DateTimeField(null=True)
    project_by = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="+")
    project_at = models.DateTimeField(null=True)
    declined_by = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="+")
    declined_at = models.DateTimeField(null=True)
    decline_reason = models.TextField(blank=True)

    objects: ClassVar[WithSides] = WithSides()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "key"], name="amendment_key_once"),
            models.UniqueConstraint(
                fields=["charter"], condition=Q(state="proposed"), name="amendment_one_open_of_a_charter"
            ),
            models.CheckConstraint(
                condition=~Q(state="agreed") | Q(product_at__isnull=False, project_at__isnull=False),
                name="amendment_agreed_by_both",
            ),
            models.CheckConstraint(
                condition=~Q(state="declined") | (Q(declined_at__isnull=False) & ~Q(decline_reason="")),
                name="amendment_declined_says_why",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["charter", "-created_at"], name="amendment_of_charter")]

    def place(self) -> Place:
        return self.charter.place()
