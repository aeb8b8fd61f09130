"""The verbs of lanes. Each is one transaction and records one change."""

from __future__ import annotations

from django.db import transaction

from northline.core import changes, editing, kinds, undo
from northline.core.models import Change
from northline.core.refusal import Conflict
from northline.core.scope import Scope
from northline.products.models import Product
from northline.roadmap import access
from northline.roadmap.models import Lane
from northline.roadmap.queries import items as queries

RETIRE = "retire_lane"


@transaction.atomic
def add_lane(
    product: Product,
    *,
    title: str,
    colour: str,
    position: float | None,
    by: Scope,
    cause: Change | None = None,
) -> Lane:
    """Give the roadmap a lane, behind the others unless `position` says where."""
    if position is None:
        position = queries.next_position(Lane.objects.filter(product=product))
    row = Lane(workspace_id=by.workspace_id, product=product, title=title, colour=colour, position=position)
    row.key = changes.next_key(by.workspace_id, Lane.PREFIX)
    row.save(force_insert=True)
    # Taken back like any retirement: not while initiatives lie in it.
    taken_back = {"how": RETIRE, "version": row.version}
    changes.record(by, "created", row, after={"title": title}, undo=taken_back, cause=cause)
    return row


@transaction.atomic
def retire_lane(
    row: Lane, *, expected: int, by: Scope, reason: str = "", cause: Change | None = None
) -> Lane:
    """Archive an empty lane.

    Raises Conflict `lane.not_empty`: initiatives are not moved behind anybody's back.
    """
    row = access.held_lane(by, row.pk, right="steer")
    within = list(row.initiatives.filter(archived_at=None).order_by("position", "pk")[:6])
    if within:
        named = ", ".join(found.key for found in within[:5]) + (" and more" if len(within) > 5 else "")
        raise Conflict(
            "lane.not_empty",
            f"{named} still lie in {row.title}. Move them to another lane first. Nothing was changed.",
            initiatives=[found.key for found in within[:5]],
        )
    return editing.archive(row, expected=expected, by=by, reason=reason, cause=cause)


def _undo_adding(change: Change, by: Scope) -> None:
    row = kinds.object_at(by, "lane", change.object_id, right="steer")
    retire_lane(row, expected=change.undo["version"], by=by, cause=change)


undo.register(RETIRE, _undo_adding)
