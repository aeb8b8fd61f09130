"""A plan made ready for levelling: its current dates, what may move, and a form whose dates levelling can set."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from northline.engine.cpm import schedule
from northline.engine.levelling.plans.begun import begun_staffed
from northline.engine.levelling.plans.kernels.shapes import FOLLOW, LEVEL, NODE, PINNED, REST
from northline.engine.levelling.plans.values import LevelOptions
from northline.engine.levelling.plans.ways import Way, Ways
from northline.engine.model import Constraint, ConstraintKind, Minutes, Project, Task
from northline.engine.remaining import with_remaining_work
from northline.engine.result import Schedule
from northline.engine.segments import rest_of

HELD = (ConstraintKind.MSO, ConstraintKind.MFO)
BOUND = (*HELD, ConstraintKind.SNLT, ConstraintKind.FNLT)
TOP_PRIORITY = 1000


@dataclass(frozen=True)
class Prepared:
    """`given` is the plan as it came, `now` its dates, `project` the plan to level; `roles` and `ways` by task id.

    `stays` are the ids of tasks that are to be staffed but not moved. `pins` is where pinned work stands: its current
    date, or the later one to which the only way of doing what is ahead of it pushes it.
    """

    given: Project
    now: Schedule
    project: Project
    roles: dict[str, int]
    ways: dict[str, tuple[Way, ...]]
    stays: frozenset[str]
    warnings: tuple[str, ...]
    pins: dict[str, datetime]


def prepare(project: Project, options: LevelOptions) -> Prepared:
    """Decide what may move; raises what `schedule` raises, and CapacityExceeded."""
    project = with_remaining_work(project)
    staffed, told = begun_staffed(project)
    now = schedule(staffed, status_date=options.status_date)
    plain, warnings = _laid_forward(staffed, now)
    roles, ways, stays = _roles(plain, now, options)
    clear = {t for t, role in roles.items() if role == LEVEL and not options.keep_delays}
    tasks = []
    assigned = [a for a in plain.assignments if roles[a.task] != LEVEL]
    for task in plain.tasks:
        if roles[task.id] == LEVEL:
            first = ways[task.id][0]
            delay = Minutes(0) if task.id in clear and task.id not in stays else task.levelling_delay
            tasks.append(replace(task, duration=first.duration, levelling_delay=delay))
            assigned += first.assignments
        else:
            tasks.append(task)
    ready = replace(plain, tasks=tuple(tasks), assignments=tuple(assigned))
    pins = pinned_dates(ready, now, roles, ways, options)
    return Prepared(project, now, ready, roles, ways, stays, (*told, *warnings), pins)


def pinned_dates(
    ready: Project,
    now: Schedule,
    roles: dict[str, int],
    ways: dict[str, tuple[Way, ...]],
    options: LevelOptions,
) -> dict[str, datetime]:
    """Where pinned work stands; tasks that can be done in several ways push nothing before one is chosen."""
    pins = {t: now[t].start for t, role in roles.items() if role == PINNED}
    if not pins or (not any(t.modes for t in ready.tasks) and not ready.demands):
        return pins
    several = {t for t, found in ways.items() if len(found) > 1}
    tasks = tuple(
        replace(t, duration=Minutes(0) if t.id in several else t.duration, levelling_delay=Minutes(0))
        for t in ready.tasks
    )
    pushed = schedule(replace(ready, tasks=tasks), status_date=options.status_date)
    return {t: max(at, pushed[t].start) for t, at in pins.items()}


def _roles(
    plan: Project, now: Schedule, options: LevelOptions
) -> tuple[dict[str, int], dict[str, tuple[Way, ...]], frozenset[str]]:
    known, summaries = Ways(plan), {t.parent for t in plan.tasks}
    lagged = {i for link in plan.links if link.longest for i in (link.before, link.after)}
    roles: dict[str, int] = {}
    ways: dict[str, tuple[Way, ...]] = {}
    stays = set()
    for number, task in enumerate(plan.tasks):
        role, given = NODE, known.given(task)
        if task.id not in summaries and task.active and not task.hammock:
            role = _role(task, plan, now, options)
            if role == REST and not (known.takes_people(given) and rest_of(task.duration, task)):
                role = PINNED
            staffless = known.needs_people(task) and task.actual_start is None and not task.manual
            if role != LEVEL and staffless:
                role = LEVEL
                stays.add(task.id)
            busy = bool(task.duration and given.assignments) or bool(task.modes) or staffless
            if role in (LEVEL, FOLLOW) and not busy and task.id not in lagged:
                role = NODE
        roles[task.id] = role
        ways[task.id] = known.of(task, number) if role == LEVEL else (given,)
    return roles, ways, frozenset(stays)


def _role(task: Task, plan: Project, now: Schedule, options: LevelOptions) -> int:
    held = plan.honour_constraints and task.constraint.kind in HELD
    begun = task.actual_start is not None
    if task.actual_finish or task.manual or task.priority >= TOP_PRIORITY or held:
        return PINNED
    if begun and not options.move_remaining:
        return PINNED
    if options.first is not None and now[task.id].finish <= options.first:
        return PINNED
    if options.last is not None and now[task.id].start >= options.last:
        return PINNED if begun else FOLLOW
    return REST if begun else LEVEL


def _laid_forward(plan: Project, now: Schedule) -> tuple[Project, list[str]]:
    """The same dates without anything that is laid backwards: no late-as-possible tasks, no plan from its finish.

    Where a task may slip for want of people, "as late as possible" has no date to hold to.
    """
    summaries = {t.parent for t in plan.tasks}
    kinds = {ConstraintKind.ALAP}
    if not plan.schedule_from_start:
        kinds |= set(ConstraintKind) - set(BOUND) - {ConstraintKind.ASAP}
    late = [t.id for t in plan.tasks if t.constraint.kind in kinds and t.id not in summaries]
    if plan.schedule_from_start and not late:
        return plan, []
    tasks = tuple(
        replace(t, constraint=Constraint(ConstraintKind.SNET, now[t.id].start)) if t.id in set(late) else t
        for t in plan.tasks
    )
    warnings = [f"{i} was to be as late as possible; it now starts no earlier than it did." for i in late]
    if plan.schedule_from_start:
        return replace(plan, tasks=tasks), warnings
    warnings.append("The plan was laid from its finish; levelled, it is laid from its start.")
    return replace(plan, tasks=tasks, schedule_from_start=True, start=now.start), warnings
