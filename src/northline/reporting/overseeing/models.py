"""What people say of how an initiative goes."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from northline.accounts.models import Member
from northline.core.models import Row
from northline.core.scope import Place
from northline.core.written import WatchedManager
from northline.roadmap.models import Initiative


class InitiativeUpdate(Row):
    """How an initiative goes, said once and never edited: the newest counts.

    With it is kept what was known at that moment: the last day of its target window, the chance, 0 to 1, of being
    finished by then, and the days on which 50 and 85 of 100 simulated plans were finished.
    """

    KIND: ClassVar[str] = "initiative_update"

    class Health(models.TextChoices):
        ON_TRACK = "on_track"
        AT_RISK = "at_risk"
        OFF_TRACK = "off_track"

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="updates")
    health = models.CharField(max_length=10, choices=Health)
    words = models.TextField(blank=True)
    by = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="+")
    window_finish = models.DateField(null=True)
    chance = models.FloatField(null=True)
    p50 = models.DateField(null=True)
    p85 = models.DateField(null=True)

    objects = WatchedManager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(chance=None) | Q(chance__gte=0, chance__lte=1),
                name="initiative_update_chance_in_range",
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["initiative", "-created_at", "-id"], name="update_of_initiative")
        ]

    def place(self) -> Place:
        return self.initiative.place()
