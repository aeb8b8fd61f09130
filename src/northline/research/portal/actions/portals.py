"""Open a portal, say how it works, and who may enter it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.contrib.auth.hashers import make_password
from django.db import IntegrityError, transaction

from northline.core import changes, editing, throttle
from northline.core.models import Change
from northline.core.refusal import Conflict, Refusal
from northline.core.scope import Scope
from northline.products.models import Product
from northline.research.portal import telling
from northline.research.portal.models import Portal, PortalGuest
from northline.research.portal.rules import slug_of

MOST_GUESTS = 1_000


def open_portal(product: Product, *, fields: Mapping[str, Any], origin: str, by: Scope) -> Portal:
    """Open the portal of a product; `fields` as in PortalIn.

    Raises Conflict `portal.there_already` or `portal.slug_taken`.
    """
    there = Portal.objects.filter(product=product).first()
    if there is not None:
        raise Conflict(
            "portal.there_already",
            f"{product.title} has a portal: {there.key}. Open that one again, or change it. Nothing was made.",
        )
    given = dict(fields)
    slug = given.pop("slug", "") or _free_slug(str(given.get("title", "")))
    row = Portal(workspace_id=by.workspace_id, product=product, slug=slug, origin=origin[:300], **given)
    try:
        with transaction.atomic():
            return editing.create(row, prefix=Portal.PREFIX, by=by, verb="opened")
    except IntegrityError as error:
        raise _taken(slug) from error


def revise_portal(
    row: Portal, *, expected: int, fields: Mapping[str, Any], by: Scope, reason: str = ""
) -> Portal:
    """Change how a portal looks and works. Raises Conflict `portal.slug_taken`."""
    try:
        with transaction.atomic():
            return editing.revise(row, expected=expected, fields=fields, by=by, reason=reason)
    except IntegrityError as error:
        raise _taken(str(fields.get("slug"))) from error


def set_passphrase(row: Portal, *, expected: int, passphrase: str, by: Scope) -> Portal:
    """Let whoever knows the words into a private portal; "" lets nobody in by words. It is kept as a hash only."""
    # Hashing takes its time; it is done before the transaction.
    hashed = make_password(passphrase) if passphrase else ""
    with transaction.atomic():
        editing.swap(row, expected=expected, fields={"passphrase_hash": hashed})
        # A secret cannot be set back: it is not written down anywhere.
        changes.record(by, "set the passphrase of", row, after={"passphrase": bool(passphrase)})
    return row


@transaction.atomic
def invite_guest(portal: Portal, email: str, *, by: Scope, cause: Change | None = None) -> PortalGuest:
    """Let an address into a private portal, and mail it the way in.

    Raises Conflict `portal.guest_already`, Refusal `portal.too_many_guests` or `rate.limited`.
    """
    throttle.ration(f"portal-invite:{portal.workspace_id}", tries=200, within=timedelta(hours=1))
    if PortalGuest.objects.filter(portal=portal).count() >= MOST_GUESTS:
        raise Refusal(
            "portal.too_many_guests",
            f"At most {MOST_GUESTS:,} addresses. Give a passphrase instead. Nothing was sent.",
        )
    row, made = PortalGuest.objects.get_or_create(
        portal=portal, email=email, defaults={"workspace_id": portal.workspace_id}
    )
    if not made:
        raise Conflict("portal.guest_already", f"{email} may enter already. Nothing was sent.")
    # Addresses of people outside stay out of the spine, which outlives their removal.
    undo = {"how": "portal.uninvite", "guest": str(row.pk)}
    changes.record(by, "invited a guest to", portal, undo=undo, cause=cause)
    telling.send_invitation(portal, email, inviter=by.name)
    return row


@transaction.atomic
def uninvite_guest(row: PortalGuest, *, by: Scope, cause: Change | None = None) -> None:
    """Let an address no longer in."""
    portal = row.portal
    row.delete()
    changes.record(by, "uninvited a guest from", portal, cause=cause)


def _free_slug(title: str) -> str:
    base = slug_of(title) or "portal"
    taken = set(Portal.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    return (
        base
        if base not in taken
        else next(f"{base}-{n}" for n in range(2, 10_000) if f"{base}-{n}" not in taken)
    )


def _taken(slug: str) -> Conflict:
    return Conflict(
        "portal.slug_taken", f"The address /p/{slug} is taken. Choose another. Nothing was changed."
    )
