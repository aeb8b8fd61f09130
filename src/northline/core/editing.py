"""The verbs that every editable row shares: create, revise, archive, restore. Each is compare-and-set."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from northline.core import changes
from northline.core.listing import custom_values
from northline.core.models import Change, Editable, Touch, fields_of, plain
from northline.core.refusal import Conflict, Stale, VersionMissing
from northline.core.scope import Scope

T = TypeVar("T", bound=Editable)
# What names who answers for a row, by the column.
OWNERS = ("owner_id", "project_manager_id")
# Makes what every new row of a kind has in an area above, told of the row, who made it and the change that did.
Beside = Callable[[Any, Scope, Change], object]
_BESIDE: dict[str, list[Beside]] = {}
# Gives rows of an area above a title anew that is made from this one's.
Namesake = Callable[[Any], object]
_NAMESAKES: dict[str, list[Namesake]] = {}


def made_beside(kind: str, make: Beside) -> None:
    """Let `make` run in the transaction that makes a row of the kind."""
    _BESIDE.setdefault(kind, []).append(make)


def named_after(kind: str, name: Namesake) -> None:
    """Let `name` run in the transaction that gives a row of the kind another title, by an edit or an undo."""
    _NAMESAKES.setdefault(kind, []).append(name)


def expected_version(if_match: str | None) -> int:
    """The version named by an If-Match header.

    Raises VersionMissing without one, Stale for one that is no version of ours.

    >>> expected_version('"3"')
    3
    """
    if not if_match:
        raise VersionMissing
    number = if_match.removeprefix("W/").strip('" ')
    if not number.isdecimal():
        raise Stale
    return int(number)


@transaction.atomic
def create(
    row: T, *, prefix: str, by: Scope, verb: str = "created", reason: str = "", cause: Change | None = None
) -> T:
    """Give the new row its key, store it and record the change."""
    row.key = changes.next_key(by.workspace_id, prefix)
    if given := getattr(row, "custom", None):
        row.custom = {}  # type: ignore[attr-defined]
        row.custom = custom_values.merged(row, given, by=by)  # type: ignore[attr-defined]
    row.save(force_insert=True)
    change = changes.record(
        by,
        verb,
        row,
        after={"title": row.title},
        undo={"how": "archive", "version": row.version},
        reason=reason,
        cause=cause,
        touches=_given(row, by),
    )
    for make in _BESIDE.get(row.KIND, ()):
        make(row, by, change)
    return row


@transaction.atomic
def revise(
    row: T,
    *,
    expected: int,
    fields: Mapping[str, Any],
    by: Scope,
    verb: str = "edited",
    reason: str = "",
    cause: Change | None = None,
) -> T:
    """Set `fields` if the row still has version `expected`; record what they were and are.

    Raises Stale, with the row as it now is, when somebody was faster.
    """
    old, new = differences(row, fields, expected=expected, by=by)
    if new:
        swap(row, expected=expected, fields=new)
        undo = {"how": "revise", "version": row.version, "fields": old}
        after = after_of(row, old)
        # What is set back was told when it was said.
        given = _given(row, by) if verb != "undid" and any(name in old for name in OWNERS) else []
        changes.record(
            by, verb, row, before=old, after=after, undo=undo, reason=reason, cause=cause, touches=given
        )
    return row


def _given(row: Editable, by: Scope) -> list[Touch]:
    """Tells whoever else it now is in the hands of."""
    owner = next((found for name in OWNERS if (found := getattr(row, name, None))), None)
    if owner is None or owner == by.member_id:
        return []
    return [Touch(object_kind=row.KIND, object_id=row.pk, to_id=owner, why=Touch.Why.GIVEN)]


def differences(
    row: Editable, fields: Mapping[str, Any], *, expected: int, by: Scope
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Those of `fields` in which the row stands otherwise: as JSON holds what it has, and as they were given.

    Of custom values those that differ are told, so that undo sets back no others.

    Raises Stale where there are none and the row is of another version: no write would find that out.
    """
    if fields.get("custom") is not None:
        fields = {**fields, "custom": custom_values.merged(row, fields["custom"], by=by)}
    before = fields_of(row, fields)
    new = {name: value for name, value in fields.items() if plain(value) != before[name]}
    if not new and row.version != expected:
        raise Stale(row)
    old = {name: before[name] for name in new}
    if "custom" in new:
        names = sorted(
            name
            for name in old["custom"].keys() | new["custom"].keys()
            if old["custom"].get(name) != new["custom"].get(name)
        )
        old["custom"] = {name: old["custom"].get(name) for name in names}
    return old, new


def after_of(row: Editable, old: Mapping[str, Any]) -> dict[str, Any]:
    """What the row now has where `differences` told what it had."""
    after = fields_of(row, old)
    if "custom" in old:
        after["custom"] = {name: after["custom"].get(name) for name in old["custom"]}
    return after


@transaction.atomic
def archive(row: T, *, expected: int, by: Scope, reason: str = "", cause: Change | None = None) -> T:
    """Put the row away; links and history stay."""
    if row.archived_at is not None:
        raise Conflict("object.archived_already", f"{row.key} is archived already. Nothing was changed.")
    swap(row, expected=expected, fields={"archived_at": timezone.now()})
    changes.record(
        by, "archived", row, undo={"how": "restore", "version": row.version}, reason=reason, cause=cause
    )
    return row


@transaction.atomic
def restore(row: T, *, expected: int, by: Scope, reason: str = "", cause: Change | None = None) -> T:
    """Take the row out of the archive."""
    if row.archived_at is None:
        raise Conflict("object.not_archived", f"{row.key} is not archived. Nothing was changed.")
    swap(row, expected=expected, fields={"archived_at": None})
    changes.record(
        by, "restored", row, undo={"how": "archive", "version": row.version}, reason=reason, cause=cause
    )
    return row


def swap(row: T, *, expected: int, fields: Mapping[str, Any]) -> None:
    """Compare-and-set: write `fields` and raise the version only where it still is `expected`."""
    model = type(row)
    written = model._default_manager.filter(pk=row.pk, version=expected).update(
        **fields, version=F("version") + 1, updated_at=timezone.now()
    )
    row.refresh_from_db()
    if not written:
        raise Stale(row)
    if "title" in fields:
        for name in _NAMESAKES.get(row.KIND, ()):
            name(row)
