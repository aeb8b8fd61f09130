"""Compute a plan's dates and chances, and keep them."""

from __future__ import annotations

import gc
from collections.abc import Collection, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

import numpy as np
import orjson
from django.utils import timezone

from northline import engine
from northline.core import events
from northline.core.refusal import Refusal
from northline.delivery.rules import plan_time
from northline.engine.calendars import from_minute
from northline.engine.cpm import Computed, computed
from northline.engine.forecast import Forecast, Risk, simulate
from northline.engine.model import MINUTES_A_DAY
from northline.engine.result import DRIVERS
from northline.scheduling.compile import compiled, fingerprint
from northline.scheduling.models import SavedForecast, SavedSchedule
from northline.scheduling.plan import Placed, Plan, Values
from northline.scheduling.programme.doubting import doubted
from northline.scheduling.remembered import remembered
from northline.scheduling.risks import compiled_risks, risks_of

# A forecast plays a plan so often, a long one as often as makes so many durations.
MOST_SAMPLES, LEAST_SAMPLES, DRAWS = 10_000, 2_500, 60_000_000
MOST_DRIVERS = 20
NAMES = ("start", "finish", "early_start", "early_finish", "late_start", "late_finish")
PERCENTILES = ("p10", "p50", "p80", "p85", "p90", "p95")
START, FINISH, TOTAL_SLACK, CRITICAL = 0, 1, 6, 8
_DRIVERS = {number: str(driver.kind) for number, driver in DRIVERS.items()}
_LINK = str(engine.DriverKind.LINK)

# One item's computed values: NAMES, total and free slack, critical, kind of driver, id of the driving link.
Dates = list[Any]


@dataclass(frozen=True, slots=True)
class Answer:
    """What was computed of one state of a plan. `forecast` is None for a plan without items."""

    start: str
    finish: str
    dates: dict[str, Dates]
    warnings: list[str]
    fingerprint: str
    forecast: dict[str, Any] | None


def compute(plan: Plan, outline: list[Placed]) -> Answer:
    """Schedule and forecast, by the open risks too. Raises Refusal `link.makes_circle` with the keys in order, or as the engine says.

    The tasks that decide the finish are left for `drivers_of`: finding them takes three times as long as the rest.
    """
    try:
        links = plan.live_links()
        project = compiled(plan, outline, links)
        begun = computed(project)
        risks = risks_of(plan.project["id"])
        struck = compiled_risks(risks, plan)
        # The loops of the forecast leave Python to others.
        with ThreadPoolExecutor(1) as beside:
            chances = (
                beside.submit(simulated, project, plan, risks=struck, criticality=False, begun=begun)
                if project.tasks
                else None
            )
            dates = _all_dates(begun.schedule, plan, outline, links)
            mark = fingerprint(plan, outline, links, risks)
            forecast = None if chances is None else _chances(chances.result())
    except engine.Cycle as error:
        raise _circle(error) from error
    except engine.PlanError as error:
        raise Refusal(error.code, f"{error.message} Nothing was changed.", keys=list(error.ids)) from error
    schedule = begun.schedule
    return Answer(
        start=plan_time(schedule.start),
        finish=plan_time(schedule.finish),
        dates=dates,
        warnings=list(schedule.warnings[:100]),
        fingerprint=mark,
        forecast=forecast,
    )


def dates_of(plan: Plan, outline: list[Placed]) -> tuple[str, str, dict[str, Dates]]:
    """Start, finish and every item's dates, without a forecast. Raises engine.PlanError."""
    links = plan.live_links()
    schedule = engine.schedule(compiled(plan, outline, links))
    return plan_time(schedule.start), plan_time(schedule.finish), _all_dates(schedule, plan, outline, links)


def _all_dates(
    schedule: engine.Schedule, plan: Plan, outline: list[Placed], links: list[Values]
) -> dict[str, Dates]:
    """The dates of the plan's own tasks, which come before those from outside."""
    ties = plan.memory.whole("names of links", links, make=lambda: [str(row["id"]) for row in links])
    held = schedule.columns
    columns = [
        *(np.datetime_as_string(getattr(held, name), unit="m").tolist() for name in NAMES),
        held.total_slack.tolist(),
        held.free_slack.tolist(),
        held.critical.tolist(),
    ]
    drivers = held.driver.tolist()
    columns.append([_DRIVERS[number] if number < 0 else _LINK for number in drivers])
    # A link from outside is told apart by being none of the plan's.
    columns.append([ties[number] if 0 <= number < len(ties) else None for number in drivers])
    rows = map(list, zip(*columns, strict=True))
    return dict(zip(names_of(plan, outline), rows, strict=False))


def names_of(plan: Plan, outline: list[Placed]) -> list[str]:
    """The ids of the items as dates are kept by them."""
    return plan.memory.whole("names of items", outline, make=lambda: [str(placed.id) for placed in outline])


def drivers_of(plan: Plan, outline: list[Placed]) -> list[dict[str, Any]]:
    """The tasks that decide the finish, the most decisive first, of a plan that could be computed."""
    ids = _ids(plan, outline)
    return [
        {
            "id": ids[driver.id],
            "criticality_index": round(float(driver.criticality_index), 4),
            "sensitivity": round(float(driver.sensitivity), 4),
        }
        for driver in forecast_of(plan, outline, criticality=True).drivers[:MOST_DRIVERS]
        if driver.id in ids
    ]


def forecast_of(
    plan: Plan, outline: list[Placed], *, criticality: bool, also: Collection[str] = ()
) -> Forecast:
    """The plan's forecast by its open risks, with the chances of items that `also` names by their keys. Raises
    engine.PlanError."""
    project = compiled(plan, outline, plan.live_links())
    risks = compiled_risks(risks_of(plan.project["id"]), plan)
    return simulated(project, plan, risks=risks, criticality=criticality, also=also)


def simulated(
    project: engine.Project,
    plan: Plan,
    *,
    risks: Sequence[Risk],
    criticality: bool,
    also: Collection[str] = (),
    begun: Computed | None = None,
) -> Forecast:
    """The plan's forecast with these risks; the drivers of its finish only where `criticality` is asked for."""
    deadline = datetime.fromisoformat(plan.project["deadline"]) if plan.project["deadline"] else None
    project, durations = doubted(project, plan)
    forecast = simulate(
        project,
        durations=durations,
        samples=samples_for(plan),
        seed=seed_of(plan.project["id"]),
        deadline=deadline,
        risks=risks,
        criticality=criticality,
        also=also,
        begun=begun,
    )
    _rest_the_collector()
    return forecast


def samples_for(plan: Plan) -> int:
    """How often a plan is played: 10,000 times, of more than 6,000 items 5,000, of more than 12,000 items 2,500.

    In 19 of 20 forecasts the chance of a date then lies within 1, 1.4 and 2 percent points of what more samples would tell
    (normal approximation of the binomial at a chance of a half). In steps, so that an edit draws as often as the one before.
    """
    samples = MOST_SAMPLES
    while samples > LEAST_SAMPLES and samples * len(plan.items) > DRAWS:
        samples //= 2
    return samples


def seed_of(project_id: UUID) -> int:
    """The same seed every time: two states of a plan then differ by the edit, not by the luck of the draw."""
    return project_id.int & 0x7FFF_FFFF


@cache
def _rest_the_collector() -> None:
    """Once a process: take what is loaded by now (Django, numba, compiled kernels) out of garbage collection.

    A plan in memory is many small objects, whose making sets off full collections; each walked everything that was
    ever imported, which doubled the time of an edit (bench/plan_edits.py).
    """
    gc.collect()
    gc.freeze()


def _ids(plan: Plan, outline: list[Placed]) -> dict[str, str]:
    return {plan.items[placed.id]["key"]: str(placed.id) for placed in outline}


def _circle(error: engine.Cycle) -> Refusal:
    path = list(error.ids)
    if path and path[0] != path[-1]:
        path.append(path[0])
    said = (
        f"These would wait for each other in a circle: {' → '.join(path)}. Remove one of these links first."
    )
    return Refusal("link.makes_circle", said, path=path)


def shown_dates(dates: Dates | None) -> dict[str, Any] | None:
    """One item's computed values by name, as the API answers them."""
    if dates is None:
        return None
    return {
        "start": dates[0],
        "finish": dates[1],
        "early_start": dates[2],
        "early_finish": dates[3],
        "late_start": dates[4],
        "late_finish": dates[5],
        "total_slack_minutes": dates[6],
        "free_slack_minutes": dates[7],
        "critical": dates[8],
        "driver": {"kind": dates[9], "link_id": dates[10]},
    }


def _chances(forecast: Forecast) -> dict[str, Any]:
    """The forecast as it is kept and answered; who drives it is found out when somebody asks."""
    spread = forecast.default_spread
    default = {"low": spread.low, "likely": spread.likely, "high": spread.high, "shape": str(spread.shape)}
    assumed = {**default, "tasks": forecast.default_spread_tasks}
    return {
        "samples": forecast.samples,
        "seed": forecast.seed,
        "deadline": plan_time(forecast.deadline) if forecast.deadline else None,
        "probability_on_time": forecast.probability_on_time,
        **{name: plan_time(getattr(forecast, name)) for name in PERCENTILES},
        "histogram": [
            {"at": plan_time(found.start), "count": int(found.count)} for found in forecast.histogram
        ],
        "ends": _ends(forecast),
        "drivers": None,
        "risks": None,
        "default_spread": assumed if forecast.default_spread_tasks else None,
    }


def _ends(forecast: Forecast) -> dict[str, Any]:
    """How many runs end on each day, from the first one on."""
    days = forecast.finishes // MINUTES_A_DAY
    first = int(days.min())
    counts = np.bincount(days - first).tolist()
    return {"first": from_minute(first * MINUTES_A_DAY).date().isoformat(), "counts": counts}


def save(project_id: UUID, answer: Answer, *, plan_version: int) -> None:
    """Keep what was computed, in place of what was kept before."""
    now = timezone.now()
    shared = {"plan_version": plan_version, "fingerprint": answer.fingerprint, "computed_at": now}
    payload = orjson.dumps(answer.dates).decode()
    schedule = {
        "start": answer.start,
        "finish": answer.finish,
        "payload": payload,
        "warnings": answer.warnings,
    }
    _put(SavedSchedule, project_id, shared | schedule)
    remembered(project_id).keep_dates((answer.fingerprint, now), answer.dates)
    events.emit("schedule_saved", project_id=project_id, dates=answer.dates)
    if answer.forecast is None:
        SavedForecast.objects.filter(pk=project_id).delete()
    else:
        _put(SavedForecast, project_id, shared | answer.forecast)


def _put(model: type[SavedSchedule] | type[SavedForecast], project_id: UUID, fields: dict[str, Any]) -> None:
    if not model.objects.filter(pk=project_id).update(**fields):
        model.objects.create(project_id=project_id, **fields)


def still_holds(project_id: UUID, *, plan_version: int) -> None:
    """The plan was edited in ways that no date depends on: what is kept holds for the new state too."""
    SavedSchedule.objects.filter(pk=project_id).update(plan_version=plan_version)
    SavedForecast.objects.filter(pk=project_id).update(plan_version=plan_version)
