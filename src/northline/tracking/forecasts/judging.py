"""What is told of how recorded forecasts fared."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet

from northline.delivery.models import Project
from northline.delivery.rules import plan_time
from northline.engine.forecast import HitRate, PastChance, hit_rate, judge, judge_chances
from northline.tracking.forecasts.rules import safe_level, trust_of
from northline.tracking.forecasts.scoring import Scored, scored_of


def calibration_of(projects: QuerySet[Project]) -> dict[str, Any]:
    """How the forecasts of projects that are already allowed fared. Three queries."""
    scored = scored_of(projects)
    outcomes = len({one.subject for one in scored})
    rates = _rates(scored, outcomes)
    return {
        "forecasts": len(scored),
        "outcomes": outcomes,
        "trust": trust_of(rates, outcomes=outcomes),
        "safe_level": safe_level(rates),
        "rates": [_rate(rate, count=len(scored)) for rate in rates],
        "chances": _chances(scored),
        "errors": _errors(scored),
    }


def _rates(scored: Sequence[Scored], outcomes: int) -> list[HitRate]:
    """Hit rates, as sure as so many outcomes make them."""
    if not scored:
        return []
    found = judge([one.told for one in scored])
    return [hit_rate(one.level, hits=round(one.rate * outcomes), count=outcomes) for one in found.hits]


def _rate(rate: HitRate, *, count: int) -> dict[str, Any]:
    return {"level": rate.level, "rate": rate.rate, "low": rate.low, "high": rate.high, "count": count}


def _chances(scored: Sequence[Scored]) -> dict[str, Any] | None:
    """Of the chances of deadlines, where there was one."""
    pasts = [
        PastChance(one.row.chance, plan_time(one.happened) <= one.row.target)
        for one in scored
        if one.row.chance is not None and one.row.target is not None
    ]
    if not pasts:
        return None
    found = judge_chances(pasts)
    bins = [
        {
            "from_chance": one.low,
            "to_chance": one.high,
            **_rate(one.rate, count=one.rate.count),
        }
        for one in found.bins
    ]
    return {"count": found.count, "brier": found.brier, "usual": found.usual, "bins": bins}


def _errors(scored: Sequence[Scored]) -> dict[str, Any] | None:
    """The mean CRPS in days of the pool, and of network and flow alone, over those that have all three."""
    pairs = [one for one in scored if one.row.flow is not None]
    if not pairs:
        return None
    ways = {
        "pooled": [one.told for one in pairs],
        "network": [one.network for one in pairs],
        "flow": [one.flow for one in pairs],
    }
    return {"count": len(pairs)} | {name: judge(pasts).crps for name, pasts in ways.items()}
