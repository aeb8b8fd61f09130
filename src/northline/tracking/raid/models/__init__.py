"""The tables of a project's register."""

from northline.tracking.raid.models.entries import (
    Decision,
    Entry,
    Issue,
    Lesson,
    OutsideDependency,
    ProjectAssumption,
)
from northline.tracking.raid.models.risks import Risk, RiskCost

__all__ = [
    "Decision",
    "Entry",
    "Issue",
    "Lesson",
    "OutsideDependency",
    "ProjectAssumption",
    "Risk",
    "RiskCost",
]
