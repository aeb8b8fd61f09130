"""Who and what does the work, when they work, and what they cost."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from northline.core.models import Customised, Editable, Row
from northline.core.scope import Place
from northline.core.written import WatchedManager
from northline.delivery.models.projects import Project, plain_week


class WithProject(WatchedManager[Any]):
    """Brings the project along, which says where a row lives."""

    def get_queryset(self) -> models.QuerySet[Any]:
        return super().get_queryset().select_related("project")


class OfPlanOrWorkspace(Editable):
    """A row that belongs to one project's plan or, without a project, to the whole workspace."""

    project = models.ForeignKey(Project, null=True, on_delete=models.CASCADE, related_name="+")
    source_uid = models.CharField(max_length=60, blank=True)

    objects: ClassVar[WithProject] = WithProject()

    class Meta:
        abstract = True

    def place(self) -> Place:
        if self.project is None:
            return Place()
        return Place(product_id=self.project.product_id, project_id=self.project_id)


class PlanCalendar(Customised, OfPlanOrWorkspace):
    """Working time.

    `week`: seven lists, Monday first, of [start, end] in minutes after midnight. `exceptions`: objects of
    `first`, `last` (dates), `intervals` as in a week's day, `name`, and `rule` (RFC 5545) where only some of those
    days are meant; the first that covers a day wins. `weeks`: objects of `first`, `last`, `week`, `name` that replace
    the week for a time. The holidays of `country` and `region` come after the exceptions.
    """

    KIND: ClassVar[str] = "calendar"
    PREFIX: ClassVar[str] = "CAL"

    week = models.JSONField(default=plain_week)
    exceptions = models.JSONField(default=list)
    weeks = models.JSONField(default=list)
    country = models.CharField(max_length=2, blank=True)
    region = models.CharField(max_length=10, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "key"], name="calendar_key_once")
        ]


class Resource(Customised, OfPlanOrWorkspace):
    """A person, a role to be filled, a team, equipment or material; `capacity` in full-time equivalents.

    `skill_levels` says from 1 to 5 how well, by the names in `skills`. `time_off`: objects of `first`, `last` (dates)
    and `reason`. `capacity_steps`: objects of `first`, `last` and `units`, in which the capacity is another.
    """

    KIND: ClassVar[str] = "resource"
    PREFIX: ClassVar[str] = "RES"

    class Type(models.TextChoices):
        PERSON = "person"
        ROLE = "role"
        TEAM = "team"
        EQUIPMENT = "equipment"
        MATERIAL = "material"
        COST = "cost"

    type = models.CharField(max_length=10, choices=Type, default=Type.PERSON)
    capacity = models.FloatField(default=1.0)
    calendar = models.ForeignKey(PlanCalendar, null=True, on_delete=models.SET_NULL, related_name="+")
    member = models.ForeignKey("accounts.Member", null=True, on_delete=models.SET_NULL, related_name="+")
    # The role that a person fills, and the team that they are part of.
    role = models.ForeignKey("self", null=True, on_delete=models.SET_NULL, related_name="+")
    team = models.ForeignKey("self", null=True, on_delete=models.SET_NULL, related_name="+")
    skills = models.JSONField(default=list, blank=True)
    skill_levels = models.JSONField(default=dict, blank=True)
    time_off = models.JSONField(default=list, blank=True)
    capacity_steps = models.JSONField(default=list, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "key"], name="resource_key_once"),
            models.UniqueConstraint(
                fields=["workspace", "member"],
                condition=Q(project=None, archived_at=None),
                name="resource_member_once",
            ),
            models.CheckConstraint(condition=Q(capacity__gte=0), name="resource_capacity_not_negative"),
        ]


class ResourceRate(Row):
    """What an hour of a resource costs from a day on; `since` is empty for the first rate."""

    KIND: ClassVar[str] = "resource_rate"

    resource = models.ForeignKey(Resource, on_delete=models.CASCADE, related_name="+")
    since = models.DateField(null=True)
    per_hour = models.FloatField(default=0.0)
    overtime_per_hour = models.FloatField(default=0.0)
    per_use = models.FloatField(default=0.0)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["resource", "since"], name="rate_since_once"),
            models.UniqueConstraint(
                fields=["resource"], condition=Q(since=None), name="rate_from_the_beginning_once"
            ),
            models.CheckConstraint(
                condition=Q(per_hour__gte=0, overtime_per_hour__gte=0, per_use__gte=0),
                name="rate_not_negative",
            ),
        ]
