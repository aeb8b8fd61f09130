"""When a promise breaks, and how sure a day is. Plain values in, plain values out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple


def breaks(*, due: date, finish: date | None) -> bool:
    """Would a window that ends on `finish`, or none at all, break the promise of the day `due`?"""
    return finish is None or finish > due


class Ends(NamedTuple):
    """How many simulated runs end on each day, from `first` on."""

    first: date
    counts: Sequence[int]


def chance_by(day: date, ends: Ends | None) -> float | None:
    """The share of simulated finishes that lie on `day` or before it, 0 to 1; None without any.

    >>> chance_by(date(2026, 3, 1), Ends(date(2026, 3, 1), [1, 0, 3]))
    0.25
    """
    if ends is None:
        return None
    until = (day - ends.first).days + 1
    return sum(ends.counts[: max(0, until)]) / sum(ends.counts)
