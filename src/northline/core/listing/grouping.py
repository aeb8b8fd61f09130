"""Groups of a list: one for each value of a field, counted, with the sums and averages of its numbers."""

from __future__ import annotations

import calendar
import json
from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import F, FloatField, QuerySet, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Substr

from northline.core import kinds
from northline.core.days import MonthOf
from northline.core.doors import people
from northline.core.listing.cells import words_of
from northline.core.listing.conditions import field_named
from northline.core.listing.listings import Field
from northline.core.listing.queries import Asked, Found, find
from northline.core.listing.referred import leads_on, named, told
from northline.core.refusal import Refusal
from northline.core.scope import Scope

MOST = 200


def groups(scope: Scope, kind: str, asked: Asked, *, by: str = "", sums: str | None = None) -> dict[str, Any]:
    """How many there are in all and in each group of `by`; a group says with which condition its rows are found.

    Added up are the numbers that `sums` names, with commas between them; without it all that may be, by "none" none.
    Dates group by month; an object with three tags stands in three groups. The groups of a choice stand in the
    order of its options, others by their label, what has no value last; beyond MOST groups, the largest.

    Raises Refusal `list.unknown_field` or `list.not_groupable`.
    """
    found = find(scope, kind, asked)
    numbers = _numbers(found, sums)
    if not by:
        return _whole(found, numbers) | {"items": [], "left_out": 0}
    field = groupable(by, found.fields)
    rows = _grouped(found, field, numbers)
    # Whoever has three tags counts once in all.
    whole = _total(rows, numbers)
    if field.type == "tags":
        rows = _unfolded(rows, numbers)
    kept = sorted(rows, key=lambda row: -int(row["n"]))[:MOST]
    if field.type in ("person", "reference"):
        _name(scope, found, field, kept)
    made = [_group(field, row, numbers) for row in kept]
    return whole | {"items": sorted(made, key=_place(field)), "left_out": len(rows) - len(kept)}


def groupable(name: str, fields: Mapping[str, Field]) -> Field:
    field = field_named(name, fields)
    if not field.groupable:
        possible = [one.name for one in fields.values() if one.groupable]
        raise Refusal(
            "list.not_groupable",
            f"A list cannot be grouped by “{name}”. It can be by: {', '.join(possible)}.",
            field=name,
            possible=possible,
        )
    return field


def _numbers(found: Found, sums: str | None) -> list[Field]:
    known = [field for field in found.fields.values() if field.type == "number" and field.sums]
    if sums is None:
        return known
    named = sums.split(",") if sums != "none" else []
    wanted = {field_named(name, found.fields).name for name in named}
    return [field for field in known if field.name in wanted]


def _whole(found: Found, numbers: list[Field]) -> dict[str, Any]:
    (row,) = _read(found.computing(field.name for field in numbers), numbers, {}) or [{"n": 0}]
    return {"total": row["n"], **_told(numbers, row)}


def _total(rows: list[dict[str, Any]], numbers: list[Field]) -> dict[str, Any]:
    """What the groups add up to, where everything stands in one of them."""
    whole = {name: sum(row[name] or 0 for row in rows) for name in _added(numbers)}
    return {"total": whole["n"], **_told(numbers, whole)}


def _added(numbers: list[Field]) -> list[str]:
    """The columns of a group that add up."""
    return ["n", *(name for number, _ in enumerate(numbers) for name in (f"sum_{number}", f"of_{number}"))]


def _unfolded(rows: list[dict[str, Any]], numbers: list[Field]) -> list[dict[str, Any]]:
    """The group of each tag, of the groups of those that have the same tags: of these there are fewer than rows."""
    names = _added(numbers)
    found: dict[Any, dict[str, Any]] = {}
    for row in rows:
        held = row["group_value"]
        for tag in (json.loads(held) if held else None) or [None]:
            group = found.setdefault(tag, {"group_value": tag} | dict.fromkeys(names, 0))
            for name in names:
                group[name] += row[name] or 0
    return list(found.values())


def _told(numbers: list[Field], row: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Sums and averages by field; where nothing has a value there is none."""
    added = {
        field.name: (row[f"sum_{number}"], row[f"of_{number}"])
        for number, field in enumerate(numbers)
        if row.get(f"of_{number}")
    }
    return {
        "sums": {name: total for name, (total, _) in added.items()},
        "averages": {name: total / of for name, (total, of) in added.items()},
    }


def _grouped(found: Found, field: Field, numbers: list[Field]) -> list[dict[str, Any]]:
    rows = found.computing({field.name, *(one.name for one in numbers)})
    if field.type == "tags":
        tags = field.value if field.custom and field.value is not None else F(field.lookup)
        return _read(rows, numbers, {"group_value": tags})
    read = None if leads_on(field) else _READ.get(field.type)
    found_rows = _read(rows, numbers, {"group_value": _value(field)})
    return [row | {"group_value": read(row["group_value"])} for row in found_rows] if read else found_rows


def _value(field: Field) -> Combinable:
    if field.text_date:
        return Substr(F(field.lookup), 1, 7)
    return MonthOf(F(field.lookup)) if field.type in ("date", "datetime") else F(field.lookup)


def _read(rows: QuerySet[Any], numbers: list[Field], by: Mapping[str, Combinable]) -> list[dict[str, Any]]:
    """How many rows there are, for each value of `by`, with the sum of each number and of how many it is the sum.

    One pass over the rows, in which every number is computed once: neither database does that by itself.
    """
    named = {f"number_{number}": Cast(F(field.lookup), FloatField()) for number, field in enumerate(numbers)}
    names, figures = [*by, "n"], [*by, "COUNT(*)"]
    for number, _ in enumerate(numbers):
        names += [f"sum_{number}", f"of_{number}"]
        figures += [f"SUM(number_{number})", f"COUNT(number_{number})"]
    try:
        sql, params = rows.order_by().values(**by, **named, one=Value(1)).query.sql_with_params()
    except EmptyResultSet:
        return []
    apart = _APART[connection.vendor] if numbers else ""
    grouping = f"GROUP BY {', '.join(str(at + 1) for at, _ in enumerate(by))}" if by else ""
    with connection.cursor() as cursor:
        # Every name in it is ours; what was asked for stands in the parameters.
        cursor.execute(
            f"SELECT {', '.join(figures)} FROM ({sql}{apart}) AS found {grouping}",  # noqa: S608
            params,
        )
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


# What keeps the inner query from being merged with the outer one, which would compute a number wherever it stands.
_APART = {"sqlite": " LIMIT -1", "postgresql": " OFFSET 0"}
# What the database answers for a value, read as the ORM reads it.
_READ: Mapping[str, Callable[[Any], Any]] = {
    "person": lambda value: value and UUID(str(value)),
    "reference": lambda value: value and UUID(str(value)),
    "yes_no": lambda value: None if value is None else bool(value),
}


def _group(field: Field, row: Mapping[str, Any], numbers: list[Field]) -> dict[str, Any]:
    value = row["group_value"]
    if value is None or value == "":
        value, label, where = None, "", [field.name, "empty"]
    else:
        label = row.get("group_label") or _label(field, value)
        where = _condition(field, value)
    return {"value": value, "label": label, "where": where, "count": row["n"], **_told(numbers, row)}


def _name(scope: Scope, found: Found, field: Field, rows: list[dict[str, Any]]) -> None:
    """Label the groups of people or objects. One query: to join them to every row takes as long as counting."""
    held = [row["group_value"] for row in rows if row["group_value"]]
    if leads_on(field):
        known = named(scope, [field], [{field.custom: value} for value in held])
        labels = {value: words_of(field, told(field, value, known)) for value in held}
    else:
        rows_of, part = (people(scope), "name") if field.type == "person" else (_every(field.of), "title")
        labels = dict(rows_of.filter(pk__in=held).values_list("pk", part))
    for row in rows:
        if row["group_value"]:
            row["group_label"] = labels.get(row["group_value"])


def _every(kind: str) -> QuerySet[Any]:
    return kinds.kind_named(kind).model._default_manager.all()


def _label(field: Field, value: Any) -> str:
    if field.type == "yes_no":
        return "Yes" if value else "No"
    return str(dict(field.labelled).get(value, value))


def _condition(field: Field, value: Any) -> list[Any]:
    if field.type == "tags":
        return [field.name, "contains", value]
    if field.type in ("date", "datetime"):
        year, month = map(int, value.split("-"))
        last = calendar.monthrange(year, month)[1]
        return [field.name, "between", [f"{value}-01", f"{value}-{last:02}"]]
    return [field.name, "is", value]


def _place(field: Field) -> Any:
    ranks = {value: rank for rank, (value, _) in enumerate(field.labelled)}

    def place(group: Mapping[str, Any]) -> tuple[bool, int, str]:
        return group["value"] is None, ranks.get(group["value"], len(ranks)), group["label"].lower()

    return place
