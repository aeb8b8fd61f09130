"""The verbs of digests: arrange, revise, switch on and off, unsubscribe."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from northline.core import changes, editing
from northline.core.models import fields_of
from northline.core.refusal import Conflict, Refusal
from northline.core.scope import Scope, nameless
from northline.reporting.digests import rules
from northline.reporting.digests.letters import address_of
from northline.reporting.digests.models import Digest
from northline.reporting.models import Audience
from northline.strategy.stakeholders.models import Stakeholder

# An address is in no activity stream: those are read by whoever sees the product.
_PRIVATE = frozenset({"email"})


@transaction.atomic
def arrange(stakeholder: Stakeholder, *, audience: Audience, fields: Mapping[str, Any], by: Scope) -> Digest:
    """Prepare a stakeholder's digest; it goes out once it is switched on.

    Raises Refusal `digest.other_product`, Conflict `digest.arranged`.
    """
    _require_reader(audience, stakeholder.product_id)
    there = Digest.objects.select_for_update().filter(stakeholder=stakeholder).first()
    values = dict(fields) | {"audience_id": audience.pk}
    if there is None:
        row = Digest(
            workspace_id=by.workspace_id,
            product_id=stakeholder.product_id,
            stakeholder=stakeholder,
            title=stakeholder.title,
            **values,
        )
        return editing.create(row, prefix=Digest.PREFIX, by=by, verb="arranged")
    if there.archived_at is None:
        raise Conflict("digest.arranged", f"{stakeholder.title} has {there.key} already. Change that one.")
    # Taken back once and arranged anew: there is one for each of them.
    editing.swap(there, expected=there.version, fields=values | {"archived_at": None})
    changes.record(by, "arranged", there, undo={"how": "archive", "version": there.version})
    return there


@transaction.atomic
def revise(row: Digest, *, expected: int, fields: Mapping[str, Any], by: Scope, reason: str = "") -> Digest:
    """Change whose reader they are, the address, or how often. Raises Refusal `digest.other_product`."""
    values = dict(fields)
    if audience := values.pop("audience", None):
        _require_reader(audience, row.product_id)
        values["audience_id"] = audience.pk
    if row.begun_at is not None:
        when = {name: values.get(name, getattr(row, name)) for name in ("frequency", "weekday")}
        values["next_at"] = rules.next_due(timezone.now(), **when)
    return _revise(row, expected=expected, values=values, by=by, verb="edited", reason=reason)


@transaction.atomic
def switch_on(row: Digest, *, expected: int, origin: str, by: Scope) -> Digest:
    """Send it from now on, in the name of whoever says so.

    Raises Conflict `digest.on`, Refusal `digest.address_missing`, `digest.unsubscribed` or `digest.put_away`.
    """
    _require_sendable(row)
    due = rules.next_due(timezone.now(), frequency=row.frequency, weekday=row.weekday)
    values = {"begun_at": timezone.now(), "begun_by_id": by.member_id, "next_at": due, "origin": origin}
    return _revise(row, expected=expected, values=values, by=by, verb="switched on")


@transaction.atomic
def switch_off(row: Digest, *, expected: int, by: Scope) -> Digest:
    """Send no more of it. Raises Conflict `digest.off`."""
    if row.begun_at is None:
        raise Conflict("digest.off", f"{row.key} is off already. Nothing was changed.")
    return _revise(row, expected=expected, values=_OFF, by=by, verb="switched off")


@transaction.atomic
def unsubscribe(row: Digest) -> Digest:
    """Its reader wants no more of it; it stays off until they take that back. Doing it again changes nothing."""
    if row.unsubscribed_at is None:
        editing.swap(row, expected=row.version, fields=_OFF | {"unsubscribed_at": timezone.now()})
        # Not to be undone: it is the reader's word.
        changes.record(reader_of(row), "unsubscribed from", row)
    return row


@transaction.atomic
def subscribe_again(row: Digest) -> Digest:
    """Its reader takes their no back; whoever arranged it may switch it on again."""
    if row.unsubscribed_at is not None:
        editing.swap(row, expected=row.version, fields={"unsubscribed_at": None})
        changes.record(reader_of(row), "allowed again", row)
    return row


_OFF: dict[str, Any] = {"begun_at": None, "begun_by_id": None, "next_at": None}


def reader_of(row: Digest) -> Scope:
    """Whoever acts by a link in a mail: they have a name, and need not be a member."""
    return nameless(row.workspace_id, name=row.stakeholder.title)


def _revise(
    row: Digest, *, expected: int, values: dict[str, Any], by: Scope, verb: str, reason: str = ""
) -> Digest:
    old, new = editing.differences(row, values, expected=expected, by=by)
    if new:
        editing.swap(row, expected=expected, fields=new)
        told = {name: value for name, value in old.items() if name not in _PRIVATE}
        undo = {"how": "revise", "version": row.version, "fields": old}
        changes.record(by, verb, row, before=told, after=fields_of(row, told), undo=undo, reason=reason)
    return row


def _require_reader(audience: Audience, product_id: UUID) -> None:
    if audience.product_id != product_id:
        raise Refusal(
            "digest.other_product",
            f"{audience.key} reads the roadmap of another product. Choose an audience of this one.",
        )


def _require_sendable(row: Digest) -> None:
    name = row.stakeholder.title
    if row.begun_at is not None:
        raise Conflict("digest.on", f"{row.key} is on already. Nothing was changed.")
    if row.unsubscribed_at is not None:
        raise Refusal(
            "digest.unsubscribed",
            f"{name} unsubscribed. Only they can take that back, by the link in their last digest.",
        )
    if row.stakeholder.archived_at is not None or row.archived_at is not None:
        raise Refusal("digest.put_away", f"{name} was put away. Restore them first. Nothing was switched on.")
    if not address_of(row):
        raise Refusal(
            "digest.address_missing",
            f"{name} is no member and has no address here. Give one. Nothing was switched on.",
        )
