"""Sorting by several fields, and pages that stay exact whatever they are sorted by.

A cursor holds the sort values and the id of the last row; what is missing comes last, upwards and downwards.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

import orjson
from django.db.models import Case, F, FloatField, IntegerField, Q, QuerySet, TextField, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Lower, NullIf

from northline.core.key_order import KeyOrder
from northline.core.listing.conditions import field_named
from northline.core.listing.listings import Field, Listing, may_be_null
from northline.core.refusal import Refusal
from northline.core.richtext import refuse_unwritable

MOST = 4
Read = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Key:
    """One level of a sort: what is compared, which way, and how a cursor's value of it is read back."""

    alias: str
    falling: bool
    expression: Combinable
    nullable: bool
    read: Read


@dataclass(frozen=True, slots=True)
class Order:
    said: str
    keys: tuple[Key, ...]

    @property
    def names(self) -> list[str]:
        """The fields that it sorts by."""
        return [name.removeprefix("-") for name in self.said.split(",")]

    def of(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """The rows in this order, equals by their id."""
        rows = rows.annotate(**{key.alias: key.expression for key in self.keys})
        return rows.order_by(*map(_by, self.keys), "-pk" if self.keys[-1].falling else "pk")

    def cursor_of(self, row: Any) -> str:
        values = [_written(getattr(row, key.alias)) for key in self.keys]
        return base64.urlsafe_b64encode(orjson.dumps([self.said, *values, str(row.pk)])).decode()

    def after(self, cursor: str) -> Q:
        """The rows behind the one that the cursor names, or Refusal `cursor.unreadable`."""
        try:
            said, *values, last = orjson.loads(base64.urlsafe_b64decode(cursor))
            if said != self.said or len(values) != len(self.keys):
                raise ValueError("a cursor of another order")
            read = [
                None if value is None else key.read(value)
                for key, value in zip(self.keys, values, strict=True)
            ]
            return self._behind(read, UUID(last))
        except (ValueError, TypeError, AttributeError, binascii.Error) as error:
            raise Refusal(
                "cursor.unreadable", "That page address is not one of ours. Start from the first page."
            ) from error

    def _behind(self, values: list[Any], last: UUID) -> Q:
        falling = self.keys[-1].falling
        found = Q(**{"pk__lt" if falling else "pk__gt": last})
        for key, value in zip(reversed(self.keys), reversed(values), strict=True):
            found = (_same(key, value) & found) | _beyond(key, value)
        return found


def order_of(sort: str, listing: Listing, fields: Mapping[str, Field]) -> Order:
    """The order that `-impact,title` says.

    Raises Refusal `list.unknown_field`, `list.not_sortable` or `list.sort_too_long`.
    """
    names = [name.strip() for name in (sort or listing.sort).split(",") if name.strip()]
    if not 0 < len(names) <= MOST:
        raise Refusal("list.sort_too_long", f"A list is sorted by one to {MOST} fields.")
    keys = tuple(_key(level, name, listing, fields) for level, name in enumerate(names))
    return Order(",".join(names), keys)


def _key(level: int, name: str, listing: Listing, fields: Mapping[str, Field]) -> Key:
    field = field_named(name.removeprefix("-"), fields)
    if not field.sortable:
        possible = [one.name for one in fields.values() if one.sortable]
        raise Refusal(
            "list.not_sortable",
            f"A list cannot be sorted by “{field.name}”. It can be by: {', '.join(possible)}.",
            field=field.name,
            possible=possible,
        )
    expression, read = _compared(field)
    # A rank has none where nothing is chosen, and of other words only a column knows that it is always there.
    computed = field.type == "choice" or (field.type == "text" and field.name not in ("key", "title"))
    nullable = computed or may_be_null(listing.model, field)
    return Key(f"sort_{level}", name.startswith("-"), expression, nullable, read)


def _compared(field: Field) -> tuple[Combinable, Read]:
    """What stands for a value in a comparison, and how it is read from a cursor."""
    if field.sorted_by is not None:
        return field.sorted_by, _text
    if field.name == "key":
        return KeyOrder(F(field.lookup)), _text
    return (F(field.lookup), _text) if field.text_date else _COMPARED[field.type](field)


def _words(field: Field) -> Combinable:
    """Text without regard to case; where it may be empty, empty is missing. A title never is, and has an index."""
    words = Lower(F(field.lookup), output_field=TextField())
    return (
        words
        if field.name in ("key", "title")
        else NullIf(words, Value("", output_field=TextField()), output_field=TextField())
    )


def _ranked(field: Field) -> tuple[Combinable, Read]:
    whens = [
        When(**{field.lookup: value}, then=Value(rank)) for rank, (value, _) in enumerate(field.labelled)
    ]
    return Case(*whens, default=None, output_field=IntegerField()), int


def _yes_before_no(field: Field) -> tuple[Combinable, Read]:
    yes = When(Q(**{field.lookup: True}), then=Value(0))
    no = When(Q(**{field.lookup: False}), then=Value(1))
    return Case(yes, no, default=None, output_field=IntegerField()), int


def _name_of(part: str) -> Callable[[Field], tuple[Combinable, Read]]:
    return lambda field: (Lower(F(f"{field.path or field.name}__{part}")), _text)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("text")
    return refuse_unwritable(value)


_COMPARED: Mapping[str, Callable[[Field], tuple[Combinable, Read]]] = {
    "text": lambda field: (_words(field), _text),
    # SQLite compares a decimal that was computed with text; a float it does compare.
    "number": lambda field: (Cast(F(field.lookup), FloatField()), float),
    "date": lambda field: (F(field.lookup), date.fromisoformat),
    "datetime": lambda field: (F(field.lookup), datetime.fromisoformat),
    "choice": _ranked,
    "yes_no": _yes_before_no,
    "person": _name_of("name"),
    "reference": _name_of("title"),
}


def _by(key: Key) -> Any:
    it = F(key.alias)
    last = True if key.nullable else None
    return it.desc(nulls_last=last) if key.falling else it.asc(nulls_last=last)


def _same(key: Key, value: Any) -> Q:
    return Q(**{f"{key.alias}__isnull": True} if value is None else {key.alias: value})


def _beyond(key: Key, value: Any) -> Q:
    if value is None:
        return Q(pk__in=[])
    further = Q(**{f"{key.alias}__{'lt' if key.falling else 'gt'}": value})
    return further | Q(**{f"{key.alias}__isnull": True}) if key.nullable else further


def _written(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value
