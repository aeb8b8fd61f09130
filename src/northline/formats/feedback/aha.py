"""Features and ideas of Aha!: the JSON of its REST API (`GET /features`, `GET /ideas`), with the fields asked for."""

from __future__ import annotations

from typing import Any

from northline.formats.feedback.values import Export, Item, Loss, Said
from northline.formats.feedback.words import extras, many, names, of, plain


def recognised(content: Any) -> bool:
    """Whether the JSON is a page of features or ideas."""
    return isinstance(content, dict) and any(_rows(content, kind) for kind in ("features", "ideas"))


def read(page: dict[str, Any]) -> Export:
    """Features and ideas by their reference number, such as APP-12 or APP-I-7."""
    found = [(kind, one) for kind in ("features", "ideas") for one in _rows(page, f"{kind}")]
    items = tuple(_item(row, kind[:-1], one) for row, (kind, one) in enumerate(found, start=1))
    losses = []
    pages, current = of(page, "pagination", "total_pages"), of(page, "pagination", "current_page")
    if pages.isdecimal() and int(pages) > 1:
        why = f"This is page {current or 1} of {pages}."
        losses.append(Loss(what="further pages", count=int(pages) - 1, why=why))
    return Export(system="aha", items=items, losses=tuple(losses))


def _rows(page: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return [one for one in many(page.get(kind)) if "reference_num" in one]


def _item(row: int, kind: str, one: dict[str, Any]) -> Item:
    categories = names(one.get("categories"))
    return Item(
        row=row,
        id=of(one, "reference_num"),
        title=of(one, "name"),
        text=plain(of(one, "description", "body")),
        type=kind,
        group=of(one, "release", "name"),
        state=of(one, "workflow_status", "name"),
        labels=tuple(dict.fromkeys((*names(one.get("tags")), *categories))),
        author=of(one, "created_by_user", "name"),
        created=of(one, "created_at"),
        votes=of(one, "votes"),
        parent=of(one, "parent", "reference_num"),
        url=of(one, "url"),
        comments=tuple(
            Said(
                id=of(said, "id"),
                text=plain(of(said, "body")),
                author=of(said, "user", "name"),
                at=of(said, "created_at"),
            )
            for said in many(one.get("comments"))
        ),
        links=tuple((of(f, "file_name"), of(f, "download_url")) for f in many(one.get("attachments"))),
        extra=extras(
            Assigned_to=of(one, "assigned_to_user", "name"),
            Start=of(one, "start_date"),
            Due=of(one, "due_date"),
            Score=of(one, "score"),
            Epic=of(one, "epic", "reference_num"),
        ),
    )
