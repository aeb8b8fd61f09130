"""The project, and what its rows have in common."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from northline.core.models import Customised, Editable, Row
from northline.core.scope import Place
from northline.core.written import WatchedManager


class PlanTimeField(models.CharField):  # type: ignore[type-arg]
    """A date of a plan: local wall time without a zone, to the minute, as `YYYY-MM-DDTHH:MM`.

    A plan says "Monday at eight, wherever the work is done"; a time with a zone would move with the reader.
    As text it sorts by time and reads the same in SQLite and PostgreSQL.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["max_length"] = 16
        super().__init__(*args, **kwargs)


class Project(Customised, Editable):
    """The delivery plan of one or more initiatives: what the project manager promises.

    `version` guards the project's own fields, `plan_version` counts the states of its plan.
    """

    KIND: ClassVar[str] = "project"
    PREFIX: ClassVar[str] = "PRJ"

    product = models.ForeignKey("products.Product", null=True, on_delete=models.SET_NULL, related_name="+")
    code = models.CharField(max_length=10)
    start = PlanTimeField()
    # Where the plan is laid backwards from a date (so some imported ones are), that date.
    laid_from_finish = PlanTimeField(null=True, blank=True)
    deadline = PlanTimeField(null=True, blank=True)
    status_date = PlanTimeField(null=True, blank=True)
    minutes_per_day = models.PositiveIntegerField(default=480)
    minutes_per_week = models.PositiveIntegerField(default=2400)
    honour_constraints = models.BooleanField(default=True)
    critical_slack_minutes = models.BigIntegerField(default=0)
    calendar = models.ForeignKey(
        "delivery.PlanCalendar", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    plan_version = models.PositiveIntegerField(default=0)
    # The states of its work, as `delivery.workflow` stores them; none: the default ones.
    workflow = models.JSONField(default=list, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "key"], name="project_key_once"),
            models.UniqueConstraint(fields=["workspace", "code"], name="project_code_once"),
            models.CheckConstraint(
                condition=Q(minutes_per_day__gte=1, minutes_per_day__lte=1440), name="project_day_has_minutes"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["product", "-created_at"], name="project_of_product")]

    def place(self) -> Place:
        return Place(product_id=self.product_id, project_id=self.pk)


def plain_week() -> list[list[list[int]]]:
    """Monday to Friday, 08:00 to 12:00 and 13:00 to 17:00, in minutes after midnight."""
    return [[[480, 720], [780, 1020]] for _ in range(5)] + [[], []]


class OfProject(WatchedManager[Any]):
    """Brings the project along, which says where a row lives."""

    def get_queryset(self) -> models.QuerySet[Any]:
        return super().get_queryset().select_related("project")


class PartOfPlan(Row):
    """A row that belongs to one project's plan."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="+")

    objects = OfProject()

    class Meta:
        abstract = True

    def place(self) -> Place:
        return Place(product_id=self.project.product_id, project_id=self.project_id)
