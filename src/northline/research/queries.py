"""Reading research: one query a list, one more for what it names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from northline.core.doors import visible
from northline.core.fulltext import finding
from northline.core.models import Link
from northline.core.scope import Scope
from northline.research import rules
from northline.research.expressions import heard_already, importance
from northline.research.models import Customer, Idea, Insight, Merger, OfProduct, Opportunity

R = TypeVar("R", bound=OfProduct)


def matching(
    scope: Scope, rows: QuerySet[R], *, product_id: UUID | None, q: str, archived: bool
) -> QuerySet[R]:
    """The member's rows, of one product where given, that a search for `q` finds."""
    rows = visible(scope, rows, product="product_id").filter(archived_at__isnull=not archived)
    if product_id:
        rows = rows.filter(product_id=product_id)
    return finding.matching(rows, q)


def unmerged() -> QuerySet[Insight]:
    """Insights that were not merged into another. Whatever was is archived, so of all others it is not asked: an index
    that seems to answer it would keep SQLite from the one that does."""
    return Insight.objects.filter(Q(archived_at=None) | Q(merger=None))


def tagged(rows: QuerySet[Insight], tag: str) -> QuerySet[Insight]:
    """Insights that carry the tag. SQLite's JSON has no `contains`, so the quoted word is looked for."""
    return rows.filter(tags__icontains=f'"{tag.lower()}"') if tag else rows


def said_by(rows: QuerySet[Insight], customer_id: UUID) -> QuerySet[Insight]:
    """Insights noted of the customer, and those that one of theirs was merged into."""
    merged = Merger.objects.filter(duplicate__customer=customer_id)
    return rows.filter(Q(customer=customer_id) | Q(pk__in=merged.values("kept")))


@dataclass(frozen=True, slots=True)
class Part:
    """An insight and what it gives to the impact of what it supports."""

    insight: Insight
    points: rules.Points


def impact_of(row: Opportunity | Idea) -> list[Part]:
    """Every insight that supports the row with what it gives today, the most first. One query."""
    supporting = Link.objects.filter(
        workspace_id=row.workspace_id, type="supports", source_kind="insight", target_id=row.pk
    )
    insights = Insight.objects.filter(
        heard_already(), pk__in=supporting.values("source_id"), archived_at=None
    )
    today = timezone.localdate()
    read = insights.select_related("customer__company").annotate(importance=importance(row.pk))
    parts = [Part(one, _points(one, today, one.importance)) for one in read]
    return sorted(parts, key=lambda part: (-part.points.total, part.insight.key))


def _points(insight: Insight, today: date, importance: int) -> rules.Points:
    return rules.points(
        insight.evidence,
        value=_value_of(insight.customer),
        day=insight.observed_on or timezone.localdate(insight.created_at),
        today=today,
        importance=importance,
    )


def _value_of(customer: Customer | None) -> int | None:
    """A person is worth what their company is, unless a value of their own is known."""
    if customer is None:
        return None
    if customer.value is None and customer.company is not None:
        return customer.company.value
    return customer.value
