"""How good past chances were: the Brier score and its reliability diagram.

The score is Brier's (1950, *Verification of forecasts expressed in terms of probability*), the bins those of Murphy
and Winkler (1977, *Reliability of subjective probability forecasts*).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from northline.engine.errors import BadValue
from northline.engine.forecast.scores import HitRate, hit_rate

BINS = 5


@dataclass(frozen=True, slots=True)
class PastChance:
    """The chance (0 to 1) that was told, and whether what it was told of came true."""

    chance: float
    held: bool

    def __post_init__(self) -> None:
        if not 0 <= self.chance <= 1:
            raise BadValue(f"Chance {self.chance} is not between 0 and 1.")


@dataclass(frozen=True, slots=True)
class ReliabilityBin:
    """Of the chances told from `low` to `high`: their mean as the level of `rate`, and how often they came true."""

    low: float
    high: float
    rate: HitRate


@dataclass(frozen=True, slots=True)
class ChanceJudgement:
    """`brier` is the mean squared error of the chances, `usual` that of always telling the share that came true."""

    count: int
    held: int
    brier: float
    usual: float
    bins: tuple[ReliabilityBin, ...]


def judge_chances(pasts: Sequence[PastChance], *, bins: int = BINS) -> ChanceJudgement:
    """Sum up past chances; bins without one are left out. Raises BadValue for none.

    >>> told = [PastChance(0.9, True)] * 9 + [PastChance(0.9, False)]
    >>> found = judge_chances(told)
    >>> round(found.brier, 2), round(found.usual, 2), found.bins[0].rate.rate
    (0.09, 0.09, 0.9)
    """
    if not pasts:
        raise BadValue("There is no past chance to judge.")
    parts: dict[int, list[PastChance]] = {}
    for past in pasts:
        parts.setdefault(min(int(past.chance * bins), bins - 1), []).append(past)
    held = sum(past.held for past in pasts)
    share = held / len(pasts)
    return ChanceJudgement(
        count=len(pasts),
        held=held,
        brier=sum((past.chance - past.held) ** 2 for past in pasts) / len(pasts),
        usual=share * (1 - share),
        bins=tuple(_bin(place, parts[place], bins) for place in sorted(parts)),
    )


def _bin(place: int, pasts: Sequence[PastChance], bins: int) -> ReliabilityBin:
    mean = sum(past.chance for past in pasts) / len(pasts)
    rate = hit_rate(mean, hits=sum(past.held for past in pasts), count=len(pasts))
    return ReliabilityBin(place / bins, (place + 1) / bins, rate)
