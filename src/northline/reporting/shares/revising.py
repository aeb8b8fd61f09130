"""Change an open share: what it is called and shows, for whom, where, until when and with which password."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.db.models import F

from northline.core import changes, undo
from northline.core.models import Change, plain
from northline.core.refusal import Conflict, Stale
from northline.core.scope import Scope
from northline.reporting.audiences.access import audience as audience_at
from northline.reporting.models import Share
from northline.reporting.shares.actions import check, close_share, share_for

HOW = "share"
# In the place of the hash of a password that was replaced or taken away.
FORGOTTEN = "forgotten"
# What a frozen share keeps showing whatever is said of these.
_KEPT = frozenset({"fields", "colour", "audience_id"})


def revise_row(row: Share, *, expected: int, fields: Mapping[str, Any], by: Scope, reason: str = "") -> Share:
    """What a list changes of a share at once: as `revise_share`, and `closed`, which closes it."""
    given = dict(fields)
    is_closing = given.pop("closed", False)
    if given or not is_closing:
        row = revise_share(row, expected=expected, fields=given, by=by, reason=reason)
    elif row.version != expected:
        raise Stale(None)
    return close_share(row, by=by, reason=reason) if is_closing else row


def revise_share(
    row: Share, *, expected: int, fields: Mapping[str, Any], by: Scope, reason: str = ""
) -> Share:
    """Change what is given of an open share; a password of None takes it away, and another asks everybody anew.

    Raises Stale, Conflict `share.closed_already` or `share.frozen_stays`, and what `open_share` refuses.
    """
    given = dict(fields)
    # Hashing a password takes its time; do it before the transaction.
    if "password" in given:
        password = given.pop("password")
        given["password_hash"] = make_password(password) if password else ""
    if "fields" in given:
        given["fields"] = sorted(set(given["fields"]))
    return _write(row, expected=expected, given=given, by=by, verb="edited", reason=reason)


@transaction.atomic
def _write(
    row: Share,
    *,
    expected: int,
    given: Mapping[str, Any],
    by: Scope,
    verb: str,
    reason: str = "",
    cause: Change | None = None,
) -> Share:
    if row.revoked_at is not None:
        raise Conflict("share.closed_already", "That link is closed already. Nothing was changed.")
    new = {name: value for name, value in given.items() if value != getattr(row, name)}
    _check(row, new, by)
    if row.version != expected:
        raise Stale(None)
    if not new:
        return row
    old = {name: getattr(row, name) for name in new}
    open_still = Share.objects.filter(pk=row.pk, version=expected, revoked_at=None)
    if not open_still.update(**new, version=F("version") + 1):
        raise Stale(None)
    row.refresh_from_db()
    undoing = {"how": HOW, "version": row.version, "fields": _kept(old)}
    before, after = _told(old), _told(new)
    changes.record(by, verb, row, before=before, after=after, undo=undoing, reason=reason, cause=cause)
    return row


def _kept(old: Mapping[str, Any]) -> dict[str, Any]:
    """What undo sets back: of a former password only that there was one, for not even its hash outlives it."""
    kept = {name: plain(value) for name, value in old.items()}
    if kept.get("password_hash"):
        kept["password_hash"] = FORGOTTEN
    return kept


def _check(row: Share, new: Mapping[str, Any], by: Scope) -> None:
    kept = sorted(_KEPT & new.keys())
    if row.frozen is not None and kept:
        raise Conflict(
            "share.frozen_stays",
            "That link shows what was kept when it was opened. Open another one to show something else. "
            "Nothing was changed.",
            fields=kept,
        )
    audience_id = new.get("audience_id", row.audience_id)
    check(
        row.view,
        row.subject_id,
        fields=new.get("fields", ()),
        colour=new.get("colour", ""),
        audience=audience_at(by, audience_id) if "audience_id" in new and audience_id else None,
        expires_at=new.get("expires_at"),
    )


def _told(values: Mapping[str, Any]) -> dict[str, Any]:
    """What the activity tells: of a password only whether there is one."""
    told = {name: plain(value) for name, value in values.items() if name != "password_hash"}
    if "password_hash" in values:
        told["password"] = bool(values["password_hash"])
    return told


def _take_back(change: Change, by: Scope) -> None:
    row = share_for(by, change.object_id)
    held = dict(change.undo["fields"])
    if held.get("password_hash") == FORGOTTEN:
        raise Conflict(
            "share.password_forgotten",
            "The former password of that link is kept nowhere, so it cannot be set back. "
            "Give the link a new one. Nothing was changed.",
        )
    if held.get("expires_at"):
        held["expires_at"] = datetime.fromisoformat(held["expires_at"])
    if held.get("audience_id"):
        held["audience_id"] = UUID(held["audience_id"])
    _write(row, expected=change.undo["version"], given=held, by=by, verb="undid", cause=change)


undo.register(HOW, _take_back)
