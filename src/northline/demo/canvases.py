"""The canvases: drawn, rewritten, backed with evidence and signed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from uuid import UUID

from northline.core import links
from northline.demo.content.canvases import PAGES, SIGNED, Page, Thought
from northline.demo.making import Making
from northline.demo.standing import date_by_hand
from northline.strategy.canvases import actions
from northline.strategy.canvases.models import Statement
from northline.strategy.canvases.queries import newest_of
from northline.strategy.stakeholders import actions as sign_off
from northline.strategy.stakeholders.documents import of_canvas
from northline.strategy.stakeholders.rules import content_hash

Board = Mapping[str, tuple[Thought, ...]]


def remember(making: Making) -> None:
    for number, page in enumerate(PAGES):
        making.past.ago(page.versions[0][0] + 0.1, _draw(making, number, page))
        for version, (days, handle, note, boxes) in enumerate(page.versions):
            making.past.ago(days, _write(making, number, version, (days, handle, note, boxes)))
        for thought in said_in(version[3] for version in page.versions):
            making.past.ago(1.9, backing(making, number, thought))
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
        row = actions.write_version(
            making.rows["canvas", number],
            boxes=thoughts(making, number, boxes),
            note=note,
            based_on=version or None,
            by=making.by(handle),
        )
        date_by_hand(making, row, days)
        learn(making, number, boxes, row.boxes)

    return deed


def said_in(versions: Iterable[Board]) -> Iterable[Thought]:
    """The statements of a document, each once, as its last version has it."""
    return {each.name: each for boxes in versions for said in boxes.values() for each in said}.values()


def thoughts(making: Making, document: int | str, boxes: Board) -> dict[str, list[actions.Thought]]:
    """What the next version of a document says; what stood in an earlier one goes on."""
    known = making.rows.get(("statements", document), {})
    return {
        box: [actions.Thought(known.get(each.name), each.text, each.nature) for each in said]
        for box, said in boxes.items()
    }


def learn(
    making: Making, document: int | str, boxes: Board, stored: Mapping[str, list[dict[str, str]]]
) -> None:
    """Remember which rows the statements of a version are."""
    known = making.rows.setdefault(("statements", document), {})
    for box, said in boxes.items():
        for each, kept in zip(said, stored[box], strict=True):
            known[each.name] = UUID(kept["id"])


def backing(making: Making, document: int | str, thought: Thought) -> Callable[[], None]:
    """Link the evidence for and against a statement."""

    def deed() -> None:
        by = making.by("tomas")
        row = Statement.objects.get(pk=making.rows["statements", document][thought.name])
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
