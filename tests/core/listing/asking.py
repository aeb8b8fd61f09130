"""How the tests of lists ask."""

from __future__ import annotations

import json
from typing import Any


def asked(cast: Any, kind: str = "idea", *, who: str = "vera", part: str = "", **query: Any) -> Any:
    if "where" in query:
        query["where"] = json.dumps(query["where"])
    return cast.client(who).get(f"/api/lists/{kind}{part}", query)


def titles(cast: Any, kind: str = "idea", **query: Any) -> list[str]:
    answer = asked(cast, kind, **query)
    assert answer.status_code == 200, answer.json()
    return [item["title"] for item in answer.json()["items"]]


def make(cast: Any, path: str = "ideas", *, by: str = "pia", **fields: Any) -> Any:
    product = {} if path == "customers" else {"product_id": cast.product.pk}
    answer = cast.client(by).post(f"/api/{path}", product | {"title": "x"} | fields)
    assert answer.status_code == 201, answer.json()
    return answer.json()


def bulk(cast: Any, kind: str, items: list[Any], *, by: str = "pia", **body: Any) -> Any:
    versions = [{"id": item["id"], "version": item["version"]} for item in items]
    return cast.client(by).post(f"/api/lists/{kind}/bulk", {"items": versions} | body)


def add_field(cast: Any, title: str, type: str, *, kind: str = "idea", by: str = "ada", **more: Any) -> Any:
    body = {"object_kind": kind, "title": title, "type": type} | more
    answer = cast.client(by).post("/api/custom-fields", body)
    assert answer.status_code == 201, answer.json()
    return answer.json()
