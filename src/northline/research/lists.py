"""The lists of research."""

from __future__ import annotations

from northline.core.listing.listings import Field, Listing, register
from northline.research import actions, schemas
from northline.research.models import Customer, Idea, Insight, Opportunity

LISTINGS = (
    Listing(
        "customer",
        rows=Customer.objects.all,
        out=schemas.CustomerOut,
        fields=(Field("segment", "text", writes="segment", groups=True),),
        patch=schemas.CustomerPatch,
        product=None,
        sort="title",
    ),
    Listing(
        "insight",
        rows=lambda: Insight.objects.select_related("customer", "product"),
        out=schemas.InsightOut,
        fields=(
            Field("source", "choice", options=tuple(Insight.Source.values), writes="source"),
            Field("customer", "reference", of="customer", writes="customer_id"),
            Field("segment", "text", path="customer__segment", groups=True),
            Field("tags", "tags", writes="tags"),
        ),
        patch=schemas.InsightPatch,
        revise=actions.revise,
    ),
    Listing(
        "opportunity",
        rows=lambda: Opportunity.objects.select_related("parent", "product"),
        out=schemas.OpportunityOut,
        fields=(Field("parent", "reference", label="Under", of="opportunity", writes="parent_id"),),
        patch=schemas.OpportunityPatch,
        revise=actions.revise,
    ),
    Listing(
        "idea",
        rows=lambda: Idea.objects.select_related("product"),
        out=schemas.IdeaOut,
        fields=(Field("status", "choice", options=tuple(Idea.Status.values), writes="status"),),
        patch=schemas.IdeaPatch,
        revise=actions.revise,
    ),
)


def register_all() -> None:
    for listing in LISTINGS:
        register(listing)
