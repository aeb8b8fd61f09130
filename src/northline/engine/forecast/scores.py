"""How good past forecasts were: hit rates, pinball loss, CRPS, PIT.

The pinball loss of a quantile (Koenker and Bassett, 1978); the CRPS as twice its integral over all
levels (Gneiting and Ranjan, 2011); the probability integral transform (Dawid, 1984). Hit rates carry Wilson's
binomial interval (1927).
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from statistics import NormalDist

import numpy as np

from northline.engine.errors import BadValue
from northline.engine.forecast.shapes import Floats

Z_95 = 1.959964
NORMAL = NormalDist()


@dataclass(frozen=True, slots=True)
class PastForecast:
    """What was forecast and what happened: `values[i]` was to hold with chance `levels[i]`; `outcome` held.

    Any unit, the same for all; lengths from the day of the forecast where a spread is to be corrected.
    """

    levels: tuple[float, ...]
    values: tuple[float, ...]
    outcome: float

    def __post_init__(self) -> None:
        if not self.levels or len(self.levels) != len(self.values):
            raise BadValue(f"{len(self.levels)} levels with {len(self.values)} values.")
        if not 0 < self.levels[0] <= self.levels[-1] < 1 or any(a >= b for a, b in pairwise(self.levels)):
            raise BadValue(f"Levels {self.levels} must lie between 0 and 1 and rise.")
        if (
            any(a > b for a, b in pairwise(self.values))
            or not np.isfinite([*self.values, self.outcome]).all()
        ):
            raise BadValue(f"Values {self.values} must be finite and must not fall.")

    @property
    def pit(self) -> float:
        """The level at which the outcome lies, read off between the quantiles (0 to 1).

        An outcome on a stretch of equal values takes its middle. Outside, the outermost two values are drawn on
        as a normal distribution would run (a lognormal one, where they are above 0).

        >>> PastForecast((0.1, 0.5, 0.9), (5, 10, 30), 20).pit
        0.7
        """
        if self.outcome < self.values[0]:
            return _Tail.of(self, below=True).level(self.outcome)
        if self.outcome > self.values[-1]:
            return _Tail.of(self, below=False).level(self.outcome)
        same = [level for level, value in zip(self.levels, self.values, strict=True) if value == self.outcome]
        if same:
            return (same[0] + same[-1]) / 2
        return float(np.interp(self.outcome, self.values, self.levels))

    def quantile(self, level: float) -> float:
        """The value at any level, read off as `pit` reads the other way; the ends at 0 and 1."""
        level = min(max(level, 1e-6), 1 - 1e-6)
        if level < self.levels[0]:
            return _Tail.of(self, below=True).value(level)
        if level > self.levels[-1]:
            return _Tail.of(self, below=False).value(level)
        return float(np.interp(level, self.levels, self.values))


@dataclass(frozen=True, slots=True)
class _Tail:
    """What lies beyond one end of a forecast: a line over normal scores, of logarithms for lengths above 0."""

    edge: float
    at: float
    slope: float
    logs: bool

    @staticmethod
    def of(past: PastForecast, *, below: bool) -> "_Tail":
        inner, outer = (1, 0) if below else (-2, -1)
        inner = inner if len(past.levels) > 1 else outer
        edge, near = NORMAL.inv_cdf(past.levels[outer]), NORMAL.inv_cdf(past.levels[inner])
        logs = past.values[0] > 0
        far, close = ((math.log(past.values[i]) if logs else past.values[i]) for i in (outer, inner))
        return _Tail(edge, far, (far - close) / (edge - near) if edge != near else 0.0, logs)

    def level(self, value: float) -> float:
        """The level of a value out there; without a slope halfway from the end to 0 or to 1."""
        if self.slope <= 0:
            return NORMAL.cdf(self.edge) / 2 + (0.5 if self.edge_is_above(value) else 0.0)
        if self.logs and value <= 0:
            return 0.0
        away = (math.log(value) if self.logs else value) - self.at
        return NORMAL.cdf(self.edge + away / self.slope)

    def edge_is_above(self, value: float) -> bool:
        """Whether the value lies past the upper end."""
        return (math.log(value) if self.logs and value > 0 else value) > self.at

    def value(self, level: float) -> float:
        """The value at a level out there."""
        made = self.at + self.slope * (NORMAL.inv_cdf(level) - self.edge)
        return math.exp(min(made, 700.0)) if self.logs else made


def past_dates(
    made: datetime, *, levels: Sequence[float], dates: Sequence[datetime], happened: datetime
) -> PastForecast:
    """A forecast of dates as lengths in days from the moment at which it was made.

    >>> monday = datetime(2026, 3, 2)
    >>> past_dates(monday, levels=[0.5], dates=[datetime(2026, 3, 12)], happened=datetime(2026, 3, 7)).outcome
    5.0
    """
    day = timedelta(days=1)
    return PastForecast(tuple(levels), tuple((d - made) / day for d in dates), (happened - made) / day)


@dataclass(frozen=True, slots=True)
class HitRate:
    """Of `count` forecasts at this level `hits` held; 95 % of such intervals `low` to `high` hold the true
    rate."""

    level: float
    hits: int
    count: int
    low: float
    high: float

    @property
    def rate(self) -> float:
        """The share that held."""
        return self.hits / self.count

    @property
    def kept(self) -> bool:
        """Whether the level lies in the interval, so that the promise may well be true."""
        return self.low <= self.level <= self.high


@dataclass(frozen=True, slots=True)
class Judgement:
    """How past forecasts fared: hit rate and mean pinball loss per level, mean CRPS, PIT counts in ten bins."""

    count: int
    hits: tuple[HitRate, ...]
    pinball: tuple[float, ...]
    crps: float
    pit: tuple[int, ...]


def judge(pasts: Sequence[PastForecast]) -> Judgement:
    """Sum up past forecasts of the same levels; raises BadValue for none or for mixed levels.

    >>> judge([PastForecast((0.5,), (10,), 8), PastForecast((0.5,), (10,), 12)]).hits[0].rate
    0.5
    """
    levels, values, outcomes = table(pasts)
    held = (outcomes[:, None] <= values).sum(axis=0).tolist()
    losses = pinball(levels, values, outcomes)
    pit = np.histogram([past.pit for past in pasts], bins=10, range=(0, 1))[0]
    return Judgement(
        count=len(pasts),
        hits=tuple(hit_rate(p, hits=h, count=len(pasts)) for p, h in zip(levels.tolist(), held, strict=True)),
        pinball=tuple(losses.mean(axis=0).tolist()),
        crps=float(crps_of(levels, losses).mean()),
        pit=tuple(pit.tolist()),
    )


def hit_rate(level: float, *, hits: int, count: int) -> HitRate:
    """A hit rate with Wilson's 95 % interval.

    >>> rate = hit_rate(0.85, hits=7, count=10)
    >>> round(rate.low, 3), round(rate.high, 3)
    (0.397, 0.892)
    """
    if not 0 <= hits <= count or not count:
        raise BadValue(f"{hits} hits of {count}.")
    share, z = hits / count, Z_95 * Z_95 / count
    middle = (share + z / 2) / (1 + z)
    half = Z_95 / (1 + z) * math.sqrt(share * (1 - share) / count + z / count / 4)
    return HitRate(level, hits, count, max(0.0, middle - half), min(1.0, middle + half))


def crps(past: PastForecast) -> float:
    """The continuous ranked probability score of one forecast, in its unit; lower is better, 0 is perfect.

    Each level given stands for those nearer to it than to its neighbours.

    >>> crps(PastForecast((0.25, 0.5, 0.75), (10, 10, 10), 10))
    0.0
    """
    levels, values, outcomes = table([past])
    return float(crps_of(levels, pinball(levels, values, outcomes))[0])


Table = tuple[Floats, Floats, Floats]


def table(pasts: Sequence[PastForecast]) -> Table:
    """Levels (k,), values (n, k) and outcomes (n,)."""
    if not pasts:
        raise BadValue("There is no past forecast to judge.")
    if any(past.levels != pasts[0].levels for past in pasts):
        raise BadValue("Past forecasts must have the same levels; judge others apart.")
    values = np.array([past.values for past in pasts], np.float64)
    return np.array(pasts[0].levels), values, np.array([past.outcome for past in pasts], np.float64)


def pinball(levels: Floats, values: Floats, outcomes: Floats) -> Floats:
    """The loss (n, k): level × shortfall where the outcome lies above, (1 − level) × excess where below."""
    over = outcomes[:, None] - values
    made: Floats = np.maximum(levels * over, (levels - 1) * over)
    return made


def crps_of(levels: Floats, losses: Floats) -> Floats:
    """Twice the integral over all levels, each standing for those nearer to it than to its neighbours."""
    edges = np.concatenate(([0.0], (levels[1:] + levels[:-1]) / 2, [1.0]))
    made: Floats = 2 * losses @ np.diff(edges)
    return made


def score(pasts: Sequence[PastForecast]) -> float:
    levels, values, outcomes = table(pasts)
    return float(crps_of(levels, pinball(levels, values, outcomes)).mean())
