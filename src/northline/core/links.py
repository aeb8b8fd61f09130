"""Typed links between objects: make, remove, list. Both ends pass the door."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from northline.core import changes, kinds
from northline.core.models import Change, Editable, Link, Row
from northline.core.refusal import Conflict, NotAllowed, NotFound
from northline.core.scope import NEEDS, Scope


@transaction.atomic
def link(
    name: str, source: Row, *, target: Row, by: Scope, reason: str = "", cause: Change | None = None
) -> Link:
    """Join two objects that are already allowed.

    Raises Refusal `link.does_not_fit` or Conflict `link.exists`.
    """
    kinds.link_type(name, source=source.KIND, target=target.KIND)
    row, made = Link.objects.get_or_create(
        workspace_id=by.workspace_id,
        type=name,
        source_kind=source.KIND,
        source_id=source.pk,
        target_kind=target.KIND,
        target_id=target.pk,
    )
    if not made:
        raise Conflict("link.exists", "These two are linked like that already. Nothing was changed.")
    changes.record(
        by,
        "linked",
        source,
        after=_named(row),
        undo={"how": "unlink", "link": str(row.pk)},
        reason=reason,
        cause=cause,
    )
    return row


@transaction.atomic
def unlink(row: Link, *, by: Scope, reason: str = "", cause: Change | None = None) -> None:
    """Part two objects."""
    source = kinds.object_at(by, row.source_kind, row.source_id)
    said = _named(row)
    row.delete()
    changes.record(
        by, "unlinked", source, before=said, undo={"how": "link", **said}, reason=reason, cause=cause
    )


def editable_ends(scope: Scope, source: tuple[str, UUID], target: tuple[str, UUID]) -> tuple[Row, Row]:
    """Both ends, readable, and the source or the target editable: either side may join its work to the other's."""
    ends = tuple(kinds.object_at(scope, kind, object_id) for kind, object_id in (source, target))
    if not any(scope.may(kinds.kind_named(end.KIND).edits, end.place()) for end in ends):
        raise NotAllowed(NEEDS[kinds.kind_named(source[0]).edits])
    return ends[0], ends[1]


def editable_link(scope: Scope, link_id: UUID) -> Link:
    """The link, if its ends may be read and one of them changed."""
    row = Link.objects.filter(workspace_id=scope.workspace_id, pk=link_id).first()
    if row is None:
        raise NotFound("link")
    editable_ends(scope, (row.source_kind, row.source_id), (row.target_kind, row.target_id))
    return row


def links_of(scope: Scope, object_id: UUID) -> list[dict[str, Any]]:
    """Every link of an object whose other end this member may read, with that end named."""
    rows = Link.objects.filter(workspace_id=scope.workspace_id).filter(
        Q(source_id=object_id) | Q(target_id=object_id)
    )
    return shown(scope, list(rows.order_by("created_at", "pk")))


def shown(scope: Scope, rows: list[Link]) -> list[dict[str, Any]]:
    """Links with both ends named; links to what this member may not read are left out. One query a kind."""
    ends: dict[str, set[UUID]] = {}
    for row in rows:
        ends.setdefault(row.source_kind, set()).add(row.source_id)
        ends.setdefault(row.target_kind, set()).add(row.target_id)
    named = {end["id"]: end for kind, ids in ends.items() for end in named_rows(scope, kind, ids)}
    return [
        {"id": row.id, "type": row.type, "source": named[row.source_id], "target": named[row.target_id]}
        for row in rows
        if row.source_id in named and row.target_id in named
    ]


def named_rows(scope: Scope, kind_name: str, ids: set[UUID]) -> list[dict[str, Any]]:
    """Name the objects of one kind that this member may read."""
    found = kinds.kind_named(kind_name).model._default_manager.filter(
        workspace_id=scope.workspace_id, pk__in=ids
    )
    return [
        {
            "kind": kind_name,
            "id": row.pk,
            "key": row.key,
            "title": row.title,
            "archived": row.archived_at is not None,
        }
        for row in found
        if isinstance(row, Editable) and scope.may("read", row.place())
    ]


def _named(row: Link) -> dict[str, Any]:
    return {
        "type": row.type,
        "source": {"kind": row.source_kind, "id": str(row.source_id)},
        "target": {"kind": row.target_kind, "id": str(row.target_id)},
    }
