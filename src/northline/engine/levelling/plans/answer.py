"""The levelled plans as values: delays, chosen ways; and what moved, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from northline.engine.calendars import from_minute
from northline.engine.cpm import schedule
from northline.engine.levelling.plans.kernels.shapes import LEVEL, PINNED, REST
from northline.engine.levelling.plans.layout import Layout
from northline.engine.levelling.plans.prepare import Prepared, pinned_dates
from northline.engine.levelling.plans.search import Answer
from northline.engine.levelling.plans.uses import begin_of
from northline.engine.levelling.plans.values import LevelOptions
from northline.engine.levelling.plans.ways import Way
from northline.engine.model import Assignment, Minutes, Project, ResourceKind, Split, Task
from northline.engine.result import Schedule


def chosen_ways(plan: Layout, answer: Answer) -> list[dict[str, Way]]:
    """The way taken for each task that levelling may move, by plan."""
    found: list[dict[str, Way]] = []
    for number, p in enumerate(plan.plans):
        mine = {}
        for v, task in enumerate(p.project.tasks):
            if p.roles[task.id] == LEVEL:
                turn = int(answer.taken[plan.node(number, v)]) - plan.uses.first_choice[number, task.id]
                mine[task.id] = p.ways[task.id][turn]
        found.append(mine)
    return found


def fixed(p: Prepared, ways: dict[str, Way], options: LevelOptions) -> Prepared:
    """The plan with the chosen ways as its only ones."""
    tasks = tuple(replace(t, duration=ways[t.id].duration) if t.id in ways else t for t in p.project.tasks)
    assigned = [a for a in p.project.assignments if a.task not in ways]
    assigned += [a for t in p.project.tasks if t.id in ways for a in ways[t.id].assignments]
    only = {t: (ways[t],) if t in ways else found for t, found in p.ways.items()}
    project = replace(p.project, tasks=tasks, assignments=tuple(assigned))
    pins = pinned_dates(project, p.now, p.roles, only, options)
    return replace(p, project=project, ways=only, pins=pins)


def levelled(plan: Layout, answer: Answer) -> tuple[Project, ...]:
    """The plans with the answer's delays, in the order in which they came; every task has one way here."""
    found = []
    for number, p in enumerate(plan.plans):
        tasks = []
        people = {r.id for r in p.project.resources if r.kind is ResourceKind.WORK}
        for v, whole in enumerate(p.project.tasks):
            node = plan.node(number, v)
            changes: dict[str, Any] = {}
            splits = _splits(answer, whole, p.ways[whole.id][0], node, people)
            if splits != whole.splits:
                changes["splits"] = splits
            if p.roles[whole.id] == LEVEL or (p.roles[whole.id] == PINNED and whole.actual_start is None):
                changes["levelling_delay"] = Minutes(int(answer.delay[node]))
            elif p.roles[whole.id] == REST and _put_off(plan, answer, node):
                changes["resume"] = from_minute(int(answer.start[node]))
            tasks.append(replace(whole, **changes) if changes else whole)
        found.append(replace(p.project, tasks=tuple(tasks), assignments=_in_order(p)))
    return tuple(found)


def _splits(answer: Answer, task: Task, way: Way, node: int, people: set[str]) -> tuple[Split, ...]:
    """The task's own breaks and those that levelling made, which are told from where its work begins."""
    if not answer.cuts[node]:
        return task.splits
    found = {s.after: int(s.length) for s in task.splits}
    first = begin_of(task, way, people)
    for cut in range(answer.cuts[node]):
        after, gone = first + int(answer.cut_at[node, cut]), 0
        for split in task.splits:
            if first <= split.after < after - gone:
                # A break within a break makes that one longer.
                gone += min(split.length, after - gone - split.after)
        after = Minutes(after - gone)
        found[after] = found.get(after, 0) + int(answer.cut_for[node, cut])
    return tuple(Split(Minutes(after), Minutes(length)) for after, length in sorted(found.items()))


def _put_off(plan: Layout, answer: Answer, node: int) -> bool:
    """Is what is left of begun work taken up later than the engine alone would say?"""
    later = answer.delay[node] > 0 or plan.net.least[node] > plan.net.usual[node]
    return bool(later and answer.start[node] > plan.net.usual[node])


def _in_order(p: Prepared) -> tuple[Assignment, ...]:
    """The given assignments first and in their order, then those that levelling added."""
    there, kept = Counter(p.project.assignments), []
    for assignment in p.given.assignments:
        if there[assignment]:
            there[assignment] -= 1
            kept.append(assignment)
    if len(kept) == len(p.project.assignments):
        return tuple(kept)
    taken, added = Counter(kept), []
    for assignment in p.project.assignments:
        if taken[assignment]:
            taken[assignment] -= 1
        else:
            added.append(assignment)
    return (*kept, *added)


def schedules(projects: Sequence[Project], options: LevelOptions) -> tuple[Schedule, ...]:
    """The engine's dates of each."""
    return tuple(schedule(p, status_date=options.status_date) for p in projects)
