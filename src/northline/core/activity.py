"""Activity: the changes that a member may see, in words' worth of data."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from northline.core import kinds, paging, touches
from northline.core.models import Change, Touch
from northline.core.scope import Scope

# Most deeds make few changes, one may make thousands: so many are read at first for each deed that is asked for, so many
# times as many again while that is not enough, and so many in all.
FOR_EACH, TIMES, IN_ALL = 4, 8, 10_000


# Kinds of which nobody but whom they are told to may know.
_PRIVATE: set[str] = set()


def keep_private(*names: str) -> None:
    """Let changes of these kinds be read by nobody but the member whom each is told to."""
    _PRIVATE.update(names)


def stream(
    scope: Scope, *, kind: str | None, object_id: UUID | None, cursor: str | None, limit: int
) -> dict[str, Any]:
    """A page of changes, newest first; of one object when `kind` and `object_id` name it."""
    if kind and object_id:
        row = kinds.object_at(scope, kind, object_id)
        return of_object(scope, readable(scope), row.pk, cursor=cursor, limit=limit)
    rows = readable(scope)
    return paging.page(rows, lambda change: shown(scope, change), cursor=cursor, limit=limit, order="-seq")


def of_object(
    scope: Scope, changes: QuerySet[Change], object_id: UUID, *, cursor: str | None, limit: int
) -> dict[str, Any]:
    """A page of those of the changes that are an object's own or touched it, newest first, each with what of it it touched."""
    mine = changes.filter(touches.history(object_id))
    page = paging.page(mine, lambda change: change, cursor=cursor, limit=limit, order="-seq")
    return page | {"items": told_of(scope, page["items"], object_id)}


def told_of(scope: Scope, changes: Sequence[Change], object_id: UUID) -> list[dict[str, Any]]:
    """Changes as the activity of one object tells them, each with what of it it touched. At most two queries."""
    touched = touches.of_object(changes, object_id)
    return [shown(scope, change) | {"touched": touched.get(change.pk, [])} for change in changes]


def readable(scope: Scope) -> QuerySet[Change]:
    """The changes of places that this member may read, but for what is told to one member alone."""
    rows = Change.objects.filter(workspace_id=scope.workspace_id).exclude(object_kind__in=_PRIVATE)
    if scope.sees_everything:
        return rows
    return rows.filter(
        Q(product_id__in=scope.granted("product")) | Q(project_id__in=scope.granted("project"))
    )


def told_alone(scope: Scope) -> QuerySet[Change]:
    """What is told to this member and to nobody else."""
    mine = Change.objects.filter(workspace_id=scope.workspace_id, object_kind__in=_PRIVATE)
    return mine.filter(after__to=str(scope.member_id))


def heard(scope: Scope, change: Change) -> bool:
    """Whether the member may know that this happened."""
    if change.object_kind in _PRIVATE:
        return bool(change.after.get("to") == str(scope.member_id))
    return scope.may("read", change.place())


def shown(scope: Scope, change: Change) -> dict[str, Any]:
    """A change as the API answers it."""
    undoable = bool(change.undo) and change.undone_by_id is None and change.by_id == scope.member_id
    return {
        "id": change.pk,
        "seq": change.seq,
        "at": change.created_at,
        "by": {"id": change.by_id, "name": change.by_name} if change.by_id else None,
        "door": _door(change),
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
        "touched": [],
        "can": {"undo": undoable},
    }


def _door(change: Change) -> dict[str, str] | None:
    """By which way whoever did it came, where that was no browser."""
    kind, _, name = change.door.partition(" ")
    return {"kind": kind, "name": name} if kind else None


def heads(changes: QuerySet[Change], *, to: str, most: int) -> list[tuple[Change, int]]:
    """What of each of the newest deeds addresses the member `to`, else its first change, and how many more it made.

    A deed is all that one request did, or in the background all that one change caused.
    """
    also = {
        next((seq for seq, addressed in reversed(made) if addressed), made[-1][0]): len(made) - 1
        for made in _deeds(changes, to, most)[:most]
    }
    rows = changes.filter(seq__in=list(also)).order_by("-seq")
    return [(row, also[row.seq]) for row in rows]


def _deeds(changes: QuerySet[Change], to: str, most: int) -> list[list[tuple[int, bool]]]:
    """The newest deeds, each by the numbers of its changes, the newest first, and whether they address the member `to`.

    One query where they made few, one more each time that was not enough. Once there is one more than is asked for, those before it are whole.
    """
    found: dict[str, list[tuple[int, bool]]] = {}
    for_their_sake = Exists(Touch.objects.filter(change=OuterRef("pk"), to_id=UUID(to)))
    told = changes.order_by("-seq").values_list(
        "seq", "pk", "cause_id", "request_id", "after__to", for_their_sake
    )
    start, many = 0, FOR_EACH * most
    while start < IN_ALL:
        rows = list(told[start : min(start + many, IN_ALL)])
        for seq, pk, cause, request, whom, touching in rows:
            found.setdefault(request or str(cause or pk), []).append((seq, whom == to or touching))
        if len(found) > most or len(rows) < many:
            break
        start, many = start + many, TIMES * many
    return list(found.values())
