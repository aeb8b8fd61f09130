"""Not one plan but a short list with prices: faster, calmer, within slack, with overtime or one more person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import pairwise
from time import perf_counter

from northline.engine.calendars import from_minute
from northline.engine.costs import overtime_rate
from northline.engine.feasible.reading import Reading
from northline.engine.levelling.plans.level import AS_EVER, level
from northline.engine.levelling.plans.load import Load
from northline.engine.levelling.plans.pool import capacity_on
from northline.engine.levelling.plans.uses import SCALE
from northline.engine.levelling.plans.values import Goal, Levelled, LevelOptions
from northline.engine.model import Minutes, Project, Resource
from northline.engine.overtime import longer_days

MOST_BOTTLENECKS = 3
OVERTIME, WHOLE = Minutes(120), 1.0


@dataclass(frozen=True)
class Alternative:
    """One way out: the plan and its price.

    `extra` are units added to resources (of longer days their share of a day), `extra_hours` the hours worked beyond what is
    there today, `cost` those hours at the overtime rate (longer days) or the ordinary one (a unit) in the plan's currency. `shift` is
    minutes on the clock by which starts differ from the current plan, `overloads` how many are left.
    """

    name: str
    levelled: Levelled
    finish: datetime
    extra: tuple[tuple[str, float], ...]
    extra_hours: float
    cost: float
    tasks_moved: int
    shift: int
    overloads: int


def alternatives(
    projects: Project | Sequence[Project],
    *,
    found: Levelled | None = None,
    options: LevelOptions = AS_EVER,
    seconds: float = 10.0,
    work: int | None = None,
    seed: int = 0,
    clock: Callable[[], float] = perf_counter,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[Alternative, ...]:
    """Plans of which none is better than another in every respect, the earliest finish first; of several projects each
    is a plan of all of them, in which who is added, or works longer, does so for all.

    `found` is the fastest plan if it is known already; the others share `seconds` or get `work` schedules each.
    Tried besides: within the slack there is (told only if that suffices), closest to the current plan, and two hours of overtime a day for, or
    one more of, each of the three resources that hold up most tasks (told only if the plan is less late or ends earlier for it, or if at most half
    as many tasks move).

    >>> from northline.engine import Assignment, Minutes, Resource, Task, standard_calendar
    >>> ann = Resource(id="ann", cost_per_hour=50, overtime_per_hour=75)
    >>> shed = Project(id="p", name="", start=datetime(2026, 3, 2, 8), calendars=(standard_calendar(),),
    ...     tasks=(Task(id="a", duration=Minutes(480)), Task(id="b", duration=Minutes(480))),
    ...     resources=(ann,), assignments=(Assignment("a", "ann"), Assignment("b", "ann")))
    >>> [(a.name, a.cost, a.finish.day) for a in alternatives(shed, work=5)]
    [('1 more of ann', 400.0, 2), ('2 hours of overtime a day for ann', 150.0, 3), ('fastest', 0.0, 3)]
    """

    given = (projects,) if isinstance(projects, Project) else tuple(projects)

    def solve(plans: Sequence[Project], wish: LevelOptions, share: float) -> Levelled:
        return level(
            plans, options=wish, seconds=share, work=work, seed=seed, clock=clock, cancelled=cancelled
        )

    share = max(0.05, seconds / (MOST_BOTTLENECKS * 2 + (2 if found else 3)))
    fastest = found or solve(given, options, share)
    tried = [_priced("fastest", fastest, given, ())]
    for name, wish in (
        ("within slack", replace(options, within_slack=True)),
        ("closest to the current plan", replace(options, goal=Goal.STABILITY)),
    ):
        tried.append(_priced(name, solve(given, wish, share), given, ()))
    for resource in _bottlenecks(fastest):
        who = resource.name or resource.id
        longer = _longer(given, resource, fastest)
        if longer is not None:
            more = solve(longer, options, share)
            part = OVERTIME / _first_with(given, resource).minutes_per_day
            tried.append(
                _priced(
                    f"{OVERTIME // 60} hours of overtime a day for {who}",
                    more,
                    given,
                    ((resource.id, part),),
                )
            )
        more = solve([_reinforced(one, resource) for one in given], options, share)
        tried.append(_priced(f"1 more of {who}", more, given, ((resource.id, WHOLE),)))
    # A plan that leaves more overloads than need be is no way out, however close it is to the current one.
    tried = [a for a in tried if a.overloads <= tried[0].overloads and (not a.extra or _pays(a, tried[0]))]
    return tuple(sorted(_undominated(tried), key=lambda a: (a.finish, a.cost)))


def _bottlenecks(found: Levelled) -> Iterator[Resource]:
    """Whom most delay is waited for."""
    waited: Counter[str] = Counter()
    for move in found.moves:
        if move.resource is not None:
            waited[move.resource] += max(0, move.minutes)
    resources = _resources(found.projects)
    for name, _ in sorted(waited.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_BOTTLENECKS]:
        yield resources[name]


def _resources(projects: Sequence[Project]) -> dict[str, Resource]:
    """By id; of a resource that several share as the first of them has it, which is how it is levelled."""
    return {r.id: r for project in reversed(projects) for r in project.resources}


def _first_with(projects: Sequence[Project], resource: Resource) -> Project:
    return next(one for one in projects if any(r.id == resource.id for r in one.resources))


def _longer(projects: Sequence[Project], resource: Resource, fastest: Levelled) -> tuple[Project, ...] | None:
    """Longer days for a resource as long as the plans last without them; None where they are no way out for one."""
    first = min(dates.start for dates in fastest.schedules).date()
    made = []
    for project in projects:
        mine = next((r for r in project.resources if r.id == resource.id), None)
        longer = mine and longer_days(
            project, mine, minutes=OVERTIME, first=first, last=fastest.finish.date()
        )
        if mine and longer is None:
            return None
        made.append(longer or project)
    return tuple(made)


def _reinforced(project: Project, resource: Resource) -> Project:
    return replace(
        project, resources=tuple(_one_more(r) if r.id == resource.id else r for r in project.resources)
    )


def _one_more(resource: Resource) -> Resource:
    return replace(
        resource,
        capacity=resource.capacity + WHOLE,
        availability=tuple(replace(a, units=a.units + WHOLE) for a in resource.availability),
    )


def _priced(
    name: str, found: Levelled, projects: Sequence[Project], extra: tuple[tuple[str, float], ...]
) -> Alternative:
    hours = cost = 0.0
    resources = _resources(projects)
    for who, units in extra:
        there, longer = resources[who], units < WHOLE
        worked = _hours_after(found, there) if longer else _hours_beyond(found, there)
        rate = overtime_rate(there) if longer else there.cost_per_hour
        hours += worked
        cost += worked * rate
    shift, moved = found.shift, len(found.moves)
    return Alternative(name, found, found.finish, extra, hours, cost, moved, shift, len(found.overloads))


def _hours_after(found: Levelled, resource: Resource) -> float:
    """Hours of work, by so many units, that lie outside the hours that the resource has today."""
    project = _first_with(found.projects, resource)
    today = Reading(project, found.schedules[found.projects.index(project)]).hours(resource.calendar)
    busy = Load(found.projects, found.schedules).busy(resource.id)
    return sum((b.end - b.begin - today.worked(b.begin, b.end)) * b.need for b in busy) / SCALE / 60


def _hours_beyond(found: Levelled, resource: Resource) -> float:
    """Hours that the plan needs of a resource beyond what is there today."""
    load = Load(found.projects, found.schedules)
    minutes = 0.0
    marks = sorted({m for b in load.busy(resource.id) for m in (b.begin, b.end)})
    for begin, end in pairwise(marks):
        needed = sum(b.need for b in load.busy(resource.id) if b.begin <= begin < b.end) / SCALE
        minutes += max(0.0, needed - capacity_on(resource, from_minute(begin).date())) * (end - begin)
    return minutes / 60


def _pays(more: Alternative, fastest: Alternative) -> bool:
    """Does it bring anything that somebody is given more work?"""
    sooner = (more.levelled.tardiness, more.finish) < (fastest.levelled.tardiness, fastest.finish)
    return sooner or more.tasks_moved * 2 <= fastest.tasks_moved


def _undominated(tried: list[Alternative]) -> list[Alternative]:
    """Those that no other beats in something and equals in the rest; of equals the first."""
    figures = [
        (
            *(a.overloads, a.levelled.tardiness, a.finish.timestamp()),
            *(a.cost, a.extra_hours, a.tasks_moved, a.shift),
        )
        for a in tried
    ]
    kept = []
    for place, mine in enumerate(figures):
        others = [f for n, f in enumerate(figures) if n != place and (f != mine or n < place)]
        if not any(all(x <= y for x, y in zip(f, mine, strict=True)) for f in others):
            kept.append(tried[place])
    return kept
