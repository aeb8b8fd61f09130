"""The API's operations as its own document tells them, and how one is called."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from django.apps import apps
from django.db import connection
from django.test.client import MULTIPART_CONTENT, encode_multipart
from ninja.openapi.schema import OpenAPISchema

from northline.config.api import api
from tests.access import asking
from tests.access.asking import Ask, Asking

BOUNDARY = "BoUnDaRyStRiNg"
# What signing in and being counted leave behind is no part of anybody's work.
UNWATCHED = {"Session", "Attempt"}
# The last sign-in, and what drives a forecast, which is computed at the first asking.
UNWATCHED_FIELDS = {"last_login", "drivers"}


@dataclass(frozen=True)
class Operation:
    name: str
    method: str
    address: str
    path: tuple[str, ...]
    versioned: bool
    uuids: frozenset[tuple[str, str]]

    def ask(self, row: str) -> Ask:
        """The valid request of a row of the table, with every slot of the path named."""
        base = asking.ASKS.get(row) or asking.ASKS.get(self.name, Ask())
        return replace(base, path={name: base.path.get(name, asking.of_path(name)) for name in self.path})


class Requests(OpenAPISchema):
    """The API's document but for what it answers, which takes three times as long to tell as all else."""

    def responses(self, operation: Any) -> dict[int, Any]:
        return {}


@cache
def operations() -> dict[str, Operation]:
    document = Requests(api, api.get_root_path({}))
    found = {}
    for address, methods in document["paths"].items():
        for method, told in methods.items():
            parameters = told.get("parameters", [])
            found[told["operationId"]] = Operation(
                name=told["operationId"],
                method=method,
                address=address,
                path=tuple(one["name"] for one in parameters if one["in"] == "path"),
                versioned=any(one["name"] == "If-Match" for one in parameters),
                uuids=frozenset(_uuids(document, told, parameters)),
            )
    return found


def _uuids(document: Any, told: Any, parameters: Any) -> Any:
    """(part, name) of every field of the request that holds an id."""
    for one in parameters:
        if one["in"] == "query" and _is_uuid(one["schema"]):
            yield "query", one["name"]
    for kind, content in told.get("requestBody", {}).get("content", {}).items():
        part = "form" if kind.startswith("multipart") else "body"
        for name, schema in _fields(document, content["schema"]).items():
            if _is_uuid(schema):
                yield part, name


def _fields(document: Any, schema: Any) -> Any:
    for one in [schema, *schema.get("anyOf", [])]:
        if "$ref" in one:
            return document["components"]["schemas"][one["$ref"].rpartition("/")[2]].get("properties", {})
    return schema.get("properties", {})


def _is_uuid(schema: Any) -> bool:
    return any(one.get("format") == "uuid" for one in [schema, *schema.get("anyOf", [])])


def prepared(operation: Operation, ask: Ask, by: Asking) -> dict[str, Any]:
    """The request, filled for one actor: the arguments of `Client.generic`."""
    address = operation.address
    for name, value in by.filled(ask.path).items():
        address = address.replace("{" + name + "}", value)
    headers = {}
    first = next((slot for slot in ask.path.values() if isinstance(slot, asking.Id | asking.Own)), None)
    if operation.versioned and first is not None:
        row = by.row(first)
        row.refresh_from_db()
        headers["If-Match"] = f'"{row.version}"'
    request: dict[str, Any] = {"method": operation.method.upper(), "path": address, "headers": headers}
    if ask.query:
        request["query_params"] = by.filled(ask.query)
    if ask.form is not None:
        form = asking.multipart(by.filled(ask.form))
        request |= {"data": encode_multipart(BOUNDARY, form), "content_type": _multipart()}
    elif ask.body is not None:
        request["data"] = by.filled(ask.body)
    return request


def _multipart() -> str:
    assert BOUNDARY in MULTIPART_CONTENT
    return MULTIPART_CONTENT


class Watch:
    """Whether a statement changed what holds somebody's work, even if it was taken back."""

    wrote = False

    def __call__(self, execute: Any, sql: Any, params: Any, many: bool, context: Any) -> Any:
        verb = str(sql).lstrip("( ").partition(" ")[0].upper()
        reads = verb in {
            "SELECT",
            "WITH",
            "EXPLAIN",
            "PRAGMA",
            "SAVEPOINT",
            "RELEASE",
            "ROLLBACK",
            "SET",
            "SHOW",
        }
        self.wrote = self.wrote or not (reads or any(table in str(sql) for table in _unwatched()))
        return execute(sql, params, many, context)


def fingerprint() -> str:
    """A digest of every row of every table that holds somebody's work."""
    digest = hashlib.sha256()
    with connection.cursor() as cursor:
        for statement in _all_rows():
            cursor.execute(statement)
            digest.update(repr(cursor.fetchall()).encode())
    return digest.hexdigest()


@cache
def _unwatched() -> tuple[str, ...]:
    return tuple(f'"{model._meta.db_table}"' for model in apps.get_models() if model.__name__ in UNWATCHED)


@cache
def _all_rows() -> tuple[str, ...]:
    """The statement that reads a table whole, for each; written once, for they are asked thousands of times."""
    statements = []
    for model in apps.get_models():
        if model.__name__ in UNWATCHED or not model.__module__.startswith("northline."):
            continue
        names = [one.column for one in model._meta.concrete_fields if one.attname not in UNWATCHED_FIELDS]
        columns = ", ".join(map(connection.ops.quote_name, names))
        table, key = map(connection.ops.quote_name, (model._meta.db_table, model._meta.pk.column))
        statements.append(f"SELECT {columns} FROM {table} ORDER BY {key}")
    return tuple(statements)
