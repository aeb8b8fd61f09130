"""The stakeholders: who they are, what they were told, and how they stand to the vision."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from northline.core.models import Row
from northline.demo.content.stakeholders import PARTIES, TELLINGS, VERDICTS, Party
from northline.demo.making import Making
from northline.strategy.models import Vision
from northline.strategy.stakeholders import actions
from northline.strategy.stakeholders.documents import of_vision
from northline.strategy.stakeholders.rules import content_hash


def remember(making: Making) -> None:
    for place, party in enumerate(PARTIES):
        making.past.ago(112, _register(making, place, party))
    for number, (asked, words) in VERDICTS.items():
        making.past.ago(asked, _put_up(making, number, asked))
        for handle, days, word, text in words:
            making.past.ago(days, _say(making, number, days, (handle, word, text)))
    for days, place, channel, summary, seen in TELLINGS:
        making.past.ago(days, _tell(making, place, days, (channel, summary, seen)))


def _register(making: Making, place: int, party: Party) -> Callable[[], None]:
    def deed() -> None:
        fields = {
            "title": party.name,
            "member_id": making.members[party.handle].pk if party.handle else None,
            "position": party.position,
            "organisation": party.organisation,
            "power": party.power,
            "interest": party.interest,
            "attitude": party.attitude,
            "concerns": party.concerns,
            "boxes": list(party.boxes),
        }
        by = making.by("priya")
        making.keep("stakeholder", place, actions.register_stakeholder(making.product, fields=fields, by=by))

    return deed


def _put_up(making: Making, number: int, days: float) -> Callable[[], None]:
    def deed() -> None:
        document = of_vision(_vision(making, number))
        row = actions.ask_for_sign_off(document, material=[], by=making.by("priya"))
        date_by_hand(making, row, days)

    return deed


def _say(making: Making, number: int, days: float, said: tuple[str, str, str]) -> Callable[[], None]:
    def deed() -> None:
        handle, word, text = said
        document, by = of_vision(_vision(making, number)), making.by(handle)
        signed = content_hash(document.boxes)
        row = actions.give_verdict(document, word=word, text=text, content_hash=signed, by=by)
        date_by_hand(making, row, days)

    return deed


def _tell(making: Making, place: int, days: float, told: tuple[str, str, int | None]) -> Callable[[], None]:
    def deed() -> None:
        channel, summary, seen = told
        version = _vision(making, seen).pk if seen else None
        person, by = making.rows["stakeholder", place], making.by("priya")
        row = actions.tell(person, summary=summary, channel=channel, version_id=version, by=by)
        date_by_hand(making, row, days)

    return deed


def date_by_hand(making: Making, row: Row, days: float) -> None:
    """Records are dated by hand: the past dates only what people edit."""
    at = making.past.now - timedelta(days=days)
    type(row)._default_manager.filter(pk=row.pk).update(created_at=at)


def _vision(making: Making, number: int) -> Vision:
    return Vision.objects.get(product=making.product, number=number)
