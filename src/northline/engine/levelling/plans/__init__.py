"""Levelling of real plans: calendars, minutes, skills, modes, several projects. The folder's one public list."""

from northline.engine.levelling.plans.alternatives import Alternative, alternatives
from northline.engine.levelling.plans.level import level
from northline.engine.levelling.plans.values import (
    BrokenLag,
    Goal,
    Interruption,
    Levelled,
    LevelOptions,
    Move,
    Overload,
    Progress,
    Why,
)

__all__ = [
    "Alternative",
    "BrokenLag",
    "Goal",
    "Interruption",
    "LevelOptions",
    "Levelled",
    "Move",
    "Overload",
    "Progress",
    "Why",
    "alternatives",
    "level",
]
