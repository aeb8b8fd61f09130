"""A plan turned into arrays, once; the passes and the forecast simulation run over them.

Nodes 0 to n-1 are the tasks in the project's order (a summary's node is its roll), nodes n to m-1 the gates
of the summaries. Edges into node v are rows `ptr[v]` to `ptr[v + 1]`. Segments of task v, rows `seg_ptr[v]`
to
`seg_ptr[v + 1]`, are the stretches of work that run side by side, each on its own calendar; the task ends
with the last. All dates are absolute minutes, NONE (-1) where absent; all arrays int64.
"""

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import datetime

import numpy as np

from northline.engine import kernels as k
from northline.engine.calendar_book import CalendarBook
from northline.engine.calendars import Horizon, Ints, WorkTables, to_minute
from northline.engine.edges import Edges, edges_of
from northline.engine.errors import BeyondHorizon
from northline.engine.model import MINUTES_A_DAY, Constraint, ConstraintKind, Project, Task
from northline.engine.network import order_of
from northline.engine.segments import Segments, segments_of

FIRST_DAY, LAST_DAY = 650_000, 1_132_000  # the years 1780 to 3100 hold all dates that a plan may name
CONSTRAINTS = {kind: number for number, kind in enumerate(ConstraintKind)}


@dataclass(frozen=True, slots=True)
class TaskRows:
    """One row per node: constraint and its date, deadline, what is fixed and by what, progress, activity."""

    constraint: Ints
    at: Ints
    deadline: Ints
    fixed_start: Ints
    fixed_finish: Ints
    fixed_by: Ints
    resume: Ints
    delay: Ints
    done: Ints
    active: Ints


@dataclass(frozen=True, slots=True)
class CompiledPlan:
    """All that the kernels need; `tables` may be replaced by `widened` when dates run off the horizon.

    `node_kind` (m,), `roll_of` (m,): the roll of a gate; `order` (m,); `parent` (n,): node of the parent or
    NONE.
    `calendar` (n,): the calendar in which slack is counted. `project_start`: aligned to working time.
    """

    ids: tuple[str, ...]
    node_kind: Ints
    roll_of: Ints
    parent: Ints
    order: Ints
    edges: Edges
    segments: Segments
    rows: TaskRows
    calendar: Ints
    book: CalendarBook
    horizon: Horizon
    tables: WorkTables
    warnings: tuple[str, ...]

    @property
    def size(self) -> int:
        """Number of tasks."""
        return len(self.ids)

    def widened(self) -> "CompiledPlan":
        """The same plan over a horizon three times as long; raises BeyondHorizon at the end of the
        calendar."""
        self._refuse_idle_calendars()
        if self.horizon.last >= LAST_DAY:
            raise BeyondHorizon("The plan runs on past the last year that the engine reckons with.")
        length = self.horizon.last - self.horizon.first
        horizon = Horizon(
            max(FIRST_DAY, self.horizon.first - length), min(LAST_DAY, self.horizon.last + length)
        )
        values = {f.name: getattr(self, f.name) for f in fields(self)}
        return CompiledPlan(**(values | {"horizon": horizon, "tables": self.book.tables(horizon)}))

    def _refuse_idle_calendars(self) -> None:
        """Raise NoWorkingTime when work or lag is planned on a calendar that never has any."""
        used = np.concatenate([self.segments.calendar[self.segments.minutes > 0], self.edges.lag_calendar])
        self.book.refuse_idle(sorted(set(used.tolist()) - {k.NONE}))


def compile_plan(project: Project, *, status_date: datetime | None = None) -> CompiledPlan:
    """Turn a project into arrays; raises Cycle and NoWorkingTime.

    >>> from northline.engine.model import Link, Minutes, standard_calendar
    >>> plan = compile_plan(Project(id="p", name="", start=datetime(2026, 3, 2, 8),
    ...     calendars=(standard_calendar(),), links=(Link("a", "b"),),
    ...     tasks=(Task(id="b"), Task(id="a", duration=Minutes(480)))))
    >>> plan.order.tolist(), plan.segments.minutes.tolist()
    ([1, 0], [0, 480])
    """
    index = {task.id: number for number, task in enumerate(project.tasks)}
    parent = np.array([index[t.parent] if t.parent is not None else k.NONE for t in project.tasks], np.int64)
    summaries = np.unique(parent[parent >= 0])
    count, nodes = len(index), len(index) + len(summaries)
    node_kind = np.zeros(nodes, np.int64)
    node_kind[summaries] = k.ROLL
    node_kind[count:] = k.GATE
    gate_of = np.full(count, k.NONE, np.int64)
    gate_of[summaries] = np.arange(count, nodes)
    book = CalendarBook(project)
    segments, calendar = segments_of(project, index, book, node_kind)
    edges, warnings = edges_of(project, index=index, parent=parent, gate_of=gate_of, book=book, nodes=nodes)
    roll_of = np.concatenate([np.arange(count), summaries]).astype(np.int64)
    ids = tuple(index)
    horizon = _horizon(project)
    return CompiledPlan(
        ids=ids,
        node_kind=node_kind,
        roll_of=roll_of,
        parent=parent,
        order=order_of(edges.ptr, edges.source, [ids[v] for v in roll_of.tolist()]),
        edges=edges,
        segments=segments,
        rows=_rows(project, node_kind, summaries, status_date),
        calendar=calendar,
        book=book,
        horizon=horizon,
        tables=book.tables(horizon),
        warnings=tuple(warnings),
    )


def _rows(project: Project, node_kind: Ints, summaries: Ints, status_date: datetime | None) -> TaskRows:
    tasks = list(project.tasks) + [project.tasks[s] for s in summaries.tolist()]

    def column(value: Callable[[Task], int]) -> Ints:
        return np.fromiter((value(t) for t in tasks), np.int64, len(tasks))

    constraints = [_constraint(t) for t in tasks]
    rows = TaskRows(
        constraint=np.array([CONSTRAINTS[c.kind] for c in constraints], np.int64),
        at=np.array([_minute(c.at) for c in constraints], np.int64),
        deadline=column(lambda t: _minute(t.deadline)),
        fixed_start=column(lambda t: _fixed_start(t, project)),
        fixed_finish=column(_fixed_finish),
        fixed_by=column(lambda t: k.BY_ACTUAL if t.actual_start else k.BY_MANUAL),
        resume=column(lambda t: _resume(t, status_date)),
        delay=column(lambda t: 0 if t.actual_start else t.levelling_delay),
        done=column(lambda t: 2 if t.actual_finish else 1 if t.actual_start else 0),
        active=column(lambda t: int(t.active)),
    )
    _part_summaries(rows, node_kind)
    return rows


def _part_summaries(rows: TaskRows, node_kind: Ints) -> None:
    """Give a summary's pushing constraint to its gate, its bounding ones to its roll, and its facts to
    neither."""
    gate, roll = node_kind == k.GATE, node_kind == k.ROLL
    rows.constraint[gate & (rows.constraint != k.SNET)] = k.ASAP
    rows.constraint[roll & (rows.constraint != k.FNLT)] = k.ASAP
    rows.deadline[gate] = k.NONE
    rows.done[gate | roll] = 0
    rows.resume[gate | roll] = k.NONE
    rows.delay[gate | roll] = 0
    pinned = gate | (roll & (rows.fixed_by == k.BY_ACTUAL))
    rows.fixed_start[pinned] = k.NONE
    rows.fixed_finish[pinned] = k.NONE


def _constraint(task: Task) -> Constraint:
    if task.manual and task.manual_start is None and task.manual_finish is not None:
        return Constraint(ConstraintKind.MFO, task.manual_finish)
    return Constraint() if task.manual else task.constraint


def _fixed_start(task: Task, project: Project) -> int:
    if task.actual_start is not None:
        return to_minute(task.actual_start)
    if task.manual and task.manual_start is None and task.manual_finish is None:
        return to_minute(project.start)
    return _minute(task.manual_start) if task.manual else k.NONE


def _fixed_finish(task: Task) -> int:
    if task.actual_finish is not None:
        return to_minute(task.actual_finish)
    return _minute(task.manual_finish) if task.manual and task.manual_start is not None else k.NONE


def _resume(task: Task, status_date: datetime | None) -> int:
    if task.actual_start is None or task.actual_finish is not None:
        return k.NONE
    return max(_minute(task.resume), _minute(status_date))


def _minute(moment: datetime | None) -> int:
    return k.NONE if moment is None else to_minute(moment)


def _horizon(project: Project) -> Horizon:
    """Two years about all dates that the plan names; `widened` is there for plans that run longer."""
    named = [project.start, project.finish, project.status_date]
    for t in project.tasks:
        named += (
            t.constraint.at,
            t.deadline,
            t.actual_start,
            t.actual_finish,
            t.manual_start,
            t.manual_finish,
        )
    days = [to_minute(d) // MINUTES_A_DAY for d in named if d is not None]
    return Horizon(max(FIRST_DAY, min(days) - 730), min(LAST_DAY, max(days) + 730))
