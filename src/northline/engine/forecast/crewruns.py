"""Run the loop of crew.py over all samples, on several threads."""

from threading import Lock
from typing import Any

import numpy as np

from northline.engine import kernels as k
from northline.engine.calendars import Ints
from northline.engine.compiled import CompiledPlan
from northline.engine.errors import CapacityExceeded
from northline.engine.forecast import choosing, codes, crew
from northline.engine.forecast.draws import Draws
from northline.engine.forecast.jit import compiled, loops
from northline.engine.forecast.layout import Layout, layout_of
from northline.engine.forecast.parts import Tell, in_parts
from northline.engine.forecast.runs import Outcome, Setting, extra_rows, tracks
from northline.engine.forecast.staffing import Staffing
from northline.engine.forecast.tally import Tally

Time = tuple[Ints, Ints, Ints, Ints, Ints, Ints]


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
    on_progress: Tell | None = None,
) -> Outcome:
    """Simulate all samples with scarce resources; `plainly` runs the uncompiled twin. Raises CapacityExceeded."""
    outcome, _, _ = spans_of(
        plan,
        draws,
        setting,
        staff,
        samples=samples,
        criticality=criticality,
        workers=workers,
        plainly=plainly,
        on_progress=on_progress,
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
    on_progress: Tell | None = None,
) -> tuple[Outcome, Ints, dict[int, tuple[int, tuple[int, ...]]]]:
    """The outcome, and of the last sample start and finish of every node (m, 2) as dates, and for every open task
    the number of the way and of the resources (or stocks) that were chosen."""
    read = np.zeros(len(plan.order), np.bool_)
    read[setting.read] = True
    layout = layout_of(
        plan, draws, begin=setting.begin, status=setting.status, not_before=setting.not_before,
        general=setting.general, read=read, apart=False,
    )  # fmt: skip
    e, g, r, t, m = plan.edges, plan.segments, plan.rows, plan.tables, len(plan.order)
    marks = np.zeros(1, np.int64)
    time = (t.begin, t.end, t.before, t.offset, t.index, marks)
    soon = staff.change_at < t.high
    changes = _change_codes(staff, layout.calendar, time)
    choices, patient = staff.choices, _patient(plan, staff, layout.calendar)
    # What simply follows a task hears of its end when it ends, all else as soon as it begins.
    follows = (e.kind == k.FS) & (e.lag >= 0) & ((layout.e_mode == codes.COPY) | (layout.e_mode == codes.ADD))
    by_source = np.lexsort((follows, e.source))
    succ_ptr = np.concatenate(([0], np.cumsum(np.bincount(e.source, minlength=m)))).astype(np.int64)
    succ_late = succ_ptr[:-1] + np.bincount(e.source[~follows], minlength=m)
    base = np.zeros(m, np.int64)
    base[: plan.size] = g.minutes[g.ptr[:-1]]
    finish = np.zeros(samples, np.int64)
    tracked = np.zeros((len(setting.read), samples), np.int64)
    tally = Tally(plan, layout, criticality, np.arange(m))
    spans, chosen, lock = np.zeros((m, 2), np.int64), np.full(m, -1, np.int64), Lock()
    picked, waits = np.zeros(len(choices.units), np.int64), np.zeros(m, np.int64)
    loop: Any = crew.simulate_crew if plainly or loops() is None else compiled().crew

    # All that a step looks at, in as few bytes as hold it: a sample's way through a large plan is bound by them.
    told = (
        layout.rows, flags(layout.cls), layout.floor, layout.need_floor, layout.fixed_code, numbers(layout.start_row),
        flags(layout.start_exact), flags(layout.has_need), flags(layout.counted), numbers(layout.e_row), numbers(layout.e_start),
        flags(layout.e_mode), layout.calendar, layout.begin_code, numbers(tracks(m, setting.read)),
        numbers(np.diff(e.ptr)), numbers(succ_ptr), numbers(succ_late), numbers(layout.target[by_source]), flags(staff.forced),
        numbers(staff.ptr), numbers(staff.resource), staff.units,
        numbers(staff.place), np.concatenate([staff.capacity, choices.left]), numbers(staff.word_ptr), numbers(staff.task_at),
        changes, staff.change_of[soon], staff.change_by[soon], numbers(staff.rank), int(staff.apart), flags(patient),
        numbers(choices.own_ptr), choices.calendar, base, numbers(choices.way_ptr), choices.way, choices.slot, choices.units,
        choices.cand,
        draws.key, numbers(draws.table), draws.tables, draws.fixed, draws.low, draws.width, draws.part, draws.least, draws.sure,
        *extra_rows(draws), numbers(plan.order), flags(plan.node_kind), numbers(e.ptr), numbers(e.source), flags(e.kind), e.lag,
        numbers(e.lag_calendar), numbers(g.ptr), numbers(g.calendar), r.constraint, r.at, r.fixed_start, r.fixed_finish,
        r.fixed_by, r.resume, r.delay, setting.not_before, flags(r.active), int(setting.honour), setting.begin,
        setting.status, t.begin, t.end, t.before, t.offset, t.index,
    )  # fmt: skip

    def part(low: int, high: int) -> int:
        with np.errstate(over="ignore"):  # the twin's hashes wrap around as the compiled ones do
            return piece(low, high)

    def piece(low: int, high: int) -> int:
        flag, last = np.zeros(1, np.int64), np.zeros((m, 2), np.int64)
        ways, who, begun = np.full(m, -1, np.int64), np.zeros_like(picked), np.zeros(m, np.int64)
        hits, _, ready = tally.part()
        rows = np.zeros(layout.rows, np.int64)
        loop(
            low, high, samples, int(criticality),
            *told,
            finish, tracked, hits, rows, ready, begun, last, ways, who, flag,
        )  # fmt: skip
        # The project's own start, once a sample, is what all these count from.
        first = (min(high * crew.BLOCK, samples) - low * crew.BLOCK) * (layout.begin_code >> codes.GAP)
        tally.add((hits, rows - first, ready - first))
        with lock:
            np.add(waits, begun - ready, out=waits)
            if high * crew.BLOCK >= samples:
                spans[:], chosen[:], picked[:] = last, ways, who
        return int(flag[0])

    flag = in_parts(part, -(-samples // crew.BLOCK), workers, on_progress) | layout.flag | int(marks[0])
    if flag == crew.STUCK:
        raise CapacityExceeded(
            "A resource is away for good, or a stock used up, while tasks still wait for it. Give it capacity again."
        )
    found = {
        v: (w - int(choices.way_ptr[v]), tuple(int(choices.cand[picked[i], choosing.WHO]) for i in range(*choices.way[w, 1:])))
        for v, w in enumerate(chosen.tolist()) if w >= 0
    }  # fmt: skip
    hits = tally.hits[:m] if criticality else None
    bias = tally.bias(samples) if criticality else None
    outcome = Outcome(
        finish, tracked, hits, bias, flag & ~crew.STUCK, waits / samples if criticality else None
    )
    return outcome, _dates(spans, layout, time), found


def numbers(values: Ints) -> "np.ndarray[Any, np.dtype[np.int32]]":
    """Numbers of rows, in four bytes each."""
    return values.astype(np.int32)


def flags(values: Ints) -> "np.ndarray[Any, np.dtype[np.int8]]":
    """Kinds and answers, in a byte each."""
    return values.astype(np.int8)


def _change_codes(staff: Staffing, calendar: int, time: Time) -> Ints:
    """When capacities change; in a break of the calendar that a resource works on, as soon as that break begins, for who
    begins then begins work after it."""
    codes_of = []
    for minute, r in zip(staff.change_at.tolist(), staff.change_of.tolist(), strict=True):
        if minute < time[4][1]:
            code = codes.encode(minute, calendar, *time)
            codes_of.append((code >> codes.GAP) << codes.GAP if staff.calendar[r] == calendar else code)
    return np.array(codes_of, np.int64)


def _patient(plan: CompiledPlan, staff: Staffing, calendar: int) -> Ints:
    """Tasks that work on the main calendar alone, and so lose nothing by holding who is free through its breaks."""
    patient = np.zeros(len(plan.order), np.int64)
    choices = staff.choices
    for v in np.flatnonzero(np.diff(staff.ptr)).tolist():
        own = choices.calendar[choices.own_ptr[v] : choices.own_ptr[v + 1]]
        patient[v] = int((own == calendar).all())
    return patient


def _dates(spans: Ints, layout: Layout, time: Time) -> Ints:
    dates = np.zeros_like(spans)
    for v, (start, end) in enumerate(spans.tolist()):
        work = start >> codes.GAP
        if layout.cls[v] == crew.WORK and work > 0:  # such a start is kept as working minutes alone
            dates[v, 0] = k.date_of(work, layout.calendar, True, *time)
        else:
            dates[v, 0] = codes.decode(max(start, 0), layout.calendar, *time)
        dates[v, 1] = codes.decode(end, layout.calendar, *time)
    return dates
