"""The simulation's front: a project in, the distribution of its finish out."""

from datetime import datetime

import numpy as np

from northline.engine import kernels as k
from northline.engine.calendars import Ints, from_minute, to_minute
from northline.engine.compiled import CompiledPlan, compile_plan
from northline.engine.cpm import Dates, Passes, run_passes
from northline.engine.errors import BadValue
from northline.engine.forecast.draws import Draws, draws_of
from northline.engine.forecast.layout import counted_nodes
from northline.engine.forecast.runs import Outcome, Setting, run
from northline.engine.forecast.summary import forecast_from
from northline.engine.forecast.values import DEFAULT_SPREAD, MOST_SAMPLES, Forecast, Spread
from northline.engine.model import MINUTES_A_DAY, Link, LinkKind, Minutes, Project, Task, standard_calendar


def simulate(
    project: Project,
    *,
    samples: int = 10_000,
    seed: int = 0,
    deadline: datetime | None = None,
    default_spread: Spread = DEFAULT_SPREAD,
    criticality: bool = True,
    status_date: datetime | None = None,
    workers: int | None = None,
) -> Forecast:
    """Draw the durations of all work left, `samples` times, and schedule each draw as `schedule` would.

    Durations are independent of each other; links with percent lag keep the lag of the planned duration; a
    task placed as late as possible starts no earlier than planned. Resources do not hold anything back.
    `criticality` false leaves the drivers out and takes less than half the time. `workers` threads (None: one
    per core) never change the result. Raises BadValue and what `schedule` raises.

    Method: Van Slyke (1963), "Monte Carlo methods and the PERT problem".

    >>> shed = Project(id="p", name="", start=datetime(2026, 3, 2, 8), calendars=(standard_calendar(),),
    ...     tasks=(Task(id="a", duration=Minutes(480)), Task(id="b", duration=Minutes(960))),
    ...     links=(Link("a", "b"),))
    >>> simulate(shed, default_spread=Spread(1, 1, 1), samples=100).p80
    datetime.datetime(2026, 3, 4, 17, 0)
    """
    if not 1 <= samples <= MOST_SAMPLES:
        raise BadValue(f"A forecast takes 1 to {MOST_SAMPLES} samples, not {samples}.")
    plan = compile_plan(project, status_date=status_date)
    plan, dates = run_passes(plan, project, status_date=status_date)
    draws = draws_of(plan, project, seed=seed, spread=default_spread)
    setting = _setting(plan, dates, project, status_date)
    plan = _with_room(plan, dates, draws)
    outcome = _on_a_wide_horizon(
        plan, draws, setting, samples=samples, criticality=criticality, workers=workers
    )
    return forecast_from(
        plan, draws, outcome, seed=seed, deadline=deadline, spread=default_spread,
        planned=from_minute(dates.project_finish), warnings=plan.warnings,
    )  # fmt: skip


def warm() -> None:
    """Compile the simulation and keep it on disk, so that no user waits for a compiler."""
    calendar = standard_calendar()
    tasks = (Task(id="a", duration=Minutes(480)), Task(id="b", duration=Minutes(480)))
    start = datetime(2026, 1, 5, 8)
    project = Project(
        id="warm", name="warm", start=start, calendars=(calendar,), tasks=tasks,
        links=(Link("a", "b", LinkKind.FS),),
    )  # fmt: skip
    simulate(project, samples=64)


def _setting(plan: CompiledPlan, dates: Dates, project: Project, status_date: datetime | None) -> Setting:
    """Tasks that the plan places later than they could start, by wish, are not begun before that."""
    kinds = plan.rows.constraint
    late = kinds == k.ALAP if project.schedule_from_start else kinds != k.ASAP
    late &= plan.node_kind == k.LEAF
    status = k.NONE if status_date is None else to_minute(status_date)
    not_before = np.full(len(plan.order), k.NONE, np.int64)
    if late.any():
        not_before[late] = _placed(plan, dates, project, status)[late]
    return Setting(project.honour_constraints, status, dates.project_start, not_before)


def _placed(plan: CompiledPlan, dates: Dates, project: Project, status: int) -> Ints:
    """The late starts from which the scheduler places such tasks."""
    passes = Passes(plan, honour=project.honour_constraints, status=status)
    begin = dates.project_start
    if not project.schedule_from_start:  # as the scheduler's first guess
        t = plan.tables
        time = (t.begin, t.end, t.before, t.offset, np.array([t.low, t.high], np.int64), passes.flag)
        begin = int(k.shift(to_minute(project.start), 0, plan.book.project, True, *time))
    early = passes.forward(begin, np.full(len(plan.order), k.NONE, np.int64))
    counted = early[1][counted_nodes(plan)]
    finish = int(counted.max()) if project.schedule_from_start and len(counted) else dates.project_finish
    return passes.backward(early, finish)[0]


def _with_room(plan: CompiledPlan, dates: Dates, draws: Draws) -> CompiledPlan:
    """Widen the horizon beforehand where a late finish would surely leave it."""
    planned = float(plan.segments.minutes.sum()) or 1.0
    worst = float((draws.fixed + draws.low + draws.width).sum())
    length = dates.project_finish - dates.project_start
    if dates.project_start + length * max(1.0, worst / planned) + 30 * MINUTES_A_DAY > plan.horizon.high:
        return plan.widened()
    return plan


def _on_a_wide_horizon(
    plan: CompiledPlan,
    draws: Draws,
    setting: Setting,
    *,
    samples: int,
    criticality: bool,
    workers: int | None,
) -> Outcome:
    """Run, again on a wider horizon if a date ran off it; raises BeyondHorizon."""
    while True:
        outcome = run(plan, draws, setting, samples=samples, criticality=criticality, workers=workers)
        if not outcome.flag:
            return outcome
        plan = plan.widened()
