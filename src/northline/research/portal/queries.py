"""What members read of portals."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from northline.core import links
from northline.core.doors import visible
from northline.core.fulltext import finding
from northline.core.schemas import ref
from northline.core.scope import Scope
from northline.research.portal import schemas
from northline.research.portal.models import (
    ChangelogEntry,
    Portal,
    PortalGuest,
    Post,
    PostComment,
    ShippedProposal,
    Vote,
)
from northline.research.portal.telling import told_of

MOST_WAITING = 200


def portals(scope: Scope, product_id: UUID | None, *, archived: bool) -> QuerySet[Portal]:
    rows = visible(scope, Portal.objects.all(), product="product_id")
    rows = rows.filter(archived_at__isnull=not archived)
    return rows.filter(product_id=product_id) if product_id else rows


def guests(portal: Portal) -> QuerySet[PortalGuest]:
    return PortalGuest.objects.filter(portal=portal).order_by("email")


def posts(scope: Scope, *, portal_id: UUID | None, state: str, q: str) -> QuerySet[Post]:
    rows = visible(scope, Post.objects.select_related("author"), product="product_id")
    # Spam is put away, and told only where it is asked for.
    rows = rows if state == Post.State.SPAM else rows.filter(archived_at=None)
    if portal_id:
        rows = rows.filter(portal_id=portal_id)
    if state:
        rows = rows.filter(state=state)
    return finding.matching(rows, q)


def entries(scope: Scope, portal_id: UUID | None) -> QuerySet[ChangelogEntry]:
    rows = visible(scope, ChangelogEntry.objects.all(), product="product_id").filter(archived_at=None)
    return rows.filter(portal_id=portal_id) if portal_id else rows


def whole_post(row: Post, scope: Scope) -> dict[str, Any]:
    """A post with what stands behind it. Up to five queries."""
    proposal = ShippedProposal.objects.filter(post=row, settled_at=None).first()
    return schemas.show_post(row, scope) | {
        "insight": _named(scope, "insight", row.insight_id),
        "target": _named(scope, row.target_kind, row.target_id),
        "merged_into": _named(scope, "post", row.merged_into_id),
        "proposal": proposal.released if proposal else "",
        "told": told_of([row.pk]).count(),
        "slug": row.portal.slug,
    }


def votes_of(post: Post) -> list[dict[str, Any]]:
    rows = Vote.objects.filter(post=post).select_related("customer", "visitor", "by")
    return [show_voice(row) for row in rows.order_by("-created_at", "-pk")]


def show_voice(row: Vote) -> dict[str, Any]:
    return {
        "id": row.pk,
        "customer": row.customer and ref(row.customer),
        "visitor": row.visitor.name if row.visitor else "",
        "verified": bool(row.visitor and row.visitor.verified_at),
        "by": row.by.name if row.by else "",
        "at": row.created_at,
    }


def comments_of(post: Post) -> QuerySet[PostComment]:
    rows = PostComment.objects.filter(post=post).select_related("author", "by", "post")
    return rows.order_by("created_at", "pk")


def waiting(portal: Portal, scope: Scope) -> dict[str, Any]:
    """What waits for a moderator, the oldest first. Three queries."""
    pending = Post.objects.filter(portal=portal, state="pending", archived_at=None).select_related("author")
    said = PostComment.objects.filter(post__portal=portal, state="pending")
    said = said.exclude(post__state__in=["rejected", "spam"])
    proposed = ShippedProposal.objects.filter(post__portal=portal, post__archived_at=None, settled_at=None)
    return {
        "posts": [
            schemas.show_post(row, scope) for row in pending.order_by("created_at", "pk")[:MOST_WAITING]
        ],
        "comments": [
            schemas.show_comment(row, scope) | {"post": ref(row.post)}
            for row in said.select_related("author", "by", "post").order_by("created_at", "pk")[:MOST_WAITING]
        ],
        "proposals": [
            {"post": schemas.show_post(row.post, scope), "released": row.released, "at": row.created_at}
            for row in proposed.select_related("post__author").order_by("created_at", "pk")[:MOST_WAITING]
        ],
    }


def _named(scope: Scope, kind: str, object_id: UUID | None) -> dict[str, Any] | None:
    return next(iter(links.named_rows(scope, kind, {object_id})), None) if object_id else None
