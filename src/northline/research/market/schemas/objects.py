"""What personas, jobs, competitors and criteria look like over the API."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, ClassVar, Literal
from uuid import UUID

from pydantic import AfterValidator, Field, StringConstraints

from northline.core.schemas import (
    Custom,
    In,
    Line,
    ObjectOut,
    Patch,
    Ref,
    Text,
    Title,
    Writable,
    object_fields,
    ref,
)
from northline.core.scope import Scope
from northline.research.market import access
from northline.research.market.models import Competitor, Criterion, JobToBeDone, Persona
from northline.research.market.rules import scores

JobType = Literal["functional", "emotional", "social"]
JobClass = Literal["extreme", "high", "worthwhile", "served", "overserved"]
CompetitorType = Literal["direct", "indirect", "substitute"]
Segment = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120), Writable]
Segments = Annotated[list[Segment], Field(max_length=20)]
Share = Annotated[int, Field(ge=0, le=100, description="Of all users, in per cent.")]
Size = Annotated[int, Field(ge=0, le=10**12, description="How many there are.")]
Degree = Annotated[
    Decimal,
    Field(ge=1, le=10, max_digits=3, decimal_places=1),
    AfterValidator(lambda degree: degree.quantize(Decimal("0.1"))),
]
Weight = Annotated[int, Field(ge=0, le=5, description="How much it matters to buyers.")]
Position = Annotated[int, Field(ge=0, le=2**31 - 1)]
# A page on the web and nothing that a browser would run.
Address = Annotated[
    str,
    StringConstraints(strip_whitespace=True, max_length=500, pattern=r"^(https?://[^\s<>\"]+)?$"),
    Writable,
]


class PersonaIn(In):
    """Without a product, one of the whole workspace."""

    product_id: UUID | None = None
    title: Title
    role: Line = ""
    segments: Segments = []
    goals: Text = ""
    pains: Text = ""
    quote: Text = ""
    share: Share | None = None
    size: Size | None = None
    custom: Custom = {}


class PersonaPatch(Patch):
    NULLABLE: ClassVar = frozenset({"share", "size"})

    title: Title | None = None
    role: Line | None = None
    segments: Segments | None = None
    goals: Text | None = None
    pains: Text | None = None
    quote: Text | None = None
    share: Share | None = None
    size: Size | None = None
    custom: Custom | None = None


class PersonaOut(ObjectOut):
    product_id: UUID | None
    product: Ref | None
    role: str
    segments: list[str]
    goals: str
    pains: str
    quote: str
    share: int | None
    size: int | None


class JobToBeDoneIn(In):
    """“When `situation`, I want to `title`, so that `outcome`.”"""

    product_id: UUID
    title: Title
    type: JobType = "functional"
    situation: Text = ""
    outcome: Text = ""
    importance: Degree | None = None
    satisfaction: Degree | None = None
    asked: Line = Field("", description="Where importance and satisfaction come from.")
    custom: Custom = {}


class JobToBeDonePatch(Patch):
    NULLABLE: ClassVar = frozenset({"importance", "satisfaction"})

    title: Title | None = None
    type: JobType | None = None
    situation: Text | None = None
    outcome: Text | None = None
    importance: Degree | None = None
    satisfaction: Degree | None = None
    asked: Line | None = None
    custom: Custom | None = None


class JobToBeDoneOut(ObjectOut):
    """`opportunity_score` is importance + max(importance - satisfaction, 0) (Ulwick), `job_class` what it says."""

    product_id: UUID
    type: JobType
    situation: str
    outcome: str
    importance: float | None
    satisfaction: float | None
    asked: str
    opportunity_score: float | None
    job_class: JobClass | None


class CompetitorIn(In):
    product_id: UUID
    title: Title
    type: CompetitorType = "direct"
    website: Address = ""
    positioning: Text = ""
    strengths: Text = ""
    weaknesses: Text = ""
    pricing: Line = ""
    custom: Custom = {}


class CompetitorPatch(Patch):
    title: Title | None = None
    type: CompetitorType | None = None
    website: Address | None = None
    positioning: Text | None = None
    strengths: Text | None = None
    weaknesses: Text | None = None
    pricing: Line | None = None
    custom: Custom | None = None


class CompetitorOut(ObjectOut):
    product_id: UUID
    type: CompetitorType
    website: str
    positioning: str
    strengths: str
    weaknesses: str
    pricing: str


class CriterionIn(In):
    product_id: UUID
    title: Title
    weight: Weight = 3
    description: Text = ""


class CriterionPatch(Patch):
    title: Title | None = None
    weight: Weight | None = None
    description: Text | None = None
    position: Position | None = None


class CriterionOut(ObjectOut):
    product_id: UUID
    weight: int
    description: str
    position: int


def show_persona(row: Persona, scope: Scope) -> dict[str, Any]:
    can = {"edit": access.may_edit_persona(scope, row)}
    names = ("product_id", "role", "segments", "goals", "pains", "quote", "share", "size")
    return _fields(row, names, can) | {"product": row.product and ref(row.product)}


def show_job(row: JobToBeDone, scope: Scope) -> dict[str, Any]:
    names = ("product_id", "type", "situation", "outcome", "importance", "satisfaction", "asked")
    return _fields(row, names, _can(row, scope)) | {
        "opportunity_score": scores.opportunity_score(row.importance, row.satisfaction),
        "job_class": scores.job_class(row.importance, row.satisfaction) or None,
    }


def show_competitor(row: Competitor, scope: Scope) -> dict[str, Any]:
    names = ("product_id", "type", "website", "positioning", "strengths", "weaknesses", "pricing")
    return _fields(row, names, _can(row, scope))


def show_criterion(row: Criterion, scope: Scope) -> dict[str, Any]:
    return _fields(row, ("product_id", "weight", "description", "position"), _can(row, scope))


def _can(row: JobToBeDone | Competitor | Criterion, scope: Scope) -> dict[str, bool]:
    return {"edit": scope.may("contribute", row.place())}


def _fields(row: Any, names: tuple[str, ...], can: dict[str, bool]) -> dict[str, Any]:
    return object_fields(row, can=can) | {name: getattr(row, name) for name in names}
