"""What waits for what among initiatives: join and part, one change each."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db import transaction

from northline.core import changes, undo
from northline.core.models import Change
from northline.core.refusal import Conflict
from northline.core.scope import Scope
from northline.roadmap import access
from northline.roadmap.actions import containing
from northline.roadmap.models import Initiative, InitiativeDependency
from northline.roadmap.rules.graph import way

JOIN, PART = "join_initiatives", "part_initiatives"


@transaction.atomic
def wait_for(
    after: Initiative, *, before: Initiative, by: Scope, cause: Change | None = None
) -> InitiativeDependency:
    """Let `after` wait for `before`.

    Raises Conflict `dependency.other_product`, `dependency.exists` or, with the way, `dependency.makes_circle`.
    """
    containing.hold(after.product)
    if before.product_id != after.product_id:
        raise Conflict(
            "dependency.other_product",
            f"{before.key} belongs to another product. Only initiatives of one product wait for each other.",
        )
    edges = list(InitiativeDependency.objects.filter(product=after.product).values_list("before", "after"))
    if (before.pk, after.pk) in edges:
        raise Conflict(
            "dependency.exists", f"{after.key} waits for {before.key} already. Nothing was changed."
        )
    if circle := way(edges, after.pk, before.pk):
        named = containing.keys_of(circle)
        raise Conflict(
            "dependency.makes_circle",
            f"{before.key} already waits for {after.key}: {' → '.join(named)}. Remove that first.",
            path=named,
        )
    row = InitiativeDependency.objects.create(
        workspace_id=by.workspace_id, product=after.product, before=before, after=after
    )
    said = {"dependency": _said(row)}
    changes.record(
        by, "linked", after, after=said, undo={"how": PART, "dependency": str(row.pk)}, cause=cause
    )
    return row


@transaction.atomic
def wait_no_more(row: InitiativeDependency, *, by: Scope, cause: Change | None = None) -> None:
    """Let the successor no longer wait for the predecessor."""
    said, after = _said(row), row.after
    row.delete()
    changes.record(
        by, "unlinked", after, before={"dependency": said}, undo={"how": JOIN, **said}, cause=cause
    )


def _said(row: InitiativeDependency) -> dict[str, Any]:
    return {
        "id": str(row.pk),
        "before": str(row.before_id),
        "after": str(row.after_id),
        "key": row.before.key,
        "title": row.before.title,
    }


def _undo_joining(change: Change, by: Scope) -> None:
    found = InitiativeDependency.objects.filter(
        workspace_id=by.workspace_id, pk=change.undo["dependency"]
    ).exists()
    if not found:
        raise Conflict("undo.changed_since", "They do not wait for each other any more. Nothing was changed.")
    row = access.dependency(by, UUID(change.undo["dependency"]), right="steer")
    wait_no_more(row, by=by, cause=change)


def _undo_parting(change: Change, by: Scope) -> None:
    before, after = (
        access.initiative(by, UUID(change.undo[end]), right="steer") for end in ("before", "after")
    )
    wait_for(after, before=before, by=by, cause=change)


undo.register(PART, _undo_joining)
undo.register(JOIN, _undo_parting)
