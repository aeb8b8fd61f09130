"""The plain twin: one ordinary forward pass of the scheduler per sample. Slow, and the oracle of the fast ones."""

from dataclasses import replace

import numpy as np

from northline.engine.calendars import Ints
from northline.engine.compiled import CompiledPlan
from northline.engine.cpm import Passes
from northline.engine.forecast.draws import Draws, minutes_of, values
from northline.engine.forecast.wanted import counted_nodes


def finishes(
    plan: CompiledPlan, draws: Draws, *, samples: int, honour: bool, status: int, begin: int, not_before: Ints,
    read: Ints,
) -> tuple[Ints, Ints, int]:  # fmt: skip
    """Per sample the project's finish (samples,) and those of the nodes `read`, and a flag, not zero if dates left the
    horizon."""
    left = drawn_minutes(plan, draws, samples)
    answer = np.zeros(samples, np.int64)
    tracked = np.zeros((len(read), samples), np.int64)
    flag, counted = 0, counted_nodes(plan)
    for sample in range(samples):
        rest = np.ascontiguousarray(left[:, sample])
        segments = replace(plan.segments, minutes=draws.fixed + rest, rest=rest)
        passes = Passes(replace(plan, segments=segments), honour=honour, status=status)
        _, finish, _ = passes.forward(begin, not_before)
        answer[sample] = finish[counted].max() if counted.any() else begin
        tracked[:, sample] = finish[read]
        flag |= int(passes.flag[0])
    return answer, tracked, flag


def drawn_minutes(plan: CompiledPlan, draws: Draws, samples: int) -> Ints:
    """The minutes that every segment still takes in every sample (segments, samples)."""
    left = np.zeros((len(plan.segments.minutes), samples), np.int64)
    for v in range(plan.size):
        y = values(draws, v, 0, samples)
        for g in range(plan.segments.ptr[v], plan.segments.ptr[v + 1]):
            left[g] = minutes_of(draws, v, g, y)
    return left
