"""Several edits as one deed: all or none, one change that causes the others, one undo."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, NamedTuple
from uuid import UUID

from django.db import transaction

from northline.core.deeds import deed
from northline.core.models import Change
from northline.core.refusal import Conflict
from northline.core.scope import Scope
from northline.products.models import Product
from northline.roadmap import access
from northline.roadmap.actions.initiatives import revise_initiative
from northline.roadmap.models import Initiative


class Edit(NamedTuple):
    """`fields` as in InitiativePatch."""

    initiative_id: UUID
    expected: int
    fields: dict[str, Any]


@transaction.atomic
def revise_together(
    product: Product,
    *,
    edits: Sequence[Edit],
    by: Scope,
    reason: str = "",
    acknowledge: Collection[UUID] = (),
) -> list[Initiative]:
    """Change several initiatives of a product, all or none.

    Raises what each edit raises, Conflict `initiative.other_product`, `initiative.named_twice`.
    """
    if len({edit.initiative_id for edit in edits}) < len(edits):
        raise Conflict("initiative.named_twice", "An initiative is named twice. Nothing was changed.")
    said = {"count": len(edits)}
    with deed(
        product.title, place=product.place(), verb="edited_roadmap", by=by, said=said, reason=reason
    ) as cause:
        return [_revise(product, edit, by, reason, acknowledge, cause) for edit in edits]


def _revise(
    product: Product, edit: Edit, by: Scope, reason: str, acknowledge: Collection[UUID], cause: Change
) -> Initiative:
    row = access.initiative(by, edit.initiative_id, right="steer")
    if row.product_id != product.pk:
        raise Conflict(
            "initiative.other_product", f"{row.key} belongs to another product. Nothing was changed."
        )
    return revise_initiative(
        row,
        expected=edit.expected,
        fields=edit.fields,
        by=by,
        reason=reason,
        acknowledge=acknowledge,
        cause=cause,
    )
