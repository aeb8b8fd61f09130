"""Plans in one order, however their parts were listed, and the answer for them in the order of the caller.

The search draws by place and breaks ties by place: with places told by ids alone, so is the answer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from northline.engine.cpm import schedule
from northline.engine.levelling.plans.values import Levelled, LevelOptions
from northline.engine.model import Assignment, Calendar, Demand, Link, Project, Resource, Task
from northline.engine.natural import natural

Row = TypeVar("Row", Link, Assignment, Demand)
Named = TypeVar("Named", Task, Resource, Calendar)


def in_canonical_order(project: Project) -> Project:
    """The plan with its tasks, people and calendars by id and its other rows by what they say; itself where it is so
    already."""
    tasks, people = _by_id(project.tasks), _by_id(project.resources)
    turn = {t.id: n for n, t in enumerate(tasks)}
    who = {r.id: n for n, r in enumerate(people)}
    ordered: dict[str, Any] = {
        "tasks": tasks,
        "resources": people,
        "calendars": _by_id(project.calendars),
        "links": _by_ends(project.links, [(turn[x.before], turn[x.after]) for x in project.links]),
        "assignments": _by_ends(
            project.assignments, [(turn[a.task], who[a.resource]) for a in project.assignments]
        ),
        "demands": _by_ends(project.demands, [(turn[d.task], 0) for d in project.demands]),
    }
    same = all(_alike(getattr(project, name), rows) for name, rows in ordered.items())
    return project if same else replace(project, **ordered)


def as_given(
    found: Levelled, given: Sequence[Project], ordered: Sequence[Project], options: LevelOptions
) -> Levelled:
    """The answer for the plans in order, with every list in the order of the plans given."""
    if all(a is b for a, b in zip(given, ordered, strict=True)):
        return found
    projects, dates = [], []
    for mine, theirs, answer, plan in zip(given, ordered, found.projects, found.schedules, strict=True):
        again = answer if mine is theirs else _as_listed(answer, mine)
        projects.append(again)
        dates.append(plan if again is answer else schedule(again, status_date=options.status_date))
    places = {(p.id, t.id): (n, i) for n, p in enumerate(given) for i, t in enumerate(p.tasks)}
    links = {(p.id, x.before, x.after): i for p in given for i, x in enumerate(p.links)}
    return replace(
        found,
        projects=tuple(projects),
        schedules=tuple(dates),
        moves=tuple(sorted(found.moves, key=lambda m: places[m.project, m.task])),
        interruptions=tuple(sorted(found.interruptions, key=lambda b: places[b.project, b.task])),
        broken_lags=tuple(sorted(found.broken_lags, key=lambda b: links[b.project, b.before, b.after])),
    )


def _as_listed(answer: Project, given: Project) -> Project:
    """A levelled plan with its rows as they were listed, people whom levelling added after the others."""
    tasks = {t.id: t for t in answer.tasks}
    places: dict[Assignment | tuple[str, str], int] = {}
    for place, one in enumerate(given.assignments):
        places.setdefault(one, place)
        places.setdefault((one.task, one.resource), place)

    def place_of(one: Assignment) -> int:
        return places.get(one, places.get((one.task, one.resource), len(places)))

    return replace(
        answer,
        tasks=tuple(tasks[t.id] for t in given.tasks),
        resources=given.resources,
        calendars=given.calendars,
        links=given.links,
        assignments=tuple(sorted(answer.assignments, key=place_of)),
        demands=given.demands,
    )


def _by_id(rows: tuple[Named, ...]) -> tuple[Named, ...]:
    return tuple(sorted(rows, key=lambda row: natural(row.id)))


def _by_ends(rows: tuple[Row, ...], ends: list[tuple[int, int]]) -> tuple[Row, ...]:
    """Rows by the two places that they name; rows that share both by all that they say."""
    many = Counter(ends)
    keyed = [
        (end, repr(row) if many[end] > 1 else "", n)
        for n, (end, row) in enumerate(zip(ends, rows, strict=True))
    ]
    return tuple(rows[n] for _, _, n in sorted(keyed))


def _alike(rows: Iterable[object], others: Iterable[object]) -> bool:
    return all(a is b for a, b in zip(rows, others, strict=True))
