"""Earned value of a whole plan: tasks, summaries, project, and periods."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType

import numpy as np

from northline.engine.calendars import Ints, from_minute, to_minute
from northline.engine.earned_value.curves import last_minutes
from northline.engine.earned_value.measuring import Measured, Terms
from northline.engine.earned_value.periods import periods_of_value
from northline.engine.earned_value.values import (
    EarnedSchedule,
    EarnedValue,
    Figures,
    Method,
    PeriodLength,
    Unit,
    WeightedMilestone,
)
from northline.engine.earned_value.working_time import finishes
from northline.engine.errors import BadDate, UnknownId
from northline.engine.forecast.shapes import Floats
from northline.engine.model import Minutes, Project
from northline.engine.outline import levels_of

NO_METHODS: Mapping[str, Method] = MappingProxyType({})
NO_MILESTONES: Mapping[str, Sequence[WeightedMilestone]] = MappingProxyType({})
NO_ACTUALS: Mapping[str, Sequence[tuple[datetime, float]]] = MappingProxyType({})
NO_ESTIMATES: Mapping[str, float] = MappingProxyType({})


def earned_value(
    project: Project,
    *,
    status_date: datetime | None = None,
    unit: Unit | None = None,
    baseline: int = 0,
    method: Method = Method.PERCENT_COMPLETE,
    methods: Mapping[str, Method] = NO_METHODS,
    milestones: Mapping[str, Sequence[WeightedMilestone]] = NO_MILESTONES,
    actuals: Mapping[str, Sequence[tuple[datetime, float]]] = NO_ACTUALS,
    left: Mapping[str, float] = NO_ESTIMATES,
    period: PeriodLength = PeriodLength.WEEK,
) -> EarnedValue:
    """Planned, earned and actual value at the status date (None: the project's).

    Budgets are those of the baseline by number, spread over the working time of each task's calendar. `unit` None
    is cost where the baseline holds any, else hours of work. `method` holds for tasks that `methods` does not
    name; tasks in `milestones` earn by those. `actuals` are dated amounts by task id that replace what the plan
    says was spent, `left` bottom-up estimates to complete, both in the unit. Raises NoBaseline, UnknownId,
    BadDate without any status date, and BadValue for milestones that are missing.

    >>> from northline.engine.model import Baseline, Task, standard_calendar
    >>> monday, friday = datetime(2026, 3, 2, 8), datetime(2026, 3, 6, 17)
    >>> paint = Task(id="a", baselines=(Baseline(monday, friday, cost=1000.0),), percent_complete=40,
    ...     actual_cost=500.0)
    >>> plan = Project(id="p", name="", start=monday, calendars=(standard_calendar(),), tasks=(paint,))
    >>> figures = earned_value(plan, status_date=datetime(2026, 3, 4, 12)).project
    >>> figures.pv, figures.ev, figures.cpi, figures.time.spi
    (500.0, 400.0, 0.8, 0.8)
    """
    status = status_date or project.status_date
    if status is None:
        raise BadDate("The plan has no status date. Say as of when its progress is to be judged.")
    _refuse_unknown(project, methods, milestones, actuals, left)
    terms = Terms(status, unit, baseline, method, methods, milestones, actuals)
    measured = Measured(project, terms)
    tree = _Tree(project, measured)
    figures = _figures(project, measured, tree, left)
    return EarnedValue(
        status_date=status,
        unit=measured.unit,
        baseline=baseline,
        project=figures[-1],
        tasks={f.id: f for f in figures[:-1]},
        periods=periods_of_value(measured, period),
        notes=tuple(measured.notes),
    )


def _refuse_unknown(project: Project, *mappings: Mapping[str, object]) -> None:
    known = {t.id for t in project.tasks}
    unknown = sorted({i for mapping in mappings for i in mapping if i not in known})
    if unknown:
        raise UnknownId(f"Task {unknown[0]} is not in the plan.", ids=unknown)


class _Tree:
    """For every task and, last, the project: which leaves lie inside it. It takes no more than its rows, however
    deep they stand."""

    def __init__(self, project: Project, measured: Measured) -> None:
        self.size = len(project.tasks) + 1
        index = {t.id: i for i, t in enumerate(project.tasks)}
        parent = [self.size - 1 if t.parent is None else index[t.parent] for t in project.tasks]
        self.leaves = np.array([index[t.id] for t in measured.leaves], np.int64)
        self.up = np.array([*parent, -1], np.int64)
        levels = levels_of(project.tasks)
        self.depth = np.array([*(levels[t.id] for t in project.tasks), 0], np.int64)
        order = np.argsort(self.depth, kind="stable")
        # The rows of each depth, from those below the project to the deepest.
        self.rows = np.split(order, np.cumsum(np.bincount(self.depth)))[1:-1]

    def levels(self) -> Iterator[Ints]:
        """From the deepest level to the project: what each leaf lies in there; -1 where it stands above that."""
        here, depth = self.leaves.copy(), self.depth[self.leaves]
        for level in range(len(self.rows), -1, -1):
            yield np.where(depth >= level, here, -1)
            here = np.where(depth >= level, self.up[here], here)

    def sums(self, values: Floats) -> Floats:
        """The sum over the leaves inside each (size,)."""
        made = np.zeros(self.size)
        made[self.leaves] = values
        for rows in reversed(self.rows):
            np.add.at(made, self.up[rows], made[rows])
        return made

    def extremes(self, values: Ints, *, highest: bool, nothing: int) -> Ints:
        """The least or greatest value over the leaves inside each (size,)."""
        made = np.full(self.size, nothing, np.int64)
        made[self.leaves] = values
        for rows in reversed(self.rows):
            (np.maximum if highest else np.minimum).at(made, self.up[rows], made[rows])
        return made


def _figures(project: Project, measured: Measured, tree: _Tree, left: Mapping[str, float]) -> list[Figures]:
    bac, pv, ev, ac = (tree.sums(v).tolist() for v in (measured.bac, measured.pv, measured.ev, measured.ac))
    given = tree.sums(np.array([float(t.id in left) for t in measured.leaves]))
    rest = measured.bac - measured.ev
    own = [left.get(t.id, float(r)) for t, r in zip(measured.leaves, rest.tolist(), strict=True)]
    to_go = tree.sums(np.array(own, np.float64)).tolist()
    times = _times(project, measured, tree)
    parents = {t.parent for t in project.tasks}
    named = [(t.id, t.name, t.id in parents) for t in project.tasks] + [(project.id, project.name, True)]
    return [
        Figures(
            id=task_id, name=name, summary=summary, bac=bac[i], pv=pv[i], ev=ev[i], ac=ac[i],
            left=to_go[i] if given[i] else None, time=times[i],
        )
        for i, (task_id, name, summary) in enumerate(named)
    ]  # fmt: skip


def _times(project: Project, measured: Measured, tree: _Tree) -> list[EarnedSchedule | None]:
    """Earned schedule of every task, summary and the project; None where nothing is budgeted."""
    far = np.iinfo(np.int64).max
    budgeted = measured.bac > 0
    start = tree.extremes(np.where(budgeted, measured.start, far), highest=False, nothing=far)
    finish = tree.extremes(np.where(budgeted, measured.finish, -1), highest=True, nothing=-1)
    rows = np.flatnonzero(finish >= 0)
    until = _earned_until(measured, tree, start, finish)
    ended = _ended(measured, tree)
    time, number = measured.time, measured.time.project
    begin, close = time.work_on(start[rows], number), time.work_on(finish[rows], number)
    earned = time.work_on(until[rows], number) - begin
    spent = np.maximum(time.work_on(ended[rows], number) - begin, 0)
    planned = close - begin
    pace = np.where(earned > 0, planned * spent / np.maximum(earned, 1), 0.0)
    calendar = next(c for c in project.calendars if c.id == project.calendar)
    expected = finishes(calendar, start=start[rows], work=np.round(pace).astype(np.int64))
    made: list[EarnedSchedule | None] = [None] * tree.size
    for j, i in enumerate(rows.tolist()):
        made[i] = EarnedSchedule(
            start=from_minute(start[i]), finish=from_minute(finish[i]), earned_until=from_minute(until[i]),
            earned=Minutes(int(earned[j])), actual=Minutes(int(spent[j])), planned=Minutes(int(planned[j])),
            expected_finish=expected[j] if pace[j] > 0 else None,
        )  # fmt: skip
    return made


def _earned_until(measured: Measured, tree: _Tree, start: Ints, finish: Ints) -> Ints:
    """The last minute at which no more was planned than is earned now; the finish where all is earned."""
    made = finish.copy()
    earned, budget = tree.sums(measured.ev), tree.sums(measured.bac)
    for group in tree.levels():
        rows = np.unique(group[(group >= 0) & (measured.bac > 0)])
        if not len(rows):
            continue
        place = np.full(tree.size, -1, np.int64)
        place[rows] = np.arange(len(rows))
        member = np.where(group >= 0, place[group], -1)
        made[rows] = last_minutes(
            measured.planned, member, start=start[rows], finish=finish[rows], amount=earned[rows]
        )
    done = earned >= budget - 1e-9 * np.maximum(budget, 1.0)
    return np.where(done, finish, made)


def _ended(measured: Measured, tree: _Tree) -> Ints:
    """Up to when time counts: the status date, or the last actual finish where all budgeted work is done."""
    at = [t.actual_finish for t in measured.leaves]
    ended = np.array([-1 if d is None else to_minute(d) for d in at], np.int64)
    budgeted = measured.bac > 0
    still_open = budgeted & ((ended < 0) | (ended > measured.status) | (measured.ev < measured.bac))
    running = tree.sums(still_open.astype(np.float64)) > 0
    latest = tree.extremes(np.where(budgeted, ended, -1), highest=True, nothing=-1)
    made: Ints = np.where(running | (latest < 0), measured.status, latest)
    return made
