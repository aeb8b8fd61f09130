"""Between rows and values: factors and estimates as JSON holds them and as the rules take them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from northline.strategy.scoring.models import Score, Scorecard
from northline.strategy.scoring.rules.cutline import Cut
from northline.strategy.scoring.rules.factors import Choice, Estimate, Factor, checked_card
from northline.strategy.scoring.rules.robustness import Card


def factors_of(card: Scorecard) -> list[Factor]:
    return [factor_from(each) for each in card.factors]


def factor_from(stored: Mapping[str, Any]) -> Factor:
    choices = tuple(Choice(**choice) for choice in stored["choices"])
    return Factor(**{**stored, "choices": choices})


def factor_stored(factor: Factor) -> dict[str, Any]:
    return asdict(factor) | {"choices": [asdict(choice) for choice in factor.choices]}


def card_of(card: Scorecard) -> Card:
    factors = factors_of(card)
    return Card(
        formula=checked_card(factors, formula=card.formula),
        factors=factors,
        effort=card.effort,
        days_per_unit=card.days_per_unit,
        cut=Cut(days=card.cut_days, count=card.cut_count),
    )


def estimates_of(
    score: Score | None, factors: Iterable[Factor], custom: Mapping[str, Any]
) -> dict[str, Estimate]:
    """What was given for the factors that the scorecard still has, and what its subject's own fields hold."""
    given = score.values if score else {}
    found = {
        factor.name: estimate_from(given[factor.name])
        for factor in factors
        if not factor.field and factor.name in given
    }
    return found | read_from_fields(factors, custom)


def read_from_fields(factors: Iterable[Factor], custom: Mapping[str, Any]) -> dict[str, Estimate]:
    """The figures of the factors that are read from a subject's own fields, where these hold one."""
    values = {factor.name: custom.get(factor.field) for factor in factors if factor.field}
    return {name: Estimate(float(value)) for name, value in values.items() if isinstance(value, int | float)}


def estimate_from(stored: list[float | None]) -> Estimate:
    low, likely, high = stored
    return Estimate(likely=likely, low=low, high=high)


def in_words(values: Mapping[str, list[float | None]], factors: Iterable[Factor]) -> str:
    """Estimates as a list tells them, in the order of the factors."""
    return ", ".join(
        f"{factor.title} {_figures(values[factor.name])}" for factor in factors if factor.name in values
    )


def _figures(given: list[float | None]) -> str:
    return "–".join(f"{figure:g}" for figure in given if figure is not None)


def estimate_stored(estimate: Estimate) -> list[float | None]:
    return [estimate.low, estimate.likely, estimate.high]
