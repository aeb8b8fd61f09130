"""What members say under posts and for customers, and what they let stand of what others said."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from northline.core import changes
from northline.core.models import Change
from northline.core.refusal import Conflict, NotFound, Stale
from northline.core.scope import Scope
from northline.research.models import Customer
from northline.research.portal import evidence
from northline.research.portal.actions.posts import add_post, category_unknown
from northline.research.portal.models import Portal, Post, PostComment, Visitor, Vote
from northline.research.portal.voting import cast_vote, recount, take_vote


@transaction.atomic
def vote_with(portal: Portal, *, fields: Mapping[str, Any], customer: Customer | None, by: Scope) -> Post:
    """Write a post in the name of the team, and give the customer's voice with it.

    Raises Refusal `post.category_unknown`.
    """
    if fields.get("category") and fields["category"] not in portal.categories:
        raise category_unknown()
    row = add_post(portal, fields=dict(fields), waits=False, by=by)
    if customer is not None:
        vote_for(row, customer=customer, by=by, cause=evidence.change_just_made(row))
        row.refresh_from_db()
    return row


@transaction.atomic
def vote_for(post: Post, *, customer: Customer, by: Scope, cause: Change | None = None) -> Vote:
    """Give a customer's voice; it counts in the impact with their value. Raises Conflict `vote.given_already`."""
    row = cast_vote(post, customer=customer, by_id=by.member_id) if post.state == "shown" else None
    if row is None:
        raise Conflict(
            "vote.given_already",
            f"{customer.title} has voted for {post.key} already, or it is not shown. Nothing was changed.",
        )
    undo = {"how": "portal.unvote", "customer": str(customer.pk)}
    change = changes.record(by, "voted for", post, after={"customer": customer.key}, undo=undo, cause=cause)
    evidence.note_voice(post, row, customer, by=by, cause=change)
    return row


@transaction.atomic
def unvote_for(
    post: Post, *, customer: Customer, by: Scope, reason: str = "", cause: Change | None = None
) -> None:
    """Take a customer's voice back, and put its evidence away. Raises NotFound."""
    row = Vote.objects.filter(post=post, customer=customer).select_related("insight").first()
    if row is None:
        raise NotFound("vote")
    take_vote(post, customer=customer)
    undo = {"how": "portal.vote", "customer": str(customer.pk)}
    change = changes.record(
        by,
        "took back a vote for",
        post,
        before={"customer": customer.key},
        undo=undo,
        reason=reason,
        cause=cause,
    )
    evidence.withdraw_voice(row, by=by, cause=change)


@transaction.atomic
def take_away(row: Vote, *, expected: int, by: Scope, reason: str = "") -> None:
    """Take one voice away, a customer's or a visitor's. Votes are never edited: there is only one version of each."""
    if row.customer is not None:
        unvote_for(row.post, customer=row.customer, by=by, reason=reason)
    elif row.visitor is not None:
        unvote_of(row.post, visitor=row.visitor, by=by, reason=reason)


@transaction.atomic
def unvote_of(
    post: Post, *, visitor: Visitor, by: Scope, reason: str = "", cause: Change | None = None
) -> None:
    """Take a visitor's voice away, as of one who was paid to give it. Raises NotFound."""
    if not take_vote(post, visitor=visitor):
        raise NotFound("vote")
    undo = {"how": "portal.visitor_vote", "visitor": str(visitor.pk)}
    changes.record(
        by,
        "took away a vote for",
        post,
        before={"visitor": visitor.name},
        undo=undo,
        reason=reason,
        cause=cause,
    )


@transaction.atomic
def give_back(post: Post, *, visitor: Visitor, by: Scope, cause: Change) -> None:
    """Count a visitor's voice again. Raises Conflict `vote.given_already`."""
    if cast_vote(post, visitor=visitor) is None:
        raise Conflict("vote.given_already", f"They voted for {post.key} again since. Nothing was changed.")
    undo = {"how": "portal.visitor_unvote", "visitor": str(visitor.pk)}
    changes.record(by, "undid", post, after={"visitor": visitor.name}, undo=undo, cause=cause)


@transaction.atomic
def say(post: Post, *, text: str, by: Scope) -> PostComment:
    """Comment in the name of the team."""
    row = PostComment.objects.create(
        workspace_id=post.workspace_id,
        post=post,
        by_id=by.member_id,
        official=True,
        words=text,
        state=PostComment.State.SHOWN,
    )
    recount([post.pk])
    undo = {"how": "portal.comment", "comment": str(row.pk), "from": "shown", "to": "rejected"}
    changes.record(by, "commented", post, after={"comment": str(row.pk)}, undo=undo)
    return row


_VERBS = {
    "shown": "showed a comment on",
    "rejected": "rejected a comment on",
    "spam": "marked a comment as spam on",
    "pending": "put back a comment on",
}


@transaction.atomic
def judge_comment(
    row: PostComment, *, expected: int, state: str, by: Scope, reason: str = "", cause: Change | None = None
) -> PostComment:
    """Show a comment, or show it to nobody. Compare-and-set. Raises Conflict `post_comment.judged_already`."""
    was = row.state
    if was == state:
        raise Conflict(
            "post_comment.judged_already", "That comment stands like that already. Nothing was changed."
        )
    mine = PostComment.objects.filter(pk=row.pk, version=expected)
    if not mine.update(state=state, version=expected + 1):
        raise Stale
    row.refresh_from_db()
    recount([row.post_id])
    verb = _VERBS[state]
    undo = {"how": "portal.comment", "comment": str(row.pk), "from": state, "to": was}
    changes.record(
        by,
        verb,
        row.post,
        before={"state": was},
        after={"state": state},
        undo=undo,
        reason=reason,
        cause=cause,
    )
    return row


def revise_comment(
    row: PostComment, *, expected: int, fields: Mapping[str, Any], by: Scope, reason: str = ""
) -> PostComment:
    """Judge one of many; one that stands like that already stays as it is."""
    if fields["state"] != row.state:
        return judge_comment(row, expected=expected, state=fields["state"], by=by, reason=reason)
    if row.version != expected:
        raise Stale
    return row
