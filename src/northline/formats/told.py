"""What files say about uncertainty as what the simulation takes."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from northline.engine.errors import PlanError
from northline.engine.forecast import (
    Distribution,
    Factor,
    Historical,
    Impact,
    Lognormal,
    Risk,
    Shape,
    Spread,
    ThreePoints,
)
from northline.formats import BadField
from northline.formats.uncertainty import (
    Range,
    RangeShape,
    RiskEvent,
    RiskImpact,
    SharedFactor,
    Uncertainty,
    Unit,
)

T = TypeVar("T")
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Told:
    """The same as what `simulate` takes."""

    durations: dict[str, Distribution]
    factors: tuple[Factor, ...]
    risks: tuple[Risk, ...]


def told(uncertainty: Uncertainty) -> Told:
    """What the simulation takes; raises BadField, which names the risk, factor or task and what is wrong."""
    names = [d.task for d in uncertainty.durations]
    twice = sorted({n for n in names if names.count(n) > 1}) if len(set(names)) < len(names) else []
    if twice:
        raise BadField(f"The duration of task {twice[0]} is given twice. Keep one of them.")
    return Told(
        {
            d.task: _checked(f"duration of task {d.task}", _distribution, d.duration)
            for d in uncertainty.durations
        },
        tuple(_checked(f"factor {f.name}", _factor, f) for f in uncertainty.factors),
        tuple(_checked(f"risk {r.id}", _risk, r) for r in uncertainty.risks),
    )


def _checked(what: str, make: Callable[[T], Made], value: T) -> Made:
    try:
        return make(value)
    except PlanError as error:
        raise BadField(f"In the {what}: {error.message}") from None
    except _Missing as missing:
        raise BadField(f"In the {what}: {missing}.") from None


class _Missing(ValueError):
    """A figure that a shape needs."""


def _distribution(given: Range) -> Distribution:
    share = given.unit is Unit.PERCENT
    if given.shape is RangeShape.HISTORICAL:
        return Historical(tuple(_scaled(given.values, share)), share)
    if given.shape is RangeShape.LOGNORMAL and given.p10 is not None:
        low, high = _scaled(_needed(given, "p10", "p90"), share)
        return Lognormal.between(low, high, as_share=share)
    if given.shape is RangeShape.LOGNORMAL:
        mean, deviation = _scaled(_needed(given, "mean", "deviation"), share)
        return Lognormal(mean, deviation, share)
    low, likely, high = _scaled(_needed(given, "low", "likely", "high"), share)
    return ThreePoints(low, likely, high, Shape(given.shape.value), share)


def _factor(given: SharedFactor) -> Factor:
    if given.spread.unit is not Unit.PERCENT:
        raise _Missing('its spread is a share of durations; say "unit": "percent"')
    made = _distribution(given.spread)
    if isinstance(made, ThreePoints):
        return Factor(given.name, given.tasks, Spread(made.low, made.likely, made.high, made.shape))
    if isinstance(made, Lognormal):
        return Factor(given.name, given.tasks, made)
    raise _Missing("past values cannot be shared; give three points or a lognormal")


def _risk(given: RiskEvent) -> Risk:
    impacts = tuple(map(_impact, given.impacts))
    return Risk(given.id, given.probability, impacts, cost=given.cost, name=given.name)


def _impact(given: RiskImpact) -> Impact:
    low = given.likely if given.low is None else given.low
    high = given.likely if given.high is None else given.high
    share = given.unit is Unit.PERCENT
    least, likely, most = _scaled((low, given.likely, high), share)
    return Impact(given.task, least, likely, most, share)


def _needed(given: Range, *names: str) -> list[float]:
    missing = [name for name in names if getattr(given, name) is None]
    if missing:
        raise _Missing(f"a {given.shape} needs {' and '.join(missing)}")
    return [getattr(given, name) for name in names]


def _scaled(figures: Iterable[float], share: bool) -> list[float]:
    return [figure / 100 if share else figure for figure in figures]
