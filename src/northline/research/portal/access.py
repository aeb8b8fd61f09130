"""The doors to portals: for members by their scope, for visitors by the portal's address."""

from __future__ import annotations

from uuid import UUID

from northline.core.doors import opened
from northline.core.refusal import NotFound
from northline.core.scope import Right, Scope
from northline.research.portal.models import ChangelogEntry, Portal, PortalGuest, Post, PostComment, Vote


def portal(scope: Scope, portal_id: UUID, *, right: Right = "read") -> Portal:
    return opened(scope, Portal.objects.select_related("product"), portal_id, right=right)


def guest(scope: Scope, guest_id: UUID) -> PortalGuest:
    return opened(scope, PortalGuest.objects.select_related("portal"), guest_id, right="steer")


def post(scope: Scope, post_id: UUID, *, right: Right = "read") -> Post:
    return opened(scope, Post.objects.select_related("portal", "author"), post_id, right=right)


def post_comment(scope: Scope, comment_id: UUID, right: Right = "read") -> PostComment:
    rows = PostComment.objects.select_related("post", "author")
    return opened(scope, rows, comment_id, right=right)


def vote(scope: Scope, vote_id: UUID, right: Right = "read") -> Vote:
    rows = Vote.objects.select_related("post__portal", "customer", "visitor", "by")
    return opened(scope, rows, vote_id, right=right)


def entry(scope: Scope, entry_id: UUID, *, right: Right = "read") -> ChangelogEntry:
    return opened(scope, ChangelogEntry.objects.select_related("portal"), entry_id, right=right)


def open_portal_at(slug: str) -> Portal:
    """The portal at an address while it is open; a closed one, one of a product put away and none at all look alike."""
    rows = Portal.objects.select_related("product", "workspace")
    row = (
        rows.filter(slug=slug, archived_at=None, product__archived_at=None).first()
        if "\0" not in slug
        else None
    )
    if row is None:
        raise NotFound("portal")
    return row
