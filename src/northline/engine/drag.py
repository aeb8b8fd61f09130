"""Drag: how much a task alone delays the end of the project.

Devaux, *Total Project Control* (1999): the drag of a critical task is its duration, or the least slack of the
tasks parallel to it (neither before nor after it on any way), whichever is less. That is exact where all work
runs on one calendar through finish-to-start links without lag (a lag beside a task is no task, yet takes time)
and nothing else fixes dates; then it takes one walk over the plan. Anywhere else each task on the driving chain
is set to no time, and what that moves is computed anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from graphlib import TopologicalSorter

from northline.engine.cpm import schedule
from northline.engine.explain.chain import as_early_as_possible
from northline.engine.explain.changes import shortened
from northline.engine.feasible.hours import minute_of
from northline.engine.feasible.reading import Reading
from northline.engine.model import ConstraintKind, LinkKind, Minutes, Project, Task
from northline.engine.paths import critical_path
from northline.engine.remaining import with_remaining_work
from northline.engine.result import Schedule
from northline.engine.scheduler import Scheduler


class DragMethod(StrEnum):
    """How a drag was found."""

    PARALLEL_SLACK = "parallel_slack"
    RESCHEDULED = "rescheduled"


@dataclass(frozen=True, slots=True)
class Drag:
    """Working minutes of the project's calendar by which the end would come earlier without this task."""

    task: str
    minutes: Minutes
    method: DragMethod


def drags(project: Project, plan: Schedule, *, status_date: datetime | None = None) -> tuple[Drag, ...]:
    """The drag of each unfinished task on the driving chain, largest first; all other tasks have none.

    Of begun work only what is left counts. For a plan laid from its finish: by how much it could begin
    later.

    >>> from northline.engine import Link, Task, schedule, standard_calendar
    >>> shed = Project(id="p", name="", start=datetime(2026, 3, 2, 8), calendars=(standard_calendar(),),
    ...     tasks=tuple(Task(id=i, duration=Minutes(480 * n)) for i, n in (("a", 3), ("b", 5), ("c", 2))),
    ...     links=(Link("a", "b"), Link("c", "b")))
    >>> [(d.task, d.minutes, d.method.value) for d in drags(shed, schedule(shed))]
    [('b', 2400, 'parallel_slack'), ('a', 480, 'parallel_slack')]
    """
    project = with_remaining_work(project)
    chain = _candidates(project, plan, status_date)
    if status_date is None and _uniform(project):
        found = list(_by_rule(project, plan, chain))
    else:
        found = list(_by_scheduling(project, plan, chain, status_date))
    return tuple(sorted(found, key=lambda d: (-d.minutes, d.task)))


def without(project: Project, task_id: str) -> Project:
    """The plan with a task that takes no time, or no more time if it is begun."""
    made = copy(project)
    # A plan checks itself when it is made, slowly for ten thousand tasks; another duration breaks no reference.
    object.__setattr__(made, "tasks", tuple(_gone(t) if t.id == task_id else t for t in project.tasks))
    return made


def _gone(task: Task) -> Task:
    if task.actual_start is None:
        return shortened(task, Minutes(0))
    rest = task.remaining_duration
    left = round(task.duration * (100 - task.percent_complete) / 100) if rest is None else rest
    return replace(task, duration=Minutes(max(0, task.duration - left)), remaining_duration=Minutes(0))


def _candidates(project: Project, plan: Schedule, status_date: datetime | None) -> list[Task]:
    """A task off the one chain that drives the finish has no drag: without it that chain still stands."""
    tasks = {t.id: t for t in project.tasks}
    ids = dict.fromkeys(critical_path(project, plan, status_date=status_date))
    if _looks_ahead(project):
        # Tasks that hang from the end move with it, so the chains of the early dates count as well.
        early = as_early_as_possible(project, plan)
        ids |= dict.fromkeys(critical_path(early, schedule(early, status_date=status_date)))
        ids |= dict.fromkeys(t.id for t in plan if t.critical and not t.summary)
    return [tasks[i] for i in ids if tasks[i].duration and tasks[i].actual_finish is None]


def _looks_ahead(project: Project) -> bool:
    late = any(t.constraint.kind is ConstraintKind.ALAP or t.hammock for t in project.tasks)
    return late or not project.schedule_from_start


def _by_scheduling(
    project: Project, plan: Schedule, chain: list[Task], status_date: datetime | None
) -> Iterator[Drag]:
    """Take each task's time away in turn, and follow what that moves."""
    if not chain:
        return
    hours, held = Reading(project, plan).hours(None), Scheduler(project, status_date=status_date)
    for task in chain:
        after = held.reschedule(without(project, task.id), status_date=status_date)
        if project.schedule_from_start:
            gain = hours.worked(minute_of(after.finish), minute_of(plan.finish))
        else:
            gain = hours.worked(minute_of(plan.start), minute_of(after.start))
        yield Drag(task.id, Minutes(max(0, gain)), DragMethod.RESCHEDULED)


def _uniform(project: Project) -> bool:
    """Does the rule of parallel slack hold exactly: one calendar, FS links without lag, no date but the start?"""
    if not project.schedule_from_start or any(a.work_minutes or a.delay for a in project.assignments):
        return False
    parents = {t.parent for t in project.tasks}
    people = {r.id: r.calendar for r in project.resources}
    calendars = {people[a.resource] for a in project.assignments} | {t.calendar for t in project.tasks}
    plain = all(map(_plain, project.tasks))
    return (
        plain
        and not (calendars - {None, project.calendar})
        and all(
            k.kind is LinkKind.FS and not k.lag.amount and not parents & {k.before, k.after}
            for k in project.links
        )
    )


def _plain(task: Task) -> bool:
    fixed = task.manual or task.actual_start or task.actual_finish or task.levelling_delay or not task.active
    odd = task.elapsed_duration or task.hammock or task.splits or task.deadline
    return not (fixed or odd) and task.constraint.at is None and task.constraint.kind is ConstraintKind.ASAP


def _by_rule(project: Project, plan: Schedule, chain: list[Task]) -> Iterator[Drag]:
    """Duration or least slack of a parallel task: ways are bit sets over the critical tasks."""
    bit = {t.id: 1 << n for n, t in enumerate(chain)}
    related = _related(project, bit)
    waiting, least = (1 << len(chain)) - 1, dict.fromkeys(bit, None)
    slack: dict[str, int | None] = dict(least)
    for task in sorted((t for t in plan if not t.summary), key=lambda t: t.total_slack):
        parallel = waiting & ~related[task.id]
        if parallel:
            slack |= {i: task.total_slack for i, b in bit.items() if parallel & b}
            waiting &= ~parallel
        if not waiting:
            break
    for one in chain:
        room = slack[one.id]
        minutes = one.duration if room is None else min(one.duration, room)
        yield Drag(one.id, Minutes(minutes), DragMethod.PARALLEL_SLACK)


def _related(project: Project, bit: dict[str, int]) -> dict[str, int]:
    """Which of the marked tasks lie before or after each task, or are it."""
    waits: dict[str, list[str]] = {t.id: [] for t in project.tasks}
    for link in project.links:
        waits[link.after].append(link.before)
    order = list(TopologicalSorter(waits).static_order())
    before = {i: bit.get(i, 0) for i in order}
    after = dict(before)
    for here in order:
        for task in waits[here]:
            before[here] |= before[task]
    for here in reversed(order):
        for task in waits[here]:
            after[task] |= after[here]
    return {i: before[i] | after[i] for i in order}


__all__ = ["Drag", "DragMethod", "drags", "without"]
