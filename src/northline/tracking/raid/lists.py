"""The lists of the register: one for each kind, of a project, a product or the workspace."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import Case, F, FloatField, IntegerField, OuterRef, QuerySet, Subquery, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Coalesce, Greatest, NullIf
from django.db.models.lookups import LessThanOrEqual

from northline.core.listing.counting import true_where
from northline.core.listing.listings import Field, Listing, register
from northline.tracking.raid import rules
from northline.tracking.raid.actions.entries import revise
from northline.tracking.raid.models import (
    Decision,
    Entry,
    Issue,
    Lesson,
    OutsideDependency,
    ProjectAssumption,
    Risk,
    RiskCost,
)
from northline.tracking.raid.schemas import entries, risks

WHERE = (
    Field("project", "reference", of="project"),
    Field("product", "reference", path="project__product", of="product"),
    Field("owner", "person", writes="owner_id"),
)


def level(value: Combinable, steps: tuple[int, ...]) -> Case:
    """`rules.level`, in the database."""
    whens = [When(_at_most(value, step), then=Value(number)) for number, step in enumerate(steps, 1)]
    return Case(*whens, default=Value(rules.LEVELS), output_field=IntegerField())


def _at_most(value: Combinable, step: int) -> LessThanOrEqual:
    return LessThanOrEqual(value, Value(step))


def impact_level(days: Combinable, rating: Combinable) -> NullIf:
    """`rules.impact_level`, in the database."""
    known = Case(When(_at_most(days, 10**9), then=level(days, rules.DAY_STEPS)), default=Value(0))
    return NullIf(Greatest(known, Coalesce(rating, Value(0))), Value(0), output_field=IntegerField())


PROBABILITY = F("probability")
RESIDUAL = Coalesce("residual_probability", "probability")
IMPACT = impact_level(F("likely_days"), F("impact_rating"))
RESIDUAL_IMPACT = impact_level(
    Coalesce("residual_days", "likely_days"), Coalesce("residual_rating", "impact_rating")
)


def p80_cost() -> Subquery:
    """What the open risk costs its project's P80."""
    rows = RiskCost.objects.filter(risk=OuterRef("pk"), risk__status="open", risk__archived_at=None)
    return Subquery(rows.values("days"), output_field=FloatField())


def exposure(amount: str) -> Combinable:
    return Cast(F("probability") * Cast(F(amount), FloatField()) / 100.0, FloatField())


def rows_of(model: type[Entry], *more: str) -> Callable[[], QuerySet[Any]]:
    return lambda: model.objects.select_related("owner", "project__product", *more)


RISKS = Listing(
    "risk",
    rows=rows_of(Risk),
    out=risks.ProjectRiskOut,
    fields=(
        Field("status", "choice", options=tuple(Risk.Status.values), writes="status"),
        Field("type", "choice", options=tuple(Risk.Type.values), writes="type"),
        Field("category", "choice", options=tuple(Risk.Category.values), writes="category"),
        Field("probability", "number", label="Probability, %", writes="probability"),
        Field("likely_days", "number", label="Likely impact, days", writes="likely_days"),
        Field("low_days", "number", label="Low impact, days", writes="low_days"),
        Field("high_days", "number", label="High impact, days", writes="high_days"),
        Field("impact_rating", "number", label="Impact, 1 to 5", writes="impact_rating"),
        Field(
            "score",
            "number",
            value=level(PROBABILITY, rules.PROBABILITY_STEPS) * IMPACT,
            description="Level of probability times level of impact, 1 to 25.",
        ),
        Field(
            "p80_days",
            "number",
            label="Costs P80, days",
            value=p80_cost(),
            description="By how many working days the date that 80 % of the simulations keep is later for it.",
        ),
        Field("exposure_days", "number", label="Expected days", value=exposure("likely_days")),
        Field("cost", "number", writes="cost"),
        Field("exposure_cost", "number", label="Expected cost", value=exposure("cost")),
        Field("proximity", "date", label="Could happen on", writes="proximity"),
        Field("strategy", "choice", options=tuple(filter(None, Risk.Strategy.values)), writes="strategy"),
        Field("response", "text", writes="response", sorts=False),
        Field("response_in_place", "yes_no", writes="response_in_place"),
        Field("triggers", "text", writes="triggers", sorts=False),
        Field(
            "residual_probability", "number", label="Residual probability, %", writes="residual_probability"
        ),
        Field("residual_days", "number", label="Residual days", writes="residual_days"),
        Field(
            "residual_score",
            "number",
            value=level(RESIDUAL, rules.PROBABILITY_STEPS) * RESIDUAL_IMPACT,
        ),
        Field("probability_level", "number", value=level(PROBABILITY, rules.PROBABILITY_STEPS)),
        Field("impact_level", "number", value=IMPACT),
        Field("residual_probability_level", "number", value=level(RESIDUAL, rules.PROBABILITY_STEPS)),
        Field("residual_impact_level", "number", value=RESIDUAL_IMPACT),
        Field("status_reason", "text", writes="status_reason", sorts=False),
        *WHERE,
    ),
    patch=risks.ProjectRiskPatch,
    revise=revise,
    product="project__product_id",
    project="project_id",
    shows=risks.show_risks,
    sort="-score,title",
)
LISTINGS = (
    RISKS,
    Listing(
        "issue",
        rows=rows_of(Issue),
        out=entries.ProjectIssueOut,
        fields=(
            Field("status", "choice", options=tuple(Issue.Status.values), writes="status"),
            Field("severity", "choice", options=tuple(Issue.Severity.values), writes="severity"),
            Field("due", "date", writes="due"),
            Field("description", "text", writes="description", sorts=False),
            Field("resolution", "text", writes="resolution", sorts=False),
            *WHERE,
        ),
        patch=entries.ProjectIssuePatch,
        revise=revise,
        product="project__product_id",
        project="project_id",
        sort="-severity,due",
    ),
    Listing(
        "project_assumption",
        rows=rows_of(ProjectAssumption),
        out=entries.ProjectAssumptionOut,
        fields=(
            Field("status", "choice", options=tuple(ProjectAssumption.Status.values), writes="status"),
            Field("validate_by", "date", writes="validate_by"),
            Field("statement", "text", writes="statement", sorts=False),
            Field("finding", "text", writes="finding", sorts=False),
            *WHERE,
        ),
        patch=entries.ProjectAssumptionPatch,
        revise=revise,
        product="project__product_id",
        project="project_id",
        sort="validate_by,title",
    ),
    Listing(
        "outside_dependency",
        rows=rows_of(OutsideDependency),
        out=entries.OutsideDependencyOut,
        fields=(
            Field("status", "choice", options=tuple(OutsideDependency.Status.values), writes="status"),
            Field("party", "text", label="From whom", writes="party", groups=True),
            Field("needed_by", "date", writes="needed_by"),
            Field("promised_for", "date", writes="promised_for"),
            Field(
                "late",
                "yes_no",
                value=true_where(status="promised", promised_for__gt=F("needed_by")),
                description="Promised for a day after it is needed.",
            ),
            Field("description", "text", writes="description", sorts=False),
            *WHERE,
        ),
        patch=entries.OutsideDependencyPatch,
        revise=revise,
        product="project__product_id",
        project="project_id",
        sort="needed_by,title",
    ),
    Listing(
        "decision",
        rows=rows_of(Decision, "decided_by"),
        out=entries.ProjectDecisionOut,
        fields=(
            Field("status", "choice", options=tuple(Decision.Status.values), writes="status"),
            Field("outcome", "text", label="What was decided", writes="outcome", sorts=False),
            Field("decided_by", "person", writes="decided_by_id"),
            Field("decided_on", "date", writes="decided_on"),
            Field("revisit_on", "date", writes="revisit_on"),
            Field("context", "text", writes="context", sorts=False),
            Field("options", "text", writes="options", sorts=False),
            *WHERE,
        ),
        patch=entries.ProjectDecisionPatch,
        revise=revise,
        product="project__product_id",
        project="project_id",
        sort="-decided_on,title",
    ),
    Listing(
        "lesson",
        rows=rows_of(Lesson),
        out=entries.LessonOut,
        fields=(
            Field("tags", "tags", writes="tags"),
            Field("happened", "text", label="What happened", writes="happened", sorts=False),
            Field("learned", "text", label="What we learned", writes="learned", sorts=False),
            Field("recommendation", "text", writes="recommendation", sorts=False),
            *WHERE,
        ),
        patch=entries.LessonPatch,
        revise=revise,
        product="project__product_id",
        project="project_id",
    ),
)


def register_all() -> None:
    for listing in LISTINGS:
        register(listing)
