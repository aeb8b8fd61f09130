"""Updates of initiatives; one owner has been silent, and one plan has grown since its charter was accepted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from django.db.models import F

from northline.delivery.models import Charter
from northline.demo.content.updates import GREW, UPDATES, Said
from northline.demo.making import Making
from northline.reporting.overseeing.actions import say_how_it_goes
from northline.reporting.overseeing.models import InitiativeUpdate


def remember(making: Making) -> None:
    for said in UPDATES:
        making.past.ago(said.ago, _say(making, said))
    making.past.ago(2, lambda: _grow(making))


def _say(making: Making, said: Said) -> Callable[[], None]:
    def deed() -> None:
        row = making.rows["initiative", said.initiative]
        row.refresh_from_db()
        update = say_how_it_goes(row, health=said.health, words=said.words, by=making.by(said.by))
        at = making.past.now - timedelta(days=said.ago)
        InitiativeUpdate.objects.filter(pk=update.pk).update(created_at=at)

    return deed


def _grow(making: Making) -> None:
    number, items, minutes = GREW
    Charter.objects.filter(
        initiative_id=making.rows["initiative", number].pk,
        accepted_items__gt=items,
        accepted_minutes__gt=minutes,
    ).update(accepted_items=F("accepted_items") - items, accepted_minutes=F("accepted_minutes") - minutes)
