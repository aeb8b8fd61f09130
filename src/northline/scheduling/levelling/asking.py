"""From the rows of several projects to the plans that the engine levels together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

import numpy as np

from northline import engine
from northline.delivery.models import Assignment, Project, Resource, ResourceRate
from northline.engine.levelling.plans import Goal, LevelOptions
from northline.scheduling.compile import compiled
from northline.scheduling.kept import Kept, kept_of
from northline.scheduling.levelling.values import worths_of
from northline.scheduling.load.entries import entries_of, projects_in
from northline.scheduling.load.heat import Asked, add, capacity_of
from northline.scheduling.plan import Placed, Plan, Values, load
from northline.scheduling.rates import priced, rates_on

NEVER_MOVES = 1000
STAND_IN = "asked for: "
# As many units as all that is asked of one resource at once can take.
ENOUGH = 10_000.0
# How long after the last finish of today people elsewhere are reckoned with: levelling moves work to later.
AFTER = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Asking:
    """One project as it is levelled: its rows, its dates as they are kept, the engine's project, and what it is worth
    where projects are weighed by that."""

    plan: Plan
    outline: list[Placed]
    kept: Kept
    project: engine.Project
    worth: Values | None = None

    @property
    def id(self) -> UUID:
        found: UUID = self.plan.project["id"]
        return found


def asked_of(project_ids: Sequence[UUID], *, by_value: bool = False, soft: bool = True) -> list[Asking]:
    """The projects, the most important first, with what their people do in others taken off their capacity.

    `by_value`: their order counts for nothing, and each is weighed by what it is worth. Without `soft` only what is
    promised takes anybody's time.
    """
    loaded = [_loaded(project_id) for project_id in project_ids]
    if by_value:
        loaded = [replace(one, worth=worth) for one, worth in zip(loaded, _worths(loaded), strict=True)]
    priorities = [[task.priority for task in one.project.tasks] for one in loaded]
    ranks = [{each: each for each in mine} for mine in priorities] if by_value else ranked(priorities)
    rates = _rates(loaded)
    busy = _busy_elsewhere(loaded, soft=soft)
    return [
        replace(one, project=_prepared(one, rank, rates, busy, soft=soft))
        for one, rank in zip(loaded, ranks, strict=True)
    ]


def _worths(loaded: Sequence[Asking]) -> list[Values]:
    return worths_of([one.plan.project for one in loaded], {one.id: one.kept.finish for one in loaded})


def _loaded(project_id: UUID) -> Asking:
    plan = load(project_id)
    outline = plan.outline()
    return Asking(plan, outline, kept_of(plan), compiled(plan, outline, plan.live_links()))


def ranked(priorities: Sequence[Sequence[int]]) -> list[dict[int, int]]:
    """For each project the priorities that its tasks get beside the others: every task of a more important project
    goes before those of the next, and within a project nothing changes. What never moves stays so.

    >>> ranked([[500, 700], [1000, 500]])
    [{500: 1, 700: 2}, {500: 0, 1000: 1000}]
    """
    if len(priorities) == 1:
        return [{one: one for one in priorities[0]}]
    steps = sorted(
        {(-number, one) for number, mine in enumerate(priorities) for one in mine if one < NEVER_MOVES}
    )
    # More steps than there are priorities: neighbours then share one.
    width = max(1, -(-len(steps) // NEVER_MOVES))
    found = {step: place // width for place, step in enumerate(steps)}
    return [
        {one: found.get((-number, one), NEVER_MOVES) for one in sorted(set(mine))}
        for number, mine in enumerate(priorities)
    ]


def _prepared(
    one: Asking,
    rank: Mapping[int, int],
    rates: Mapping[str, ResourceRate],
    busy: Mapping[str, Any],
    *,
    soft: bool,
) -> engine.Project:
    deadline = one.worth["due"] if one.worth else one.plan.project["deadline"]
    project = one.project if soft else without_asked_for(one.project, _asked_for(one.plan))
    return replace(
        project,
        tasks=tuple(replace(task, priority=rank[task.priority]) for task in project.tasks),
        resources=tuple(_resource(found, rates, busy) for found in project.resources),
        deadline=datetime.fromisoformat(deadline) if deadline else None,
        weight=one.worth["weight"] if one.worth else one.project.weight,
    )


def _asked_for(plan: Plan) -> set[tuple[str, str]]:
    """Item and resource of every booking that is not promised."""
    return {
        (plan.items[row["item_id"]]["key"], str(row["resource_id"]))
        for row in plan.live_assignments()
        if row["booking"] == "soft"
    }


def without_asked_for(project: engine.Project, asked_for: set[tuple[str, str]]) -> engine.Project:
    """The project in which these bookings take nobody's time. They still say how long their work takes and by whose
    calendar, so a stand-in with time for all of it does them."""
    if not asked_for:
        return project
    assignments = tuple(
        replace(one, resource=STAND_IN + one.resource) if (one.task, one.resource) in asked_for else one
        for one in project.assignments
    )
    named = {resource for _, resource in asked_for}
    stand_ins = tuple(
        replace(one, id=STAND_IN + one.id, capacity=ENOUGH, availability=())
        for one in project.resources
        if one.id in named
    )
    return replace(project, resources=project.resources + stand_ins, assignments=assignments)


def _resource(
    found: engine.Resource, rates: Mapping[str, ResourceRate], busy: Mapping[str, Any]
) -> engine.Resource:
    found = priced(found, rates.get(found.id))
    return replace(found, availability=busy[found.id]) if found.id in busy else found


def _rates(asked: Sequence[Asking]) -> dict[str, ResourceRate]:
    ids = {row["id"] for one in asked for row in one.plan.resources}
    return rates_on(date.today(), ResourceRate.objects.filter(resource__in=ids))


def _busy_elsewhere(asked: Sequence[Asking], *, soft: bool) -> dict[str, tuple[engine.Availability, ...]]:
    """What is left of the workspace's people on each day, beside projects that are not levelled: six queries."""
    mine = {one.id for one in asked}
    on_them = {row["id"] for one in asked for row in one.plan.resources}
    workspace = asked[0].plan.project["workspace_id"]
    shared = list(
        Resource.objects.filter(pk__in=on_them, project=None, workspace_id=workspace).select_related(
            "role", "team"
        )
    )
    if not shared:
        return {}
    rows = Project.objects.filter(workspace_id=workspace, archived_at=None)
    projects = {row["id"]: row for row in projects_in(rows)}
    theirs = Assignment.objects.filter(resource__in=[row.pk for row in shared]).order_by()
    at_work = set(theirs.values_list("project", flat=True).distinct()) - mine
    others = [row for pk, row in projects.items() if pk in at_work]
    first = min(datetime.fromisoformat(one.kept.start).date() for one in asked)
    last = max(datetime.fromisoformat(one.kept.finish).date() for one in asked) + AFTER
    last = min(last, first + timedelta(days=1_000))
    span = Asked(first, last)
    there = capacity_of(shared, span, projects)
    used, only_asked_for = np.zeros_like(there), np.zeros_like(there)
    row_of = {row.pk: number for number, row in enumerate(shared)}
    for found in entries_of(others).values():
        add(found, row_of, span, used, only_asked_for)
    if soft:
        used += only_asked_for
    return {
        str(row.pk): _left(row, first, there[number], used[number])
        for number, row in enumerate(shared)
        if used[number].any()
    }


def _left(row: Resource, first: date, there: Any, used: Any) -> tuple[engine.Availability, ...]:
    """The units left of a resource, in runs of days with the same."""
    steps: list[engine.Availability] = []
    for number in np.flatnonzero(used):
        day = first + timedelta(days=int(number))
        share = used[number] / there[number] if there[number] else 1.0
        capacity = next(
            (one["units"] for one in row.capacity_steps if one["first"] <= str(day) <= one["last"]),
            row.capacity,
        )
        units = round(max(0.0, capacity * (1 - share)), 4)
        if steps and steps[-1].units == units and steps[-1].last == day - timedelta(days=1):
            steps[-1] = replace(steps[-1], last=day)
        else:
            steps.append(engine.Availability(day, day, units))
    rest = (
        engine.Availability(date.fromisoformat(one["first"]), date.fromisoformat(one["last"]), one["units"])
        for one in row.capacity_steps
    )
    return (*steps, *rest)


def options_of(options: Mapping[str, Any]) -> LevelOptions:
    """What was asked, as the engine takes it."""
    first, last = options["first"], options["last"]
    return LevelOptions(
        within_slack=options["within_slack"],
        first=datetime.combine(date.fromisoformat(first), time()) if first else None,
        last=datetime.combine(date.fromisoformat(last), time(23, 59)) if last else None,
        keep_delays=options["keep_delays"],
        goal=Goal(options["goal"]),
        move_remaining=options["move_remaining"],
        may_split=options["may_split"],
    )
