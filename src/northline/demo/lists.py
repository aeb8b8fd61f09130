"""Custom fields with their values, and saved views."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from northline.core import editing
from northline.core.listing import custom_fields, views
from northline.demo.content.lists import FIELDS, IDEAS, INSIGHTS, VIEWS
from northline.demo.making import Making

PLAIN: dict[str, Any] = {
    "where": [],
    "q": "",
    "sort": "",
    "group": "",
    "columns": [],
    "layout": "table",
    "archived": False,
    "settings": {},
}


def remember(making: Making) -> None:
    making.past.ago(30, lambda: _add_fields(making))
    for number, (depots, heard) in INSIGHTS.items():
        given = {"depots_affected": depots, "heard_first_hand": heard}
        making.past.ago(24 - number / 2, _fill(making, "insight", number, given))
    for number, (effort, days) in IDEAS.items():
        due = making.day(days).isoformat() if days is not None else None
        making.past.ago(
            18 - number, _fill(making, "idea", number, {"effort": effort, "needs_review_by": due})
        )
    for number, (kind, title, handle, shared, config) in enumerate(VIEWS):
        making.past.ago(11 - number, _save(making, kind, title, handle, shared, PLAIN | config))


def _add_fields(making: Making) -> None:
    for kind, title, type_, options, description in FIELDS:
        custom_fields.add(
            kind,
            product_id=making.product.pk,
            title=title,
            type=type_,
            options=[{"label": option} for option in options],
            description=description,
            by=making.by("priya"),
        )


def _fill(making: Making, kind: str, number: int, values: dict[str, Any]) -> Callable[[], None]:
    def deed() -> None:
        row = making.rows[kind, number]
        row.refresh_from_db()
        editing.revise(row, expected=row.version, fields={"custom": values}, by=making.by("priya"))

    return deed


def _save(
    making: Making, kind: str, title: str, handle: str, shared: bool, config: dict[str, Any]
) -> Callable[[], None]:
    def deed() -> None:
        views.save(
            kind,
            product_id=making.product.pk,
            title=title,
            shared=shared,
            config=config,
            by=making.by(handle),
        )

    return deed
