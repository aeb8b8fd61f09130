"""How much a plan holds and how much of it is done, without computing its dates."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, F, Q, Sum
from django.db.models.functions import Coalesce

from northline.delivery.queries import leaves


@dataclass(frozen=True, slots=True)
class Totals:
    """Tasks and milestones of a plan, and the planned working minutes of its tasks; summaries only hold others."""

    items: int = 0
    items_done: int = 0
    minutes: int = 0
    minutes_done: float = 0.0


def plan_totals(project_ids: Collection[UUID]) -> Mapping[UUID, Totals]:
    """The totals of each of these projects. One query."""
    live = leaves().filter(project__in=project_ids, archived_at=None, active=True)
    rows = live.order_by().values("project_id")
    counted = rows.annotate(
        items=Count("pk"),
        items_done=Count("pk", filter=Q(percent_complete=100)),
        minutes=Coalesce(Sum("duration_minutes"), 0),
        minutes_done=Coalesce(Sum(F("duration_minutes") * F("percent_complete") / 100.0), 0.0),
    )
    found = {row.pop("project_id"): Totals(**row) for row in counted}
    return {project_id: found.get(project_id, Totals()) for project_id in project_ids}
