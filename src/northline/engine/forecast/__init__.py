"""The chance of every date: Monte-Carlo simulation of a plan. This is the folder's one public list."""

from northline.engine.forecast.simulate import simulate, warm
from northline.engine.forecast.uncertain import (
    Distribution,
    Factor,
    Historical,
    Impact,
    Lognormal,
    Risk,
    ThreePoints,
)
from northline.engine.forecast.values import (
    DEFAULT_SPREAD,
    NO_SPREAD,
    Bin,
    FactorEffect,
    Forecast,
    ForecastDriver,
    MergePoint,
    MilestoneChance,
    RiskEffect,
    Shape,
    Spread,
)

__all__ = [
    "DEFAULT_SPREAD",
    "NO_SPREAD",
    "Bin",
    "Distribution",
    "Factor",
    "FactorEffect",
    "Forecast",
    "ForecastDriver",
    "Historical",
    "Impact",
    "Lognormal",
    "MergePoint",
    "MilestoneChance",
    "Risk",
    "RiskEffect",
    "Shape",
    "Spread",
    "ThreePoints",
    "simulate",
    "warm",
]
