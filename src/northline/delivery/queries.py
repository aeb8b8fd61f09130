"""Reading delivery: one query a list."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from northline.core.doors import visible
from northline.core.scope import Scope
from northline.delivery.models import Project, WorkItem


def projects(scope: Scope, *, product_id: UUID | None, archived: bool) -> QuerySet[Project]:
    """The projects that this member may read, of one product where given."""
    rows = Project.objects.filter(archived_at__isnull=not archived)
    if product_id:
        rows = rows.filter(product_id=product_id)
    return visible(scope, rows, product="product_id", project="pk")


def leaves() -> QuerySet[Any]:
    """Tasks and milestones: the items that no live item stands below, archived ones too. The caller narrows them."""
    within = WorkItem.objects.filter(parent=OuterRef("pk"), archived_at=None)
    return WorkItem.objects.filter(~Exists(within))
