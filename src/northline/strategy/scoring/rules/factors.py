"""Factors of a scorecard and the estimates given for them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np

from northline.core.refusal import Refusal
from northline.strategy.scoring.rules.formulas import Figures, Formula, understood

# Weighted sums over the factors of each side, usable in a formula beside the factors themselves.
SIDES = ("benefit", "cost")


@dataclass(frozen=True, slots=True)
class Choice:
    value: float
    label: str


@dataclass(frozen=True, slots=True)
class Factor:
    """`low` and `high` bound what may be given (None: unbounded). `weight` counts within the factor's `side`. Nobody gives
    what is read from a `field` of one's own, which must hold numbers."""

    name: str
    title: str
    unit: str = ""
    low: float | None = None
    high: float | None = None
    side: str = ""
    weight: float = 1.0
    choices: tuple[Choice, ...] = ()
    hint: str = ""
    field: str = ""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure, or a range: from `low` to `high`, most likely `likely` (triangular), or evenly spread without one.

    A plain figure has neither `low` nor `high`.
    """

    likely: float | None
    low: float | None = None
    high: float | None = None

    @property
    def middle(self) -> float:
        """The figure that a formula takes: the likely one, else the middle of the range."""
        if self.likely is not None:
            return self.likely
        return sum(self.ends) / 2

    @property
    def ends(self) -> tuple[float, float]:
        """Both ends of a range, or twice the figure."""
        low = self.likely if self.low is None else self.low
        high = self.likely if self.high is None else self.high
        assert low is not None
        assert high is not None
        return low, high

    @property
    def is_range(self) -> bool:
        low, high = self.ends
        return low < high

    def sampled(self, dice: np.random.Generator, times: int) -> Figures:
        """So many draws of it."""
        if not self.is_range:
            return np.full(times, self.middle)
        low, high = self.ends
        if self.likely is None:
            return dice.uniform(low, high, times)
        return dice.triangular(low, self.likely, high, times)


Scores: TypeAlias = Mapping[str, Estimate]


def checked_estimate(factor: Factor, given: Estimate) -> Estimate:
    """The estimate, if it fits the factor.

    Raises Refusal `score.not_a_range` or `score.out_of_bounds`.
    """
    told = [value for value in (given.low, given.likely, given.high) if value is not None]
    if (given.low is None) != (given.high is None) or not told or told != sorted(told):
        raise Refusal(
            "score.not_a_range",
            f"{factor.title}: a range needs a low and a high end, and the likely figure lies between them. "
            "Nothing was changed.",
        )
    for value in told:
        _check_bounds(factor, value)
    return given


def _check_bounds(factor: Factor, value: float) -> None:
    if factor.choices:
        if value not in {choice.value for choice in factor.choices}:
            fitting = ", ".join(f"{choice.value:g} ({choice.label})" for choice in factor.choices)
            raise _out_of_bounds(f"{factor.title} is one of {fitting}.")
        return
    below = factor.low is not None and value < factor.low
    if below or (factor.high is not None and value > factor.high):
        low = "" if factor.low is None else f" from {factor.low:g}"
        high = "" if factor.high is None else f" to {factor.high:g}"
        raise _out_of_bounds(f"{factor.title} goes{low}{high}; {value:g} is beyond that.")


def _out_of_bounds(message: str) -> Refusal:
    return Refusal("score.out_of_bounds", f"{message} Nothing was changed.")


def checked_card(factors: Sequence[Factor], *, formula: str) -> Formula:
    """The formula, if the factors make sense and it takes them.

    Raises Refusal `scorecard.factor_twice`, `scorecard.factor_name`, `scorecard.factor_bounds` or
    `formula.not_understood`.
    """
    names = [factor.name for factor in factors]
    for name in names:
        if names.count(name) > 1:
            raise Refusal("scorecard.factor_twice", f"Two factors are called {name}. Rename one of them.")
        if name in SIDES:
            raise Refusal("scorecard.factor_name", f"{name} is the sum of a side; call the factor otherwise.")
    for factor in factors:
        if factor.low is not None and factor.high is not None and factor.low >= factor.high:
            raise Refusal(
                "scorecard.factor_bounds", f"{factor.title}: the low end must lie below the high end."
            )
    return understood(formula, names=set(names) | set(SIDES))


def scored(formula: Formula, factors: Iterable[Factor], values: Mapping[str, Any]) -> Figures | None:
    """The score of one subject from its figures by factor; None while one that the formula takes is missing."""
    taken = _taken(formula, factors)
    if any(factor.name not in values for factor in taken):
        return None
    given = dict(values)
    for side in formula.names & set(SIDES):
        parts = [
            factor.weight * np.asarray(values[factor.name], dtype=np.float64)
            for factor in taken
            if factor.side == side
        ]
        given[side] = sum(parts[1:], start=parts[0]) if parts else np.float64(0)
    return formula.of(given)


def _taken(formula: Formula, factors: Iterable[Factor]) -> list[Factor]:
    """The factors that the formula takes, by their name or through their side."""
    return [each for each in factors if each.name in formula.names or each.side in formula.names]


def plain_score(formula: Formula, factors: Iterable[Factor], scores: Scores) -> float | None:
    """The score from the middle of every estimate; None where a factor is missing or there is no number."""
    found = scored(formula, factors, {name: estimate.middle for name, estimate in scores.items()})
    if found is None or math.isnan(float(found)):
        return None
    return float(found)
