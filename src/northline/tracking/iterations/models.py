"""Stretches of time with what was promised to be done in each."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from northline.core.models import Customised, Editable
from northline.core.scope import Place
from northline.delivery.models import Project, WorkItem
from northline.delivery.models.projects import OfProject


class Iteration(Customised, Editable):
    """A stretch of a project, first and last day counted, with what its people can do in it.

    Closed, what was open in it has been carried over or taken out.
    """

    KIND: ClassVar[str] = "iteration"
    PREFIX: ClassVar[str] = "ITR"

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="+")
    goal = models.TextField(blank=True)
    start = models.DateField()
    finish = models.DateField()
    # Working minutes of everybody together; None where nobody said.
    capacity_minutes = models.PositiveBigIntegerField(null=True)
    closed_at = models.DateTimeField(null=True)

    objects: ClassVar[OfProject] = OfProject()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "key"], name="iteration_key_once"),
            models.CheckConstraint(
                condition=Q(start__lte=F("finish")), name="iteration_starts_before_it_finishes"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["project", "start"], name="iteration_of_project")]

    def place(self) -> Place:
        return Place(product_id=self.project.product_id, project_id=self.project_id)


class Commitment(models.Model):
    """An item was promised for an iteration, from `since` until it was taken out or carried over."""

    iteration = models.ForeignKey(Iteration, on_delete=models.CASCADE, related_name="+")
    item = models.ForeignKey(WorkItem, on_delete=models.CASCADE, related_name="+")
    since = models.DateTimeField(default=timezone.now)
    until = models.DateTimeField(null=True)
    carried = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["item"], condition=Q(until=None), name="commitment_once_at_a_time"
            )
        ]
        indexes: ClassVar = [models.Index(fields=["iteration", "until"], name="commitment_of_iteration")]
