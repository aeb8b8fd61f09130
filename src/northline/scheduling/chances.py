"""How likely initiatives and projects are to be in time, for the areas above."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db.models import F, QuerySet

from northline.core.doors import visible
from northline.core.models import Link
from northline.core.scope import Scope
from northline.delivery.models import Project
from northline.roadmap.models import Initiative
from northline.scheduling.models import SavedForecast, SavedSchedule

# Of each project what was recorded of its chance last, and a week before. The area that records forecasts lies above and
# registers its answer here.
Source = Callable[[Iterable[UUID]], Mapping[UUID, Mapping[str, Any]]]
_sources: list[Source] = [lambda _: {}]


def register_recorded(source: Source) -> None:
    """Ask `source` from now on."""
    _sources[0] = source


def forecasts_of(scope: Scope, initiative_ids: Iterable[UUID]) -> dict[UUID, dict[str, Any]]:
    """The chances of the projects that realise these initiatives, where the member may read them. Three queries."""
    live = Project.objects.filter(archived_at=None)
    projects = visible(scope, live, product="product_id", project="pk")
    return chances_of(scope.workspace_id, initiative_ids, projects=projects)


def chances_of(
    workspace_id: UUID, initiative_ids: Iterable[UUID], *, projects: QuerySet[Project]
) -> dict[UUID, dict[str, Any]]:
    """The chances of those of `projects` that realise these initiatives.

    Where several projects realise one initiative, the one that finishes last speaks for it.
    """
    pairs = list(
        Link.objects.filter(
            workspace_id=workspace_id, type="realises", target_id__in=list(initiative_ids)
        ).values_list("source_id", "target_id")
    )
    by_project = _chances(projects.filter(pk__in={source for source, _ in pairs}))
    found: dict[UUID, dict[str, Any]] = {}
    for source, target in pairs:
        row = by_project.get(source)
        if row is None or (target in found and found[target]["p85"] >= row["p85"]):
            continue
        found[target] = row
    return found


def forecasts_of_product(scope: Scope, product_id: UUID) -> list[dict[str, Any]]:
    """The chances of every initiative of a product that is already allowed."""
    ids = Initiative.objects.filter(workspace_id=scope.workspace_id, product_id=product_id, archived_at=None)
    found = forecasts_of(scope, ids.values_list("pk", flat=True))
    recorded = _sources[0](row["project_id"] for row in found.values())
    return [
        {"initiative_id": initiative_id, **row, "recorded": recorded.get(row["project_id"])}
        for initiative_id, row in found.items()
    ]


def forecasts_of_projects(projects: Sequence[Project]) -> list[dict[str, Any]]:
    """When each of these projects ends, and its chances once there is work in its plan. Two queries."""
    ids = [project.pk for project in projects]
    finishes = dict(SavedSchedule.objects.filter(pk__in=ids).values_list("pk", "finish"))
    chances = _chances(ids)
    unknown = {"p50": None, "p85": None, "probability": None}
    return [
        unknown
        | chances.get(project.pk, {})
        | {"project_id": project.pk, "finish": finishes.get(project.pk), "deadline": project.deadline}
        for project in projects
    ]


def _chances(projects: QuerySet[Project] | list[UUID]) -> dict[UUID, dict[str, Any]]:
    kept = SavedForecast.objects.filter(pk__in=projects)
    rows: Iterable[Any] = kept.values(
        "project_id", "p50", "p85", "deadline", probability=F("probability_on_time")
    )
    return {row["project_id"]: row for row in rows}
