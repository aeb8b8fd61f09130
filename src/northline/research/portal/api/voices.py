"""Addresses of votes and comments, for members."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Router

from northline.core import editing
from northline.core.schemas import IfMatch
from northline.research.access import customer as customer_at
from northline.research.portal import access, queries, schemas
from northline.research.portal.actions import voices

router = Router()


@router.get("/posts/{post_id}/votes", response=list[schemas.VoiceOut], operation_id="list_post_votes")
def list_post_votes(request: Any, post_id: UUID) -> Any:
    """Whose voices a post has. Addresses of visitors are told to nobody."""
    return queries.votes_of(access.post(request.member_scope, post_id))


@router.post("/posts/{post_id}/votes", response={201: schemas.PostOut}, operation_id="vote_for_customer")
def vote_for_customer(request: Any, post_id: UUID, body: schemas.CustomerVote) -> Any:
    """Give a customer's voice; it is evidence, and weighs with the customer's value."""
    post = access.post(request.member_scope, post_id, right="contribute")
    customer = customer_at(request.member_scope, body.customer_id)
    voices.vote_for(post, customer=customer, by=request.member_scope)
    return 201, schemas.show_post(access.post(request.member_scope, post_id), request.member_scope)


@router.delete(
    "/posts/{post_id}/votes/{customer_id}", response={204: None}, operation_id="unvote_for_customer"
)
def unvote_for_customer(request: Any, post_id: UUID, customer_id: UUID) -> Any:
    post = access.post(request.member_scope, post_id, right="contribute")
    customer = customer_at(request.member_scope, customer_id)
    voices.unvote_for(post, customer=customer, by=request.member_scope)
    return 204, None


@router.get(
    "/posts/{post_id}/comments", response=list[schemas.PostCommentOut], operation_id="list_post_comments"
)
def list_post_comments(request: Any, post_id: UUID) -> Any:
    """What was said under a post in public, with what waits and what was rejected."""
    rows = queries.comments_of(access.post(request.member_scope, post_id))
    return [schemas.show_comment(row, request.member_scope) for row in rows]


@router.post(
    "/posts/{post_id}/comments", response={201: schemas.PostCommentOut}, operation_id="comment_on_post"
)
def comment_on_post(request: Any, post_id: UUID, body: schemas.SayIn) -> Any:
    """Say something in public, in the name of the team."""
    post = access.post(request.member_scope, post_id, right="contribute")
    row = voices.say(post, text=body.text, by=request.member_scope)
    return 201, schemas.show_comment(row, request.member_scope)


@router.put(
    "/posts/comments/{post_comment_id}/state",
    response=schemas.PostCommentOut,
    operation_id="judge_post_comment",
)
def judge_post_comment(
    request: Any, post_comment_id: UUID, body: schemas.Verdict, if_match: IfMatch = None
) -> Any:
    """Show a comment, or show it to nobody."""
    row = access.post_comment(request.member_scope, post_comment_id, right="contribute")
    row = voices.judge_comment(
        row, expected=editing.expected_version(if_match), state=body.state, by=request.member_scope
    )
    return schemas.show_comment(row, request.member_scope)
