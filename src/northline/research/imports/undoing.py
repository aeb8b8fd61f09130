"""Take a whole import back: what it made is put away, what it changed is set back, or nothing at all."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import F
from django.utils import timezone

from northline.core import changes, kinds, undo
from northline.core.deeds import Several
from northline.core.models import Change
from northline.core.refusal import Conflict
from northline.core.scope import Scope
from northline.research.imports.models import ResearchImport, SourceId
from northline.research.imports.writing import BATCH
from northline.research.models import Insight
from northline.talk.models import Comment

HOW = "research_import"


def take_back(change: Change, by: Scope) -> None:
    """The undo of an import. Raises Conflict `undo.changed_since` where something of it was worked on since.

    What came in is forgotten, so that the same file can be imported again.
    """
    by.require("contribute", change.place())
    row = ResearchImport.objects.filter(workspace_id=by.workspace_id, pk=change.undo["import"]).first()
    steps = list(Change.objects.filter(cause=change, undone_by=None).order_by("seq"))
    whole = Several(change.object_id, change.object_title, change.place())
    undone = changes.record(by, "undid", whole, before=change.after, cause=change)
    for step in reversed([one for one in steps if one.undo.get("how") == "revise"]):
        undo.take_back(step.pk, by=by)
    _remove_comments(steps, by)
    for kind in ("insight", "idea", "opportunity", "customer"):
        ids = [one.object_id for one in steps if one.verb == "created" and one.object_kind == kind]
        _put_away(kind, ids, undone, by)
    if row is not None:
        SourceId.objects.filter(via=row).delete()
        _remember_earlier(row, change)


def _put_away(kind: str, ids: list[UUID], undone: Change, by: Scope) -> None:
    """Archive rows that nobody worked on since; customers only where no evidence that stands is theirs."""
    rows: Any = kinds.kind_named(kind).model._default_manager
    now = timezone.now()
    for start in range(0, len(ids), BATCH):
        part = ids[start : start + BATCH]
        if kind == "customer":
            busy = Insight.objects.filter(customer__in=part, archived_at=None).values_list(
                "customer", flat=True
            )
            part = sorted(set(part) - set(busy))
        mine = list(rows.filter(pk__in=part, version=1, archived_at=None))
        if len(mine) < len(part):
            _refuse(rows, part, {row.pk for row in mine})
        rows.filter(pk__in=part).update(archived_at=now, updated_at=now, version=F("version") + 1)
        for row in mine:
            row.version = 2
        changes.record_each(by, "archived", mine, cause=undone, undo=_restoring)


def _restoring(row: Any) -> dict[str, Any]:
    return {"how": "restore", "version": row.version}


def _refuse(rows: Any, ids: list[UUID], mine: set[UUID]) -> None:
    other = rows.filter(pk__in=set(ids) - mine).order_by("key").first()
    key = other.key if other else "It"
    raise Conflict(
        "undo.changed_since",
        f"{key} was worked on since it was imported. Nothing was changed; archive what you do not want.",
    )


def _remove_comments(steps: list[Change], by: Scope) -> None:
    ids = [UUID(one.after["comment"]) for one in steps if "comment" in one.after]
    for start in range(0, len(ids), BATCH):
        Comment.objects.filter(pk__in=ids[start : start + BATCH], removed_at=None).update(
            removed_at=timezone.now(), removed_by=by.member_id, version=F("version") + 1
        )


def _remember_earlier(row: ResearchImport, change: Change) -> None:
    source = change.after["source"]
    for own, taken in change.undo.get("taken", {}).items():
        SourceId.objects.filter(product_id=row.product_id, source=source, what="item", source_id=own).update(
            taken=taken
        )
