"""Posts of Fider: the JSON of its API's `GET /api/v1/posts`; its CSV export is a table (see `profiles`)."""

from __future__ import annotations

from typing import Any

from northline.formats.feedback.values import Export, Item, Loss
from northline.formats.feedback.words import extras, many, names, of


def recognised(content: Any) -> bool:
    """Whether the JSON is a list of posts with votes."""
    first = next(iter(many(content)), None)
    return first is not None and "votesCount" in first and "number" in first


def read(posts: list[Any]) -> Export:
    """The posts; Fider knows them by number."""
    items = tuple(_item(row, post) for row, post in enumerate(many(posts), start=1))
    told = sum(one["commentsCount"] for one in many(posts) if isinstance(one.get("commentsCount"), int))
    why = "This file counts them without their words."
    losses = (Loss(what="comments", count=told, why=why),) if told else ()
    return Export(system="fider", items=items, losses=losses)


def _item(row: int, post: dict[str, Any]) -> Item:
    return Item(
        row=row,
        id=of(post, "number"),
        title=of(post, "title"),
        text=of(post, "description"),
        type="post",
        state=of(post, "status"),
        labels=names(post.get("tags")),
        author=of(post, "user", "name"),
        created=of(post, "createdAt"),
        votes=of(post, "votesCount"),
        extra=extras(
            Response=of(post, "response", "text"),
            Responded_by=of(post, "response", "user", "name"),
            Responded_at=of(post, "response", "respondedAt"),
            Duplicate_of=of(post, "response", "original", "title"),
        ),
    )
