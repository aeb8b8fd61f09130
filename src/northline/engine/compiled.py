"""A plan turned into arrays, once; the passes and the forecast simulation run over them.

Nodes 0 to n-1 are the tasks in the project's order (a summary's node is its roll), nodes n to m-1 the gates
of the summaries. Edges into node v are rows `ptr[v]` to `ptr[v + 1]`. Segments of task v, rows `seg_ptr[v]`
to
`seg_ptr[v + 1]`, are the stretches of work that run side by side, each on its own calendar; the task ends
with the last. All dates are absolute minutes, NONE (-1) where absent; all arrays int64.
"""

from dataclasses import dataclass, fields
from datetime import datetime
from typing import NoReturn

import numpy as np

from northline.engine import kernels as k
from northline.engine.calendar_book import CalendarBook
from northline.engine.calendars import Horizon, Ints, WorkTables, to_minute
from northline.engine.checks import refuse_bad_date
from northline.engine.edges import Edges, edges_of
from northline.engine.errors import BeyondHorizon
from northline.engine.model import MINUTES_A_DAY, Project
from northline.engine.network import order_of
from northline.engine.nodes import nodes_of
from northline.engine.rows import TaskRows, rows_of, talkative
from northline.engine.segments import Segments, segments_of

FIRST_DAY, LAST_DAY = 650_000, 1_132_000  # the years 1780 to 3100 hold all dates that a plan may name
LAST_YEAR = 3099


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

    def widened(self, finish: Ints | None = None) -> "CompiledPlan":
        """The same plan over a horizon three times as long; raises BeyondHorizon at the end of the calendar.

        The `finish` of every node tells which tasks ran on too long.
        """
        self._refuse_idle_calendars()
        if self.horizon.last >= LAST_DAY:
            self._refuse_endless(finish)
        length = self.horizon.last - self.horizon.first
        horizon = Horizon(
            max(FIRST_DAY, self.horizon.first - length), min(LAST_DAY, self.horizon.last + length)
        )
        values = {f.name: getattr(self, f.name) for f in fields(self)}
        return CompiledPlan(**(values | {"horizon": horizon, "tables": self.book.tables(horizon)}))

    def _refuse_idle_calendars(self) -> None:
        """Raise NoWorkingTime when work or lag is planned on a calendar that never has any."""
        used = np.concatenate([self.segments.calendar[self.segments.minutes > 0], self.edges.lag_calendar])
        self.book.refuse_idle(sorted(set(used.tolist()) - {k.NONE}), users=self._workers)

    def _workers(self, calendar: int) -> list[str]:
        """The tasks with work on a calendar."""
        task = np.repeat(np.arange(self.size), np.diff(self.segments.ptr))
        works = (self.segments.calendar == calendar) & (self.segments.minutes > 0)
        return [self.ids[v] for v in np.unique(task[works]).tolist()]

    def _refuse_endless(self, finish: Ints | None) -> NoReturn:
        last = LAST_DAY * MINUTES_A_DAY
        off = [] if finish is None else np.flatnonzero(finish[: self.size] >= last).tolist()
        ids = [self.ids[v] for v in off if self.node_kind[v] == k.LEAF]
        who = f"Task {ids[0]} runs" if ids else "The plan runs"
        raise BeyondHorizon(
            f"{who} on past the year {LAST_YEAR}, the last that is reckoned with. Look for a wrong duration, lag or date.",
            ids=ids,
        )


def compile_plan(project: Project, *, status_date: datetime | None = None) -> CompiledPlan:
    """Turn a project into arrays; raises Cycle and NoWorkingTime.

    >>> from northline.engine.model import Link, Minutes, Task, standard_calendar
    >>> plan = compile_plan(Project(id="p", name="", start=datetime(2026, 3, 2, 8),
    ...     calendars=(standard_calendar(),), links=(Link("a", "b"),),
    ...     tasks=(Task(id="b"), Task(id="a", duration=Minutes(480)))))
    >>> plan.order.tolist(), plan.segments.minutes.tolist()
    ([1, 0], [0, 480])
    """
    refuse_bad_date(status_date)
    found = nodes_of(project)
    odd = talkative(project.tasks)
    book = CalendarBook(project)
    leaf = found.kind[: len(found.ids)] == k.LEAF
    segments, calendar = segments_of(project, found.index, book, leaf=leaf, odd=odd)
    edges, warnings = edges_of(project, found, book=book, odd=odd)
    horizon = _horizon(project, odd)
    return CompiledPlan(
        ids=found.ids,
        node_kind=found.kind,
        roll_of=found.roll_of,
        parent=found.parent,
        order=order_of(edges.ptr, edges.source, found.ids, found.roll_of),
        edges=edges,
        segments=segments,
        rows=rows_of(project, odd, node_kind=found.kind, summaries=found.summaries, status_date=status_date),
        calendar=calendar,
        book=book,
        horizon=horizon,
        tables=book.tables(horizon),
        warnings=warnings,
    )


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
