"""From finish dates of samples to what a person reads: quantiles, chance, histogram, drivers."""

from datetime import datetime

import numpy as np

from northline.engine import kernels as k
from northline.engine.calendars import Ints, from_minute, to_minute
from northline.engine.compiled import CompiledPlan
from northline.engine.forecast.draws import Draws
from northline.engine.forecast.runs import Outcome
from northline.engine.forecast.values import Bin, Forecast, ForecastDriver, Spread
from northline.engine.model import MINUTES_A_DAY

BINS = 40
TOP = 50
PERCENT = (10, 50, 80, 85, 90, 95)


def forecast_from(
    plan: CompiledPlan, draws: Draws, outcome: Outcome, *,
    seed: int, deadline: datetime | None, spread: Spread, planned: datetime, warnings: tuple[str, ...],
) -> Forecast:  # fmt: skip
    """Sum an outcome up."""
    ordered = np.sort(outcome.finish)
    samples = len(ordered)
    dates = {f"p{p}": from_minute(int(ordered[-(-samples * p // 100) - 1])) for p in PERCENT}
    chance = None
    if deadline is not None:
        chance = int(np.searchsorted(ordered, to_minute(deadline), side="right")) / samples
    return Forecast(
        samples=samples,
        seed=seed,
        deadline=deadline,
        probability_on_time=chance,
        **dates,
        mean=from_minute(round(float(ordered[0]) + float(np.mean(ordered - ordered[0])))),
        earliest=from_minute(int(ordered[0])),
        latest=from_minute(int(ordered[-1])),
        planned=planned,
        histogram=_histogram(ordered),
        drivers=_drivers(plan, outcome, samples),
        default_spread=spread,
        default_spread_tasks=draws.defaulted,
        estimated_tasks=draws.estimated,
        warnings=warnings,
    )


def _histogram(ordered: Ints) -> tuple[Bin, ...]:
    """At most 40 bins of whole days, or of whole hours where all finishes lie within 40 hours."""
    first, last = int(ordered[0]), int(ordered[-1])
    unit = 60 if last - first < BINS * 60 else MINUTES_A_DAY
    begin = first // unit * unit
    width = unit * max(1, -(-(last + 1 - begin) // (BINS * unit)))
    counts = np.bincount((ordered - begin) // width).tolist()
    return tuple(Bin(from_minute(begin + i * width), count) for i, count in enumerate(counts))


def _drivers(plan: CompiledPlan, outcome: Outcome, samples: int) -> tuple[ForecastDriver, ...]:
    """The tasks that decide most: by criticality times correlation, then criticality, then the plan's order."""
    if outcome.hits is None or outcome.sensitivity is None:
        return ()
    index = outcome.hits / samples
    found = [
        ForecastDriver(plan.ids[v], float(index[v]), float(outcome.sensitivity[v]))
        for v in np.flatnonzero((plan.node_kind[: plan.size] == k.LEAF) & (outcome.hits > 0)).tolist()
    ]
    found.sort(key=lambda d: (-d.criticality_index * abs(d.sensitivity), -d.criticality_index))
    return tuple(found[:TOP])
