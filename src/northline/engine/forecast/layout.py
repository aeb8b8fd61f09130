"""Which node of a plan is simulated how, and where its dates lie in a block."""

from dataclasses import dataclass

import numpy as np

from northline.engine import kernels as k
from northline.engine.calendars import Ints
from northline.engine.compiled import CompiledPlan
from northline.engine.forecast import codes
from northline.engine.forecast import kernel as f
from northline.engine.forecast.draws import Draws, Flags
from northline.engine.forecast.wanted import counted_nodes, drop_inactive, last_in_line, needed_nodes

PLAIN = (k.ASAP, k.ALAP, k.SNET, k.FNET)


@dataclass(frozen=True, slots=True)
class Layout:
    """Arrays per node (m,) and per edge for the loops; rows m and up of a block hold starts.

    `target` (edges,) is the node that an edge runs into, `resume_code` (m,) the code before which the rest of begun work
    does not go on, or -1.
    """

    rows: int
    cls: Ints
    floor: Ints
    need_floor: Ints
    pre_row: Ints
    fixed_code: Ints
    resume_code: Ints
    start_row: Ints
    start_exact: Ints
    has_need: Ints
    counted: Ints
    e_row: Ints
    e_start: Ints
    e_mode: Ints
    calendar: int
    begin_code: int
    flag: int
    target: Ints


def layout_of(
    plan: CompiledPlan, draws: Draws, *, begin: int, status: int, not_before: Ints, general: Flags, read: Flags,
    apart: bool = True,
) -> Layout:  # fmt: skip
    """Choose the quickest way that is exact for every node; nodes in `general` go the scheduler's own way.

    `read` (m,) are nodes whose finish is wanted even if no other node needs it. `apart` false sends tasks on
    calendars of their own and begun ones, too, the scheduler's way.
    """
    made = _Layouter(plan, draws, begin=begin, status=status, not_before=not_before)
    made.general, made.apart = general, apart
    return made.run(read)


class _Layouter:
    general: Flags
    apart: bool

    def __init__(
        self, plan: CompiledPlan, draws: Draws, *, begin: int, status: int, not_before: Ints
    ) -> None:
        self.plan, self.draws, self.status, self.not_before = plan, draws, status, not_before
        t = plan.tables
        self.flag = np.zeros(1, np.int64)
        self.time = (t.begin, t.end, t.before, t.offset, t.index, self.flag)
        self.calendar = self._most_used()
        self.begin_code = self.code(begin)
        m, edges = len(plan.order), len(plan.edges.source)
        self.cls = np.full(m, f.SKIP, np.int64)
        self.floor = np.full(m, self.begin_code, np.int64)
        self.need_floor, self.start_row, self.pre_row = (np.full(m, -1, np.int64) for _ in range(3))
        self.start_exact, self.has_need = (np.zeros(m, np.int64) for _ in range(2))
        self.fixed_code = np.full((m, 2), -1, np.int64)
        self.resume_code = np.full(m, -1, np.int64)
        self.e_row, self.e_start = plan.edges.source.copy(), np.full(edges, -1, np.int64)
        self.e_mode = np.full(edges, codes.SLOW, np.int64)
        self.target = np.repeat(np.arange(m), np.diff(plan.edges.ptr))
        self.place = np.empty(m, np.int64)
        self.place[plan.order] = np.arange(m)
        self.idle: set[int] = set()

    def code(self, minute: int) -> int:
        return int(codes.encode(minute, self.calendar, *self.time))

    def aligned(self, minute: int, calendar: int) -> int:
        return int(k.shift(minute, 0, calendar, True, *self.time))

    def run(self, read: Flags) -> Layout:
        """Classes, then edges, then the rows that anything reads."""
        plan = self.plan
        self._fixed_codes()
        self.cls[plan.node_kind == k.ROLL] = f.ROLL
        for v in plan.order[plan.node_kind[plan.order] == k.GATE].tolist():
            self._gate(v)
        simple = self._simple_leaves()
        for v in np.flatnonzero((plan.node_kind == k.LEAF) & ~simple).tolist():
            self.cls[v] = self._leaf_class(v)
        self._edges()
        drop_inactive(plan, self.e_mode, self.cls)
        counted = counted_nodes(plan)
        rows = self._rows_read(counted | read)
        return Layout(
            rows, self.cls, self.floor, self.need_floor, self.pre_row, self.fixed_code, self.resume_code, self.start_row,
            self.start_exact, self.has_need, last_in_line(plan.edges, self.e_mode, self.target, self.cls, counted), self.e_row, self.e_start, self.e_mode,
            self.calendar, self.begin_code, int(self.flag[0]), self.target,
        )  # fmt: skip

    def _most_used(self) -> int:
        """The calendar of most stretches of work; elapsed time where that has no working time."""
        plan = self.plan
        used = np.bincount(plan.segments.calendar, minlength=len(plan.tables.offset) - 1)
        best = int(np.argmax(used)) if len(plan.segments.calendar) else 0
        return best if plan.tables.offset[best + 1] > plan.tables.offset[best] else 0

    def _fixed_codes(self) -> None:
        for end, dates in enumerate((self.plan.rows.fixed_start, self.plan.rows.fixed_finish)):
            for v in np.flatnonzero(dates != k.NONE).tolist():
                self.fixed_code[v, end] = self.code(int(dates[v]))
        for v in np.flatnonzero(self.plan.rows.resume != k.NONE).tolist():
            self.resume_code[v] = self.code(int(self.plan.rows.resume[v]))

    def _into(self, v: int) -> range:
        return range(int(self.plan.edges.ptr[v]), int(self.plan.edges.ptr[v + 1]))

    def _gate(self, v: int) -> None:
        """A gate that says no more than the project's start is idle."""
        self.cls[v] = f.MARK
        if self.plan.rows.constraint[v] == k.SNET:
            self.floor[v] = max(self.begin_code, self.code(int(self.plan.rows.at[v])))
        elif all(int(self.plan.edges.source[e]) in self.idle for e in self._into(v)):
            self.idle.add(v)

    def _simple_leaves(self) -> Flags:
        """Set the leaves without anything special, most of a plan, at once; returns which they are (m,)."""
        plan, draws, r, m = self.plan, self.draws, self.plan.rows, len(self.plan.order)
        simple = (plan.node_kind == k.LEAF) & (r.constraint == k.ASAP) & (r.delay == 0) & ~self.general
        for dates in (r.fixed_start, r.fixed_finish, r.resume, self.not_before):
            simple &= dates == k.NONE
        first, n = plan.segments.ptr[:-1], plan.size
        one = np.zeros(m, np.bool_)
        one[:n] = np.diff(plan.segments.ptr) == 1
        own = np.minimum(first, max(0, len(plan.segments.minutes) - 1))
        if n:
            one[:n] &= (plan.segments.calendar[own] == self.calendar) & (draws.fixed[own] == 0)
            one[:n] &= (draws.least > 0) & (draws.varies | (draws.low[own] >= 1))
        simple &= one
        simple[self.target[plan.edges.kind == k.SF]] = False
        self.cls[simple] = f.WORK
        pulled = np.zeros(m, np.bool_)
        pulled[self.target[plan.edges.kind == k.FF]] = True
        self.has_need[simple & pulled] = 1
        if self.status != k.NONE:
            self.floor[simple] = max(self.begin_code, self.code(self.status))
        made: Flags = simple
        return made

    def _leaf_class(self, v: int) -> int:
        into, rows, kind = self._into(v), self.plan.rows, self.plan.edges.kind
        if self.fixed_code[v, 0] >= 0 and self.fixed_code[v, 1] >= 0:
            return f.FIXED
        if self.general[v]:
            return f.GENERAL
        first, last = int(self.plan.segments.ptr[v]), int(self.plan.segments.ptr[v + 1])
        varies = bool(self.draws.varies[v])
        if self.apart and self.fixed_code[v, 0] >= 0 and self._begun(v, into, first, last):
            return f.BEGUN
        empty = self.draws.low[first] == 0 and not varies
        several = last - first > 1
        odd = (
            rows.constraint[v] not in PLAIN
            or max(rows.fixed_start[v], rows.fixed_finish[v], rows.resume[v]) != k.NONE
            or any(kind[e] == k.SF for e in into)
            or (several and not self.apart)
            or not (empty or self._worked(v, first, last))
            or self.draws.fixed[first:last].any()
        )
        own = int(self.plan.segments.calendar[first])
        apart = rows.delay[v] > 0 or own != self.calendar or several
        if (
            odd
            or (apart and (not self.apart or empty or self._pulled(v, into)))
            or not self._floors(v, into, empty, self.plan.segments.calendar[first:last])
        ):
            return f.GENERAL
        if empty:
            return f.MARK
        return f.APART if apart else f.WORK

    def _worked(self, v: int, first: int, last: int) -> bool:
        """Does every stretch of the task last at least a minute in every sample?"""
        if self.draws.varies[v]:
            return last > first and bool(self.draws.least[v] > 0)
        return last > first and bool((self.draws.low[first:last] >= 1).all())

    def _begun(self, v: int, into: range, first: int, last: int) -> bool:
        """Has the task begun, so that only what is left of it varies, and its links at most hold that back?"""
        rows = self.plan.rows
        usual = rows.constraint[v] in (k.ASAP, k.SNET) and rows.fixed_finish[v] == k.NONE
        if (
            not usual
            or rows.delay[v] > 0
            or rows.fixed_by[v] == k.BY_ALAP
            or not self._worked(v, first, last)
        ):
            return False
        if any(self.plan.edges.kind[e] == k.SF for e in into):
            return False
        self.has_need[v] = int(rows.fixed_by[v] == k.BY_ACTUAL_HELD)
        return True

    def _pulled(self, v: int, into: range) -> bool:
        """Does anything hold the task's finish?"""
        return bool(
            self.plan.rows.constraint[v] == k.FNET or any(self.plan.edges.kind[e] == k.FF for e in into)
        )

    def _floors(self, v: int, into: range, empty: bool, calendars: Ints) -> bool:
        """Fold the start of the project, the status date and start or finish constraints into the floors; False
        where the rule of a constraint depends on more."""
        source = self.plan.edges.source
        kind, at = int(self.plan.rows.constraint[v]), int(self.plan.rows.at[v])
        floors = [self.begin_code]
        if self.status != k.NONE:
            floors.append(self.code(self.status))
        if kind == k.SNET:
            start = min(self.aligned(at, c) for c in calendars.tolist())
            if empty and start != at:
                return False
            linked = any(self.plan.edges.kind[e] != k.INTO for e in into)
            if not linked:
                if any(int(source[e]) not in self.idle for e in into):
                    return False
                floors = []
            floors.append(self.code(start))
        if kind == k.FNET:
            if empty:
                floors.append(self.code(at))
            else:
                self.need_floor[v] = self.code(at)
        if self.not_before[v] != k.NONE:
            floors.append(self.code(int(self.not_before[v])))
        self.floor[v] = max(floors)
        self.has_need[v] = int(self._pulled(v, into) and not empty)
        return True

    def _edges(self) -> None:
        """Edges from idle gates say no more than the floor; a lag on the block's calendar is one addition."""
        e = self.plan.edges
        cls = self.cls[self.target]
        added = (e.lag_calendar == self.calendar) & ((e.lag > 0) | (cls == f.WORK))
        self.e_mode[added] = codes.ADD
        self.e_mode[(e.lag == 0) | (cls == f.ROLL)] = codes.COPY
        if self.idle:
            idle = np.zeros(len(self.cls), np.bool_)
            idle[list(self.idle)] = True
            self.e_mode[idle[e.source] & (cls != f.GENERAL)] = codes.DROP
        held = self.has_need[self.target] == 1
        self.e_mode[(cls == f.FIXED) | ((cls == f.BEGUN) & ~held)] = codes.DROP

    def _rows_read(self, read: Flags) -> int:
        """Skip what nothing reads, give starts that something reads a row, and return the number of rows."""
        needed = needed_nodes(self.plan.edges, self.e_mode, self.target, self.place, read)
        self.cls[~needed] = f.SKIP
        rows = len(self.cls)
        apart = np.flatnonzero(self.cls == f.APART)
        self.pre_row[apart] = np.arange(rows, rows + len(apart))
        rows += len(apart)
        live = (self.e_mode != codes.DROP) & needed[self.target]
        kind = self.plan.edges.kind
        reads = np.flatnonzero(live & ((kind == k.SS) | (kind == k.SF) | (self.cls[self.target] == f.ROLL)))
        reads = reads[np.argsort(-self.place[self.target[reads]], kind="stable")]
        for e in reads.tolist():
            v, p = int(self.target[e]), int(self.plan.edges.source[e])
            inside = self.cls[v] == f.ROLL
            if inside and self.start_row[v] < 0:
                continue
            if self.cls[p] != f.MARK and self.start_row[p] < 0:
                self.start_row[p] = rows
                rows += 1
            row = p if self.cls[p] == f.MARK else int(self.start_row[p])
            if inside:
                self.e_start[e] = row
            else:
                self.e_row[e] = row
            if self.cls[v] != f.WORK or self.e_mode[e] == codes.SLOW:
                self.start_exact[p] = 1
        return rows
