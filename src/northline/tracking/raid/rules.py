"""Decisions of the register over plain values: levels, scores, exposure, what counts in a forecast."""

from __future__ import annotations

from dataclasses import dataclass

# The highest probability, in per cent, and the most working days of each level from 1 to 4; beyond them it is 5.
PROBABILITY_STEPS = (10, 30, 50, 70)
DAY_STEPS = (1, 5, 10, 20)
LEVELS = 5
THREAT_STRATEGIES = ("avoid", "transfer", "mitigate", "accept")
OPPORTUNITY_STRATEGIES = ("exploit", "share", "enhance", "accept")


def level(value: float, steps: tuple[int, ...]) -> int:
    """From 1 to 5.

    >>> [level(percent, PROBABILITY_STEPS) for percent in (0, 10, 11, 70, 71)]
    [1, 1, 2, 4, 5]
    """
    return 1 + sum(value > step for step in steps)


def impact_level(days: float | None, rating: int | None) -> int | None:
    """The greater of what the working days and what a person says, from 1 to 5; None where neither is known.

    >>> impact_level(4, None), impact_level(4, 5), impact_level(None, None)
    (2, 5, None)
    """
    said = [rating] if rating else []
    counted = [level(days, DAY_STEPS)] if days is not None else []
    return max(said + counted, default=None)


def score(probability: int | None, impact: int | None) -> int | None:
    """Level of probability times level of impact, 1 to 25 (probability and impact matrix: PMI, Standard for Risk
    Management, 2019).

    >>> score(40, 4), score(40, None)
    (12, None)
    """
    if probability is None or impact is None:
        return None
    return level(probability, PROBABILITY_STEPS) * impact


def expected(probability: int, amount: float | None) -> float | None:
    """Probability, in per cent, times the amount (expected monetary value, in money or days).

    >>> expected(30, 12)
    3.6
    """
    return None if amount is None else round(probability * amount / 100, 2)


@dataclass(frozen=True, slots=True)
class Days:
    """Working days that an event takes, from `low` to `high`, and its probability from 0 to 1."""

    probability: float
    low: float
    likely: float
    high: float


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a register says of a risk; probabilities in per cent, the residual ones None where nothing is said."""

    probability: int
    low: float | None
    likely: float | None
    high: float | None
    residual_probability: int | None = None
    residual_likely: float | None = None


def days_at_stake(said: Estimate, *, responded: bool) -> Days | None:
    """What counts in a forecast: what is left once the response is in place, until then all of it.

    The residual impact keeps the spread of the whole one. None where the register says nothing of days.

    >>> days_at_stake(Estimate(40, 5, 10, 20, 10, 4), responded=True)
    Days(probability=0.1, low=2.0, likely=4, high=8.0)
    """
    if said.likely is None:
        return None
    low = said.likely if said.low is None else said.low
    high = said.likely if said.high is None else said.high
    if not responded:
        return Days(said.probability / 100, low, said.likely, high)
    percent = said.probability if said.residual_probability is None else said.residual_probability
    likely = said.likely if said.residual_likely is None else said.residual_likely
    part = likely / said.likely if said.likely else 1
    if not said.likely:
        low, high = min(low, likely), max(high, likely)
    return Days(percent / 100, low * part, likely, high * part)
