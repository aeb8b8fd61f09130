"""Record the forecast of every live project once a day: one job a project, so that several workers share them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeGuard
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from northline.core import events, jobs
from northline.core.refusal import Refusal
from northline.core.scope import nameless
from northline.delivery.models import Project
from northline.delivery.rules import plan_time
from northline.engine.errors import PlanError
from northline.engine.forecast import (
    DateDistribution,
    Forecast,
    MilestoneChance,
    blended,
    of_flow,
    of_simulation,
)
from northline.scheduling.compute import forecast_of
from northline.scheduling.plan import Plan, Values, load_many
from northline.scheduling.programme.following import waited_for
from northline.tracking.boards.queries import Item, items_of
from northline.tracking.flow.queries import ahead_at, pace_of
from northline.tracking.forecasts.guard.watching import watch_all
from northline.tracking.forecasts.models import ForecastDay, RecordedForecast
from northline.tracking.forecasts.scoring import LEVELS, weight_for

# The pool is told at this level too.
PROMISE = 0.85
MOST = 500

Method = RecordedForecast.Method


def enqueue_due() -> int:
    """Put every live project in the queue that has no forecast of today; answers how many. Workers may do so at once."""
    today = timezone.localdate()
    asked = ForecastDay.objects.filter(day__gte=today).values("project")
    due = Project.objects.filter(archived_at=None).exclude(pk__in=asked).order_by("pk")
    return sum(_enqueue(*row, today) for row in due.values_list("pk", "workspace_id")[:MOST])


@transaction.atomic
def _enqueue(project_id: UUID, workspace_id: UUID, today: date) -> bool:
    row, made = ForecastDay.objects.get_or_create(project_id=project_id, defaults={"day": today})
    if not made and not ForecastDay.objects.filter(pk=row.pk, day__lt=today).update(day=today):
        return False  # another worker was faster
    jobs.enqueue("record_forecast", by=nameless(workspace_id), project_id=str(project_id))
    return True


@jobs.handles("record_forecast")
def record_forecast(run: jobs.Run) -> dict[str, Any]:
    """Record one project's forecast of today, in place of one that was recorded earlier in the day."""
    project = Project.objects.filter(pk=run.job.arguments["project_id"], archived_at=None).first()
    if project is None:
        return {"recorded": 0}
    try:
        found = forecasts_on(project, timezone.localtime())
    except (PlanError, Refusal):
        # A plan that cannot be computed: whoever opens it is told why.
        return {"recorded": 0}
    with transaction.atomic():
        run.hold()
        RecordedForecast.objects.filter(project=project, on=timezone.localdate()).delete()
        RecordedForecast.objects.bulk_create(found.rows)
        events.emit(
            "forecast_recorded", project_id=project.pk, on=timezone.localdate(), told=found.waited_for
        )
        watch_all(project, {row.item_id: row.chance for row in found.rows}, now=timezone.localtime())
    return {"recorded": len(found.rows)}


@events.on("linked_across")
def record_again(project_id: UUID) -> None:
    """Have a project forecast again that was forecast today already, when another one begins to wait for one of its items."""
    row = ForecastDay.objects.filter(project=project_id, day__gte=timezone.localdate()).first()
    if row is not None:
        by = nameless(row.project.workspace_id)
        jobs.enqueue("record_forecast", by=by, project_id=str(project_id))


@dataclass(frozen=True, slots=True)
class Found:
    """What is recorded of a project, the whole first, and the dates at each level of open items that others wait for."""

    rows: list[RecordedForecast]
    waited_for: dict[UUID, list[str]]


def forecasts_on(project: Project, now: datetime) -> Found:
    """The forecasts of a project and of its open milestones as of now; none where nothing is left to do.

    What is not done yet cannot be done in the past any more, whatever the plan says.
    """
    items = items_of(project)
    if all(item.finished for item in items):
        return Found([], {})
    # Each plan comes by once a day: what is remembered is of those that are worked with.
    plan = load_many([project.pk])[project.pk]
    passed = plan_time(now.replace(tzinfo=None))
    begin_no_earlier(plan, passed)
    others = map(plan.items.get, waited_for(project.pk))
    asked = {item["key"]: item["id"] for item in others if _is_open(item)}
    network = forecast_of(plan, plan.outline(), criticality=False, also=asked)
    flow = _by_flow(project, items, now.date())
    weight = 1.0 if flow is None else weight_for(project.workspace_id)
    whole = _of_project(project, network, flow, weight=weight)
    rows = [whole, *_of_milestones(network, items)]
    for row in rows:
        row.project, row.on, row.made_at = project, now.date(), now
    return Found(rows, {asked[one.id]: _dates_of(one) for one in network.others})


def _is_open(item: Values | None) -> TypeGuard[Values]:
    return item is not None and item["percent_complete"] < 100 and not item["actual_finish"]


def begin_no_earlier(plan: Plan, passed: str) -> None:
    """Nothing that is open happens before this moment, but where its dates are held by hand or by a limit."""
    plan.project["status_date"] = max(plan.project["status_date"] or passed, passed)
    for item_id, item in plan.items.items():
        begun = item["actual_start"] or item["actual_finish"] or plan.children.get(item_id)
        free = item["constraint_kind"] in ("ASAP", "SNET") and (item["constraint_at"] or "") < passed
        if free and not begun and not item["manual"]:
            plan.changeable(item_id).update(constraint_kind="SNET", constraint_at=passed)


def _by_flow(project: Project, items: list[Item], today: date) -> DateDistribution | None:
    """When all is done at the pace of the last weeks; None without a pace, or where that is hardly ever."""
    ahead = ahead_at(project, items, pace_of(items, today))
    if ahead is None or not ahead.days:
        return None
    made = of_flow(ahead)
    return made if made.quantile(LEVELS[-1]) else None


def _of_project(
    project: Project, network: Forecast, flow: DateDistribution | None, *, weight: float
) -> RecordedForecast:
    by_network = of_simulation(network)
    told = by_network if flow is None else blended(by_network, flow, weight=weight)
    target, promise = project.deadline or None, told.quantile(PROMISE)
    return RecordedForecast(
        method=Method.NETWORK if flow is None else Method.BLENDED,
        weight=weight,
        **_named(_dates(told)),
        p85=plan_time(promise) if promise else None,
        target=target,
        chance=told.by(datetime.fromisoformat(target)) if target else None,
        network=_dates(by_network),
        flow=None if flow is None else _dates(flow),
    )


def _of_milestones(network: Forecast, items: Iterable[Item]) -> Iterator[RecordedForecast]:
    """By the network alone: the pace of a project does not tell which of its items come first."""
    open_items = {item.row["key"]: item.row["id"] for item in items if item.finished is None}
    for found in network.milestones:
        if found.id in open_items:
            dates = _dates_of(found)
            yield RecordedForecast(
                item_id=open_items[found.id],
                method=Method.NETWORK,
                weight=1.0,
                **_named(dates),
                target=plan_time(found.deadline) if found.deadline else None,
                chance=found.probability,
                network=dates,
            )


def _dates_of(found: MilestoneChance) -> list[str]:
    return [plan_time(at) for at in (found.p10, found.p50, found.p80, found.p90)]


def _dates(told: DateDistribution) -> list[str]:
    return [plan_time(at) for level in LEVELS if (at := told.quantile(level))]


def _named(dates: list[str]) -> dict[str, str]:
    return dict(zip(("p10", "p50", "p80", "p90"), dates, strict=True))
