"""What members do with posts: write, edit, answer, connect, moderate, merge."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from northline.core import changes, editing, kinds
from northline.core.models import Change
from northline.core.refusal import Conflict, Refusal
from northline.core.scope import Scope
from northline.research.models import Idea
from northline.research.portal import evidence, telling
from northline.research.portal.models import Portal, Post, PostComment, ShippedProposal, Vote
from northline.research.portal.voting import recount

TARGETS = ("idea", "initiative")


def add_post(portal: Portal, *, fields: dict[str, Any], waits: bool, by: Scope) -> Post:
    """Store a post, as part of the transaction at hand; what needs no moderator goes on into research."""
    shown = {} if waits else {"state": Post.State.SHOWN, "shown_at": timezone.now()}
    row = Post(
        workspace_id=portal.workspace_id, product_id=portal.product_id, portal=portal, **fields | shown
    )
    editing.create(row, prefix=Post.PREFIX, by=by, verb="posted")
    if not waits:
        evidence.take_up(row, by=by, cause=evidence.change_just_made(row))
    return row


@transaction.atomic
def revise_post(row: Post, *, expected: int, fields: Mapping[str, Any], by: Scope, reason: str = "") -> Post:
    """Change a post; an answer is dated. Who wanted it is told when it has shipped.

    Raises Refusal `post.category_unknown`.
    """
    given = dict(fields)
    if given.get("category") and given["category"] not in {*row.portal.categories, row.category}:
        raise category_unknown()
    if "answer" in given and given["answer"] != row.answer:
        given["answered_at"] = timezone.now() if given["answer"] else None
    ships = given.get("status", row.status) == Post.Status.SHIPPED != row.status
    row = editing.revise(row, expected=expected, fields=given, by=by, reason=reason)
    if ships:
        _settle_open(row, by=by)
        telling.tell_voters(row, by=by)
    return row


@transaction.atomic
def approve(row: Post, *, expected: int, by: Scope) -> Post:
    """Show a post to everybody; from now on it is an insight too. Raises Conflict `post.shown_already`, `post.merged`."""
    if row.state == Post.State.SHOWN:
        raise Conflict("post.shown_already", f"{row.key} is shown already. Nothing was changed.")
    _refuse_merged(row)
    fields = {"state": Post.State.SHOWN, "shown_at": row.shown_at or timezone.now(), "rejection": ""}
    if row.state == Post.State.SPAM:
        fields["archived_at"] = None
    row = editing.revise(row, expected=expected, fields=fields, by=by, verb="approved")
    cause = evidence.change_just_made(row)
    evidence.take_up(row, by=by, cause=cause)
    evidence.bring_back(row, by=by, cause=cause)
    return row


@transaction.atomic
def reject(row: Post, *, expected: int, reason: str, by: Scope) -> Post:
    """Show a post to nobody. The reason is for members. Raises Conflict `post.rejected_already`, `post.merged`."""
    if row.state == Post.State.REJECTED:
        raise Conflict("post.rejected_already", f"{row.key} is rejected already. Nothing was changed.")
    _refuse_merged(row)
    fields = {"state": Post.State.REJECTED, "rejection": reason}
    return editing.revise(row, expected=expected, fields=fields, by=by, verb="rejected", reason=reason)


@transaction.atomic
def mark_as_spam(row: Post, *, expected: int, by: Scope, cause: Change | None = None) -> Post:
    """Put a post away as spam, with the evidence that it became. Raises Conflict `post.spam_already`, `post.merged`."""
    if row.state == Post.State.SPAM:
        raise Conflict("post.spam_already", f"{row.key} is spam already. Nothing was changed.")
    _refuse_merged(row)
    was = row.state
    editing.swap(row, expected=expected, fields={"state": Post.State.SPAM, "archived_at": timezone.now()})
    undo = {"how": "portal.no_spam", "version": row.version, "state": was}
    before, after = {"state": was}, {"state": row.state}
    change = changes.record(by, "marked as spam", row, before=before, after=after, undo=undo, cause=cause)
    evidence.put_away(row, by=by, cause=change)
    return row


@transaction.atomic
def mark_as_no_spam(row: Post, *, expected: int, state: str, by: Scope, cause: Change | None = None) -> Post:
    """Take a post out of spam, with its evidence: it stands as it did. Raises Conflict `post.no_spam`."""
    if row.state != Post.State.SPAM:
        raise Conflict("post.no_spam", f"{row.key} is not marked as spam. Nothing was changed.")
    editing.swap(row, expected=expected, fields={"state": state, "archived_at": None})
    undo = {"how": "portal.spam", "version": row.version}
    before, after = {"state": Post.State.SPAM.value}, {"state": state}
    change = changes.record(by, "took out of spam", row, before=before, after=after, undo=undo, cause=cause)
    evidence.bring_back(row, by=by, cause=change)
    return row


@transaction.atomic
def merge(row: Post, *, expected: int, into: Post, by: Scope) -> Post:
    """Make one post of two: voices and comments move, and whoever voted for both counts once.

    Raises Conflict `post.merged`, Refusal `post.merge_elsewhere`.
    """
    _refuse_merged(row)
    if into.portal_id != row.portal_id or into.pk == row.pk or into.state != Post.State.SHOWN:
        raise Refusal(
            "post.merge_elsewhere",
            "A post is merged into another that is shown in the same portal. Choose such a one. Nothing was changed.",
        )
    was = row.state
    votes, comments = _movable(row, into)
    editing.swap(row, expected=expected, fields={"state": Post.State.MERGED, "merged_into_id": into.pk})
    Vote.objects.filter(pk__in=votes).update(post=into)
    PostComment.objects.filter(pk__in=comments).update(post=into)
    Post.objects.filter(merged_into=row).update(merged_into=into)
    recount([row.pk, into.pk])
    undo = {
        "how": "portal.unmerge",
        "version": row.version,
        "state": was,
        "votes": [str(one) for one in votes],
        "comments": [str(one) for one in comments],
    }
    told = {"into": into.key, "votes": len(votes)}
    change = changes.record(by, "merged", row, before={"state": was}, after=told, undo=undo)
    into.refresh_from_db()
    evidence.take_up(row, by=by, cause=change)
    evidence.support(into, by=by, cause=change)
    row.refresh_from_db()
    return row


@transaction.atomic
def unmerge(row: Post, *, expected: int, was: Mapping[str, Any], by: Scope, cause: Change) -> Post:
    """Make two posts of one again; `was` is what the merge wrote down."""
    into = row.merged_into
    editing.swap(row, expected=expected, fields={"state": was["state"], "merged_into": None})
    Vote.objects.filter(pk__in=was["votes"], post=into).update(post=row)
    PostComment.objects.filter(pk__in=was["comments"], post=into).update(post=row)
    recount([row.pk, *([into.pk] if into else [])])
    change = changes.record(by, "unmerged", row, after={"state": was["state"]}, cause=cause)
    if into and into.target_kind == Idea.KIND and into.target_id != row.target_id:
        evidence.support_no_more(row, into.target_id, by=by, cause=change)
    return row


@transaction.atomic
def connect(
    row: Post, *, expected: int, kind: str, object_id: UUID | None, by: Scope, cause: Change | None = None
) -> Post:
    """Say which idea or initiative would fulfil a post; none with "". The evidence behind it supports the idea.

    Raises Refusal `post.connects_to_other`, NotFound.
    """
    if object_id is not None:
        if kind not in TARGETS:
            raise Refusal(
                "post.connects_to_other",
                "A post is connected to an idea or an initiative. Nothing was changed.",
            )
        found = kinds.object_at(by, kind, object_id)
        if found.place() != row.place():
            raise Refusal(
                "post.other_product", f"{found.key} belongs to another product. Nothing was changed."
            )
    old_kind, old_id = row.target_kind, row.target_id
    fields = {"target_kind": kind if object_id else "", "target_id": object_id}
    if (fields["target_kind"], object_id) == (old_kind, old_id):
        raise Conflict(
            "post.connected_already", f"{row.key} is connected like that already. Nothing was changed."
        )
    editing.swap(row, expected=expected, fields=fields)
    old = {"kind": old_kind, "id": str(old_id) if old_id else None}
    undo = {"how": "portal.connect", "version": row.version, **old}
    after = {"kind": row.target_kind, "id": str(object_id) if object_id else None}
    change = changes.record(by, "connected", row, before=old, after=after, undo=undo, cause=cause)
    if old_kind == Idea.KIND:
        evidence.support_no_more(row, old_id, by=by, cause=change)
    evidence.support(row, by=by, cause=change)
    return row


@transaction.atomic
def settle_shipped(row: Post, *, expected: int, ship: bool, by: Scope) -> Post:
    """Answer the proposal that what was released fulfils the post. Raises Conflict `post.nothing_proposed`."""
    if not ShippedProposal.objects.filter(post=row, settled_at=None).exists():
        raise Conflict("post.nothing_proposed", f"Nothing is proposed for {row.key}. Nothing was changed.")
    if ship and row.status != Post.Status.SHIPPED:
        return revise_post(row, expected=expected, fields={"status": Post.Status.SHIPPED}, by=by)
    editing.swap(row, expected=expected, fields={})
    settled = _settle_open(row, by=by)
    undo = {"how": "portal.propose_again", "proposal": settled}
    changes.record(by, "kept as it is", row, after={"shipped": ship}, undo=undo)
    return row


def _settle_open(row: Post, *, by: Scope) -> str:
    proposal = ShippedProposal.objects.filter(post=row, settled_at=None).first()
    if proposal is None:
        return ""
    settled = {"settled_at": timezone.now(), "settled_by_id": by.member_id}
    ShippedProposal.objects.filter(pk=proposal.pk).update(**settled)
    return str(proposal.pk)


def _movable(row: Post, into: Post) -> tuple[list[UUID], list[UUID]]:
    """The voices that the other does not have yet, and every comment."""
    there = Vote.objects.filter(post=into)
    twice_visitor = there.filter(visitor__isnull=False).values("visitor")
    twice_customer = there.filter(customer__isnull=False).values("customer")
    votes = Vote.objects.filter(post=row)
    mine = votes.filter(visitor__isnull=False).exclude(visitor__in=twice_visitor)
    heard = votes.filter(customer__isnull=False).exclude(customer__in=twice_customer)
    ids = [*mine.values_list("pk", flat=True), *heard.values_list("pk", flat=True)]
    return ids, list(PostComment.objects.filter(post=row).values_list("pk", flat=True))


def category_unknown() -> Refusal:
    return Refusal(
        "post.category_unknown", "The portal has no such category. Add it there first. Nothing was changed."
    )


def _refuse_merged(row: Post) -> None:
    if row.state == Post.State.MERGED:
        raise Conflict("post.merged", f"{row.key} was merged into another post. Nothing was changed.")
