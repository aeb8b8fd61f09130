"""Demand against capacity by role, what is not filled yet, and who is free."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import numpy as np
from django.db.models import Exists, OuterRef

from northline.core.schemas import ref
from northline.delivery.models import Assignment, Resource
from northline.delivery.queries import leaves
from northline.delivery.rules import ABLE
from northline.scheduling.kept import dates_in
from northline.scheduling.load.entries import WORKERS
from northline.scheduling.load.heat import By, Heat, periods_of, periods_told, resource_told
from northline.scheduling.load.overloads import items_told

MOST_SUGGESTED = 5
MOST_TOLD = 20
# Of what is not scheduled yet.
_NEVER = ("9999-12-31T00:00", "9999-12-31T00:00")


def demand_of(heat: Heat, by: By) -> dict[str, Any]:
    """By role and period: hours that people of the role have, hours they are asked for, hours that nobody fills yet."""
    marks = [begin for begin, _ in periods_of(heat.asked, by)]
    roles = [row for row in heat.resources if row.type == Resource.Type.ROLE]
    found = []
    for role in roles:
        people = [n for n, row in enumerate(heat.resources) if row.role_id == role.pk]
        own = heat.row_of[role.pk]
        # Of a role all is demand: promised or asked for, it wants somebody.
        figures = {
            "capacity": heat.capacity[people].sum(axis=0),
            "filled": heat.load[people].sum(axis=0),
            "unfilled": heat.hard[own] + heat.soft[own],
        }
        sums = {
            name: np.round(np.add.reduceat(days, marks) / 60, 2).tolist() for name, days in figures.items()
        }
        found.append({"role": ref(role), "people": len(people), **sums})
    return {"periods": periods_told(heat, by), "roles": found}


def unfilled_of(heat: Heat) -> list[dict[str, Any]]:
    """Work that waits for somebody: what is given to roles, in order of its start, with who could take it."""
    roles = {row.pk: row for row in heat.resources if row.type == Resource.Type.ROLE}
    rows = Assignment.objects.filter(
        resource__in=list(roles), project__in=list(heat.projects), item__archived_at=None
    ).values("id", "item_id", "project_id", "resource_id", "units", "booking")
    planned = [row for row in rows if row["project_id"] in heat.entries]
    told = items_told(heat, {(row["project_id"], row["item_id"]) for row in planned})
    found = []
    for row in planned:
        item = told[row["item_id"]]
        begin, end = _days(heat, item["start"]), _days(heat, item["finish"]) + 1
        if end <= 0 or begin >= heat.capacity.shape[1]:
            continue
        hours, needed = _needed(heat, row["project_id"], row["id"])
        role = roles[row["resource_id"]]
        wanted = [(name, role.skill_levels.get(name, 1)) for name in role.skills]
        able = [one for one in heat.resources if _fits(one, role, wanted)]
        given = {name: row[name] for name in ("units", "booking")} | {"assignment_id": row["id"]}
        suggested = free_of(heat, able, max(begin, 0), end, needed=needed)[:MOST_SUGGESTED]
        found.append(item | given | {"role": ref(role), "hours": round(hours / 60, 2), "people": suggested})
    return sorted(found, key=lambda one: (one["start"], one["item"]["key"]))


def nobody_on(heat: Heat) -> dict[str, Any]:
    """Work of these days that no person or role is on at all: how much there is, and the first of it. Three queries."""
    lonely = leaves().filter(
        ~Exists(Assignment.objects.filter(item=OuterRef("pk"), resource__type__in=WORKERS)),
        project__in=list(heat.entries), archived_at=None, active=True, type="task",
        duration_minutes__gt=0, percent_complete__lt=100, hammock=False,
    )  # fmt: skip
    projects = dict(lonely.values_list("pk", "project_id"))
    dates = dates_in(set(projects.values()))
    waiting = []
    for pk, project_id in projects.items():
        start, finish = (_days(heat, moment) for moment in dates.get(str(pk), _NEVER)[:2])
        if start < heat.capacity.shape[1] and finish >= 0:
            waiting.append((start, project_id, pk))
    waiting.sort()
    shown = {(project_id, pk) for _, project_id, pk in waiting[:MOST_TOLD]}
    told = items_told(heat, shown) if shown else {}
    rows = sorted(told.values(), key=lambda one: (one["start"], one["item"]["key"]))
    return {"count": len(waiting), "items": rows}


def _needed(heat: Heat, project_id: UUID, assignment_id: UUID) -> tuple[float, float]:
    """The minutes of an assignment: all of them, and those on the days of the map, which alone tell who is free."""
    entries = heat.entries[project_id]
    if assignment_id not in entries.assignments:
        return 0.0, 0.0
    mine = entries.assignment == entries.assignments.index(assignment_id)
    inside = mine & (entries.day >= heat.asked.low) & (entries.day < heat.asked.high)
    return float(entries.minutes[mine].sum()), float(entries.minutes[inside].sum())


def _days(heat: Heat, moment: str) -> int:
    return datetime.fromisoformat(moment).toordinal() - 1 - heat.asked.low


def _fits(row: Resource, role: Resource, wanted: Sequence[tuple[str, int]]) -> bool:
    """Does somebody fill the role, or have all of its skills?"""
    if row.type != Resource.Type.PERSON:
        return False
    return row.role_id == role.pk or (bool(wanted) and has_skills(row, wanted))


def has_skills(row: Resource, wanted: Sequence[tuple[str, int]]) -> bool:
    """Higher levels stand in for lower ones."""
    known = {name.casefold(): row.skill_levels.get(name, ABLE) for name in row.skills}
    return all(known.get(name.casefold(), 0) >= level for name, level in wanted)


def free_of(
    heat: Heat, people: Sequence[Resource], begin: int, end: int, *, needed: float = 0.0
) -> list[dict[str, Any]]:
    """Who of these has how many hours left on these days of the map, the freest first; bookings that are only asked for
    take none, unless the map counts them."""
    span = slice(begin, min(end, heat.capacity.shape[1]))
    free = np.maximum(heat.capacity - heat.load, 0.0)
    found = []
    for row in people:
        number = heat.row_of[row.pk]
        there, left = float(heat.capacity[number, span].sum()), float(free[number, span].sum())
        found.append(
            resource_told(row, heat.projects)
            | {
                "skills": [{"name": name, "level": row.skill_levels.get(name, ABLE)} for name in row.skills],
                "capacity": round(there / 60, 2),
                "free": round(left / 60, 2),
                "enough": left + 1 >= needed,
            }
        )
    return sorted(found, key=lambda one: (-one["free"], one["resource"]["title"]))
