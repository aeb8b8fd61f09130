"""What waits for a member: their initiatives and projects with the chance of each, charters to answer, the news."""

from __future__ import annotations

from typing import Any

from django.db.models import Case, F, Q, When

from northline.core import activity
from northline.core.doors import visible
from northline.core.scope import Scope
from northline.delivery.models import Charter, Project
from northline.reporting.overseeing import queries as overseeing
from northline.roadmap.models import Initiative
from northline.scheduling.chances import forecasts_of, forecasts_of_projects

MOST = 12
NEWS = 15


def home(scope: Scope) -> dict[str, Any]:
    """Twelve queries, whatever the size of the workspace."""
    managed = [object_id for (kind, object_id), roles in scope.grants.items() if kind == "product" and roles]
    news = activity.readable(scope).exclude(by_id=scope.member_id)
    return {
        "initiatives": _initiatives(scope, managed),
        "projects": _projects(scope, managed),
        "charters": _charters(scope),
        "updates_due": overseeing.due(scope),
        "changes": [
            activity.shown(scope, head) | {"also": also}
            for head, also in activity.heads(news, to=str(scope.member_id), most=NEWS)
        ],
    }


def _initiatives(scope: Scope, products: list[Any]) -> list[dict[str, Any]]:
    """Those the member owns first, then those of their products; what is done is left out."""
    rows = visible(scope, Initiative.objects.filter(archived_at=None), product="product_id")
    rows = rows.exclude(status__in=["done", "idea"]).filter(
        Q(owner_id=scope.member_id) | Q(product_id__in=products)
    )
    others = Case(When(owner_id=scope.member_id, then=0), default=1)
    found = rows.order_by(others, F("window_finish").asc(nulls_last=True), "pk").defer("body", "words")[:MOST]
    chances = forecasts_of(scope, [row.pk for row in found])
    return [
        _shown(row, row.status)
        | {
            "detail": {
                "mine": row.owner_id == scope.member_id,
                "finish": row.window_finish,
                "precision": row.window_precision or None,
                "forecast": chances.get(row.pk),
            }
        }
        for row in found
    ]


def _projects(scope: Scope, products: list[Any]) -> list[dict[str, Any]]:
    """The member's projects, the one least likely to be on time first."""
    rows = visible(scope, Project.objects.filter(archived_at=None), product="product_id", project="pk")
    rows = rows.filter(Q(pk__in=scope.granted("project")) | Q(product_id__in=products))
    found = list(rows.order_by("-created_at")[:60])
    shown = [
        _shown(row, "") | {"detail": {name: forecast[name] for name in ("finish", "deadline", "probability")}}
        for row, forecast in zip(found, forecasts_of_projects(found), strict=True)
    ]
    return sorted(
        shown,
        key=lambda item: -1.0 if item["detail"]["probability"] is None else -item["detail"]["probability"],
        reverse=True,
    )[:MOST]


def _charters(scope: Scope) -> list[dict[str, Any]]:
    """Charters that wait for this member's answer."""
    rows = visible(
        scope,
        Charter.objects.filter(state="proposed", archived_at=None),
        product="project__product_id",
        project="project_id",
    )
    return [
        _shown(row, row.state) | {"detail": {"initiative": row.initiative.key, "deadline": row.deadline}}
        for row in rows.filter(Q(project_manager_id=scope.member_id) | Q(project_manager=None))
        if scope.may("plan", row.project.place())
    ]


def _shown(row: Any, status: str) -> dict[str, Any]:
    return {"kind": row.KIND, "id": row.pk, "key": row.key, "title": row.title, "status": status}
