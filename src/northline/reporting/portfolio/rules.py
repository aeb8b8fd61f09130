"""Rolling initiatives up into lanes. Plain values in, plain values out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple
from uuid import UUID

Span = tuple[date, date]
QUARTERS = 4


class Part(NamedTuple):
    """What an initiative brings into a roll-up: its person-weeks, health, and the chance, 0 to 1, of its last day.

    A container brings no person-weeks, as its parts do; the `weight` of its chance are its own all the same.
    """

    effort: float | None
    health: str
    chance: float | None
    window: Span | None
    weight: float | None


@dataclass(frozen=True, slots=True)
class Rollup:
    """`confidence` is the mean chance of those that have one, weighed by their effort; `sure` counts these."""

    initiatives: int
    effort: float
    unestimated: int
    health: Mapping[str, int]
    confidence: float | None
    sure: int
    start: date | None
    finish: date | None


def rolled_up(parts: Sequence[Part]) -> Rollup:
    """What the parts add up to.

    >>> some = [Part(0, "on_track", 0.9, None, 3), Part(1, "at_risk", 0.5, None, 1), Part(None, "unknown", None, None, None)]
    >>> whole = rolled_up(some)
    >>> whole.effort, whole.unestimated, whole.confidence
    (1, 1, 0.8)
    """
    windows = [part.window for part in parts if part.window]
    return Rollup(
        initiatives=len(parts),
        effort=sum(part.effort or 0 for part in parts),
        unestimated=sum(part.effort is None for part in parts),
        health=Counter(part.health for part in parts),
        confidence=_confidence(parts),
        sure=sum(part.chance is not None for part in parts),
        start=min((start for start, _ in windows), default=None),
        finish=max((finish for _, finish in windows), default=None),
    )


def _confidence(parts: Iterable[Part]) -> float | None:
    known = [(part.chance, part.weight) for part in parts if part.chance is not None]
    if not known:
        return None
    weights = [weight or 0 for _, weight in known]
    if not sum(weights):
        weights = [1] * len(known)
    total = sum(chance * weight for (chance, _), weight in zip(known, weights, strict=True))
    return round(total / sum(weights), 4)


def quarters_from(today: date, count: int = QUARTERS) -> list[Span]:
    """So many quarters, the one of today first.

    >>> quarters_from(date(2026, 11, 28), 2)[1]
    (datetime.date(2027, 1, 1), datetime.date(2027, 3, 31))
    """
    month = today.year * 12 + (today.month - 1) // 3 * 3
    starts = [date((month + 3 * at) // 12, (month + 3 * at) % 12 + 1, 1) for at in range(count + 1)]
    return [(first, after - timedelta(days=1)) for first, after in pairwise(starts)]


def root_of(key: UUID, parents: Mapping[UUID, UUID | None]) -> UUID:
    """The topmost of those that something hangs below; a circle ends where it closes."""
    seen = {key}
    while (above := parents.get(key)) and above in parents and above not in seen:
        seen.add(above)
        key = above
    return key
