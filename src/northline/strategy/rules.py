"""What follows from the figures of a strategy. Plain values in, plain values out."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

DONE = 100


def progress(start: Decimal, *, target: Decimal, current: Decimal | None) -> int:
    """How far a metric has come from `start` to `target`: 0 to 100, whole per cents, 100 only when reached.

    >>> progress(Decimal(40), target=Decimal(20), current=Decimal(25))
    75
    >>> progress(Decimal(0), target=Decimal(3), current=None)
    0
    """
    if current is None:
        return 0
    way = target - start
    if not way:
        return DONE if current == target else 0
    # Cut, not rounded: 99.9 % is not there yet.
    return int(max(Decimal(0), min(Decimal(DONE), (current - start) * DONE / way)))


def joint_progress(parts: Iterable[int]) -> int | None:
    """The progress of an objective: the mean of its key results, in whole per cents; None without any.

    >>> joint_progress([100, 50, 49])
    66
    """
    counted = list(parts)
    return sum(counted) // len(counted) if counted else None


def leads_there(direction: str, *, start: Decimal, target: Decimal) -> bool:
    """Does the target lie in the direction that is called better?"""
    return target > start if direction == "up" else target < start
