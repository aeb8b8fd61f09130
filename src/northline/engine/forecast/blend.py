"""Two forecasts of one date made into one, and what weight each deserves.

The linear opinion pool (Stone, 1961; Genest and Zidek, 1986): the chance of every date is the weighted mean of the
two chances. The weight is the one that would have served best in the past by the CRPS (Gneiting and Raftery,
2007), drawn towards what was thought beforehand.
"""

import math
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import accumulate, pairwise

import numpy as np

from northline.engine.calendars import from_minute, to_minute
from northline.engine.errors import BadValue
from northline.engine.forecast.calibration import IDENTITY, Correction
from northline.engine.forecast.scores import PastForecast, score
from northline.engine.forecast.shapes import Floats
from northline.engine.forecast.throughput import DoneForecast
from northline.engine.forecast.values import Forecast

PRIOR_STRENGTH = 10.0
GRID = 21
FINE = np.linspace(0.005, 0.995, 100)
LAST_MINUTE = timedelta(hours=23, minutes=59)


@dataclass(frozen=True, slots=True)
class DateDistribution:
    """The chance of every date: at `dates[i]` it has risen to `levels[i]`, evenly between.

    Dates rise; levels do not fall and start at 0 or more. A last level below 1 leaves a chance of never.

    >>> monday, friday = datetime(2026, 3, 2), datetime(2026, 3, 6)
    >>> DateDistribution((monday, friday), (0.0, 1.0)).quantile(0.5)
    datetime.datetime(2026, 3, 4, 0, 0)
    """

    dates: tuple[datetime, ...]
    levels: tuple[float, ...]

    def __post_init__(self) -> None:
        if not self.dates or len(self.dates) != len(self.levels):
            raise BadValue(f"{len(self.dates)} dates with {len(self.levels)} levels.")
        if any(a >= b for a, b in pairwise(self.dates)) or any(a > b for a, b in pairwise(self.levels)):
            raise BadValue("The dates of a distribution must rise, and its levels must not fall.")
        if not 0 <= self.levels[0] <= self.levels[-1] <= 1 + 1e-9:
            raise BadValue("The levels of a distribution lie between 0 and 1.")

    def by(self, moment: datetime) -> float:
        """The chance of this moment or an earlier one."""
        return float(self.by_each([moment])[0])

    def by_each(self, moments: Sequence[datetime]) -> Floats:
        """The chance of each of these moments or an earlier one."""
        told = np.interp(_minutes(moments), _minutes(self.dates), self.levels)
        return np.where([moment < self.dates[0] for moment in moments], 0.0, told)

    def quantile(self, level: float) -> datetime | None:
        """The earliest date at which the chance has risen to this level; None where it never does."""
        if not 0 < level <= 1:
            raise BadValue(f"Quantile {level} is not between 0 and 1.")
        place = bisect_left(self.levels, level - 1e-9)
        if place == len(self.levels):
            return None
        if not place:
            return self.dates[0]
        low, high = self.levels[place - 1], self.levels[place]
        share = min(1.0, (level - low) / (high - low))
        before, after = to_minute(self.dates[place - 1]), to_minute(self.dates[place])
        return from_minute(math.ceil(before + share * (after - before) - 1e-6))


def of_simulation(forecast: Forecast) -> DateDistribution:
    """The distribution of a simulated forecast's finishes."""
    minutes, counts = np.unique(forecast.finishes, return_counts=True)
    if not len(minutes):
        raise BadValue("The forecast holds no finishes to blend.")
    levels = (np.cumsum(counts) / len(forecast.finishes)).tolist()
    return _rising(zip(map(from_minute, minutes.tolist()), levels, strict=True))


def of_flow(forecast: DoneForecast) -> DateDistribution:
    """The distribution that a forecast from flow tells: each day's chance is reached with the day's end."""
    if not forecast.days:
        raise BadValue("No sample is ever done, so there is nothing to blend.")
    counts = accumulate(count for _, count in forecast.days)
    ends = [datetime.combine(day, datetime.min.time()) + LAST_MINUTE for day, _ in forecast.days]
    before = ends[0] - timedelta(days=1)
    return _rising([(before, 0.0), *zip(ends, (n / forecast.samples for n in counts), strict=True)])


def blended(one: DateDistribution, other: DateDistribution, *, weight: float) -> DateDistribution:
    """The linear pool: `weight` (0 to 1) on the first, the rest on the other.

    >>> sure = DateDistribution((datetime(2026, 3, 2),), (1.0,))
    >>> late = DateDistribution((datetime(2026, 3, 9),), (1.0,))
    >>> blended(sure, late, weight=0.75).by(datetime(2026, 3, 8, 23, 59))
    0.75
    """
    if not 0 <= weight <= 1:
        raise BadValue(f"Weight {weight} is not between 0 and 1.")
    minute = timedelta(minutes=1)
    # A first level above 0 is a jump; the pool keeps it by a point one minute ahead.
    steps = {d.dates[0] - minute for d in (one, other) if d.levels[0] > 0}
    dates = sorted({*one.dates, *other.dates, *steps})
    chances = weight * one.by_each(dates) + (1 - weight) * other.by_each(dates)
    return _rising(zip(dates, chances.tolist(), strict=True))


def corrected_dates(
    forecast: DateDistribution, correction: Correction, *, made: datetime, levels: Sequence[float]
) -> DateDistribution:
    """A forecast, made at `made`, told anew at these levels with what its past has taught.

    Levels that the forecast never reaches are left out; lengths are those from `made`.
    """
    raw = [(p, forecast.quantile(correction.level(p) or 1e-9)) for p in levels]
    middle = forecast.quantile(0.5)
    days = [(p, (d - made) / timedelta(days=1)) for p, d in raw if d is not None]
    if not days:
        raise BadValue("The forecast reaches none of these levels.")
    half = (middle - made) / timedelta(days=1) if middle is not None else 0.0
    told = ((made + timedelta(minutes=round(1440 * correction.value(d, middle=half))), p) for p, d in days)
    return _rising(told)


def pooled(
    one: PastForecast, other: PastForecast, *, weight: float, correction: Correction = IDENTITY
) -> PastForecast:
    """Two past forecasts of one outcome, pooled, told at the levels of the first."""
    if one.outcome != other.outcome:
        raise BadValue("Only forecasts of one outcome can be pooled.")
    return _read_off(one, *_chances_of(one, other), weight=weight, correction=correction)


def weight_of(
    one: Sequence[PastForecast],
    other: Sequence[PastForecast],
    *,
    prior: float = 0.5,
    strength: float = PRIOR_STRENGTH,
) -> float:
    """The weight of the first forecast that would have served best on past outcomes, between it and `prior`.

    `prior` is what the share would be without a past: the share of the remaining scope that the first one
    knows better. It counts as much as `strength` outcomes. Raises BadValue for pasts that do not pair up.

    >>> good = [PastForecast((0.1, 0.5, 0.9), (9, 10, 11), 10)] * 90
    >>> bad = [PastForecast((0.1, 0.5, 0.9), (1, 30, 80), 10)] * 90
    >>> weight_of(good, bad)
    0.95
    """
    if len(one) != len(other):
        raise BadValue(f"{len(one)} past forecasts against {len(other)}.")
    if not 0 <= prior <= 1:
        raise BadValue(f"Prior weight {prior} is not between 0 and 1.")
    if not one:
        return prior
    if any(a.outcome != b.outcome for a, b in zip(one, other, strict=True)):
        raise BadValue("The past forecasts must pair up: two forecasts of each outcome.")
    tries = np.linspace(0, 1, GRID)
    pairs = [(a, _chances_of(a, b)) for a, b in zip(one, other, strict=True)]
    scores = [score([_read_off(a, *chances, weight=float(w)) for a, chances in pairs]) for w in tries]
    best = float(tries[int(np.argmin(scores))])
    return (len(one) * best + strength * prior) / (len(one) + strength)


def _chances_of(one: PastForecast, other: PastForecast) -> tuple[Floats, Floats, Floats]:
    """Values that rise, and the chance of each by the one forecast and by the other."""
    parts = [np.maximum.accumulate([p.quantile(level) for level in FINE]) for p in (one, other)]
    grid = np.unique(np.concatenate(parts))
    chances = [np.interp(grid, part, FINE, left=0.0, right=1.0) for part in parts]
    return grid, chances[0], chances[1]


def _read_off(
    past: PastForecast,
    grid: Floats,
    one: Floats,
    other: Floats,
    *,
    weight: float,
    correction: Correction = IDENTITY,
) -> PastForecast:
    chance = weight * one + (1 - weight) * other
    values = np.interp([correction.level(p) for p in past.levels], chance, grid)
    return PastForecast(past.levels, tuple(np.maximum.accumulate(values).tolist()), past.outcome)


def _rising(points: Iterable[tuple[datetime, float]]) -> DateDistribution:
    """Points in order of their dates; of several at one date the highest level, and never a lower one after."""
    highest: dict[datetime, float] = {}
    for moment, level in points:
        highest[moment] = max(level, highest.get(moment, 0.0))
    dates = sorted(highest)
    levels = accumulate((min(1.0, highest[d]) for d in dates), max)
    return DateDistribution(tuple(dates), tuple(levels))


def _minutes(moments: Iterable[datetime]) -> Floats:
    return np.array([to_minute(moment) for moment in moments], np.float64)
