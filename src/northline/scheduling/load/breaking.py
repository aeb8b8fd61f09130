"""What an overload breaks: the engine computes the plans as they would be if work waited until somebody has room for it."""

from __future__ import annotations

import threading
from collections import OrderedDict, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any
from uuid import UUID

import numpy as np

from northline import engine
from northline.core.schemas import ref_of
from northline.delivery.models import WorkItem
from northline.engine.calendars import to_minute
from northline.scheduling.compute import FINISH, START, Dates, dates_of
from northline.scheduling.kept import dates_in
from northline.scheduling.load.building import Floats
from northline.scheduling.load.heat import SLACK, Heat
from northline.scheduling.load.overloads import (
    Key,
    Stretch,
    in_order,
    profile_of,
    shown,
    spans_of,
    stretches_of,
    told_of,
)
from northline.scheduling.plan import Plan, Values, load_many

NEVER_MOVES = 1_000
MOST_MOVES = 10
MOST_KEPT = 5_000
# So many plans are computed for one question, which takes about a second; the rest is for the next one.
MOST_AT_ONCE = 20

# By how many days each item of one project waits.
Waits = tuple[tuple[UUID, int], ...]
_kept: OrderedDict[tuple[UUID, Waits], tuple[int, Values | None]] = OrderedDict()
_lock = threading.Lock()


@dataclass(frozen=True, slots=True)
class Put:
    """An item that waits, from the day `since` of the map on by so many days."""

    key: Key
    since: int
    days: int


def overloads_breaking(heat: Heat, *, limit: int) -> dict[str, Any]:
    """How many overloads there are, and the largest of them with what they break; None of those for which too many plans
    would have to be computed now: whoever asks again is told. Three queries beside those of the map, and where nobody asked
    since a plan was edited, those of reading one plan."""
    spans = spans_of(heat)
    stretches = stretches_of(heat, spans[:limit])
    told = told_of(heat, stretches)
    broken = _broken_by(heat, stretches, told)
    items = [shown(heat, one, told) | {"breaks": found} for one, found in zip(stretches, broken, strict=True)]
    return {"count": len(spans), "items": items}


def _broken_by(
    heat: Heat, stretches: Sequence[Stretch], told: Mapping[UUID, Values]
) -> list[dict[str, Any] | None]:
    """For each overload what waits, and what comes of that."""
    held = _held(heat, stretches)
    puts = [_put_off(heat, one, told, held) for one in stretches]
    asked = [_by_project(found) for found in puts]
    results = _results(heat, list(dict.fromkeys(pair for one in asked for pair in one.items())))
    return [
        None
        if any(pair not in results for pair in one.items())
        else {
            "waits": [
                {
                    "item": told[one.key[1]]["item"],
                    "until": heat.asked.first + timedelta(days=one.since + one.days),
                }
                for one in put
            ],
            "projects": [found for pair in one.items() if (found := results[pair])],
            "remains": _remains(heat, stretch, put),
        }
        for stretch, put, one in zip(stretches, puts, asked, strict=True)
    ]


def _held(heat: Heat, stretches: Iterable[Stretch]) -> set[UUID]:
    """The items that do not wait: begun, dated by hand, or so urgent that nothing moves them."""
    ids = {item_id for one in stretches for _, item_id in one.shares}
    rows = WorkItem.objects.filter(pk__in=ids).values_list("pk", "actual_start", "manual", "priority")
    return {pk for pk, begun, manual, priority in rows if begun or manual or priority >= NEVER_MOVES}


def _put_off(heat: Heat, one: Stretch, told: Mapping[UUID, Values], held: set[UUID]) -> list[Put]:
    """Which items wait, whoever can wait longest first, until nothing of the overload is left."""
    load, capacity = heat.load[one.row].copy(), heat.capacity[one.row]
    found = []
    for key in sorted(one.shares, key=lambda key: in_order(told[key[1]])):
        if not (load[one.begin : one.end] - capacity[one.begin : one.end] > SLACK).any():
            break
        profile = profile_of(heat, one.row, key)
        since = int(np.argmax(profile > 0))
        there = None if key[1] in held else _room(load - profile, capacity, profile, since)
        if there is not None:
            first, moved = there
            load += moved - profile
            found.append(Put(key, since, first - since))
    return found


def _room(load: Floats, capacity: Floats, profile: Floats, since: int) -> tuple[int, Floats] | None:
    """The first day after `since` from which on the work fits beside the rest, and that work by day; what no day of the map
    has room for begins after its last one. None of what is too much for one day by itself."""
    busy = profile > 0
    with np.errstate(divide="ignore", invalid="ignore"):
        share = float(np.max(profile[busy] / capacity[busy]))
    if not share <= 1.0 + SLACK / 480:
        return None
    count = int(busy.sum())
    days = np.flatnonzero(capacity > 0)
    full = np.concatenate(([0], np.cumsum(load[days] + share * capacity[days] > capacity[days] + SLACK)))
    ends = np.minimum(np.arange(len(days)) + count, len(days))
    fits = np.flatnonzero((full[ends] == full[:-1]) & (days > since))
    moved = np.zeros_like(load)
    if not len(fits):
        return len(load), moved
    taken = days[fits[0] : fits[0] + count]
    moved[taken] = share * capacity[taken]
    return int(days[fits[0]]), moved


def _remains(heat: Heat, one: Stretch, put: Sequence[Put]) -> bool:
    """Is too much left though all waits that can?"""
    load = heat.load[one.row].copy()
    for each in put:
        load -= profile_of(heat, one.row, each.key)
    return bool((load - heat.capacity[one.row] > SLACK)[one.begin : one.end].any())


def _by_project(puts: Iterable[Put]) -> dict[UUID, Waits]:
    found: dict[UUID, list[tuple[UUID, int]]] = defaultdict(list)
    for one in puts:
        project_id, item_id = one.key
        found[project_id].append((item_id, one.days))
    return {project_id: tuple(sorted(waits)) for project_id, waits in found.items()}


def _results(heat: Heat, asked: Sequence[tuple[UUID, Waits]]) -> dict[tuple[UUID, Waits], Values | None]:
    """What comes of it in each project, the first ones first; again the same as long as its plan is as it was."""
    versions = {pair: heat.projects[pair[0]]["plan_version"] for pair in asked}
    with _lock:
        found = {pair: _kept[pair][1] for pair in asked if _kept.get(pair, (-1,))[0] == versions[pair]}
    missing = [pair for pair in asked if pair not in found][:MOST_AT_ONCE]
    if missing:
        projects = {project_id for project_id, _ in missing}
        plans, dates = load_many(projects), dates_in(projects)
        for pair in missing:
            found[pair] = _consequences(plans[pair[0]], pair[1], dates)
        with _lock:
            _kept.update((pair, (versions[pair], found[pair])) for pair in missing)
            while len(_kept) > MOST_KEPT:
                _kept.popitem(last=False)
    return found


def _consequences(plan: Plan, waits: Waits, dates: Mapping[str, Dates]) -> Values | None:
    """How the plan would go: its finish, what moves, which deadlines are missed then. None where it cannot be computed."""
    items = dict(plan.items)
    for item_id, days in waits:
        items[item_id] = items[item_id] | {"levelling_delay_minutes": _delay(items[item_id], days, dates)}
    changed = Plan(
        plan.project, items, plan.links, plan.calendars, plan.resources, plan.assignments, plan.crossing,
        plan.children, plan.memory,
    )  # fmt: skip
    try:
        _, finish, now = dates_of(changed, changed.outline())
    except engine.PlanError:
        return None
    was_finish = max((dates[pk][FINISH] for pk in now if pk in dates), default=finish)
    moved = [
        _moved(items[UUID(pk)], dates[pk], now[pk])
        for pk in now
        if pk in dates and now[pk][FINISH] != dates[pk][FINISH] and items[UUID(pk)]["type"] != "summary"
    ]
    moved.sort(key=lambda one: (one["start"], one["item"]["key"]))
    missed = [
        one for one in moved if one["deadline"] and one["was_finish"] <= one["deadline"] < one["finish"]
    ]
    deadline = plan.project["deadline"]
    return {
        "project": ref_of("project", plan.project),
        "finish": finish,
        "was_finish": was_finish,
        "deadline": deadline,
        "misses_deadline": bool(deadline and was_finish <= deadline < finish),
        "moved": len(moved),
        "moves": moved[:MOST_MOVES],
        "missed": missed,
    }


def _delay(item: Values, days: int, dates: Mapping[str, Dates]) -> int:
    """The clock minutes by which levelling pushes an item that begins so many days later, in the morning."""
    start = datetime.fromisoformat(dates[str(item["id"])][START])
    later = datetime.combine(start.date() + timedelta(days=days), time())
    delay: int = item["levelling_delay_minutes"]
    return delay + to_minute(later) - to_minute(start)


def _moved(item: Values, was: Dates, now: Dates) -> Values:
    return {
        "item": ref_of("work_item", item),
        "start": now[START],
        "finish": now[FINISH],
        "was_start": was[START],
        "was_finish": was[FINISH],
        "deadline": item["deadline"],
    }
