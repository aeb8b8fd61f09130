"""Shares of effort, intended and actual. Plain values in, plain values out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

WHOLE = 100


def merged(shares: Mapping[str, int], given: Mapping[str, int | None]) -> dict[str, int]:
    """The shares with what was given put over them; None takes one away.

    >>> merged({"2026-Q4": 40, "2027-Q1": 30}, {"2026-Q4": None, "2027-Q2": 20})
    {'2027-Q1': 30, '2027-Q2': 20}
    """
    found = {**shares, **given}
    return {period: share for period, share in sorted(found.items()) if share is not None}


def overfull(own: Mapping[str, int], others: Iterable[Mapping[str, int]]) -> tuple[str, int] | None:
    """The first period in which one's own shares and those of the others come to more than all, and to how much.

    >>> overfull({"2026-Q4": 50}, [{"2026-Q4": 30}, {"2026-Q4": 30}])
    ('2026-Q4', 110)
    """
    rest = list(others)
    for period, share in own.items():
        total = share + sum(each.get(period, 0) for each in rest)
        if total > WHOLE:
            return period, total
    return None


def share_of(part: float, whole: float) -> float | None:
    """Per cents, None of nothing."""
    return part * WHOLE / whole if whole > 0 else None
