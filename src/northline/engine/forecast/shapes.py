"""Distributions as tables, so that drawing a value is one look-up.

A table cuts a distribution into 2,048 parts of equal probability and holds the mean of each, so that the table's
mean is the distribution's and a quantile is off by at most half a part. Three points are tabled on [0, 1] with
the mode at a multiple of 1/256, the others in shares of their scale.
"""

import math
from functools import cache, lru_cache
from statistics import NormalDist

import numpy as np
import numpy.typing as npt

from northline.engine.forecast.luck import CELLS
from northline.engine.forecast.values import Shape

Floats = npt.NDArray[np.float64]
Table = npt.NDArray[np.float32]
MODES = 256
GRID = 16_384


def mode_of(low: float, likely: float, high: float) -> int:
    """Where the likely value lies between low (0) and high (256)."""
    return round(MODES * (likely - low) / (high - low)) if high > low else 0


@lru_cache(maxsize=2 * (MODES + 1))
def three_points(shape: Shape, mode: int) -> Table:
    """Means (2,048,) of equal parts of the shape on [0, 1] with its mode at `mode`/256.

    >>> round(float(three_points(Shape.TRIANGULAR, 128).mean()), 4)
    0.5
    """
    make = _triangular if shape is Shape.TRIANGULAR else _beta_pert
    return _kept(make(mode / MODES))


@lru_cache(maxsize=1024)
def lognormal(sigma: float) -> Table:
    """Means (2,048,) of equal parts of a lognormal with mean 1, `sigma` being the deviation of its logarithm.

    The mean of a part is the difference of Φ(z - sigma) over it (Johnson, Kotz and Balakrishnan, *Continuous
    Univariate Distributions* 1, chapter 14).

    >>> round(float(lognormal(0.5).mean()), 6)
    1.0
    """
    shifted = np.array([0.0, *(_phi(z - sigma) for z in _normal_levels()), 1.0])
    return _kept(np.diff(shifted) * CELLS)


@lru_cache(maxsize=1024)
def empirical(values: tuple[float, ...]) -> Table:
    """What was seen (sorted), each value as often as it fits, in shares of the largest.

    >>> sorted(set(empirical((1.0, 4.0)).tolist()))
    [0.25, 1.0]
    """
    cell = (np.arange(CELLS) + 0.5) / CELLS
    chosen = np.array(sorted(values))[(cell * len(values)).astype(np.int64)]
    return _kept(chosen / (max(values) or 1.0))


def _kept(table: Floats) -> Table:
    made = table.astype(np.float32)
    made.flags.writeable = False
    return made


def _triangular(mode: float) -> Floats:
    """Differences of the integral of the quantile function: sqrt(p·m) up to the mode, its mirror after."""
    level = np.linspace(0.0, 1.0, CELLS + 1)
    rising = 2 / 3 * math.sqrt(mode) * np.minimum(level, mode) ** 1.5
    rest = np.maximum(level, mode)
    falling = rest - mode + 2 / 3 * math.sqrt(1 - mode) * ((1 - rest) ** 1.5 - (1 - mode) ** 1.5)
    table: Floats = np.diff(rising + falling) * CELLS
    return table


def _beta_pert(mode: float) -> Floats:
    """Beta with alpha = 1 + 4·mode and beta = 1 + 4·(1 - mode) (Malcolm et al., 1959; Vose, 2008)."""
    middle, width, rise, fall = _grid()
    mass = np.exp(4.0 * mode * rise + 4.0 * (1.0 - mode) * fall) * width
    total = np.concatenate(([0.0], np.cumsum(mass)))
    moment = np.concatenate(([0.0], np.cumsum(mass * middle))) / total[-1]
    table: Floats = np.diff(np.interp(np.linspace(0.0, 1.0, CELLS + 1), total / total[-1], moment)) * CELLS
    return table


@cache
def _grid() -> tuple[Floats, Floats, Floats, Floats]:
    """Middles and widths of a grid on [0, 1] that is dense at both ends, and both logarithms of the middles."""
    edges = (1.0 - np.cos(np.linspace(0.0, np.pi, GRID + 1))) / 2.0
    middle = (edges[1:] + edges[:-1]) / 2.0
    return middle, np.diff(edges), np.log(middle), np.log1p(-middle)


@cache
def _normal_levels() -> tuple[float, ...]:
    normal = NormalDist()
    return tuple(normal.inv_cdf(i / CELLS) for i in range(1, CELLS))


def _phi(z: float) -> float:
    return 0.5 * math.erfc(-z / math.sqrt(2.0))
