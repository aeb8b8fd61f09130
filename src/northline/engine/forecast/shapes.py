"""Distributions as tables of quantiles, so that drawing a value is one look-up.

A table holds the quantiles at 0, 1/1024, … 1 of a distribution on [0, 1] whose mode is a multiple of 1/256;
values between are interpolated. Against the exact distribution the mean is off by less than 0.0015 and any
quantile from 0.01 to 0.99 by less than 0.003 of the range from optimistic to pessimistic.
"""

from functools import lru_cache

import numpy as np
import numpy.typing as npt

from northline.engine.forecast.values import Shape

Floats = npt.NDArray[np.float64]
CELLS = 1024
MODES = 256
GRID = 8192


def mode_of(low: float, likely: float, high: float) -> int:
    """Where the likely value lies between low (0) and high (256)."""
    return round(MODES * (likely - low) / (high - low)) if high > low else 0


@lru_cache(maxsize=2 * (MODES + 1))
def quantiles(shape: Shape, mode: int) -> Floats:
    """Quantiles at 0, 1/1024, … 1 (CELLS + 1,) of the shape on [0, 1] with its mode at `mode`/256.

    >>> float(quantiles(Shape.TRIANGULAR, 128)[512])
    0.5
    """
    levels = np.linspace(0.0, 1.0, CELLS + 1)
    make = _triangular if shape is Shape.TRIANGULAR else _beta_pert
    table = make(levels, mode / MODES)
    table.flags.writeable = False
    return table


def _triangular(levels: Floats, mode: float) -> Floats:
    rising = np.sqrt(levels * mode)
    falling = 1.0 - np.sqrt((1.0 - levels) * (1.0 - mode))
    return np.where(levels <= mode, rising, falling)


def _beta_pert(levels: Floats, mode: float) -> Floats:
    """Beta with alpha = 1 + 4·mode and beta = 1 + 4·(1 - mode) (Malcolm et al., 1959; Vose, 2008)."""
    angle = np.linspace(0.0, np.pi, GRID + 1)
    edges = (1.0 - np.cos(angle)) / 2.0  # dense at both ends, where quantiles move fastest
    middle = (edges[1:] + edges[:-1]) / 2.0
    density = middle ** (4.0 * mode) * (1.0 - middle) ** (4.0 * (1.0 - mode))
    mass = np.concatenate(([0.0], np.cumsum(density * np.diff(edges))))
    table: Floats = np.interp(levels, mass / mass[-1], edges)
    table[0], table[-1] = 0.0, 1.0
    return table
