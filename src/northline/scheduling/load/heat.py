"""The heat map: load against capacity of everybody one may see, across all projects."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from typing import Any, Literal
from uuid import UUID

import numpy as np
from django.db.models import F, Q

from northline.core.doors import visible
from northline.core.refusal import Refusal
from northline.core.schemas import ref, ref_of
from northline.core.scope import Scope
from northline.delivery.models import Assignment, Project, Resource
from northline.scheduling.load.building import Entries, Floats, away_of
from northline.scheduling.load.clock import clock_of
from northline.scheduling.load.entries import (
    WORKERS,
    calendars_of,
    day_number,
    entries_of,
    projects_in,
)
from northline.scheduling.plan import Values

By = Literal["day", "week", "month"]
MOST_DAYS = 1_100
# A minute of work more than somebody has is no overload: dates are kept in whole minutes.
SLACK = 1.0


@dataclass(frozen=True, slots=True)
class Asked:
    """Which days and whom a reader means; `soft` bookings count where they say so."""

    first: date
    last: date
    project_id: UUID | None = None
    product_id: UUID | None = None
    role_id: UUID | None = None
    team_id: UUID | None = None
    resource_ids: tuple[UUID, ...] = ()
    soft: bool = False

    def __post_init__(self) -> None:
        if self.last < self.first or (self.last - self.first).days > MOST_DAYS:
            raise Refusal(
                "load.span", f"Ask for a span of up to {MOST_DAYS} days, from the first to the last of them."
            )

    @property
    def low(self) -> int:
        return day_number(self.first)

    @property
    def high(self) -> int:
        return day_number(self.last) + 1


@dataclass
class Heat:
    """Minutes by resource (row) and day (column): what there is, what is promised, what is asked for."""

    asked: Asked
    resources: list[Resource]
    projects: dict[UUID, Values]
    entries: dict[UUID, Entries]
    capacity: Floats
    hard: Floats
    soft: Floats
    row_of: Mapping[UUID, int]
    computing: int = 0
    over: Floats = field(init=False)

    def __post_init__(self) -> None:
        self.over = beyond(self.load, self.capacity)

    @cached_property
    def load(self) -> Floats:
        """What takes people's time: what is promised, and what is asked for where the reader counts that."""
        return self.hard + self.soft if self.asked.soft else self.hard

    @cached_property
    def places(self) -> Mapping[UUID, list[tuple[UUID, int]]]:
        """In which projects each resource works, and its number among those of the project's entries."""
        found: dict[UUID, list[tuple[UUID, int]]] = defaultdict(list)
        for project_id, entries in self.entries.items():
            for number, resource_id in enumerate(entries.resources):
                found[resource_id].append((project_id, number))
        return found

    def days(self) -> list[date]:
        return [self.asked.first + timedelta(days=n) for n in range(self.asked.high - self.asked.low)]


def heat_of(scope: Scope, asked: Asked) -> Heat:
    """The heat of the days asked for: a fixed number of queries, whatever the number of projects."""
    seen = visible(scope, Project.objects.filter(archived_at=None), product="product_id", project="pk")
    projects = {row["id"]: row for row in projects_in(seen)}
    entries = entries_of(list(projects.values()))
    resources = _resources(scope, asked, projects)
    row_of = {row.pk: number for number, row in enumerate(resources)}
    size = (len(resources), asked.high - asked.low)
    hard, soft = np.zeros(size), np.zeros(size)
    for found in entries.values():
        add(found, row_of, asked, hard, soft)
    computing = sum(1 for pk in projects if pk not in entries)
    capacity = capacity_of(resources, asked, projects)
    return Heat(asked, resources, projects, entries, capacity, hard, soft, row_of, computing)


def _resources(scope: Scope, asked: Asked, projects: Mapping[UUID, Values]) -> list[Resource]:
    """Whoever works and may be seen: the workspace's people, and those of the projects."""
    rows = Resource.objects.filter(type__in=WORKERS, archived_at=None, workspace_id=scope.workspace_id)
    if not scope.sees_everything:
        on_it = Assignment.objects.filter(project__in=list(projects)).values("resource_id")
        rows = rows.filter(Q(project__in=list(projects)) | Q(project=None, pk__in=on_it))
    rows = rows.filter(Q(project=None) | Q(project__archived_at=None))
    if asked.project_id or asked.product_id:
        wanted = [
            pk
            for pk, row in projects.items()
            if asked.project_id in (None, pk) and asked.product_id in (None, row["product_id"])
        ]
        on_it = Assignment.objects.filter(project__in=wanted).values("resource_id")
        rows = rows.filter(Q(project__in=wanted) | Q(pk__in=on_it))
    for name, value in (("role_id", asked.role_id), ("team_id", asked.team_id)):
        if value:
            rows = rows.filter(Q(**{name: value}) | Q(pk=value))
    if asked.resource_ids:
        rows = rows.filter(pk__in=asked.resource_ids)
    return list(
        rows.select_related("role", "team").order_by(F("project__title").asc(nulls_first=True), "title", "pk")
    )


def add(found: Entries, row_of: Mapping[UUID, int], asked: Asked, hard: Floats, soft: Floats) -> None:
    """Add a project's load to the map."""
    rows = np.array([row_of.get(pk, -1) for pk in found.resources], np.int64)
    if not len(rows):
        return
    row = rows[found.resource]
    inside = (row >= 0) & (found.day >= asked.low) & (found.day < asked.high)
    for target, which in ((hard, inside & ~found.soft), (soft, inside & found.soft)):
        np.add.at(target, (row[which], found.day[which] - asked.low), found.minutes[which])


def beyond(load: Floats, capacity: Floats) -> Floats:
    """The minutes of load that are more than there is; none where that is rounding."""
    over = load - capacity
    return np.where(over > SLACK, over, 0.0)


def capacity_of(resources: Sequence[Resource], asked: Asked, projects: Mapping[UUID, Values]) -> Floats:
    """The minutes that each can work on each day: their calendar, less time off, times their capacity."""
    size = asked.high - asked.low
    told = [_told(row, projects) for row in resources]
    calendars = calendars_of(told)
    first, last = asked.low // 366 * 366, (asked.high // 366 + 1) * 366
    capacity = np.zeros((len(resources), size))
    for number, (row, said) in enumerate(zip(resources, told, strict=True)):
        clock = clock_of(calendars.get(said["calendar_id"], calendars[None]), away_of(said), first, last)
        units = np.full(size, row.capacity)
        # The first that covers a day wins.
        for step in reversed(row.capacity_steps):
            low = day_number(date.fromisoformat(step["first"])) - asked.low
            high = day_number(date.fromisoformat(step["last"])) + 1 - asked.low
            units[max(low, 0) : max(high, 0)] = step["units"]
        capacity[number] = clock.days(asked.low, asked.high) * units
    return capacity


def _told(row: Resource, projects: Mapping[UUID, Values]) -> Values:
    usual = projects.get(row.project_id) if row.project_id else None
    return {
        "calendar_id": row.calendar_id or (usual["calendar_id"] if usual else None),
        "time_off": row.time_off,
    }


def periods_of(asked: Asked, by: By) -> list[tuple[int, int]]:
    """The columns of the map, as days from the first up to and without the last.

    >>> periods_of(Asked(date(2026, 3, 5), date(2026, 3, 17)), "week")
    [(0, 4), (4, 11), (11, 13)]
    """
    starts = [0]
    for number in range(1, asked.high - asked.low):
        day = asked.first + timedelta(days=number)
        if by == "day" or (by == "week" and day.weekday() == 0) or (by == "month" and day.day == 1):
            starts.append(number)
    return list(zip(starts, [*starts[1:], asked.high - asked.low], strict=True))


def marks_of(asked: Asked, by: By) -> list[int]:
    """The first day of each column of the map."""
    return [begin for begin, _ in periods_of(asked, by)]


def shown(heat: Heat, by: By) -> dict[str, Any]:
    """The map as the API answers it, in hours."""
    marks = marks_of(heat.asked, by)
    sums = {
        name: np.round(np.add.reduceat(getattr(heat, name), marks, axis=1) / 60, 2)
        for name in ("capacity", "hard", "soft", "over")
    }
    return {
        "by": by,
        "periods": periods_told(heat, by),
        "rows": [
            resource_told(row, heat.projects) | {name: found[number].tolist() for name, found in sums.items()}
            for number, row in enumerate(heat.resources)
        ],
        "computing": heat.computing,
    }


def periods_told(heat: Heat, by: By) -> list[dict[str, Any]]:
    """First and last day of each period of the map."""
    days = heat.days()
    return [{"first": days[begin], "last": days[end - 1]} for begin, end in periods_of(heat.asked, by)]


def resource_told(row: Resource, projects: Mapping[UUID, Values]) -> dict[str, Any]:
    home = projects.get(row.project_id) if row.project_id else None
    return {
        "resource": ref(row),
        "type": row.type,
        "role": ref(row.role) if row.role else None,
        "team": ref(row.team) if row.team else None,
        "project": ref_of("project", home) if home else None,
    }
