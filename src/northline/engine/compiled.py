"""A plan turned into arrays, once; the passes and the forecast simulation run over them.

Nodes 0 to n-1 are the tasks in the project's order (a summary's node is its roll), nodes n to m-1 the gates
of the summaries. Edges into node v are rows `ptr[v]` to `ptr[v + 1]`. Segments of task v, rows `seg_ptr[v]`
to
`seg_ptr[v + 1]`, are the stretches of work that run side by side, each on its own calendar; the task ends
with the last. All dates are absolute minutes, NONE (-1) where absent; all arrays int64.
"""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import datetime
from operator import attrgetter

import numpy as np

from northline.engine import kernels as k
from northline.engine.calendar_book import CalendarBook
from northline.engine.calendars import Horizon, Ints, WorkTables, to_minute
from northline.engine.edges import Edges, edges_of
from northline.engine.errors import BeyondHorizon
from northline.engine.model import MINUTES_A_DAY, Project
from northline.engine.network import order_of
from northline.engine.rows import TaskRows, rows_of, talkative
from northline.engine.segments import Segments, segments_of

FIRST_DAY, LAST_DAY = 650_000, 1_132_000  # the years 1780 to 3100 hold all dates that a plan may name


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

    >>> from northline.engine.model import Link, Minutes, Task, standard_calendar
    >>> plan = compile_plan(Project(id="p", name="", start=datetime(2026, 3, 2, 8),
    ...     calendars=(standard_calendar(),), links=(Link("a", "b"),),
    ...     tasks=(Task(id="b"), Task(id="a", duration=Minutes(480)))))
    >>> plan.order.tolist(), plan.segments.minutes.tolist()
    ([1, 0], [0, 480])
    """
    tasks = project.tasks
    count = len(tasks)
    ids = tuple(map(attrgetter("id"), tasks))
    index: dict[str | None, int] = dict(zip(ids, range(count), strict=True))
    parent = _column(map(({None: k.NONE} | index).__getitem__, map(attrgetter("parent"), tasks)), count)
    summaries = np.unique(parent[parent >= 0])
    nodes = count + len(summaries)
    node_kind = np.zeros(nodes, np.int64)
    node_kind[summaries] = k.ROLL
    node_kind[count:] = k.GATE
    gate_of = np.full(count, k.NONE, np.int64)
    gate_of[summaries] = np.arange(count, nodes)
    roll_of = np.concatenate([np.arange(count), summaries]).astype(np.int64)
    odd = talkative(tasks)
    book = CalendarBook(project)
    segments, calendar = segments_of(project, index, book, leaf=node_kind[:count] == k.LEAF, odd=odd)
    edges, warnings = edges_of(
        project, index=index, parent=parent, gate_of=gate_of, book=book, nodes=nodes, odd=odd
    )
    rows = rows_of(project, odd, node_kind=node_kind, summaries=summaries, status_date=status_date)
    horizon = _horizon(project, odd)
    return CompiledPlan(
        ids=ids,
        node_kind=node_kind,
        roll_of=roll_of,
        parent=parent,
        order=order_of(edges.ptr, edges.source, ids, roll_of),
        edges=edges,
        segments=segments,
        rows=rows,
        calendar=calendar,
        book=book,
        horizon=horizon,
        tables=book.tables(horizon),
        warnings=tuple(warnings),
    )


def _column(values: Iterable[int], count: int) -> Ints:
    return np.fromiter(values, np.int64, count)


def _horizon(project: Project, odd: list[int]) -> Horizon:
    """Two years about all dates that the plan names; `widened` is there for plans that run longer."""
    named = [project.start, project.finish, project.status_date]
    for t in map(project.tasks.__getitem__, odd):
        named += (
            t.constraint.at,
            t.deadline,
            t.actual_start,
            t.actual_finish,
            t.manual_start,
            t.manual_finish,
        )
        named.append(t.resume)
    days = [to_minute(d) // MINUTES_A_DAY for d in named if d is not None]
    return Horizon(max(FIRST_DAY, min(days) - 730), min(LAST_DAY, max(days) + 730))
