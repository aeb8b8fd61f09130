"""A plan as the values that are drawn on pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from northline.formats.gantt import Chart, Row, Tie
from northline.scheduling.compile import calendars_of
from northline.scheduling.compute import CRITICAL
from northline.scheduling.kept import Kept
from northline.scheduling.moments import Standing, standings
from northline.scheduling.plan import Placed, Plan
from northline.scheduling.queries import percents

WEEKEND = frozenset({5, 6})


def charted(
    plan: Plan, kept: Kept, *, agreed: Sequence[Standing] = (), agreed_as: str = "", today: date, footer: str
) -> Chart:
    """The whole plan by its kept dates, with where each item was agreed to stand."""
    outline = plan.outline()
    place = {placed.id: number for number, placed in enumerate(outline)}
    return Chart(
        title=plan.project["title"],
        today=today,
        rows=tuple(_rows(plan, kept, outline, {one.id: one for one in agreed})),
        ties=tuple(
            Tie(place[link["before_id"]], place[link["after_id"]], link["kind"]) for link in plan.live_links()
        ),
        subtitle=_subtitle(plan, kept, agreed_as),
        footer=footer,
        status=_at(plan.project["status_date"]),
        deadline=_at(plan.project["deadline"]),
        free=_free(plan),
    )


def _rows(plan: Plan, kept: Kept, outline: list[Placed], agreed: Mapping[str, Standing]) -> list[Row]:
    done = percents(plan, outline)
    people = _people(plan)
    made = []
    for placed, one in zip(outline, standings(plan, outline, kept.dates), strict=True):
        item, was = plan.items[placed.id], agreed.get(one.id)
        start, finish = _at(one.start), _at(one.finish)
        days = one.duration_minutes / plan.project["minutes_per_day"]
        made.append(
            Row(
                title=one.title,
                kind=one.type,  # type: ignore[arg-type]  # as the API names them
                level=one.level,
                wbs=one.wbs,
                start=start,
                finish=finish,
                duration=f"{days:.1f}".removesuffix(".0") + " d",
                percent=done.get(placed.id, item["percent_complete"] or 0.0),
                critical=bool(item["active"] and start and kept.dates[one.id][CRITICAL]),
                inactive=not item["active"],
                deadline=_at(item["deadline"]),
                baseline=(datetime.fromisoformat(was.start), datetime.fromisoformat(was.finish))
                if was and was.start and was.finish
                else None,
                note=_note(one, start, people.get(one.id, "")),
            )
        )
    return made


def _note(one: Standing, start: datetime | None, people: str) -> str:
    if one.type == "milestone" and start:
        return f"{start.day} {start:%b}"
    return people


def _people(plan: Plan) -> dict[str, str]:
    """The names of those on each item."""
    names = {row["id"]: row["title"] for row in plan.resources}
    found: dict[str, list[str]] = {}
    for row in plan.live_assignments():
        if row["resource_id"] in names:
            found.setdefault(str(row["item_id"]), []).append(names[row["resource_id"]])
    return {item: ", ".join(who) for item, who in found.items()}


def _subtitle(plan: Plan, kept: Kept, agreed_as: str) -> str:
    """The project's code, when it runs, how likely that is in time, and what the ghosts are."""
    parts = [plan.project["code"]]
    if kept.dates:
        parts.append(" – ".join(_day(text) for text in (kept.start, kept.finish)))
    if kept.probability is not None:
        parts.append(f"{kept.probability:.0%} in time")
    if agreed_as:
        parts.append(f"against {agreed_as}")
    return " · ".join(parts)


def _free(plan: Plan) -> frozenset[int]:
    """The days of the week on which the project's calendar has no hours."""
    usual, calendars = calendars_of(plan)
    week = next(calendar.week for calendar in calendars if calendar.id == usual)
    return frozenset(day for day, hours in enumerate(week) if not hours) or WEEKEND


def _day(text: str) -> str:
    at = datetime.fromisoformat(text)
    return f"{at.day} {at:%b %Y}"


def _at(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
