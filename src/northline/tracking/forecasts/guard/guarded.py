"""What is guarded: the deadline of a project, or of one of its items."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from northline.delivery.models import Project, WorkItem
from northline.tracking.forecasts.models import DeadlineAlert, DeadlineGuard, ItemGuard


@dataclass(frozen=True, slots=True)
class Guarded:
    """A deadline: of the project, or where there is one of the item."""

    project: Project
    item: WorkItem | None = None

    @property
    def row(self) -> Project | WorkItem:
        """What changes are told of."""
        return self.item or self.project

    @property
    def deadline(self) -> str | None:
        return self.row.deadline or None

    @property
    def item_id(self) -> UUID | None:
        return self.item.pk if self.item else None

    def guards(self) -> QuerySet[Any]:
        """Its guard, where it has one."""
        if self.item is None:
            return DeadlineGuard.objects.filter(project=self.project).select_related("deputy")
        return ItemGuard.objects.filter(item=self.item).select_related("deputy")

    def guard(self, **fields: Any) -> None:
        if self.item is None:
            DeadlineGuard.objects.update_or_create(project=self.project, defaults=fields)
        else:
            ItemGuard.objects.update_or_create(item=self.item, defaults=fields)

    def alerts(self) -> QuerySet[DeadlineAlert]:
        """The falls of its chance."""
        return DeadlineAlert.objects.filter(project=self.project, item=self.item)

    def standing(self) -> QuerySet[DeadlineAlert]:
        """The fall that is not over."""
        return self.alerts().filter(over_at=None)
