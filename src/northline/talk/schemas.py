"""What talk's requests and answers look like."""

from __future__ import annotations

from datetime import datetime
from typing import Literal
from uuid import UUID

from northline.core.api import ChangeOut
from northline.core.richtext import RichText, ShownText
from northline.core.schemas import In, Out, Who

Sign = Literal["agree", "celebrate", "thank", "look", "doubt", "disagree"]


class CommentIn(In):
    body: RichText
    parent_id: UUID | None = None


class CommentPatch(In):
    body: RichText


class WatchIn(In):
    on: bool


class ResolvedOut(Out):
    by: Who | None
    at: datetime


class ReactionOut(Out):
    sign: Sign
    count: int
    mine: bool
    names: list[str]


class CommentOut(Out):
    """`kind` and `object_id` name what is talked about. A removed comment has no body and keeps its place."""

    id: UUID
    version: int
    kind: str
    object_id: UUID
    parent_id: UUID | None
    by: Who | None
    at: datetime
    edited_at: datetime | None
    removed: bool
    body: ShownText
    resolved: ResolvedOut | None
    reactions: list[ReactionOut]
    replies: list[CommentOut]
    can: dict[str, bool]


class ActivityItem(Out):
    """A change; with the thread that it began, where it began one."""

    change: ChangeOut
    thread: CommentOut | None


class EarlierOut(Out):
    version: int
    body: ShownText
    until: datetime


class WatchOut(Out):
    on: bool
    why: Literal["said_so", "commented", "mentioned", "informed", "owner", "author"] | None
    others: int
