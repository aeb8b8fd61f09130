"""The verbs of themes. Each is one transaction and records one change."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction

from northline.accounts.access import active_colleague
from northline.core import editing, undo
from northline.core.models import Change
from northline.core.refusal import Conflict
from northline.core.richtext import plain_text
from northline.core.scope import Scope
from northline.products.models import Product
from northline.strategy.themes import rules
from northline.strategy.themes.models import Theme


@transaction.atomic
def set_theme(
    product: Product, *, fields: Mapping[str, Any], by: Scope, cause: Change | None = None
) -> Theme:
    """Take up a pillar. Raises Conflict `theme.shares_over_whole` where its shares leave no room for the others'."""
    given = _stored(fields, {}, by)
    _check_shares(product.pk, given.get("shares", {}), but=None)
    row = Theme(workspace_id=by.workspace_id, product=product, **given)
    return editing.create(row, prefix=Theme.PREFIX, by=by, cause=cause)


@transaction.atomic
def revise_theme(
    row: Theme,
    *,
    expected: int,
    fields: Mapping[str, Any],
    by: Scope,
    reason: str = "",
    cause: Change | None = None,
) -> Theme:
    """Change a pillar; `shares` are laid over those it has. Raises Conflict `theme.shares_over_whole`."""
    given = _stored(fields, row.shares, by)
    if "shares" in given:
        _check_shares(row.product_id, given["shares"], but=row.pk)
    return editing.revise(row, expected=expected, fields=given, by=by, reason=reason, cause=cause)


@transaction.atomic
def restore_theme(
    row: Theme, *, expected: int, by: Scope, reason: str = "", cause: Change | None = None
) -> Theme:
    """Take a pillar out of the archive. Raises Conflict `theme.shares_over_whole`."""
    _check_shares(row.product_id, row.shares, but=row.pk)
    return editing.restore(row, expected=expected, by=by, reason=reason, cause=cause)


def _stored(fields: Mapping[str, Any], shares: Mapping[str, int], by: Scope) -> dict[str, Any]:
    given = dict(fields)
    if given.get("owner_id"):
        active_colleague(by, given["owner_id"])
    if given.get("body") is not None:
        given["words"] = plain_text(given["body"])
    if given.get("shares") is not None:
        given["shares"] = rules.merged(shares, given["shares"])
    return given


def _check_shares(product_id: UUID, shares: Mapping[str, int], *, but: UUID | None) -> None:
    """Together the themes of a product take at most all of a period. Archived ones take nothing."""
    # Two shares at once would each fit by themselves; the product's row orders them.
    Product.objects.select_for_update().get(pk=product_id)
    others = Theme.objects.filter(product_id=product_id, archived_at=None)
    if but is not None:
        others = others.exclude(pk=but)
    found = rules.overfull(shares, others.values_list("shares", flat=True))
    if found:
        period, total = found
        raise Conflict(
            "theme.shares_over_whole",
            f"In {period} the themes would take {total} % of all effort. Take from another first. "
            "Nothing was changed.",
            period=period,
            total=total,
        )


def _check_undone(row: Theme, values: Mapping[str, Any], by: Scope) -> None:
    """Undo must not give out more than all either."""
    if row.archived_at is None or "archived_at" in values:
        _check_shares(row.product_id, values.get("shares", row.shares), but=row.pk)


undo.check(Theme.KIND, _check_undone)
