"""A roadmap as its readers get it, laid out for pages and calendars. Takes only what they are shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from northline.formats.ical import Event
from northline.formats.roadmap import Bar, Lane, Mark, Roadmap, Tint

STATUS = {
    "idea": "Idea",
    "planned": "Planned",
    "committed": "Committed",
    "in_progress": "In progress",
    "done": "Done",
}
ELSEWHERE = "Other"

Shown = Mapping[str, Any]


def drawn(shown: Shown, *, title: str, subtitle: str, footer: str, today: date) -> Roadmap:
    """The values of the page: every lane with its bars and milestones, and one for what lies in none."""
    lanes = [
        Lane(lane["title"], _bars(shown, lane["id"]), _marks(shown, lane["id"]), lane["colour"])
        for lane in shown["lanes"]
    ]
    known = {lane["id"] for lane in shown["lanes"]}
    bars = tuple(_bar(row) for row in shown["initiatives"] if row.get("lane_id") not in known)
    marks = tuple(_mark(row) for row in shown.get("milestones", ()) if row.get("lane_id") not in known)
    if bars or marks:
        loose = Lane(ELSEWHERE if lanes else "", bars, marks)
        # Milestones of no lane concern all of them: they stand on top.
        lanes = [loose, *lanes] if marks else [*lanes, loose]
    entries = shown.get("colours", {}).get("entries", ())
    return Roadmap(
        title=title,
        today=today,
        lanes=tuple(lanes),
        subtitle=subtitle,
        footer=footer,
        legend=tuple(Tint(entry["label"], entry["colour"]) for entry in entries),
    )


def _bars(shown: Shown, lane_id: Any) -> tuple[Bar, ...]:
    return tuple(_bar(row) for row in shown["initiatives"] if row.get("lane_id") == lane_id)


def _marks(shown: Shown, lane_id: Any) -> tuple[Mark, ...]:
    return tuple(_mark(row) for row in shown.get("milestones", ()) if row.get("lane_id") == lane_id)


def _mark(row: Shown) -> Mark:
    return Mark(row["title"], day_of(row["day"]))


def _bar(row: Shown) -> Bar:
    window, forecast = row.get("window"), row.get("forecast")
    return Bar(
        title=row["title"],
        start=window and day_of(window["start"]),
        finish=window and day_of(window["finish"]),
        status=STATUS.get(row.get("status", ""), ""),
        chance=_chance(forecast),
        likely=_likely(forecast),
        horizon=row.get("horizon") or "",
        note=row.get("owner") or "",
        colour=row.get("colour") or "",
    )


def _chance(forecast: Shown | None) -> str:
    probability = forecast.get("probability") if forecast else None
    return "" if probability is None else f"{round(100 * probability)} %"


def _likely(forecast: Shown | None) -> tuple[date, date] | None:
    if not forecast or not forecast.get("p50") or not forecast.get("p85"):
        return None
    return day_of(forecast["p50"]), day_of(forecast["p85"])


def day_of(value: Any) -> date:
    """The day of a date, a moment or the text of one."""
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else datetime.fromisoformat(str(value)).date()


def dated(shown: Shown, *, host: str) -> Iterable[Event]:
    """Windows and milestones as events of a calendar; ids stay the same from file to file."""
    for row in shown["initiatives"]:
        window = row.get("window")
        if window:
            note = row.get("description") or STATUS.get(row.get("status", ""), "")
            yield Event(
                f"{row['id']}@{host}", row["title"], day_of(window["start"]), day_of(window["finish"]), note
            )
    for mark in shown.get("milestones", ()):
        yield Event(f"{mark['id']}@{host}", mark["title"], day_of(mark["day"]), day_of(mark["day"]))
