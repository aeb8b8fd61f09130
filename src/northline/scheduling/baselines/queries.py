"""Reading baselines, and comparing two moments of a plan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import IO
from uuid import UUID

import orjson
from django.db.models import QuerySet
from django.utils import timezone

from northline import engine
from northline.core.listing.exporting.writing import written
from northline.core.listing.listings import Field
from northline.core.refusal import NotFound, Refusal
from northline.delivery.models import Project
from northline.scheduling.baselines.past import end_of, plan_on
from northline.scheduling.compute import dates_of
from northline.scheduling.kept import kept_of
from northline.scheduling.models import Baseline
from northline.scheduling.moments import Standing, compared, standings, totals
from northline.scheduling.plan import Plan, Values, load


@dataclass(frozen=True, slots=True)
class Moment:
    """How a project's plan stood."""

    kind: str
    title: str
    at: datetime
    start: str
    finish: str
    items: list[Standing]
    baseline_id: UUID | None = None

    def shown(self) -> Values:
        names = ("kind", "title", "at", "start", "finish", "baseline_id")
        return {name: getattr(self, name) for name in names}


def baselines_of(project: Project, *, archived: bool = False) -> QuerySet[Baseline]:
    """The baselines of a project that is already allowed, newest first, without their items."""
    rows = Baseline.objects.filter(project=project, archived_at__isnull=not archived)
    return rows.select_related("taken_by").defer("items").order_by("-created_at")


def comparison(
    project: Project,
    *,
    baseline_id: UUID | None = None,
    day: date | None = None,
    to_baseline_id: UUID | None = None,
    to_day: date | None = None,
) -> Values:
    """A baseline or a past day of a project that is already allowed, beside another, or beside now.

    Raises Refusal `comparison.needs_a_moment`, NotFound, and those of `past.plan_on`. At most eighteen queries.
    """
    if (baseline_id is None) == (day is None) or (to_baseline_id is not None and to_day is not None):
        raise Refusal(
            "comparison.needs_a_moment",
            "Name one moment to compare with: a baseline or a day; and at most one more instead of now.",
        )
    plan = load(project.pk)
    before = _moment(project, plan, baseline_id, day)
    after = _moment(project, plan, to_baseline_id, to_day)
    rows = compared(before.items, after.items, plan)
    finish = compared([_whole(before)], [_whole(after)], plan)[0]["finish_variance"]
    return {
        "before": before.shown(),
        "after": after.shown(),
        "finish_variance": finish,
        "minutes_per_day": plan.project["minutes_per_day"],
        "totals": totals(rows),
        "items": rows,
    }


def _whole(moment: Moment) -> Standing:
    """The project as one item."""
    return Standing("", "", "", "", 0, None, "summary", moment.start, moment.finish, 0, 0)


def _moment(project: Project, plan: Plan, baseline_id: UUID | None, day: date | None) -> Moment:
    if baseline_id is not None:
        return baseline_moment(project, baseline_id)
    if day is not None:
        return _of_day(project, day)
    kept = kept_of(plan)
    items = standings(plan, plan.outline(), kept.dates)
    return Moment("now", "", timezone.now(), kept.start, kept.finish, items)


def baseline_moment(project: Project, baseline_id: UUID) -> Moment:
    """How the plan stood in a baseline of the project, which is already allowed. Raises NotFound."""
    row = Baseline.objects.filter(project=project, pk=baseline_id).first()
    if row is None:
        raise NotFound("baseline")
    items = [Standing(*values) for values in orjson.loads(row.items)]
    return Moment("baseline", row.title, row.created_at, row.start, row.finish, items, row.pk)


def _of_day(project: Project, day: date) -> Moment:
    plan = plan_on(project, day)
    outline = plan.outline()
    try:
        start, finish, dates = dates_of(plan, outline)
    except engine.PlanError as error:
        raise Refusal(
            error.code, f"The plan of {day} cannot be computed any more: {error.message}"
        ) from error
    return Moment("day", day.isoformat(), end_of(day), start, finish, standings(plan, outline, dates))


_COLUMNS = (
    Field("key", "text"),
    Field("wbs", "text", label="WBS"),
    Field("title", "text"),
    Field("type", "text"),
    Field("state", "text"),
    *(
        Field(f"{prefix}{name}", "date", label=f"{label}{name}".capitalize())
        for name in ("start", "finish")
        for prefix, label in (("was_", "was: "), ("", ""))
    ),
    Field("start_days", "number", label="Start variance, days"),
    Field("finish_days", "number", label="Finish variance, days"),
    Field("was_duration_days", "number", label="Was: duration, days"),
    Field("duration_days", "number", label="Duration, days"),
    Field("duration_variance_days", "number", label="Duration variance, days"),
    Field("was_work_hours", "number", label="Was: work, hours"),
    Field("work_hours", "number", label="Work, hours"),
    Field("work_variance_hours", "number", label="Work variance, hours"),
)


def comparison_file(found: Values, *, moved: bool, format: str) -> IO[bytes]:
    """A comparison as CSV, XLSX or JSON; only what moved, or every item. Raises Refusal `list.unknown_format`."""
    day = found["minutes_per_day"]
    rows = (row for row in found["items"] if not moved or row["state"] != "same")
    return written(_COLUMNS, (_line(row, day) for row in rows), format=format)


def _line(row: Values, day: int) -> Values:
    def parts(name: str, of: int) -> float | None:
        return None if row[name] is None else round(row[name] / of, 2)

    dates = ("was_start", "start", "was_finish", "finish")
    return row | {
        **{name: row[name] and row[name][:10] for name in dates},
        "start_days": parts("start_variance", day),
        "finish_days": parts("finish_variance", day),
        "was_duration_days": parts("was_duration_minutes", day),
        "duration_days": parts("duration_minutes", day),
        "duration_variance_days": parts("duration_variance", day),
        "was_work_hours": parts("was_work_minutes", 60),
        "work_hours": parts("work_minutes", 60),
        "work_variance_hours": parts("work_variance", 60),
    }
