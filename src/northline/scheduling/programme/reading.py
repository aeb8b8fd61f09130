"""Projects on one line of time, with their milestones, what links them, and what decides their end together.

A fixed number of queries, whatever the number of projects.
"""

from __future__ import annotations

from collections import ChainMap, defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any
from uuid import UUID

from northline.core.listing.conditions import Where
from northline.core.listing.grouping import groupable
from northline.core.listing.queries import Asked, find
from northline.core.schemas import ref
from northline.core.scope import Scope
from northline.delivery.models import Project, WorkItem
from northline.delivery.queries import leaves
from northline.scheduling.compute import FINISH, START, TOTAL_SLACK
from northline.scheduling.kept import dates_of_item
from northline.scheduling.models import SavedForecast, SavedSchedule
from northline.scheduling.plan import CROSSING, Values
from northline.scheduling.programme.circles import pairs_in
from northline.scheduling.programme.critical import Programme, Step
from northline.scheduling.programme.groups import programmes
from northline.scheduling.programme.kept import programmes_of
from northline.scheduling.programme.models import CrossLink
from northline.scheduling.programme.naming import named_end

MOST_PROJECTS = 500
FORECAST = ("p50", "p80", "p85", "probability_on_time")


def timeline_of_projects(scope: Scope, *, q: str, where: Where, by: str = "") -> Values:
    """The projects that the member may read and that are meant, each with the field `by` of it.

    Raises Refusal `list.unknown_field` or `list.not_groupable`.
    """
    found = find(scope, Project.KIND, Asked(q=q, where=where))
    found = found.only(groupable(by, found.fields).name) if by else found.only()
    rows = list(found.read_with_values(found.rows)[:MOST_PROJECTS])
    ids = {row.pk for row in rows}
    plans = _programmes(scope, ids)
    kept = {one.pk: one for one in SavedSchedule.objects.filter(pk__in=ids)}
    chances = {one.pop("project_id"): one for one in _forecasts(ids)}
    crossing = _crossing(scope, ids)
    points = _points(ids, {pk: one.payload for pk, one in kept.items()}, crossing, plans)
    place = {pk: number for number, one in enumerate(plans) for pk in one.projects}
    return {
        "projects": [
            shown
            | _dates(row, kept.get(row.pk))
            | _chance(chances.get(row.pk))
            | _part(row.pk, place.get(row.pk), plans)
            | {"points": points[row.pk]}
            for row, shown in zip(rows, found.shown(rows), strict=True)
        ],
        "links": [_link(row, scope, plans) for row in crossing],
        "programmes": [_programme(one, scope) for one in plans],
    }


def _programmes(scope: Scope, ids: Collection[UUID]) -> list[Programme]:
    """The sets of linked projects with any of these in them: of those that may not be read too, which bear on them."""
    groups = [group for group in programmes(pairs_in(scope.workspace_id)) if group & set(ids)]
    return [one for one in programmes_of(scope.workspace_id, groups) if one]


def _forecasts(ids: Collection[UUID]) -> Any:
    return SavedForecast.objects.filter(pk__in=ids).values("project_id", *FORECAST)


def _crossing(scope: Scope, ids: Collection[UUID]) -> list[Values]:
    rows = CrossLink.objects.filter(
        workspace_id=scope.workspace_id, before__archived_at=None, after__archived_at=None
    )
    told = rows.order_by("pk").values(*CROSSING)
    return [row for row in told if row["before__project_id"] in ids or row["after__project_id"] in ids]


def _points(
    ids: Collection[UUID],
    payloads: Mapping[UUID, str],
    crossing: Sequence[Values],
    plans: Sequence[Programme],
) -> dict[UUID, list[Values]]:
    """Of each project its milestones, and what of it is linked with others, by their dates."""
    joined = {row[f"{end}_id"] for row in crossing for end in ("before", "after")}
    milestones = leaves().filter(project__in=ids, archived_at=None, type="milestone").values_list("pk")
    rows = WorkItem.objects.filter(project__in=ids, archived_at=None)
    found: dict[UUID, list[Values]] = defaultdict(list)
    driving = {key for one in plans for key in one.driving}
    slack = ChainMap(*(one.slack_of_items for one in plans))
    wanted = rows.filter(pk__in=milestones) | rows.filter(pk__in=joined)
    for item in wanted.order_by("position", "pk"):
        at = dates_of_item(payloads.get(item.project_id, ""), item.pk)
        if at is None:
            continue
        found[item.project_id].append(
            ref(item)
            | {"milestone": item.type == "milestone", "start": at[START], "finish": at[FINISH]}
            | {"percent_complete": item.percent_complete, "deadline": item.deadline}
            | {"drives": item.key in driving}
            | {"slack_minutes": slack.get(item.key, at[TOTAL_SLACK])}
        )
    for some in found.values():
        some.sort(key=lambda point: (point["finish"], point["key"]))
    return found


def _dates(row: Project, kept: SavedSchedule | None) -> Values:
    return {"start": kept.start if kept else row.start, "finish": kept.finish if kept else None}


def _chance(row: Values | None) -> Values:
    row = row or dict.fromkeys(FORECAST)
    return {name: row[name] for name in FORECAST[:3]} | {"probability": row["probability_on_time"]}


def _part(project_id: UUID, place: int | None, plans: Sequence[Programme]) -> Values:
    """Which of the programmes a project is part of, its slack there, and whether anything of it decides the end."""
    if place is None:
        return {"programme": None, "slack_minutes": None, "drives": False}
    one = plans[place]
    return {
        "programme": place,
        "slack_minutes": one.slack[project_id],
        "drives": project_id in one.drives,
    }


def _link(row: Values, scope: Scope, plans: Sequence[Programme]) -> Values:
    names = ("id", "kind", "lag_minutes", "lag_unit", "bound_at")
    ends = {end: named_end(row, end, scope) for end in ("before", "after")}
    keys = (row["before__key"], row["after__key"])
    driving = any(keys[0] in one.driving and keys[1] in one.driving for one in plans)
    return {name: row[name] for name in names} | ends | {"driving": driving}


def _programme(one: Programme, scope: Scope) -> Values:
    """What is told of a programme: of items and projects that may not be read only that they are there."""
    ends = {pk: _end(row, scope) for pk, row in one.projects.items()}
    return {
        "projects": [ends[pk] for pk in one.projects if ends[pk]],
        "hidden": sum(end is None for end in ends.values()),
        "finish": one.finish,
        "last": ends[one.last] if one.last else None,
        "path": [_step(step, ends) for step in one.path],
    }


def _end(project: Values, scope: Scope) -> Values | None:
    row = Project(pk=project["id"], product_id=project["product_id"])
    if not scope.may("read", row.place()):
        return None
    return {"kind": "project", "id": project["id"], "key": project["key"], "title": project["title"]}


def _step(step: Step, ends: Mapping[UUID, Values | None]) -> Values:
    project = ends[step.project_id]
    named = {"kind": "work_item", "id": step.id, "key": step.key, "title": step.title}
    return {"item": named if project else None, "project": project} | step.dates
