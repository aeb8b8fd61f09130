"""Reading research: one query a list, one more for what it names."""

from __future__ import annotations

from typing import TypeVar
from uuid import UUID

from django.db.models import QuerySet

from northline.core.doors import visible
from northline.core.fulltext import finding
from northline.core.scope import Scope
from northline.research.models import Insight, OfProduct

R = TypeVar("R", bound=OfProduct)


def matching(
    scope: Scope, rows: QuerySet[R], *, product_id: UUID | None, q: str, archived: bool
) -> QuerySet[R]:
    """The member's rows, of one product where given, that a search for `q` finds."""
    rows = visible(scope, rows, product="product_id").filter(archived_at__isnull=not archived)
    if product_id:
        rows = rows.filter(product_id=product_id)
    return finding.matching(rows, q)


def tagged(rows: QuerySet[Insight], tag: str) -> QuerySet[Insight]:
    """Insights that carry the tag. SQLite's JSON has no `contains`, so the quoted word is looked for."""
    return rows.filter(tags__icontains=f'"{tag.lower()}"') if tag else rows
