"""The list of amendments, and what the list of charters tells of them."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, Max, OuterRef, QuerySet, Subquery, TextField
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast, Greatest

from northline.core.listing.counting import counted, true_where
from northline.core.listing.listings import Field, Listing, register, tell_more
from northline.delivery.amendments.models import Amendment
from northline.delivery.amendments.schemas import TERMS, AmendmentOut, Term, show_amendments
from northline.delivery.models import Charter

_NAMED: dict[Term, str] = {
    "scope": "scope",
    "deadline": "deadline",
    "success_criteria": "success criteria",
    "project_manager_id": "project manager",
}


def _changes(term: Term) -> Field:
    """Is the term one of those that the amendment is to change?"""
    name = _NAMED[term]
    return Field(
        f"changes_{name.replace(' ', '_')}",
        "yes_no",
        label=f"Changes the {name}",
        value=true_where(terms__has_key=term),
    )


def _of_charter(**which: Any) -> QuerySet[Amendment]:
    return Amendment.objects.filter(charter=OuterRef("pk"), **which)


def _last_agreed() -> Subquery:
    agreed = _of_charter(state=Amendment.State.AGREED).order_by().values("charter")
    return Subquery(agreed.annotate(last=Max(Greatest("product_at", "project_at"))).values("last"))


AMENDMENTS = Listing(
    Amendment.KIND,
    rows=lambda: Amendment.objects.select_related("charter__initiative__product"),
    out=AmendmentOut,
    fields=(
        Field("charter", "reference", of=Charter.KIND),
        Field("state", "choice", options=tuple(Amendment.State.values)),
        *(_changes(term) for term in TERMS),
        Field(
            "deadline",
            "date",
            label="New deadline",
            value=Cast(KeyTextTransform("deadline", "terms"), TextField()),
            text_date=True,
        ),
        Field("reason", "text", sorts=False),
        Field("proposed_by", "person"),
        Field("product_by", "person", label="Signed for the product"),
        Field("product_at", "datetime", label="Signed for the product on"),
        Field("project_by", "person", label="Signed for the project"),
        Field("project_at", "datetime", label="Signed for the project on"),
        Field("declined_by", "person"),
        Field("decline_reason", "text", label="Why it was declined", sorts=False),
        Field("project", "reference", path="charter__project", of="project"),
        Field("initiative", "reference", path="charter__initiative", of="initiative"),
        Field("product", "reference", path="charter__initiative__product", of="product"),
    ),
    archive=None,
    product="charter__initiative__product_id",
    project="charter__project_id",
    shows=show_amendments,
    customisable=False,
)
# What a charter's list tells of its amendments.
OF_CHARTERS = (
    Field("amendments", "number", value=counted(_of_charter()), sums=False),
    Field("amended_at", "datetime", label="Last amended", value=_last_agreed()),
    Field(
        "amendment_waits",
        "yes_no",
        label="An amendment waits",
        value=Exists(_of_charter(state=Amendment.State.PROPOSED)),
    ),
)


def register_all() -> None:
    register(AMENDMENTS)
    tell_more(Charter.KIND, *OF_CHARTERS)
