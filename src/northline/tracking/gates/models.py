"""The gates of a project, and what was decided at each."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from northline.accounts.models import Member
from northline.core.models import Customised, Editable, Row
from northline.core.scope import Place
from northline.core.written import WatchedManager
from northline.delivery.models import Project, WorkItem


class Verdict(models.TextChoices):
    GO = "go"
    CONDITIONAL = "conditional"
    HOLD = "hold"
    STOP = "stop"


class WithNamed(WatchedManager[Any]):
    """Brings along what the answer of a gate names: one query for the decisions of all."""

    def get_queryset(self) -> models.QuerySet[Any]:
        rows = super().get_queryset().select_related("project", "milestone", "owner")
        return rows.prefetch_related("decisions__by")


class Gate(Customised, Editable):
    """A point at which somebody decides whether a project goes on; `position` orders the gates of a project.

    `criteria` are those of rules.Criterion, in order. `conditions` are rules.Condition's, of the last decision. `state`
    is its verdict, `pending` before there is one.
    """

    KIND: ClassVar[str] = "gate"
    PREFIX: ClassVar[str] = "GATE"

    class State(models.TextChoices):
        PENDING = "pending"
        GO = "go"
        CONDITIONAL = "conditional"
        HOLD = "hold"
        STOP = "stop"

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="+")
    position = models.PositiveSmallIntegerField()
    purpose = models.TextField(blank=True)
    milestone = models.ForeignKey(WorkItem, null=True, on_delete=models.SET_NULL, related_name="+")
    # Who decides; whoever may plan the project may too where nobody is named.
    owner = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="+")
    due = models.DateField(null=True)
    criteria = models.JSONField(default=list)
    conditions = models.JSONField(default=list)
    state = models.CharField(max_length=12, choices=State, default=State.PENDING)
    decided_at = models.DateTimeField(null=True)

    objects: ClassVar[WithNamed] = WithNamed()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "key"], name="gate_key_once"),
            models.CheckConstraint(
                condition=Q(state="pending", decided_at=None)
                | (~Q(state="pending") & Q(decided_at__isnull=False)),
                name="gate_decided_says_when",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["project", "position"], name="gate_of_project")]

    def place(self) -> Place:
        return Place(product_id=self.project.product_id, project_id=self.project_id)


class GateDecision(Row):
    """What was decided at a gate, said once and never edited: the newest counts.

    `met` counts the criteria that were met then, `open` are the words of those that were not.
    """

    KIND: ClassVar[str] = "gate_decision"

    gate = models.ForeignKey(Gate, on_delete=models.CASCADE, related_name="decisions")
    verdict = models.CharField(max_length=12, choices=Verdict)
    by = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="+")
    note = models.TextField(blank=True)
    met = models.PositiveSmallIntegerField()
    open = models.JSONField(default=list)
    conditions = models.JSONField(default=list)

    class Meta:
        ordering: ClassVar = ["-created_at", "-pk"]
        indexes: ClassVar = [models.Index(fields=["gate", "-created_at"], name="decision_of_gate")]

    def place(self) -> Place:
        return self.gate.place()
