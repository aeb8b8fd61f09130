"""The plan as plain values: tasks, links, calendars, resources, project; frozen and checked.

Units: durations are whole working minutes (`Minutes`), dates are naive local datetimes cut to the minute,
units are full-time equivalents (1.0 is one full person).
"""

from northline.engine.model.calendar import (
    Calendar,
    CalendarException,
    Week,
    WorkInterval,
    WorkWeek,
    standard_calendar,
)
from northline.engine.model.link import NO_LAG, Lag, LagUnit, Link, LinkKind
from northline.engine.model.project import Progress, Project
from northline.engine.model.resource import Assignment, Availability, Demand, Resource, ResourceKind, Skill
from northline.engine.model.task import (
    NO_CONSTRAINT,
    Baseline,
    Constraint,
    ConstraintKind,
    Mode,
    Split,
    Task,
    TaskType,
    ThreePoint,
)
from northline.engine.model.units import LONGEST, MINUTES_A_DAY, Minutes

__all__ = [
    "LONGEST",
    "MINUTES_A_DAY",
    "NO_CONSTRAINT",
    "NO_LAG",
    "Assignment",
    "Availability",
    "Baseline",
    "Calendar",
    "CalendarException",
    "Constraint",
    "ConstraintKind",
    "Demand",
    "Lag",
    "LagUnit",
    "Link",
    "LinkKind",
    "Minutes",
    "Mode",
    "Progress",
    "Project",
    "Resource",
    "ResourceKind",
    "Skill",
    "Split",
    "Task",
    "TaskType",
    "ThreePoint",
    "Week",
    "WorkInterval",
    "WorkWeek",
    "standard_calendar",
]
