"""The lists of the market: personas, jobs to be done, competitors, criteria."""

from __future__ import annotations

from django.db.models import (
    Case,
    CharField,
    DateField,
    F,
    FloatField,
    Max,
    OuterRef,
    Q,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce
from django.db.models.lookups import GreaterThan

from northline.core.days import DayOf
from northline.core.listing.counting import counted, links_at
from northline.core.listing.listings import Field, Listing, register
from northline.core.models import Link
from northline.research.expressions import heard_already
from northline.research.market.models import Competitor, Criterion, JobToBeDone, Persona, Rating
from northline.research.market.queries.bearing import FITS, HELPS_WITH, MENTIONS, SPEAKS_FOR
from northline.research.market.rules import scores
from northline.research.market.schemas import objects as schemas
from northline.research.models import Insight

ULWICK = "Importance + max(importance - satisfaction, 0), 1 to 20 (Ulwick)."


def opportunity_score() -> Case:
    """`scores.opportunity_score`, in the database."""
    wanted, met = Cast("importance", FloatField()), Cast("satisfaction", FloatField())
    known = Q(importance__isnull=False, satisfaction__isnull=False)
    return Case(
        When(known & Q(importance__gt=F("satisfaction")), then=wanted + wanted - met),
        When(known, then=wanted),
        output_field=FloatField(),
    )


def job_class() -> Case:
    """`scores.job_class`, in the database."""
    # Scores are told to a tenth: nothing lies between 15 and 15.1, where sums of floats err.
    steps = [
        When(GreaterThan(opportunity_score(), least + 0.05), then=Value(name))
        for least, name in (
            (scores.EXTREME, "extreme"),
            (scores.HIGH, "high"),
            (scores.WORTHWHILE, "worthwhile"),
        )
    ]
    return Case(
        *steps,
        When(satisfaction__gt=F("importance"), then=Value("overserved")),
        When(importance__isnull=False, satisfaction__isnull=False, then=Value("served")),
        output_field=CharField(),
    )


def linked(name: str, *, source: str, end: str = "target_id") -> Coalesce:
    """How many links of that name from that kind an object has at its `end`."""
    return counted(links_at(end, type=name, source_kind=source))


def last_heard() -> Subquery:
    """The day of the newest insight that says that it speaks for a persona."""
    said = Link.objects.filter(
        workspace=OuterRef(OuterRef("workspace")),
        type=SPEAKS_FOR,
        source_kind="insight",
        target_id=OuterRef(OuterRef("pk")),
    ).values("source_id")
    day = Coalesce("observed_on", DayOf("created_at"), output_field=DateField())
    rows = (
        Insight.objects.filter(heard_already(), pk__in=said, archived_at=None)
        .order_by()
        .annotate(all=Value(1))
    )
    return Subquery(rows.values("all").annotate(last=Max(day)).values("last"), output_field=DateField())


def rated() -> Coalesce:
    """By how many criteria a competitor is rated."""
    rows = Rating.objects.filter(competitor=OuterRef("pk"), score__isnull=False, criterion__archived_at=None)
    return counted(rows)


LISTINGS = (
    Listing(
        "persona",
        rows=lambda: Persona.objects.select_related("product"),
        out=schemas.PersonaOut,
        fields=(
            Field("role", "text", writes="role"),
            Field("segments", "tags", writes="segments"),
            Field("share", "number", label="Share of users, %", writes="share"),
            Field("size", "number", label="How many", writes="size"),
            Field("goals", "text", writes="goals", sorts=False),
            Field("pains", "text", writes="pains", sorts=False),
            Field(
                "insights",
                "number",
                value=linked(SPEAKS_FOR, source="insight"),
                description="Insights that say they speak for the persona.",
            ),
            Field("customers", "number", value=linked(FITS, source="customer")),
            Field("last_heard", "date", value=last_heard()),
        ),
        patch=schemas.PersonaPatch,
        shared=True,
        sort="-share,title",
    ),
    Listing(
        "job_to_be_done",
        rows=lambda: JobToBeDone.objects.select_related("product"),
        out=schemas.JobToBeDoneOut,
        fields=(
            Field("type", "choice", options=tuple(JobToBeDone.Type.values), writes="type"),
            Field("situation", "text", writes="situation", sorts=False),
            Field("outcome", "text", writes="outcome", sorts=False),
            Field("importance", "number", writes="importance"),
            Field("satisfaction", "number", writes="satisfaction"),
            Field("opportunity_score", "number", value=opportunity_score(), description=ULWICK),
            Field(
                "job_class",
                "choice",
                label="Served today",
                options=("extreme", "high", "worthwhile", "served", "overserved"),
                value=job_class(),
            ),
            Field("asked", "text", label="Asked how", writes="asked"),
            Field("opportunities", "number", value=linked(HELPS_WITH, source="opportunity")),
        ),
        patch=schemas.JobToBeDonePatch,
        sort="-opportunity_score,title",
    ),
    Listing(
        "competitor",
        rows=lambda: Competitor.objects.select_related("product"),
        out=schemas.CompetitorOut,
        fields=(
            Field("type", "choice", options=tuple(Competitor.Type.values), writes="type"),
            Field("website", "text", writes="website"),
            Field("positioning", "text", writes="positioning", sorts=False),
            Field("pricing", "text", writes="pricing"),
            Field("rated", "number", value=rated(), description="By how many criteria it is rated."),
            Field("mentions", "number", value=linked(MENTIONS, source="insight")),
        ),
        patch=schemas.CompetitorPatch,
        sort="title",
    ),
    Listing(
        "criterion",
        rows=lambda: Criterion.objects.select_related("product"),
        out=schemas.CriterionOut,
        fields=(
            Field("weight", "number", writes="weight"),
            Field("position", "number", label="Order", writes="position"),
            Field("description", "text", writes="description", sorts=False),
        ),
        patch=schemas.CriterionPatch,
        sort="position",
        customisable=False,
    ),
)


def register_all() -> None:
    for listing in LISTINGS:
        register(listing)
