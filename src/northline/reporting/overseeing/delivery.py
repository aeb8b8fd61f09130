"""How the delivery of an initiative goes: what is done, when it ends, what was added, and what came of it."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from northline.core.doors import visible
from northline.core.models import Link
from northline.core.schemas import ref
from northline.core.scope import Scope
from northline.delivery.models import Charter, Project
from northline.delivery.totals import Totals, plan_totals
from northline.reporting.overseeing import rules
from northline.reporting.overseeing.benefit import benefit_of
from northline.reporting.overseeing.models import InitiativeUpdate
from northline.roadmap.models import Initiative
from northline.roadmap.outlook import Outlook, outlooks
from northline.roadmap.rules.promising import chance_by


def delivery_of(initiative: Initiative, scope: Scope) -> dict[str, Any]:
    """The delivery of an initiative that is already allowed, as far as the member may read plans. Thirteen queries."""
    projects = _projects(initiative, scope)
    totals = plan_totals([project.pk for project in projects])
    outlook = outlooks(scope, [initiative.pk]).get(initiative.pk, Outlook())
    chance = chance_by(initiative.window_finish, outlook.ends) if initiative.window_finish else None
    return {
        "projects": [
            ref(project) | _done([totals[project.pk]]) | {"minutes_per_day": project.minutes_per_day}
            for project in projects
        ],
        **_done(totals.values()),
        "p50": outlook.p50,
        "p85": outlook.p85,
        "chance": chance,
        "window_finish": initiative.window_finish,
        "health": _health(initiative, chance),
        "scope": _scope(initiative, projects, totals),
        **benefit_of(initiative),
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
                "charter": ref(charter),
                "accepted_at": charter.accepted_at,
                "items_then": charter.accepted_items,
                "items_now": now.items,
                "days_then": None if minutes is None else round(minutes / per_day, 1),
                "days_now": round(now.minutes / per_day, 1),
            }
        )
    return found
