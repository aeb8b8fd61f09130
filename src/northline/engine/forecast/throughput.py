"""Forecasts from measured flow: when will n items be done, how many by a date.

Days of the past are drawn again (bootstrap: Efron, 1979) until the items are done. Three things widen what a
plain bootstrap gives, because that is overconfident (measured in docs/engine.md): the history is itself drawn
anew for each group of samples, recent days weigh more, and the pace drifts as a random walk of its logarithm.
"""

import math
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

import numpy as np

from northline.engine.calendars import Ints
from northline.engine.errors import BadValue
from northline.engine.forecast.flow import Flow, counted_days
from northline.engine.forecast.shapes import Floats
from northline.engine.forecast.values import MOST_SAMPLES

HISTORIES = 256
MOST_FLOW_DAYS = 3650
MOST_CELLS = 8_000_000
ALMOST = 1e-9


@dataclass(frozen=True, slots=True)
class Sampling:
    """How the past is drawn from.

    The last `window` counted days, in runs of `block` days that stay together; a day's weight halves every
    `half_life` days; `drift` is the standard deviation of the logarithm of the pace after one week;
    `resample` draws a history of its own for each of 256 groups of samples.
    """

    window: int = 84
    block: int = 1
    half_life: float = 28.0
    drift: float = 0.1
    resample: bool = True

    def __post_init__(self) -> None:
        if not 1 <= self.block <= self.window:
            raise BadValue(f"Blocks of {self.block} days do not fit a window of {self.window}.")
        if not (self.half_life > 0 and 0 <= self.drift <= 2):
            raise BadValue(f"Half-life {self.half_life} must be above 0, drift {self.drift} from 0 to 2.")


PLAIN_BOOTSTRAP = Sampling(half_life=math.inf, drift=0.0, resample=False)
DEFAULT_SAMPLING = Sampling()


@dataclass(frozen=True, slots=True)
class Scope:
    """What is still to be done: `items`, each turning into `split_low` to `split_high` (drawn evenly per
    sample), and new ones: `growth` a week on average, or as many as came in the past (`arrivals`).
    """

    items: int
    split_low: float = 1.0
    split_high: float = 1.0
    growth: float = 0.0
    arrivals: Flow | None = None

    def __post_init__(self) -> None:
        if self.items < 0 or not 0 < self.split_low <= self.split_high <= 100 or not self.growth >= 0:
            raise BadValue(
                f"{self.items} items, split {self.split_low} to {self.split_high}, growth {self.growth}: "
                "none may be negative, and the split rate must rise from above 0 to at most 100."
            )
        if self.arrivals is not None and self.growth:
            raise BadValue("Scope grows by a figure or by measured arrivals, not by both.")


@dataclass(frozen=True, slots=True)
class DoneForecast:
    """On which day how many of the samples have everything done; `never` had not within ten years.

    >>> DoneForecast(4, 0, ((date(2026, 3, 2), 1), (date(2026, 3, 4), 3)), 0).quantile(0.5)
    datetime.date(2026, 3, 4)
    """

    samples: int
    seed: int
    days: tuple[tuple[date, int], ...]
    never: int

    def quantile(self, level: float) -> date | None:
        """The earliest day by which this share of the samples is done; None where that is never."""
        if not 0 < level <= 1:
            raise BadValue(f"Quantile {level} is not between 0 and 1.")
        need = math.ceil(level * self.samples - ALMOST)
        counts = accumulate(count for _, count in self.days)
        return next((d for (d, _), n in zip(self.days, counts, strict=True) if n >= need), None)

    def by(self, day: date) -> float:
        """The chance that everything is done by the end of this day."""
        return sum(count for d, count in self.days if d <= day) / self.samples


@dataclass(frozen=True, slots=True)
class CountForecast:
    """How many items are done by a day: rising numbers, each with its count of samples."""

    samples: int
    seed: int
    items: tuple[tuple[int, int], ...]

    def at_least(self, level: float) -> int:
        """The number of items that is reached or passed with this chance; the surer, the fewer."""
        if not 0 < level <= 1:
            raise BadValue(f"Chance {level} is not between 0 and 1.")
        need = math.ceil(level * self.samples - ALMOST)
        counts = accumulate(count for _, count in reversed(self.items))
        return next(i for (i, _), n in zip(reversed(self.items), counts, strict=True) if n >= need)

    def chance_of(self, items: int) -> float:
        """The chance that at least so many are done."""
        return sum(count for number, count in self.items if number >= items) / self.samples


def when_done(
    flow: Flow,
    scope: Scope,
    *,
    samples: int = 10_000,
    seed: int = 0,
    sampling: Sampling = DEFAULT_SAMPLING,
) -> DoneForecast:
    """On which day the scope will be done, begun on the day after the flow's last.

    Raises BadValue where nothing was finished within the window.

    >>> steady = Flow((1,) * 28, until=date(2026, 3, 1))
    >>> when_done(steady, Scope(5), sampling=PLAIN_BOOTSTRAP, samples=100).quantile(0.85)
    datetime.date(2026, 3, 6)
    """
    draws = _Draws(flow, scope.arrivals, sampling, samples=samples, seed=seed)
    need = draws.rng.uniform(scope.split_low, scope.split_high, samples) * scope.items
    used = draws.days_until(need, growth=scope.growth / flow.days_a_week)
    done = used[used <= MOST_FLOW_DAYS]
    days, counts = np.unique(done, return_counts=True)
    dates = _dates(flow, int(days[-1]) if len(days) else 0)
    found = tuple((dates[d], c) for d, c in zip(days.tolist(), counts.tolist(), strict=True))
    return DoneForecast(samples, seed, found, samples - len(done))


def how_many(
    flow: Flow,
    *,
    by: date,
    split_low: float = 1.0,
    split_high: float = 1.0,
    samples: int = 10_000,
    seed: int = 0,
    sampling: Sampling = DEFAULT_SAMPLING,
) -> CountForecast:
    """How many of today's items will be done from the day after the flow's last up to and with `by`.

    Raises BadValue where nothing was finished within the window, or for a day more than ten years ahead.

    >>> steady = Flow((1,) * 28, until=date(2026, 3, 1))
    >>> how_many(steady, by=date(2026, 3, 8), sampling=PLAIN_BOOTSTRAP, samples=100).at_least(0.85)
    7
    """
    Scope(0, split_low, split_high)
    ahead = counted_days(flow.until.toordinal() + 1, by.toordinal() + 1, flow.calendar)
    if len(ahead) > MOST_FLOW_DAYS:
        raise BadValue(f"{by} is more than {MOST_FLOW_DAYS} days ahead.")
    draws = _Draws(flow, None, sampling, samples=samples, seed=seed)
    factor = draws.rng.uniform(split_low, split_high, samples)
    total = draws.after(len(ahead)) if len(ahead) else np.zeros(samples)
    numbers, counts = np.unique(np.floor(total / factor + ALMOST).astype(np.int64), return_counts=True)
    return CountForecast(samples, seed, tuple(zip(numbers.tolist(), counts.tolist(), strict=True)))


class _Draws:
    """Daily counts of the future, drawn for all samples at once, a stretch of days at a time."""

    def __init__(
        self, flow: Flow, arrivals: Flow | None, sampling: Sampling, *, samples: int, seed: int
    ) -> None:
        if not 1 <= samples <= MOST_SAMPLES:
            raise BadValue(f"A forecast takes 1 to {MOST_SAMPLES} samples, not {samples}.")
        self.rng = np.random.default_rng(seed)
        self.samples, self.block, self.week = samples, sampling.block, flow.days_a_week
        self.drift = sampling.drift
        past = np.array(flow.counts[-sampling.window :], np.float64)
        past = past[len(past) % self.block :] if len(past) >= self.block else past[:0]
        if not past.sum():
            days = min(sampling.window, len(flow.counts))
            raise BadValue(f"Nothing was finished in the last {days} days, so there is no pace to go by.")
        self.pace = float(past.mean())
        came = np.zeros(len(past)) if arrivals is None else _aligned(arrivals, flow, len(past))
        blocks = len(past) // self.block
        age = np.arange(blocks)[::-1] * self.block
        self.weights = 0.5 ** (age / sampling.half_life)
        groups = min(HISTORIES, samples) if sampling.resample else 1
        self.group = np.arange(samples) % groups
        order = self._history(groups, blocks, sampling.resample)
        self.done = past.reshape(blocks, self.block)[order]
        self.came = came.reshape(blocks, self.block)[order] if arrivals is not None else None

    def days_until(self, need: Floats, *, growth: float) -> Ints:
        """Counted days until each sample's need is met; more than MOST_FLOW_DAYS where it is not."""
        used = np.where(need > ALMOST, MOST_FLOW_DAYS + 1, 0)
        rows = np.flatnonzero(need > ALMOST)
        left, level, gone = need[rows], np.zeros(len(rows)), 0
        while len(rows) and gone < MOST_FLOW_DAYS:
            expected = int(np.quantile(left, 0.9) / self.pace * 1.3) + 2 * self.week
            days = self._stretch(expected, len(rows))
            net, level = self._net(rows, level, days, growth=growth)
            met = net >= left[:, None] - ALMOST
            first = met.argmax(axis=1)
            ended = met[np.arange(len(rows)), first]
            used[rows[ended]] = gone + first[ended] + 1
            left, rows, level = left[~ended] - net[~ended, -1], rows[~ended], level[~ended]
            gone += days
        return used

    def after(self, days: int) -> Floats:
        """What each sample has done after so many counted days, items or parts of them."""
        total, level, gone = np.zeros(self.samples), np.zeros(self.samples), 0
        rows = np.arange(self.samples)
        while gone < days:
            stretch = self._stretch(days - gone, len(rows))
            net, level = self._net(rows, level, stretch, growth=0.0)
            total += net[:, min(stretch, days - gone) - 1]
            gone += stretch
        return total

    def _history(self, groups: int, blocks: int, resample: bool) -> Ints:
        """Which past blocks each group draws from (groups, picks), in proportion to their weights."""
        edges = np.cumsum(self.weights) / self.weights.sum()
        if resample:
            picks: Ints = np.searchsorted(edges, self.rng.random((groups, blocks)), side="right")
            return np.minimum(picks, blocks - 1)
        if self.weights.min() == self.weights.max():
            return np.arange(blocks)[None, :]
        even = (np.arange(64 * blocks) + 0.5) / (64 * blocks)
        return np.minimum(np.searchsorted(edges, even, side="right"), blocks - 1)[None, :]

    def _net(self, rows: Ints, level: Floats, days: int, *, growth: float) -> tuple[Floats, Floats]:
        """Items done less items come, summed up day by day (rows, days), and the drift at the end."""
        size = (len(rows), days // self.block)
        pick = self.rng.integers(self.done.shape[1], size=size)
        done = self.done[self.group[rows, None], pick].reshape(len(rows), days)
        if self.drift:
            weeks = -(-days // self.week)
            walk = level[:, None] + np.cumsum(self.rng.normal(0, self.drift, (len(rows), weeks)), axis=1)
            done *= np.repeat(np.exp(walk), self.week, axis=1)[:, :days]
            level = walk[:, -1]
        if self.came is not None:
            done -= self.came[self.group[rows, None], pick].reshape(len(rows), days)
        if growth:
            done -= self.rng.poisson(growth, done.shape)
        net: Floats = np.cumsum(done, axis=1, out=done)
        return net, level

    def _stretch(self, days: int, rows: int) -> int:
        """About so many days, in whole weeks of whole blocks, as far as memory allows."""
        unit = math.lcm(self.block, self.week)
        return -(-min(days, MOST_CELLS // rows) // unit) * unit or unit


def _aligned(arrivals: Flow, flow: Flow, length: int) -> Floats:
    """Arrivals on the same days as the flow's last `length`, none where they were not counted."""
    if arrivals.until != flow.until or arrivals.calendar != flow.calendar:
        raise BadValue("Arrivals and finished items must be counted on the same days.")
    known = arrivals.counts[-length:]
    return np.array((0,) * (length - len(known)) + known, np.float64)


def _dates(flow: Flow, days: int) -> list[date]:
    """The flow's last day and the counted days after it, by number."""
    ahead, span = np.empty(0, np.int64), days * 7 // flow.days_a_week + 30
    start = flow.until.toordinal() + 1
    while len(ahead) < days and span < 40 * (days + 30):
        ahead, span = counted_days(start, start + span, flow.calendar), span * 2
    if len(ahead) < days:
        raise BadValue("The flow's calendar has no working days left after the flow's last.")
    return [flow.until, *(date.fromordinal(d) for d in ahead[:days].tolist())]
