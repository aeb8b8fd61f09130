"""Earned value and earned schedule against a baseline. This is the folder's one public list."""

from northline.engine.earned_value.curves import earned_schedule
from northline.engine.earned_value.report import earned_value
from northline.engine.earned_value.values import (
    EarnedSchedule,
    EarnedValue,
    Figures,
    Method,
    NoBaseline,
    Period,
    PeriodLength,
    Unit,
    WeightedMilestone,
)

__all__ = [
    "EarnedSchedule",
    "EarnedValue",
    "Figures",
    "Method",
    "NoBaseline",
    "Period",
    "PeriodLength",
    "Unit",
    "WeightedMilestone",
    "earned_schedule",
    "earned_value",
]
