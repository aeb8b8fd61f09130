"""Why the forecast moved since an earlier day: each group of inputs replaced alone, by the same draws."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from northline.core.earlier import stood
from northline.core.refusal import Refusal
from northline.delivery.models import PlanCalendar, Project, Resource
from northline.delivery.rules import plan_time
from northline.engine.errors import PlanError
from northline.engine.forecast import Forecast
from northline.scheduling.baselines.past import end_of, plan_on
from northline.scheduling.compile import compiled
from northline.scheduling.compute import simulated
from northline.scheduling.plan import CALENDAR, RESOURCE, load
from northline.scheduling.risks import compiled_risks, risks_of
from northline.scheduling.working import WorkingTime
from northline.tracking.forecasts.moves.mixing import GROUPS, Group, Inputs, mixed, touched
from northline.tracking.forecasts.recording import begin_no_earlier
from northline.tracking.raid.telling import risks_on

WEEK = timedelta(days=7)


def moves_of(project: Project, *, since: date | None = None) -> dict[str, Any]:
    """What moved the forecast of a project that is already allowed since the end of a day; a week ago where none is named,
    or since its first day. A fixed number of queries.

    Raises Refusal `moment.before_project`, `moment.too_far`, `moment.not_past`, and `forecast.impossible` for a plan that
    cannot be computed.
    """
    today, began = timezone.localdate(), timezone.localtime(project.created_at).date()
    day = since or max(today - WEEK, began)
    if since is None and day >= today:
        return _told(None, None, None, [])
    then, now = _then(project, day), _now(project)
    try:
        was, here = _forecast(then), _forecast(now)
    except PlanError as error:
        raise Refusal("forecast.impossible", f"The plan cannot be computed: {error.message}") from error
    if was is None or here is None:
        return _told(day, None, None, [])
    return _parts(day, then, now, (was, here))


def _then(project: Project, day: date) -> Inputs:
    until, plan = end_of(day), plan_on(project, day)
    resources = Resource.objects.filter(pk__in=[row["id"] for row in plan.resources])
    calendars = PlanCalendar.objects.filter(pk__in=[row["id"] for row in plan.calendars])
    for model, names, part in ((resources, RESOURCE, "resources"), (calendars, CALENDAR, "calendars")):
        was = {row.pk: {name: getattr(row, name) for name in names} for row in stood(model, at=until)}
        # What did not exist then is on nothing then.
        setattr(plan, part, [was.get(row["id"], row) for row in getattr(plan, part)])
    return Inputs(
        plan, risks_on(project.pk, at=until), plan_time(timezone.localtime(until).replace(tzinfo=None))
    )


def _now(project: Project) -> Inputs:
    return Inputs(
        load(project.pk), risks_of(project.pk), plan_time(timezone.localtime().replace(tzinfo=None))
    )


def _forecast(inputs: Inputs) -> Forecast | None:
    """None for a plan without tasks."""
    plan = inputs.plan.copy()
    plan.project = dict(plan.project)
    begin_no_earlier(plan, inputs.moment)
    outline = plan.outline()
    if not outline:
        return None
    project = compiled(plan, outline, plan.live_links())
    return simulated(project, plan, risks=compiled_risks(inputs.risks, plan), criticality=False)


def _parts(day: date, then: Inputs, now: Inputs, ends: tuple[Forecast, Forecast]) -> dict[str, Any]:
    was, here = ends
    found: list[tuple[Group, int, Forecast | None]] = []
    for group in GROUPS:
        rows = touched(then, now, group)
        if rows or group == "progress":
            found.append((group, rows, _replaced(then, now, group)))
    dates = [one.p80 for _, _, one in found if one] + [was.p80, here.p80]
    time, minutes = WorkingTime(now.plan, dates), int(now.plan.project["minutes_per_day"])

    def days(one: Forecast) -> float:
        return round(time.between(was.p80, one.p80) / minutes, 1)

    def chance(one: Forecast) -> float | None:
        if one.probability_on_time is None or was.probability_on_time is None:
            return None
        return round(one.probability_on_time - was.probability_on_time, 4)

    parts: list[dict[str, Any]] = [
        {"group": group, "rows": rows, "days": one and days(one), "chance": one and chance(one)}
        for group, rows, one in found
    ]
    whole = {"group": "rest", "rows": 0, "days": days(here), "chance": chance(here)}
    for name in ("days", "chance"):
        if whole[name] is not None:
            alone = sum(part[name] or 0 for part in parts)
            whole[name] = round(whole[name] - alone, 4)  # type: ignore[operator]
    return _told(day, was, here, [*parts, whole]) | {"days": days(here), "chance": chance(here)}


def _replaced(then: Inputs, now: Inputs, group: Group) -> Forecast | None:
    """None where the group cannot stand alone, such as links of now in a plan of then; its part is in the rest."""
    try:
        return _forecast(mixed(then, now, group))
    except (PlanError, Refusal):
        return None


def _told(
    day: date | None, was: Forecast | None, here: Forecast | None, parts: list[dict[str, Any]]
) -> dict[str, Any]:
    return {
        "since": day,
        "was": _moment(was),
        "now": _moment(here),
        "days": None,
        "chance": None,
        "parts": parts,
    }


def _moment(one: Forecast | None) -> dict[str, Any] | None:
    if one is None:
        return None
    return {
        "p50": plan_time(one.p50),
        "p80": plan_time(one.p80),
        "deadline": plan_time(one.deadline) if one.deadline else None,
        "chance": one.probability_on_time,
    }
