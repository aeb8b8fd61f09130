"""What decides the finish: each task, factor and risk held against the simulated finishes.

The draws are made again from their keys rather than kept, which costs less than storing them would. Sums are of
integers within a block, so that they do not depend on the width of a machine's registers.
"""

from dataclasses import dataclass, fields
from typing import Any

import numpy as np

from northline.engine.calendars import Ints
from northline.engine.compiled import CompiledPlan
from northline.engine.forecast import luck
from northline.engine.forecast.draws import Draws, shared_values
from northline.engine.forecast.lookback import TENTH
from northline.engine.forecast.luck import CELLS
from northline.engine.forecast.parts import in_parts
from northline.engine.forecast.shapes import Floats
from northline.engine.forecast.shared import keys_of, limit_of
from northline.engine.forecast.uncertain import Doubt


@dataclass(frozen=True, slots=True)
class Effect:
    """Correlation with the finish, deviation of the cause, and the mean finish (working minutes) in the samples in
    which it lay in its lowest, and in its highest tenth (NaN where it has no such samples)."""

    correlation: Floats
    deviation: Floats
    if_low: Floats
    if_high: Floats

    def followed_by(self, more: "Effect") -> "Effect":
        """The effects of these causes and then of others."""
        pairs = ((getattr(self, f.name), getattr(more, f.name)) for f in fields(self))
        return Effect(*(np.concatenate(pair) for pair in pairs))


NO_EFFECT = Effect(*(np.zeros(0) for _ in range(4)))


def task_effects(
    loop: Any, plan: CompiledPlan, draws: Draws, tasks: Ints, worked: Ints, *, workers: int | None
) -> Effect:
    """The effect of tasks (any subset of those that vary) on finishes in working minutes (samples,)."""
    sums = np.zeros((len(tasks), 7))
    x, s, middle = draws.extras, draws.shared, int(np.mean(worked))
    segment = plan.segments.ptr[tasks]

    def part(first: int, last: int) -> int:
        loop(
            first, last, len(worked), tasks, segment, worked - middle,
            draws.key, draws.table, draws.tables, draws.low, draws.width, draws.part, draws.least,
            x.ptr, x.kind, x.row, s.key, s.table, s.low, s.width, s.limit, s.otherwise, sums,
        )  # fmt: skip
        return 0

    if len(tasks):
        in_parts(part, len(tasks), workers)
    return _effect(sums, worked.astype(np.float64) - middle, float(middle))


def factor_effects(draws: Draws, rows: int, worked: Ints) -> Effect:
    """The effect of the first `rows` shared rows, the factors, on finishes in working minutes (samples,)."""
    sums = np.zeros((rows, 7))
    centred = worked.astype(np.float64) - int(np.mean(worked))
    for r in range(rows):
        value = shared_values(draws, r, 0, len(worked)).astype(np.float64)
        cell = luck.drawn(draws.shared.key[2 * r], 0, len(worked)) >> luck.TO_CELL
        low, high = cell < TENTH, cell >= CELLS - TENTH
        sums[r] = (
            value.sum(), (value * value).sum(), (value * centred).sum(),
            low.sum(), centred[low].sum(), high.sum(), centred[high].sum(),
        )  # fmt: skip
    return _effect(sums, centred, float(int(np.mean(worked))))


def risk_happens(doubt: Doubt, *, seed: int, samples: int) -> "np.ndarray[Any, np.dtype[np.bool_]]":
    """Whether each risk happens in each sample (risks, samples)."""
    answer = np.zeros((len(doubt.risks), samples), np.bool_)
    for row, risk in zip(answer, doubt.risks, strict=True):
        if risk.probability:
            _, happens = keys_of(f"risk:{risk.id}", seed)
            keys = np.frombuffer(happens, dtype="<u4").astype(np.uint32)
            row[:] = luck.drawn(keys, 0, samples) <= limit_of(risk.probability)
    return answer


def _effect(sums: Floats, centred: Floats, middle: float) -> Effect:
    samples = len(centred)
    mean, w = sums[:, 0] / samples, float(centred.mean())
    variance = np.maximum(sums[:, 1] / samples - mean * mean, 0)
    finish = max(float((centred * centred).mean()) - w * w, 0.0)
    spread = np.sqrt(variance * finish)
    varies = spread > 1e-9 * np.maximum(1.0, mean * mean)
    correlation: Floats = np.zeros(len(sums))
    np.divide(sums[:, 2] / samples - mean * w, spread, out=correlation, where=varies)
    if_low, if_high = np.full(len(sums), np.nan), np.full(len(sums), np.nan)
    np.divide(sums[:, 4], sums[:, 3], out=if_low, where=sums[:, 3] > 0)
    np.divide(sums[:, 6], sums[:, 5], out=if_high, where=sums[:, 5] > 0)
    return Effect(np.clip(correlation, -1, 1), np.sqrt(variance), if_low + middle, if_high + middle)
