"""Passages marked in the insights, an insight that was said twice, and whom the interviews were with."""

from __future__ import annotations

from collections.abc import Callable

from northline.core.richtext import of_text
from northline.demo.content.insights import INSIGHTS
from northline.demo.content.quotes import MARKS, TALKS, TWINS, Mark, Talk, Twin
from northline.demo.making import WRITERS, Making
from northline.research import actions as research
from northline.research.highlights.actions import mark
from northline.research.highlights.passages import Passage
from northline.research.interviews.actions import note_interview
from northline.research.mergers.actions import merge


def remember(making: Making) -> None:
    for number, passage in enumerate(MARKS):
        # Soon after the insight was linked, when both are there.
        making.past.ago(
            min(INSIGHTS[passage.insight].days_ago - 1, 40) - number / 100, _mark(making, passage)
        )
    for number, twin in enumerate(TWINS):
        making.past.ago(twin.days_ago, _note(making, number, twin))
        if twin.merged is not None:
            making.past.ago(twin.merged, _merge(making, number, twin))
    for talk in TALKS:
        making.past.ago(INSIGHTS[talk.insight].days_ago - 0.2, _talk(making, talk))


def _mark(making: Making, said: Mark) -> Callable[[], None]:
    def deed() -> None:
        passage = Passage(said.quote, before="", after="")
        target = making.rows[said.kind, said.number]
        insight = making.rows["insight", said.insight]
        insight.refresh_from_db()
        mark(
            insight,
            passage,
            target=target,
            importance=said.importance,
            by=making.by(WRITERS[said.number % 3]),
        )

    return deed


def _note(making: Making, number: int, twin: Twin) -> Callable[[], None]:
    def deed() -> None:
        fields = {
            "title": twin.title,
            "body": of_text(twin.text),
            "source": twin.source,
            "customer_id": making.rows["customer", twin.customer].pk,
            "tags": ["re-planning", "phone"],
            "evidence": "behaviour",
        }
        making.keep(
            "twin", number, research.note_insight(making.product, fields=fields, by=making.by("lena"))
        )

    return deed


def _merge(making: Making, number: int, twin: Twin) -> Callable[[], None]:
    def deed() -> None:
        row = making.rows["twin", number]
        merge(row, into=making.rows["insight", twin.says], expected=row.version, by=making.by("priya"))

    return deed


def _talk(making: Making, talk: Talk) -> Callable[[], None]:
    def deed() -> None:
        fields = {
            "participant": talk.participant,
            "consent": talk.consent,
            "consent_on": making.day(-int(INSIGHTS[talk.insight].days_ago)),
            "keep_until": making.day(talk.kept_for),
        }
        row = making.rows["insight", talk.insight]
        note_interview(row, expected=0, fields=fields, by=making.by(WRITERS[talk.insight % 3]))

    return deed
