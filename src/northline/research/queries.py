"""Reading research: one query a list, one more for what it names."""

from __future__ import annotations

from typing import TypeVar
from uuid import UUID

from django.db.models import Q, QuerySet

from northline.core.doors import visible
from northline.core.scope import Scope
from northline.research.models import Insight, OfProduct

R = TypeVar("R", bound=OfProduct)


def matching(
    scope: Scope, rows: QuerySet[R], *, product_id: UUID | None, q: str, archived: bool
) -> QuerySet[R]:
    """The member's rows, of one product where given, whose key, title or words hold every word of `q`."""
    rows = visible(scope, rows, product="product_id").filter(archived_at__isnull=not archived)
    if product_id:
        rows = rows.filter(product_id=product_id)
    for word in q.split()[:8]:
        rows = rows.filter(Q(title__icontains=word) | Q(words__icontains=word) | Q(key__iexact=word))
    return rows


def tagged(rows: QuerySet[Insight], tag: str) -> QuerySet[Insight]:
    """Insights that carry the tag. SQLite's JSON has no `contains`, so the quoted word is looked for."""
    return rows.filter(tags__icontains=f'"{tag.lower()}"') if tag else rows
