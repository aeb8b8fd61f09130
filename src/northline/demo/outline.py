"""Read a plan written as an outline (see `content/plans.py`) into the plan that `delivery.filing` stores."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from northline.demo.content.plans import PEOPLE
from northline.engine import (
    Calendar,
    CalendarException,
    Lag,
    Link,
    LinkKind,
    Minutes,
    Project,
    Task,
    WorkInterval,
    schedule,
)

DAY = 480
WEEK = [[[480, 720], [780, 1020]] for _ in range(5)] + [[], []]
_CODE = re.compile(r"\s*\[(\w+)\]\s*$")
_AFTER = re.compile(r"\[(\w+)\](FS|SS|FF|SF)?([+-]\d+)?")


@dataclass(slots=True)
class Line:
    """One line of an outline."""

    uid: str
    title: str
    depth: int
    days: float | None
    after: list[tuple[str, str, int]]
    who: list[str]
    spread: tuple[float, float] | None
    parent: str | None = None
    code: str = ""
    children: list[str] = field(default_factory=list)


def lines_of(text: str) -> list[Line]:
    """The lines, each knowing its parent; codes in `after` become uids."""
    found: list[Line] = []
    open_lines: list[Line] = []
    for number, raw in enumerate(text.strip("\n").splitlines(), start=1):
        line = _line(raw, number)
        del open_lines[line.depth :]
        if open_lines:
            line.parent = open_lines[-1].uid
            open_lines[-1].children.append(line.uid)
        open_lines.append(line)
        found.append(line)
    uids = {line.code: line.uid for line in found if line.code}
    for line in found:
        line.after = [(uids[code], kind, days) for code, kind, days in line.after]
    return found


def _line(raw: str, number: int) -> Line:
    name, days, after, who, spread = [part.strip() for part in raw.split("|")]
    code = _CODE.search(name)
    low, _, high = spread.partition("-")
    return Line(
        uid=str(number),
        title=_CODE.sub("", name),
        depth=(len(raw) - len(raw.lstrip())) // 2,
        days=float(days) if days else None,
        after=[(match[1], match[2] or "FS", int(match[3] or 0)) for match in _AFTER.finditer(after)],
        who=who.split(),
        spread=(float(low), float(high)) if spread else None,
        code=code[1] if code else "",
    )


def plan_of(text: str, *, start: date, today: date, name: str) -> dict[str, Any]:
    """The plan as `delivery.filing.store_plan` takes it, with progress up to `today` as the dates have it."""
    lines = lines_of(text)
    begun = _next_workday(start)
    holidays = _holidays(begun)
    dates = _dates(lines, begun, holidays)
    people = sorted({handle for line in lines for handle in line.who})
    return {
        "name": name,
        "start": f"{begun.isoformat()}T08:00",
        "laid_from_finish": None,
        "status_date": f"{today.isoformat()}T08:00",
        "minutes_per_day": DAY,
        "minutes_per_week": 5 * DAY,
        "honour_constraints": True,
        "critical_slack_minutes": 0,
        "calendar": "house",
        "calendars": [
            {"uid": "house", "title": "Fernhaven", "week": WEEK, "exceptions": holidays, "weeks": []}
        ],
        "resources": [
            {
                "uid": handle,
                "title": PEOPLE[handle][0],
                "type": "person",
                "capacity": PEOPLE[handle][1],
                "calendar": None,
            }
            for handle in people
        ],
        "items": [_item(line, dates, today) for line in lines],
        "links": [
            {
                "before": before,
                "after": line.uid,
                "kind": kind,
                "lag_minutes": days * DAY,
                "lag_unit": "working",
            }
            for line in lines
            for before, kind, days in line.after
        ],
        "assignments": [
            {
                "item": line.uid,
                "resource": handle,
                "units": min(1.0, PEOPLE[handle][1]),
                "work_minutes": None,
                "overtime_minutes": 0,
                "delay_minutes": 0,
            }
            for line in lines
            for handle in line.who
        ],
    }


def _item(line: Line, dates: dict[str, tuple[datetime, datetime]], today: date) -> dict[str, Any]:
    leaf = line.days is not None
    minutes = round((line.days or 0) * DAY)
    low, high = (round(days * DAY) for days in line.spread) if line.spread else (None, None)
    return {
        "uid": line.uid,
        "parent": line.parent,
        "title": line.title,
        "notes": "",
        "type": "milestone" if leaf and minutes == 0 else "task",
        "duration_minutes": minutes,
        "elapsed": False,
        "constraint_kind": "ASAP",
        "constraint_at": None,
        "deadline": None,
        "manual": False,
        "manual_start": None,
        "manual_finish": None,
        "calendar": None,
        "ignores_resource_calendar": False,
        "optimistic_minutes": low,
        "likely_minutes": minutes if low is not None else None,
        "pessimistic_minutes": high,
        "resume_at": None,
        "priority": 500,
        "active": True,
        "levelling_delay_minutes": 0,
        "remaining_minutes": None,
        **_progress(*dates[line.uid], today=today, leaf=leaf),
    }


def _progress(start: datetime, finish: datetime, *, today: date, leaf: bool) -> dict[str, Any]:
    """What is past is done, what is under way is done in proportion."""
    now = datetime(today.year, today.month, today.day, 8)
    percent, began, done = 0.0, None, None
    if leaf and finish <= now:
        percent, began, done = 100.0, start, finish
    elif leaf and start < now:
        percent, began = 5.0 * round(20 * ((now - start) / (finish - start))), start
        percent = min(95.0, max(5.0, percent))
    return {"percent_complete": percent, "actual_start": _text(began), "actual_finish": _text(done)}


def _dates(
    lines: list[Line], start: date, holidays: list[dict[str, Any]]
) -> dict[str, tuple[datetime, datetime]]:
    """Where the engine puts everything, before any progress."""
    hours = (WorkInterval(480, 720), WorkInterval(780, 1020))
    calendar = Calendar(
        "house",
        "Fernhaven",
        (hours,) * 5 + ((), ()),
        tuple(
            CalendarException(
                date.fromisoformat(day["first"]), date.fromisoformat(day["last"]), (), day["name"]
            )
            for day in holidays
        ),
    )
    project = Project(
        id="demo",
        name="demo",
        start=datetime(start.year, start.month, start.day, 8),
        calendar="house",
        calendars=(calendar,),
        tasks=tuple(
            Task(
                id=line.uid,
                name=line.title,
                duration=Minutes(round((line.days or 0) * DAY)),
                parent=line.parent,
                milestone=line.days == 0,
            )
            for line in lines
        ),
        links=tuple(
            Link(before, line.uid, LinkKind(kind), Lag(days * DAY))
            for line in lines
            for before, kind, days in line.after
        ),
    )
    computed = schedule(project)
    return {line.uid: (computed[line.uid].start, computed[line.uid].finish) for line in lines}


def _holidays(start: date) -> list[dict[str, Any]]:
    """The house is closed between Christmas and New Year, and on the first of May."""
    found = []
    for year in range(start.year, start.year + 3):
        found.append(_closed(date(year, 12, 24), date(year + 1, 1, 1), "Winter break"))
        found.append(_closed(date(year, 5, 1), date(year, 5, 1), "Labour Day"))
    return found


def _closed(first: date, last: date, name: str) -> dict[str, Any]:
    return {"first": first.isoformat(), "last": last.isoformat(), "intervals": [], "name": name}


def _next_workday(day: date) -> date:
    while day.weekday() > 4:
        day += timedelta(days=1)
    return day


def _text(moment: datetime | None) -> str | None:
    return moment.strftime("%Y-%m-%dT%H:%M") if moment else None
