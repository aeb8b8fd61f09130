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
    p90: PlanTime
    target: PlanTime | None
    chance: float | None
    network: list[PlanTime]
    flow: list[PlanTime] | None


class MilestoneForecastsOut(Out):
    item: Ref
    recorded: list[RecordedForecastOut]


class ForecastHistoryOut(Out):
    """The recorded forecasts of a project and of its milestones, oldest first."""

    recorded: list[RecordedForecastOut]
    milestones: list[MilestoneForecastsOut]
