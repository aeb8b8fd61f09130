"""Files of large plans, made in the background for whoever asked."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from northline.accounts.models import Member
from northline.core.models import Job, Row
from northline.core.scope import Place
from northline.delivery.models import Project


class PlanExport(Row):
    """A plan as a file, for one member alone. `drawing` is how it is drawn, of pictures; `content` is None until it is made.

    The content is in the database, where whichever machine is asked for it finds it.
    """

    KIND: ClassVar[str] = "plan_export"

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="+")
    by = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    job = models.ForeignKey(Job, null=True, on_delete=models.SET_NULL, related_name="+")
    format = models.CharField(max_length=8)
    drawing = models.JSONField(default=dict)
    name = models.CharField(max_length=120, blank=True)
    content_type = models.CharField(max_length=100, blank=True)
    content = models.BinaryField(null=True)
    made_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(content=None, made_at=None) | Q(content__isnull=False, made_at__isnull=False),
                name="plan_export_made_some_time",
            )
        ]
        indexes: ClassVar = [models.Index(fields=["created_at"], name="plan_export_by_age")]

    def place(self) -> Place:
        return self.project.place()
