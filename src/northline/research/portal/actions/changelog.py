"""The changelog: draft, publish, take back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from northline.core import editing, kinds
from northline.core.refusal import Conflict, Refusal
from northline.core.scope import Scope
from northline.research.portal import access, telling
from northline.research.portal.models import ChangelogEntry, Portal


@transaction.atomic
def draft(portal: Portal, *, fields: Mapping[str, Any], by: Scope) -> ChangelogEntry:
    """Begin an entry that nobody outside sees yet; `fields` as in ChangelogEntryIn."""
    row = ChangelogEntry(
        workspace_id=by.workspace_id,
        product_id=portal.product_id,
        portal=portal,
        **_linked(portal, fields, by),
    )
    return editing.create(row, prefix=ChangelogEntry.PREFIX, by=by, verb="drafted")


@transaction.atomic
def revise_entry(
    row: ChangelogEntry, *, expected: int, fields: Mapping[str, Any], by: Scope, reason: str = ""
) -> ChangelogEntry:
    return editing.revise(
        row, expected=expected, fields=_linked(row.portal, fields, by), by=by, reason=reason
    )


@transaction.atomic
def publish(row: ChangelogEntry, *, expected: int, by: Scope) -> ChangelogEntry:
    """Show an entry to everybody, and tell who follows. Raises Conflict `changelog.published_already`."""
    if row.published_at:
        raise Conflict("changelog.published_already", f"{row.key} is published already. Nothing was changed.")
    fields = {"published_at": timezone.now()}
    row = editing.revise(row, expected=expected, fields=fields, by=by, verb="published")
    telling.tell_followers(row, by=by)
    return row


@transaction.atomic
def unpublish(row: ChangelogEntry, *, expected: int, by: Scope) -> ChangelogEntry:
    """Make a draft of it again; mails that went out are out. Raises Conflict `changelog.not_published`."""
    if not row.published_at:
        raise Conflict("changelog.not_published", f"{row.key} is a draft. Nothing was changed.")
    return editing.revise(row, expected=expected, fields={"published_at": None}, by=by, verb="unpublished")


def _linked(portal: Portal, fields: Mapping[str, Any], by: Scope) -> dict[str, Any]:
    """Every id passes its door, and leads to the portal's own product."""
    given = dict(fields)
    for name, kind in (("post_ids", "post"), ("initiative_ids", "initiative")):
        if given.get(name) is not None:
            given[name] = [_checked(portal, kind, one, by) for one in dict.fromkeys(given[name])]
    return given


def _checked(portal: Portal, kind: str, object_id: UUID, by: Scope) -> str:
    row = access.post(by, object_id) if kind == "post" else kinds.object_at(by, kind, object_id)
    if row.place() != portal.place():
        raise Refusal(
            "changelog.other_product", f"{row.key} belongs to another product. Nothing was changed."
        )
    return str(row.pk)
