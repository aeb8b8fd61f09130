"""Several edits as one deed: all or none, one change that causes the others, one undo."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple
from uuid import UUID

from django.db import transaction

from northline.core import changes, undo
from northline.core.ids import uuid7
from northline.core.listing.bulk import Several
from northline.core.models import Change
from northline.core.refusal import Conflict
from northline.core.scope import Scope
from northline.products.models import Product
from northline.roadmap import access
from northline.roadmap.actions.initiatives import revise_initiative
from northline.roadmap.models import Initiative

TOGETHER = "roadmap_together"


class Edit(NamedTuple):
    """`fields` as in InitiativePatch."""

    initiative_id: UUID
    expected: int
    fields: dict[str, Any]


@contextmanager
def deed(
    product: Product, *, verb: str, by: Scope, reason: str = "", said: dict[str, Any]
) -> Iterator[Change]:
    """A change that everything within names as its cause, and that is undone as one."""
    with transaction.atomic():
        whole = Several(pk=uuid7(), title=product.title, where=product.place())
        yield changes.record(by, verb, whole, after=said, undo={"how": TOGETHER}, reason=reason)


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
    with deed(product, verb="edited_roadmap", by=by, reason=reason, said={"count": len(edits)}) as cause:
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


def _undo_together(change: Change, by: Scope) -> None:
    """Take back the effects, newest first, or none."""
    effects = Change.objects.filter(workspace_id=by.workspace_id, cause=change).exclude(undo={})
    for effect in effects.order_by("-seq"):
        undo.take_back(effect.pk, by=by)
    whole = Several(pk=change.object_id, title=change.object_title, where=change.place())
    changes.record(by, "undid", whole, before=change.after, cause=change)


undo.register(TOGETHER, _undo_together)
