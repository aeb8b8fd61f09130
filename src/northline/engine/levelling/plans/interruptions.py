"""Where levelling interrupts tasks, and for whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from northline.engine.calendars import from_minute, to_minute
from northline.engine.levelling.plans.load import Load
from northline.engine.levelling.plans.prepare import Prepared
from northline.engine.levelling.plans.uses import begin_of, stretches
from northline.engine.levelling.plans.values import Interruption
from northline.engine.levelling.plans.ways import Way
from northline.engine.model import Assignment, Project, Task


def interruptions_of(
    plans: Sequence[Prepared], projects: tuple[Project, ...], load: Load
) -> tuple[Interruption, ...]:
    """Every break that the given plans do not have, in the plans' order."""
    found: list[Interruption] = []
    for number, (p, project) in enumerate(zip(plans, projects, strict=True)):
        for given, task in zip(p.given.tasks, project.tasks, strict=True):
            if task.splits != given.splits:
                found += _breaks(number, project, given, task, load)
    return tuple(found)


def _breaks(number: int, project: Project, given: Task, task: Task, load: Load) -> Iterator[Interruption]:
    hours, dates = load.calendars[number], load.dates[number][task.id]
    mine = [a for a in project.assignments if a.task == task.id and a.units and a.resource in hours.number]
    way = Way("", task.duration, tuple(mine))
    done = begin_of(task, way, set(hours.number))
    begin = to_minute(hours.taken_up(task, dates.finish) if task.actual_start else dates.start)
    gone = 0
    for split in task.splits:
        if split.after < done:
            continue
        worked = split.after - done + gone
        gone += split.length
        if split in given.splits:
            continue
        calendar = stretches(task, way, mine[0], hours.number[mine[0].resource], hours.book)[0][0]
        since = hours.shifted(begin, worked, calendar, as_start=False) if worked else begin
        until = hours.shifted(begin, worked + split.length, calendar)
        who, others = _needed(project, task, mine, since, until, load)
        yield Interruption(project.id, task.id, from_minute(since), from_minute(until), who, others)


def _needed(
    project: Project, task: Task, mine: Sequence[Assignment], since: int, until: int, load: Load
) -> tuple[str, tuple[str, ...]]:
    """Who of the task's people does what else meanwhile; the first of them if nobody does."""
    for a in mine:
        others = {
            b.task
            for b in load.busy(a.resource)
            if b.begin < until and b.end > since and b.task != (project.id, task.id)
        }
        if others:
            return a.resource, tuple(t if q == project.id else f"{q}/{t}" for q, t in sorted(others))
    return mine[0].resource, ()
