"""Posts of Canny: the JSON of its API's `posts/list`, names as its API reference has them."""

from __future__ import annotations

from typing import Any

from northline.formats.feedback.values import Export, Item, Loss, Said
from northline.formats.feedback.words import extras, many, names, of


def recognised(content: Any) -> bool:
    """Whether the JSON is an answer of `posts/list`."""
    return isinstance(content, dict) and isinstance(content.get("posts"), list)


def read(answer: dict[str, Any]) -> Export:
    """The posts of an answer; comments where they were put in beside (`comments/list` gives them)."""
    posts = list(enumerate(many(answer["posts"]), start=1))
    about: dict[str, list[Said]] = {}
    for one in many(answer.get("comments")):
        said = Said(
            id=of(one, "id"), text=of(one, "value"), author=of(one, "author", "name"), at=of(one, "created")
        )
        about.setdefault(of(one, "post", "id"), []).append(said)
    items = tuple(_item(row, post, about.get(of(post, "id"), [])) for row, post in posts)
    told = sum(post["commentCount"] for _, post in posts if isinstance(post.get("commentCount"), int))
    held = sum(len(item.comments) for item in items)
    losses = []
    if told > held:
        why = "This file counts them without their words: Canny's API gives them in `comments/list`."
        losses.append(Loss(what="comments", count=told - held, why=why))
    if answer.get("hasMore") is True:
        why = "The answer says that more posts follow on its next page."
        losses.append(Loss(what="further pages", count=1, why=why))
    return Export(system="canny", items=items, losses=tuple(losses))


def _item(row: int, post: dict[str, Any], comments: list[Said]) -> Item:
    companies = (
        names((post.get("author") or {}).get("companies")) if isinstance(post.get("author"), dict) else ()
    )
    images = post.get("imageURLs")
    return Item(
        row=row,
        id=of(post, "id"),
        title=of(post, "title"),
        text=of(post, "details"),
        type="post",
        group=of(post, "board", "name"),
        state=of(post, "status"),
        labels=tuple(dict.fromkeys((*names([post.get("category")]), *names(post.get("tags"))))),
        author=of(post, "author", "name"),
        customer=companies[0] if companies else "",
        created=of(post, "created"),
        votes=of(post, "score"),
        url=of(post, "url"),
        comments=tuple(comments),
        links=tuple((name, name) for name in names(images)),
        extra=extras(
            Owner=of(post, "owner", "name"),
            Due=of(post, "eta"),
            Status_changed=of(post, "statusChangedAt"),
            Companies=", ".join(companies[1:]),
        ),
    )
