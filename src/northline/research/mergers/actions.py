"""Merge an insight into another that says the same, and take the two apart again. One change each."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from northline.core import changes, editing, undo
from northline.core.models import Change
from northline.core.refusal import Conflict, Refusal
from northline.core.scope import Scope
from northline.research import access
from northline.research.highlights.actions import refuse_merged
from northline.research.mergers import moving
from northline.research.models import Insight, Merger

MERGE, UNMERGE = "merge_insights", "unmerge_insights"


@transaction.atomic
def merge(
    duplicate: Insight, *, into: Insight, expected: int, by: Scope, cause: Change | None = None
) -> Insight:
    """Let `into` stand for the duplicate: its links and what was merged into it go along, and it counts no more.

    Raises Stale, Refusal `insight.same` or `insight.other_product`, Conflict `insight.merged` or `insight.put_away`.
    """
    duplicate, kept = _locked(duplicate, into)
    _refuse_unlike(duplicate, kept)
    for row in (duplicate, kept):
        refuse_merged(row)
        _refuse_archived(row)
    merger = Merger.objects.create(workspace_id=by.workspace_id, kept=kept, by_id=by.member_id)
    merger.moved = moving.move(duplicate, kept=kept)
    merger.save(update_fields=["moved"])
    fields = {"archived_at": timezone.now(), "merger_id": merger.pk}
    editing.swap(duplicate, expected=expected, fields=fields)
    if lent := moving.customer_lent(duplicate, kept):
        editing.swap(kept, expected=kept.version, fields={"customer_id": lent})
    _record("merged", "took_in", duplicate, kept, undo_by=UNMERGE, by=by, cause=cause)
    return duplicate


@transaction.atomic
def unmerge(duplicate: Insight, *, expected: int, by: Scope, cause: Change | None = None) -> Insight:
    """Take the duplicate out of the insight that it was merged into: all that went along comes back as it was.

    Raises Stale, or Conflict `insight.not_merged`.
    """
    merger = Merger.objects.select_for_update(of=("self",)).filter(duplicate=duplicate).first()
    if merger is None:
        raise Conflict(
            "insight.not_merged", f"{duplicate.key} is merged into no other insight. Nothing was changed."
        )
    duplicate, kept = _locked(duplicate, merger.kept)
    moving.bring_back(merger, duplicate, kept=kept)
    editing.swap(duplicate, expected=expected, fields={"archived_at": None, "merger_id": None})
    if merger.moved["customer"] and str(kept.customer_id) == merger.moved["customer"]:
        editing.swap(kept, expected=kept.version, fields={"customer_id": None})
    merger.delete()
    _record("unmerged", "gave_back", duplicate, kept, undo_by=MERGE, by=by, cause=cause)
    return duplicate


def _locked(one: Insight, other: Insight) -> tuple[Insight, Insight]:
    """Both rows as they now are, locked in the order of their ids."""
    rows = Insight.objects.select_for_update(of=("self",)).filter(pk__in=[one.pk, other.pk]).order_by("pk")
    found = {row.pk: row for row in rows}
    return found[one.pk], found[other.pk]


def _refuse_unlike(duplicate: Insight, kept: Insight) -> None:
    if duplicate.pk == kept.pk:
        raise Refusal(
            "insight.same", "An insight is not merged into itself. Name another. Nothing was changed."
        )
    if duplicate.product_id != kept.product_id:
        raise Refusal(
            "insight.other_product",
            f"{kept.key} belongs to another product. Link both to what they speak for instead."
            " Nothing was changed.",
        )


def _refuse_archived(row: Insight) -> None:
    if row.archived_at is not None:
        raise Conflict("insight.put_away", f"{row.key} is archived. Restore it first. Nothing was changed.")


def _record(
    verb: str,
    echo: str,
    duplicate: Insight,
    kept: Insight,
    *,
    undo_by: str,
    by: Scope,
    cause: Change | None,
) -> None:
    """The change of the duplicate, and its echo in the activity of the one that is kept."""
    take_back = {"how": undo_by, "version": duplicate.version, "into": str(kept.pk)}
    change = changes.record(by, verb, duplicate, after={"into": _named(kept)}, undo=take_back, cause=cause)
    changes.record(by, echo, kept, after={"insight": _named(duplicate)}, cause=change)


def _named(row: Insight) -> dict[str, Any]:
    return {"kind": row.KIND, "id": str(row.pk), "key": row.key, "title": row.title}


def _undo_merging(change: Change, by: Scope) -> None:
    row = access.insight(by, change.object_id, right="contribute")
    unmerge(row, expected=change.undo["version"], by=by, cause=change)


def _undo_unmerging(change: Change, by: Scope) -> None:
    row = access.insight(by, change.object_id, right="contribute")
    into = access.insight(by, UUID(change.undo["into"]), right="contribute")
    merge(row, into=into, expected=change.undo["version"], by=by, cause=change)


undo.register(UNMERGE, _undo_merging)
undo.register(MERGE, _undo_unmerging)
