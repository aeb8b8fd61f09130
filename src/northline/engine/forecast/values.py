"""What a forecast is asked with and answers: spread, drivers, distribution of finish dates."""

import math
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

import numpy as np

from northline.engine.calendars import Ints, from_minute, to_minute
from northline.engine.errors import BadValue
from northline.engine.model import Minutes
from northline.engine.model.units import NO_TIME

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
    either never changes); its size is Williams' cruciality (1992). `sensitivity_index`: criticality times the task's
    standard deviation over the finish's (PMI's schedule sensitivity index). `if_short` and `if_long` are the mean
    finishes in the samples in which the task lasted its shortest, and its longest, tenth: a bar of the tornado.
    """

    id: str
    criticality_index: float
    sensitivity: float
    sensitivity_index: float = 0.0
    if_short: datetime | None = None
    if_long: datetime | None = None


@dataclass(frozen=True, slots=True)
class MilestoneChance:
    """When a milestone, or a task with a deadline, is reached: scheduled date, quantiles, chance of its deadline."""

    id: str
    planned: datetime
    p10: datetime
    p50: datetime
    p80: datetime
    p90: datetime
    deadline: datetime | None
    probability: float | None


@dataclass(frozen=True, slots=True)
class RiskEffect:
    """What a risk does to the finish, by the samples in which it `happened` (a share) and those in which it did not.

    `delay` is the difference of their mean finishes in working minutes (None where one kind is missing),
    `expected_delay` that times the probability, and `expected_cost` the risk's cost times the probability.
    """

    id: str
    name: str
    probability: float
    happened: float
    delay: Minutes | None
    expected_delay: Minutes | None
    finish_without: datetime | None
    finish_with: datetime | None
    on_time_without: float | None
    on_time_with: float | None
    expected_cost: float


@dataclass(frozen=True, slots=True)
class FactorEffect:
    """What a shared factor does to the finish: correlation, and mean finish in its lowest and its highest tenth."""

    name: str
    sensitivity: float
    if_low: datetime | None
    if_high: datetime | None


@dataclass(frozen=True, slots=True)
class MergePoint:
    """A task that waits for several: it may start `bias` working minutes later on average than the latest of what it
    waits for does on average (merge bias: MacCrimmon and Ryavec, 1964).

    With scarce resources the bias is that of its links alone, on the dates that people let the tasks ahead have;
    `wait` is the mean working minutes that it then waits for people of its own, 0 without them.
    """

    id: str
    bias: Minutes
    criticality_index: float
    wait: Minutes = NO_TIME


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
    with their own. `milestones` are in the plan's order, as are `others` that were asked for, `risks` by expected delay, `merge_points` by what they cost.
    `finishes` holds the finish of every sample as absolute minutes (samples,), in the samples' order.
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
    milestones: tuple[MilestoneChance, ...] = ()
    others: tuple[MilestoneChance, ...] = ()
    risks: tuple[RiskEffect, ...] = ()
    factors: tuple[FactorEffect, ...] = ()
    merge_points: tuple[MergePoint, ...] = ()
    with_resources: bool = False
    finishes: Ints = field(default_factory=lambda: np.zeros(0, np.int64), compare=False, repr=False)

    def quantile(self, share: float) -> datetime:
        """The earliest simulated date by which this share (above 0, up to 1) of the samples has finished."""
        if not 0 < share <= 1:
            raise BadValue(f"A quantile lies above 0 and up to 1, not at {share}.")
        return quantile_of(np.sort(self.finishes), share)

    def probability_by(self, moment: datetime) -> float:
        """The share of samples that finish by a moment."""
        return float((self.finishes <= to_minute(moment)).mean())


def quantile_of(ordered: Ints, share: float) -> datetime:
    """The earliest of the sorted minutes (samples,) by which this share of them has come."""
    place = math.ceil(round(share * len(ordered), 9)) - 1
    return from_minute(int(ordered[max(0, place)]))
