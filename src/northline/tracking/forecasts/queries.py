"""Reading recorded forecasts: two queries."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from northline.core.schemas import ref
from northline.delivery.models import Project
from northline.tracking.forecasts.models import RecordedForecast

BACK = timedelta(days=183)
SHOWN = ("on", "method", "weight", "p10", "p50", "p80", "p90", "target", "chance", "network", "flow")


def history_of(project: Project) -> dict[str, Any]:
    """What was forecast of a project that is already allowed, in the last half year."""
    rows = RecordedForecast.objects.filter(project=project, on__gte=timezone.localdate() - BACK)
    whole: list[dict[str, Any]] = []
    milestones: dict[UUID, dict[str, Any]] = {}
    for row in rows.select_related("item").order_by("on", "pk"):
        shown = {name: getattr(row, name) for name in SHOWN}
        if row.item is None:
            whole.append(shown)
        elif row.item.archived_at is None:
            told = milestones.setdefault(row.item.pk, {"item": ref(row.item), "recorded": []})
            told["recorded"].append(shown)
    return {"recorded": whole, "milestones": list(milestones.values())}
