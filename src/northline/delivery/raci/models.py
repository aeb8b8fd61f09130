"""Who is asked before and told after a work item. Who answers for it and who does it is what the plan says."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from northline.accounts.models import Member
from northline.core.models import Row
from northline.core.scope import Place
from northline.delivery.models import WorkItem


class Circle(Row):
    """Those who are asked and told of one item. It is no part of what a plan is computed from, and has a version of its own."""

    item = models.OneToOneField(WorkItem, on_delete=models.CASCADE, related_name="+")
    version = models.PositiveIntegerField(default=0)

    def place(self) -> Place:
        return self.item.place()


class InCircle(models.Model):
    """A member who is asked before or told after."""

    class Role(models.TextChoices):
        CONSULTED = "consulted"
        INFORMED = "informed"

    circle = models.ForeignKey(Circle, on_delete=models.CASCADE, related_name="members")
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    role = models.CharField(max_length=10, choices=Role)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["circle", "member"], name="in_circle_once"),
            models.CheckConstraint(
                condition=Q(role__in=["consulted", "informed"]), name="in_circle_role_known"
            ),
        ]
