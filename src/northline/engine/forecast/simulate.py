"""The simulation's front: a project in, the distribution of its finish out."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

import numpy as np

from northline.engine import kernels as k
from northline.engine.calendars import Ints, to_minute
from northline.engine.compiled import CompiledPlan, compile_plan
from northline.engine.cpm import Computed, Dates, Passes, computed, run_passes
from northline.engine.errors import BadValue
from northline.engine.forecast.crewruns import run_crew
from northline.engine.forecast.draws import Draws, draws_of
from northline.engine.forecast.options import settled
from northline.engine.forecast.parts import Tell
from northline.engine.forecast.runs import Outcome, Setting, run
from northline.engine.forecast.staffing import Staffing, rank_of, staffing_of, unlevelled
from northline.engine.forecast.summary import forecast_from, is_milestone
from northline.engine.forecast.uncertain import Distribution, Doubt, Factor, Risk
from northline.engine.forecast.values import DEFAULT_SPREAD, MOST_SAMPLES, Forecast, Spread
from northline.engine.forecast.wanted import counted_nodes
from northline.engine.model import MINUTES_A_DAY, Link, Minutes, Project, Task, standard_calendar
from northline.engine.remaining import with_remaining_work

NO_DURATIONS: Mapping[str, Distribution] = {}


def simulate(
    project: Project,
    *,
    samples: int = 10_000,
    seed: int = 0,
    deadline: datetime | None = None,
    default_spread: Spread = DEFAULT_SPREAD,
    durations: Mapping[str, Distribution] = NO_DURATIONS,
    factors: Sequence[Factor] = (),
    risks: Sequence[Risk] = (),
    criticality: bool = True,
    milestones: bool = True,
    also: Collection[str] = (),
    with_resources: bool = False,
    order: Sequence[str] | None = None,
    status_date: datetime | None = None,
    workers: int | None = None,
    begun: Computed | None = None,
    on_progress: Tell | None = None,
) -> Forecast:
    """Draw the durations of all work left, `samples` times, and schedule each draw as `schedule` would.

    `durations` by task id go before the tasks' own estimates, `factors` let tasks vary together, `risks` happen or
    do not. Links with percent lag keep the lag of the planned duration; a task placed as late as possible
    starts no earlier than planned. Uncertain work takes a minute at least. `deadline` defaults to the project's.
    `with_resources` lets tasks wait for people and machines too: whatever is free takes up what is ready by a fixed
    rank, `order` (task ids) or else priority and planned start (late start in a plan never levelled), whose
    levelling delays then give way. `criticality` false leaves drivers and merge points out and takes half the time, `milestones` false their
    chances; `also` names tasks, whatever they are, whose chances are told as `others`. `workers` threads (None: one per core) never change the result. `on_progress` is told which share of the samples is done. `begun` is what `engine.cpm.computed` gave of
    the same project, which then is not computed again. Raises BadValue, UnknownId and what
    `schedule` raises.

    Method: Van Slyke (1963), "Monte Carlo methods and the PERT problem".

    >>> shed = Project(id="p", name="", start=datetime(2026, 3, 2, 8), calendars=(standard_calendar(),),
    ...     tasks=(Task(id="a", duration=Minutes(480)), Task(id="b", duration=Minutes(960))),
    ...     links=(Link("a", "b"),))
    >>> simulate(shed, default_spread=Spread(1, 1, 1), samples=100).p80
    datetime.datetime(2026, 3, 4, 17, 0)
    """
    if not 1 <= samples <= MOST_SAMPLES:
        raise BadValue(f"A forecast takes 1 to {MOST_SAMPLES} samples, not {samples}.")
    doubt = Doubt(default_spread, tuple(durations.items()), tuple(factors), tuple(risks))
    if begun is None or begun.project is not project or begun.status_date != status_date:
        begun = computed(project, status_date=status_date)
    project = with_remaining_work(project)
    plan, dates = begun.plan, begun.dates
    planned, staff = dates, None
    if with_resources:
        plan, dates, project, staff = staffed(plan, dates, project, order=order, status_date=status_date)
    draws = draws_of(plan, project, seed=seed, doubt=doubt)
    setting = setting_of(plan, dates, project, status_date, milestones=milestones, also=also)
    if staff is not None:
        setting.general[np.diff(staff.choices.way_ptr) > 0] = True
    plan = _with_room(plan, dates, draws)
    plan, outcome = _on_a_wide_horizon(
        plan,
        draws,
        setting,
        staff,
        samples=samples,
        criticality=criticality,
        workers=workers,
        on_progress=on_progress,
    )
    return forecast_from(
        plan, project, draws, outcome, seed=seed, deadline=deadline or project.deadline, doubt=doubt,
        planned=planned.finish, planned_finish=planned.project_finish, read=setting.read, also=also,
        with_resources=with_resources, workers=workers,
    )  # fmt: skip


def warm() -> None:
    """Compile the simulation and keep it on disk, so that no user waits for a compiler."""
    calendar = standard_calendar()
    tasks = (Task(id="a", duration=Minutes(480)), Task(id="b", duration=Minutes(480)))
    for delay in (0, 60):  # on one calendar, then in the general loop
        project = Project(
            id="warm", name="warm", start=datetime(2026, 1, 5, 8), calendars=(calendar,), links=(Link("a", "b"),),
            tasks=(*tasks, Task(id="c", duration=Minutes(480), levelling_delay=Minutes(delay))),
        )  # fmt: skip
        simulate(project, samples=64)
        simulate(project, samples=64, with_resources=True)


def staffed(
    plan: CompiledPlan, dates: Dates, project: Project, *, order: Sequence[str] | None = None, status_date: datetime | None = None
) -> tuple[CompiledPlan, Dates, Project, Staffing]:  # fmt: skip
    """The plan with its people settled or left open, and without levelling delays, in all its forms."""
    ready, options = settled(project)
    if ready is not project:
        plan, dates = run_passes(compile_plan(ready, status_date=status_date), ready, status_date=status_date)
    rank, free = rank_of(ready, dates, order), unlevelled(ready)
    if free is not ready:
        plan, dates = run_passes(compile_plan(free, status_date=status_date), free, status_date=status_date)
    staff = staffing_of(plan, free, rank, begin=dates.project_start, options=options)
    if options:  # they may have brought calendars of their own
        plan = replace(plan, tables=plan.book.tables(plan.horizon))
    return plan, dates, free, staff


def setting_of(
    plan: CompiledPlan,
    dates: Dates,
    project: Project,
    status_date: datetime | None,
    *,
    milestones: bool = True,
    also: Collection[str] = (),
) -> Setting:
    """Tasks that the plan places later than they could start, by wish, are not begun before that."""
    kinds = plan.rows.constraint
    late = kinds == k.ALAP if project.schedule_from_start else kinds != k.ASAP
    late &= plan.node_kind == k.LEAF
    status = k.NONE if status_date is None else to_minute(status_date)
    not_before = np.full(len(plan.order), k.NONE, np.int64)
    if late.any():
        not_before[late] = _placed(plan, dates, project, status)[late]
    read = [
        v for v, t in enumerate(project.tasks) if t.id in also or (milestones and is_milestone(plan, v, t))
    ]
    general = np.zeros(len(plan.order), np.bool_)
    general[[v for v, t in enumerate(project.tasks) if t.splits or t.hammock]] = True
    general &= plan.node_kind == k.LEAF
    begin = dates.project_start
    return Setting(project.honour_constraints, status, begin, not_before, general, np.array(read, np.int64))


def _placed(plan: CompiledPlan, dates: Dates, project: Project, status: int) -> Ints:
    """The late starts from which the scheduler places such tasks."""
    passes = Passes(plan, honour=project.honour_constraints, status=status)
    begin = dates.project_start
    if not project.schedule_from_start:  # as the scheduler's first guess
        t = plan.tables
        time = (t.begin, t.end, t.before, t.offset, t.index, passes.flag)
        begin = int(k.shift(to_minute(project.start), 0, plan.book.project, True, *time))
    early = passes.forward(begin, np.full(len(plan.order), k.NONE, np.int64))
    counted = early[1][counted_nodes(plan)]
    wished = to_minute(project.finish or project.start)
    finish = wished if not project.schedule_from_start else int(counted.max()) if len(counted) else begin
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
    staff: Staffing | None,
    *,
    samples: int,
    criticality: bool,
    workers: int | None,
    on_progress: Tell | None,
) -> tuple[CompiledPlan, Outcome]:
    """Run, again on a wider horizon if a date ran off it; raises BeyondHorizon."""
    while True:
        if staff is None:
            outcome = run(
                plan,
                draws,
                setting,
                samples=samples,
                criticality=criticality,
                workers=workers,
                on_progress=on_progress,
            )
        else:
            outcome = run_crew(
                plan,
                draws,
                setting,
                staff,
                samples=samples,
                criticality=criticality,
                workers=workers,
                on_progress=on_progress,
            )
        if not outcome.flag:
            return plan, outcome
        plan = plan.widened()
