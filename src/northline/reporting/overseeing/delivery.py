"""How the delivery of an initiative goes: what is done, when it ends, what was added, and what came of it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Min
from django.utils import timezone

from northline.core.doors import visible
from northline.core.models import Link
from northline.core.scope import Scope
from northline.delivery.models import Charter, Project
from northline.delivery.totals import Totals, plan_totals
from northline.reporting.overseeing import rules
from northline.reporting.overseeing.models import InitiativeUpdate
from northline.roadmap.models import Initiative, Launch
from northline.roadmap.outlook import Outlook, outlooks
from northline.roadmap.rules.promising import chance_by
from northline.strategy.models import CheckIn, KeyResult
from northline.strategy.rules import progress


def delivery_of(initiative: Initiative, scope: Scope) -> dict[str, Any]:
    """The delivery of an initiative that is already allowed, as far as the member may read plans. Twelve queries."""
    projects = _projects(initiative, scope)
    totals = plan_totals([project.pk for project in projects])
    outlook = outlooks(scope, [initiative.pk]).get(initiative.pk, Outlook())
    chance = chance_by(initiative.window_finish, bars=outlook.bars) if initiative.window_finish else None
    return {
        "projects": [
            _named(project) | _done([totals[project.pk]]) | {"minutes_per_day": project.minutes_per_day}
            for project in projects
        ],
        **_done(totals.values()),
        "p50": outlook.p50,
        "p85": outlook.p85,
        "chance": chance,
        "window_finish": initiative.window_finish,
        "health": _health(initiative, chance),
        "scope": _scope(initiative, projects, totals),
        **_benefit(initiative),
    }


def _projects(initiative: Initiative, scope: Scope) -> list[Project]:
    sources = Link.objects.filter(type="realises", target_id=initiative.pk).values("source_id")
    rows = visible(scope, Project.objects.filter(archived_at=None), product="product_id", project="pk")
    return list(rows.filter(pk__in=sources).order_by("key"))


def _done(totals: Any) -> dict[str, Any]:
    """Items and per cents by planned time; no per cents of a plan that takes no time."""
    parts: list[Totals] = list(totals)
    minutes = sum(part.minutes for part in parts)
    done = sum(part.minutes_done for part in parts)
    return {
        "items": sum(part.items for part in parts),
        "items_done": sum(part.items_done for part in parts),
        # Cut, not rounded: 99.9 % is not done.
        "percent": int(100 * done / minutes) if minutes else None,
    }


def _health(initiative: Initiative, chance: float | None) -> dict[str, Any]:
    newest = InitiativeUpdate.objects.filter(initiative=initiative).order_by("-created_at", "-pk").first()
    since = newest.created_at if newest else initiative.created_at
    found = rules.health(
        status=initiative.status,
        finish=initiative.window_finish,
        chance=chance,
        said=newest.health if newest else "",
        due=rules.is_due(since, now=timezone.now()),
        today=timezone.localdate(),
    )
    return {"state": found.state, "reason": found.reason}


def _scope(initiative: Initiative, projects: list[Project], totals: Any) -> list[dict[str, Any]]:
    """What each accepted charter's plan held then and holds now, in items and days of its project."""
    by_id = {project.pk: project for project in projects}
    charters = Charter.objects.filter(initiative=initiative, state="accepted", project__in=by_id)
    found = []
    for charter in charters.order_by("accepted_at", "pk"):
        project, now = by_id[charter.project_id], totals[charter.project_id]
        per_day, minutes = project.minutes_per_day, charter.accepted_minutes
        found.append(
            {
                "charter": _named(charter),
                "accepted_at": charter.accepted_at,
                "items_then": charter.accepted_items,
                "items_now": now.items,
                "days_then": None if minutes is None else round(minutes / per_day, 1),
                "days_now": round(now.minutes / per_day, 1),
            }
        )
    return found


def _benefit(initiative: Initiative) -> dict[str, Any]:
    """The key results that it serves, and how far they came since its first launch."""
    objectives = Link.objects.filter(type="advances", source_id=initiative.pk).values("target_id")
    rows = KeyResult.objects.filter(objective__in=objectives, archived_at=None)
    key_results = list(rows.order_by("created_at", "pk"))
    launches = Launch.objects.filter(initiatives=initiative, archived_at=None)
    launched_on: date | None = launches.aggregate(first=Min("launched_on"))["first"]
    then = _readings(key_results, launched_on) if launched_on else {}
    return {
        "launched_on": launched_on,
        "benefit": [
            _named(row)
            | {
                "progress": _progress(row, row.current),
                "progress_at_launch": _progress(row, then.get(row.pk)) if launched_on else None,
                "confidence": row.confidence,
            }
            for row in key_results
        ],
    }


def _readings(key_results: list[KeyResult], on: date) -> dict[Any, Any]:
    """Where each of them stood at the end of that day, as far as anybody had looked."""
    rows = CheckIn.objects.filter(key_result__in=key_results, created_at__date__lte=on)
    return dict(rows.order_by("created_at", "pk").values_list("key_result_id", "value"))


def _progress(row: KeyResult, current: Any) -> int:
    return progress(row.start, target=row.target, current=current)


def _named(row: Any) -> dict[str, Any]:
    return {"kind": row.KIND, "id": row.pk, "key": row.key, "title": row.title}
