"""The verbs of research. Each is one transaction and records one change."""

from __future__ import annotations

from typing import Any, TypeVar
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from northline.accounts.access import active_colleague
from northline.core import editing
from northline.core.models import Change
from northline.core.refusal import Refusal
from northline.core.richtext import plain_text
from northline.core.scope import Scope
from northline.products.models import Product
from northline.research import access
from northline.research.highlights.actions import refuse_merged
from northline.research.models import Customer, Idea, Insight, OfProduct, Opportunity

R = TypeVar("R", bound=OfProduct)


def note_customer(*, title: str, by: Scope, **fields: Any) -> Customer:
    """Take down a customer; a person may stand under a company."""
    row = Customer(workspace_id=by.workspace_id, title=title)
    with transaction.atomic():
        _check_company(row, fields, by)
        for name, value in fields.items():
            setattr(row, name, value)
        return editing.create(row, prefix=Customer.PREFIX, by=by)


def revise_customer(
    row: Customer, *, expected: int, fields: dict[str, Any], by: Scope, reason: str = ""
) -> Customer:
    """Change a customer."""
    with transaction.atomic():
        _check_company(row, fields, by)
        return editing.revise(row, expected=expected, fields=fields, by=by, reason=reason)


def note_insight(product: Product, *, fields: dict[str, Any], by: Scope) -> Insight:
    """Take down one piece of evidence."""
    return _create(Insight(**_worded(_with_customer(fields, by))), product, prefix=Insight.PREFIX, by=by)


def name_opportunity(product: Product, *, fields: dict[str, Any], by: Scope) -> Opportunity:
    """Name a need, under another one where `parent_id` says so."""
    with transaction.atomic():
        _check_parent(None, fields.get("parent_id"), product.pk, by)
        return _create(Opportunity(**_worded(fields)), product, prefix=Opportunity.PREFIX, by=by)


def propose_idea(product: Product, *, fields: dict[str, Any], by: Scope) -> Idea:
    """Propose a possible solution."""
    _check_owner(fields, by)
    return _create(Idea(**_worded(fields)), product, prefix=Idea.PREFIX, by=by)


def revise(
    row: R,
    *,
    expected: int,
    fields: dict[str, Any],
    by: Scope,
    reason: str = "",
    cause: Change | None = None,
) -> R:
    """Change an insight, opportunity or idea."""
    with transaction.atomic():
        if isinstance(row, Opportunity) and "parent_id" in fields:
            _check_parent(row, fields["parent_id"], row.product_id, by)
        _check_owner(fields, by)
        given = _worded(_with_customer(fields, by))
        if isinstance(row, Insight):
            refuse_merged(row)
            given = _triaged(row, given)
        return editing.revise(row, expected=expected, fields=given, by=by, reason=reason, cause=cause)


def restore_insight(row: Insight, *, expected: int, by: Scope, reason: str = "") -> Insight:
    """Take an insight out of the archive.

    Raises Stale, or Conflict `insight.merged` or `object.not_archived`.
    """
    refuse_merged(row)
    return editing.restore(row, expected=expected, by=by, reason=reason)


def _create(row: R, product: Product, *, prefix: str, by: Scope) -> R:
    row.workspace_id = by.workspace_id
    row.product_id = product.pk
    return editing.create(row, prefix=prefix, by=by)


def _check_owner(fields: dict[str, Any], by: Scope) -> None:
    if fields.get("owner_id"):
        active_colleague(by, fields["owner_id"])


def _worded(fields: dict[str, Any]) -> dict[str, Any]:
    return fields | {"words": plain_text(fields["body"])} if fields.get("body") is not None else fields


def _triaged(row: Insight, fields: dict[str, Any]) -> dict[str, Any]:
    """What is put off is new on its day, and what is processed needs no day."""
    if fields.get("snoozed_until"):
        if fields["snoozed_until"] <= timezone.localdate():
            raise Refusal(
                "insight.snooze_past",
                "An insight is snoozed until a day after today. Name a later one. Nothing was changed.",
            )
        if fields.get("state") == "processed":
            raise Refusal(
                "insight.snoozed_and_processed",
                "An insight is either processed or snoozed: leave out one of the two. Nothing was changed.",
            )
        return fields | {"state": Insight.State.NEW}
    if "state" in fields and (fields["state"] == "processed" or row.snoozed_until):
        return fields | {"snoozed_until": None}
    return fields


def _check_company(row: Customer, fields: dict[str, Any], by: Scope) -> None:
    """Only a person stands under a company, and what people stand under stays one."""
    type_ = fields.get("type", row.type)
    company_id = fields.get("company_id", row.company_id)
    if type_ == "person" and row.type == "company" and row.people.exists():
        raise Refusal(
            "customer.has_people",
            f"People belong to {row.key}, so it stays a company. Move them first. Nothing was changed.",
        )
    if company_id is None:
        return
    if type_ != "person":
        raise Refusal(
            "customer.is_a_company",
            "Only a person belongs to a company. Say that it is a person, or leave out the company.",
        )
    # Locked, so that it does not become a person meanwhile.
    Customer.objects.select_for_update().filter(workspace_id=by.workspace_id, pk=company_id).first()
    company = access.customer(by, company_id)
    if company.type != "company":
        raise Refusal(
            "customer.not_a_company", f"{company.key} is a person. Choose a company. Nothing was changed."
        )


def _with_customer(fields: dict[str, Any], by: Scope) -> dict[str, Any]:
    if fields.get("customer_id"):
        access.customer(by, fields["customer_id"])
    return fields


def _check_parent(row: Opportunity | None, parent_id: UUID | None, product_id: UUID, by: Scope) -> None:
    """Walk up from the parent: it must be of the same product and must not stand below `row`."""
    if parent_id is None:
        return
    # Two moves at once could close a circle that neither sees; the product's row orders them.
    Product.objects.select_for_update().get(pk=product_id)
    above: Opportunity | None = access.opportunity(by, parent_id)
    assert above is not None
    if above.product_id != product_id:
        raise Refusal(
            "opportunity.other_product", f"{above.key} belongs to another product. Nothing was changed."
        )
    path = [row.key] if row else []
    while above is not None:
        path.append(above.key)
        if row is not None and above.pk == row.pk:
            raise Refusal(
                "opportunity.makes_circle",
                f"{row.key} would stand below itself: {' → '.join(path)}.",
                path=path,
            )
        above = above.parent
