"""The chance of every date: Monte-Carlo simulation of a plan. This is the folder's one public list."""

from northline.engine.forecast.simulate import simulate, warm
from northline.engine.forecast.values import (
    DEFAULT_SPREAD,
    NO_SPREAD,
    Bin,
    Forecast,
    ForecastDriver,
    Shape,
    Spread,
)

__all__ = [
    "DEFAULT_SPREAD",
    "NO_SPREAD",
    "Bin",
    "Forecast",
    "ForecastDriver",
    "Shape",
    "Spread",
    "simulate",
    "warm",
]
