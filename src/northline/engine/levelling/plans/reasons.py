"""Why tasks moved: the overload that a task would have made where its links let it start, or the links themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from northline.engine.calendars import from_minute, to_minute
from northline.engine.levelling.plans.kernels.shapes import LEVEL, REST
from northline.engine.levelling.plans.load import Busy, Load, TaskKey
from northline.engine.levelling.plans.prepare import Prepared
from northline.engine.levelling.plans.values import Move, Why
from northline.engine.model import Project, Task
from northline.engine.result import DriverKind, Schedule, ScheduledTask

Clash = tuple[str, int, int, list[TaskKey]]


def moves_of(
    plans: Sequence[Prepared], projects: tuple[Project, ...], dates: tuple[Schedule, ...], load: Load
) -> tuple[Move, ...]:
    """Every task whose start is not what it was, in the plans' order."""
    found = []
    for number, (p, project, plan) in enumerate(zip(plans, projects, dates, strict=True)):
        parents = {t.parent for t in project.tasks}
        for given, task in zip(p.given.tasks, project.tasks, strict=True):
            if task.id not in parents and plan[task.id].start != p.now[task.id].start:
                found.append(_move(p, number, given, task, load))
            elif p.roles[task.id] == REST and task.resume != given.resume:
                found += _put_off(p, number, given, task, load)
    return tuple(found)


def _put_off(p: Prepared, number: int, given: Task, task: Task, load: Load) -> Iterator[Move]:
    """What is left of begun work, where it is taken up later than before."""
    project, hours = load.projects[number], load.calendars[number]
    before = hours.taken_up(given, p.now[task.id].finish)
    after = hours.taken_up(task, load.dates[number][task.id].finish)
    if after > before:
        clash = _clash(number, given, p.now[task.id], load, since=before)
        yield _told(project, task, before, after, clash, otherwise=Why.LINK, rest=True)


def _move(p: Prepared, number: int, given: Task, task: Task, load: Load) -> Move:
    project, dates = load.projects[number], load.dates[number]
    before, after = p.now[task.id].start, dates[task.id].start
    if after < before:
        return Move(project.id, task.id, before, after, Why.EARLIER if given.levelling_delay else Why.LINK)
    if p.roles[task.id] == LEVEL and task.levelling_delay:
        since = dates[task.id].start - timedelta(minutes=task.levelling_delay)
        clash = _clash(number, task, dates[task.id], load, since=since)
        return _told(project, task, before, after, clash, otherwise=Why.LAG)
    driver = dates[task.id].driver
    if driver.kind is DriverKind.LINK and driver.link is not None:
        ahead = (project.links[driver.link].before,)
        return Move(project.id, task.id, before, after, Why.LINK, because_of=ahead)
    if p.given != project and task.duration != given.duration:
        return Move(project.id, task.id, before, after, Why.CHOICE)
    return Move(project.id, task.id, before, after, Why.LINK)


def _told(
    project: Project, task: Task, before: datetime, after: datetime, clash: Clash | None, *, otherwise: Why,
    rest: bool = False,
) -> Move:  # fmt: skip
    if clash is None:
        return Move(project.id, task.id, before, after, otherwise, rest=rest)
    resource, begin, end, others = clash
    names = tuple(t if q == project.id else f"{q}/{t}" for q, t in others)
    return Move(
        project.id, task.id, before, after, Why.RESOURCE, resource, from_minute(begin), from_minute(end), names, rest
    )  # fmt: skip


def _clash(number: int, task: Task, dates: ScheduledTask, load: Load, *, since: datetime) -> Clash | None:
    """The first overload that the task would make from `since` on, everybody else staying where they are."""
    project, hours = load.projects[number], load.calendars[number]
    low = to_minute(since)
    key = (project.id, task.id)
    span = to_minute(dates.finish) - to_minute(dates.start)
    for a in hours.assigned.get(task.id, ()):
        start = from_minute(low)
        until = dates.finish if task.actual_start else from_minute(low + span)
        mine = list(hours.stretches(project, task, a, start, until))
        last = max((b.end for b in mine), default=low)
        near = [b for b in load.between(a.resource, low, last) if b.task != key]
        for begin, end, others in _merged(load, a.resource, [*near, *mine], key):
            return a.resource, begin, end, others
    return None


def _merged(
    load: Load, resource: str, busy: list[Busy], key: TaskKey
) -> Iterator[tuple[int, int, list[TaskKey]]]:
    """Overloads in which `key` takes part, with the others, as long as the same others go on."""
    known: tuple[int, int, list[TaskKey]] | None = None
    for begin, end, _, _, tasks in load.over(resource, busy):
        if key not in tasks:
            continue
        others = [t for t in tasks if t != key]
        if known is not None and known[2] != others:
            break
        known = (known[0] if known else begin, end, others)
    if known is not None:
        yield known
