"""Reading what a status report is drawn from: plan, forecast, progress, baseline and register of one project.

A known number of queries, whatever the size of the plan.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

import orjson
from django.utils import timezone

from northline.delivery.models import Project, WorkItem
from northline.delivery.rules import day_of
from northline.reporting.status.values import (
    Choice,
    Earned,
    Evidence,
    Facts,
    Need,
    Slip,
    Task,
    Threat,
    Trouble,
)
from northline.scheduling.compute import FINISH
from northline.scheduling.kept import Kept, kept_of
from northline.scheduling.models import Baseline
from northline.scheduling.moments import Standing, compared, standings, totals
from northline.scheduling.plan import Plan, load
from northline.tracking.boards.queries import Item, items_of
from northline.tracking.flow.queries import progress_of
from northline.tracking.raid.models import Decision, Issue, OutsideDependency, Risk
from northline.tracking.raid.queries import costs_of
from northline.tracking.raid.schemas.risks import standing

# The register says the most important of these; more than so many of a kind are not looked at.
MOST = 200
SEVERITIES = ("critical", "high", "medium", "low")


def facts_of(project: Project, *, now: datetime) -> tuple[Facts, int]:
    """The facts of a project that is already allowed, and the state of the plan that they were read from."""
    plan = load(project.pk)
    kept, items = kept_of(plan), items_of(project)
    written = dict(WorkItem.objects.filter(project=project).values_list("pk", "updated_at"))
    measured = progress_of(project)
    progress = Evidence(
        "progress", str(project.pk), project.key, project.title, _last_progress(project, items, written)
    )
    forecast = Evidence("forecast", str(project.pk), project.key, project.title, kept.computed_at)
    tasks = [_task(item, kept, plan, written) for item in items]
    kinds = [plan.items[item.row["id"]]["type"] for item in items]
    chances = kept.forecast or {}
    facts = Facts(
        now=now,
        progress=progress,
        forecast=forecast,
        items=len(items),
        items_done=sum(task.done for task in tasks),
        share=measured["effort"]["share"],
        begun=sum(item.state.category == "doing" for item in items),
        finish=day_of(kept.finish) if items else None,
        deadline=day_of(project.deadline),
        chance=chances.get("probability_on_time"),
        p80=day_of(chances.get("p80")),
        earned=_earned(measured, progress),
        slip=_slip(plan, kept),
        milestones=_of(tasks, kinds, "milestone"),
        tasks=_of(tasks, kinds, "task"),
        threats=_threats(project),
        troubles=_troubles(project),
        needs=_needs(project, now.date()),
        choices=_choices(project),
    )
    return facts, project.plan_version


def _of(tasks: Sequence[Task], kinds: Sequence[str], kind: str) -> tuple[Task, ...]:
    return tuple(task for task, is_of in zip(tasks, kinds, strict=True) if is_of == kind)


def _last_progress(project: Project, items: Sequence[Item], written: Mapping[UUID, datetime]) -> datetime:
    begun = [written[item.row["id"]] for item in items if item.state.category != "to_do"]
    return max(begun, default=project.created_at)


def _task(item: Item, kept: Kept, plan: Plan, written: Mapping[UUID, datetime]) -> Task:
    row, dates = item.row, kept.dates.get(str(item.row["id"]))
    return Task(
        source=Evidence("work_item", str(row["id"]), row["key"], row["title"], written[row["id"]]),
        finish=day_of(dates[FINISH]) if dates else None,
        percent=row["percent_complete"],
        deadline=day_of(plan.items[row["id"]]["deadline"]),
        done_on=item.finished,
    )


def _earned(measured: Mapping[str, Any], progress: Evidence) -> Earned | None:
    found, baseline = measured["earned"], measured["baseline"]
    if found is None:
        return None
    title = baseline["title"] if baseline else progress.title
    source = Evidence("earned_value", progress.id, progress.key, title, progress.known_at)
    return Earned(
        source=source,
        share=found["share"],
        planned=found["planned_share"],
        spi_time=found["spi_time"],
        hours_earned=found["ev"],
        hours_spent=found["ac"],
        against_baseline=baseline is not None,
    )


def _slip(plan: Plan, kept: Kept) -> Slip | None:
    rows = Baseline.objects.filter(project_id=plan.project["id"], archived_at=None)
    row = rows.order_by("-created_at", "-pk").first()
    if row is None or not plan.items:
        return None
    then = [Standing(*values) for values in orjson.loads(row.items)]
    counted = totals(compared(then, standings(plan, plan.outline(), kept.dates), plan))
    was, finish = day_of(row.finish), day_of(kept.finish)
    assert was is not None
    assert finish is not None
    source = Evidence("baseline", str(row.pk), row.key, row.title, row.created_at)
    return Slip(source, was, finish, later=counted["later"], earlier=counted["earlier"])


def _threats(project: Project) -> tuple[Threat, ...]:
    rows = list(
        Risk.objects.filter(
            project=project, status=Risk.Status.OPEN, type=Risk.Type.THREAT, archived_at=None
        )[:MOST]
    )
    days = costs_of(rows)
    return tuple(threat_of(row, days.get(row.pk)) for row in rows)


def threat_of(row: Risk, days: float | None) -> Threat:
    """A risk as it stands: after its response where that is in place."""
    stands, responded = standing(row), row.response_in_place
    residual = row.residual_probability
    return Threat(
        source=_source(row),
        percent=residual if responded and residual is not None else row.probability,
        score=stands["residual_score" if responded else "score"],
        days=days,
        responded=responded,
    )


def _troubles(project: Project) -> tuple[Trouble, ...]:
    rows = Issue.objects.filter(project=project, archived_at=None, severity__in=SEVERITIES[:2])
    found = [
        Trouble(_source(row), row.severity, row.due) for row in rows.exclude(status=Issue.Status.RESOLVED)
    ]
    found.sort(key=lambda one: (SEVERITIES.index(one.severity), one.due or date.max, one.source.key))
    return tuple(found)


def _needs(project: Project, today: date) -> tuple[Need, ...]:
    """What is overdue, or promised for later than it is needed."""
    open_ = (OutsideDependency.Status.ASKED, OutsideDependency.Status.PROMISED)
    rows = OutsideDependency.objects.filter(
        project=project, archived_at=None, status__in=open_, needed_by__isnull=False
    )
    return tuple(
        Need(_source(row), row.party, row.needed_by, row.promised_for)
        for row in rows.order_by("needed_by", "pk")
        if row.needed_by < today or (row.promised_for and row.promised_for > row.needed_by)
    )


def _choices(project: Project) -> tuple[Choice, ...]:
    rows = Decision.objects.filter(project=project, archived_at=None)
    rows = rows.exclude(status=Decision.Status.REPLACED).order_by("-decided_on", "-pk")
    return tuple(
        Choice(_source(row), row.outcome, row.decided_on if row.status == Decision.Status.DECIDED else None)
        for row in rows[:MOST]
    )


def _source(row: Any) -> Evidence:
    return Evidence(row.KIND, str(row.pk), row.key, row.title, row.updated_at)


def now_here() -> datetime:
    return timezone.localtime()
