"""Frozen copies of schedules to compare against."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from northline.accounts.models import Member
from northline.core.models import Customised, Editable
from northline.core.scope import Place
from northline.delivery.models import PlanTimeField, Project
from northline.delivery.models.projects import OfProject


class Baseline(Customised, Editable):
    """The schedule of a project as it stood when somebody kept it, or as a plan file brought it along.

    `items` is JSON text: the rows of moments.Standing in outline order, written once and read whole. `number` is the
    baseline's in Microsoft Project's files, 0 to 10. `plan_version` and `probability` are those of the plan then;
    an imported one has neither.
    """

    KIND: ClassVar[str] = "baseline"
    PREFIX: ClassVar[str] = "BSL"

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="+")
    note = models.TextField(blank=True)
    taken_by = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="+")
    number = models.PositiveSmallIntegerField(null=True)
    plan_version = models.PositiveIntegerField(null=True)
    start = PlanTimeField()
    finish = PlanTimeField()
    probability = models.FloatField(null=True)
    item_count = models.PositiveIntegerField()
    work_minutes = models.PositiveBigIntegerField(default=0)
    items = models.TextField()

    objects: ClassVar[OfProject] = OfProject()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "key"], name="baseline_key_once"),
            models.CheckConstraint(
                condition=Q(number=None) | Q(number__lte=10), name="baseline_number_fits_a_file"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["project", "-created_at"], name="baseline_of_project")]

    def place(self) -> Place:
        return Place(product_id=self.project.product_id, project_id=self.project_id)
