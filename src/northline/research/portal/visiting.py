"""Who is at a portal: a member, somebody whose address was proved by mail, or a browser that came back.

A browser is known by a signed cookie that goes to the portal's own addresses only. Nothing is stored of somebody who
only looks.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from django.conf import settings
from django.contrib.auth.hashers import check_password
from django.core import signing
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from northline.accounts.authentication import scope_of
from northline.core.http import caller_address
from northline.core.refusal import Refusal
from northline.core.scope import Scope, nameless
from northline.research.portal.access import open_portal_at
from northline.research.portal.models import Portal, PortalGuest, Visitor

COOKIE = "northline_visit"
COOKIE_AGE = 60 * 60 * 24 * 365
_SALT = "northline.portal.visit"


@dataclass(frozen=True, slots=True)
class Visit:
    """One request at a portal. `unlocked`: this browser gave the passphrase as it now is."""

    portal: Portal
    caller: str
    visitor: Visitor | None = None
    member: Scope | None = None
    email: str = ""
    unlocked: bool = False

    @property
    def verified(self) -> bool:
        """Is it known whose address this is?"""
        return self.member is not None or bool(self.visitor and self.visitor.verified_at)


def visit_at(request: HttpRequest, slug: str) -> Visit:
    """Who is asking at the portal of that address; NotFound for one that is not open. Up to five queries."""
    portal = open_portal_at(slug)
    said = _cookie(request, portal)
    visit = Visit(
        portal,
        caller_address(request),
        unlocked=bool(portal.passphrase_hash) and said.get("unlocked") == _mark(portal),
    )
    if (member := _member(request, portal)) is not None:
        email = request.user.email  # type: ignore[union-attr]
        mine = Visitor.objects.filter(portal=portal, email=email).first()
        return replace(visit, member=member, email=email, visitor=mine)
    known = Visitor.objects.filter(portal=portal, pk=said["visitor"]).first() if said.get("visitor") else None
    return replace(visit, visitor=known, email=known.email if known else "")


def inside(request: HttpRequest, slug: str) -> Visit:
    """The same for whoever may look inside.

    Raises Refusal `portal.locked` (401), which tells the ways in and nothing else.
    """
    visit = visit_at(request, slug)
    if not may_enter(visit):
        ways = ["email", "passphrase"] if visit.portal.passphrase_hash else ["email"]
        raise Refusal(
            "portal.locked",
            "This portal is not open to everybody. Ask for a link to your address, if you were invited.",
            status=401,
            ways=ways,
        )
    return visit


def may_enter(visit: Visit) -> bool:
    if visit.portal.access != Portal.Access.PRIVATE or visit.member or visit.unlocked:
        return True
    return visit.verified and is_invited(visit.portal, visit.email)


def is_invited(portal: Portal, email: str) -> bool:
    return PortalGuest.objects.filter(portal=portal, email=email).exists()


def present(visit: Visit, *, name: str = "") -> Visit:
    """The visit of somebody who now does something: from here on they are known by a row."""
    row = visit.visitor
    if row is None:
        row = _met(visit.portal, visit.email, name or (visit.member.name if visit.member else ""))
    elif name and row.name != name:
        Visitor.objects.filter(pk=row.pk).update(name=name)
        row.name = name
    return replace(visit, visitor=row)


def unlocked(visit: Visit, passphrase: str) -> Visit:
    """The visit of somebody who gave the passphrase. Raises Refusal `portal.wrong_passphrase`."""
    held = visit.portal.passphrase_hash
    if not held or not check_password(passphrase, held):
        raise Refusal("portal.wrong_passphrase", "That is not the passphrase of this portal.", status=401)
    return replace(visit, unlocked=True)


def remember(response: HttpResponse, visit: Visit) -> None:
    """Let the browser be known when it comes back."""
    if visit.member:
        return
    value = {
        "visitor": str(visit.visitor.pk) if visit.visitor else "",
        "unlocked": _mark(visit.portal) if visit.unlocked else "",
    }
    response.set_cookie(
        COOKIE,
        signing.dumps(value, salt=_SALT + str(visit.portal.pk)),
        max_age=COOKIE_AGE,
        path=_path(visit.portal),
        httponly=True,
        samesite="Lax",
        secure=settings.HTTPS,
    )


def forget(response: HttpResponse, portal: Portal) -> None:
    response.delete_cookie(COOKIE, path=_path(portal), samesite="Lax")


def guest_scope(portal: Portal, *, request_id: str = "") -> Scope:
    """Under which the deeds of visitors are recorded: no member's, with no right to anything."""
    return nameless(portal.workspace_id, name="Portal visitor", request_id=request_id)


def scope_of_visit(visit: Visit, request: Any) -> Scope:
    return visit.member or guest_scope(visit.portal, request_id=getattr(request, "id", ""))


def met_at(portal: Portal, email: str) -> Visitor:
    """The visitor with that proved address."""
    return _met(portal, email, "")


def _met(portal: Portal, email: str, name: str) -> Visitor:
    if not email:
        return Visitor.objects.create(workspace_id=portal.workspace_id, portal=portal, name=name)
    fields = {"workspace_id": portal.workspace_id, "verified_at": timezone.now(), "name": name}
    try:
        with transaction.atomic():
            row, _ = Visitor.objects.get_or_create(portal=portal, email=email, defaults=fields)
    except IntegrityError:
        row = Visitor.objects.get(portal=portal, email=email)
    return row


def _member(request: HttpRequest, portal: Portal) -> Scope | None:
    person = getattr(request, "user", None)
    if person is None or not person.is_authenticated:
        return None
    scope = scope_of(person, workspace_id=portal.workspace_id, request_id=getattr(request, "id", ""))
    return scope if scope and scope.may("read", portal.place()) else None


def _cookie(request: HttpRequest, portal: Portal) -> dict[str, str]:
    try:
        said: dict[str, str] = signing.loads(
            request.COOKIES.get(COOKIE, ""), salt=_SALT + str(portal.pk), max_age=COOKIE_AGE
        )
    except signing.BadSignature:
        return {}
    return said


def _mark(portal: Portal) -> str:
    """Changes with the passphrase, so that a new one locks everybody out, and tells nothing of it."""
    return signing.Signer(salt=_SALT).signature(portal.passphrase_hash)


def _path(portal: Portal) -> str:
    return f"/api/public/portals/{portal.slug}"
