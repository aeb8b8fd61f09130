"""The plans of the projects: open work by its dates, chances now and a week ago, the last report. Seven queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date, timedelta
from uuid import UUID

from django.db.models import F, Max
from django.utils import timezone

from northline.delivery.models import Dependency, Project, WorkItem
from northline.delivery.queries import leaves
from northline.delivery.rules import day_of
from northline.delivery.workflow import category_of_item
from northline.reporting.morning.facts import Delivery, Named, Wait, Work
from northline.reporting.status.models import StatusReport
from northline.scheduling.compute import shown_dates
from northline.scheduling.kept import dates_in
from northline.scheduling.models import SavedForecast
from northline.scheduling.plan import Values
from northline.tracking.forecasts.models import RecordedForecast

A_WEEK = timedelta(days=7)
_COLUMNS = (
    "id", "key", "title", "project_id", "type", "percent_complete", "actual_start", "actual_finish", "state",
    "updated_at",
)  # fmt: skip


def deliveries_of(
    projects: Mapping[UUID, Project], named: Mapping[UUID, Named], *, today: date
) -> list[Delivery]:
    """One delivery a project."""
    work = _work(projects)
    forecasts = SavedForecast.objects.filter(pk__in=projects)
    kept = {row.pk: row for row in forecasts.only("probability_on_time", "p80")}
    then = _chances_on(projects, today - A_WEEK)
    reports = StatusReport.objects.filter(project__in=projects, state=StatusReport.State.PUBLISHED)
    reported = dict(reports.order_by().values_list("project_id").annotate(Max("published_at")))
    return [
        Delivery(
            project=named[id],
            work=work[id],
            deadline=day_of(row.deadline),
            chance=kept[id].probability_on_time if id in kept else None,
            chance_then=then.get(id),
            p80=day_of(kept[id].p80) if id in kept else None,
            reported=timezone.localdate(reported.get(id) or row.created_at),
            ever_reported=id in reported,
        )
        for id, row in projects.items()
    ]


def _chances_on(projects: Collection[UUID], day: date) -> dict[UUID, float]:
    """The chance that was recorded of each last, on that day or in the week before it."""
    rows = RecordedForecast.objects.filter(
        project__in=projects, item=None, on__lte=day, on__gt=day - A_WEEK, chance__isnull=False
    )
    recorded = rows.order_by("on").values_list("project_id", "chance")
    return {project_id: chance for project_id, chance in recorded if chance is not None}


def _work(projects: Mapping[UUID, Project]) -> dict[UUID, list[Work]]:
    """The open tasks and milestones of each project that have dates. Three queries."""
    open_ = leaves().filter(project__in=projects, archived_at=None, active=True, percent_complete__lt=100)
    rows = list(open_.filter(actual_finish=None).values(*_COLUMNS, owner_name=F("owner__name")))
    by_id = {row["id"]: row for row in rows}
    waits, held_up = _waits(projects, by_id)
    dates = dates_in(projects)
    found: dict[UUID, list[Work]] = defaultdict(list)
    for row in rows:
        known = shown_dates(dates.get(str(row["id"])))
        if known is not None:
            per_day = projects[row["project_id"]].minutes_per_day
            work = _told(row, known, per_day, waits=waits[row["id"]], held_up=held_up[row["id"]])
            found[row["project_id"]].append(work)
    return found


def _told(row: Values, known: Values, per_day: int, *, waits: list[Wait], held_up: int) -> Work:
    return Work(
        item=Named(WorkItem.KIND, row["id"], row["key"], row["title"]),
        start=day_of(known["start"]),
        finish=day_of(known["finish"]),
        percent=row["percent_complete"],
        begun=category_of_item(row) == "doing",
        slack=known["total_slack_minutes"] / per_day,
        critical=known["critical"],
        told=timezone.localdate(row["updated_at"]),
        owner=row["owner_name"] or "",
        milestone=row["type"] == WorkItem.Type.MILESTONE,
        waits_for=tuple(waits),
        held_up=held_up,
    )


def _waits(
    projects: Collection[UUID], open_: Mapping[UUID, Values]
) -> tuple[dict[UUID, list[Wait]], dict[UUID, int]]:
    """Of each open item the open work that it waits for, and how many open items wait for it. One query."""
    waits: dict[UUID, list[Wait]] = defaultdict(list)
    held_up: dict[UUID, int] = defaultdict(int)
    links = Dependency.objects.filter(project__in=projects).exclude(kind__in=["FF", "SF"]).order_by("pk")
    for before_id, after_id in links.values_list("before_id", "after_id"):
        before = open_.get(before_id)
        if before is not None and after_id in open_:
            waits[after_id].append(Wait(before["title"], before["owner_name"] or ""))
            held_up[before_id] += 1
    return waits, held_up
