"""The doors to types of work: whoever reads anything of the workspace reads them, its admins keep them."""

from __future__ import annotations

from uuid import UUID

from northline.core.refusal import Conflict, NotFound
from northline.core.scope import Place, Right, Scope
from northline.delivery.models import ItemType


def item_type(scope: Scope, type_id: UUID, right: Right = "read") -> ItemType:
    row = ItemType.objects.filter(workspace_id=scope.workspace_id, pk=type_id).first()
    if row is None or not may_read(scope):
        raise NotFound("type of work")
    if right != "read":
        scope.require("administer", Place(), what="type of work")
    return row


def may_read(scope: Scope) -> bool:
    return scope.may_somewhere("read")


def may_keep(scope: Scope) -> bool:
    return scope.may("administer", Place())


def to_give(scope: Scope, type_id: UUID) -> ItemType:
    """A type that an item may be given. Raises NotFound, Conflict `item_type.archived`."""
    row = item_type(scope, type_id)
    if row.archived_at is not None:
        raise Conflict(
            "item_type.archived",
            f"The type {row.title} is archived. Restore it, or choose another. Nothing was changed.",
        )
    return row
