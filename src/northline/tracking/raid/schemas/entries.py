"""What issues, assumptions, dependencies on others, decisions and lessons look like over the API."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, ClassVar, Literal
from uuid import UUID

from pydantic import Field, StringConstraints

from northline.core.schemas import (
    Custom,
    In,
    ObjectOut,
    Patch,
    Ref,
    Text,
    Title,
    Who,
    Writable,
    object_fields,
    ref,
)
from northline.core.scope import Scope
from northline.tracking.raid.models import (
    Decision,
    Entry,
    Issue,
    Lesson,
    OutsideDependency,
    ProjectAssumption,
)

Severity = Literal["low", "medium", "high", "critical"]
IssueStatus = Literal["open", "in_progress", "resolved"]
AssumptionStatus = Literal["open", "confirmed", "false"]
DependencyStatus = Literal["asked", "promised", "delivered", "dropped"]
DecisionStatus = Literal["proposed", "decided", "replaced"]
Party = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200), Writable]
Tag = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60), Writable]
Tags = Annotated[list[Tag], Field(max_length=20)]


class RegisterIn(In):
    project_id: UUID
    title: Title
    owner_id: UUID | None = None
    custom: Custom = {}


class RegisterPatch(Patch):
    NULLABLE: ClassVar = frozenset({"owner_id"})

    title: Title | None = None
    owner_id: UUID | None = None
    custom: Custom | None = None


class RegisterOut(ObjectOut):
    project: Ref
    product_id: UUID | None
    owner: Who | None


class ProjectIssueIn(RegisterIn):
    """`resolved` takes its `resolution`."""

    description: Text = ""
    severity: Severity = "medium"
    status: IssueStatus = "open"
    due: date | None = None
    resolution: Text = ""


class ProjectIssuePatch(RegisterPatch):
    NULLABLE: ClassVar = frozenset({"owner_id", "due"})

    description: Text | None = None
    severity: Severity | None = None
    status: IssueStatus | None = None
    due: date | None = None
    resolution: Text | None = None


class ProjectIssueOut(RegisterOut):
    description: str
    severity: Severity
    status: IssueStatus
    due: date | None
    resolution: str


class ProjectAssumptionIn(RegisterIn):
    """`false` takes its `finding`."""

    statement: Text = ""
    status: AssumptionStatus = "open"
    validate_by: date | None = None
    finding: Text = ""


class ProjectAssumptionPatch(RegisterPatch):
    NULLABLE: ClassVar = frozenset({"owner_id", "validate_by"})

    statement: Text | None = None
    status: AssumptionStatus | None = None
    validate_by: date | None = None
    finding: Text | None = None


class ProjectAssumptionOut(RegisterOut):
    statement: str
    status: AssumptionStatus
    validate_by: date | None
    finding: str


class Disproof(In):
    """What showed that it does not hold, and what it becomes: a risk, an issue, or neither."""

    finding: Annotated[Text, StringConstraints(min_length=1)]
    becomes: Literal["risk", "issue"] | None = None
    title: Title | None = None


class DisprovedOut(ProjectAssumptionOut):
    became: Ref | None


class OutsideDependencyIn(RegisterIn):
    """`party` is from whom."""

    description: Text = ""
    party: Party = ""
    status: DependencyStatus = "asked"
    needed_by: date | None = None
    promised_for: date | None = None


class OutsideDependencyPatch(RegisterPatch):
    NULLABLE: ClassVar = frozenset({"owner_id", "needed_by", "promised_for"})

    description: Text | None = None
    party: Party | None = None
    status: DependencyStatus | None = None
    needed_by: date | None = None
    promised_for: date | None = None


class OutsideDependencyOut(RegisterOut):
    """`late`: promised for a day after it is needed."""

    description: str
    party: str
    status: DependencyStatus
    needed_by: date | None
    promised_for: date | None
    late: bool


class ProjectDecisionIn(RegisterIn):
    """`decided` takes its `outcome` and the day; without one, today."""

    context: Text = ""
    options: Text = ""
    outcome: Text = ""
    status: DecisionStatus = "proposed"
    decided_by_id: UUID | None = None
    decided_on: date | None = None
    revisit_on: date | None = None


class ProjectDecisionPatch(RegisterPatch):
    NULLABLE: ClassVar = frozenset({"owner_id", "decided_by_id", "decided_on", "revisit_on"})

    context: Text | None = None
    options: Text | None = None
    outcome: Text | None = None
    status: DecisionStatus | None = None
    decided_by_id: UUID | None = None
    decided_on: date | None = None
    revisit_on: date | None = None


class ProjectDecisionOut(RegisterOut):
    context: str
    options: str
    outcome: str
    status: DecisionStatus
    decided_by: Who | None
    decided_on: date | None
    revisit_on: date | None


class LessonIn(RegisterIn):
    happened: Text = ""
    learned: Text = ""
    recommendation: Text = ""
    tags: Tags = []


class LessonPatch(RegisterPatch):
    happened: Text | None = None
    learned: Text | None = None
    recommendation: Text | None = None
    tags: Tags | None = None


class LessonOut(RegisterOut):
    happened: str
    learned: str
    recommendation: str
    tags: list[str]


def show_entry(row: Entry, scope: Scope) -> dict[str, Any]:
    """What every line of the register answers."""
    can = {"edit": scope.may("contribute", row.place())}
    where = {"project": ref(row.project), "product_id": row.project.product_id}
    return object_fields(row, can=can) | where | {"owner": row.owner}


def show_issue(row: Issue, scope: Scope) -> dict[str, Any]:
    return show_entry(row, scope) | _named(row, "description", "severity", "status", "due", "resolution")


def show_project_assumption(row: ProjectAssumption, scope: Scope) -> dict[str, Any]:
    return show_entry(row, scope) | _named(row, "statement", "status", "validate_by", "finding")


def show_outside_dependency(row: OutsideDependency, scope: Scope) -> dict[str, Any]:
    shown = _named(row, "description", "party", "status", "needed_by", "promised_for")
    needed, promised = row.needed_by, row.promised_for
    late = row.status == "promised" and bool(needed and promised and promised > needed)
    return show_entry(row, scope) | shown | {"late": late}


def show_decision(row: Decision, scope: Scope) -> dict[str, Any]:
    names = ("context", "options", "outcome", "status", "decided_by", "decided_on", "revisit_on")
    return show_entry(row, scope) | _named(row, *names)


def show_lesson(row: Lesson, scope: Scope) -> dict[str, Any]:
    return show_entry(row, scope) | _named(row, "happened", "learned", "recommendation", "tags")


def _named(row: Entry, *names: str) -> dict[str, Any]:
    return {name: getattr(row, name) for name in names}
