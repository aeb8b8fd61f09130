"""Earned value of a saved plan: against its latest baseline, or, while it has none, against the plan as it is now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType
from typing import Any

import orjson

from northline import engine
from northline.engine.earned_value import EarnedValue, Unit, earned_value
from northline.engine.model import Baseline as Planned
from northline.scheduling.compile import compiled
from northline.scheduling.compute import FINISH, START
from northline.scheduling.kept import Kept
from northline.scheduling.models import Baseline
from northline.scheduling.moments import Standing
from northline.scheduling.plan import Plan

Spent = Mapping[str, Sequence[tuple[datetime, float]]]
NOTHING_REPORTED: Spent = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Earned:
    """Earned value, and the baseline that it goes by, None where there is none yet; `minutes` is how long that which is
    planned takes, one after the other."""

    value: EarnedValue
    baseline: Baseline | None
    minutes: int


def earned_of(plan: Plan, kept: Kept, *, now: datetime, spent: Spent = NOTHING_REPORTED) -> Earned | None:
    """The earned value of a plan in hours of work, as of `now`; None where nothing in it takes any effort. One query.

    `spent` are the dated hours that were approved of timesheets, by the key of the item; of others they are reckoned.
    """
    outline = plan.outline()
    rows = Baseline.objects.filter(project_id=plan.project["id"], archived_at=None)
    baseline = rows.order_by("-created_at", "-pk").first()
    planned = _of_baseline(baseline) if baseline else _of_plan(plan, kept)
    project = compiled(plan, outline, plan.live_links())
    tasks = tuple(
        replace(task, baselines=(planned[task.id],)) if task.id in planned else replace(task, baselines=())
        for task in project.tasks
    )
    if not any(found.work for found in planned.values()):
        return None
    try:
        known = {task.id for task in tasks}
        actuals = {key: dated for key, dated in spent.items() if key in known}
        value = earned_value(replace(project, tasks=tasks), status_date=now, unit=Unit.HOURS, actuals=actuals)
    except engine.PlanError:
        return None
    return Earned(value, baseline, sum(found.duration for found in planned.values()))


def _of_baseline(baseline: Baseline) -> Mapping[str, Planned]:
    """By key what each task was to be. Who was to do it may not have been known: then it is one person's work."""
    found: dict[str, Planned] = {}
    for row in orjson.loads(baseline.items):
        item = Standing(*row)
        if item.type != "summary":
            found[item.key] = _planned(item.start, item.finish, item.duration_minutes, item.work_minutes)
    return found


def _of_plan(plan: Plan, kept: Kept) -> Mapping[str, Planned]:
    found: dict[str, Planned] = {}
    for item in plan.items.values():
        dates: Any = kept.dates.get(str(item["id"]))
        if dates and plan.alive(item["id"]) and not plan.children.get(item["id"]):
            found[item["key"]] = _planned(dates[START], dates[FINISH], item["duration_minutes"], 0)
    return found


def _planned(start: str | None, finish: str | None, duration: int, work: int) -> Planned:
    return Planned(
        start=datetime.fromisoformat(start) if start else None,
        finish=datetime.fromisoformat(finish) if finish else None,
        duration=engine.Minutes(duration),
        work=engine.Minutes(work or duration),
    )
