"""Filters: a JSON list of conditions that must all hold, read into one condition of the database.

[["status", "any_of", ["planned", "committed"]], {"any": [["owner", "is", "me"], ["owner", "empty"]]}]
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import orjson
from django.db.models import Q

from northline.core.listing import operands, operators
from northline.core.listing.listings import Field
from northline.core.listing.operands import Asker
from northline.core.refusal import Refusal

DEEPEST = 3
MOST = 40
LONGEST = 8_000
Where = list[Any]


def parsed(text: str) -> Where:
    """The JSON of a query string, or Refusal `list.where_unreadable`."""
    if not text:
        return []
    try:
        where = orjson.loads(text) if len(text) <= LONGEST else None
    except orjson.JSONDecodeError as error:
        raise unreadable() from error
    if not isinstance(where, list):
        raise unreadable()
    return where


def unreadable() -> Refusal:
    return Refusal(
        "list.where_unreadable",
        "A filter is a JSON list of [field, operator, value], or of {“any”: […]} around such; "
        f"at most {MOST} conditions, {DEEPEST} levels deep.",
    )


def condition_of(where: Where, fields: Mapping[str, Field], *, asker: Asker) -> Q:
    """All of `where`, as one condition.

    Raises Refusal `list.where_unreadable`, `list.unknown_field`, `list.unknown_operator` or `list.bad_value`, each
    naming the field and what is possible.
    """
    if sum(1 for _ in conditions_in(where)) > MOST:
        raise unreadable()
    return _all(where, fields, asker)


def conditions_in(where: Where, depth: int = 1) -> Iterator[list[Any]]:
    """Every single condition, however deep."""
    if not isinstance(where, list) or depth > DEEPEST:
        raise unreadable()
    for part in where:
        if isinstance(part, dict) and len(part) == 1 and next(iter(part)) in ("any", "all"):
            yield from conditions_in(next(iter(part.values())), depth + 1)
        elif isinstance(part, list) and len(part) in (2, 3) and all(isinstance(one, str) for one in part[:2]):
            yield part
        else:
            raise unreadable()


def field_named(name: str, fields: Mapping[str, Field]) -> Field:
    if name not in fields:
        raise Refusal(
            "list.unknown_field",
            f"This list has no field “{name}”. It has: {', '.join(fields)}.",
            field=name,
            possible=list(fields),
        )
    return fields[name]


def _all(where: Where, fields: Mapping[str, Field], asker: Asker) -> Q:
    found = Q()
    for part in where:
        found &= _one(part, fields, asker)
    return found


def _one(part: Any, fields: Mapping[str, Field], asker: Asker) -> Q:
    if isinstance(part, list):
        return _condition(part[0], part[1], part[2] if len(part) == 3 else None, fields, asker)
    ((joint, inner),) = part.items()
    if joint == "all" or not inner:
        return _all(inner, fields, asker)
    found = _one(inner[0], fields, asker)
    for other in inner[1:]:
        found |= _one(other, fields, asker)
    return found


def _condition(name: str, operator: str, value: Any, fields: Mapping[str, Field], asker: Asker) -> Q:
    field = field_named(name, fields)
    possible = operators.OF_TYPE[field.type]
    if operator not in possible:
        raise Refusal(
            "list.unknown_operator",
            f"“{name}” cannot be asked “{operator}”. It can be asked: {', '.join(possible)}.",
            field=name,
            possible=list(possible),
        )
    takes = operators.TAKES.get(operator, "one")
    if takes == "nothing":
        return operators.condition(field, operator, None)
    read = {"one": operands.one, "two": operands.two, "many": operands.many}[takes]
    return operators.condition(field, operator, read(field, value, asker=asker))
