"""Votes: one for each visitor and customer, and what counts them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Count, Q

from northline.research.models import Customer
from northline.research.portal.models import Post, PostComment, Visitor, Vote


def cast_vote(
    post: Post, *, visitor: Visitor | None = None, customer: Customer | None = None, by_id: UUID | None = None
) -> Vote | None:
    """Give one voice to the post, or None where they gave theirs already."""
    row, made = Vote.objects.get_or_create(
        post=post,
        visitor=visitor,
        customer=customer,
        defaults={"workspace_id": post.workspace_id, "by_id": by_id},
    )
    if not made:
        return None
    recount([post.pk])
    return row


def take_vote(post: Post, **whose: Any) -> bool:
    """Take the voice back; was there one?"""
    gone, _ = Vote.objects.filter(post=post, **whose).delete()
    recount([post.pk])
    return bool(gone)


def recount(post_ids: Iterable[UUID]) -> None:
    """Write down how many voices and shown comments these posts have. The row's lock orders who counts at once."""
    for post_id in sorted(set(post_ids)):
        # Locked before it is counted: two votes at once would each count without the other.
        Post.objects.select_for_update().filter(pk=post_id).values_list("pk", flat=True).first()
        votes = Vote.objects.filter(post_id=post_id).aggregate(count=Count("pk"))["count"]
        comments = PostComment.objects.filter(Q(post_id=post_id, state="shown")).count()
        Post.objects.filter(pk=post_id).update(vote_count=votes, comment_count=comments)
