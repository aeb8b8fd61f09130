"""Notes and features of Productboard: the JSON of its public API (`GET /notes`, `GET /features`, version 1)."""

from __future__ import annotations

from typing import Any

from northline.formats.feedback.values import Export, Item, Loss
from northline.formats.feedback.words import extras, many, names, of, plain

_FEATURES = frozenset({"feature", "subfeature"})


def recognised(content: Any) -> bool:
    """Whether the JSON is a page of notes or features."""
    first = next(iter(many(content.get("data"))), None) if isinstance(content, dict) else None
    return first is not None and ("content" in first or of(first, "type") in _FEATURES)


def read(page: dict[str, Any]) -> Export:
    """Notes and features; descriptions are HTML there and words here."""
    rows = list(enumerate(many(page["data"]), start=1))
    items = tuple(
        _feature(row, one) if of(one, "type") in _FEATURES else _note(row, one) for row, one in rows
    )
    losses = []
    if of(page, "pageCursor") or of(page, "links", "next"):
        why = "The answer says that more follow on its next page."
        losses.append(Loss(what="further pages", count=1, why=why))
    return Export(system="productboard", items=items, losses=tuple(losses))


def _note(row: int, note: dict[str, Any]) -> Item:
    return Item(
        row=row,
        id=of(note, "id"),
        title=of(note, "title"),
        text=plain(of(note, "content")),
        type="note",
        state=of(note, "state"),
        labels=names(note.get("tags")),
        author=of(note, "createdBy", "name") or of(note, "createdBy", "email"),
        customer=of(note, "company", "name") or of(note, "user", "name") or of(note, "user", "email"),
        created=of(note, "createdAt"),
        url=of(note, "externalDisplayUrl") or of(note, "displayUrl"),
        extra=extras(
            Owner=of(note, "owner", "name") or of(note, "owner", "email"),
            From=of(note, "source", "origin"),
            Linked_features=", ".join(names(note.get("features"), key="id")),
            Company_in_Productboard="" if of(note, "company", "name") else of(note, "company", "id"),
        ),
    )


def _feature(row: int, feature: dict[str, Any]) -> Item:
    start, end = of(feature, "timeframe", "startDate"), of(feature, "timeframe", "endDate")
    return Item(
        row=row,
        id=of(feature, "id"),
        title=of(feature, "name"),
        text=plain(of(feature, "description")),
        type=of(feature, "type"),
        state=of(feature, "status", "name"),
        created=of(feature, "createdAt"),
        parent=of(feature, "parent", "feature", "id"),
        url=of(feature, "links", "html"),
        extra=extras(
            Owner=of(feature, "owner", "name") or of(feature, "owner", "email"),
            Timeframe=f"{start} to {end}" if {start, end} - {"", "none"} else "",
            Component=of(feature, "parent", "component", "id"),
            Archived="yes" if feature.get("archived") is True else "",
        ),
    )
