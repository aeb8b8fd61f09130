"""Reading interviews."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from northline.core.doors import visible
from northline.core.scope import Scope
from northline.research.models import Insight, Interview


def interview_of(insight: Insight) -> Interview | None:
    """Who took part in it, where that is known. One query."""
    return _rows().filter(insight=insight).first()


def due(scope: Scope, *, product_id: UUID | None, within_days: int) -> QuerySet[Interview]:
    """Those of which something is erased within so many days, the next first. One query."""
    last = timezone.localdate() + timedelta(days=within_days)
    rows = visible(scope, _rows(), product="insight__product_id").filter(erased_at=None, keep_until__lt=last)
    if product_id:
        rows = rows.filter(insight__product=product_id)
    return rows.order_by("keep_until", "pk")


def _rows() -> QuerySet[Interview]:
    return Interview.objects.select_related("insight__customer")
