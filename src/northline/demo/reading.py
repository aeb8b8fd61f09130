"""Everybody looked into their inbox yesterday, so that it tells of a day and not of a whole year."""

from __future__ import annotations

from django.db.models import Max

from northline.core.models import Change
from northline.demo.content.people import PEOPLE
from northline.demo.making import Making
from northline.reporting.inbox import mark_seen

LOOKED = 1.0


def remember(making: Making) -> None:
    def deed() -> None:
        changes = Change.objects.filter(workspace_id=making.workspace.pk)
        newest = changes.aggregate(newest=Max("seq"))["newest"]
        for person in PEOPLE:
            mark_seen(making.by(person.handle), seq=newest)

    making.past.ago(LOOKED, deed)
