"""What answers about recorded forecasts look like."""

from __future__ import annotations

from datetime import date
from typing import Literal

from northline.core.schemas import Out, Ref
from northline.delivery.schemas import PlanTime


class RecordedForecastOut(Out):
    """One day's forecast. `network` and `flow` are P10, P50, P80 and P90 by each alone; `weight` is the network's share."""

    on: date
    method: Literal["blended", "network"]
    weight: float
    p10: PlanTime
    p50: PlanTime
    p80: PlanTime
    p85: PlanTime | None
    p90: PlanTime
    target: PlanTime | None
    chance: float | None
    network: list[PlanTime]
    flow: list[PlanTime] | None


class MilestoneForecastsOut(Out):
    """`finished` is when the milestone was reached, null while it is not."""

    item: Ref
    finished: PlanTime | None
    recorded: list[RecordedForecastOut]


class ForecastHistoryOut(Out):
    """The recorded forecasts of a project and of its milestones, oldest first; `finished` once all work is done."""

    finished: PlanTime | None
    recorded: list[RecordedForecastOut]
    milestones: list[MilestoneForecastsOut]


class MovedMomentOut(Out):
    """What the plan alone forecasts at a moment."""

    p50: PlanTime
    p80: PlanTime
    deadline: PlanTime | None
    chance: float | None


class ForecastMoveOut(Out):
    """What one group of inputs did alone: working days of the P80 and the chance of the deadline; null where it cannot
    stand alone. `rows` of it are different now. `rest` is what they do only together.
    """

    group: Literal["progress", "estimates", "structure", "people", "risks", "deadline", "rest"]
    rows: int
    days: float | None
    chance: float | None


class ForecastMovesOut(Out):
    """Why the forecast moved since the end of a day: the parts add up to `days` and `chance`.

    `since` is null for a project of today, the moments for an empty plan.
    """

    since: date | None
    was: MovedMomentOut | None
    now: MovedMomentOut | None
    days: float | None
    chance: float | None
    parts: list[ForecastMoveOut]


class HitRateOut(Out):
    """`rate` is the share of `count` forecasts whose date at this level held; the true one lies from `low` to `high`."""

    level: float
    rate: float
    low: float
    high: float
    count: int


class ReliabilityBinOut(HitRateOut):
    """Of the chances told in this range: their mean as `level`, and the share that came true."""

    from_chance: float
    to_chance: float


class ChancesScoredOut(Out):
    """`brier` is the mean squared error of the chances of deadlines, `usual` that of always telling the same chance."""

    count: int
    brier: float
    usual: float
    bins: list[ReliabilityBinOut]


class ForecastErrorsOut(Out):
    """The mean error (CRPS) in days of `count` forecasts, pooled and by each of the two alone."""

    count: int
    pooled: float
    network: float
    flow: float


class ForecastCalibrationOut(Out):
    """How past forecasts fared, one a week of each finished project and milestone.

    `safe_level` is the lowest level whose dates held in at least 80 % of cases.
    """

    forecasts: int
    outcomes: int
    trust: Literal["nothing", "too_few", "honest", "too_early", "too_late", "too_narrow"]
    safe_level: float | None
    rates: list[HitRateOut]
    chances: ChancesScoredOut | None
    errors: ForecastErrorsOut | None
