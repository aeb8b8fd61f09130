"""What a suggested estimate looks like."""

from __future__ import annotations

from northline.core.schemas import Out, Ref
from northline.delivery.schemas import PlanTime
from northline.scheduling.schemas import EstimateOut


class EstimateCase(Out):
    """A finished task that is like the item: `likeness` from 0 to 1, what it was estimated at and took, in minutes."""

    item: Ref
    project: Ref
    likeness: float
    estimated_minutes: int
    actual_minutes: int
    finished: PlanTime


class EstimateSuggestion(Out):
    """Half of the cases took `p50_minutes` at most, eight of ten `p80_minutes`; `overrun` is the median of actual over
    estimated. Of fewer cases than `needed` nothing is suggested."""

    needed: int
    cases: list[EstimateCase]
    p50_minutes: int | None
    p80_minutes: int | None
    overrun: float | None
    estimate: EstimateOut | None
