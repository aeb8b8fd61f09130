"""The checks behind the plan's values: dates, working hours, references, parents."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from northline.engine.errors import (
    BadCalendar,
    BadDate,
    DuplicateId,
    ImpossibleConstraint,
    ParentLoop,
    UnknownId,
)

if TYPE_CHECKING:
    from northline.engine.model import Link, Project, Task, WorkInterval

FIRST_YEAR, LAST_YEAR = 1900, 2999


def check_references(project: Project) -> None:
    tasks = _ids("task", [t.id for t in project.tasks])
    calendars = _ids("calendar", [c.id for c in project.calendars])
    resources = _ids("resource", [r.id for r in project.resources])
    _refuse_unknown("The project", "calendar", [project], ["calendar"], calendars)
    _refuse_unknown("Task {0.id}", "calendar", project.tasks, ["calendar"], calendars)
    _refuse_unknown("Task {0.id}", "parent", project.tasks, ["parent"], tasks)
    _refuse_unknown("Resource {0.id}", "calendar", project.resources, ["calendar"], calendars)
    between = "The link from {0.before} to {0.after}"
    _refuse_unknown(between, "task", project.links, ["before", "after"], tasks)
    staffed = "The assignment of {0.resource} to {0.task}"
    _refuse_unknown(staffed, "task", project.assignments, ["task"], tasks)
    _refuse_unknown(staffed, "resource", project.assignments, ["resource"], resources)
    _refuse_unknown("The demand for {0.skill}", "task", project.demands, ["task"], tasks)
    needs = [_Need(t.id, i) for t in project.tasks for m in t.modes for i, _ in m.needs]
    _refuse_unknown("A mode of task {0.task}", "resource", needs, ["resource"], resources)


class _Need(NamedTuple):
    """A resource that a mode of a task needs."""

    task: str
    resource: str


def _ids(noun: str, ids: Sequence[str]) -> set[str]:
    known = set(ids)
    if len(known) < len(ids):
        seen: set[str] = set()
        twice = [i for i in ids if i in seen or seen.add(i)]  # type: ignore[func-returns-value]
        raise DuplicateId(
            f"The plan has {noun} {twice[0]} twice. Give one of them another id.", ids=sorted(set(twice))
        )
    return known


def _refuse_unknown(
    who: str, noun: str, owners: Sequence[Any], fields: Sequence[str], known: set[str]
) -> None:
    missing = {i for field in fields for i in map(attrgetter(field), owners)} - known - {None}
    if missing:
        first = min(missing)
        owner = next(o for o in owners if first in [getattr(o, field) for field in fields])
        raise UnknownId(
            f"{who.format(owner)} names {noun} {first}, which is not in the plan. Add it, or name one that is there.",
            ids=sorted(missing),
        )


def refuse_parent_loops(tasks: Sequence[Task]) -> None:
    parents = {t.parent for t in tasks}
    # Only what others stand below can lie inside itself.
    parent = {t.id: t.parent for t in tasks if t.id in parents}
    safe: set[str] = set()
    for task_id in parent:
        trail: list[str] = []
        on_trail: set[str] = set()
        here: str | None = task_id
        while here is not None and here not in safe:
            if here in on_trail:
                loop = trail[trail.index(here) :]
                raise ParentLoop(
                    f"Task {here} lies inside itself: {' in '.join([*loop, here])}. Give one of them another parent.",
                    ids=loop,
                )
            trail.append(here)
            on_trail.add(here)
            here = parent[here]
        safe.update(trail)


def refuse_overlap(intervals: Sequence[WorkInterval], name: str) -> None:
    for before, after in pairwise(intervals):
        if after.start_minute < before.end_minute:
            raise BadCalendar(f"Working hours of {name!r} overlap or are not in order.")


def refuse_bad_rule(rule: str, name: str) -> None:
    if not rule:
        return
    from dateutil.rrule import rrulestr  # noqa: PLC0415  few calendars have rules, and all would pay for it

    try:
        rrulestr(rule, dtstart=datetime(2000, 1, 1))
    except (ValueError, TypeError) as error:
        raise BadCalendar(f"Exception {name!r} recurs by a rule that cannot be read: {rule}.") from error


def refuse_bad_date(day: datetime | None, task_id: str = "") -> None:
    if day is None:
        return
    ids = [task_id] if task_id else []
    if day.tzinfo is not None:
        raise BadDate(
            f"{day} carries a time zone; plans are in local time. Leave the zone out.",
            ids=[task_id] if task_id else [],
        )
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise BadDate(f"{day} lies outside {FIRST_YEAR} to {LAST_YEAR}. Name a day in between.", ids=ids)


def refuse_backwards(start: datetime | None, finish: datetime | None, task: Task) -> None:
    if start is not None and finish is not None and finish < start:
        raise BadDate(
            f"Task {task.name!r} finishes before it starts. Correct one of the dates.", ids=[task.id]
        )


def refuse_crossed_lags(link: Link) -> None:
    """A longest lag below the shortest one can never be kept; other units are compared once there are dates."""
    longest = link.longest
    if longest is not None and longest.unit is link.lag.unit and longest.amount < link.lag.amount:
        raise ImpossibleConstraint(
            f"Link {link.kind} from {link.before} to {link.after} asks for a lag of at least {link.lag.amount} and at "
            f"most {longest.amount}. Lengthen the longest lag or shorten the lag.",
            ids=[link.before, link.after],
        )
