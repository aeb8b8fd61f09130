"""Adding to the tree and moving what stands in it."""

from __future__ import annotations

from typing import NamedTuple
from uuid import UUID

from northline.core import editing, links
from northline.core.deeds import deed
from northline.core.models import Change, Editable, Link
from northline.core.refusal import Refusal, Stale
from northline.core.scope import Scope
from northline.products.models import Product
from northline.research import access as research
from northline.research.actions import revise
from northline.research.discovery import access
from northline.research.models import Idea, OfProduct, Opportunity


class Spot(NamedTuple):
    """Where something hangs in the tree: on an opportunity, or on an outcome."""

    kind: str
    id: UUID


def answer_with(need: Opportunity, *, title: str, by: Scope) -> Idea:
    """Propose an idea that addresses an opportunity."""
    row = Idea(workspace_id=by.workspace_id, product_id=need.product_id, title=title)
    said = {"title": title, "below": need.key}
    with deed(title, place=need.place(), verb="grew", by=by, said=said) as cause:
        made = editing.create(row, prefix=Idea.PREFIX, by=by, cause=cause)
        links.link("addresses", made, target=need, by=by, cause=cause)
    return made


def name_below(product: Product, outcome: Editable, *, title: str, by: Scope) -> Opportunity:
    """Name an opportunity that serves an outcome. Raises Refusal `outcome.other_product`."""
    _check_outcome(outcome, product.pk)
    row = Opportunity(workspace_id=by.workspace_id, product_id=product.pk, title=title)
    said = {"title": title, "below": outcome.key}
    with deed(title, place=product.place(), verb="grew", by=by, said=said) as cause:
        made = editing.create(row, prefix=Opportunity.PREFIX, by=by, cause=cause)
        links.link("serves", made, target=outcome, by=by, cause=cause)
    return made


def move_opportunity(
    row: Opportunity, *, expected: int, away_from: Spot | None, to: Spot | None, by: Scope
) -> Opportunity:
    """Hang an opportunity below another one or below an outcome, or, without `to`, on its own.

    Raises what `research.actions.revise` raises, circles among it. What it serves elsewhere stays.
    """
    parent = to.id if to and to.kind == "opportunity" else None
    goal = access.outcome(by, to.kind, to.id) if to and to.kind != "opportunity" else None
    if away_from and away_from.kind == "opportunity":
        research.opportunity(by, away_from.id)
    elif away_from:
        access.outcome(by, away_from.kind, away_from.id)
    if goal is not None:
        _check_outcome(goal, row.product_id)
    said = {"to": {"kind": to.kind, "id": str(to.id)} if to else None}
    with deed(row.title, place=row.place(), verb="moved", by=by, said=said) as cause:
        if row.version != expected:
            raise Stale(row)
        row = revise(row, expected=expected, fields={"parent_id": parent}, by=by, cause=cause)
        if away_from and away_from.kind != "opportunity":
            _part("serves", row, away_from, by, cause)
        if goal is not None:
            _join("serves", row, goal, by, cause)
    return row


def move_idea(row: Idea, *, expected: int, away_from: UUID | None, to: UUID | None, by: Scope) -> Idea:
    """Let an idea address another opportunity instead of one, or none. Its other links stay.

    Raises Refusal `opportunity.other_product`.
    """
    need = research.opportunity(by, to) if to else None
    if away_from:
        research.opportunity(by, away_from)
    if need is not None and need.product_id != row.product_id:
        raise Refusal(
            "opportunity.other_product", f"{need.key} belongs to another product. Nothing was changed."
        )
    said = {"to": {"kind": "opportunity", "id": str(to)} if to else None}
    with deed(row.title, place=row.place(), verb="moved", by=by, said=said) as cause:
        editing.swap(row, expected=expected, fields={})
        if away_from:
            _part("addresses", row, Spot("opportunity", away_from), by, cause)
        if need is not None:
            _join("addresses", row, need, by, cause)
    return row


def _part(name: str, row: OfProduct, spot: Spot, by: Scope, cause: Change) -> None:
    link = Link.objects.filter(
        workspace_id=by.workspace_id, type=name, source_id=row.pk, target_kind=spot.kind, target_id=spot.id
    ).first()
    if link is not None:
        links.unlink(link, by=by, cause=cause)


def _join(name: str, row: OfProduct, target: Editable, by: Scope, cause: Change) -> None:
    there = Link.objects.filter(
        workspace_id=by.workspace_id, type=name, source_id=row.pk, target_id=target.pk
    )
    if not there.exists():
        links.link(name, row, target=target, by=by, cause=cause)


def _check_outcome(outcome: Editable, product_id: UUID) -> None:
    if outcome.place().product_id != product_id:
        raise Refusal(
            "outcome.other_product", f"{outcome.key} belongs to another product. Nothing was changed."
        )
