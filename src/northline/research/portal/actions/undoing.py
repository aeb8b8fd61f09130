"""How the deeds that are no plain edits are taken back."""

from __future__ import annotations

from uuid import UUID

from northline.core import changes, undo
from northline.core.models import Change
from northline.core.refusal import Conflict
from northline.core.scope import Scope
from northline.research.access import customer as customer_at
from northline.research.portal import access
from northline.research.portal.actions import portals, posts, voices
from northline.research.portal.models import PortalGuest, Post, ShippedProposal, Visitor


def register() -> None:
    for how, handler in (
        ("portal.uninvite", _uninvite),
        ("portal.unmerge", _unmerge),
        ("portal.spam", _spam),
        ("portal.no_spam", _no_spam),
        ("portal.connect", _connect),
        ("portal.unvote", _unvote),
        ("portal.vote", _vote),
        ("portal.visitor_vote", _visitor_vote),
        ("portal.visitor_unvote", _visitor_unvote),
        ("portal.comment", _comment),
        ("portal.propose_again", _propose_again),
    ):
        undo.register(how, handler)


def _uninvite(change: Change, by: Scope) -> None:
    row = PortalGuest.objects.filter(workspace_id=by.workspace_id, pk=change.undo["guest"]).first()
    if row is None:
        raise Conflict("undo.changed_since", "That address may no longer enter anyway. Nothing was changed.")
    portals.uninvite_guest(access.guest(by, row.pk), by=by, cause=change)


def _unmerge(change: Change, by: Scope) -> None:
    row = access.post(by, change.object_id, right="contribute")
    posts.unmerge(row, expected=change.undo["version"], was=change.undo, by=by, cause=change)


def _spam(change: Change, by: Scope) -> None:
    row = access.post(by, change.object_id, right="contribute")
    posts.mark_as_spam(row, expected=change.undo["version"], by=by, cause=change)


def _no_spam(change: Change, by: Scope) -> None:
    row = access.post(by, change.object_id, right="contribute")
    said = change.undo
    posts.mark_as_no_spam(row, expected=said["version"], state=said["state"], by=by, cause=change)


def _connect(change: Change, by: Scope) -> None:
    row = access.post(by, change.object_id, right="contribute")
    said = change.undo
    object_id = UUID(said["id"]) if said["id"] else None
    posts.connect(row, expected=said["version"], kind=said["kind"], object_id=object_id, by=by, cause=change)


def _unvote(change: Change, by: Scope) -> None:
    post = access.post(by, change.object_id, right="contribute")
    voices.unvote_for(post, customer=customer_at(by, UUID(change.undo["customer"])), by=by, cause=change)


def _vote(change: Change, by: Scope) -> None:
    post = access.post(by, change.object_id, right="contribute")
    voices.vote_for(post, customer=customer_at(by, UUID(change.undo["customer"])), by=by, cause=change)


def _visitor_vote(change: Change, by: Scope) -> None:
    post = access.post(by, change.object_id, right="contribute")
    voices.give_back(post, visitor=_visitor(change, post), by=by, cause=change)


def _visitor_unvote(change: Change, by: Scope) -> None:
    post = access.post(by, change.object_id, right="contribute")
    voices.unvote_of(post, visitor=_visitor(change, post), by=by, cause=change)


def _visitor(change: Change, post: Post) -> Visitor:
    row = Visitor.objects.filter(portal=post.portal_id, pk=change.undo["visitor"]).first()
    if row is None:
        raise Conflict("undo.changed_since", "Who voted is no longer kept. Nothing was changed.")
    return row


def _comment(change: Change, by: Scope) -> None:
    row = access.post_comment(by, UUID(change.undo["comment"]), right="contribute")
    if row.state != change.undo["from"]:
        raise Conflict("undo.changed_since", "That comment was judged again since. Nothing was changed.")
    voices.judge_comment(row, expected=row.version, state=change.undo["to"], by=by, cause=change)


def _propose_again(change: Change, by: Scope) -> None:
    post = access.post(by, change.object_id, right="contribute")
    again = ShippedProposal.objects.filter(pk=change.undo["proposal"], post=post, settled_at__isnull=False)
    if ShippedProposal.objects.filter(post=post, settled_at=None).exists() or not again.update(
        settled_at=None, settled_by=None
    ):
        raise Conflict("undo.changed_since", "Something else was released since. Nothing was changed.")
    changes.record(by, "undid", post, cause=change)
