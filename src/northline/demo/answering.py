"""Who answers for which function: one is held by nobody, one by two people, and one is handed over for a while."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from northline.demo.making import Making
from northline.roadmap.actions.responsibilities import share_out
from northline.roadmap.rules.responsibilities import FUNCTIONS, Said

MANAGERS = {"product": "priya", "project": "marek"}
UNOWNED = "resources"


def remember(making: Making) -> None:
    for function, side in FUNCTIONS.items():
        if function != UNOWNED:
            making.past.ago(40, _say(making, None, function, accountable=[MANAGERS[side]]))
    making.past.ago(30, _say(making, 5, "researching", accountable=["lena"], shares=["priya", "tomas"]))
    heard = {"consulted": ["marek", "lena"], "informed": ["yuki"]}
    making.past.ago(20, _say(making, 5, "roadmap", accountable=["priya"], **heard))
    making.past.ago(12, _say(making, 5, "communicating_progress", accountable=["marek", "priya"]))
    away = {"deputy": "tomas", "until": making.today + timedelta(days=9)}
    making.past.ago(3, _say(making, 8, "timelines", accountable=["marek"], **away))


def _say(
    making: Making, initiative: int | None, function: str, *, accountable: list[str], **also: Any
) -> Callable[[], None]:
    def deed() -> None:
        row = making.product if initiative is None else making.rows["initiative", initiative]
        row.refresh_from_db()
        deputy = also.get("deputy")
        said = Said(
            accountable=tuple(making.members[handle].pk for handle in accountable),
            **{
                role: tuple(making.members[handle].pk for handle in also.get(role, ()))
                for role in ("shares", "consulted", "informed")
            },
            deputy_id=making.members[deputy].pk if deputy else None,
            deputy_until=also.get("until"),
        )
        share_out(row, function=function, said=said, expected=row.version, by=making.by("priya"))

    return deed
