"""The value that an object has in each field, as lists, exports and previews tell it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC
from typing import Any

from northline.core.listing import held as several
from northline.core.listing.listings import Field
from northline.core.listing.referred import NOBODY, Named, leads_on, told

Get = Callable[[str], Any]
NAMELESS = "(gone, or not yours to see)"


def columns_for(fields: Iterable[Field]) -> list[str]:
    """The ORM's names of everything that the fields' values are made of."""
    names: dict[str, None] = {}
    for field in fields:
        names |= dict.fromkeys(_parts(field))
    return list(names)


def of_row(fields: Iterable[Field], row: Any, named: Named = NOBODY) -> dict[str, Any]:
    """The values of a row as the list's `rows` brings it: no query. `named` are the names of `referred.named`."""
    return {field.name: value_of(field, lambda path: _walked(row, path), named) for field in fields}


def of_columns(fields: Iterable[Field], columns: Mapping[str, Any], named: Named) -> dict[str, Any]:
    """The values of a row that was read by `columns_for`."""
    return {field.name: value_of(field, columns.__getitem__, named) for field in fields}


def value_of(field: Field, get: Get, named: Named) -> Any:
    """The value: text, number, date, list of tags, or who or what it names; None where there is none."""
    if field.custom:
        type_id = get(field.typed_by) if field.only_types else None
        if field.only_types and (str(type_id) if type_id else None) not in field.only_types:
            return None
        held = (get("custom") or {}).get(field.custom)
        return told(field, held, named) if held and leads_on(field) else held
    if field.type == "person":
        who, name = (get(part) for part in _parts(field))
        return {"id": who, "name": name} if who else None
    if field.type == "reference":
        return _referred(field, get)
    value = get(field.lookup)
    if field.type == "number" and value is not None:
        return float(value)
    return None if value == "" else value


def _referred(field: Field, get: Get) -> dict[str, Any] | None:
    if field.held is not None:
        return several.told(field, get(field.lookup))
    what, key, title = (get(part) for part in _parts(field))
    return {"kind": field.of, "id": what, "key": key, "title": title} if what else None


def words_of(field: Field, value: Any) -> str:
    """The value as a person reads it.

    >>> words_of(Field("status", "choice", options=("in_progress",)), "in_progress")
    'In progress'
    """
    if value is None:
        return ""
    return _WORDS.get(field.type, _plainly)(field, value)


def _plainly(field: Field, value: Any) -> str:
    return str(value)


_WORDS: dict[str, Callable[[Field, Any], str]] = {
    "choice": lambda field, value: dict(field.labelled).get(value, value),
    "tags": lambda field, value: ", ".join(dict(field.labelled).get(tag, tag) for tag in value),
    "person": lambda _, value: str(value["name"]) or NAMELESS,
    "reference": lambda _, value: f"{value['key']} {value['title']}".strip() or NAMELESS,
    "yes_no": lambda _, value: "yes" if value else "no",
    "number": lambda _, value: f"{value:.12g}",
    "datetime": lambda _, value: value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
}


def _parts(field: Field) -> tuple[str, ...]:
    path = field.path or field.name
    if field.custom:
        return ("custom", field.typed_by) if field.only_types else ("custom",)
    if field.held is not None:
        return (field.lookup,)
    if field.type == "person":
        return (f"{path}_id", f"{path}__name")
    if field.type == "reference":
        return (f"{path}_id", f"{path}__key", f"{path}__title")
    return (field.lookup,)


def _walked(row: Any, path: str) -> Any:
    if path in vars(row):
        return vars(row)[path]
    for step in path.split("__"):
        if row is None:
            return None
        row = getattr(row, step)
    return row
