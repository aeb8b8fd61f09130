"""What risks and their matrix look like over the API."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated, Any, ClassVar, Literal
from uuid import UUID

from pydantic import Field

from northline.core.schemas import In, Out, Ref, Text, Title, ref
from northline.core.scope import Scope
from northline.delivery.models import WorkItem
from northline.tracking.raid import rules
from northline.tracking.raid.models import Risk, RiskCost
from northline.tracking.raid.schemas.entries import (
    RegisterIn,
    RegisterOut,
    RegisterPatch,
    Severity,
    show_entry,
)

RiskType = Literal["threat", "opportunity"]
Category = Literal["technical", "people", "supplier", "customer", "legal", "management", "outside"]
Strategy = Literal["", "avoid", "transfer", "mitigate", "accept", "exploit", "share", "enhance"]
Status = Literal["open", "occurred", "closed"]
Percent = Annotated[int, Field(ge=0, le=100, description="In per cent.")]
WorkingDays = Annotated[float, Field(ge=0, le=2_000, description="Working days.")]
Rating = Annotated[int, Field(ge=1, le=5, description="Where days do not say it: 1 slight, 5 severe.")]
Cost = Annotated[int, Field(ge=0, le=10**15, description="In the workspace's own money.")]
TaskIds = Annotated[list[UUID], Field(max_length=200)]


class ProjectRiskIn(RegisterIn):
    """A threat or an opportunity: `cause` leads to `event`, which has `effect`.

    The impact is in working days on each of the tasks, on the whole project where none is named; low and high are the
    likely one where they are not said. Residual figures hold once the response is in place.
    """

    type: RiskType = "threat"
    cause: Text = ""
    event: Text = ""
    effect: Text = ""
    category: Category = "technical"
    probability: Percent = 50
    low_days: WorkingDays | None = None
    likely_days: WorkingDays | None = None
    high_days: WorkingDays | None = None
    impact_rating: Rating | None = None
    task_ids: TaskIds = []
    cost: Cost | None = None
    proximity: date | None = None
    strategy: Strategy = ""
    response: Text = ""
    triggers: Text = ""
    response_in_place: bool = False
    residual_probability: Percent | None = None
    residual_days: WorkingDays | None = None
    residual_rating: Rating | None = None


class ProjectRiskPatch(RegisterPatch):
    """Closing takes a `status_reason`; that a risk occurred is said by `occur_risk`."""

    NULLABLE: ClassVar = frozenset(
        {
            "owner_id", "low_days", "likely_days", "high_days", "impact_rating", "cost", "proximity",
            "residual_probability", "residual_days", "residual_rating",
        }
    )  # fmt: skip

    type: RiskType | None = None
    cause: Text | None = None
    event: Text | None = None
    effect: Text | None = None
    category: Category | None = None
    probability: Percent | None = None
    low_days: WorkingDays | None = None
    likely_days: WorkingDays | None = None
    high_days: WorkingDays | None = None
    impact_rating: Rating | None = None
    task_ids: TaskIds | None = None
    cost: Cost | None = None
    proximity: date | None = None
    strategy: Strategy | None = None
    response: Text | None = None
    triggers: Text | None = None
    response_in_place: bool | None = None
    residual_probability: Percent | None = None
    residual_days: WorkingDays | None = None
    residual_rating: Rating | None = None
    status: Status | None = None
    status_reason: Text | None = None


class ProjectRiskOut(RegisterOut):
    """`exposure_days` and `exposure_cost` are probability times likely impact; levels are 1 to 5, scores 1 to 25.

    `p80_days`: what the open risk costs the forecast, in working days of the P80; null where it does not count in it.
    """

    type: RiskType
    cause: str
    event: str
    effect: str
    category: Category
    probability: int
    low_days: float | None
    likely_days: float | None
    high_days: float | None
    impact_rating: int | None
    tasks: list[Ref]
    cost: int | None
    proximity: date | None
    strategy: Strategy
    response: str
    triggers: str
    response_in_place: bool
    residual_probability: int | None
    residual_days: float | None
    residual_rating: int | None
    status: Status
    status_reason: str
    probability_level: int
    impact_level: int | None
    score: int | None
    residual_probability_level: int
    residual_impact_level: int | None
    residual_score: int | None
    exposure_days: float | None
    exposure_cost: float | None
    p80_days: float | None


class Occurrence(In):
    """What is told of the issue that a risk became."""

    reason: Text = ""
    title: Title | None = None
    severity: Severity = "high"
    owner_id: UUID | None = None
    due: date | None = None


class OccurredOut(ProjectRiskOut):
    became: Ref


class MatrixRiskOut(Ref):
    """Where a risk stands, before its response and after it; the residual figures are the first ones where none is said."""

    type: RiskType
    probability_level: int
    impact_level: int | None
    score: int | None
    residual_probability_level: int
    residual_impact_level: int | None
    residual_score: int | None
    p80_days: float | None


class MatrixOut(Out):
    """The open risks; expected figures are the sums of probability times likely impact over the threats."""

    risks: list[MatrixRiskOut]
    expected_days: float
    expected_cost: float
    probability_steps: list[int]
    day_steps: list[int]


_COLUMNS = (
    "type", "cause", "event", "effect", "category", "probability", "low_days", "likely_days", "high_days",
    "impact_rating", "cost", "proximity", "strategy", "response", "triggers", "response_in_place",
    "residual_probability", "residual_days", "residual_rating", "status", "status_reason",
)  # fmt: skip


def show_risk(row: Risk, scope: Scope) -> dict[str, Any]:
    return show_risks([row], scope)[0]


def show_risks(rows: Sequence[Risk], scope: Scope) -> list[dict[str, Any]]:
    """The answers of several risks: two queries for what they name, however many."""
    wanted = {task for row in rows for task in row.task_ids}
    tasks = {str(task.pk): task for task in WorkItem.objects.filter(pk__in=wanted)} if wanted else {}
    days = dict(RiskCost.objects.filter(risk__in=[row.pk for row in rows]).values_list("risk_id", "days"))
    return [_shown(row, scope, tasks, days) for row in rows]


def _shown(
    row: Risk, scope: Scope, tasks: Mapping[str, WorkItem], days: Mapping[UUID, float]
) -> dict[str, Any]:
    return (
        show_entry(row, scope)
        | {name: getattr(row, name) for name in _COLUMNS}
        | {"tasks": [ref(tasks[task]) for task in row.task_ids if task in tasks]}
        | standing(row)
        | {
            "exposure_days": rules.expected(row.probability, row.likely_days),
            "exposure_cost": rules.expected(row.probability, row.cost),
            "p80_days": days.get(row.pk) if row.status == "open" and row.archived_at is None else None,
        }
    )


def standing(row: Risk) -> dict[str, int | None]:
    """The levels and scores of a risk, before its response and after it."""
    chance = row.probability if row.residual_probability is None else row.residual_probability
    days = row.likely_days if row.residual_days is None else row.residual_days
    rating = row.impact_rating if row.residual_rating is None else row.residual_rating
    impact = rules.impact_level(row.likely_days, row.impact_rating)
    residual = rules.impact_level(days, rating)
    return {
        "probability_level": rules.level(row.probability, rules.PROBABILITY_STEPS),
        "impact_level": impact,
        "score": rules.score(row.probability, impact),
        "residual_probability_level": rules.level(chance, rules.PROBABILITY_STEPS),
        "residual_impact_level": residual,
        "residual_score": rules.score(chance, residual),
    }


def show_matrix(rows: Sequence[Risk], days: Mapping[UUID, float]) -> dict[str, Any]:
    threats = [row for row in rows if row.type == Risk.Type.THREAT]
    return {
        "risks": [
            ref(row) | {"type": row.type, "p80_days": days.get(row.pk)} | standing(row) for row in rows
        ],
        "expected_days": sum(rules.expected(row.probability, row.likely_days) or 0 for row in threats),
        "expected_cost": sum(rules.expected(row.probability, row.cost) or 0 for row in threats),
        "probability_steps": list(rules.PROBABILITY_STEPS),
        "day_steps": list(rules.DAY_STEPS),
    }
