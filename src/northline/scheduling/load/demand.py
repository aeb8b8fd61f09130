"""Demand against capacity by role, and what is not filled yet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import numpy as np

from northline.core.schemas import ref
from northline.delivery.models import Assignment, Resource
from northline.scheduling.load.free import free_of, has_skills
from northline.scheduling.load.heat import By, Heat, marks_of, periods_told
from northline.scheduling.load.overloads import items_told

MOST_SUGGESTED = 5


def demand_of(heat: Heat, by: By) -> dict[str, Any]:
    """By role and period: hours that people of the role have, hours they are asked for, hours that nobody fills yet."""
    marks = marks_of(heat.asked, by)
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
