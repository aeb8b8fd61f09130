"""Groups of a list: one for each value of a field, counted, with the sums and averages of its numbers."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Avg, Count, F, FloatField, QuerySet, Sum
from django.db.models.expressions import Combinable
from django.db.models.fields.json import KeyTransform
from django.db.models.functions import Cast, Substr, TruncMonth

from northline.core.listing.cells import words_of
from northline.core.listing.conditions import field_named
from northline.core.listing.listings import Field
from northline.core.listing.queries import Asked, Found, find
from northline.core.listing.referred import leads_on, named, told
from northline.core.refusal import Refusal
from northline.core.scope import Scope

MOST = 200


def groups(scope: Scope, kind: str, asked: Asked, *, by: str = "") -> dict[str, Any]:
    """How many there are in all and in each group of `by`; a group says with which condition its rows are found.

    Dates group by month; an object with three tags stands in three groups. The groups of a choice stand in the
    order of its options, others by their label, what has no value last; beyond MOST groups, the largest.

    Raises Refusal `list.unknown_field` or `list.not_groupable`.
    """
    found = find(scope, kind, asked)
    numbers = [field for field in found.fields.values() if field.type == "number" and field.sums]
    total = _numbered(found.rows, numbers).aggregate(**_figures(numbers))
    answer = {"total": total["n"], **_told(numbers, total), "items": [], "left_out": 0}
    if not by:
        return answer
    field = groupable(by, found.fields)
    rows = _of_tags(found, field, numbers) if field.type == "tags" else _of_values(found.rows, field, numbers)
    kept = sorted(rows, key=lambda row: -int(row["n"]))[:MOST]
    if leads_on(field):
        _name(scope, field, kept)
    made = [_group(field, row, numbers) for row in kept]
    return answer | {"items": sorted(made, key=_place(field)), "left_out": len(rows) - len(kept)}


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


def _figures(numbers: Iterable[Field]) -> dict[str, Any]:
    figures: dict[str, Any] = {"n": Count("pk")}
    for number, _ in enumerate(numbers):
        figures |= {
            f"sum_{number}": Sum(f"number_{number}"),
            f"average_{number}": Avg(f"number_{number}"),
        }
    return figures


def _numbered(rows: QuerySet[Any], numbers: Iterable[Field]) -> QuerySet[Any]:
    """The rows with their numbers as `_figures` names them."""
    named = {f"number_{number}": Cast(F(field.lookup), FloatField()) for number, field in enumerate(numbers)}
    numbered: QuerySet[Any] = rows.order_by().annotate(**named)
    return numbered


def _told(numbers: list[Field], row: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Sums and averages by field; where nothing has a value there is none."""
    return {
        part: {
            field.name: row[f"{name}_{number}"]
            for number, field in enumerate(numbers)
            if row[f"{name}_{number}"] is not None
        }
        for part, name in (("sums", "sum"), ("averages", "average"))
    }


def _of_values(rows: QuerySet[Any], field: Field, numbers: list[Field]) -> list[dict[str, Any]]:
    by = {"group_value": _grouped(field)}
    if field.type in ("person", "reference") and not field.custom:
        part = "name" if field.type == "person" else "title"
        by["group_label"] = F(f"{field.path or field.name}__{part}")
    return list(_numbered(rows, numbers).values(**by).annotate(**_figures(numbers)))


def _grouped(field: Field) -> Combinable:
    if field.text_date:
        return Substr(F(field.lookup), 1, 7)
    return TruncMonth(field.lookup) if field.type in ("date", "datetime") else F(field.lookup)


def _of_tags(found: Found, field: Field, numbers: list[Field]) -> list[dict[str, Any]]:
    """Unfolds the lists of tags in the database, which the ORM does not on SQLite."""
    tags = KeyTransform(field.custom, "custom") if field.custom else F(field.lookup)
    names = ["group_value", "n"]
    figures = "COUNT(*)"
    for number, _ in enumerate(numbers):
        names += [f"sum_{number}", f"average_{number}"]
        figures += f", SUM(number_{number}), AVG(number_{number})"
    try:
        rows = _numbered(found.rows, numbers).values(*_names(numbers), group_tags=tags)
        sql, params = rows.query.sql_with_params()
    except EmptyResultSet:
        return []
    with connection.cursor() as cursor:
        # Every name in it is ours; what was asked for stands in the parameters.
        cursor.execute(f"SELECT tag.value, {figures} FROM ({sql}) AS found {_unfolded()} GROUP BY 1", params)  # noqa: S608
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _names(numbers: list[Field]) -> list[str]:
    return [f"number_{number}" for number, _ in enumerate(numbers)]


def _unfolded() -> str:
    if connection.vendor == "postgresql":
        return "LEFT JOIN LATERAL jsonb_array_elements_text(found.group_tags) AS tag(value) ON TRUE"
    return "LEFT JOIN json_each(found.group_tags) AS tag"


def _group(field: Field, row: Mapping[str, Any], numbers: list[Field]) -> dict[str, Any]:
    value = row["group_value"]
    if isinstance(value, date):
        value = value.strftime("%Y-%m")
    if value is None or value == "":
        value, label, where = None, "", [field.name, "empty"]
    else:
        label = row.get("group_label") or _label(field, value)
        where = _condition(field, value)
    return {"value": value, "label": label, "where": where, "count": row["n"], **_told(numbers, row)}


def _name(scope: Scope, field: Field, rows: list[dict[str, Any]]) -> None:
    held = [{field.custom: row["group_value"]} for row in rows if row["group_value"]]
    found = named(scope, [field], held)
    for row in rows:
        if row["group_value"]:
            row["group_label"] = words_of(field, told(field, row["group_value"], found))


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
