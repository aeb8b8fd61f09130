"""Custom fields with their values, and saved views."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from northline.core import editing
from northline.core.listing import custom_fields, views
from northline.core.listing.models import CustomField
from northline.demo.content.lists import FIELDS, IDEAS, INITIATIVES, INSIGHTS, VIEWS
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
        given: dict[str, Any] = {"depots_affected": depots, "heard_first_hand": heard}
        making.past.ago(24 - number / 2, _fill(making, "insight", number, given.copy))
    for number, idea in IDEAS.items():
        making.past.ago(18 - number, _fill(making, "idea", number, partial(_of_idea, making, *idea)))
    for number, (market, depots, sponsor) in INITIATIVES.items():
        values: dict[str, Any] = {
            "market": market,
            "depots_reached": depots,
            "sponsor": str(making.by(sponsor).member_id),
        }
        making.past.ago(17 - number / 4, _fill(making, "initiative", number, values.copy))
    for number, (kind, title, handle, shared, config) in enumerate(VIEWS):
        making.past.ago(11 - number, _save(making, kind, title, handle, shared, PLAIN | config))


def _add_fields(making: Making) -> None:
    for kind, title, type_, options, description in FIELDS:
        custom_fields.add(
            kind,
            product_id=making.product.pk,
            title=title,
            type=type_ if type_ in CustomField.Type.values else "reference",
            of=type_,
            options=[{"label": option} for option in options],
            description=description,
            by=making.by("priya"),
        )


def _of_idea(making: Making, effort: str, days: int | None, contact: str, customer: int) -> dict[str, Any]:
    return {
        "effort": effort,
        "needs_review_by": making.day(days).isoformat() if days is not None else None,
        "engineering_contact": str(making.by(contact).member_id),
        "first_asked_by": str(making.rows["customer", customer].pk),
    }


def _fill(making: Making, kind: str, number: int, values: Callable[[], dict[str, Any]]) -> Callable[[], None]:
    def deed() -> None:
        row = making.rows[kind, number]
        row.refresh_from_db()
        editing.revise(row, expected=row.version, fields={"custom": values()}, by=making.by("priya"))

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
