"""Ways back to a deadline that was asked for."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from northline.core.models import Job, Row
from northline.core.scope import Place


class Recovery(Row):
    """One question how a deadline is met, and the ways that were found.

    `item` is the one whose deadline is meant, None the project's. `found` is the answer as it is shown, `edits` what each of its
    ways changes in the plan, by its name; both hold for the plan of `plan_version` alone. `opened` are the scenarios
    made of them, by the same names.
    """

    KIND: ClassVar[str] = "recovery"

    class State(models.TextChoices):
        COMPUTING = "computing"
        READY = "ready"
        REFUSED = "refused"

    project = models.ForeignKey("delivery.Project", on_delete=models.CASCADE, related_name="+")
    item = models.ForeignKey("delivery.WorkItem", null=True, on_delete=models.CASCADE, related_name="+")
    by = models.ForeignKey("accounts.Member", null=True, on_delete=models.SET_NULL, related_name="+")
    job = models.ForeignKey(Job, null=True, on_delete=models.SET_NULL, related_name="+")
    state = models.CharField(max_length=10, choices=State, default=State.COMPUTING)
    plan_version = models.PositiveIntegerField(default=0)
    options = models.JSONField(default=dict)
    found = models.JSONField(null=True)
    edits = models.JSONField(default=dict)
    opened = models.JSONField(default=dict)
    refusal = models.JSONField(null=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["project", "-created_at"], name="recovery_of_project")]

    def place(self) -> Place:
        return self.project.place()
