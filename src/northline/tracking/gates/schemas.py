"""What gates look like over the API."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Annotated, Any, ClassVar, Literal
from uuid import UUID

from django.utils import timezone
from pydantic import Field, StringConstraints

from northline.accounts.models import Member
from northline.core.schemas import (
    Custom,
    In,
    Line,
    ObjectOut,
    Out,
    Patch,
    Ref,
    Text,
    Title,
    Who,
    object_fields,
    ref,
    who,
)
from northline.core.scope import Scope
from northline.delivery.models import Project
from northline.tracking.gates import rules
from northline.tracking.gates.actions import may_decide
from northline.tracking.gates.measuring import measured
from northline.tracking.gates.models import Gate
from northline.tracking.gates.rules import Measure, VerdictName
from northline.tracking.gates.templates import TemplateName

GateState = Literal["pending", "go", "conditional", "hold", "stop"]
CriterionId = Annotated[str, StringConstraints(max_length=36)]


class GateCriterionIn(In):
    """`id` keeps the check of one that is there already. `threshold`: per cent, or a number of rows."""

    id: CriterionId | None = None
    text: Title
    measure: Measure = "person"
    must: bool = True
    threshold: Annotated[float, Field(ge=0, le=100_000)] | None = None


GateCriteria = Annotated[list[GateCriterionIn], Field(max_length=40)]


class GateIn(In):
    project_id: UUID
    title: Title
    purpose: Text = ""
    milestone_id: UUID | None = None
    owner_id: UUID | None = None
    due: date | None = None
    criteria: GateCriteria = []
    custom: Custom = {}


class GatePatch(Patch):
    NULLABLE: ClassVar = frozenset({"milestone_id", "owner_id", "due"})

    title: Title | None = None
    purpose: Text | None = None
    milestone_id: UUID | None = None
    owner_id: UUID | None = None
    due: date | None = None
    position: Annotated[int, Field(ge=0, le=10_000)] | None = None
    criteria: GateCriteria | None = None
    custom: Custom | None = None


class UsualGates(In):
    template: TemplateName


class CriterionCheck(In):
    met: bool
    note: Line = ""


class GateConditionIn(In):
    text: Title
    owner_id: UUID
    due: date


class GateVerdict(In):
    """Hold and stop take a note, a conditional go conditions."""

    verdict: VerdictName
    note: Text = ""
    conditions: Annotated[list[GateConditionIn], Field(max_length=20)] = []


class ConditionMet(In):
    met: bool


class GateCriterionOut(Out):
    """`value` is what the data say now; `met` is by them or by whoever checked it."""

    id: str
    text: str
    measure: Measure
    must: bool
    threshold: float | None
    value: float | None
    met: bool
    checked_by: str
    checked_on: date | None
    note: str


class GateConditionOut(Out):
    id: str
    text: str
    owner: Who | None
    due: date
    met_on: date | None
    overdue: bool


class GateDecisionOut(Out):
    verdict: VerdictName
    by: Who | None
    at: datetime
    note: str
    met: int
    open: list[str]
    conditions: list[str]


class GateOut(ObjectOut):
    """`owner` decides. `unmet` counts the criteria that must be met and are not; decisions come newest first."""

    project: Ref
    position: int
    purpose: str
    milestone: Ref | None
    owner: Who | None
    due: date | None
    state: GateState
    decided_at: datetime | None
    criteria: list[GateCriterionOut]
    conditions: list[GateConditionOut]
    decisions: list[GateDecisionOut]
    met: int
    unmet: int


class GatesOut(Out):
    items: list[GateOut]
    can: dict[str, bool]


def show_gate(row: Gate, scope: Scope) -> dict[str, Any]:
    return show_gates([row], scope)[0]


def show_gates(rows: Sequence[Gate], scope: Scope) -> list[dict[str, Any]]:
    """The answers of several gates: what is measured is read once a project."""
    asked: dict[UUID, set[str]] = {}
    projects: dict[UUID, Project] = {}
    for row in rows:
        projects[row.project_id] = row.project
        asked.setdefault(row.project_id, set()).update(one["measure"] for one in row.criteria)
    data = {id: measured(projects[id], measures) for id, measures in asked.items()}
    owners = {one["owner_id"] for row in rows for one in row.conditions}
    people = {str(row.pk): row for row in Member.objects.filter(pk__in=owners)} if owners else {}
    return [_shown(row, scope, data[row.project_id], people) for row in rows]


def _shown(row: Gate, scope: Scope, data: rules.Measured, people: Mapping[str, Member]) -> dict[str, Any]:
    alive, place = row.archived_at is None, row.place()
    criteria = [(one, rules.is_met(one, data)) for one in rules.criteria_of(row.criteria)]
    names = ("position", "purpose", "due", "state", "decided_at")
    can = {
        "edit": alive and scope.may("plan", place),
        "check": alive and scope.may("contribute", place),
        "decide": alive and may_decide(row, scope),
        "archive": scope.may("plan", place),
    }
    return (
        object_fields(row, can=can)
        | {name: getattr(row, name) for name in names}
        | {
            "project": ref(row.project),
            "milestone": row.milestone and ref(row.milestone),
            "owner": who(row.owner),
            "criteria": [_criterion(one, met, data) for one, met in criteria],
            "conditions": _conditions(row, people),
            "decisions": [_decision(one) for one in row.decisions.all()],
            "met": sum(met for _, met in criteria),
            "unmet": sum(one.must and not met for one, met in criteria),
        }
    )


def _criterion(one: rules.Criterion, met: bool, data: rules.Measured) -> dict[str, Any]:
    return one.plain() | {
        "value": rules.value_of(one, data),
        "met": met,
        "checked_on": one.checked_on or None,
    }


def _conditions(row: Gate, people: Mapping[str, Member]) -> list[dict[str, Any]]:
    conditions = rules.conditions_of(row.conditions)
    late = {one.id for one in rules.overdue(conditions, today=timezone.localdate())}
    return [
        {
            "id": one.id,
            "text": one.text,
            "owner": who(people.get(one.owner_id)),
            "due": one.due,
            "met_on": one.met_on or None,
            "overdue": one.id in late,
        }
        for one in conditions
    ]


def _decision(one: Any) -> dict[str, Any]:
    names = ("verdict", "note", "met", "open")
    return {name: getattr(one, name) for name in names} | {
        "by": who(one.by),
        "at": one.created_at,
        "conditions": [each["text"] for each in one.conditions],
    }
