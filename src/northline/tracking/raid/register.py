"""The kinds of lines that a register holds: the six ways in which the same is done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from northline.core.scope import Scope
from northline.tracking.raid.models import (
    Decision,
    Entry,
    Issue,
    Lesson,
    OutsideDependency,
    ProjectAssumption,
    Risk,
)
from northline.tracking.raid.schemas import entries, risks


@dataclass(frozen=True, slots=True)
class Line:
    """A kind of line: its table, its address, its bodies and answer, and what of it is searched."""

    model: type[Entry]
    address: str
    given: type[entries.RegisterIn]
    patch: type[entries.RegisterPatch]
    out: type[entries.RegisterOut]
    show: Callable[[Any, Scope], dict[str, Any]]
    texts: tuple[str, ...]


LINES = (
    Line(
        Risk,
        "/risks",
        risks.ProjectRiskIn,
        risks.ProjectRiskPatch,
        risks.ProjectRiskOut,
        risks.show_risk,
        ("cause", "event", "effect", "response", "triggers", "status_reason"),
    ),
    Line(
        Issue,
        "/issues",
        entries.ProjectIssueIn,
        entries.ProjectIssuePatch,
        entries.ProjectIssueOut,
        entries.show_issue,
        ("description", "resolution"),
    ),
    Line(
        ProjectAssumption,
        "/project-assumptions",
        entries.ProjectAssumptionIn,
        entries.ProjectAssumptionPatch,
        entries.ProjectAssumptionOut,
        entries.show_project_assumption,
        ("statement", "finding"),
    ),
    Line(
        OutsideDependency,
        "/outside-dependencies",
        entries.OutsideDependencyIn,
        entries.OutsideDependencyPatch,
        entries.OutsideDependencyOut,
        entries.show_outside_dependency,
        ("description", "party"),
    ),
    Line(
        Decision,
        "/decisions",
        entries.ProjectDecisionIn,
        entries.ProjectDecisionPatch,
        entries.ProjectDecisionOut,
        entries.show_decision,
        ("context", "options", "outcome"),
    ),
    Line(
        Lesson,
        "/lessons",
        entries.LessonIn,
        entries.LessonPatch,
        entries.LessonOut,
        entries.show_lesson,
        ("happened", "learned", "recommendation"),
    ),
)
