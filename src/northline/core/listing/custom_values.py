"""Values of custom fields: checked against their fields, and merged into what an object holds."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q

from northline.core import kinds
from northline.core.doors import people
from northline.core.listing.models import CustomField
from northline.core.models import Row
from northline.core.refusal import NotFound, Refusal
from northline.core.richtext import refuse_unwritable
from northline.core.scope import Scope

LONGEST = 2_000
LARGEST = 1e15


def merged(row: Any, given: Mapping[str, Any], *, by: Scope) -> dict[str, Any]:
    """What the row holds with `given` in it; a null takes a value away.

    Raises Refusal `custom.unknown_field`, `custom.not_of_type` or `custom.bad_value`, naming the field and what it takes,
    and NotFound for a person or an object that is not there for `by`.
    """
    held = dict(getattr(row, "custom", None) or {})
    known = _fields_of(row, given)
    for name, value in given.items():
        if name not in known and value is None:
            held.pop(name, None)
            continue
        if name not in known:
            raise Refusal(
                "custom.unknown_field",
                f"There is no field “{name}” here, or it was removed. Nothing was changed.",
                field=name,
            )
        if value is not None and not known[name].holds_for(row):
            raise Refusal(
                "custom.not_of_type",
                f"“{known[name].title}” is no field of objects of this type. Nothing was changed.",
                field=name,
            )
        # What one may not see stays where it was.
        same = name in held and value == held[name]
        checked = value if same else _checked(known[name], value, by)
        if checked is None or checked in ("", []):
            held.pop(name, None)
        else:
            held[name] = checked
    return held


def fitting(
    row: Row, many: Sequence[Mapping[str, Any]], *, by: Scope
) -> tuple[list[dict[str, Any]], Counter[str]]:
    """Of each of these values, for new objects like `row`, what they can hold; and of each field that is not for them,
    is removed or takes other values, how often it was left out. A fixed number of queries, and one for every person or
    object that is named."""
    known = _fields_of(row, {name: None for given in many for name in given})
    seen: dict[tuple[str, str], Any] = {}

    def taken(name: str, value: Any) -> Any:
        """The value as it is kept here, or None. One that several objects have is looked up once."""
        at = name, repr(value)
        if at not in seen:
            try:
                seen[at] = _checked(known[name], value, by) if name in known else None
            except (Refusal, NotFound):
                seen[at] = None
        return seen[at]

    kept, left = [], Counter[str]()
    for given in many:
        fits = {name: found for name, value in given.items() if (found := taken(name, value)) is not None}
        kept.append(fits)
        left.update(given.keys() - fits.keys())
    return kept, left


def _fields_of(row: Row, names: Mapping[str, Any]) -> dict[str, CustomField]:
    found = CustomField.objects.filter(
        Q(product_id=None) | Q(product_id=row.place().product_id),
        workspace_id=row.workspace_id,
        object_kind=row.KIND,
        archived_at=None,
        name__in=names,
    )
    return {field.name: field for field in found}


def _checked(field: CustomField, value: Any, by: Scope) -> Any:
    if value is None:
        return None
    try:
        if field.type in ("person", "reference"):
            return _id(field, value, by) if value else None
        return _READ[field.type](field, value)
    except (ValueError, TypeError) as error:
        possible = [option["value"] for option in field.options]
        raise Refusal(
            "custom.bad_value",
            f"“{field.title}” takes {_takes(field, possible)}. Nothing was changed.",
            field=field.name,
            possible=possible,
        ) from error


def _takes(field: CustomField, possible: list[str]) -> str:
    of_options = f"of: {', '.join(possible)}"
    return {
        "text": f"text of up to {LONGEST:,} characters",
        "number": "a number",
        "date": "a date such as 2026-03-31",
        "choice": f"one {of_options}",
        "tags": f"a list {of_options}",
        "yes_no": "true or false",
        "person": "the id of a member",
        "reference": "an id",
    }[field.type]


def _id(field: CustomField, value: Any, by: Scope) -> str:
    """The id as it is kept, of somebody or something that is there for `by`."""
    if not isinstance(value, str):
        raise TypeError("an id")
    target = UUID(value)
    if field.of:
        kinds.object_at(by, field.of, target)
    elif not people(by).filter(pk=target).exists():
        raise NotFound("member")
    return str(target)


def _text(field: CustomField, value: Any) -> str:
    if not isinstance(value, str) or len(value) > LONGEST:
        raise TypeError("text")
    return refuse_unwritable(value.strip())


def _number(field: CustomField, value: Any) -> int | float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError("a number")
    if not math.isfinite(value) or abs(value) > LARGEST:
        raise ValueError("too large")
    return value


def _date(field: CustomField, value: Any) -> str:
    return date.fromisoformat(_text(field, value)).isoformat() if value else ""


def _choice(field: CustomField, value: Any) -> str:
    if value and value not in [option["value"] for option in field.options]:
        raise ValueError("not among the options")
    return str(value)


def _tags(field: CustomField, value: Any) -> list[str]:
    if not isinstance(value, list):
        raise TypeError("a list")
    chosen = {_choice(field, one) for one in value if one}
    return [option["value"] for option in field.options if option["value"] in chosen]


def _yes_no(field: CustomField, value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError("yes or no")
    return value


_READ: dict[str, Callable[[CustomField, Any], Any]] = {
    "text": _text,
    "number": _number,
    "date": _date,
    "choice": _choice,
    "tags": _tags,
    "yes_no": _yes_no,
}
