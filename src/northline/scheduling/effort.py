"""What roadmap and plans tell prioritisation: what waits for what, the work of an initiative, the capacity of people."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any
from uuid import UUID

import orjson
from django.db.models import F, QuerySet

from northline.core.doors import visible
from northline.core.models import Link
from northline.core.scope import Scope
from northline.delivery.models import Assignment, PlanCalendar, Project, Resource, WorkItem
from northline.engine.calendars import Horizon, periods_of
from northline.roadmap.models import InitiativeDependency
from northline.scheduling.compile import calendar_of
from northline.scheduling.plan import CALENDAR
from northline.strategy.scoring.told import Capacity, Work

Span = tuple[date, date]
WORKERS = (Resource.Type.PERSON, Resource.Type.ROLE, Resource.Type.TEAM, Resource.Type.EQUIPMENT)


def work_of(workspace_id: UUID, initiative_ids: Collection[UUID]) -> dict[UUID, Work]:
    """The work of the projects that realise each initiative, in days of the project. Four queries.

    A project of several initiatives counts for each in equal parts.
    """
    shares = shares_of(workspace_id, initiative_ids)
    works = _works({project for project, _, _ in shares})
    parts: dict[UUID, list[Work]] = defaultdict(list)
    for project, initiative, share in shares:
        if project in works:
            work = works[project]
            parts[initiative].append(Work(work.days / share, work.finished, work.done / share))
    return {initiative: _together(found) for initiative, found in parts.items()}


def shares_of(workspace_id: UUID, initiative_ids: Collection[UUID]) -> list[tuple[UUID, UUID, int]]:
    """The projects that realise each initiative, with how many initiatives share them. Two queries."""
    pairs = _realised(workspace_id, target_id__in=initiative_ids)
    # All of a project's initiatives share it, also those not asked for.
    shared = Counter(p for p, _ in _realised(workspace_id, source_id__in={p for p, _ in pairs}))
    return [(project, initiative, shared[project]) for project, initiative in pairs]


def _together(works: Collection[Work]) -> Work:
    return Work(
        sum(work.days for work in works),
        all(work.finished for work in works),
        sum(work.done for work in works),
    )


def work_of_ideas(workspace_id: UUID, idea_ids: Collection[UUID]) -> dict[UUID, Work]:
    """The same for ideas, through the initiatives that deliver them."""
    delivering = delivering_of(workspace_id, idea_ids)
    works = work_of(workspace_id, {initiative for initiative, _ in delivering})
    found: dict[UUID, Work] = {}
    for initiative, idea in delivering:
        if initiative in works:
            found[idea] = _together([found.get(idea, Work(0.0, True)), works[initiative]])
    return found


def delivering_of(workspace_id: UUID, idea_ids: Collection[UUID]) -> list[tuple[UUID, UUID]]:
    """The initiatives that deliver each idea. One query."""
    pairs = Link.objects.filter(workspace_id=workspace_id, type="delivers", target_id__in=idea_ids)
    return list(pairs.values_list("source_id", "target_id"))


def waits_for(workspace_id: UUID, initiative_ids: Collection[UUID]) -> dict[UUID, list[UUID]]:
    """The predecessors of each initiative on the roadmap. One query."""
    rows = InitiativeDependency.objects.filter(workspace_id=workspace_id, after__in=initiative_ids)
    found: dict[UUID, list[UUID]] = defaultdict(list)
    for after, before in rows.order_by("created_at", "pk").values_list("after_id", "before_id"):
        found[after].append(before)
    return dict(found)


def _realised(workspace_id: UUID, **wanted: Any) -> list[tuple[UUID, UUID]]:
    rows = Link.objects.filter(workspace_id=workspace_id, type="realises", **wanted)
    return list(rows.values_list("source_id", "target_id"))


def _works(projects: Collection[UUID]) -> dict[UUID, Work]:
    days: dict[UUID, float] = defaultdict(float)
    done: dict[UUID, float] = defaultdict(float)
    open_projects = set()
    for leaf in leaves_of(projects):
        days[leaf.project_id] += leaf.days
        done[leaf.project_id] += leaf.done
        if not leaf.finished:
            open_projects.add(leaf.project_id)
    return {
        project: Work(found, project not in open_projects, done[project]) for project, found in days.items()
    }


@dataclass(frozen=True, slots=True)
class Leaf:
    """A work item without parts: its person-days, and how many of them are done. `day` is a day of the project in minutes."""

    id: UUID
    project_id: UUID
    days: float
    done: float
    finished: bool
    day: int


def leaves_of(projects: Collection[UUID]) -> list[Leaf]:
    """The work of live projects. Two queries."""
    rows = WorkItem.objects.filter(
        project__in=projects, project__archived_at=None, archived_at=None, active=True
    )
    items = list(
        rows.values(
            "pk",
            "parent_id",
            "duration_minutes",
            "percent_complete",
            "project_id",
            day=F("project__minutes_per_day"),
        )
    )
    parents = {row["parent_id"] for row in items}
    worked = _assigned(projects)
    found = []
    for row in items:
        if row["pk"] in parents:
            continue
        assigned = worked.get(row["pk"])
        # Nobody assigned yet: one person's work, so that an early plan is not free.
        spent = row["duration_minutes"] if assigned is None else _spent(assigned, row["duration_minutes"])
        days, percent = spent / row["day"], row["percent_complete"]
        found.append(
            Leaf(row["pk"], row["project_id"], days, days * percent / 100, percent >= 100, row["day"])
        )
    return found


def _assigned(projects: Collection[UUID]) -> dict[UUID, list[tuple[float, int | None, int]]]:
    """Units, regular work and overtime of every person on each item."""
    rows = Assignment.objects.filter(project__in=projects, resource__type__in=WORKERS)
    found: dict[UUID, list[tuple[float, int | None, int]]] = defaultdict(list)
    for item, *work in rows.values_list("item_id", "units", "work_minutes", "overtime_minutes"):
        found[item].append(tuple(work))
    return found


def _spent(assigned: Iterable[tuple[float, int | None, int]], duration: int) -> float:
    return sum((units * duration if work is None else work) + over for units, work, over in assigned)


def capacity_of(scope: Scope, product_id: UUID, first: date, last: date) -> Capacity:
    """The working days of everybody planned on the product's projects, by their calendars. Three queries."""
    return capacities_of(scope, [product_id], [(first, last)])[product_id, (first, last)]


def capacities_of(
    scope: Scope, product_ids: Collection[UUID], spans: Sequence[Span]
) -> dict[tuple[UUID | None, Span], Capacity]:
    """The working days of everybody planned on the products' projects, by product and span; under None those of all
    products together. Three queries.

    Somebody on several projects, told by name, counts once in each.
    """
    projects = visible(
        scope, Project.objects.filter(archived_at=None, product_id__in=product_ids), product="product_id"
    )
    planned = _planned_on(projects)
    capacities: dict[tuple[UUID | None, Span], Capacity] = {}
    for span in spans:
        days = [_days(row, project, span) for row, project in planned]
        for product in (None, *product_ids):
            people: dict[str, float] = {}
            for (row, project), found in zip(planned, days, strict=True):
                if product in (None, project.product_id):
                    name = row.title.casefold()
                    people[name] = max(found, people.get(name, 0.0))
            capacities[product, span] = Capacity(days=sum(people.values()), people=len(people))
    return capacities


def _planned_on(projects: QuerySet[Project]) -> list[tuple[Resource, Project]]:
    """Who works on which: a project's own people, and those of the workspace who are assigned there."""
    workers = Resource.objects.filter(type__in=WORKERS, archived_at=None).select_related(
        "calendar", "project__calendar"
    )
    own = [(row, row.project) for row in workers.filter(project__in=projects).order_by("pk")]
    shared = Assignment.objects.filter(project__in=projects, resource__in=workers.filter(project=None))
    pairs = shared.values_list("resource_id", "project_id").distinct().order_by("resource_id", "project_id")
    found = list(pairs)
    if not found:
        return own
    rows = workers.in_bulk({resource for resource, _ in found})
    plans = Project.objects.select_related("calendar").in_bulk({project for _, project in found})
    return own + [(rows[resource], plans[project]) for resource, project in found]


def _days(row: Resource, project: Project, span: Span) -> float:
    """The days that somebody can work in the span, time off left out."""
    calendar = row.calendar or project.calendar or PlanCalendar(title="")
    away = tuple((one["first"], one["last"]) for one in row.time_off)
    key = orjson.dumps([getattr(calendar, name) for name in CALENDAR])
    return row.capacity * _minutes(key, away, span) / project.minutes_per_day


@lru_cache(maxsize=1024)
def _minutes(calendar: bytes, away: tuple[tuple[str, str], ...], span: Span) -> int:
    """The working minutes of a calendar in the span, kept by what the calendar holds."""
    first, last = span
    values = dict(zip(CALENDAR, orjson.loads(calendar), strict=True))
    off = [{"first": begin, "last": end, "intervals": [], "name": ""} for begin, end in away]
    values["exceptions"] = off + values["exceptions"]
    found = calendar_of(values, years=(first.year, max(first, last).year))
    periods = periods_of(found, Horizon(first.toordinal() - 1, max(first, last).toordinal()))
    return int((periods.end - periods.begin).sum())
