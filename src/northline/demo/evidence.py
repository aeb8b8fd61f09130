"""Insights, opportunities and ideas, written over the past weeks."""

from __future__ import annotations

from collections.abc import Callable

from northline.core import links
from northline.core.richtext import of_text
from northline.demo.content.insights import INSIGHTS, SNOOZED, STRENGTH_OF_SOURCE, STRONGER, WAITING, Evidence
from northline.demo.content.opportunities import IDEAS, OPPORTUNITIES
from northline.demo.making import WRITERS, Making
from northline.research import actions as research


def remember(making: Making) -> None:
    for number, evidence in enumerate(INSIGHTS):
        making.past.ago(evidence.days_ago, _insight(making, number, evidence))
    for number, need in enumerate(OPPORTUNITIES, start=1):
        making.past.ago(98 - number, _opportunity(making, number, need.title, need.parent, need.text))
    for number, idea in enumerate(IDEAS, start=1):
        making.past.ago(
            68 - 2 * number, _idea(making, number, idea.title, idea.addresses, idea.status, idea.text)
        )
    for number, evidence in enumerate(INSIGHTS):
        if evidence.supports is not None:
            day = min(evidence.days_ago - 0.1, 97 - evidence.supports)
            making.past.ago(
                day,
                making.linking(
                    "supports",
                    ("insight", number),
                    ("opportunity", evidence.supports),
                    WRITERS[number % 3],
                ),
            )


def _insight(making: Making, number: int, evidence: Evidence) -> Callable[[], None]:
    def deed() -> None:
        customer = making.rows["customer", evidence.customer].pk if evidence.customer is not None else None
        fields = {
            "title": evidence.title,
            "body": of_text(evidence.text),
            "source": evidence.source,
            "customer_id": customer,
            "tags": list(evidence.tags),
            "evidence": STRONGER.get(number, STRENGTH_OF_SOURCE[evidence.source]),
            "state": "new" if number in WAITING | SNOOZED.keys() else "processed",
            "snoozed_until": making.day(SNOOZED[number]) if number in SNOOZED else None,
        }
        row = research.note_insight(making.product, fields=fields, by=making.by(WRITERS[number % 3]))
        making.keep("insight", number, row)

    return deed


def _opportunity(
    making: Making, number: int, title: str, parent: int | None, text: str
) -> Callable[[], None]:
    def deed() -> None:
        above = making.rows["opportunity", parent].pk if parent else None
        fields = {"title": title, "body": of_text(text), "parent_id": above}
        making.keep(
            "opportunity",
            number,
            research.name_opportunity(making.product, fields=fields, by=making.by("priya")),
        )

    return deed


def _idea(
    making: Making, number: int, title: str, addresses: int | None, status: str, text: str
) -> Callable[[], None]:
    def deed() -> None:
        fields = {"title": title, "body": of_text(text), "status": status}
        row = making.keep(
            "idea",
            number,
            research.propose_idea(making.product, fields=fields, by=making.by(WRITERS[number % 3])),
        )
        if addresses:
            links.link("addresses", row, target=making.rows["opportunity", addresses], by=making.by("priya"))

    return deed
