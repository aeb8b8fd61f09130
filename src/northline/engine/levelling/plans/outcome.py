"""The answer put together: what moved and why, what is still overloaded, whether it is the best there is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from northline.engine.levelling.plans.interruptions import interruptions_of
from northline.engine.levelling.plans.kernels.shapes import LEVEL, REST
from northline.engine.levelling.plans.layout import Layout
from northline.engine.levelling.plans.load import Load, broken_lags, overloads_of
from northline.engine.levelling.plans.prepare import Prepared
from northline.engine.levelling.plans.reasons import moves_of
from northline.engine.levelling.plans.values import Goal, Levelled, LevelOptions
from northline.engine.model import Project
from northline.engine.result import Schedule


def outcome(
    plans: Sequence[Prepared],
    projects: tuple[Project, ...],
    dates: tuple[Schedule, ...],
    *,
    plan: Layout,
    bound: datetime,
    least_late: int,
    seconds: float,
    tried: int,
    options: LevelOptions,
) -> Levelled:
    """Compare the levelled plans with the current ones; keep the current ones where they are as good."""
    given, now = tuple(p.given for p in plans), tuple(p.now for p in plans)
    if _as_good(plans, given, now, projects, dates, options):
        projects, dates = given, now
    load = Load(projects, dates, status_date=options.status_date)
    finish = max(s.finish for s in dates)
    lags = broken_lags(projects, dates)
    overloads = tuple(overloads_of(load))
    tardiness = sum(map(tardiness_of, projects, dates))
    least = finish <= bound and tardiness <= least_late
    proven = least and not overloads and not lags and options.goal is Goal.FINISH
    return Levelled(
        projects=projects,
        schedules=dates,
        moves=moves_of(plans, projects, dates, load),
        overloads=overloads,
        broken_lags=lags,
        finish=finish,
        lower_bound=min(bound, finish),
        optimal=proven,
        tardiness=tardiness,
        seconds=seconds,
        tried=tried,
        modes=_modes(plan),
        interruptions=interruptions_of(plans, projects, load),
        warnings=tuple(w for p in plans for w in p.warnings) if projects != given else (),
    )


def tardiness_of(project: Project, dates: Schedule) -> int:
    """Minutes past the deadlines of a project and of its tasks, times the project's weight."""
    late = 0.0
    if project.deadline is not None and dates.finish > project.deadline:
        late += (dates.finish - project.deadline).total_seconds() / 60
    for task in project.tasks:
        if task.deadline is not None and task.active and dates[task.id].finish > task.deadline:
            late += (dates[task.id].finish - task.deadline).total_seconds() / 60
    return int(late * project.weight)


def _as_good(
    plans: Sequence[Prepared],
    given: tuple[Project, ...],
    now: tuple[Schedule, ...],
    projects: tuple[Project, ...],
    dates: tuple[Schedule, ...],
    options: LevelOptions,
) -> bool:
    """Is the current plan free of what levelling could mend, and no later? Then nothing needs to move."""
    if any({d.task for d in p.demands} - {a.task for a in p.assignments} for p in given):
        return False
    if any(p.given.demands or any(t.modes for t in p.given.tasks) for p in plans) and given != projects:
        return False
    late = sum(map(tardiness_of, given, now)), max(s.finish for s in now)
    found = sum(map(tardiness_of, projects, dates)), max(s.finish for s in dates)
    if options.goal is not Goal.STABILITY and late > found:
        return False
    movable = {(p.given.id, t) for p in plans for t, role in p.roles.items() if role in (LEVEL, REST)}
    load = Load(given, now, status_date=options.status_date)
    return not any(movable & set(o.tasks) for o in overloads_of(load)) and not broken_lags(given, now)


def _modes(plan: Layout) -> dict[tuple[str, str], str]:
    """The mode of every task that has several; the last layout holds one way for each."""
    return {
        (p.given.id, t.id): p.ways[t.id][0].mode
        for p in plan.plans
        for t in p.given.tasks
        if t.modes and t.id in p.ways
    }
