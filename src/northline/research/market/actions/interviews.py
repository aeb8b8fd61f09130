"""Plan an interview where nothing was heard of late."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.utils import timezone

from northline.core import editing, links
from northline.core.deeds import deed
from northline.core.refusal import Refusal
from northline.core.scope import Scope
from northline.products.models import Product
from northline.research import access as research
from northline.research.market.models import Persona
from northline.research.models import Insight, Opportunity


def plan_interview(
    product: Product,
    *,
    persona: Persona,
    need: Opportunity,
    on: date,
    title: str | None,
    customer_id: UUID | None,
    by: Scope,
) -> Insight:
    """Plan to ask such a person about the opportunity: an insight that comes back to the inbox on that day.

    Raises Refusal `interview.in_the_past` or `interview.other_product`.
    """
    _refuse(product, persona, need, on)
    customer = research.customer(by, customer_id) if customer_id else None
    row = Insight(
        workspace_id=by.workspace_id,
        product=product,
        title=title or f"Interview: {persona.title} on “{need.title}”"[:300],
        source=Insight.Source.INTERVIEW,
        observed_on=on,
        snoozed_until=on if on > timezone.localdate() else None,
        customer=customer,
    )
    said = {"title": row.title, "below": need.key}
    with deed(row.title, place=product.place(), verb="planned", by=by, said=said) as cause:
        made = editing.create(row, prefix=Insight.PREFIX, by=by, cause=cause)
        links.link("speaks_for", made, target=persona, by=by, cause=cause)
        links.link("supports", made, target=need, by=by, cause=cause)
    return research.insight(by, made.pk)


def _refuse(product: Product, persona: Persona, need: Opportunity, on: date) -> None:
    if on < timezone.localdate():
        raise Refusal(
            "interview.in_the_past",
            f"{on} is over: note what was said as an insight instead. Nothing was changed.",
        )
    strange = [row.key for row in (persona, need) if row.product_id not in (None, product.pk)]
    if strange:
        raise Refusal(
            "interview.other_product",
            f"{', '.join(strange)} belongs to another product. Nothing was changed.",
        )
