"""Who answers for which function, one of which is held by nobody, one by two people, and one handed over for a while; and who
is asked and told of work items."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import Any
from uuid import UUID

from northline.delivery.models import WorkItem
from northline.delivery.raci.actions import Circled, put_together
from northline.delivery.raci.rules import Said
from northline.demo.making import Making
from northline.roadmap.actions.responsibilities import share_out
from northline.roadmap.rules import responsibilities as functions

MANAGERS = {"product": "priya", "project": "marek"}
UNOWNED = "resources"
# Work items of the large project, with those who are asked before and those who are told after.
CIRCLES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "Impact assessment": (("lena", "tomas"), ("greta",)),
    "Price and packages": (("greta",), ("marek", "ruth")),
    "Nordlicht signs off": (("priya", "tomas"), ("greta", "amos", "ruth")),
    "Staged roll-out, first tenth": (("marek", "priya"), ("amos",)),
    "Security review by outsiders": (("lena",), ("priya",)),
}


def remember(making: Making) -> None:
    for function, side in functions.FUNCTIONS.items():
        if function != UNOWNED:
            making.past.ago(40, _say(making, None, function, accountable=[MANAGERS[side]]))
    making.past.ago(30, _say(making, 5, "researching", accountable=["lena"], shares=["priya", "tomas"]))
    heard = {"consulted": ["marek", "lena"], "informed": ["yuki"]}
    making.past.ago(20, _say(making, 5, "roadmap", accountable=["priya"], **heard))
    making.past.ago(12, _say(making, 5, "communicating_progress", accountable=["marek", "priya"]))
    away = {"deputy": "tomas", "until": making.today + timedelta(days=9)}
    making.past.ago(3, _say(making, 8, "timelines", accountable=["marek"], **away))
    making.past.ago(18, lambda: _name_circles(making))


def _name_circles(making: Making) -> None:
    project = making.project()
    items = dict(WorkItem.objects.filter(project=project, title__in=CIRCLES).values_list("title", "pk"))
    circles = [
        Circled(
            items[title],
            Said(*(tuple(making.members[one].pk for one in names) for names in asked_and_told)),
            0,
        )
        for title, asked_and_told in CIRCLES.items()
    ]
    put_together(project, circles=circles, by=making.by("marek"))


def _say(
    making: Making, initiative: int | None, function: str, *, accountable: list[str], **also: Any
) -> Callable[[], None]:
    def deed() -> None:
        row = making.product if initiative is None else making.rows["initiative", initiative]
        row.refresh_from_db()
        deputy = also.get("deputy")
        said = functions.Said(
            accountable=_named(making, accountable),
            shares=_named(making, also.get("shares", ())),
            consulted=_named(making, also.get("consulted", ())),
            informed=_named(making, also.get("informed", ())),
            deputy_id=making.members[deputy].pk if deputy else None,
            deputy_until=also.get("until"),
        )
        share_out(row, function=function, said=said, expected=row.version, by=making.by("priya"))

    return deed


def _named(making: Making, handles: Iterable[str]) -> tuple[UUID, ...]:
    return tuple(making.members[handle].pk for handle in handles)
