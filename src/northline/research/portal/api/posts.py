"""Addresses of posts, for members."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db import transaction
from ninja import Router

from northline.core import editing, paging
from northline.core.refusal import Refusal
from northline.core.schemas import IfMatch, Page
from northline.research.access import customer as customer_at
from northline.research.portal import access, queries, schemas
from northline.research.portal.actions import posts
from northline.research.portal.actions.voices import vote_with
from northline.research.portal.models import Post

router = Router()
AT = "/posts/{post_id}"


@router.get("/posts", response=Page[schemas.PostOut], operation_id="list_posts")
def list_posts(
    request: Any,
    portal_id: UUID | None = None,
    state: schemas.State | None = None,
    q: str = "",
    cursor: str | None = None,
    limit: int = 50,
) -> Any:
    """Posts in every state, newest first."""
    rows = queries.posts(request.member_scope, portal_id=portal_id, state=state or "", q=q)
    return paging.page(
        rows, lambda row: schemas.show_post(row, request.member_scope), cursor=cursor, limit=limit
    )


@router.post("/posts", response={201: schemas.PostOut}, operation_id="add_post")
def add_post(request: Any, body: schemas.PostIn) -> Any:
    """Write a post in the name of the team, with a customer's voice where one asked for it. It is shown at once."""
    portal = access.portal(request.member_scope, body.portal_id, right="contribute")
    customer = customer_at(request.member_scope, body.customer_id) if body.customer_id else None
    fields = {"title": body.title, "words": body.text, "category": body.category}
    row = vote_with(portal, fields=fields, customer=customer, by=request.member_scope)
    return 201, schemas.show_post(row, request.member_scope)


@router.get(AT, response=schemas.PostPage, operation_id="read_post")
def read_post(request: Any, post_id: UUID) -> Any:
    """A post with what stands behind it, which no visitor sees."""
    return queries.whole_post(access.post(request.member_scope, post_id), request.member_scope)


@router.patch(AT, response=schemas.PostOut, operation_id="edit_post")
def edit_post(request: Any, post_id: UUID, body: schemas.PostPatch, if_match: IfMatch = None) -> Any:
    """Change a post or its status, or answer it. Who voted is told by mail when it has shipped."""
    row = access.post(request.member_scope, post_id, right="contribute")
    row = posts.revise_post(
        row,
        expected=editing.expected_version(if_match),
        fields=body.model_dump(exclude_unset=True),
        by=request.member_scope,
    )
    return schemas.show_post(row, request.member_scope)


@router.post(f"{AT}/approval", response=schemas.PostOut, operation_id="approve_post")
def approve_post(request: Any, post_id: UUID, if_match: IfMatch = None) -> Any:
    """Show it to everybody; from now on it is an insight too."""
    row = access.post(request.member_scope, post_id, right="contribute")
    row = posts.approve(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return schemas.show_post(row, request.member_scope)


@router.post(f"{AT}/rejection", response=schemas.PostOut, operation_id="reject_post")
def reject_post(
    request: Any, post_id: UUID, body: schemas.Rejection | None = None, if_match: IfMatch = None
) -> Any:
    """Show it to nobody."""
    row = access.post(request.member_scope, post_id, right="contribute")
    expected = editing.expected_version(if_match)
    row = posts.reject(row, expected=expected, reason=body.reason if body else "", by=request.member_scope)
    return schemas.show_post(row, request.member_scope)


@router.post(f"{AT}/spam", response=schemas.PostOut, operation_id="mark_post_as_spam")
def mark_post_as_spam(request: Any, post_id: UUID, if_match: IfMatch = None) -> Any:
    """Put it away as spam: it is in no list, search, count or suggestion any more."""
    row = access.post(request.member_scope, post_id, right="contribute")
    row = posts.mark_as_spam(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return schemas.show_post(row, request.member_scope)


@router.delete(f"{AT}/spam", response=schemas.PostOut, operation_id="mark_post_as_no_spam")
def mark_post_as_no_spam(request: Any, post_id: UUID, if_match: IfMatch = None) -> Any:
    """Take it out of spam; it waits for a moderator again."""
    row = access.post(request.member_scope, post_id, right="contribute")
    row = posts.mark_as_no_spam(
        row, expected=editing.expected_version(if_match), state=Post.State.PENDING, by=request.member_scope
    )
    return schemas.show_post(row, request.member_scope)


@router.post(f"{AT}/merge", response=schemas.PostOut, operation_id="merge_post")
def merge_post(request: Any, post_id: UUID, body: schemas.MergeInto, if_match: IfMatch = None) -> Any:
    """Make it a part of another: voices move, and whoever voted for both counts once."""
    row = access.post(request.member_scope, post_id, right="contribute")
    into = access.post(request.member_scope, body.into_id, right="contribute")
    expected = editing.expected_version(if_match)
    row = posts.merge(row, expected=expected, into=into, by=request.member_scope)
    return schemas.show_post(row, request.member_scope)


@router.put(f"{AT}/connection", response=schemas.PostPage, operation_id="connect_post")
def connect_post(request: Any, post_id: UUID, body: schemas.Connection, if_match: IfMatch = None) -> Any:
    """Say which idea or initiative would fulfil it; nothing of that is seen from outside."""
    row = access.post(request.member_scope, post_id, right="contribute")
    expected = editing.expected_version(if_match)
    if bool(body.kind) != (body.id is not None):
        raise Refusal("post.connection_half", "Name the kind and the id, or neither. Nothing was changed.")
    row = posts.connect(row, expected=expected, kind=body.kind, object_id=body.id, by=request.member_scope)
    return queries.whole_post(row, request.member_scope)


@router.put(f"{AT}/shipping", response=schemas.PostOut, operation_id="settle_shipped_post")
def settle_shipped_post(request: Any, post_id: UUID, body: schemas.Shipping, if_match: IfMatch = None) -> Any:
    """Answer the proposal that what was released fulfils it."""
    row = access.post(request.member_scope, post_id, right="contribute")
    expected = editing.expected_version(if_match)
    with transaction.atomic():
        row = posts.settle_shipped(row, expected=expected, ship=body.shipped, by=request.member_scope)
    return schemas.show_post(row, request.member_scope)
