"""Lanes and initiatives, two of them postponed since."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from northline.core import links
from northline.core.richtext import of_text
from northline.demo.content.roadmap import INITIATIVES, LANES, THEME_OF, Work
from northline.demo.making import Making
from northline.roadmap.actions import initiatives as roadmap
from northline.roadmap.actions.lanes import add_lane


def remember(making: Making) -> None:
    for number, (title, colour) in enumerate(LANES, start=1):
        making.past.ago(85, _lane(making, number, title, colour))
    for number, work in enumerate(INITIATIVES, start=1):
        making.past.ago(80 - number / 2, _initiative(making, number, work))
    making.past.ago(12, _postpone(making, 9, 10, "The climate chamber is booked until the tenth."))
    making.past.ago(4, _postpone(making, 6, 7, "Windows need two more weeks of live data."))


def _lane(making: Making, number: int, title: str, colour: str) -> Callable[[], None]:
    def deed() -> None:
        row = add_lane(making.product, title=title, colour=colour, position=None, by=making.by("priya"))
        making.keep("lane", number, row)

    return deed


def _initiative(making: Making, number: int, work: Work) -> Callable[[], None]:
    def deed() -> None:
        window = None
        if work.starts is not None and work.ends is not None:
            window = {
                "start": making.day(work.starts),
                "finish": making.day(work.ends),
                "precision": work.precision,
            }
        fields = {
            "title": work.title,
            "body": of_text(work.text),
            "lane_id": making.rows["lane", work.lane].pk,
            "theme_id": making.rows["theme", THEME_OF[number]].pk if number in THEME_OF else None,
            "status": work.status,
            "horizon": work.horizon,
            "window": window,
            "owner_id": making.members[work.owner].pk,
            "no_review_reason": "Finished before outcomes were reviewed." if work.status == "done" else "",
        }
        row = making.keep(
            "initiative", number, roadmap.add_initiative(making.product, fields=fields, by=making.by("priya"))
        )
        if work.objective:
            links.link(
                "advances", row, target=making.rows["objective", work.objective], by=making.by("priya")
            )
        if work.idea and ("idea", work.idea) in making.rows:
            links.link("delivers", row, target=making.rows["idea", work.idea], by=making.by("priya"))
        elif work.idea:
            making.late_links.append((number, work.idea))

    return deed


def _postpone(making: Making, number: int, days: int, reason: str) -> Callable[[], None]:
    def deed() -> None:
        row = making.rows["initiative", number]
        row.refresh_from_db()
        window = {
            "start": row.window_start + timedelta(days=days),
            "finish": row.window_finish + timedelta(days=days),
            "precision": row.window_precision,
        }
        by = making.by("priya")
        # Whoever was promised was told before.
        known = list(row.promises.filter(state="open").values_list("pk", flat=True))
        roadmap.revise_initiative(
            row,
            expected=row.version,
            fields={"window": window},
            by=by,
            reason=reason,
            acknowledge=known,
        )

    return deed
