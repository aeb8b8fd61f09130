"""What a caller may say about uncertainty: distributions of single tasks, factors shared by many, risks."""

import math
from dataclasses import dataclass
from statistics import NormalDist
from typing import TypeAlias

from northline.engine.errors import BadValue
from northline.engine.forecast.values import Shape, Spread


@dataclass(frozen=True, slots=True)
class ThreePoints:
    """A duration between `low` and `high`, most often `likely`: minutes, or shares of the planned duration.

    >>> ThreePoints(240, 480, 960, shape=Shape.TRIANGULAR).likely
    480
    """

    low: float
    likely: float
    high: float
    shape: Shape = Shape.BETA_PERT
    as_share: bool = False

    def __post_init__(self) -> None:
        if not (0 <= self.low <= self.likely <= self.high < math.inf):
            raise BadValue(f"Points {self.low}/{self.likely}/{self.high} must not be negative and must rise.")


@dataclass(frozen=True, slots=True)
class Lognormal:
    """A duration whose logarithm is normal, by its mean and standard deviation: minutes, or shares of the plan.

    >>> round(Lognormal.between(100, 400).mean)
    232
    """

    mean: float
    deviation: float
    as_share: bool = False

    def __post_init__(self) -> None:
        if not (0 < self.mean < math.inf and 0 <= self.deviation < math.inf):
            raise BadValue(
                f"A lognormal needs a mean above 0, not {self.mean}, and a deviation of 0 or more, not {self.deviation}."
            )

    @property
    def sigma(self) -> float:
        """The standard deviation of the logarithm."""
        return math.sqrt(math.log1p((self.deviation / self.mean) ** 2))

    @classmethod
    def between(
        cls,
        low: float,
        high: float,
        *,
        from_chance: float = 0.1,
        to_chance: float = 0.9,
        as_share: bool = False,
    ) -> "Lognormal":
        """The one that stays below `low` with `from_chance` and below `high` with `to_chance`; raises BadValue."""
        if not (0 < low < high < math.inf and 0 < from_chance < to_chance < 1):
            raise BadValue(f"Two rising quantiles above 0 are needed, not {low} and {high}.")
        normal = NormalDist()
        begin, end = normal.inv_cdf(from_chance), normal.inv_cdf(to_chance)
        sigma = math.log(high / low) / (end - begin)
        mean = math.exp(math.log(low) - sigma * begin + sigma * sigma / 2)
        return cls(mean, mean * math.sqrt(math.expm1(sigma * sigma)), as_share)


@dataclass(frozen=True, slots=True)
class Historical:
    """A duration drawn from what was seen before: minutes, or (`as_share`) actual ÷ planned.

    >>> Historical((1.0, 1.5, 0.9), as_share=True).values
    (1.0, 1.5, 0.9)
    """

    values: tuple[float, ...]
    as_share: bool = False

    def __post_init__(self) -> None:
        if not self.values or not all(0 <= v < math.inf for v in self.values):
            raise BadValue("History needs at least one value, and none below 0.")


Distribution: TypeAlias = ThreePoints | Lognormal | Historical


@dataclass(frozen=True, slots=True)
class Factor:
    """What many tasks share, a new team or a bad winter: one multiplier per sample for all of their durations."""

    name: str
    tasks: tuple[str, ...]
    spread: Spread | Lognormal


@dataclass(frozen=True, slots=True)
class Impact:
    """What a risk adds to one task: minutes, or (`as_share`) shares of its duration, from low to high."""

    task: str
    low: float
    likely: float
    high: float
    as_share: bool = False

    def __post_init__(self) -> None:
        if not (0 <= self.low <= self.likely <= self.high < math.inf):
            raise BadValue(
                f"Impact {self.low}/{self.likely}/{self.high} must not be negative and must rise.",
                ids=[self.task],
            )


@dataclass(frozen=True, slots=True)
class Risk:
    """An event that happens with `probability` and then adds its impacts, all equally severe, and `cost`.

    >>> Risk("storm", 0.2, (Impact("roof", 480, 960, 2400),)).probability
    0.2
    """

    id: str
    probability: float
    impacts: tuple[Impact, ...] = ()
    cost: float = 0.0
    name: str = ""

    def __post_init__(self) -> None:
        if not 0 <= self.probability <= 1:
            raise BadValue(f"Risk {self.id} has a probability of {self.probability}.", ids=[self.id])
        if not (0 <= self.cost < math.inf):
            raise BadValue(f"Risk {self.id} costs {self.cost}.", ids=[self.id])


@dataclass(frozen=True, slots=True)
class Doubt:
    """All that a simulation is told about uncertainty beside the plan."""

    spread: Spread
    durations: tuple[tuple[str, Distribution], ...] = ()
    factors: tuple[Factor, ...] = ()
    risks: tuple[Risk, ...] = ()
