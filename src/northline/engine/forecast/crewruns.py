"""Run the loop of crew.py over all samples, on several threads."""

from threading import Lock
from typing import Any

import numpy as np

from northline.engine import kernels as k
from northline.engine.calendars import Ints
from northline.engine.compiled import CompiledPlan
from northline.engine.errors import CapacityExceeded
from northline.engine.forecast import codes, crew
from northline.engine.forecast.draws import Draws
from northline.engine.forecast.jit import compiled, loops
from northline.engine.forecast.layout import layout_of
from northline.engine.forecast.parts import in_parts
from northline.engine.forecast.runs import Outcome, Setting, extra_rows, tracks
from northline.engine.forecast.staffing import Staffing


def run_crew(
    plan: CompiledPlan,
    draws: Draws,
    setting: Setting,
    staff: Staffing,
    *,
    samples: int,
    criticality: bool,
    workers: int | None,
    plainly: bool = False,
) -> Outcome:
    """Simulate all samples with scarce resources; `plainly` runs the uncompiled twin. Raises CapacityExceeded."""
    outcome, _ = spans_of(
        plan,
        draws,
        setting,
        staff,
        samples=samples,
        criticality=criticality,
        workers=workers,
        plainly=plainly,
    )
    return outcome


def spans_of(
    plan: CompiledPlan,
    draws: Draws,
    setting: Setting,
    staff: Staffing,
    *,
    samples: int,
    criticality: bool = False,
    workers: int | None = 1,
    plainly: bool = False,
) -> tuple[Outcome, Ints]:
    """The outcome, and start and finish of every node (m, 2) in the last sample as dates."""
    read = np.zeros(len(plan.order), np.bool_)
    read[setting.read] = True
    layout = layout_of(
        plan, draws, begin=setting.begin, status=setting.status, not_before=setting.not_before,
        general=setting.general, read=read, apart=False,
    )  # fmt: skip
    e, g, r, t, m = plan.edges, plan.segments, plan.rows, plan.tables, len(plan.order)
    span, marks = np.array([t.low, t.high], np.int64), np.zeros(1, np.int64)
    time = (t.begin, t.end, t.before, t.offset, span, marks)
    soon = staff.change_at < t.high
    changes = np.array(
        [codes.encode(int(a), layout.calendar, *time) for a in staff.change_at[soon]], np.int64
    )
    # What simply follows a task hears of its end when it ends, all else as soon as it begins.
    follows = (e.kind == k.FS) & (e.lag >= 0) & ((layout.e_mode == codes.COPY) | (layout.e_mode == codes.ADD))
    by_source = np.lexsort((follows, e.source))
    succ_ptr = np.concatenate(([0], np.cumsum(np.bincount(e.source, minlength=m)))).astype(np.int64)
    succ_late = succ_ptr[:-1] + np.bincount(e.source[~follows], minlength=m)
    finish = np.zeros(samples, np.int64)
    tracked = np.zeros((len(setting.read), samples), np.int64)
    hits, spans, lock = np.zeros(m, np.int64), np.zeros((m, 2), np.int64), Lock()
    loop: Any = crew.simulate_crew if plainly or loops() is None else compiled().crew

    def part(low: int, high: int) -> int:
        with np.errstate(over="ignore"):  # the twin's hashes wrap around as the compiled ones do
            return piece(low, high)

    def piece(low: int, high: int) -> int:
        flag, own, last = np.zeros(1, np.int64), np.zeros(m, np.int64), np.zeros((m, 2), np.int64)
        loop(
            low, high, samples, int(criticality),
            layout.rows, layout.cls, layout.floor, layout.need_floor, layout.fixed_code, layout.start_row, layout.start_exact,
            layout.has_need, layout.counted, layout.e_row, layout.e_start, layout.e_mode, layout.calendar,
            layout.begin_code, tracks(m, setting.read),
            np.diff(e.ptr), succ_ptr, succ_late, layout.target[by_source], staff.forced, staff.ptr, staff.resource, staff.units,
            staff.place, staff.capacity, staff.word_ptr, staff.task_at, changes, staff.change_of[soon], staff.change_by[soon],
            draws.key, draws.table, draws.tables, draws.fixed, draws.low, draws.width, draws.part, draws.least, draws.sure,
            *extra_rows(draws), plan.order, plan.node_kind, e.ptr, e.source, e.kind, e.lag, e.lag_calendar,
            g.ptr, g.calendar, r.constraint, r.at, r.fixed_start, r.fixed_finish,
            r.fixed_by, r.resume, r.delay, setting.not_before, r.active, int(setting.honour), setting.begin,
            setting.status, t.begin, t.end, t.before, t.offset, span, finish, tracked, own, last, flag,
        )  # fmt: skip
        with lock:
            np.add(hits, own, out=hits)
            if high * crew.BLOCK >= samples:
                spans[:] = last
        return int(flag[0])

    flag = in_parts(part, -(-samples // crew.BLOCK), workers) | layout.flag | int(marks[0])
    if flag == crew.STUCK:
        raise CapacityExceeded(
            "A resource is away for good while tasks still wait for it. Give it capacity again."
        )
    dates = np.zeros((m, 2), np.int64)
    for v, (start, end) in enumerate(spans.tolist()):
        work = start >> codes.GAP
        if layout.cls[v] == crew.WORK and work > 0:  # such a start is kept as working minutes alone
            dates[v, 0] = k.date_of(work, layout.calendar, True, *time)
        else:
            dates[v, 0] = codes.decode(max(start, 0), layout.calendar, *time)
        dates[v, 1] = codes.decode(end, layout.calendar, *time)
    return Outcome(finish, tracked, hits if criticality else None, None, flag & ~crew.STUCK), dates.reshape(
        -1, 2
    )
