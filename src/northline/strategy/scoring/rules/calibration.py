"""Past estimates against what delivery took."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

# Below so few finished pieces of work a correction would be a guess.
ENOUGH = 3


@dataclass(frozen=True, slots=True)
class Calibration:
    """`bias` is how many times the estimate the work typically took, `spread` the factor within which two thirds lie
    around that, `correction` what to multiply estimates by (None with too few)."""

    count: int
    bias: float
    spread: float
    correction: float | None


def calibrated(pairs: Sequence[tuple[float, float]]) -> Calibration | None:
    """From pairs of estimated and actual effort in the same unit, both above nought; None without any.

    Ratios multiply, so bias and spread are the geometric mean and the geometric standard deviation of
    actual / estimated.

    >>> found = calibrated([(10, 20), (5, 10), (8, 16)])
    >>> found.bias, found.spread
    (2.0, 1.0)
    """
    logs = [math.log(actual / estimated) for estimated, actual in pairs if estimated > 0 and actual > 0]
    if not logs:
        return None
    mean = sum(logs) / len(logs)
    deviation = (
        math.sqrt(sum((each - mean) ** 2 for each in logs) / (len(logs) - 1)) if len(logs) > 1 else 0.0
    )
    bias = math.exp(mean)
    return Calibration(
        count=len(logs),
        bias=bias,
        spread=math.exp(deviation),
        correction=bias if len(logs) >= ENOUGH else None,
    )
