"""The nodes of the breakdown, what they wait for, and who works on them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from northline.core.models import Customised, Editable
from northline.core.scope import Place
from northline.delivery.models.projects import OfProject, PartOfPlan, PlanTimeField, Project
from northline.delivery.models.resources import PlanCalendar, Resource
from northline.delivery.models.types import ItemType
from northline.delivery.workflow import Workflow, workflow_of


class WorkItem(Customised, Editable):
    """A node of the project's breakdown: a task, a milestone, or, once others stand below it, a summary.

    Times are in working minutes unless `elapsed`. A removed item is archived, so that undo and history keep it.
    """

    KIND: ClassVar[str] = "work_item"
    TYPED_BY: ClassVar[str] = "item_type"

    class Type(models.TextChoices):
        TASK = "task"
        MILESTONE = "milestone"

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="+")
    parent = models.ForeignKey("self", null=True, on_delete=models.CASCADE, related_name="+")
    # Orders siblings; with gaps, so that an item can be put between two others without touching them.
    position = models.BigIntegerField(default=0)
    type = models.CharField(max_length=10, choices=Type, default=Type.TASK)
    notes = models.TextField(blank=True)
    duration_minutes = models.BigIntegerField(default=0)
    elapsed = models.BooleanField(default=False)
    percent_complete = models.FloatField(default=0.0)
    remaining_minutes = models.BigIntegerField(null=True, blank=True)
    constraint_kind = models.CharField(max_length=4, default="ASAP")
    constraint_at = PlanTimeField(null=True, blank=True)
    deadline = PlanTimeField(null=True, blank=True)
    manual = models.BooleanField(default=False)
    manual_start = PlanTimeField(null=True, blank=True)
    manual_finish = PlanTimeField(null=True, blank=True)
    calendar = models.ForeignKey(PlanCalendar, null=True, on_delete=models.SET_NULL, related_name="+")
    ignores_resource_calendar = models.BooleanField(default=False)
    optimistic_minutes = models.BigIntegerField(null=True, blank=True)
    likely_minutes = models.BigIntegerField(null=True, blank=True)
    pessimistic_minutes = models.BigIntegerField(null=True, blank=True)
    actual_start = PlanTimeField(null=True, blank=True)
    actual_finish = PlanTimeField(null=True, blank=True)
    resume_at = PlanTimeField(null=True, blank=True)
    priority = models.PositiveSmallIntegerField(default=500)
    active = models.BooleanField(default=True)
    levelling_delay_minutes = models.BigIntegerField(default=0)
    # Breaks as [minutes of work before it, working minutes it lasts], in order.
    splits = models.JSONField(default=list, blank=True)
    # Spans from the date that its start waits for to the date that its finish waits for.
    hammock = models.BooleanField(default=False)
    # Who answers for it, beside the resources that work on it.
    owner = models.ForeignKey("accounts.Member", null=True, on_delete=models.SET_NULL, related_name="+")
    # The state of the workflow that it was put in, which counts while its progress agrees (`delivery.workflow`).
    state = models.CharField(max_length=40, blank=True)
    # None: a plain task.
    item_type = models.ForeignKey(ItemType, null=True, on_delete=models.SET_NULL, related_name="+")
    # What stays when one of work = duration x units is changed, and whether more people make it shorter.
    task_type = models.CharField(max_length=14, default="fixed_units")
    effort_driven = models.BooleanField(default=False)
    # In order, as `scheduling.checklists` stores them.
    checklist = models.JSONField(default=list, blank=True)
    source_uid = models.CharField(max_length=60, blank=True)

    objects: ClassVar[OfProject] = OfProject()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "key"], name="item_key_once"),
            models.CheckConstraint(
                condition=Q(parent=None) | ~Q(parent=F("id")), name="item_is_not_its_own_parent"
            ),
            models.CheckConstraint(condition=Q(duration_minutes__gte=0), name="item_lasts_no_negative_time"),
            models.CheckConstraint(
                condition=Q(percent_complete__gte=0, percent_complete__lte=100), name="item_percent_in_range"
            ),
            models.CheckConstraint(
                condition=Q(actual_start=None)
                | Q(actual_finish=None)
                | Q(actual_start__lte=F("actual_finish")),
                name="item_starts_before_it_finishes",
            ),
            models.CheckConstraint(
                condition=Q(optimistic_minutes=None, likely_minutes=None, pessimistic_minutes=None)
                | Q(
                    optimistic_minutes__gte=0,
                    likely_minutes__gte=F("optimistic_minutes"),
                    pessimistic_minutes__gte=F("likely_minutes"),
                ),
                name="item_estimate_rises",
            ),
            models.CheckConstraint(
                condition=Q(constraint_kind__in=["ASAP", "ALAP"], constraint_at=None)
                | Q(
                    constraint_kind__in=["SNET", "SNLT", "FNET", "FNLT", "MSO", "MFO"],
                    constraint_at__isnull=False,
                ),
                name="item_constraint_is_whole",
            ),
            models.CheckConstraint(
                condition=Q(task_type__in=["fixed_units", "fixed_duration", "fixed_work"]),
                name="item_task_type_known",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["project", "archived_at"], name="item_of_project")]

    def place(self) -> Place:
        return Place(product_id=self.project.product_id, project_id=self.project_id)

    @property
    def workflow(self) -> Workflow:
        """The states that it goes through: those of its type, else those of its project."""
        own = self.item_type.workflow if self.item_type else None
        return workflow_of(own or self.project.workflow)


class Dependency(PartOfPlan):
    """`after` waits for `before`. The lag counts minutes, or percent of the duration of `before`."""

    KIND: ClassVar[str] = "dependency"

    before = models.ForeignKey(WorkItem, on_delete=models.CASCADE, related_name="+")
    after = models.ForeignKey(WorkItem, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=2, default="FS")
    lag_minutes = models.BigIntegerField(default=0)
    lag_unit = models.CharField(max_length=8, default="working")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["before", "after", "kind"], name="dependency_once"),
            models.CheckConstraint(condition=~Q(before=F("after")), name="dependency_joins_two"),
            models.CheckConstraint(
                condition=Q(kind__in=["FS", "SS", "FF", "SF"]), name="dependency_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(lag_unit__in=["working", "elapsed", "percent"]), name="dependency_lag_unit_known"
            ),
        ]


class Assignment(PartOfPlan):
    """A resource on a work item: `units` full-time equivalents; without `work_minutes` it lasts as the item does.

    `work_minutes` is regular work, done within working time; `overtime_minutes` are worked beside it and take none of it.
    Both together are the work.

    A soft booking is asked for and not promised yet: dates reckon with it, other projects' capacity does not.
    """

    KIND: ClassVar[str] = "assignment"

    class Booking(models.TextChoices):
        HARD = "hard"
        SOFT = "soft"

    item = models.ForeignKey(WorkItem, on_delete=models.CASCADE, related_name="+")
    resource = models.ForeignKey(Resource, on_delete=models.CASCADE, related_name="+")
    units = models.FloatField(default=1.0)
    work_minutes = models.BigIntegerField(null=True, blank=True)
    overtime_minutes = models.PositiveBigIntegerField(default=0)
    # Working minutes after the item's start at which this resource begins.
    delay_minutes = models.BigIntegerField(default=0)
    booking = models.CharField(max_length=4, choices=Booking, default=Booking.HARD)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(units__gte=0), name="assignment_units_not_negative"),
        ]
