"""Links from an item of one project to an item of another."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q

from northline.core.models import Row
from northline.core.scope import Place
from northline.core.written import WatchedManager
from northline.delivery.models import PlanTimeField, WorkItem

# The kinds of links that wait for the finish of their predecessor.
OF_FINISH = ("FS", "FF")


class WithEnds(WatchedManager[Any]):
    """Brings both ends and their projects along, which say where the link lives."""

    def get_queryset(self) -> models.QuerySet[Any]:
        return super().get_queryset().select_related("before__project", "after__project")


class CrossLink(Row):
    """`after`, of one project, waits for `before`, of another; it lives with the project that waits.

    `bound_at` is the date of `before` as the waiting plan reckons with it: the start or the finish that was saved of it,
    by the kind of the link. None while `before` is in no plan.
    """

    KIND: ClassVar[str] = "cross_link"

    before = models.ForeignKey(WorkItem, on_delete=models.CASCADE, related_name="+")
    after = models.ForeignKey(WorkItem, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=2, default="FS")
    lag_minutes = models.BigIntegerField(default=0)
    lag_unit = models.CharField(max_length=8, default="working")
    bound_at = PlanTimeField(null=True)
    # What was recorded last of the finish of `before`, as `programme.doubting` keeps it.
    spread = models.JSONField(null=True)
    version = models.PositiveIntegerField(default=1)

    objects: ClassVar[WithEnds] = WithEnds()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["before", "after", "kind"], name="cross_link_once"),
            models.CheckConstraint(condition=~Q(before=F("after")), name="cross_link_joins_two"),
            models.CheckConstraint(
                condition=Q(kind__in=["FS", "SS", "FF", "SF"]), name="cross_link_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(lag_unit__in=["working", "elapsed", "percent"]), name="cross_link_lag_unit_known"
            ),
        ]

    def place(self) -> Place:
        return self.after.place()
