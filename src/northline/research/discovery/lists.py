"""The lists of discovery."""

from __future__ import annotations

from django.db.models import BooleanField, Case, CharField, F, IntegerField, Q, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce

from northline.core.listing.counting import counted, links_at
from northline.core.listing.listings import Field, Listing, register, tell_more
from northline.research.discovery import queries
from northline.research.discovery.actions import assumptions, experiments
from northline.research.discovery.models import Assumption, Branch, Experiment, Risk
from northline.research.discovery.schemas import objects as schemas


def exposure() -> Combinable:
    """`risks.exposure`, in the database."""
    return F("importance") * (100 - Coalesce(F("confidence"), 0, output_field=IntegerField()))


def verdict() -> Case:
    """`risks.verdict`, in the database."""
    met = Q(comparison="at_least", measured__gte=F("threshold")) | Q(
        comparison="at_most", measured__lte=F("threshold")
    )
    return Case(
        When(met, then=Value("confirmed")),
        When(measured__isnull=False, then=Value("refuted")),
        output_field=CharField(),
    )


def evidence() -> Coalesce:
    """How many insights speak for or against an assumption."""
    said = links_at("target_id", type__in=(queries.FOR, queries.AGAINST), source_kind="insight")
    return counted(said)


LISTINGS = (
    Listing(
        "assumption",
        rows=lambda: Assumption.objects.select_related("idea", "owner", "product"),
        out=schemas.AssumptionOut,
        fields=(
            Field("idea", "reference", of="idea"),
            Field("risk", "choice", options=tuple(Risk.values)),
            Field("confidence", "number", writes="confidence", description="How sure one is, in per cent."),
            Field("importance", "number", writes="importance", description="How much falls, 1 to 5."),
            Field(
                "exposure",
                "number",
                value=exposure(),
                description="Importance × doubt: the highest is to be tested first.",
            ),
            Field("evidence", "number", value=evidence(), description="Insights that speak for or against."),
            Field("owner", "person", writes="owner_id"),
            Field("next_test", "text", writes="next_test", sorts=False),
            Field("threshold", "text", writes="threshold", sorts=False),
            Field("threshold_set_on", "date"),
        ),
        patch=schemas.AssumptionPatch,
        revise=assumptions.revise_assumption,
        sort="-exposure",
        customisable=False,
    ),
    Listing(
        "experiment",
        rows=lambda: queries.experiments().select_related("product"),
        out=schemas.ExperimentOut,
        fields=(
            Field("state", "choice", options=tuple(Experiment.State.values)),
            Field("verdict", "choice", options=("confirmed", "refuted"), value=verdict()),
            Field("idea", "reference", of="idea", path="assumption__idea"),
            Field("risk", "choice", options=tuple(Risk.values), path="assumption__risk"),
            Field("method", "choice", options=tuple(Experiment.Method.values), writes="method"),
            Field("metric", "text", writes="metric"),
            Field("threshold", "number", writes="threshold"),
            Field("measured", "number"),
            Field("audience", "text", writes="audience"),
            Field("owner", "person", writes="owner_id"),
            Field("starts_on", "date", label="Starts", writes="starts_on"),
            Field("ends_on", "date", label="Ends", writes="ends_on"),
            Field("learning", "text", writes="learning", sorts=False),
        ),
        patch=schemas.ExperimentPatch,
        revise=experiments.revise_experiment,
    ),
)


def register_all() -> None:
    for listing in LISTINGS:
        register(listing)
    # An opportunity that nobody said anything of is considered, and no target.
    standing = Coalesce("branch__status", Value(Branch.Status.CONSIDERED), output_field=CharField())
    target = Coalesce("branch__is_target", Value(False), output_field=BooleanField())
    tell_more(
        "opportunity",
        Field("branch", "choice", options=tuple(Branch.Status.values), value=standing),
        Field("target", "yes_no", label="Worked on now", value=target),
    )
