"""What answers about the trend of milestones look like."""

from __future__ import annotations

from datetime import date
from typing import Literal

from northline.core.schemas import Out, Ref
from northline.delivery.schemas import PlanTime


class TrendPointOut(Out):
    """What was said on a day: `at` is the date that the milestone had then, in a baseline, a forecast (P50) or the plan."""

    on: date
    at: PlanTime
    source: Literal["baseline", "forecast", "plan"]
    title: str


class MilestoneTrendOut(Out):
    """The points of one milestone, oldest first; `slip_days` are calendar days from the first to the last."""

    item: Ref
    finished: PlanTime | None
    slip_days: int
    points: list[TrendPointOut]


class MilestonesTrendOut(Out):
    today: date
    milestones: list[MilestoneTrendOut]
