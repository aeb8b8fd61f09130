"""Who is free, with which skills, and when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import numpy as np

from northline.delivery.models import Resource
from northline.delivery.rules import ABLE
from northline.scheduling.load.building import Floats
from northline.scheduling.load.heat import (
    SLACK,
    By,
    Heat,
    marks_of,
    periods_told,
    resource_told,
)

# With less left on a day nobody can begin anything.
LEAST = 60.0


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
    left = left_of(heat)
    found = [
        _told(heat, row, heat.capacity[number, span].sum(), left[number, span].sum(), needed)
        for row in people
        for number in (heat.row_of[row.pk],)
    ]
    return sorted(found, key=lambda one: (-one["free"], one["resource"]["title"]))


def free_when(heat: Heat, wanted: Sequence[tuple[str, int]], by: By, *, needed: float) -> dict[str, Any]:
    """The people who have these skills, with what each has left in every period of the map, from which day on, and the
    day on which that has been enough; whoever has enough soonest comes first."""
    left = left_of(heat)
    marks = marks_of(heat.asked, by)
    sums = {
        "free_hours": np.round(np.add.reduceat(left, marks, axis=1) / 60, 2),
        "capacity_hours": np.round(np.add.reduceat(heat.capacity, marks, axis=1) / 60, 2),
    }
    people = []
    for number, row in enumerate(heat.resources):
        if row.type == Resource.Type.PERSON and has_skills(row, wanted):
            told = _told(heat, row, heat.capacity[number].sum(), left[number].sum(), needed)
            days = {
                "first_day": _day(heat, left[number] >= LEAST),
                "enough_on": _day(heat, np.cumsum(left[number]) + SLACK >= needed),
            }
            people.append(told | days | {name: hours[number].tolist() for name, hours in sums.items()})
    people.sort(key=lambda one: (one["enough_on"] or date.max, -one["free"], one["resource"]["title"]))
    return {"by": by, "periods": periods_told(heat, by), "people": people}


def left_of(heat: Heat) -> Floats:
    """The minutes that each has left on each day."""
    return np.maximum(heat.capacity - heat.load, 0.0)


def _told(heat: Heat, row: Resource, there: float, left: float, needed: float) -> dict[str, Any]:
    return resource_told(row, heat.projects) | {
        "skills": [{"name": name, "level": row.skill_levels.get(name, ABLE)} for name in row.skills],
        "capacity": round(float(there) / 60, 2),
        "free": round(float(left) / 60, 2),
        "enough": bool(left + SLACK >= needed),
    }


def _day(heat: Heat, holds: Any) -> date | None:
    """The first day of the map on which that holds."""
    at = int(np.argmax(holds))
    return heat.asked.first + timedelta(days=at) if holds[at] else None
