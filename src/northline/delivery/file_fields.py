"""Fields that a plan file has of its items, as fields of one's own: found by their titles, or made where that is allowed."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

import orjson
from django.db.models import Q

from northline.core.listing import custom_fields
from northline.core.listing.models import CustomField
from northline.core.listing.reading import LONGEST, option_in
from northline.core.refusal import Conflict
from northline.core.scope import Scope

KIND = "work_item"
Items = Sequence[Mapping[str, Any]]


def taken_in(items: Items, *, product_id: UUID | None, by: Scope) -> list[dict[str, Any]]:
    """Of each item the values of one's own fields; fields that are missing are added where whoever brings the plan in may."""
    texts = _texts(items)
    known = _known(texts, product_id=product_id, by=by)
    for title in texts.keys() - known.keys():
        if (made := _made(title, texts[title], product_id=product_id, by=by)) is not None:
            known[title] = made
    return [
        {
            known[title].name: value
            for title, text in item.get("own", {}).items()
            if title in known and (value := _read(known[title], text)) is not None
        }
        for item in items
    ]


def left_out(items: Items, *, product_id: UUID | None, by: Scope) -> list[str]:
    """A sentence for each field that has no place, or values that it does not take."""
    texts = _texts(items)
    known = _known(texts, product_id=product_id, by=by)
    may_add = custom_fields.may_add(by, product_id)
    said = []
    for title, values in sorted(texts.items()):
        if title in known:
            lost = sum(_read(known[title], text) is None for text in values)
            if lost:
                said.append(f"The field “{title}” does not take {lost:,} of its values: they are left out.")
        elif not may_add:
            said.append(
                f"The field “{title}” ({len(values):,} values) is left out: add a field of that name to work items first."
            )
    return said


def _texts(items: Items) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for item in items:
        for title, text in item.get("own", {}).items():
            found[title].append(text)
    return dict(found)


def _known(titles: Iterable[str], *, product_id: UUID | None, by: Scope) -> dict[str, CustomField]:
    """The fields of these titles, small letters or capitals, those of the product before those of all: one query."""
    wanted = {title.lower(): title for title in titles}
    if not wanted:
        return {}
    rows = CustomField.objects.filter(
        Q(product_id=None) | Q(product_id=product_id),
        workspace_id=by.workspace_id,
        object_kind=KIND,
        archived_at=None,
    )
    fields = sorted(rows, key=lambda row: row.product_id is not None)
    return {wanted[row.title.lower()]: row for row in fields if row.title.lower() in wanted}


def _made(title: str, values: list[str], *, product_id: UUID | None, by: Scope) -> CustomField | None:
    if not custom_fields.may_add(by, product_id):
        return None
    try:
        return custom_fields.add(
            KIND,
            product_id=product_id,
            title=title,
            type=_type_of(values),
            options=(),
            description="",
            by=by,
        )
    except Conflict:
        return None


def _type_of(values: Iterable[str]) -> str:
    """
    >>> _type_of(["1", "2.5"]), _type_of(["2026-03-02T08:00:00"]), _type_of(["1", "one"])
    ('number', 'date', 'text')
    """
    said = list(values)
    for kind in ("number", "date"):
        if all(_plain(kind, text) is not None for text in said):
            return kind
    return "text"


def _read(field: CustomField, text: str) -> Any:
    """The value as the field keeps it; None where it takes another."""
    if field.type in ("choice", "tags"):
        found = [option_in(field, part) for part in (_parts(text) if field.type == "tags" else [text])]
        if None in found:
            return None
        return found if field.type == "tags" else found[0]
    return _plain(field.type, text)


def _parts(text: str) -> list[str]:
    if text.startswith("["):
        try:
            return [str(one) for one in orjson.loads(text)]
        except orjson.JSONDecodeError:
            return [text]
    return [part for part in text.replace(";", ",").split(",") if part.strip()]


def _plain(kind: str, text: str) -> Any:
    read = _PLAIN.get(kind)
    try:
        return read(text.strip()) if read else None
    except ValueError:
        return None


def _number(text: str) -> float | None:
    value = float(text.replace(",", "."))
    return value if math.isfinite(value) else None


_WORDS = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}
_PLAIN: dict[str, Callable[[str], Any]] = {
    "text": lambda text: text if len(text) <= LONGEST else None,
    "number": _number,
    "date": lambda text: date.fromisoformat(text[:10]).isoformat(),
    "yes_no": lambda text: _WORDS.get(text.lower()),
}


def told(field: CustomField, value: Any) -> str:
    """A value as other programs show it: options by their labels."""
    labels = {option["value"]: option["label"] for option in field.options}
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, list):
        return "; ".join(labels.get(one, str(one)) for one in value)
    return labels.get(value, str(value)) if isinstance(value, str) else f"{value:.12g}"
