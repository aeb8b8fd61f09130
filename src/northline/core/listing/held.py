"""Fields of which a row has several objects, such as who is on a task: found by them, and told as one."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Aggregate, F, JSONField, OuterRef, Q, Subquery
from django.db.models.sql.compiler import SQLCompiler

from northline.core.listing.listings import Field, Held


class Pairs(Aggregate):
    """The pairs of two expressions as a JSON list of lists."""

    output_field = JSONField()
    arity = 2

    def as_sqlite(self, compiler: SQLCompiler, connection: Any, **_: Any) -> Any:
        return self.as_sql(compiler, connection, template="JSON_GROUP_ARRAY(JSON_ARRAY(%(expressions)s))")

    def as_postgresql(self, compiler: SQLCompiler, connection: Any, **_: Any) -> Any:
        return self.as_sql(compiler, connection, template="JSONB_AGG(JSONB_BUILD_ARRAY(%(expressions)s))")


def pairs_of(held: Held) -> Subquery:
    """The ids and titles of what each row has."""
    rows = held.rows().filter(**{held.row: OuterRef("pk")}).order_by().values(held.row)
    return Subquery(rows.annotate(pairs=Pairs(F(held.one), F(f"{held.one}__title"))).values("pairs"))


def told(field: Field, pairs: list[list[str]] | None) -> dict[str, Any] | None:
    """All of them under one name, which leads to the first."""
    named = sorted({(title, found) for found, title in pairs or []})
    if not named:
        return None
    title = ", ".join(title for title, _ in named)
    return {"kind": field.of, "id": UUID(named[0][1]), "key": "", "title": title}


def condition(held: Held, operator: str, value: Any) -> Q:
    """Rows that have one of the objects, or none of them. One that has several is found by each."""
    if operator in ("empty", "not_empty"):
        some = Q(pk__in=held.rows().values(held.row))
        return ~some if operator == "empty" else some
    wanted = value if isinstance(value, list) else [value]
    some = Q(pk__in=held.rows().filter(**{f"{held.one}__in": wanted}).values(held.row))
    return ~some if operator in ("is_not", "none_of") else some
