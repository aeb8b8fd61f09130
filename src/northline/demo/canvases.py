"""The canvases: drawn, rewritten, backed with evidence and signed."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from northline.core import links
from northline.demo.content.canvases import PAGES, SIGNED, Page, Thought
from northline.demo.making import Making
from northline.demo.standing import date_by_hand
from northline.strategy.canvases import actions
from northline.strategy.canvases.queries import newest_of
from northline.strategy.stakeholders import actions as sign_off
from northline.strategy.stakeholders.documents import of_canvas
from northline.strategy.stakeholders.rules import content_hash


def remember(making: Making) -> None:
    for number, page in enumerate(PAGES):
        making.past.ago(page.versions[0][0] + 0.1, _draw(making, number, page))
        for version, (days, handle, note, boxes) in enumerate(page.versions):
            making.past.ago(days, _write(making, number, version, (days, handle, note, boxes)))
        said = {
            thought.name: thought
            for version in page.versions
            for box in version[3].values()
            for thought in box
        }
        for thought in said.values():
            making.past.ago(1.9, _back(making, number, thought))
    asked, words = SIGNED
    making.past.ago(asked, _put_up(making, asked))
    for handle, days, word, text in words:
        making.past.ago(days, _say(making, days, (handle, word, text)))


def _draw(making: Making, number: int, page: Page) -> Callable[[], None]:
    def deed() -> None:
        by = making.by(page.versions[0][1])
        row = actions.draw_canvas(making.product, title=page.title, template=page.template, by=by)
        making.keep("canvas", number, row)

    return deed


def _write(
    making: Making, number: int, version: int, told: tuple[float, str, str, dict[str, tuple[Thought, ...]]]
) -> Callable[[], None]:
    def deed() -> None:
        days, handle, note, boxes = told
        known = making.rows.setdefault(("statements", number), {})
        row = actions.write_version(
            making.rows["canvas", number],
            boxes={
                box: [actions.Thought(known.get(each.name), each.text, each.nature) for each in said]
                for box, said in boxes.items()
            },
            note=note,
            based_on=version or None,
            by=making.by(handle),
        )
        date_by_hand(making, row, days)
        for box, said in boxes.items():
            for each, stored in zip(said, row.boxes[box], strict=True):
                known[each.name] = UUID(stored["id"])

    return deed


def _back(making: Making, number: int, thought: Thought) -> Callable[[], None]:
    """Link the evidence for and against a statement."""

    def deed() -> None:
        canvas, by = making.rows["canvas", number], making.by("tomas")
        row = canvas.statements.get(pk=making.rows["statements", number][thought.name])
        for word, insights in (("supports", thought.supports), ("contradicts", thought.contradicts)):
            for insight in insights:
                links.link(word, making.rows["insight", insight], target=row, by=by)

    return deed


def _put_up(making: Making, days: float) -> Callable[[], None]:
    def deed() -> None:
        version = newest_of(making.rows["canvas", 0])
        assert version is not None
        row = sign_off.ask_for_sign_off(of_canvas(version), material=[], by=making.by("priya"))
        date_by_hand(making, row, days)

    return deed


def _say(making: Making, days: float, said: tuple[str, str, str]) -> Callable[[], None]:
    def deed() -> None:
        handle, word, text = said
        version = newest_of(making.rows["canvas", 0])
        assert version is not None
        document, by = of_canvas(version), making.by(handle)
        row = sign_off.give_verdict(
            document, word=word, text=text, content_hash=content_hash(document.boxes), by=by
        )
        date_by_hand(making, row, days)

    return deed
