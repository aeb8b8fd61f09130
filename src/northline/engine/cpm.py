"""The critical path method over real calendars: forward pass, backward pass, slack, drivers.

Method: Kelley and Walker (1959), generalised precedence links after Elmaghraby and Kamburowski (1992), with
the calendar, constraint and lag semantics of Microsoft Project as docs/engine.md lists them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, TypeAlias

import numpy as np

from northline.engine import kernels as k
from northline.engine.calendars import Ints, to_minute
from northline.engine.compiled import CompiledPlan, compile_plan
from northline.engine.fast import kernels
from northline.engine.laid import Laid, laid_out
from northline.engine.model import Project
from northline.engine.remaining import with_remaining_work
from northline.engine.report import schedule_from
from northline.engine.result import Schedule
from northline.engine.rows import minute_or_none

Early: TypeAlias = tuple[Ints, Ints, Ints]
Late: TypeAlias = tuple[Ints, ...]
LATE = ("late_start", "late_finish", "free_start", "free_finish")
SLACKS = ("start_slack", "finish_slack", "total_slack", "free_slack")


@dataclass(frozen=True, slots=True)
class Dates:
    """All computed dates per node (m,), in absolute minutes, and the edge or BY_ code that drives each
    start."""

    start: Ints
    finish: Ints
    driver: Ints
    early_start: Ints
    early_finish: Ints
    late_start: Ints
    late_finish: Ints
    free_start: Ints
    free_finish: Ints
    start_slack: Ints
    finish_slack: Ints
    total_slack: Ints
    free_slack: Ints
    project_start: int
    project_finish: int


def schedule(project: Project, *, status_date: datetime | None = None, to_deadline: bool = False) -> Schedule:
    """Compute every date of a plan; work not yet done is put after `status_date` if one is given.

    Raises Cycle, NoWorkingTime and BeyondHorizon. Slacks are working minutes, against the plan's own finish or,
    with `to_deadline`, against the project's deadline if it has one.

    >>> from northline.engine.model import Link, Minutes, Task, standard_calendar
    >>> plan = Project(id="p", name="Shed", start=datetime(2026, 3, 6, 8), calendars=(standard_calendar(),),
    ...     tasks=(Task(id="a", duration=Minutes(480)), Task(id="b", duration=Minutes(480))),
    ...     links=(Link("a", "b"),))
    >>> result = schedule(plan)
    >>> result["b"].start, result["b"].critical
    (datetime.datetime(2026, 3, 9, 8, 0), True)
    """
    return computed(project, status_date=status_date, to_deadline=to_deadline).schedule


@dataclass(frozen=True, slots=True)
class Computed:
    """A plan compiled, and both passes over it: a forecast of the same project begins with them too."""

    project: Project
    status_date: datetime | None
    plan: CompiledPlan
    dates: Dates

    @property
    def schedule(self) -> Schedule:
        """The dates as values."""
        return schedule_from(self.plan, self.dates, self.project)


def computed(project: Project, *, status_date: datetime | None = None, to_deadline: bool = False) -> Computed:
    """Compile a plan and go through it; raises what `schedule` raises."""
    taken = with_remaining_work(project)
    plan = compile_plan(taken, status_date=status_date)
    plan, dates = run_passes(plan, taken, status_date=status_date, to_deadline=to_deadline)
    return Computed(project, status_date, plan, dates)


def run_passes(
    plan: CompiledPlan,
    project: Project,
    *,
    status_date: datetime | None = None,
    to_deadline: bool = False,
) -> tuple[CompiledPlan, Dates]:
    """Both passes over a compiled plan, on a wider horizon where dates ran off it (the plan used is
    returned)."""
    run, dates = settled(plan, project, status_date=status_date, to_deadline=to_deadline)
    return run.plan, dates


def settled(
    plan: CompiledPlan, project: Project, *, status_date: datetime | None, to_deadline: bool = False
) -> tuple[Passes, Dates]:
    """The passes bound to a plan whose horizon is wide enough, and what they found."""
    bound = minute_or_none(project.deadline) if to_deadline else k.NONE
    laid = laid_out(plan)
    while True:
        run = Passes(
            plan,
            honour=project.honour_constraints,
            status=minute_or_none(status_date),
            bound=bound,
            laid=replace(laid, plan=plan),
        )
        dates = run.from_start(project) if project.schedule_from_start else run.from_finish(project)
        if not run.flag[0]:
            return run, dates
        plan = plan.widened(dates.finish)


class Passes:
    """The kernels bound to one plan; `flag[0]` is not zero after a run whose dates left the horizon.

    `bound` (NONE: the last finish) is the date against which late dates are reckoned.
    """

    def __init__(
        self, plan: CompiledPlan, *, honour: bool, status: int, bound: int = k.NONE, laid: Laid | None = None
    ) -> None:
        self.plan, self.honour, self.status, self.bound = plan, int(honour), status, bound
        self.laid = laid or laid_out(plan)
        self.flag = np.zeros(1, np.int64)
        self._kernels = kernels(len(plan.order))
        t = plan.tables
        self._time = (t.begin, t.end, t.before, t.offset, t.index, self.flag)

    def from_start(self, project: Project) -> Dates:
        """Early dates from the project's start, late dates from the last finish, ALAP tasks moved up to
        theirs."""
        begin = self._aligned(to_minute(project.start))
        nothing = np.full(len(self.plan.order), k.NONE, np.int64)
        early = self.forward(begin, nothing)
        finish = self.last_finish(early[1], begin)
        if self.flag[0]:  # the horizon is too short: no use going back
            return self._dates(early, early, (*early[:2], *early[:2]), begin, finish)
        late = self.backward(early, self._until(finish))
        alap = self.plan.rows.constraint == k.ALAP
        if not alap.any():
            return self._dates(early, early, late, begin, finish)
        moved = self.forward(begin, np.where(alap, late[0], k.NONE))
        finish = self.last_finish(moved[1], begin)
        return self._dates(moved, early, self.backward(moved, self._until(finish)), begin, finish)

    def from_finish(self, project: Project) -> Dates:
        """Late dates from the project's finish; every task sits on them unless it asks to be as soon as
        possible."""
        finish = to_minute(project.finish or project.start)
        guess = self._aligned(to_minute(project.start))
        nothing = np.full(len(self.plan.order), k.NONE, np.int64)
        late = self.backward(self.forward(guess, nothing), finish)
        leaf = self.plan.node_kind == k.LEAF
        begin = int(late[0][leaf].min()) if leaf.any() else guess
        early = self.forward(begin, nothing)
        waits = leaf & (self.plan.rows.constraint != k.ASAP) & (self.plan.rows.constraint != k.HAMMOCK)
        moved = self.forward(begin, np.where(waits, late[0], k.NONE))
        late = self.backward(moved, finish)
        # Begun work may end sooner or later than was wished.
        return self._dates(moved, early, late, begin, self.last_finish(moved[1], finish))

    def forward(self, project_start: int, not_before: Ints) -> Early:
        """Start, finish and driver of every node."""
        start, finish, driver = (np.zeros(len(self.laid.node), np.int64) for _ in range(3))
        arguments = self.forward_arguments(project_start, not_before[self.laid.node], (start, finish, driver))
        self._kernels.forward(self.laid.steps, *arguments)
        return self.early_home((start, finish, driver))

    def forward_arguments(self, project_start: int, not_before: Ints, early: Early) -> tuple[Any, ...]:
        """What the forward kernel takes after the nodes to visit, in the order of the laid plan."""
        p = self.laid
        e, g, r = p.edges, p.segments, p.rows
        return (
            p.node_kind, e.ptr, e.source, e.kind, e.lag, e.lag_calendar,
            g.ptr, g.minutes, g.rest, g.calendar,
            r.constraint, r.at, r.fixed_start, r.fixed_finish, r.fixed_by, r.resume, r.delay,
            not_before, r.active, self.honour, project_start, self.status,
            *self._time, *early,
        )  # fmt: skip

    def early_home(self, early: Early) -> Early:
        """Early dates and drivers of the laid plan, in the order and numbers of the plan itself."""
        p, (start, finish, driver) = self.laid, early
        linked = driver >= 0
        own = driver.copy()
        own[linked] = p.edge[driver[linked]]
        return p.at_home(start), p.at_home(finish), p.at_home(own)

    def backward(self, early: Early, project_finish: int) -> Late:
        """Late start, late finish, and the dates to which start and finish may move freely, of every node."""
        node = self.laid.node
        late = tuple(np.zeros(len(node), np.int64) for _ in range(4))
        arguments = self.backward_arguments((early[0][node], early[1][node]), project_finish, late)
        self._kernels.backward(self.laid.steps, *arguments)
        return self.late_home(late)

    def backward_arguments(
        self, early: tuple[Ints, Ints], project_finish: int, late: Late
    ) -> tuple[Any, ...]:
        """What the backward kernel takes after the nodes to visit, in the order of the laid plan."""
        p = self.laid
        e, g, r = p.edges, p.segments, p.rows
        return (
            p.node_kind, p.succ_ptr, p.succ_edge, p.target, e.kind, e.lag, e.lag_calendar,
            g.ptr, g.minutes, g.rest, g.calendar, r.constraint, r.at, r.deadline, r.delay,
            r.done, r.fixed_by, r.active, p.roll_of, *early, project_finish,
            *self._time, *late,
        )  # fmt: skip

    def late_home(self, late: Late) -> Late:
        """Late dates of the laid plan, those of summaries rolled up, in the order of the plan itself."""
        p = self.laid
        start, finish = late[0].copy(), late[1].copy()
        self._kernels.roll_up(p.steps, p.node_kind, p.edges.ptr, p.edges.source, p.rows.active, start, finish)
        return p.at_home(start), p.at_home(finish), p.at_home(late[2]), p.at_home(late[3])

    def _dates(self, placed: Early, early: Early, late: Late, begin: int, finish: int) -> Dates:
        """All dates and the slacks between them."""
        plan = self.plan
        slacks = {name: np.zeros(plan.size, np.int64) for name in SLACKS}
        columns = (placed[0], placed[1], *late)
        if not self.flag[0]:  # dates off the horizon have no slack yet
            self._kernels.slacks(plan.rows.done, plan.calendar, *columns, *self._time, *slacks.values())
        return Dates(
            start=placed[0],
            finish=placed[1],
            driver=placed[2],
            early_start=early[0],
            early_finish=early[1],
            project_start=begin,
            project_finish=finish,
            **dict(zip(LATE, late, strict=True)),
            **slacks,
        )

    def dates(self, early: Early, late: Late, begin: int, finish: int) -> Dates:
        """All dates and slacks from those of the laid plan as the kernels left them."""
        early = self.early_home(early)
        return self._dates(early, early, self.late_home(late), begin, finish)

    def _until(self, finish: int) -> int:
        """The date against which late dates are reckoned."""
        return finish if self.bound == k.NONE else self.bound

    def _aligned(self, minute: int) -> int:
        """The project's start, moved to working time of its calendar."""
        number = self.plan.book.project
        return int(k.shift(minute, 0, number, True, *self._time))

    def last_finish(self, finish: Ints, project_start: int) -> int:
        """The last finish among active tasks, or among all where none is active; summaries count if
        manual."""
        kind, rows = self.plan.node_kind, self.plan.rows
        own = (kind == k.LEAF) | ((kind == k.ROLL) & (rows.fixed_finish != k.NONE))
        active = finish[own & (rows.active == 1)]
        counted = active if len(active) else finish[own]
        return int(counted.max()) if len(counted) else project_start
