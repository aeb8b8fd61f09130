"""What research requests and answers look like."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, ClassVar, Literal
from uuid import UUID

from django.utils import timezone
from pydantic import Field, StringConstraints

from northline.core.models import Editable
from northline.core.richtext import RichText, ShownText, cleaned
from northline.core.schemas import (
    Custom,
    In,
    ObjectOut,
    Out,
    Patch,
    Ref,
    Title,
    Who,
    Writable,
    object_fields,
    ref,
)
from northline.core.scope import Scope
from northline.research import rules
from northline.research.models import Customer, Idea, Insight, OfProduct, Opportunity
from northline.research.queries import Part

Source = Literal["interview", "feedback", "support", "data", "other"]
IdeaStatus = Literal["new", "exploring", "chosen", "dropped"]
Evidence = Literal["opinion", "request", "behaviour", "experiment", "paid"]
Triage = Literal["new", "processed"]
Standing = Literal["new", "snoozed", "processed", "archived"]
CustomerType = Literal["company", "person"]
Segment = Annotated[str, StringConstraints(strip_whitespace=True, max_length=120), Writable]
Size = Annotated[int, Field(ge=0, le=2**31 - 1, description="How many people work there.")]
Value = Annotated[int, Field(ge=0, le=10**15, description="Money a year, in the workspace's own currency.")]
Tag = Annotated[
    str, StringConstraints(strip_whitespace=True, to_lower=True, min_length=1, max_length=40), Writable
]
Tags = Annotated[list[Tag], Field(max_length=20)]


class CustomerIn(In):
    title: Title
    type: CustomerType = "company"
    company_id: UUID | None = None
    segment: Segment = ""
    size: Size | None = None
    value: Value | None = None
    custom: Custom = {}


class CustomerPatch(Patch):
    NULLABLE: ClassVar = frozenset({"company_id", "size", "value"})

    title: Title | None = None
    type: CustomerType | None = None
    company_id: UUID | None = None
    segment: Segment | None = None
    size: Size | None = None
    value: Value | None = None
    custom: Custom | None = None


class CustomerOut(ObjectOut):
    type: CustomerType
    company: Ref | None
    segment: str
    size: int | None
    value: int | None


class InsightIn(In):
    product_id: UUID
    title: Title
    body: RichText = {}
    source: Source = "other"
    evidence: Evidence = "opinion"
    observed_on: date | None = None
    customer_id: UUID | None = None
    tags: Tags = []
    custom: Custom = {}


class InsightPatch(Patch):
    NULLABLE: ClassVar = frozenset({"customer_id", "observed_on", "snoozed_until"})

    title: Title | None = None
    body: RichText | None = None
    source: Source | None = None
    evidence: Evidence | None = None
    observed_on: date | None = None
    state: Triage | None = None
    snoozed_until: date | None = Field(
        None, description="The day on which it is back in the inbox; what is snoozed is new again."
    )
    customer_id: UUID | None = None
    tags: Tags | None = None
    custom: Custom | None = None


class InsightOut(ObjectOut):
    product_id: UUID
    body: ShownText
    source: Source
    evidence: Evidence
    observed_on: date | None
    state: Standing
    snoozed_until: date | None
    customer: Ref | None
    tags: list[str]
    merged_into: Ref | None


class OpportunityIn(In):
    product_id: UUID
    title: Title
    body: RichText = {}
    parent_id: UUID | None = None
    custom: Custom = {}


class OpportunityPatch(Patch):
    NULLABLE: ClassVar = frozenset({"parent_id"})

    title: Title | None = None
    body: RichText | None = None
    parent_id: UUID | None = None
    custom: Custom | None = None


class OpportunityOut(ObjectOut):
    product_id: UUID
    body: ShownText
    parent_id: UUID | None


class ImpactPartOut(Out):
    """An insight and what it gives: `points` is the product of the four factors."""

    insight: Ref
    customer: Ref | None
    evidence: Evidence
    importance: float
    strength: float
    value_weight: float
    freshness: float
    points: float


class ImpactOut(Out):
    """The sum of what every supporting insight gives today; evidence counts half after `half_life_days`."""

    score: float
    half_life_days: int
    parts: list[ImpactPartOut]


class IdeaIn(In):
    product_id: UUID
    title: Title
    body: RichText = {}
    status: IdeaStatus = "new"
    owner_id: UUID | None = None
    custom: Custom = {}


class IdeaPatch(Patch):
    NULLABLE: ClassVar = frozenset({"owner_id"})

    title: Title | None = None
    body: RichText | None = None
    status: IdeaStatus | None = None
    owner_id: UUID | None = None
    custom: Custom | None = None


class IdeaOut(ObjectOut):
    product_id: UUID
    body: ShownText
    status: IdeaStatus
    owner: Who | None


def show_customer(row: Customer, scope: Scope) -> dict[str, Any]:
    """Customers belong to the workspace: whoever contributes to anything in it may change one."""
    return object_fields(row, can={"edit": scope.may_somewhere("contribute")}) | {
        "type": row.type,
        "company": named(row.company),
        "segment": row.segment,
        "size": row.size,
        "value": row.value,
    }


def show_insight(row: Insight, scope: Scope) -> dict[str, Any]:
    return _shown(row, scope) | {
        "source": row.source,
        "evidence": row.evidence,
        "observed_on": row.observed_on,
        "state": row.standing(timezone.localdate()),
        "snoozed_until": row.snoozed_until,
        "customer": named(row.customer),
        "tags": row.tags,
        "merged_into": named(row.merger.kept) if row.merger is not None else None,
    }


def show_opportunity(row: Opportunity, scope: Scope) -> dict[str, Any]:
    return _shown(row, scope) | {"parent_id": row.parent_id}


def show_idea(row: Idea, scope: Scope) -> dict[str, Any]:
    return _shown(row, scope) | {"status": row.status, "owner": row.owner}


def show_impact(parts: list[Part]) -> dict[str, Any]:
    return {
        "score": sum(part.points.total for part in parts),
        "half_life_days": rules.HALF_LIFE_DAYS,
        "parts": [_impact_part(part.insight, part.points) for part in parts],
    }


def _impact_part(insight: Insight, points: rules.Points) -> dict[str, Any]:
    return {
        "insight": named(insight),
        "customer": named(insight.customer),
        "evidence": insight.evidence,
        "importance": points.importance,
        "strength": points.strength,
        "value_weight": points.value_weight,
        "freshness": points.freshness,
        "points": points.total,
    }


def named(row: Editable | None) -> dict[str, Any] | None:
    """What a Ref says of the row."""
    if row is None:
        return None
    return ref(row)


def _shown(row: OfProduct, scope: Scope) -> dict[str, Any]:
    can = {"edit": scope.may("contribute", row.place())}
    return object_fields(row, can=can) | {"product_id": row.product_id, "body": cleaned(row.body)}
