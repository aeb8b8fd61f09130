"""Custom fields that name a person or an object: named when they are read, or sorted and grouped by.

An object keeps the id alone. What is gone, or what the reader may not see, has no name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery, TextField, UUIDField, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Lower, Replace

from northline.core.doors import people
from northline.core.listing.listings import Field, listing_named, readable
from northline.core.listing.models import CustomField
from northline.core.refusal import NotFound, Refusal
from northline.core.scope import Scope

TYPES = (CustomField.Type.PERSON, CustomField.Type.REFERENCE)
# By what is named (a kind, "" for people) and its id.
Named = Mapping[tuple[str, str], dict[str, Any]]
NOBODY: Named = {}


def target_of(type: str, of: str) -> str:
    """The kind that a field of this type leads to; none unless it is a reference.

    Raises Refusal `custom.no_target` for a kind that has no list to choose from.
    """
    if type != CustomField.Type.REFERENCE:
        return ""
    try:
        return listing_named(of).kind
    except NotFound as missing:
        raise Refusal(
            "custom.no_target",
            "Say which kind of object the field leads to, one that has a list. Nothing was changed.",
        ) from missing


def named(scope: Scope, fields: Iterable[Field], held: Iterable[Mapping[str, Any] | None]) -> Named:
    """The names of all that rows hold in these fields: a query for people, and one for each kind led to."""
    leading = [field for field in fields if leads_on(field)]
    if not leading:
        return {}
    rows = [custom for custom in held if custom]
    wanted: dict[str, set[str]] = {}
    for field in leading:
        wanted.setdefault(field.of, set()).update(row[field.custom] for row in rows if field.custom in row)
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for of, ids in wanted.items():
        found |= _named(scope, of, ids)
    return found


def leads_on(field: Field) -> bool:
    """Did people add the field, and does it name a person or an object?"""
    return bool(field.custom) and field.type in ("person", "reference")


def told(field: Field, held: str, found: Named) -> dict[str, Any]:
    """The value of the field as lists tell it."""
    nameless: dict[str, Any] = (
        {"id": held, "name": ""}
        if field.type == "person"
        else {"kind": field.of, "id": held, "key": "", "title": ""}
    )
    return found.get((field.of, held), nameless)


def sorting(row: CustomField, *, lookup: str, scope: Scope) -> Combinable | None:
    """The name that a list is sorted by, of what `lookup` holds the id of; None for a field that names nothing."""
    if row.type not in TYPES:
        return None
    # SQLite keeps ids without dashes; PostgreSQL reads them either way.
    held = Cast(Replace(OuterRef(lookup), Value("-"), Value("")), UUIDField())
    names = _candidates(scope, row.of).filter(pk=held).values("title" if row.of else "name")
    return Lower(Subquery(names[:1], output_field=TextField()))


def _named(scope: Scope, of: str, ids: set[str]) -> dict[tuple[str, str], dict[str, Any]]:
    if not ids:
        return {}
    rows = _candidates(scope, of).filter(pk__in=ids)
    if not of:
        return {("", str(pk)): {"id": str(pk), "name": name} for pk, name in rows.values_list("pk", "name")}
    return {
        (of, str(pk)): {"kind": of, "id": str(pk), "key": key, "title": title}
        for pk, key, title in rows.values_list("pk", "key", "title")
    }


def _candidates(scope: Scope, of: str) -> QuerySet[Any]:
    """Everything that such a field may name for this member."""
    if not of:
        return people(scope)
    return readable(scope, listing_named(of)).order_by()
