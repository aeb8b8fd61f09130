"""A plan on one calendar as a short list of steps for plain.py, and positions back into dates."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from northline.engine import kernels as k
from northline.engine.calendars import Ints
from northline.engine.compiled import CompiledPlan
from northline.engine.forecast import codes, luck, steps
from northline.engine.forecast import kernel as f
from northline.engine.forecast.draws import Draws
from northline.engine.forecast.jit import compiled
from northline.engine.forecast.layout import Layout

Positions = npt.NDArray[np.int32]
MOST_BITS = 5
ROOM = 1 << 31
MEMORY = 1 << 26  # bytes of a block's rows, per thread


@dataclass(frozen=True, slots=True)
class Program:
    """The live nodes in order, what each is and what it waits for; `bits` tell apart fixed dates in one break.

    `named` and `named_date` are the positions that stand for a fixed date rather than a moment of work.
    """

    bits: int
    begin: int
    origin: int
    block: int
    node: Ints
    kind: Ints
    floor: Positions
    need_floor: Positions
    has_need: Ints
    start_row: Ints
    ends: Ints
    ptr: Ints
    e_row: Ints
    e_start: Ints
    e_keep: Positions
    e_add: Positions
    e_ends: Ints
    fixed_start: Positions
    fixed_finish: Positions
    fixed_row: Ints
    fixed_of: Ints
    fixed_at: Positions
    named: Ints
    named_date: Ints


def program_of(plan: CompiledPlan, draws: Draws, layout: Layout, samples: int) -> Program | None:
    """The steps, or None where the plan needs the general loop."""
    if not _is_plain(plan, layout):
        return None
    fixed = np.flatnonzero(layout.cls == f.FIXED)
    used = [
        layout.floor,
        layout.need_floor[layout.need_floor >= 0],
        layout.fixed_code[layout.fixed_code >= 0],
    ]
    constants = np.unique(np.concatenate([np.array([layout.begin_code], np.int64), *used]))
    work, gap = constants >> codes.GAP, constants & ((1 << codes.GAP) - 1)
    if work.min() < 1:
        return None
    rank = _ranks(work, gap)
    bits = int(rank.max()).bit_length()
    origin = layout.begin_code >> codes.GAP
    if bits > MOST_BITS or not _fits(plan, draws, layout, work - origin, bits):
        return None
    positions = ((work - origin) << bits) | rank

    def position(code: Ints) -> Positions:
        found = positions[np.minimum(np.searchsorted(constants, code), len(constants) - 1)]
        return np.where(code >= 0, found, steps.EARLIEST).astype(np.int32)

    named = np.flatnonzero(rank)
    node, ptr, edges = _steps(plan, layout)
    fixed_row, fixed_of, fixed_at, ends = _fixed_rows(layout, fixed)
    e, add = plan.edges, layout.e_mode[edges] == codes.ADD
    to_leaf = layout.cls[layout.target[edges]] == f.WORK
    return Program(
        bits=bits, begin=int(position(np.array([layout.begin_code]))[0]), origin=int(origin),
        block=_block(layout.rows, samples), node=node, kind=layout.cls[node], floor=position(layout.floor[node]),
        need_floor=position(layout.need_floor[node]), has_need=layout.has_need[node],
        start_row=layout.start_row[node], ends=np.concatenate([layout.counted[node], ends]),
        ptr=ptr, e_row=layout.e_row[edges], e_start=layout.e_start[edges],
        e_keep=np.where(add, ~((1 << bits) - 1), -1).astype(np.int32),
        e_add=np.where(add, e.lag[edges] << bits, 0).astype(np.int32),
        e_ends=(to_leaf & (e.kind[edges] == k.FF)).astype(np.int64),
        fixed_start=position(layout.fixed_code[node, 0]), fixed_finish=position(layout.fixed_code[node, 1]),
        fixed_row=fixed_row, fixed_of=fixed_of, fixed_at=position(fixed_at), named=positions[named],
        named_date=_dates(plan, layout, constants[named]),
    )  # fmt: skip


def dates_of(program: Program, plan: CompiledPlan, calendar: int, at: Positions) -> tuple[Ints, int]:
    """The dates (same shape) of positions, and a flag that is not zero if they left the horizon."""
    t = plan.tables
    own = slice(int(t.offset[calendar]), int(t.offset[calendar + 1]))
    begin, end, before = t.begin[own], t.end[own], t.before[own]
    work = (at.astype(np.int64) >> program.bits) + program.origin
    flag = 0
    if work.size and work.max() > before[-1] + end[-1] - begin[-1]:
        flag |= k.TOO_LATE
    if work.size and work.min() < 1:
        flag |= k.TOO_EARLY
    period = np.maximum(np.searchsorted(before, work, side="left") - 1, 0)
    dates = begin[period] + work - before[period]
    if len(program.named):
        which = np.minimum(np.searchsorted(program.named, at), len(program.named) - 1)
        dates = np.where(program.named[which] == at, program.named_date[which], dates)
    return dates, flag


def _is_plain(plan: CompiledPlan, layout: Layout) -> bool:
    """Are all live nodes simple, all live edges additions, and no start's exact date asked for?"""
    if np.isin(layout.cls, (f.GENERAL, f.APART, f.BEGUN)).any():
        return False
    live = (layout.cls[layout.target] != f.SKIP) & (layout.e_mode == codes.SLOW)
    if live.any():
        return False
    return not ((layout.cls == f.WORK) & (layout.start_exact == 1)).any()


def _ranks(work: Ints, gap: Ints) -> Ints:
    """Numbers of fixed dates that fall into the same break, 0 for those that end a period of work."""
    rank = np.zeros(len(work), np.int64)
    for i in range(len(work)):
        if gap[i]:
            rank[i] = rank[i - 1] + 1 if i and work[i - 1] == work[i] else 1
    return rank


def _fits(plan: CompiledPlan, draws: Draws, layout: Layout, fixed: Ints, bits: int) -> bool:
    """Can no sum of durations and lags leave 32 bits?"""
    most = draws.low.astype(np.float64).copy()
    first = plan.segments.ptr[:-1][: plan.size]
    known = draws.table >= 0
    most[first[known]] += draws.width[first[known]] * draws.tables.max(axis=1)[draws.table[known]]
    shared = np.maximum(draws.shared.low + draws.shared.width * draws.tables.max(), draws.shared.otherwise)
    for v in np.flatnonzero(np.diff(draws.extras.ptr)).tolist():
        for x in range(draws.extras.ptr[v], draws.extras.ptr[v + 1]):
            by = float(shared[draws.extras.row[x]])
            multiplied = draws.extras.kind[x] == luck.MULTIPLY
            most[first[v]] = most[first[v]] * by if multiplied else most[first[v]] + by
    far = float(np.abs(fixed).max()) + float(most.sum()) + float(np.abs(plan.edges.lag).sum())
    return far + len(most) < (ROOM >> bits)


def _steps(plan: CompiledPlan, layout: Layout) -> tuple[Ints, Ints, Ints]:
    """The live nodes and the edges into them: chain by chain, or all abreast where fewer rows then wait to be read."""
    node = plan.order[(layout.cls[plan.order] != f.SKIP) & (layout.cls[plan.order] != f.FIXED)]
    ptr, edges = _live_edges(plan, layout, node)
    rank = np.zeros(len(node), np.int64)
    compiled().ranks(rank, ptr, _places(layout, node)[plan.edges.source[edges]])
    abreast = node[np.argsort(rank, kind="stable")]
    if _most_waiting(plan, layout, abreast, edges) >= _most_waiting(plan, layout, node, edges):
        return node, ptr, edges
    return abreast, *_live_edges(plan, layout, abreast)


def _most_waiting(plan: CompiledPlan, layout: Layout, node: Ints, edges: Ints) -> int:
    """How many steps at most are done and still to be read, in this order."""
    place = _places(layout, node)
    source, last = place[plan.edges.source[edges]], np.full(len(node), -1, np.int64)
    read = source >= 0
    np.maximum.at(last, source[read], place[layout.target[edges[read]]])
    waits = np.flatnonzero(last >= 0)
    change = np.bincount(waits, minlength=len(node) + 1) - np.bincount(last[waits], minlength=len(node) + 1)
    return int(np.cumsum(change).max())


def _places(layout: Layout, node: Ints) -> Ints:
    """The step of each node (m,), -1 for none."""
    place = np.full(len(layout.cls), -1, np.int64)
    place[node] = np.arange(len(node))
    return place


def _live_edges(plan: CompiledPlan, layout: Layout, node: Ints) -> tuple[Ints, Ints]:
    """Edges into the steps, in their order, without those that say nothing."""
    step = _places(layout, node)[layout.target]
    live = np.flatnonzero((step >= 0) & (layout.e_mode != codes.DROP))
    live = live[np.argsort(step[live], kind="stable")]
    ptr = np.concatenate(([0], np.cumsum(np.bincount(step[live], minlength=len(node))))).astype(np.int64)
    return ptr, live


def _fixed_rows(layout: Layout, fixed: Ints) -> tuple[Ints, Ints, Ints, Ints]:
    """Rows that never change, starts first: row, the finish row that a start belongs to, code, and counted or not."""
    begun = fixed[layout.start_row[fixed] >= 0]
    none = np.full(len(fixed), -1, np.int64)
    rows = np.concatenate([layout.start_row[begun], fixed])
    at = np.concatenate([layout.fixed_code[begun, 0], layout.fixed_code[fixed, 1]])
    ends = np.concatenate([np.zeros(len(begun), np.int64), layout.counted[fixed]])
    return rows, np.concatenate([begun, none]), at, ends


def _dates(plan: CompiledPlan, layout: Layout, found: Ints) -> Ints:
    t, flag = plan.tables, np.zeros(1, np.int64)
    time = (t.begin, t.end, t.before, t.offset, t.index, flag)
    return np.array([codes.decode(int(c), layout.calendar, *time) for c in found.tolist()], np.int64)


def _block(rows: int, samples: int) -> int:
    """As many samples at a time as pay for looking at a step, fewer where there are no more or memory would fill."""
    size = 512
    while size > 64 and (size >= 2 * samples or rows * size * 2 > MEMORY):
        size //= 2
    return size
