"""From a plan's rows to the engine's project. Items go by their keys, so that the engine's words name them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache
from operator import itemgetter
from typing import Any
from uuid import UUID

import orjson

from northline import engine
from northline.delivery.rules import ABLE
from northline.engine.model import Week
from northline.scheduling.plan import ITEM, LINK, QUIET, Placed, Plan, Values
from northline.scheduling.programme.outside import binding, outside_of
from northline.scheduling.remembered import as_read
from northline.scheduling.risks import PlanRisk

_hashed = itemgetter(*(name for name in ITEM if name not in QUIET | {"version", "archived_at"}))
_joined = itemgetter(*LINK)
_CONSTRAINTS = {str(kind): kind for kind in engine.ConstraintKind}
_TASK_TYPES = {str(kind): kind for kind in engine.TaskType}
_LINKS = {str(kind): kind for kind in engine.LinkKind}
_LAGS = {str(unit): unit for unit in engine.LagUnit}
_STANDARD = "standard"
HOLIDAY_YEARS = 8


def compiled(
    plan: Plan, outline: list[Placed], links: list[Values], *, outside: bool = True
) -> engine.Project:
    """The engine's project, with the plan's live links in the order given, after them those from outside unless
    `outside` is false. Raises engine.PlanError."""
    items = plan.items
    keys = _keys(plan, outline)
    project = plan.project
    usual, calendars = calendars_of(plan)
    named = {found.id: found for found in calendars}
    own = own_calendars(plan.resources, named, usual=usual)
    bound = binding(plan.from_outside(), items, start=project["start"]) if outside else []
    waited_for, waits = outside_of(bound, keys, named[usual], start=project["start"])
    return engine.Project(
        id=project["key"],
        name=project["title"],
        start=_at(project["start"]),
        finish=_moment(project["laid_from_finish"]),
        schedule_from_start=project["laid_from_finish"] is None,
        calendar=usual,
        calendars=(*calendars, *own.values()),
        tasks=(*_tasks(plan, outline, keys), *waited_for),
        links=(*_links(plan, links, keys), *waits),
        resources=tuple(_resource(row, own) for row in plan.resources),
        assignments=tuple(_assignment(row, keys) for row in plan.live_assignments()),
        status_date=_moment(project["status_date"]),
        minutes_per_day=project["minutes_per_day"],
        minutes_per_week=project["minutes_per_week"],
        honour_constraints=project["honour_constraints"],
        critical_slack_limit=engine.Minutes(project["critical_slack_minutes"]),
    )


def calendars_of(plan: Plan) -> tuple[str, tuple[engine.Calendar, ...]]:
    """The name of the project's calendar, and all calendars of the plan with that one among them."""
    years = years_of(plan)
    calendars = tuple(calendar_of(row, years=years) for row in plan.calendars)
    if plan.project["calendar_id"] is None:
        calendars = (engine.standard_calendar(_STANDARD), *calendars)
    return str(plan.project["calendar_id"] or _STANDARD), calendars


def fingerprint(plan: Plan, outline: list[Placed], links: list[Values], risks: Sequence[PlanRisk]) -> str:
    """A hash of everything that the dates of a plan and their chances depend on."""
    project = {
        name: value
        for name, value in plan.project.items()
        if name not in ("version", "plan_version", "title", "workflow")
    }
    parts = [project, plan.calendars, plan.resources, plan.live_assignments(), risks]
    if plan.from_outside():
        known = (*LINK, "bound_at", "spread", "before__actual_finish")
        parts.append([[row[name] for name in known] for row in plan.from_outside()])
    rows = _prints("items", _hashed, plan, [plan.items[placed.id] for placed in outline])
    ends = plan.memory.whole(
        "prints of all links", links, make=lambda: b"".join(_prints("links", _joined, plan, links))
    )
    return hashlib.sha256(b"".join([*rows, ends, orjson.dumps(parts)])).hexdigest()


def _prints(name: str, told: Callable[[Values], Any], plan: Plan, rows: list[Values]) -> list[bytes]:
    # As parts of something rows that are the same one are known to be equal without a look inside.
    return plan.memory.made(f"prints of {name}").of(
        [(as_read(row),) for row in rows],
        lambda new: [hashlib.sha256(orjson.dumps(told(row))).digest() for (row,) in new],
    )


def _keys(plan: Plan, outline: list[Placed]) -> dict[UUID | None, str]:
    """The keys of the items: the same ones as long as all have their own and stand where they stood."""
    keys = [plan.items[placed.id]["key"] for placed in outline]
    return plan.memory.equal(
        "keys",
        outline,
        keys,
        make=lambda: {placed.id: key for placed, key in zip(outline, keys, strict=True)},
    )


def _tasks(plan: Plan, outline: list[Placed], keys: Mapping[UUID | None, str]) -> list[engine.Task]:
    above = plan.memory.whole(
        "keys above",
        outline,
        keys,
        make=lambda: [keys.get(plan.items[placed.id]["parent_id"]) for placed in outline],
    )
    rows = [
        (as_read(plan.items[placed.id]), parent, placed.summary)
        for placed, parent in zip(outline, above, strict=True)
    ]
    return plan.memory.made("tasks").of(rows, lambda new: (_task(*row) for row in new))


def _links(plan: Plan, links: list[Values], keys: Mapping[UUID | None, str]) -> list[engine.Link]:
    def made() -> list[engine.Link]:
        rows = [(as_read(row), keys[row["before_id"]], keys[row["after_id"]]) for row in links]
        return plan.memory.made("ties").of(rows, lambda new: (_link(*row) for row in new))

    return plan.memory.whole("ties", links, keys, make=made)


def _task(row: Values, parent: str | None, summary: bool) -> engine.Task:
    estimate = None
    if row["likely_minutes"] is not None:
        estimate = engine.ThreePoint(
            row["optimistic_minutes"], row["likely_minutes"], row["pessimistic_minutes"]
        )
    constraint = engine.NO_CONSTRAINT
    if row["constraint_kind"] != "ASAP":
        constraint = engine.Constraint(_CONSTRAINTS[row["constraint_kind"]], _moment(row["constraint_at"]))
    return engine.Task(
        id=row["key"],
        name=row["title"],
        duration=row["duration_minutes"],
        parent=parent,
        calendar=_name(row["calendar_id"]),
        constraint=constraint,
        deadline=_moment(row["deadline"]),
        milestone=row["type"] == "milestone" and not summary,
        manual=row["manual"],
        manual_start=_moment(row["manual_start"]),
        manual_finish=_moment(row["manual_finish"]),
        priority=row["priority"],
        actual_start=_moment(row["actual_start"]),
        actual_finish=_moment(row["actual_finish"]),
        remaining_duration=row["remaining_minutes"],
        percent_complete=row["percent_complete"],
        resume=_moment(row["resume_at"]),
        estimate=estimate,
        ignores_resource_calendar=row["ignores_resource_calendar"],
        elapsed_duration=row["elapsed"],
        active=row["active"],
        levelling_delay=row["levelling_delay_minutes"],
        splits=tuple(engine.Split(after, length) for after, length in row["splits"]),
        hammock=row["hammock"],
        type=_TASK_TYPES[row["task_type"]],
        effort_driven=row["effort_driven"],
    )


def _link(row: Values, before: str, after: str) -> engine.Link:
    lag = engine.NO_LAG
    if row["lag_minutes"]:
        lag = engine.Lag(row["lag_minutes"], _LAGS[row["lag_unit"]])
    return engine.Link(before, after, _LINKS[row["kind"]], lag)


def years_of(plan: Plan) -> tuple[int, int]:
    """The years whose holidays a plan may meet."""
    start = int(plan.project["start"][:4])
    return max(start - 1, 1900), min(start + HOLIDAY_YEARS, 2999)


def own_calendars(
    resources: Sequence[Values], calendars: Mapping[str, engine.Calendar], *, usual: str
) -> dict[UUID, engine.Calendar]:
    """The calendars of those who take time off: their usual one with that before its own exceptions."""
    found = {}
    for row in resources:
        if row["time_off"] and row["type"] not in ("material", "cost"):
            base = calendars[_name(row["calendar_id"]) or usual]
            away = tuple(
                engine.CalendarException(date.fromisoformat(one["first"]), date.fromisoformat(one["last"]))
                for one in row["time_off"]
            )
            name = f"{base.name}: {row['title']}"
            found[row["id"]] = replace(
                base, id=f"resource {row['id']}", name=name, exceptions=away + base.exceptions
            )
    return found


def calendar_of(row: Values, *, years: tuple[int, int] | None = None) -> engine.Calendar:
    """A stored calendar as the engine takes it, with the holidays of its country in these years."""
    exceptions = tuple(
        engine.CalendarException(
            date.fromisoformat(found["first"]),
            date.fromisoformat(found["last"]),
            _hours(found["intervals"]),
            found.get("name", ""),
            found.get("rule", ""),
        )
        for found in row["exceptions"]
    )
    weeks = tuple(
        engine.WorkWeek(
            date.fromisoformat(found["first"]),
            date.fromisoformat(found["last"]),
            _week(found["week"]),
            found["name"],
        )
        for found in row["weeks"]
    )
    week = _week(row["week"])
    if row["country"] and years is not None:
        exceptions += holidays_of(row["country"], row["region"] or None, years, week)
    return engine.Calendar(str(row["id"]), row["title"], week, exceptions, weeks)


@lru_cache(maxsize=256)
def holidays_of(
    country: str, region: str | None, years: tuple[int, int], week: Week
) -> tuple[engine.CalendarException, ...]:
    """The public holidays of a country in these years: kept, for every computation of a plan asks for them."""
    return engine.country_holidays(country, region=region, first_year=years[0], last_year=years[1], week=week)


def _week(week: list[list[list[int]]]) -> tuple[tuple[engine.WorkInterval, ...], ...]:
    return tuple(_hours(day) for day in week)


def _hours(day: list[list[int]]) -> tuple[engine.WorkInterval, ...]:
    return tuple(engine.WorkInterval(start, end) for start, end in day)


def _resource(row: Values, own: Mapping[UUID, engine.Calendar]) -> engine.Resource:
    mine = own.get(row["id"])
    return engine.Resource(
        id=str(row["id"]),
        name=row["title"],
        calendar=mine.id if mine else _name(row["calendar_id"]),
        capacity=row["capacity"],
        kind=kind_of(row["type"]),
        availability=tuple(
            engine.Availability(
                date.fromisoformat(one["first"]), date.fromisoformat(one["last"]), one["units"]
            )
            for one in row["capacity_steps"]
        ),
        skills=tuple(engine.Skill(name, row["skill_levels"].get(name, ABLE)) for name in row["skills"]),
    )


def kind_of(resource_type: str) -> engine.ResourceKind:
    """How the engine takes a resource of this type: whoever is neither material nor costs does work."""
    if resource_type in ("material", "cost"):
        return engine.ResourceKind(resource_type)
    return engine.ResourceKind.WORK


def _assignment(row: Values, keys: Mapping[UUID | None, str]) -> engine.Assignment:
    return engine.Assignment(
        keys[row["item_id"]],
        str(row["resource_id"]),
        row["units"],
        row["work_minutes"],
        engine.Minutes(row["delay_minutes"]),
        overtime=engine.Minutes(row["overtime_minutes"]),
    )


def _name(row_id: Any) -> str | None:
    return None if row_id is None else str(row_id)


def _moment(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)


def _at(text: str) -> datetime:
    return datetime.fromisoformat(text)
