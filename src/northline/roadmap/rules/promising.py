"""When a promise breaks, and how sure a day is. Plain values in, plain values out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta


def breaks(*, due: date, finish: date | None) -> bool:
    """Would a window that ends on `finish`, or none at all, break the promise of the day `due`?"""
    return finish is None or finish > due


def chance_by(day: date, *, bars: Sequence[tuple[datetime, int]]) -> float | None:
    """The share of simulated finishes that lie on `day` or before it; None without any.

    `bars` are a histogram's: where each begins, and how many runs fell into it. Within a bar they count as evenly
    spread; the last is taken to be as wide as the one before it.

    >>> chance_by(date(2026, 3, 1), bars=[(datetime(2026, 3, 1), 1), (datetime(2026, 3, 2), 3)])
    0.25
    """
    total = sum(count for _, count in bars)
    if total == 0:
        return None
    end = datetime.combine(day, time()) + timedelta(days=1)
    starts = [at for at, _ in bars]
    last_width = starts[-1] - starts[-2] if len(starts) > 1 else timedelta(days=1)
    ends = [*starts[1:], starts[-1] + last_width]
    inside = sum(count * _share(start, until, end) for (start, count), until in zip(bars, ends, strict=True))
    return min(1.0, inside / total)


def _share(start: datetime, until: datetime, end: datetime) -> float:
    """How much of the stretch lies before `end`, 0 to 1."""
    if end >= until:
        return 1.0
    return max(0.0, (end - start) / (until - start))
