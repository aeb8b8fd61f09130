"""How far apart the scores of a group lie."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median, pstdev


def agreement(votes: Sequence[float], *, low: float, high: float) -> float | None:
    """1 where all say the same, 0 where one half says `low` and the other `high`; None below two votes.

    One less the standard deviation over the largest that the scale allows, which is half its width.

    >>> agreement([3, 3, 3], low=1, high=5), agreement([1, 5], low=1, high=5)
    (1.0, 0.0)
    """
    if len(votes) < 2:
        return None
    width = high - low
    if width <= 0:
        return 1.0
    return max(0.0, 1 - pstdev(votes) / (width / 2))


def settled(votes: Sequence[float], *, choices: Sequence[float] = ()) -> float:
    """What the group says: the median, or the choice nearest to it, the lower of two as near.

    >>> settled([1, 2, 8]), settled([1, 2], choices=[1, 2])
    (2.0, 1.0)
    """
    middle = float(median(votes))
    return float(min(choices, key=lambda value: (abs(value - middle), value))) if choices else middle
