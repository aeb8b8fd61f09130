"""What the answers about chances look like."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from northline.core.schemas import Out, Ref
from northline.delivery.schemas import PlanTime


class Bar(Out):
    at: PlanTime
    count: int


class SpreadOut(Out):
    low: float
    likely: float
    high: float
    shape: str
    tasks: int


class ForecastDriverOut(Out):
    id: UUID
    key: str
    title: str
    criticality_index: float
    sensitivity: float


class RiskCostOut(Ref):
    """How many working days of the P80 an open risk is worth, and the chance of being on time without it."""

    days: float
    probability_without: float | None


class RiskCostsOut(Out):
    """What the open risks cost together: working days of the P80, and the forecast without them."""

    days: float
    p80_without: PlanTime
    probability_without: float | None
    each: list[RiskCostOut]


class OutsideDoubtOut(Out):
    """What `waiting` waits for of another project (`item` of `project`, where the reader may read them): not the date that is
    `planned` of it but what was recorded `on` that day."""

    id: UUID
    waiting: Ref
    item: Ref | None
    project: Ref | None
    on: date
    planned: PlanTime
    p10: PlanTime
    p50: PlanTime
    p80: PlanTime
    p90: PlanTime


class ForecastOut(Out):
    samples: int
    seed: int
    deadline: PlanTime | None
    probability_on_time: float | None
    p10: PlanTime
    p50: PlanTime
    p80: PlanTime
    p85: PlanTime
    p90: PlanTime
    p95: PlanTime
    histogram: list[Bar]
    default_spread: SpreadOut | None
    # None where they were not asked for: read the forecast itself.
    drivers: list[ForecastDriverOut] | None
    # None where no risk is open, and where they were not asked for.
    risks: RiskCostsOut | None = None
    # Dates of other projects that are uncertain; None where they were not asked for.
    outside: list[OutsideDoubtOut] | None = None
    computed_at: datetime


class RecordedChanceOut(Out):
    """The chance of the deadline as it was recorded last, from plan and pace, and as it was a week before."""

    on: date
    chance: float
    week_before: float | None


class InitiativeForecast(Out):
    initiative_id: UUID
    project_id: UUID
    p50: PlanTime
    p85: PlanTime
    probability: float | None
    deadline: PlanTime | None
    recorded: RecordedChanceOut | None


class ProjectForecast(Out):
    """`finish` is when the plan ends, `p50` and `p85` are when the simulated ones do; null while it is empty."""

    project_id: UUID
    finish: PlanTime | None
    p50: PlanTime | None
    p85: PlanTime | None
    probability: float | None
    deadline: PlanTime | None
