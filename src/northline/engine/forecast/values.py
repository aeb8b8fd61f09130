"""What a forecast is asked with and answers: spread, drivers, distribution of finish dates."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from northline.engine.errors import BadValue

MOST_SAMPLES = 1_000_000


class Shape(StrEnum):
    """How three points become a distribution: Beta-PERT weighs the likely value four times, a triangle
    evenly."""

    BETA_PERT = "beta_pert"
    TRIANGULAR = "triangular"


@dataclass(frozen=True, slots=True)
class Spread:
    """The uncertainty of tasks without an estimate of their own, as shares of their planned duration.

    `shape` is also the shape in which the tasks' own three-point estimates are read.

    >>> Spread(low=0.9, likely=1.0, high=1.2).high
    1.2
    """

    low: float
    likely: float
    high: float
    shape: Shape = Shape.BETA_PERT

    def __post_init__(self) -> None:
        if not 0 <= self.low <= self.likely <= self.high <= 100:
            raise BadValue(
                f"A spread of {self.low}/{self.likely}/{self.high} must rise, from 0 to at most 100."
            )


# Work can be done a little faster than planned, but overruns have no natural end: the upper side is twice the
# lower. It says nothing about a particular team; `default_spread_tasks` counts where it stood in.
DEFAULT_SPREAD = Spread(0.75, 1.0, 1.5)
NO_SPREAD = Spread(1.0, 1.0, 1.0)


@dataclass(frozen=True, slots=True)
class ForecastDriver:
    """How much one task decides the finish.

    `criticality_index`: the share of samples in which the task lies on a path that drives the finish (0 to
    1). `sensitivity`: Pearson's correlation of its duration with the finish in working time (-1 to 1; 0 where
    either never changes).
    """

    id: str
    criticality_index: float
    sensitivity: float


@dataclass(frozen=True, slots=True)
class Bin:
    """`count` samples finish from `start` up to the start of the next bin."""

    start: datetime
    count: int


@dataclass(frozen=True, slots=True)
class Forecast:
    """The distribution of a project's finish dates.

    `p85` is the earliest simulated date by which 85 % of the samples have finished, and so on;
    `probability_on_time` is the share of samples that finish by the deadline, None without one. `drivers` come
    most decisive first, empty where criticality was not asked for. `default_spread_tasks` counts the tasks
    with work left that were simulated with `default_spread` for want of an estimate, `estimated_tasks` those
    with their own.
    """

    samples: int
    seed: int
    deadline: datetime | None
    probability_on_time: float | None
    p10: datetime
    p50: datetime
    p80: datetime
    p85: datetime
    p90: datetime
    p95: datetime
    mean: datetime
    earliest: datetime
    latest: datetime
    planned: datetime
    histogram: tuple[Bin, ...]
    drivers: tuple[ForecastDriver, ...]
    default_spread: Spread
    default_spread_tasks: int
    estimated_tasks: int
    warnings: tuple[str, ...] = ()
