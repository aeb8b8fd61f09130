"""The operators of filters: which each type knows, and the condition that each one is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, Literal

from django.db.models import BooleanField, Expression, F, Func, Q, Value
from django.db.models.lookups import Exact
from django.db.models.sql.compiler import SQLCompiler

from northline.core.listing import held, operands
from northline.core.listing.listings import Field, Type

Takes = Literal["nothing", "one", "two", "many"]
_SPANS = ("before", "after", "at_least", "at_most", "between")

OF_TYPE: dict[Type, tuple[str, ...]] = {
    "text": ("contains", "not_contains", "is", "is_not", "any_of", "none_of", "empty", "not_empty"),
    "number": ("is", "is_not", "at_least", "at_most", "between", "empty", "not_empty"),
    "date": ("is", *_SPANS, "empty", "not_empty"),
    "datetime": ("is", *_SPANS, "empty", "not_empty"),
    "choice": ("is", "is_not", "any_of", "none_of", "empty", "not_empty"),
    "tags": ("contains", "any_of", "none_of", "all_of", "empty", "not_empty"),
    "person": ("is", "is_not", "any_of", "none_of", "empty", "not_empty"),
    "reference": ("is", "is_not", "any_of", "none_of", "empty", "not_empty"),
    "yes_no": ("is", "empty", "not_empty"),
}
TAKES: dict[str, Takes] = {
    "empty": "nothing",
    "not_empty": "nothing",
    "between": "two",
    "any_of": "many",
    "none_of": "many",
    "all_of": "many",
}


def condition(field: Field, operator: str, value: Any) -> Q:
    """The condition over a value that `operands` has read."""
    if field.held is not None:
        return held.condition(field.held, operator, value)
    if operator in ("empty", "not_empty"):
        return _empty(field) if operator == "empty" else ~_empty(field)
    if field.type == "tags":
        return _TAGS[operator](field, value if isinstance(value, list) else [value])
    if field.type in ("date", "datetime"):
        return _of_days(field, operator, value)
    return _PLAIN[operator](field, value)


class HasTag(Func):
    """Is the text among the strings of a JSON list? False where there is no list."""

    output_field = BooleanField()
    conditional = True

    def __init__(self, tags: Expression | F, tag: str) -> None:
        super().__init__(tags, Value(tag))

    def as_sqlite(self, compiler: SQLCompiler, connection: Any, **_: Any) -> Any:
        return self.as_sql(
            compiler,
            connection,
            template="EXISTS(SELECT 1 FROM json_each(%(expressions)s)",
            arg_joiner=") WHERE value = ",
        )

    def as_postgresql(self, compiler: SQLCompiler, connection: Any, **_: Any) -> Any:
        # `?` is the operator's name, jsonb_exists its function.
        return self.as_sql(compiler, connection, template="COALESCE(jsonb_exists(%(expressions)s), false)")


def _empty(field: Field) -> Q:
    missing = Q(**{f"{field.lookup}__isnull": True})
    if field.type in ("text", "choice") or field.text_date:
        return missing | Q(**{field.lookup: ""})
    return missing | Q(**{field.lookup: []}) if field.type == "tags" else missing


def _not(field: Field, found: Q) -> Q:
    """Where it is not so, or where there is nothing: to a database, nothing is neither."""
    return Q(**{f"{field.lookup}__isnull": True}) | ~found


def _is(field: Field, value: Any) -> Q:
    return Q(**{f"{field.lookup}__iexact" if field.type == "text" else field.lookup: value})


def _any(field: Field, values: list[Any]) -> Q:
    if field.type != "text":
        return Q(**{f"{field.lookup}__in": values})
    found = Q(pk__in=[])
    for value in values:
        found |= _is(field, value)
    return found


def _contains(field: Field, value: str) -> Q:
    return Q(**{f"{field.lookup}__icontains": value})


def _at_least(field: Field, value: Any) -> Q:
    return Q(**{f"{field.lookup}__gte": value})


def _at_most(field: Field, value: Any) -> Q:
    return Q(**{f"{field.lookup}__lte": value})


_PLAIN: dict[str, Callable[[Field, Any], Q]] = {
    "is": _is,
    "is_not": lambda field, value: _not(field, _is(field, value)),
    "any_of": _any,
    "none_of": lambda field, values: _not(field, _any(field, values)),
    "contains": _contains,
    "not_contains": lambda field, value: _not(field, _contains(field, value)),
    "at_least": _at_least,
    "at_most": _at_most,
    "between": lambda field, ends: _at_least(field, ends[0]) & _at_most(field, ends[1]),
}


def _of_days(field: Field, operator: str, value: Any) -> Q:
    """Days are spans: a moment lies in a day from its first instant until the next day's."""
    first, last = value if operator == "between" else (value, value)
    from_first = Q(**{f"{field.lookup}__gte": _edge(field, first)})
    to_last = Q(**{f"{field.lookup}__lt": _edge(field, operands.day_after(last))})
    if operator == "before":
        return Q(**{f"{field.lookup}__lt": _edge(field, first)}) & ~_empty(field)
    if operator == "after":
        return Q(**{f"{field.lookup}__gte": _edge(field, operands.day_after(last))})
    if operator == "at_least":
        return from_first
    return to_last & ~_empty(field) if operator == "at_most" else from_first & to_last


def _edge(field: Field, day: date) -> date | datetime | str:
    if field.text_date:
        return day.isoformat()
    return operands.start_of(day) if field.type == "datetime" else day


def _tagged(field: Field, tag: str) -> Q:
    """Tags are kept in small letters; names in such a list may not be."""
    found = Q(Exact(HasTag(F(field.lookup), tag), True))
    return found if tag == tag.lower() else found | _tagged(field, tag.lower())


def _tagged_any(field: Field, tags: list[str]) -> Q:
    found = Q(pk__in=[])
    for tag in tags:
        found |= _tagged(field, tag)
    return found


def _tagged_all(field: Field, tags: list[str]) -> Q:
    found = Q()
    for tag in tags:
        found &= _tagged(field, tag)
    return found


_TAGS: dict[str, Callable[[Field, list[str]], Q]] = {
    "contains": _tagged_all,
    "all_of": _tagged_all,
    "any_of": _tagged_any,
    "none_of": lambda field, tags: ~_tagged_any(field, tags),
}
