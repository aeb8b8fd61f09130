"""Reading recorded forecasts: three queries."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from northline.core.schemas import ref
from northline.delivery.models import Project
from northline.tracking.forecasts.models import RecordedForecast
from northline.tracking.forecasts.scoring import finishes_of

BACK = timedelta(days=183)
SHOWN = (
    "on", "method", "weight", "p10", "p50", "p80", "p85", "p90", "target", "chance", "network", "flow",
)  # fmt: skip


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
            said = {"item": ref(row.item), "finished": row.item.actual_finish, "recorded": []}
            milestones.setdefault(row.item.pk, said)["recorded"].append(shown)
    finished = finishes_of(Project.objects.filter(pk=project.pk)).get(project.pk)
    return {"finished": finished, "recorded": whole, "milestones": list(milestones.values())}
