"""What the database works out for a list: how many belong to a row, and whether something holds of it."""

from __future__ import annotations

from typing import Any

from django.db.models import (
    BooleanField,
    Case,
    Count,
    Func,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from northline.core.models import Link


def links_at(end: str, **which: Any) -> QuerySet[Link]:
    """The links that a row has at that end, `source_id` or `target_id`, by the index of it, which begins with the workspace."""
    return Link.objects.filter(workspace=OuterRef("workspace"), **{end: OuterRef("pk")}, **which)


def counted(rows: QuerySet[Any], column: str = "pk") -> Coalesce:
    """How many different values of the column the rows have."""
    # One group, however many rows.
    grouped = rows.order_by().annotate(all=Value(1)).values("all")
    told = grouped.annotate(count=Count(column, distinct=column != "pk")).values("count")
    return Coalesce(Subquery(told), 0, output_field=IntegerField())


class Length(Func):
    """How many entries a list has that is kept as JSON."""

    arity = 1
    output_field = IntegerField()

    def as_sqlite(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        return self.as_sql(compiler, connection, function="json_array_length", **extra)

    def as_postgresql(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        return self.as_sql(compiler, connection, function="jsonb_array_length", **extra)


def true_where(condition: Q | None = None, **which: Any) -> Case:
    """Whether a condition holds of a row: yes or no, never neither."""
    return Case(When(condition, then=Value(True), **which), default=Value(False), output_field=BooleanField())
