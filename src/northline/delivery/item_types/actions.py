"""The verbs of types of work: add, revise. Each is one transaction and records one change."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import Max

from northline.core import editing
from northline.core.refusal import Conflict
from northline.core.scope import Place, Scope
from northline.delivery.models import ItemType
from northline.delivery.workflow import drawn, stored

MOST = 60
# What an item without a type is called.
PLAIN = "Task"


@transaction.atomic
def add_item_type(given: Mapping[str, Any], *, by: Scope) -> ItemType:
    """Give the workspace a type of work, behind the others.

    Raises Conflict `item_type.too_many` or `item_type.name_taken`, Refusal `workflow.not_whole`.
    """
    by.require("administer", Place(), what="type of work")
    rows = ItemType.objects.filter(workspace_id=by.workspace_id)
    if rows.count() >= MOST:
        raise Conflict("item_type.too_many", f"A workspace has at most {MOST} types. Nothing was changed.")
    last = rows.aggregate(last=Max("position"))["last"]
    row = ItemType(workspace_id=by.workspace_id, position=0.0 if last is None else last + 1, **_stored(given))
    _refuse_taken(row, row.title)
    return editing.create(row, prefix=ItemType.PREFIX, by=by)


@transaction.atomic
def revise_item_type(
    row: ItemType, *, expected: int, fields: Mapping[str, Any], by: Scope, reason: str = ""
) -> ItemType:
    """Change a type. Items that stand in a state that is gone stand in the first of its category.

    Raises what `add_item_type` raises.
    """
    check(row, fields, by)
    return editing.revise(row, expected=expected, fields=_stored(fields), by=by, reason=reason)


def check(row: ItemType, values: Mapping[str, Any], by: Scope) -> None:
    """Refuse a name that another type got meanwhile."""
    if values.get("title"):
        _refuse_taken(row, values["title"])


def _stored(given: Mapping[str, Any]) -> dict[str, Any]:
    workflow = given.get("workflow")
    return dict(given) | ({"workflow": stored(drawn(workflow))} if workflow else {})


def _refuse_taken(row: ItemType, title: str) -> None:
    """Files name a type by its title, so no two have one title, archived ones included."""
    others = ItemType.objects.select_for_update().filter(workspace_id=row.workspace_id).exclude(pk=row.pk)
    taken = {PLAIN.casefold(), *(other.casefold() for other in others.values_list("title", flat=True))}
    if title.casefold() in taken:
        raise Conflict(
            "item_type.name_taken",
            f"Another type is called {title}, archived ones included. Take another name.",
        )
