"""What is kept of a project beside its plan: issues, assumptions, what others owe it, decisions, lessons."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from northline.accounts.models import Member
from northline.core.models import Customised, Editable
from northline.core.scope import Place
from northline.delivery.models import Project
from northline.delivery.models.projects import OfProject


class Entry(Customised, Editable):
    """One line of a project's register."""

    PREFIX: ClassVar[str]

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="+")
    owner = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="+")

    objects: ClassVar[OfProject] = OfProject()

    class Meta:
        abstract = True

    def place(self) -> Place:
        return Place(product_id=self.project.product_id, project_id=self.project_id)


class Issue(Entry):
    """Something that went wrong and must be settled."""

    KIND: ClassVar[str] = "issue"
    PREFIX: ClassVar[str] = "ISS"

    class Severity(models.TextChoices):
        LOW = "low"
        MEDIUM = "medium"
        HIGH = "high"
        CRITICAL = "critical"

    class Status(models.TextChoices):
        OPEN = "open"
        IN_PROGRESS = "in_progress"
        RESOLVED = "resolved"

    description = models.TextField(blank=True)
    severity = models.CharField(max_length=10, choices=Severity, default=Severity.MEDIUM)
    status = models.CharField(max_length=12, choices=Status, default=Status.OPEN)
    due = models.DateField(null=True)
    resolution = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "key"], name="issue_key_once"),
            models.CheckConstraint(
                condition=~Q(status="resolved") | ~Q(resolution=""), name="issue_resolved_says_how"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["project", "-created_at"], name="issue_of_project")]


class ProjectAssumption(Entry):
    """What the plan takes for true until somebody has looked."""

    KIND: ClassVar[str] = "project_assumption"
    PREFIX: ClassVar[str] = "ASU"

    class Status(models.TextChoices):
        OPEN = "open"
        CONFIRMED = "confirmed"
        FALSE = "false"

    statement = models.TextField(blank=True)
    status = models.CharField(max_length=12, choices=Status, default=Status.OPEN)
    validate_by = models.DateField(null=True)
    # What showed that it holds, or that it does not.
    finding = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "key"], name="project_assumption_key_once"),
            models.CheckConstraint(
                condition=~Q(status="false") | ~Q(finding=""), name="project_assumption_false_says_why"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["project", "-created_at"], name="assumption_of_project")]


class OutsideDependency(Entry):
    """Something that the project needs from somebody outside of it."""

    KIND: ClassVar[str] = "outside_dependency"
    PREFIX: ClassVar[str] = "DEP"

    class Status(models.TextChoices):
        ASKED = "asked"
        PROMISED = "promised"
        DELIVERED = "delivered"
        DROPPED = "dropped"

    description = models.TextField(blank=True)
    # From whom.
    party = models.CharField(max_length=200, blank=True)
    status = models.CharField(max_length=12, choices=Status, default=Status.ASKED)
    needed_by = models.DateField(null=True)
    promised_for = models.DateField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "key"], name="outside_dependency_key_once"),
        ]
        indexes: ClassVar = [models.Index(fields=["project", "-created_at"], name="dependency_of_project")]


class Decision(Entry):
    """What was decided, between what, by whom and when. `owner` sees that it is carried out."""

    KIND: ClassVar[str] = "decision"
    PREFIX: ClassVar[str] = "DEC"

    class Status(models.TextChoices):
        PROPOSED = "proposed"
        DECIDED = "decided"
        REPLACED = "replaced"

    context = models.TextField(blank=True)
    options = models.TextField(blank=True)
    outcome = models.TextField(blank=True)
    status = models.CharField(max_length=12, choices=Status, default=Status.PROPOSED)
    decided_by = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="+")
    decided_on = models.DateField(null=True)
    revisit_on = models.DateField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "key"], name="decision_key_once"),
            models.CheckConstraint(
                condition=~Q(status="decided") | (~Q(outcome="") & Q(decided_on__isnull=False)),
                name="decision_says_what_and_when",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["project", "-created_at"], name="decision_of_project")]


class Lesson(Entry):
    """What happened, what it taught, and what to do next time."""

    KIND: ClassVar[str] = "lesson"
    PREFIX: ClassVar[str] = "LES"

    happened = models.TextField(blank=True)
    learned = models.TextField(blank=True)
    recommendation = models.TextField(blank=True)
    tags = models.JSONField(default=list)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "key"], name="lesson_key_once"),
        ]
        indexes: ClassVar = [models.Index(fields=["project", "-created_at"], name="lesson_of_project")]
