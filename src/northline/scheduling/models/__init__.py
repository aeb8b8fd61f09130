"""The tables of scheduling."""

from northline.scheduling.models.baselines import Baseline
from northline.scheduling.models.computed import Computed, ItemDates, LaidDates, SavedForecast, SavedSchedule
from northline.scheduling.models.scenarios import Scenario
from northline.scheduling.models.templates import PlanTemplate

__all__ = [
    "Baseline",
    "Computed",
    "ItemDates",
    "LaidDates",
    "PlanTemplate",
    "SavedForecast",
    "SavedSchedule",
    "Scenario",
]
