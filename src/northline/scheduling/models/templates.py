"""Plans that are made again and again, kept without dates and people."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from northline.accounts.models import Member
from northline.core.models import Customised, Editable
from northline.core.scope import Place
from northline.delivery.models import Project


class PlanTemplate(Customised, Editable):
    """The whole or a part of a plan, for every project of the workspace: roles instead of people, days instead of dates.

    `items` is JSON text: what `templates.recording` makes of a plan, written once and read whole. `roles` are objects
    of `id`, `name` and the `resource_id` that is proposed for it. `span_days` are working days from start to finish;
    dates hang on the start or on the finish, as `anchor` says. `left_out` is what of the plan it could not keep, as
    `templates.leaving_out` tells it.
    """

    KIND: ClassVar[str] = "plan_template"
    PREFIX: ClassVar[str] = "TPL"

    note = models.TextField(blank=True)
    anchor = models.CharField(max_length=6, default="start")
    span_days = models.PositiveIntegerField(default=0)
    item_count = models.PositiveIntegerField()
    roles = models.JSONField(default=list, blank=True)
    items = models.TextField()
    left_out = models.JSONField(default=list, blank=True)
    taken_from = models.ForeignKey(Project, null=True, on_delete=models.SET_NULL, related_name="+")
    made_by = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "key"], name="plan_template_key_once"),
            models.CheckConstraint(
                condition=Q(anchor__in=["start", "finish"]), name="plan_template_anchor_known"
            ),
        ]

    def place(self) -> Place:
        return Place()
