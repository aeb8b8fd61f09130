"""What to ask of the next forecast, given how past ones fared.

The correction of levels follows Kuleshov, Fenner and Ermon, *Accurate Uncertainties for Deep Learning Using
Calibrated Regression* (2018), drawn towards doing nothing by `CAUTION` imagined outcomes.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from northline.engine.forecast.scores import PastForecast, pinball, score, table

LEAST_OUTCOMES = 20
CAUTION = 10.0


@dataclass(frozen=True, slots=True)
class Correction:
    """Which level to read off a raw forecast for the level wanted, and by how much to stretch its values.

    `wanted` → `read` is a rising line through (0, 0) and (1, 1). A stretched value is `shift` · middle ·
    (value ÷ middle) ^ `factor`, the middle being the raw median: a multiplicative spread, for lengths above 0.
    `outcomes` is how many past forecasts it was learnt from; 0 where nothing is corrected.
    """

    wanted: tuple[float, ...] = (0.0, 1.0)
    read: tuple[float, ...] = (0.0, 1.0)
    factor: float = 1.0
    shift: float = 1.0
    outcomes: int = 0

    def level(self, wanted: float) -> float:
        """The raw level at which the wanted one really lies."""
        return float(np.interp(wanted, self.wanted, self.read))

    def value(self, raw: float, *, middle: float) -> float:
        """A raw quantile stretched about the raw median; lengths of 0 or less stay."""
        if raw <= 0 or middle <= 0 or (self.factor, self.shift) == (1.0, 1.0):
            return raw
        return self.shift * middle * math.pow(raw / middle, self.factor)


IDENTITY = Correction()


def corrected(past: PastForecast, correction: Correction) -> PastForecast:
    """The same forecast with its quantiles corrected, at the same levels.

    >>> half = Correction(factor=0.5, outcomes=20)
    >>> corrected(PastForecast((0.1, 0.5, 0.9), (4, 16, 64), 20), half).values
    (8.0, 16.0, 32.0)
    """
    levels = [correction.level(level) for level in past.levels]
    middle = past.quantile(0.5)
    values = [past.quantile(level) for level in levels]
    made = tuple(
        float(v) for v in np.maximum.accumulate([correction.value(v, middle=middle) for v in values])
    )
    return PastForecast(past.levels, made, past.outcome)


def learn_levels(pasts: Sequence[PastForecast], *, least: int = LEAST_OUTCOMES) -> Correction:
    """Learn which levels to read; the identity with fewer outcomes than `least`.

    The measured distribution of past PITs, mixed with the even one as if `CAUTION` more outcomes had been
    perfectly calibrated, is monotone by itself.
    """
    if len(pasts) < max(least, 1):
        return IDENTITY
    table(pasts)
    pits = np.sort([past.pit for past in pasts])
    n = len(pits)
    level = np.unique(np.concatenate((pits, np.linspace(0, 1, 21))))
    below = (np.searchsorted(pits, level, "left") + np.searchsorted(pits, level, "right")) / 2
    share = (below + CAUTION * level) / (n + CAUTION)
    share[0], share[-1] = 0.0, 1.0
    return Correction(tuple(share.tolist()), tuple(level.tolist()), outcomes=n)


def learn_spread(pasts: Sequence[PastForecast], *, least: int = LEAST_OUTCOMES) -> Correction:
    """Learn a factor on the spread and a shift, in logarithms; the identity with fewer than `least` usable
    ones.

    The least mean pinball loss over a grid, where every departure from the identity costs as if `CAUTION`
    outcomes had contradicted it. Forecasts and outcomes of 0 or less are left out.
    """
    usable = [p for p in pasts if p.outcome > 0 and p.values[0] > 0]
    if len(usable) < max(least, 1):
        return IDENTITY
    levels, values, outcomes = table(usable)
    logs, happened = np.log(values), np.log(outcomes)
    middle = np.log([p.quantile(0.5) for p in usable])
    off, apart = happened - middle, logs - middle[:, None]
    usual = float(pinball(levels, apart, off).mean()) or 1.0
    best, least_loss = (1.0, 1.0), math.inf
    for factor in np.exp(np.linspace(-1.0, 1.5, 51)):
        for shift in np.linspace(-0.8, 0.8, 65):
            loss = float(pinball(levels, shift + factor * apart, off).mean())
            doubt = CAUTION / len(usable) * usual * 0.1 * (math.log(factor) ** 2 + shift**2)
            if loss + doubt < least_loss - 1e-12:
                best, least_loss = (float(factor), math.exp(float(shift))), loss + doubt
    return Correction(factor=best[0], shift=best[1], outcomes=len(usable))


def learn(pasts: Sequence[PastForecast], *, least: int = LEAST_OUTCOMES) -> Correction:
    """The correction that served best on outcomes it had not seen, or none where none served.

    Pasts in the order of time are cut into four stretches; each is corrected by what the others teach (Stone,
    1974, *Cross-validatory choice*). A correction must lower the mean CRPS by at least 1 %.
    """
    if len(pasts) < max(least, 4):
        return IDENTITY
    best, lowest = IDENTITY, 0.99 * score(pasts)
    for way in (learn_spread, learn_levels):
        folds = [(pasts[: i * len(pasts) // 4], pasts[i * len(pasts) // 4 :]) for i in range(5)]
        found = []
        for (before, _), (upto, after) in pairwise(folds):
            taught = way([*before, *after], least=1)
            found += [corrected(p, taught) for p in upto[len(before) :]]
        if score(found) < lowest:
            best, lowest = way(pasts, least=least), score(found)
    return best
