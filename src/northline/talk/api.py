"""Addresses of talk: comments, reactions, watching, and the activity in which they stand."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Router

from northline.core import editing
from northline.core.schemas import IfMatch, Page, Who
from northline.talk import access, actions, queries, schemas

router = Router(tags=["talk"])


@router.get(
    "/objects/{kind}/{object_id}/activity",
    response=Page[schemas.ActivityItem],
    operation_id="list_activity",
)
def list_activity(
    request: Any, kind: str, object_id: UUID, cursor: str | None = None, limit: int = 30
) -> Any:
    """An object's changes and threads in one stream, newest first."""
    about = access.talked_about(request.member_scope, kind, object_id)
    return queries.stream(request.member_scope, about, cursor=cursor, limit=limit)


@router.get(
    "/objects/{kind}/{object_id}/comments", response=Page[schemas.CommentOut], operation_id="list_comments"
)
def list_comments(
    request: Any, kind: str, object_id: UUID, cursor: str | None = None, limit: int = 30
) -> Any:
    """An object's threads, the newest first."""
    about = access.talked_about(request.member_scope, kind, object_id)
    return queries.threads(request.member_scope, about, cursor=cursor, limit=limit)


@router.post(
    "/objects/{kind}/{object_id}/comments", response={201: schemas.CommentOut}, operation_id="comment"
)
def comment(request: Any, kind: str, object_id: UUID, body: schemas.CommentIn) -> Any:
    """Say something about an object, or answer: whoever may read it may."""
    scope = request.member_scope
    about = access.talked_about(scope, kind, object_id)
    parent = access.comment(scope, body.parent_id)[0] if body.parent_id else None
    row = actions.say(about, body=body.body, parent=parent, by=scope)
    return 201, queries.show(scope, row, about)


@router.get("/comments/{comment_id}", response=schemas.CommentOut, operation_id="read_comment")
def read_comment(request: Any, comment_id: UUID) -> Any:
    return queries.show(request.member_scope, *access.comment(request.member_scope, comment_id))


@router.patch("/comments/{comment_id}", response=schemas.CommentOut, operation_id="edit_comment")
def edit_comment(request: Any, comment_id: UUID, body: schemas.CommentPatch, if_match: IfMatch = None) -> Any:
    """Change what you said."""
    row, about = access.own_comment(request.member_scope, comment_id)
    expected = editing.expected_version(if_match)
    actions.reword(row, about, body=body.body, expected=expected, by=request.member_scope)
    return queries.show(request.member_scope, row, about)


@router.get(
    "/comments/{comment_id}/history", response=list[schemas.EarlierOut], operation_id="read_comment_history"
)
def read_comment_history(request: Any, comment_id: UUID) -> Any:
    """What a comment said before it was edited."""
    return queries.earlier_texts(access.comment(request.member_scope, comment_id)[0])


@router.post("/comments/{comment_id}/removal", response=schemas.CommentOut, operation_id="remove_comment")
def remove_comment(request: Any, comment_id: UUID, if_match: IfMatch = None) -> Any:
    """Take a comment away; its place in the thread stays."""
    row, about = access.removable_comment(request.member_scope, comment_id)
    actions.remove(row, about, expected=editing.expected_version(if_match), by=request.member_scope)
    return queries.show(request.member_scope, row, about)


@router.delete("/comments/{comment_id}/removal", response=schemas.CommentOut, operation_id="put_back_comment")
def put_back_comment(request: Any, comment_id: UUID, if_match: IfMatch = None) -> Any:
    """Show a removed comment again."""
    row, about = access.removable_comment(request.member_scope, comment_id)
    actions.put_back(row, about, expected=editing.expected_version(if_match), by=request.member_scope)
    return queries.show(request.member_scope, row, about)


@router.post("/comments/{comment_id}/resolution", response=schemas.CommentOut, operation_id="resolve_thread")
def resolve_thread(request: Any, comment_id: UUID, if_match: IfMatch = None) -> Any:
    """Close a thread as settled."""
    return _resolved(request, comment_id, if_match, done=True)


@router.delete("/comments/{comment_id}/resolution", response=schemas.CommentOut, operation_id="reopen_thread")
def reopen_thread(request: Any, comment_id: UUID, if_match: IfMatch = None) -> Any:
    """Open a thread again."""
    return _resolved(request, comment_id, if_match, done=False)


@router.put("/comments/{comment_id}/reactions/{sign}", response=schemas.CommentOut, operation_id="react")
def react(request: Any, comment_id: UUID, sign: schemas.Sign) -> Any:
    """Put your sign on a comment."""
    return _reacted(request, comment_id, sign, on=True)


@router.delete("/comments/{comment_id}/reactions/{sign}", response=schemas.CommentOut, operation_id="unreact")
def unreact(request: Any, comment_id: UUID, sign: schemas.Sign) -> Any:
    """Take your sign off a comment."""
    return _reacted(request, comment_id, sign, on=False)


@router.get("/objects/{kind}/{object_id}/people", response=list[Who], operation_id="list_mentionable")
def list_mentionable(request: Any, kind: str, object_id: UUID, q: str = "") -> Any:
    """Whom you may mention where this object is talked about."""
    about = access.talked_about(request.member_scope, kind, object_id)
    return queries.mentionable(request.member_scope, about, q=q)


@router.get("/objects/{kind}/{object_id}/watch", response=schemas.WatchOut, operation_id="read_watch")
def read_watch(request: Any, kind: str, object_id: UUID) -> Any:
    """Whether you follow an object, and why."""
    about = access.talked_about(request.member_scope, kind, object_id)
    return queries.watching(request.member_scope, about)


@router.put("/objects/{kind}/{object_id}/watch", response=schemas.WatchOut, operation_id="watch_object")
def watch_object(request: Any, kind: str, object_id: UUID, body: schemas.WatchIn) -> Any:
    """Follow an object, or stop."""
    about = access.talked_about(request.member_scope, kind, object_id)
    actions.watch(about, on=body.on, by=request.member_scope)
    return queries.watching(request.member_scope, about)


def _resolved(request: Any, comment_id: UUID, if_match: str | None, *, done: bool) -> Any:
    row, about = access.resolvable_thread(request.member_scope, comment_id)
    expected = editing.expected_version(if_match)
    actions.resolve(row, about, done=done, expected=expected, by=request.member_scope)
    return queries.show(request.member_scope, row, about)


def _reacted(request: Any, comment_id: UUID, sign: str, *, on: bool) -> Any:
    row, about = access.comment(request.member_scope, comment_id)
    actions.react(row, about, sign=sign, on=on, by=request.member_scope)
    return queries.show(request.member_scope, row, about)
