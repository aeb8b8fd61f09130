"""What is behind a cell of the heat map: the items, and what an overload breaks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

import numpy as np

from northline.core.schemas import ref_of
from northline.delivery.models import Assignment, WorkItem
from northline.engine.calendars import Ints
from northline.scheduling.kept import dates_in
from northline.scheduling.load.building import Floats
from northline.scheduling.load.heat import Heat, resource_told
from northline.scheduling.plan import Values

MOST = 200
_SLACK, _CRITICAL = 6, 8

# The row of a resource, the first day, and the one after the last.
Span = tuple[int, int, int]
# An item, with its project before it.
Key = tuple[UUID, UUID]
# Minutes that each item takes of a resource.
Shares = dict[Key, float]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days of the map, up to and without `end`, on which the resource of a row has too much to do, with their items."""

    row: int
    begin: int
    end: int
    shares: Shares


def overloads_of(heat: Heat) -> list[dict[str, Any]]:
    """Every stretch in which somebody has more to do than they can, the largest first, with how much later a project ends
    at best. Two queries beside those of the map."""
    stretches = stretches_of(heat, spans_of(heat)[:MOST])
    told = told_of(heat, stretches)
    return [shown(heat, one, told) | _at_best(heat, one, told) for one in stretches]


def spans_of(heat: Heat) -> list[Span]:
    """Every overload, the largest first. Days on which nobody works lie within one."""
    rows = np.flatnonzero((heat.over > 0).any(axis=1)).tolist()
    found = [(row, *span) for row in rows for span in _stretches(heat, row)]
    found.sort(key=lambda one: -float(heat.over[one[0], one[1] : one[2]].sum()))
    return found


def stretches_of(heat: Heat, spans: Iterable[Span]) -> list[Stretch]:
    return [Stretch(*span, _shares(heat, *span)) for span in spans]


def told_of(heat: Heat, stretches: Iterable[Stretch]) -> dict[UUID, dict[str, Any]]:
    return items_told(heat, {key for one in stretches for key in one.shares})


def _stretches(heat: Heat, row: int) -> Iterable[tuple[int, int]]:
    """First day and the one after the last of each overload."""
    begin = None
    last = 0
    days = zip((heat.over[row] > 0).tolist(), (heat.capacity[row] > 0).tolist(), strict=True)
    for day, (is_over, is_worked) in enumerate(days):
        if is_over:
            begin = day if begin is None else begin
            last = day + 1
        elif begin is not None and is_worked:
            yield begin, last
            begin = None
    if begin is not None:
        yield begin, last


def _shares(heat: Heat, row: int, begin: int, end: int) -> Shares:
    """The minutes of each item in a stretch, on the days that hold too much."""
    full = np.zeros(heat.over.shape[1], np.bool_)
    full[begin:end] = heat.over[row, begin:end] > 0
    return shares_of(heat, row, np.flatnonzero(full))


def shares_of(heat: Heat, row: int, days: Ints) -> Shares:
    """The minutes of each item of a resource on these days of the map."""
    wanted = days + heat.asked.low
    shares: Shares = defaultdict(float)
    for project_id, own in heat.places.get(heat.resources[row].pk, ()):
        found = heat.entries[project_id]
        mine = found.resource == own
        mine &= np.isin(found.day, wanted)
        if not heat.asked.soft:
            mine &= ~found.soft
        sums = np.bincount(found.item[mine], found.minutes[mine])
        for number in np.flatnonzero(sums).tolist():
            shares[project_id, found.items[number]] += float(sums[number])
    return dict(shares)


def profile_of(heat: Heat, row: int, key: Key) -> Floats:
    """The minutes of one item of a resource on each day of the map."""
    project_id, item_id = key
    found = heat.entries[project_id]
    own = next(number for at, number in heat.places[heat.resources[row].pk] if at == project_id)
    mine = (found.resource == own) & (found.item == found.items.index(item_id))
    mine &= (found.day >= heat.asked.low) & (found.day < heat.asked.high)
    if not heat.asked.soft:
        mine &= ~found.soft
    return np.bincount(
        found.day[mine] - heat.asked.low, found.minutes[mine], minlength=heat.load.shape[1]
    ).astype(np.float64)


def in_order(item: Values) -> tuple[int, int, str]:
    """Whoever can wait longest waits; of equals the one that matters less."""
    return -item["slack_minutes"], item["priority"], item["item"]["key"]


def shown(heat: Heat, one: Stretch, told: Mapping[UUID, Values]) -> dict[str, Any]:
    days = slice(one.begin, one.end)
    items = [told[pk] | {"hours": round(minutes / 60, 2)} for (_, pk), minutes in one.shares.items()]
    return resource_told(heat.resources[one.row], heat.projects) | {
        "first": heat.asked.first + timedelta(days=one.begin),
        "last": heat.asked.first + timedelta(days=one.end - 1),
        "over": round(float(heat.over[one.row, days].sum()) / 60, 2),
        "capacity": round(float(heat.capacity[one.row, days].sum()) / 60, 2),
        "items": sorted(items, key=in_order),
    }


def _at_best(heat: Heat, one: Stretch, told: Mapping[UUID, Values]) -> dict[str, Any]:
    """How many hours of work later a project ends if the item that can wait longest waits, by its slack alone."""
    over = float(heat.over[one.row, one.begin : one.end].sum())
    slacks = [told[pk]["slack_minutes"] for _, pk in one.shares]
    late = max(0.0, over - max(slacks)) if len(slacks) > 1 else 0.0
    return {"finish_later_hours": round(late / 60, 2)}


def items_told(heat: Heat, keys: Iterable[tuple[UUID, UUID]]) -> dict[UUID, dict[str, Any]]:
    """Items with their dates and slack, by id. Two queries."""
    wanted = set(keys)
    ids = [item_id for _, item_id in wanted]
    projects = {project_id for project_id, _ in wanted}
    dates = dates_in(projects)
    rows = WorkItem.objects.filter(pk__in=ids).values("id", "key", "title", "priority", "project_id")
    return {row["id"]: _told(heat, row, dates[str(row["id"])]) for row in rows}


def _told(heat: Heat, row: Values, dates: list[Any]) -> dict[str, Any]:
    return {
        "item": ref_of("work_item", row),
        "project": ref_of("project", heat.projects[row["project_id"]]),
        "start": dates[0],
        "finish": dates[1],
        "slack_minutes": dates[_SLACK],
        "critical": dates[_CRITICAL],
        "priority": row["priority"],
    }


def cell_of(heat: Heat) -> dict[str, Any]:
    """The items of one resource on the days of the map, the largest first."""
    days = np.arange(heat.over.shape[1])
    shares = shares_of(heat, 0, days)
    told = items_told(heat, shares)
    items = [told[item_id] | {"hours": round(minutes / 60, 2)} for (_, item_id), minutes in shares.items()]
    bookings = {
        item_id: (pk, units, booking)
        for pk, item_id, units, booking in Assignment.objects.filter(
            resource=heat.resources[0], item__in=[item_id for _, item_id in shares]
        ).values_list("pk", "item_id", "units", "booking")
    }
    for item in items:
        pk, units, booking = bookings[item["item"]["id"]]
        item |= {"assignment_id": pk, "units": units, "booking": booking}
    return resource_told(heat.resources[0], heat.projects) | {
        "capacity": round(float(heat.capacity.sum()) / 60, 2),
        "load": round(sum(item["hours"] for item in items), 2),
        "over": round(float(heat.over.sum()) / 60, 2),
        "items": sorted(items, key=lambda item: (-item["hours"], item["item"]["key"])),
    }
