"""How much to trust forecasts, given how past ones fared: pure decisions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from northline.engine.forecast import HitRate

Trust = Literal["nothing", "too_few", "honest", "too_early", "too_late", "too_narrow"]
LEAST_OUTCOMES = 5
WANTED = 0.8


def trust_of(rates: Sequence[HitRate], *, outcomes: int) -> Trust:
    """What hit rates of rising levels say: dates that came true as often as they said, or things that were late, early
    or both more often.

    >>> from northline.engine.forecast import hit_rate
    >>> late = [hit_rate(0.1, hits=0, count=20), hit_rate(0.8, hits=8, count=20)]
    >>> trust_of(late, outcomes=20), trust_of(late, outcomes=4), trust_of([], outcomes=0)
    ('too_early', 'too_few', 'nothing')
    """
    if not rates:
        return "nothing"
    if outcomes < LEAST_OUTCOMES:
        return "too_few"
    late = any(rate.level > rate.high and rate.level >= 0.5 for rate in rates)
    early = any(rate.level < rate.low and rate.level <= 0.5 for rate in rates)
    if late and early:
        return "too_narrow"
    if late:
        return "too_early"
    # Whatever is left: more held than said.
    return "too_late" if early or any(rate.level < rate.low for rate in rates) else "honest"


def safe_level(rates: Sequence[HitRate]) -> float | None:
    """The lowest of the levels whose dates held in at least 80 % of cases.

    >>> from northline.engine.forecast import hit_rate
    >>> safe_level([hit_rate(0.8, hits=5, count=10), hit_rate(0.9, hits=9, count=10)])
    0.9
    """
    return next((rate.level for rate in rates if rate.rate >= WANTED), None)
