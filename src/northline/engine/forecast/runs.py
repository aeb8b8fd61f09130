"""Run a compiled loop over all samples, on several threads; no result depends on how many."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from northline.engine.calendars import Ints
from northline.engine.compiled import CompiledPlan
from northline.engine.forecast import kernel, twin
from northline.engine.forecast.draws import Draws, Flags
from northline.engine.forecast.jit import compiled, loops
from northline.engine.forecast.layout import Layout, layout_of
from northline.engine.forecast.parts import Tell, in_parts
from northline.engine.forecast.program import Program, dates_of, program_of
from northline.engine.forecast.tally import Tally


@dataclass(frozen=True, slots=True)
class Setting:
    """What stays the same in every sample: first minute, status date, floors per node (NONE: none), the nodes that
    only `forward` treats right, and the nodes whose finish is to be told."""

    honour: bool
    status: int
    begin: int
    not_before: Ints
    general: Flags
    read: Ints


@dataclass(frozen=True, slots=True)
class Outcome:
    """Finish per sample (samples,) and of each node read (read, samples), as dates; `flag` as in Passes.

    Where asked for: `hits` (m,), and per merging node (m,) the mean working minutes by which its start lies
    after the latest of what its predecessors ask for on average (0 elsewhere). With scarce resources that start is the
    moment at which links and calendars allow it, and `waits` (m,) the mean working minutes from there to the real one.
    """

    finish: Ints
    tracked: Ints
    hits: Ints | None
    bias: "np.ndarray[Any, np.dtype[np.float64]] | None"
    flag: int
    waits: "np.ndarray[Any, np.dtype[np.float64]] | None" = None


def run(
    plan: CompiledPlan,
    draws: Draws,
    setting: Setting,
    *,
    samples: int,
    criticality: bool,
    workers: int | None,
    on_progress: Tell | None = None,
) -> Outcome:
    """Simulate all samples; `workers` threads (None: as many as cores) never change the result."""
    if loops() is None:
        return _by_twin(plan, draws, setting, samples)
    read = np.zeros(len(plan.order), np.bool_)
    read[setting.read] = True
    layout = layout_of(
        plan, draws, begin=setting.begin, status=setting.status, not_before=setting.not_before,
        general=setting.general, read=read,
    )  # fmt: skip
    program = program_of(plan, draws, layout, samples)
    if program is None:
        return _by_codes(plan, draws, setting, layout, samples, criticality, workers, on_progress)
    return _by_program(plan, draws, setting, layout, program, samples, criticality, workers, on_progress)


def tracks(size: int, read: Ints) -> Ints:
    track = np.full(size, -1, np.int64)
    track[read] = np.arange(len(read))
    return track


def _by_program(
    plan: CompiledPlan, draws: Draws, setting: Setting, layout: Layout, p: Program,
    samples: int, want: bool, workers: int | None, on_progress: Tell | None,
) -> Outcome:  # fmt: skip
    finish = np.zeros(samples, np.int32)
    tracked = np.zeros((len(setting.read), samples), np.int32)
    tally = Tally(plan, layout, want, p.node)
    track = tracks(len(plan.order), setting.read)
    luck_of_steps = _luck_of(plan, draws, p.node)
    loop = compiled().plain

    def part(low: int, high: int) -> int:
        own = tally.part()
        loop(
            low, high, p.block, samples, int(want), layout.rows, p.begin, p.bits,
            p.node, p.kind, p.floor, p.need_floor, p.has_need, p.start_row, p.ends, track[p.node], tally.merges,
            p.ptr, p.e_row, p.e_start, p.e_keep, p.e_add, p.e_ends,
            p.fixed_start, p.fixed_finish, p.fixed_row, p.fixed_of, p.fixed_at,
            *luck_of_steps, *extra_rows(draws)[1:], finish, tracked, *own,
        )  # fmt: skip
        tally.add(own)
        return 0

    in_parts(part, -(-samples // p.block), workers, on_progress)
    fixed = np.flatnonzero(layout.cls == kernel.FIXED)
    for v in fixed[track[fixed] >= 0].tolist():
        tracked[track[v]] = p.fixed_at[np.flatnonzero(p.fixed_row == v)[0]]
    dates, flag = dates_of(p, plan, layout.calendar, finish)
    others, flag_of_others = dates_of(p, plan, layout.calendar, tracked)
    hits = tally.hits[: len(plan.order)] if want else None
    return Outcome(
        dates, others, hits, tally.bias(samples) if want else None, layout.flag | flag | flag_of_others
    )


def _luck_of(plan: CompiledPlan, draws: Draws, node: Ints) -> tuple[Any, ...]:
    """What tells how long each step lasts, in the order of the steps."""
    task = np.where(node < plan.size, node, 0)  # the gates of summaries last no time
    first = plan.segments.ptr[task]
    return (
        draws.key[task], draws.table[task], draws.tables, draws.low[first], draws.width[first], draws.part[first],
        draws.least[task], draws.sure[first], draws.extras.ptr[task], draws.extras.ptr[task + 1],
    )  # fmt: skip


def extra_rows(draws: Draws) -> tuple[Any, ...]:
    x, s = draws.extras, draws.shared
    return (x.ptr, x.kind, x.row, s.key, s.table, s.low, s.width, s.limit, s.otherwise)


def _by_codes(
    plan: CompiledPlan, draws: Draws, setting: Setting, layout: Layout,
    samples: int, want: bool, workers: int | None, on_progress: Tell | None,
) -> Outcome:  # fmt: skip
    finish = np.zeros(samples, np.int64)
    tracked = np.zeros((len(setting.read), samples), np.int64)
    tally = Tally(plan, layout, want, np.arange(len(plan.order)))
    e, g, r, t = plan.edges, plan.segments, plan.rows, plan.tables
    loop = compiled().general

    def part(low: int, high: int) -> int:
        flag = np.zeros(1, np.int64)
        own = tally.part()
        loop(
            low, high, samples, int(want),
            layout.rows, layout.cls, layout.floor, layout.need_floor, layout.pre_row, layout.fixed_code, layout.resume_code,
            layout.start_row, layout.start_exact, layout.has_need, layout.counted, layout.e_row, layout.e_start, layout.e_mode,
            layout.calendar, layout.begin_code, tracks(len(plan.order), setting.read), tally.merges,
            draws.key, draws.table, draws.tables, draws.fixed, draws.low, draws.width, draws.part, draws.least, draws.sure,
            *extra_rows(draws), plan.order, plan.node_kind, e.ptr, e.source, e.kind, e.lag, e.lag_calendar,
            g.ptr, g.calendar, r.constraint, r.at, r.fixed_start, r.fixed_finish,
            r.fixed_by, r.resume, r.delay, setting.not_before, r.active, int(setting.honour), setting.begin,
            setting.status, t.begin, t.end, t.before, t.offset, t.index,
            finish, tracked, *own, flag,
        )  # fmt: skip
        tally.add(own)
        return int(flag[0])

    flag = in_parts(part, -(-samples // kernel.BLOCK), workers, on_progress)
    hits = tally.hits[: len(plan.order)] if want else None
    return Outcome(finish, tracked, hits, tally.bias(samples) if want else None, layout.flag | flag)


def _by_twin(plan: CompiledPlan, draws: Draws, setting: Setting, samples: int) -> Outcome:
    finish, tracked, flag = twin.finishes(
        plan, draws, samples=samples, honour=setting.honour, status=setting.status, begin=setting.begin,
        not_before=setting.not_before, read=setting.read,
    )  # fmt: skip
    return Outcome(finish, tracked, None, None, flag)
