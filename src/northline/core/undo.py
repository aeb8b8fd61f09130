"""Undo: take back one's own last actions, unless something later depends on them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet

from northline.core import editing, kinds, links
from northline.core.models import Change, Editable, Link, column
from northline.core.refusal import Conflict, NotAllowed, NotFound, Stale
from northline.core.scope import Scope

# Takes a change back and records that under the given cause.
Handler = Callable[[Change, Scope], None]
_HANDLERS: dict[str, Handler] = {}
# Refuses what an edit of the same kind would refuse: what was allowed once may not be any more.
Check = Callable[[Any, Mapping[str, Any], Scope], None]
_CHECKS: dict[str, Check] = {}


def register(how: str, handler: Handler) -> None:
    _HANDLERS[how] = handler


def check(kind: str, refusing: Check) -> None:
    """Say what must hold beyond a row of the kind before fields of it are set back (row, values, by)."""
    _CHECKS[kind] = refusing


@transaction.atomic
def take_back(change_id: UUID, *, by: Scope) -> Change:
    """Undo one change of one's own; answers the change that did it.

    Raises NotFound, NotAllowed (somebody else's), Conflict `undo.done`, `undo.impossible` or
    `undo.changed_since`, which names who changed it since.
    """
    change = Change.objects.select_for_update().filter(workspace_id=by.workspace_id, pk=change_id).first()
    if change is None or not by.may("read", change.place()):
        raise NotFound("change")
    if change.by_id != by.member_id:
        raise NotAllowed("having made the change yourself")
    if change.undone_by_id is not None:
        raise Conflict("undo.done", "That was undone already.")
    handler = _HANDLERS.get(change.undo.get("how", ""))
    if handler is None:
        raise Conflict("undo.impossible", "That kind of change cannot be undone.")
    try:
        handler(change, by)
    except Stale as stale:
        raise _overtaken(change) from stale
    undoing = Change.objects.filter(workspace_id=by.workspace_id, cause=change).order_by("-seq").first()
    if undoing is None:
        raise Conflict("undo.nothing", "There is nothing left to undo: it stands as it did before.")
    Change.objects.filter(pk=change.pk).update(undone_by=undoing)
    return undoing


def last_of(scope: Scope) -> Change | None:
    """What this member did last, of what stands; None where that cannot be taken back, whatever was done before it."""
    mine = Change.objects.filter(
        workspace_id=scope.workspace_id, by_id=scope.member_id, undone_by=None, undoes=None
    )
    # A step of a larger change is taken back with the whole of it.
    mine = mine.exclude(cause__object_kind="several").order_by("-seq")
    newest = mine.first()
    if newest is None or newest.undo:
        return newest
    # What a deed brought about is recorded beside it.
    deed = newest.cause_id or newest.pk
    return mine.filter(Q(pk=deed) | Q(cause_id=deed)).exclude(undo={}).first()


def _overtaken(change: Change) -> Conflict:
    later = Change.objects.filter(object_id=change.object_id, seq__gt=change.seq).order_by("-seq").first()
    who = f"{later.by_name} {later.verb} it since" if later else "it was changed since"
    return Conflict(
        "undo.changed_since",
        f"{change.object_key or 'It'} cannot be set back: {who}. Nothing was changed.",
        later=str(later.pk) if later else None,
    )


def _row(change: Change, by: Scope) -> Any:
    kind = kinds.kind_named(change.object_kind)
    return kinds.object_at(by, change.object_kind, change.object_id, right=kind.edits)


def _expected(change: Change, row: Editable) -> int:
    """The version that the change left; the row's own where all that happened to it since was taken back."""
    standing = standing_since(change, change.object_id)
    return change.undo["version"] if standing.exists() else row.version


def standing_since(change: Change, *object_ids: UUID) -> QuerySet[Change]:
    """What was done to these objects after the change and has not been taken back in its turn."""
    since = Change.objects.filter(
        workspace_id=change.workspace_id, object_id__in=object_ids, seq__gt=change.seq
    )
    return since.filter(undone_by=None).exclude(undoes__seq__gt=change.seq)


def _revise(change: Change, by: Scope) -> None:
    row: Editable = _row(change, by)
    fields = {name: column(row, name) for name in change.undo["fields"]}
    values = {field.attname: field.to_python(change.undo["fields"][name]) for name, field in fields.items()}
    _checked(row, values, by)
    editing.revise(row, expected=_expected(change, row), fields=values, by=by, verb="undid", cause=change)


def _archive(change: Change, by: Scope) -> None:
    row = _row(change, by)
    editing.archive(row, expected=_expected(change, row), by=by, cause=change)


def _restore(change: Change, by: Scope) -> None:
    row = _row(change, by)
    _checked(row, {"archived_at": None}, by)
    editing.restore(row, expected=_expected(change, row), by=by, cause=change)


def _checked(row: Editable, values: Mapping[str, Any], by: Scope) -> None:
    if row.KIND in _CHECKS:
        _CHECKS[row.KIND](row, values, by)


def _unlink(change: Change, by: Scope) -> None:
    row = Link.objects.filter(workspace_id=by.workspace_id, pk=change.undo["link"]).first()
    if row is None:
        raise Conflict("undo.changed_since", "The link is gone already. Nothing was changed.")
    links.unlink(links.editable_link(by, row.pk), by=by, cause=change)


def _link(change: Change, by: Scope) -> None:
    said = change.undo
    ends = [(said[end]["kind"], UUID(said[end]["id"])) for end in ("source", "target")]
    source, target = links.editable_ends(by, ends[0], ends[1])
    links.link(said["type"], source, target=target, by=by, cause=change)


register("revise", _revise)
register("archive", _archive)
register("restore", _restore)
register("unlink", _unlink)
register("link", _link)
