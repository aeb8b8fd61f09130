"""What a file may say about uncertainty: risks, factors shared by several tasks, and how long single tasks may last.

The same values stand in Northline's own JSON of a plan (`uncertainty`) and in files of their own, JSON or CSV, which
docs/formats.md describes; `told.py` makes them what the simulation takes.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

T = TypeVar("T")


class Unit(StrEnum):
    """Working minutes, or percent of what is planned."""

    MINUTES = "minutes"
    PERCENT = "percent"


class RangeShape(StrEnum):
    """Three points as Beta-PERT or triangle, a lognormal by mean and deviation or by two quantiles, or past values."""

    BETA_PERT = "beta_pert"
    TRIANGULAR = "triangular"
    LOGNORMAL = "lognormal"
    HISTORICAL = "historical"


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """How something may turn out; which figures are needed depends on the shape."""

    shape: RangeShape = RangeShape.BETA_PERT
    low: float | None = None
    likely: float | None = None
    high: float | None = None
    mean: float | None = None
    deviation: float | None = None
    p10: float | None = None
    p90: float | None = None
    values: tuple[float, ...] = ()
    unit: Unit = Unit.MINUTES


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskImpact:
    """What a risk adds to a task; with `likely` alone always the same."""

    task: str
    likely: float
    low: float | None = None
    high: float | None = None
    unit: Unit = Unit.MINUTES


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskEvent:
    """An event with its probability (0 to 1), its cost, and what it does to tasks."""

    id: str
    probability: float
    name: str = ""
    cost: float = 0.0
    impacts: tuple[RiskImpact, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedFactor:
    """What lengthens or shortens several tasks together, in percent of their durations."""

    name: str
    tasks: tuple[str, ...]
    spread: Range


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskRange:
    """How long one task may last."""

    task: str
    duration: Range


@dataclass(frozen=True, slots=True, kw_only=True)
class Uncertainty:
    """All that a file says about uncertainty."""

    risks: tuple[RiskEvent, ...] = ()
    factors: tuple[SharedFactor, ...] = ()
    durations: tuple[TaskRange, ...] = ()


NOTHING_UNCERTAIN = Uncertainty()


def joined(one: Uncertainty, other: Uncertainty) -> Uncertainty:
    """Both; where they speak of the same risk, factor or task, the second holds.

    >>> early, late = (Uncertainty(risks=(RiskEvent(id="r", probability=p),)) for p in (0.1, 0.3))
    >>> joined(early, late).risks[0].probability
    0.3
    """
    return Uncertainty(
        risks=_overlaid(one.risks, other.risks, lambda r: r.id),
        factors=_overlaid(one.factors, other.factors, lambda f: f.name),
        durations=_overlaid(one.durations, other.durations, lambda d: d.task),
    )


def _overlaid(one: tuple[T, ...], other: tuple[T, ...], key: Callable[[T], str]) -> tuple[T, ...]:
    newer = {key(item) for item in other}
    return (*(item for item in one if key(item) not in newer), *other)
