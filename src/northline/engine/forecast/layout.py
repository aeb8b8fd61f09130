"""Which node of a plan is simulated how, and where its dates lie in a block."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from northline.engine import kernels as k
from northline.engine.calendars import Ints
from northline.engine.compiled import CompiledPlan
from northline.engine.forecast import kernel as f
from northline.engine.forecast.draws import Draws

Flags = npt.NDArray[np.bool_]
PLAIN = (k.ASAP, k.ALAP, k.SNET, k.FNET)


@dataclass(frozen=True, slots=True)
class Layout:
    """Arrays per node (m,) and per edge for `kernel.simulate_range`; rows m and up of a block hold starts."""

    rows: int
    cls: Ints
    floor: Ints
    need_floor: Ints
    pre_row: Ints
    fixed_code: Ints
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


def counted_nodes(plan: CompiledPlan) -> Flags:
    """The nodes whose last finish is the project's, as the scheduler counts them."""
    own = (plan.node_kind == k.LEAF) | ((plan.node_kind == k.ROLL) & (plan.rows.fixed_finish != k.NONE))
    active = own & (plan.rows.active == 1)
    answer: Flags = active if active.any() else own
    return answer


def layout_of(plan: CompiledPlan, draws: Draws, *, begin: int, status: int, not_before: Ints) -> Layout:
    """Choose the quickest way that is exact for every node."""
    return _Layouter(plan, draws, begin=begin, status=status, not_before=not_before).run()


class _Layouter:
    def __init__(
        self, plan: CompiledPlan, draws: Draws, *, begin: int, status: int, not_before: Ints
    ) -> None:
        self.plan, self.draws, self.status, self.not_before = plan, draws, status, not_before.tolist()
        t = plan.tables
        self.flag = np.zeros(1, np.int64)
        self.time = (t.begin, t.end, t.before, t.offset, np.array([t.low, t.high], np.int64), self.flag)
        self.calendar = self._most_used()
        self.begin = begin
        self.begin_code = self.code(begin)
        m, edges = len(plan.order), len(plan.edges.source)
        self.cls = np.full(m, f.SKIP, np.int64)
        self.floor = np.full(m, self.begin_code, np.int64)
        self.need_floor, self.start_row, self.pre_row = (np.full(m, -1, np.int64) for _ in range(3))
        self.start_exact, self.has_need = (np.zeros(m, np.int64) for _ in range(2))
        self.fixed_code = np.full((m, 2), -1, np.int64)
        self.e_row, self.e_start = plan.edges.source.copy(), np.full(edges, -1, np.int64)
        self.e_mode = np.full(edges, f.SLOW, np.int64)
        self.idle: set[int] = set()

    def code(self, minute: int) -> int:
        return int(f.encode(minute, self.calendar, *self.time))

    def aligned(self, minute: int, calendar: int) -> int:
        return int(k.shift(minute, 0, calendar, True, *self.time))

    def run(self) -> Layout:
        """Classes in order, then edges, then the rows that anything reads."""
        self.columns = {
            name: getattr(self.plan.rows, name).tolist()
            for name in ("constraint", "at", "fixed_start", "fixed_finish", "resume", "delay", "active")
        }
        e = self.plan.edges
        self.ptr, self.source, self.kind = e.ptr.tolist(), e.source.tolist(), e.kind.tolist()
        self.lag, self.lag_cal = e.lag.tolist(), e.lag_calendar.tolist()
        self.node_kind, order = self.plan.node_kind.tolist(), self.plan.order.tolist()
        for v in order:
            self._classify(v)
        self._drop_inactive_children()
        counted = counted_nodes(self.plan)
        rows = self._rows_read(order, counted)
        return Layout(
            rows, self.cls, self.floor, self.need_floor, self.pre_row, self.fixed_code, self.start_row, self.start_exact,
            self.has_need, self._last_in_line(counted), self.e_row, self.e_start, self.e_mode,
            self.calendar, self.begin_code, int(self.flag[0]),
        )  # fmt: skip

    def _most_used(self) -> int:
        """The calendar of most stretches of work; elapsed time where that has no working time."""
        plan = self.plan
        used = np.bincount(plan.segments.calendar, minlength=len(plan.tables.offset) - 1)
        best = int(np.argmax(used)) if len(plan.segments.calendar) else 0
        return best if plan.tables.offset[best + 1] > plan.tables.offset[best] else 0

    def _classify(self, v: int) -> None:
        into = range(self.ptr[v], self.ptr[v + 1])
        c = self.columns
        for end, name in enumerate(("fixed_start", "fixed_finish")):
            if c[name][v] != k.NONE:
                self.fixed_code[v, end] = self.code(c[name][v])
        if self.node_kind[v] == k.ROLL:
            self.cls[v] = f.ROLL
            for e in into:
                self.e_mode[e] = f.COPY
            return
        if self.node_kind[v] == k.GATE:
            self.cls[v] = f.MARK
            if c["constraint"][v] == k.SNET:
                self.floor[v] = max(self.begin_code, self.code(c["at"][v]))
            elif all(self.source[e] in self.idle for e in into):
                self.idle.add(v)
        elif c["fixed_start"][v] != k.NONE and c["fixed_finish"][v] != k.NONE:
            self.cls[v] = f.FIXED
            return
        else:
            self.cls[v] = self._leaf_class(v, into)
        self._edges(v, into)

    def _leaf_class(self, v: int, into: range) -> int:
        c = self.columns
        g = int(self.plan.segments.ptr[v])
        low = float(self.draws.low[g])
        empty = low == 0 and self.draws.width[g] == 0
        odd = (
            self.plan.segments.ptr[v + 1] - g != 1
            or c["constraint"][v] not in PLAIN
            or any(c[name][v] != k.NONE for name in ("fixed_start", "fixed_finish", "resume"))
            or any(self.kind[e] == k.SF for e in into)
            or (low < 1 and not empty)
            or self.draws.fixed[g] > 0
        )
        own = int(self.plan.segments.calendar[g])
        apart = c["delay"][v] > 0 or own != self.calendar
        if odd or (apart and (empty or self._pulled(v, into))) or not self._floors(v, into, empty, own):
            return f.GENERAL
        if empty:
            return f.MARK
        return f.APART if apart else f.WORK

    def _pulled(self, v: int, into: range) -> bool:
        """Does anything hold the task's finish?"""
        return self.columns["constraint"][v] == k.FNET or any(self.kind[e] == k.FF for e in into)

    def _floors(self, v: int, into: range, empty: bool, own: int) -> bool:
        """Fold the start of the project, the status date and start or finish constraints into the floors; False
        where the rule of a constraint depends on more."""
        c = self.columns
        kind, at = c["constraint"][v], c["at"][v]
        floors = [self.begin_code]
        if self.status != k.NONE:
            floors.append(self.code(self.status))
        if kind == k.SNET:
            start = self.aligned(at, own)
            if empty and start != at:
                return False
            linked = any(self.kind[e] != k.INTO for e in into)
            if not linked:
                if any(self.source[e] not in self.idle for e in into):
                    return False
                floors = []
            floors.append(self.code(start))
        if kind == k.FNET:
            if empty:
                floors.append(self.code(at))
            else:
                self.need_floor[v] = self.code(at)
        if self.not_before[v] != k.NONE:
            floors.append(self.code(self.not_before[v]))
        self.floor[v] = max(floors)
        self.has_need[v] = int(self._pulled(v, into) and not empty)
        return True

    def _edges(self, v: int, into: range) -> None:
        """Edges from idle gates say no more than the floor; a lag on the block's calendar is one addition."""
        for e in into:
            lag = self.lag[e]
            if self.cls[v] != f.GENERAL and self.source[e] in self.idle:
                self.e_mode[e] = f.DROP
            elif lag == 0:
                self.e_mode[e] = f.COPY
            elif self.lag_cal[e] == self.calendar and (lag > 0 or self.cls[v] == f.WORK):
                self.e_mode[e] = f.ADD

    def _drop_inactive_children(self) -> None:
        active = self.columns["active"]
        for v in np.flatnonzero(self.cls == f.ROLL).tolist():
            into = range(self.ptr[v], self.ptr[v + 1])
            if any(active[self.source[e]] for e in into):
                for e in into:
                    if not active[self.source[e]]:
                        self.e_mode[e] = f.DROP

    def _rows_read(self, order: list[int], counted: Flags) -> int:
        """Skip what nothing reads, give starts that something reads a row, and return the number of rows."""
        rows = len(order)
        needed = counted.copy()
        for v in reversed(order):
            if not needed[v]:
                self.cls[v] = f.SKIP
                continue
            if self.cls[v] == f.APART:
                self.pre_row[v] = rows
                rows += 1
            for e in range(self.ptr[v], self.ptr[v + 1]):
                if self.e_mode[e] == f.DROP:
                    continue
                p = self.source[e]
                needed[p] = True
                inside = self.cls[v] == f.ROLL and self.start_row[v] >= 0
                if inside or self.kind[e] in (k.SS, k.SF):
                    if self.cls[p] != f.MARK and self.start_row[p] < 0:
                        self.start_row[p] = rows
                        rows += 1
                    row = p if self.cls[p] == f.MARK else int(self.start_row[p])
                    if inside:
                        self.e_start[e] = row
                    else:
                        self.e_row[e] = row
                    if self.cls[v] != f.WORK or self.e_mode[e] == f.SLOW:
                        self.start_exact[p] = 1
        return rows

    def _last_in_line(self, counted: Flags) -> Ints:
        """Counted nodes less those that a plain successor by FS without lead surely outlasts."""
        answer = counted.copy()
        plain = (self.cls == f.WORK) | (self.cls == f.MARK)
        for v in np.flatnonzero(plain & counted).tolist():
            for e in range(self.ptr[v], self.ptr[v + 1]):
                if self.kind[e] == k.FS and self.e_mode[e] in (f.COPY, f.ADD) and self.lag[e] >= 0:
                    answer[self.source[e]] = False
        return answer.astype(np.int64)
