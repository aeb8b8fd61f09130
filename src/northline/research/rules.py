"""How much a piece of evidence counts. The weights are Northline's own: see `docs/guide/evidence.md`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

# How far each kind of evidence can be relied on: what people say counts less than what they do and pay for.
STRENGTH = {"opinion": 1.0, "request": 2.0, "behaviour": 3.0, "experiment": 5.0, "paid": 8.0}
# From that value of the customer a year on; of an unknown value as of the smallest.
VALUE_WEIGHTS = ((0, 1.0), (10_000, 1.5), (50_000, 2.0), (250_000, 3.0))
# After so many days a piece counts half, after twice as many a quarter.
HALF_LIFE_DAYS = 180
# A passage counts by its importance, 1 to 5, against that; evidence without a marked passage counts as if of that.
USUAL_IMPORTANCE = 3


@dataclass(frozen=True, slots=True)
class Points:
    """What one piece of evidence gives, and the four factors whose product it is."""

    strength: float
    value_weight: float
    freshness: float
    importance: float = 1.0

    @property
    def total(self) -> float:
        return self.strength * self.value_weight * self.freshness * self.importance


def points(
    evidence: str, *, value: int | None, day: date, today: date, importance: int = USUAL_IMPORTANCE
) -> Points:
    """What a piece of evidence of that strength, customer value a year, day and importance gives today.

    >>> points("request", value=60_000, day=date(2026, 1, 1), today=date(2026, 6, 30)).total
    2.0
    """
    return Points(
        STRENGTH[evidence],
        value_weight(value),
        freshness(day, today=today),
        importance_weight(importance),
    )


def importance_weight(importance: int) -> float:
    """The weight of a passage of that importance, 1 to 5.

    >>> [round(importance_weight(importance), 2) for importance in (1, 3, 5)]
    [0.33, 1.0, 1.67]
    """
    return importance / USUAL_IMPORTANCE


def value_weight(value: int | None) -> float:
    """The weight of a customer who brings in `value` a year, in the workspace's money.

    >>> value_weight(None), value_weight(49_999), value_weight(50_000)
    (1.0, 1.5, 2.0)
    """
    return max(weight for least, weight in VALUE_WEIGHTS if least <= (value or 0))


def freshness(day: date, *, today: date) -> float:
    """Between 0 and 1: 1 on the day itself and, for a clock that runs ahead, before it.

    >>> freshness(date(2026, 1, 1), today=date(2026, 6, 30))
    0.5
    """
    return float(2 ** (-max(0, (today - day).days) / HALF_LIFE_DAYS))
