"""When work went from state to state, for what its flow tells. Who did it stands in the changes."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from northline.delivery.models import Project, WorkItem


class Transition(models.Model):
    """An item came into a state. Rows are only added: that it went back is one more of them."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="+")
    item = models.ForeignKey(WorkItem, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()
    state = models.CharField(max_length=40)
    category = models.CharField(max_length=5)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(category__in=["to_do", "doing", "done"]), name="transition_category_known"
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["project", "id"], name="transition_of_project"),
            models.Index(fields=["item", "-id"], name="transition_of_item"),
        ]
