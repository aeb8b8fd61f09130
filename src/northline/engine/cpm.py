"""The critical path method over real calendars: forward pass, backward pass, slack, drivers.

Method: Kelley and Walker (1959), generalised precedence links after Elmaghraby and Kamburowski (1992), with
the calendar, constraint and lag semantics of Microsoft Project as docs/engine.md lists them.
"""

from dataclasses import dataclass
from datetime import datetime

import numpy as np

from northline.engine import kernels as k
from northline.engine.calendars import Ints, to_minute
from northline.engine.compiled import CompiledPlan, compile_plan
from northline.engine.fast import kernels
from northline.engine.laid import laid_out
from northline.engine.model import Project
from northline.engine.report import schedule_from
from northline.engine.result import Schedule


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
    project_start: int
    project_finish: int


def schedule(project: Project, *, status_date: datetime | None = None) -> Schedule:
    """Compute every date of a plan; work not yet done is put after `status_date` if one is given.

    Raises Cycle, NoWorkingTime and BeyondHorizon. Slacks are working minutes.

    >>> from northline.engine.model import Link, Minutes, Task, standard_calendar
    >>> plan = Project(id="p", name="Shed", start=datetime(2026, 3, 6, 8), calendars=(standard_calendar(),),
    ...     tasks=(Task(id="a", duration=Minutes(480)), Task(id="b", duration=Minutes(480))),
    ...     links=(Link("a", "b"),))
    >>> result = schedule(plan)
    >>> result["b"].start, result["b"].critical
    (datetime.datetime(2026, 3, 9, 8, 0), True)
    """
    plan = compile_plan(project, status_date=status_date)
    plan, dates = run_passes(plan, project, status_date=status_date)
    return schedule_from(plan, dates, project)


def run_passes(
    plan: CompiledPlan, project: Project, *, status_date: datetime | None = None
) -> tuple[CompiledPlan, Dates]:
    """Both passes over a compiled plan, on a wider horizon where dates ran off it (the plan used is
    returned)."""
    status = k.NONE if status_date is None else to_minute(status_date)
    while True:
        run = Passes(plan, honour=project.honour_constraints, status=status)
        dates = run.from_start(project) if project.schedule_from_start else run.from_finish(project)
        if not run.flag[0]:
            return plan, dates
        plan = plan.widened()


class Passes:
    """The kernels bound to one plan; `flag[0]` is not zero after a run whose dates left the horizon."""

    def __init__(self, plan: CompiledPlan, *, honour: bool, status: int) -> None:
        self.plan, self.honour, self.status = plan, int(honour), status
        self.laid = laid_out(plan)
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
        finish = self._last_finish(early[1], begin)
        late = self.backward(early, finish)
        alap = self.plan.rows.constraint == k.ALAP
        if not alap.any():
            return Dates(*early, early[0], early[1], *late, begin, finish)
        moved = self.forward(begin, np.where(alap, late[0], k.NONE))
        late = self.backward(moved, self._last_finish(moved[1], begin))
        return Dates(*moved, early[0], early[1], *late, begin, self._last_finish(moved[1], begin))

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
        asap = self.plan.rows.constraint == k.ASAP
        moved = self.forward(begin, np.where(leaf & ~asap, late[0], k.NONE))
        late = self.backward(moved, finish)
        return Dates(*moved, early[0], early[1], *late, begin, finish)

    def forward(self, project_start: int, not_before: Ints) -> tuple[Ints, Ints, Ints]:
        """Start, finish and driver of every node."""
        p = self.laid
        e, g, r = p.edges, p.segments, p.rows
        start, finish, driver = (np.zeros(len(p.node), np.int64) for _ in range(3))
        self._kernels.forward(
            p.steps, p.node_kind, e.ptr, e.source, e.kind, e.lag, e.lag_calendar,
            g.ptr, g.minutes, g.rest, g.calendar,
            r.constraint, r.at, r.fixed_start, r.fixed_finish, r.fixed_by, r.resume, r.delay,
            not_before[p.node], r.active, self.honour, project_start, self.status,
            *self._time, start, finish, driver,
        )  # fmt: skip
        linked = driver >= 0
        driver[linked] = p.edge[driver[linked]]
        return p.at_home(start), p.at_home(finish), p.at_home(driver)

    def backward(self, early: tuple[Ints, Ints, Ints], project_finish: int) -> tuple[Ints, Ints, Ints, Ints]:
        """Late start, late finish, and the dates to which start and finish may move freely, of every node."""
        p = self.laid
        e, g, r = p.edges, p.segments, p.rows
        late = [np.zeros(len(p.node), np.int64) for _ in range(4)]
        self._kernels.backward(
            p.steps, p.node_kind, p.succ_ptr, p.succ_edge, p.target, e.kind, e.lag, e.lag_calendar,
            g.ptr, g.minutes, g.rest, g.calendar, r.constraint, r.at, r.deadline, r.delay,
            r.done, r.fixed_by, r.active, p.roll_of, early[0][p.node], early[1][p.node], project_finish,
            *self._time, *late,
        )  # fmt: skip
        self._kernels.roll_up(p.steps, p.node_kind, e.ptr, e.source, r.active, late[0], late[1])
        late_start, late_finish, free_start, free_finish = map(p.at_home, late)
        return late_start, late_finish, free_start, free_finish

    def _aligned(self, minute: int) -> int:
        """The project's start, moved to working time of its calendar."""
        number = self.plan.book.project
        return int(k.shift(minute, 0, number, True, *self._time))

    def _last_finish(self, finish: Ints, project_start: int) -> int:
        """The last finish among active tasks, or among all where none is active; summaries count if
        manual."""
        kind, rows = self.plan.node_kind, self.plan.rows
        own = (kind == k.LEAF) | ((kind == k.ROLL) & (rows.fixed_finish != k.NONE))
        active = finish[own & (rows.active == 1)]
        counted = active if len(active) else finish[own]
        return int(counted.max()) if len(counted) else project_start
