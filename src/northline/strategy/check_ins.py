"""What a check-in looks like in a list."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from northline.core.schemas import PartOut, part
from northline.core.scope import Scope
from northline.strategy.models import CheckIn
from northline.strategy.schemas import CheckInOut, show_check_in


class CheckInLineOut(CheckInOut, PartOut):
    """A check-in in a list, as a part of its key result."""

    unit: str


def show_check_in_lines(rows: Iterable[CheckIn], scope: Scope) -> list[dict[str, Any]]:
    return [show_check_in(row) | part(row, row.key_result) | {"unit": row.key_result.unit} for row in rows]
