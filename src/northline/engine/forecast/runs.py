"""Run the compiled loop over all samples, on several threads, and put the parts together in one order."""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from northline.engine import fast
from northline.engine import kernels as plain
from northline.engine.calendars import Ints
from northline.engine.compiled import CompiledPlan
from northline.engine.forecast import kernel, twin
from northline.engine.forecast.draws import Draws
from northline.engine.forecast.layout import layout_of
from northline.engine.forecast.shapes import Floats

MOST_CHUNKS = 64
LEAST_CHUNK = 256


@dataclass(frozen=True, slots=True)
class Setting:
    """What stays the same in every sample: first minute, status date, floors per node (NONE: none)."""

    honour: bool
    status: int
    begin: int
    not_before: Ints


@dataclass(frozen=True, slots=True)
class Outcome:
    """Finish per sample (samples,); per task, hits and sensitivity, None where not asked for; `flag` as in
    Passes."""

    finish: Ints
    hits: Ints | None
    sensitivity: Floats | None
    flag: int


def run(
    plan: CompiledPlan,
    draws: Draws,
    setting: Setting,
    *,
    samples: int,
    criticality: bool,
    workers: int | None,
) -> Outcome:
    """Simulate all samples; `workers` threads (None: as many as cores) never change the result."""
    loop = compiled()
    if loop is None:
        return _by_twin(plan, draws, setting, samples)
    layout = layout_of(plan, draws, begin=setting.begin, status=setting.status, not_before=setting.not_before)
    chunk = max(LEAST_CHUNK, -(-samples // MOST_CHUNKS // kernel.BLOCK) * kernel.BLOCK)
    chunks = -(-samples // chunk)
    n = plan.size
    finish = np.zeros(samples, np.int64)
    sums = np.zeros((chunks if criticality else 1, n + 1, kernel.SUMS))
    hits = np.zeros((chunks if criticality else 1, n), np.int64)
    e, g, r, t = plan.edges, plan.segments, plan.rows, plan.tables

    def part(first: int, last: int) -> int:
        flag = np.zeros(1, np.int64)
        loop(
            first, last, chunk, samples, int(criticality),
            layout.rows, layout.cls, layout.floor, layout.need_floor, layout.pre_row, layout.fixed_code, layout.start_row,
            layout.start_exact, layout.has_need, layout.counted, layout.e_row, layout.e_start, layout.e_mode,
            layout.calendar, layout.begin_code,
            draws.key, draws.table, draws.tables, draws.fixed, draws.low, draws.width,
            plan.order, plan.node_kind, e.ptr, e.source, e.kind, e.lag, e.lag_calendar,
            g.ptr, g.calendar, r.constraint, r.at, r.fixed_start, r.fixed_finish,
            r.fixed_by, r.resume, r.delay, setting.not_before, r.active, int(setting.honour), setting.begin,
            setting.status, t.begin, t.end, t.before, t.offset, np.array([t.low, t.high], np.int64),
            finish, sums, hits, flag,
        )  # fmt: skip
        return int(flag[0])

    flag = layout.flag | _in_parts(part, chunks, workers or os.cpu_count() or 1)
    if not criticality:
        return Outcome(finish, None, None, flag)
    return Outcome(finish, hits.sum(axis=0), _sensitivity(sums, draws, samples), flag)


def _in_parts(part: Callable[[int, int], int], chunks: int, workers: int) -> int:
    """Our own threads, as numba's default pool ends the process when two requests simulate at once."""
    count = max(1, min(workers, chunks))
    bounds = [chunks * w // count for w in range(count + 1)]
    if count == 1:
        return part(0, chunks)
    flag = 0
    with ThreadPoolExecutor(count) as pool:
        for answer in pool.map(part, bounds[:-1], bounds[1:]):
            flag |= answer
    return flag


def _sensitivity(sums: Floats, draws: Draws, samples: int) -> Floats:
    """Pearson's correlation of every task's value with the finish in working minutes."""
    total = np.zeros(sums.shape[1:])
    for chunk in sums:
        total += chunk
    y, square, product = total[:-1, 0], total[:-1, 1], total[:-1, 2]
    finish, finish_square = total[-1, 0], total[-1, 1]
    spread = np.maximum(square - y * y / samples, 0) * max(finish_square - finish * finish / samples, 0)
    varies = (spread > 1e-9 * max(finish_square, 1)) & (draws.table >= 0)
    answer: Floats = np.zeros(len(y))
    np.divide(product - y * finish / samples, np.sqrt(spread), out=answer, where=varies)
    return np.clip(answer, -1, 1)


def _by_twin(plan: CompiledPlan, draws: Draws, setting: Setting, samples: int) -> Outcome:
    finish, flag = twin.finishes(
        plan, draws, samples=samples, honour=setting.honour, status=setting.status, begin=setting.begin,
        not_before=setting.not_before,
    )  # fmt: skip
    return Outcome(finish, None, None, flag)


@cache
def compiled() -> Callable[..., Any] | None:
    """The loop compiled by numba, or None where numba cannot be imported or NORTHLINE_JIT is off.

    Numba keeps the result on disk by this folder's file alone: after an edit of engine/kernels.py, touch
    forecast/kernel.py too.
    """
    if os.environ.get("NORTHLINE_JIT") == "off" or fast.compiled() is None:
        return None
    import numba  # noqa: PLC0415  half a second that only a forecast pays
    from numba.extending import register_jitable  # noqa: PLC0415

    for helper in (
        plain.forward,
        kernel.encode,
        kernel.decode,
        kernel.edge_code,
        kernel.draw,
        kernel.general,
    ):
        register_jitable(helper)
    try:
        made = numba.njit(cache=True, nogil=True)(kernel.simulate_range)
    except RuntimeError:  # no folder to keep the cache in
        made = numba.njit(nogil=True)(kernel.simulate_range)
    result: Callable[..., Any] = made
    return result
