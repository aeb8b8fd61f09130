"""The charter: the hand-off between initiative and project."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from northline.core.models import Customised, Editable
from northline.core.scope import Place
from northline.core.written import WatchedManager
from northline.delivery.models.projects import Project
from northline.products.models import no_words


class WithEnds(WatchedManager["Charter"]):
    """Brings both ends along: they say where a charter lives."""

    def get_queryset(self) -> models.QuerySet[Charter]:
        return (
            super()
            .get_queryset()
            .select_related("initiative", "project", "proposed_by", "project_manager", "accepted_by")
        )


class Charter(Customised, Editable):
    """What the product manager asks for, by when, and how success is told; accepted or declined by the project's
    manager."""

    KIND: ClassVar[str] = "charter"
    PREFIX: ClassVar[str] = "CHA"

    class State(models.TextChoices):
        PROPOSED = "proposed"
        ACCEPTED = "accepted"
        DECLINED = "declined"

    initiative = models.ForeignKey("roadmap.Initiative", on_delete=models.CASCADE, related_name="+")
    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="+")
    state = models.CharField(max_length=10, choices=State, default=State.PROPOSED)
    scope = models.JSONField(default=no_words)
    deadline = models.DateField(null=True, blank=True)
    success_criteria = models.JSONField(default=list)
    proposed_by = models.ForeignKey("accounts.Member", null=True, on_delete=models.SET_NULL, related_name="+")
    project_manager = models.ForeignKey(
        "accounts.Member", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    # Who answered, whichever way, and when.
    accepted_by = models.ForeignKey("accounts.Member", null=True, on_delete=models.SET_NULL, related_name="+")
    accepted_at = models.DateTimeField(null=True, blank=True)
    # What the plan held when the charter was accepted, in work items and planned working minutes. Not known of charters
    # that were accepted before this was kept.
    accepted_items = models.PositiveIntegerField(null=True, blank=True)
    accepted_minutes = models.PositiveBigIntegerField(null=True, blank=True)
    reason = models.TextField(blank=True)

    objects: ClassVar[WithEnds] = WithEnds()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "key"], name="charter_key_once"),
            models.UniqueConstraint(
                fields=["initiative", "project"], condition=~Q(state="declined"), name="charter_open_once"
            ),
        ]

    def place(self) -> Place:
        return Place(product_id=self.initiative.product_id, project_id=self.project_id)
