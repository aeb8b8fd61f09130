"""Activity: the changes that a member may see, in words' worth of data."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from northline.core import kinds, paging
from northline.core.models import Change
from northline.core.scope import Scope


def stream(
    scope: Scope, *, kind: str | None, object_id: UUID | None, cursor: str | None, limit: int
) -> dict[str, Any]:
    """A page of changes, newest first; of one object when `kind` and `object_id` name it."""
    rows = readable(scope)
    if kind and object_id:
        row = kinds.object_at(scope, kind, object_id)
        rows = rows.filter(object_id=row.pk)
    return paging.page(rows, lambda change: shown(scope, change), cursor=cursor, limit=limit, order="-seq")


def readable(scope: Scope) -> QuerySet[Change]:
    """The changes of places that this member may read."""
    rows = Change.objects.filter(workspace_id=scope.workspace_id)
    if scope.sees_everything:
        return rows
    return rows.filter(
        Q(product_id__in=scope.granted("product")) | Q(project_id__in=scope.granted("project"))
    )


def shown(scope: Scope, change: Change) -> dict[str, Any]:
    """A change as the API answers it."""
    undoable = bool(change.undo) and change.undone_by_id is None and change.by_id == scope.member_id
    return {
        "id": change.pk,
        "seq": change.seq,
        "at": change.created_at,
        "by": {"id": change.by_id, "name": change.by_name} if change.by_id else None,
        "verb": change.verb,
        "kind": change.object_kind,
        "object_id": change.object_id,
        "key": change.object_key,
        "title": change.object_title,
        "before": change.before,
        "after": change.after,
        "reason": change.reason,
        "cause": change.cause_id,
        "undone": change.undone_by_id is not None,
        "can": {"undo": undoable},
    }
