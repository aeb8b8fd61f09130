"""Reading delivery: one query a list."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from northline.core.doors import visible
from northline.core.scope import Scope
from northline.delivery.models import Project


def projects(scope: Scope, *, product_id: UUID | None, archived: bool) -> QuerySet[Project]:
    """The projects that this member may read, of one product where given."""
    rows = Project.objects.filter(archived_at__isnull=not archived)
    if product_id:
        rows = rows.filter(product_id=product_id)
    return visible(scope, rows, product="product_id", project="pk")
