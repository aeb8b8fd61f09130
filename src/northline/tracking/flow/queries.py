"""Reading how a project flows: a fixed number of queries, whatever its size."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from northline.core.schemas import ref_of
from northline.delivery.models import Project
from northline.delivery.rules import day_of
from northline.delivery.workflow import workflow_of
from northline.engine.errors import PlanError
from northline.engine.forecast import DoneForecast, Flow, Scope, cycle_times, flow_of, when_done
from northline.scheduling.compute import seed_of
from northline.scheduling.kept import Kept, kept_of
from northline.scheduling.plan import Plan, load
from northline.tracking.boards.queries import Item, items_of
from northline.tracking.flow import rules, truth
from northline.tracking.flow.earned import Earned, earned_of
from northline.tracking.timesheets.reported import spent_on

WINDOW = timedelta(weeks=12)
SAMPLES = 4_000
PERCENTS = (50, 85, 95)
CONE = (0.1, 0.5, 0.85)


def flow_page(project: Project) -> dict[str, Any]:
    """The charts of a project that is already allowed. Two queries."""
    workflow, today = workflow_of(project.workflow), timezone.localdate()
    items = [item.within(workflow) for item in items_of(project)]
    stories = stories_of(project, items)
    first = min([story.arrived for story in stories] or [today])
    span = rules.Span(min(first, today), today)
    drawn = [span.day(place) for place in span.drawn()]
    climb = rules.burn_up(stories, span)
    states = rules.cumulative_flow(stories, workflow, span)
    done = [item for item in items if item.finished]
    ahead = ahead_at(project, items, pace_of(items, today))
    return {
        "today": today,
        "days": drawn,
        "burn_up": {name: getattr(climb, name) for name in ("scope", "done", "minutes", "done_minutes")},
        "states": [
            {"id": state.id, "name": state.name, "category": state.category, "items": states[state.id]}
            for state in workflow
        ],
        "cone": None if ahead is None else _cone(ahead),
        "cycle": _cycle(done),
        "throughput": [
            {"week": week, "items": count}
            for week, count in rules.throughput(
                (item.finished for item in done if item.finished), today=today
            )
        ],
        "minutes_per_day": project.minutes_per_day,
    }


def stories_of(project: Project, items: Sequence[Item]) -> list[rules.Story]:
    made, start = timezone.localdate(project.created_at), date.fromisoformat(project.start[:10])
    return [
        rules.Story(
            minutes=item.row["duration_minutes"],
            arrived=rules.arrived(
                timezone.localdate(item.row["created_at"]),
                project_made=made,
                project_start=start,
                started=item.started or item.finished,
            ),
            started=item.started or item.finished,
            finished=item.finished,
            steps=item.steps,
        )
        for item in items
    ]


def ahead_at(project: Project, items: Sequence[Item], pace: Flow | None) -> DoneForecast | None:
    """When everything is done at this pace; None without one, or with nothing left."""
    left = sum(1 for item in items if item.finished is None)
    if pace is None or not left:
        return None
    try:
        return when_done(pace, Scope(left), samples=SAMPLES, seed=seed_of(project.pk))
    except PlanError:
        return None


def pace_of(items: Sequence[Item], today: date) -> Flow | None:
    """What was finished in the last twelve weeks."""
    begun = min([item.started for item in items if item.started] or [today])
    try:
        finished = [item.finished for item in items if item.finished]
        return flow_of(finished, until=today, first=max(min(begun, today), today - WINDOW))
    except PlanError:
        return None


def _cone(ahead: DoneForecast) -> list[dict[str, Any]]:
    return [{"share": share, "on": ahead.quantile(share)} for share in CONE]


def _cycle(done: Sequence[Item]) -> dict[str, Any]:
    spans = [(item.started or item.finished, item.finished) for item in done]
    times = cycle_times(spans)  # type: ignore[arg-type]
    return {
        "items": [
            ref_of("work_item", item.row) | {"finished": end, "days": (end - begin).days + 1}
            for item, (begin, end) in zip(done, spans, strict=True)
            if begin is not None and end is not None and begin <= end
        ],
        "percentiles": [
            {"percent": percent, "days": times.percentile(percent)} for percent in PERCENTS if times.days
        ],
    }


def progress_of(project: Project) -> dict[str, Any]:
    """How far a project that is already allowed is, measured in three ways, with why they disagree. Thirteen queries."""
    plan = load(project.pk)
    kept, items, today = kept_of(plan), items_of(project), timezone.localdate()
    now = timezone.localtime().replace(tzinfo=None, second=0, microsecond=0)
    earned = earned_of(plan, kept, now=now, spent=spent_on(project.pk))
    told = _measured(project, plan, items, kept, earned, today=today)
    figures = earned.value.project if earned else None
    return {
        "today": today,
        "flow": {"done": told.items_done, "of": told.items, "share": told.flow, "finish": told.flow_p85},
        "effort": {
            "done": round(told.minutes_done),
            "of": told.minutes,
            "share": told.effort,
            "finish": told.plan_finish,
        },
        "earned": None if figures is None else _earned(figures, told),
        "baseline": _named(earned),
        "periods": [] if earned is None else [_period(found) for found in earned.value.periods],
        "sentences": [{"code": one.code, "text": one.text} for one in truth.sentences(told)],
        "notes": list(earned.value.notes) if earned else [],
        "plan_p85": told.plan_p85,
        "minutes_per_day": project.minutes_per_day,
    }


def _measured(
    project: Project, plan: Plan, items: Sequence[Item], kept: Kept, earned: Earned | None, *, today: date
) -> truth.Measured:
    begun = [item for item in items if item.state.category == "doing"]
    pace = pace_of(items, today)
    ahead = ahead_at(project, items, pace)
    figures = earned.value.project if earned else None
    finish = figures.time.expected_finish if figures and figures.time else None
    return truth.Measured(
        items=len(items),
        items_done=sum(item.finished is not None for item in items),
        begun=len(begun),
        minutes=sum(item.row["duration_minutes"] for item in items),
        minutes_done=sum(_spent(item) for item in items),
        begun_minutes=sum(_spent(item) for item in begun),
        minutes_per_day=project.minutes_per_day,
        today=today,
        earned=figures.ev / figures.bac if figures and figures.bac else None,
        planned=figures.pv / figures.bac if figures and figures.bac else None,
        spi=figures.time.spi if figures and figures.time else None,
        # Not the budget of earned value, which is work: of two people on a task it counts both.
        budget_minutes=earned.minutes if earned and earned.baseline else None,
        against=f"The baseline “{earned.baseline.title}”"
        if earned and earned.baseline
        else "The plan as it is now",
        spent_minutes=figures.ac * 60 if figures else 0.0,
        plan_finish=day_of(kept.finish) if plan.items else None,
        schedule_finish=finish.date() if finish else None,
        flow_p85=ahead.quantile(0.85) if ahead else None,
        plan_p85=day_of(kept.forecast["p85"]) if kept.forecast else None,
        weekly=7 * pace.total / len(pace.counts) if pace else None,
    )


def _spent(item: Item) -> float:
    minutes: float = item.row["duration_minutes"] * item.row["percent_complete"] / 100
    return minutes


def _earned(figures: Any, told: truth.Measured) -> dict[str, Any]:
    names = ("bac", "pv", "ev", "ac", "sv", "spi", "cpi")
    time = figures.time
    return {name: getattr(figures, name) for name in names} | {
        "share": told.earned or 0.0,
        "planned_share": told.planned or 0.0,
        "spi_time": time.spi if time else None,
        "finish": told.schedule_finish,
    }


def _named(earned: Earned | None) -> dict[str, Any] | None:
    row = earned.baseline if earned else None
    return None if row is None else {"kind": row.KIND, "id": row.pk, "key": row.key, "title": row.title}


def _period(found: Any) -> dict[str, Any]:
    return {
        "on": found.end.date(),
        "planned": found.pv_sum,
        "earned": found.ev_sum,
        "actual": found.ac_sum,
    }
