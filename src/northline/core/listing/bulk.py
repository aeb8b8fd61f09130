"""Many objects changed at once: one preview, one transaction, one undo."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import transaction
from pydantic import ValidationError

from northline.core import changes, kinds
from northline.core.deeds import Several, undone_by_steps
from northline.core.doors import allowed
from northline.core.ids import uuid7
from northline.core.listing.fields import fields_of
from northline.core.listing.listings import Listing, listing_named, readable
from northline.core.listing.queries import Found
from northline.core.models import Change, Editable
from northline.core.refusal import NotFound, Refusal, Stale
from northline.core.scope import Place, Scope

MOST = 500


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to become of each: `fields` as the kind's PATCH has them, or archived, or out of the archive, or removed.

    Of a list of tags, `{"add": [...], "remove": [...]}` may be said instead of the whole list.
    """

    fields: Mapping[str, Any] = field(default_factory=dict)
    archived: bool | None = None
    removed: bool = False
    reason: str = ""


@dataclass(slots=True)
class Outcome:
    """What became, or would become, of one object: the values of its fields, and whether it is archived or removed.
    `row` is as it was last read."""

    row: Any
    before: dict[str, Any] = field(default_factory=dict)
    after: dict[str, Any] = field(default_factory=dict)
    refusal: Refusal | None = None

    @property
    def is_gone(self) -> bool:
        return bool(self.after.get("removed"))

    @property
    def differing(self) -> list[str]:
        return [name for name, value in self.after.items() if value != self.before.get(name)]


def preview(scope: Scope, kind: str, versions: Mapping[UUID, int], wanted: Wanted) -> list[Outcome]:
    """What `apply` would do, found by doing it and taking all of it back."""
    with transaction.atomic():
        outcomes = _run(scope, kind, versions, wanted)
        transaction.set_rollback(True)
    return outcomes


@transaction.atomic
def apply(
    scope: Scope, kind: str, versions: Mapping[UUID, int], wanted: Wanted
) -> tuple[list[Outcome], Change | None]:
    """Change them all, or none; answers what became of each, and the change that undoes the whole.

    Raises the first refusal, with all of them in `refused`: then nothing was changed.
    """
    changes.hold_order(scope.workspace_id)
    last = changes.newest(scope.workspace_id)
    outcomes = _run(scope, kind, versions, wanted)
    refused = [outcome for outcome in outcomes if outcome.refusal]
    if refused:
        raise _all_refused(refused)
    return outcomes, _bound(scope, kind, [outcome.row for outcome in outcomes], wanted, after=last)


def _run(scope: Scope, kind: str, versions: Mapping[UUID, int], wanted: Wanted) -> list[Outcome]:
    found = found_of(scope, kind)
    listing = found.listing
    _check(found, wanted)
    rows = _rows(found, versions)
    missing = versions.keys() - rows.keys()
    if missing:
        raise NotFound(kind)
    outcomes = {pk: Outcome(row=rows[pk], before=before) for pk, before in _held(found, rows).items()}
    for pk, outcome in outcomes.items():
        outcome.refusal = _tried(listing, outcome.row, versions[pk], wanted, scope)
    rows = _rows(found, versions)
    after, gone = _held(found, rows), {"removed": True} if wanted.removed else {}
    for pk, outcome in outcomes.items():
        outcome.row, outcome.after = rows.get(pk, outcome.row), after.get(pk, gone)
    return [outcomes[pk] for pk in versions]


def _held(found: Found, rows: Mapping[UUID, Any]) -> dict[UUID, dict[str, Any]]:
    """What each row holds: the values of its fields, and whether it is archived."""
    values = found.values(list(rows.values()))
    return {
        row.pk: held | {"archived": row.archived_at is not None}
        for row, held in zip(rows.values(), values, strict=True)
    }


def found_of(scope: Scope, kind: str) -> Found:
    """The list with everything that this member may read of it, archived or not."""
    listing = listing_named(kind)
    return Found(listing, fields_of(listing, scope, product_id=None), readable(scope, listing), scope)


def _rows(found: Found, versions: Mapping[UUID, int]) -> dict[UUID, Any]:
    rows = found.read_with_values(found.rows.filter(pk__in=list(versions)))
    return {row.pk: row for row in rows}


def _tried(listing: Listing, row: Any, expected: int, wanted: Wanted, scope: Scope) -> Refusal | None:
    try:
        with transaction.atomic():
            kind = kinds.kind_named(listing.kind)
            if kind.door:
                kind.door(scope, row.pk, kind.edits)
            else:
                allowed(scope, row, right=kind.edits)
            _change(listing, row, expected, wanted, scope)
    except Refusal as refusal:
        return refusal
    return None


def _change(listing: Listing, row: Editable, expected: int, wanted: Wanted, scope: Scope) -> None:
    if wanted.removed:
        assert listing.remove is not None, "refused before any row is tried"
        listing.remove(row, expected=expected, by=scope, reason=wanted.reason)
        return
    if wanted.fields:
        given = _given(listing, row, wanted.fields)
        row = listing.revise(row, expected=expected, fields=given, by=scope, reason=wanted.reason)
        expected = row.version
    if wanted.archived is not None and wanted.archived != (row.archived_at is not None):
        put = listing.archive if wanted.archived else listing.restore
        assert put is not None, "refused before any row is tried"
        put(row, expected=expected, by=scope, reason=wanted.reason)
    elif not wanted.fields and row.version != expected:
        raise Stale(row)


def _check(found: Found, wanted: Wanted) -> None:
    """Refuse what no row can take, before any is tried."""
    listing, known = found.listing, found.listing.patch.model_fields if found.listing.patch else {}
    writable = {field.writes for field in found.fields.values() if field.writes} | {"body", "custom"}
    writable |= listing.around
    if wanted.archived is not None and listing.archive is None:
        raise Refusal("list.not_archivable", "These are not put away by themselves. Nothing was changed.")
    if wanted.removed and listing.remove is None:
        raise Refusal("list.not_removable", "These are never removed. Nothing was changed.")
    if wanted.removed and (wanted.fields or wanted.archived is not None):
        raise Refusal("list.either_or", "Remove them or change them, not both. Nothing was changed.")
    for name in wanted.fields:
        if name not in known or name not in writable:
            possible = sorted(writable & known.keys())
            raise Refusal(
                "list.not_editable",
                f"“{name}” cannot be changed here. These can: {', '.join(possible)}. Nothing was changed.",
                field=name,
                possible=possible,
            )
    _validated(listing, {name: _whole(value, []) for name, value in wanted.fields.items()})


def _given(listing: Listing, row: Any, fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields for this row: what is added to or removed from a list becomes the list."""
    wanted = {}
    for name, value in fields.items():
        if name == "custom" and isinstance(value, dict):
            held = row.custom
            wanted[name] = {inner: _whole(one, held.get(inner) or []) for inner, one in value.items()}
        else:
            wanted[name] = _whole(value, getattr(row, name, None) or [])
    return _validated(listing, wanted)


def _whole(value: Any, held: Sequence[Any]) -> Any:
    if not isinstance(value, dict) or not value or not value.keys() <= {"add", "remove"}:
        return value
    adding, leaving = value.get("add") or [], value.get("remove") or []
    kept = [one for one in held if one not in leaving]
    return kept + [one for one in adding if one not in kept]


def _validated(listing: Listing, fields: Mapping[str, Any]) -> dict[str, Any]:
    if not fields:
        return {}
    assert listing.patch is not None, "refused before any row is tried"
    try:
        return listing.patch.model_validate(dict(fields)).model_dump(exclude_unset=True)
    except ValidationError as error:
        faults = [{"path": ".".join(map(str, one["loc"])), "message": one["msg"]} for one in error.errors()]
        said = ", ".join(f"{fault['path']}: {fault['message']}" for fault in faults[:3])
        raise Refusal("input.invalid", f"Nothing was changed. {said}", fields=faults) from error


def _all_refused(refused: Sequence[Outcome]) -> Refusal:
    """The first refusal, which tells of the others."""
    first = refused[0].refusal
    assert first is not None
    first.extra["refused"] = [told(outcome) for outcome in refused]
    if len(refused) > 1:
        first.message += f" The same edit was refused for {len(refused)} in all; nothing was changed."
    return first


def told(outcome: Outcome) -> dict[str, Any]:
    """Which object was refused, and why."""
    assert outcome.refusal is not None
    return {
        "id": outcome.row.pk,
        "key": outcome.row.key,
        "title": outcome.row.title,
        "code": outcome.refusal.code,
        "detail": outcome.refusal.message,
    }


def _bound(scope: Scope, kind: str, rows: Sequence[Editable], wanted: Wanted, *, after: int) -> Change | None:
    """Hang the changes of the rows under one that says what was wanted, and takes all of them back.

    A single one is its own undo. Answers None where nothing changed.
    """
    mine = Change.objects.filter(workspace_id=scope.workspace_id, seq__gt=after, cause=None)
    made = list(mine.order_by("seq"))
    if len(made) < 2:
        return made[0] if made else None
    places = {row.place() for row in rows}
    several = Several(
        pk=uuid7(),
        title=f"{len(rows)} × {kind.replace('_', ' ')}",
        where=places.pop() if len(places) == 1 else Place(),
    )
    whole = changes.record(
        scope,
        "edited",
        several,
        after={"kind": kind, "count": len(rows), **_said(wanted)},
        undo=undone_by_steps(made),
        reason=wanted.reason,
    )
    mine.exclude(pk=whole.pk).update(cause=whole)
    return whole


def _said(wanted: Wanted) -> dict[str, Any]:
    if wanted.removed:
        return {"removed": True}
    fields = {name: value for name, value in wanted.fields.items() if name != "body"}
    return fields if wanted.archived is None else fields | {"archived": wanted.archived}
