"""The plain twin: one ordinary forward pass of the scheduler per sample. Slow, and the oracle of the fast one."""

from dataclasses import replace

import numpy as np

from northline.engine.calendars import Ints
from northline.engine.compiled import CompiledPlan
from northline.engine.cpm import Passes
from northline.engine.forecast.draws import Draws, minutes_of, values
from northline.engine.forecast.layout import counted_nodes


def finishes(
    plan: CompiledPlan, draws: Draws, *, samples: int, honour: bool, status: int, begin: int, not_before: Ints
) -> tuple[Ints, int]:
    """The project's finish in every sample (samples,), and a flag that is not zero if dates left the horizon."""
    left = np.zeros((len(plan.segments.minutes), samples), np.int64)
    for v in range(plan.size):
        y = values(draws, v, 0, samples)
        for g in range(plan.segments.ptr[v], plan.segments.ptr[v + 1]):
            left[g] = minutes_of(draws, g, y)
    answer = np.zeros(samples, np.int64)
    flag, counted = 0, counted_nodes(plan)
    for sample in range(samples):
        rest = np.ascontiguousarray(left[:, sample])
        segments = replace(plan.segments, minutes=draws.fixed + rest, rest=rest)
        passes = Passes(replace(plan, segments=segments), honour=honour, status=status)
        _, finish, _ = passes.forward(begin, not_before)
        answer[sample] = finish[counted].max() if counted.any() else begin
        flag |= int(passes.flag[0])
    return answer, flag
