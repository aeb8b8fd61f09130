"""Reading mergers."""

from __future__ import annotations

from django.db.models import QuerySet

from northline.research.models import Insight, Merger


def merged_into(insight: Insight) -> QuerySet[Merger]:
    """How others were merged into the insight, the last first. One query."""
    rows = Merger.objects.filter(kept=insight).exclude(duplicate=None)
    return rows.select_related("duplicate__customer", "by").order_by("-created_at", "pk")
