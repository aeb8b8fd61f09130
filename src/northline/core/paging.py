"""Keyset paging: a cursor is the sort value and id of the last row, so that pages neither skip nor repeat."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Callable
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db.models import Model, Q, QuerySet

from northline.core.models import column
from northline.core.refusal import Refusal
from northline.core.richtext import refuse_unwritable

M = TypeVar("M", bound=Model)
DEFAULT, MOST = 50, 200


def page(
    rows: QuerySet[M],
    show: Callable[[M], Any],
    *,
    cursor: str | None,
    limit: int = DEFAULT,
    order: str = "-created_at",
) -> dict[str, Any]:
    """One page of `rows`, newest first or as `order` says, and the cursor of the next."""
    limit = max(1, min(limit, MOST))
    falling, name = order.startswith("-"), order.lstrip("-")
    rows = rows.order_by(order, "-pk" if falling else "pk")
    if cursor:
        value, last = _read(cursor, rows.model, name)
        step = "lt" if falling else "gt"
        rows = rows.filter(Q(**{f"{name}__{step}": value}) | Q(**{name: value, f"pk__{step}": last}))
    found = list(rows[: limit + 1])
    following = None
    if len(found) > limit:
        found = found[:limit]
        following = _write(getattr(found[-1], name), found[-1].pk)
    return {"items": [show(row) for row in found], "next": following}


def _write(value: Any, last: Any) -> str:
    value = value.isoformat() if hasattr(value, "isoformat") else value
    return base64.urlsafe_b64encode(json.dumps([value, str(last)]).encode()).decode()


def _read(cursor: str, model: type[Model], name: str) -> tuple[Any, Any]:
    """The sort value and id that the cursor names, as their fields hold them."""
    try:
        value, last = json.loads(base64.urlsafe_b64decode(cursor))
        if value is None or last is None:
            raise ValueError("a cursor names a row")
        value, last = column(model, name).to_python(value), column(model, "id").to_python(last)
        if isinstance(value, str):
            refuse_unwritable(value)
    except (ValueError, binascii.Error, TypeError, ValidationError) as error:
        raise Refusal(
            "cursor.unreadable", "That page address is not one of ours. Start from the first page."
        ) from error
    return value, last
