"""Reading recorded forecasts, a fixed number of queries each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from northline.core.schemas import ref
from northline.delivery.models import Project
from northline.tracking.forecasts.models import RecordedForecast
from northline.tracking.forecasts.scoring import finishes_of

BACK = timedelta(days=183)
WEEK = timedelta(days=7)
SHOWN = (
    "on", "method", "weight", "p10", "p50", "p80", "p85", "p90", "target", "chance", "network", "flow",
)  # fmt: skip


def history_of(project: Project) -> dict[str, Any]:
    """What was forecast of a project that is already allowed, in the last half year. Three queries."""
    rows = RecordedForecast.objects.filter(project=project, on__gte=timezone.localdate() - BACK)
    whole: list[dict[str, Any]] = []
    milestones: dict[UUID, dict[str, Any]] = {}
    for row in rows.select_related("item").order_by("on", "pk"):
        shown = {name: getattr(row, name) for name in SHOWN}
        if row.item is None:
            whole.append(shown)
        elif row.item.archived_at is None:
            said = {"item": ref(row.item), "finished": row.item.actual_finish, "recorded": []}
            milestones.setdefault(row.item.pk, said)["recorded"].append(shown)
    finished = finishes_of(Project.objects.filter(pk=project.pk)).get(project.pk)
    return {"finished": finished, "recorded": whole, "milestones": list(milestones.values())}


def last_chances(item_ids: Iterable[UUID | None]) -> dict[UUID, float]:
    """What was recorded last of the chance of each item's deadline in the last week. One query."""
    rows = RecordedForecast.objects.filter(item__in=list(item_ids), on__gte=timezone.localdate() - WEEK)
    told = rows.order_by("on").values_list("item_id", "chance")
    return {item: chance for item, chance in told if item and chance is not None}


def recorded_chances(project_ids: Iterable[UUID]) -> dict[UUID, dict[str, Any]]:
    """What was recorded last of the chance of each project's deadline in the last week, and a week before. One query."""
    today = timezone.localdate()
    rows = RecordedForecast.objects.filter(project__in=list(project_ids), item=None, on__gte=today - 2 * WEEK)
    days: dict[UUID, dict[date, float]] = defaultdict(dict)
    for project_id, on, chance in rows.order_by("on").values_list("project_id", "on", "chance"):
        if chance is not None:
            days[project_id][on] = chance
    found = {}
    for project_id, known in days.items():
        last = max(known)
        if last >= today - WEEK:
            then = known.get(last - WEEK)
            found[project_id] = {"on": last, "chance": known[last], "week_before": then}
    return found
