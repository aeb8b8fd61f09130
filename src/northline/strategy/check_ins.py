"""What a check-in looks like in a list."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from northline.core.schemas import Ref, ref
from northline.core.scope import Scope
from northline.strategy.models import CheckIn
from northline.strategy.schemas import CheckInOut, show_check_in


class CheckInLineOut(CheckInOut):
    """A check-in in a list: `key` and `title` are those of its key result."""

    kind: str
    key: str
    title: str
    part_of: Ref
    product_id: UUID
    unit: str
    can: dict[str, bool] = {}


def show_check_in_lines(rows: Iterable[CheckIn], scope: Scope) -> list[dict[str, Any]]:
    return [
        show_check_in(row)
        | {"kind": row.KIND, "key": row.key_result.key, "title": row.key_result.title}
        | {"part_of": ref(row.key_result), "product_id": row.key_result.product_id}
        | {"unit": row.key_result.unit}
        for row in rows
    ]
