"""An initiative edited as a row of the list, cell by cell."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from northline.core.scope import Scope
from northline.roadmap.actions.initiatives import revise_initiative
from northline.roadmap.models import Initiative

ENDS = ("window_start", "window_finish")


def revise_row(
    row: Initiative, *, expected: int, fields: Mapping[str, Any], by: Scope, reason: str = ""
) -> Initiative:
    """Change an initiative as `revise_initiative` does; `fields` as in InitiativeRow."""
    given = {name: value for name, value in fields.items() if name not in ENDS}
    acknowledge = given.pop("acknowledge", ())
    reason = given.pop("reason", "") or reason
    ends = {name: fields[name] for name in ENDS if name in fields}
    if ends and "window" not in given:
        given["window"] = _window(row, ends)
    return revise_initiative(
        row, expected=expected, fields=given, by=by, reason=reason, acknowledge=acknowledge
    )


def _window(row: Initiative, ends: Mapping[str, date | None]) -> dict[str, Any] | None:
    """The window with one end or both set anew; a first end alone is a window of that day."""
    start, finish = (ends.get(name, getattr(row, name)) for name in ENDS)
    if None in ends.values():
        return None
    return {
        "start": start or finish,
        "finish": finish or start,
        # An end that somebody typed is meant to the day.
        "precision": "day",
    }
