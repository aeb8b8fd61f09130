"""The lists of research."""

from __future__ import annotations

from django.db.models import F

from northline.core.listing.listings import Field, Listing, register
from northline.research import actions, schemas
from northline.research.expressions import impact, insights_of_customer, linked_from, linked_to, standing
from northline.research.highlights.lists import HIGHLIGHTS
from northline.research.models import Customer, Idea, Insight, Opportunity
from northline.research.queries import unmerged

IMPACT = "The weight of the evidence behind it: strength × value of the customer × freshness × importance, added up."

LISTINGS = (
    Listing(
        "customer",
        rows=lambda: Customer.objects.select_related("company"),
        out=schemas.CustomerOut,
        fields=(
            Field("type", "choice", options=tuple(Customer.Type.values), writes="type"),
            Field("company", "reference", of="customer", writes="company_id"),
            Field("segment", "text", writes="segment", groups=True),
            Field("size", "number", label="People", writes="size"),
            Field("value", "number", label="Value a year", writes="value"),
            Field(
                "insights",
                "number",
                value=insights_of_customer(),
                description="Insights noted of the customer, without archived ones.",
            ),
        ),
        patch=schemas.CustomerPatch,
        revise=actions.revise_customer,
        product=None,
        sort="title",
    ),
    Listing(
        "insight",
        rows=lambda: unmerged().select_related("customer", "product"),
        out=schemas.InsightOut,
        fields=(
            Field("source", "choice", options=tuple(Insight.Source.values), writes="source"),
            Field("evidence", "choice", options=tuple(Insight.Evidence.values), writes="evidence"),
            Field(
                "state", "choice", options=("new", "snoozed", "processed"), value=standing(), writes="state"
            ),
            Field("snoozed_until", "date", writes="snoozed_until"),
            Field("observed_on", "date", label="Said or seen on", writes="observed_on"),
            Field("customer", "reference", of="customer", writes="customer_id"),
            Field("segment", "text", path="customer__segment", groups=True),
            Field("tags", "tags", writes="tags"),
            Field(
                "personas",
                "number",
                value=linked_from("speaks_for"),
                sums=False,
                description="How many personas it says that it speaks for.",
            ),
            Field(
                "supports",
                "number",
                label="Speaks for",
                value=linked_from("supports"),
                sums=False,
                description="How many opportunities, ideas and assumptions it speaks for; of none it leads nowhere yet.",
            ),
            Field(
                "keep_until",
                "date",
                value=F("interview__keep_until"),
                description="The last day on which who took part in the interview is kept.",
            ),
        ),
        patch=schemas.InsightPatch,
        revise=actions.revise,
        restore=actions.restore_insight,
    ),
    Listing(
        "opportunity",
        rows=lambda: Opportunity.objects.select_related("parent", "product"),
        out=schemas.OpportunityOut,
        fields=(
            Field("parent", "reference", label="Under", of="opportunity", writes="parent_id"),
            Field("impact", "number", value=impact(), description=IMPACT),
            Field(
                "insights", "number", value=linked_to("supports"), description="Insights that speak for it."
            ),
            Field("ideas", "number", value=linked_to("addresses"), description="Ideas that address it."),
        ),
        patch=schemas.OpportunityPatch,
        revise=actions.revise,
    ),
    Listing(
        "idea",
        rows=lambda: Idea.objects.select_related("owner", "product"),
        out=schemas.IdeaOut,
        fields=(
            Field("status", "choice", options=tuple(Idea.Status.values), writes="status"),
            Field("owner", "person", writes="owner_id"),
            Field("impact", "number", value=impact(), description=IMPACT),
            Field(
                "insights", "number", value=linked_to("supports"), description="Insights that speak for it."
            ),
            Field(
                "opportunities", "number", value=linked_from("addresses"), description="What it addresses."
            ),
        ),
        patch=schemas.IdeaPatch,
        revise=actions.revise,
    ),
    HIGHLIGHTS,
)


def register_all() -> None:
    for listing in LISTINGS:
        register(listing)
