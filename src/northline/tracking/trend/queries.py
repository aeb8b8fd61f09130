"""What baselines, recorded forecasts and the plan say of each milestone: a fixed number of queries."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime, timedelta
from typing import Any

import orjson
from django.utils import timezone

from northline.core.schemas import ref_of
from northline.delivery.models import Project
from northline.scheduling.baselines.queries import baselines_of
from northline.scheduling.compute import FINISH
from northline.scheduling.kept import kept_of
from northline.scheduling.moments import Standing
from northline.scheduling.plan import load
from northline.tracking.forecasts.models import RecordedForecast

BACK = timedelta(days=366)
# A day on which several say something is told by the firmest of them.
_FIRMEST = ("forecast", "baseline", "plan")

Points = dict[str, list[dict[str, Any]]]


def trend_of(project: Project) -> dict[str, Any]:
    """The milestones of a project that is already allowed, in the order of their dates, each with what was said when."""
    plan, today = load(project.pk), timezone.localdate()
    kept = kept_of(plan)
    milestones = {
        str(placed.id): plan.items[placed.id]
        for placed in plan.outline()
        if plan.items[placed.id]["type"] == "milestone" and not placed.summary
    }
    points: Points = defaultdict(list)
    _by_baselines(project, points)
    _by_forecasts(project, points, since=today - BACK)
    for name in milestones.keys() & kept.dates.keys():
        points[name].append(_point(today, kept.dates[name][FINISH], "plan", ""))
    told = [_told(item, points[name]) for name, item in milestones.items() if points[name]]
    return {"today": today, "milestones": sorted(told, key=lambda row: str(row["points"][-1]["at"]))}


def _by_baselines(project: Project, points: Points) -> None:
    for row in baselines_of(project).defer(None):
        for values in orjson.loads(row.items):
            one = Standing(*values)
            if one.type == "milestone" and one.finish:
                points[one.id].append(
                    _point(timezone.localdate(row.created_at), one.finish, "baseline", row.title)
                )


def _by_forecasts(project: Project, points: Points, *, since: date) -> None:
    rows = RecordedForecast.objects.filter(project=project, item__isnull=False, on__gte=since)
    for item_id, on, at in rows.values_list("item_id", "on", "p50"):
        points[str(item_id)].append(_point(on, at, "forecast", ""))


def _point(on: date, at: str, source: str, title: str) -> dict[str, Any]:
    return {"on": on, "at": at, "source": source, "title": title}


def _told(item: dict[str, Any], points: list[dict[str, Any]]) -> dict[str, Any]:
    by_day = {
        point["on"]: point
        for point in sorted(points, key=lambda one: (one["on"], _FIRMEST.index(one["source"])))
    }
    told = list(by_day.values())
    first, last = (datetime.fromisoformat(str(told[end]["at"])).date() for end in (0, -1))
    return {
        "item": ref_of("work_item", item),
        "finished": item["actual_finish"],
        "slip_days": (last - first).days,
        "points": told,
    }
