"""What discovery requests and answers look like."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Any, ClassVar, Literal
from uuid import UUID

from pydantic import Field, StringConstraints

from northline.core.richtext import RichText, ShownText, cleaned
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
    Writable,
    object_fields,
    ref,
)
from northline.core.scope import Scope
from northline.research.discovery.models import DIGITS, PLACES, Assumption, Experiment
from northline.research.discovery.rules import risks

Risk = Literal["valuable", "usable", "feasible", "viable"]
Method = Literal[
    "interview", "survey", "prototype", "fake_door", "concierge", "ab_test", "data", "spike", "other"
]
ExperimentState = Literal["planned", "running", "done", "stopped"]
Comparison = Literal["at_least", "at_most"]
Outcome = Literal["confirmed", "refuted"]
Confidence = Annotated[int, Field(ge=0, le=100, description="How sure one is that it holds, in per cent.")]
Importance = Annotated[int, Field(ge=1, le=5, description="How much falls if it is wrong.")]
Figure = Annotated[Decimal, Field(max_digits=DIGITS, decimal_places=PLACES)]
Unit = Annotated[str, StringConstraints(strip_whitespace=True, max_length=40), Writable]


class AssumptionIn(In):
    """Without a title the assumption is worded after the risk and the idea."""

    risk: Risk
    title: Title | None = None
    confidence: Confidence | None = None
    importance: Importance = 3
    owner_id: UUID | None = None
    next_test: Text = ""
    threshold: Text = ""


class AssumptionPatch(Patch):
    """`reason` is asked for when the threshold changes after a result."""

    NULLABLE: ClassVar = frozenset({"confidence", "owner_id"})

    title: Title | None = None
    confidence: Confidence | None = None
    importance: Importance | None = None
    owner_id: UUID | None = None
    next_test: Text | None = None
    threshold: Text | None = None
    reason: Line = ""


class AssumptionOut(ObjectOut):
    """`exposure` is the importance times the doubt, 0 to 500."""

    product_id: UUID
    idea: Ref
    risk: Risk
    confidence: int | None
    importance: int
    exposure: int
    owner: Who | None
    next_test: str
    threshold: str
    threshold_set_on: date | None


class WeighingOut(Out):
    """`after` is null where the result was set aside."""

    before: int | None
    after: int | None
    by: Who | None


class ExperimentIn(In):
    idea_id: UUID
    risk: Risk
    title: Title
    body: RichText = {}
    method: Method = "prototype"
    hypothesis: Text = ""
    metric: Line = ""
    unit: Unit = ""
    comparison: Comparison = "at_least"
    threshold: Figure | None = None
    audience: Line = ""
    owner_id: UUID | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    custom: Custom = {}


class ExperimentPatch(Patch):
    """What it is measured by changes only before it starts, `measured` only once it is done."""

    NULLABLE: ClassVar = frozenset({"threshold", "owner_id", "starts_on", "ends_on"})

    title: Title | None = None
    body: RichText | None = None
    method: Method | None = None
    hypothesis: Text | None = None
    metric: Line | None = None
    unit: Unit | None = None
    comparison: Comparison | None = None
    threshold: Figure | None = None
    audience: Line | None = None
    owner_id: UUID | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    measured: Figure | None = None
    learning: Text | None = None
    custom: Custom | None = None


class StartIn(In):
    """`on` is today where it is left out."""

    on: date | None = None


class ResultIn(In):
    measured: Figure
    learning: Text = ""
    on: date | None = None


class StopIn(In):
    """Why it is given up."""

    learning: Annotated[
        str, StringConstraints(strip_whitespace=True, min_length=1, max_length=10_000), Writable
    ]


class WeighingIn(In):
    """Take the result up, at the proposed confidence or another, or set it aside."""

    accept: bool
    confidence: Confidence | None = None


class ExperimentOut(ObjectOut):
    """`verdict` follows from the threshold; `proposed_confidence` is what an unweighed result suggests."""

    product_id: UUID
    body: ShownText
    idea: Ref
    assumption: Ref
    risk: Risk
    confidence: int | None
    method: Method
    hypothesis: str
    metric: str
    unit: str
    comparison: Comparison
    threshold: float | None
    audience: str
    owner: Who | None
    starts_on: date | None
    ends_on: date | None
    state: ExperimentState
    measured: float | None
    learning: str
    verdict: Outcome | None
    proposed_confidence: int | None
    weighing: WeighingOut | None


def show_assumption(row: Assumption, scope: Scope) -> dict[str, Any]:
    can = {"edit": scope.may("contribute", row.place())}
    return object_fields(row, can=can) | {
        "product_id": row.product_id,
        "idea": ref(row.idea),
        "risk": row.risk,
        "confidence": row.confidence,
        "importance": row.importance,
        "exposure": risks.exposure(row.confidence, importance=row.importance),
        "owner": row.owner,
        "next_test": row.next_test,
        "threshold": row.threshold,
        "threshold_set_on": row.threshold_set_on,
    }


def show_experiment(row: Experiment, scope: Scope) -> dict[str, Any]:
    can = {"edit": scope.may("contribute", row.place())}
    own = ("method", "hypothesis", "metric", "unit", "comparison", "audience", "starts_on", "ends_on")
    return (
        object_fields(row, can=can)
        | {name: getattr(row, name) for name in own}
        | {
            "product_id": row.product_id,
            "body": cleaned(row.body),
            "idea": ref(row.assumption.idea),
            "assumption": ref(row.assumption),
            "risk": row.assumption.risk,
            "confidence": row.assumption.confidence,
            "threshold": _number(row.threshold),
            "owner": row.owner,
            "state": row.state,
            "measured": _number(row.measured),
            "learning": row.learning,
        }
        | _concluded(row)
    )


def _concluded(row: Experiment) -> dict[str, Any]:
    """What the result says, and what somebody made of it."""
    word = row.result
    weighed = getattr(row, "weighing", None)
    proposal = None
    if word and not weighed:
        proposal = risks.proposed_confidence(row.assumption.confidence, verdict=word)
    told = {"before": weighed.before, "after": weighed.after, "by": weighed.by} if weighed else None
    return {"verdict": word, "proposed_confidence": proposal, "weighing": told}


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
