"""When the dates of a plan move, or how sure they are, the plans that wait for it follow: one job a plan, until nothing
moves any more.

A job puts the plans behind its own in the queue only where a date that they wait for is another one now; links make no
circles, so that comes to an end.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextvars import ContextVar
from datetime import date, datetime
from typing import Any
from uuid import UUID

import orjson
from django.db import transaction

from northline.core import changes, events, jobs
from northline.core.ids import uuid7
from northline.core.models import Job, Touch
from northline.core.scope import Scope, nameless
from northline.delivery.models import Project
from northline.scheduling.actions import compute_anew
from northline.scheduling.compute import FINISH, START, Dates
from northline.scheduling.kept import dates_in
from northline.scheduling.models import SavedSchedule
from northline.scheduling.plan import Values, load
from northline.scheduling.programme.models import OF_FINISH, CrossLink
from northline.scheduling.touching import touches_of_moves

JOB = "follow_programme"
# All that one move brings about is one message in an inbox, however many plans follow: it goes by one name.
_cascade: ContextVar[str] = ContextVar("cascade", default="")


def date_of(link: CrossLink, dates: Mapping[str, Dates]) -> str | None:
    """The date that a link waits for, among the dates of the plan of its predecessor."""
    found = dates.get(str(link.before_id))
    if found is None:
        return None
    at: str = found[FINISH if link.kind in OF_FINISH else START]
    return at


@events.on("schedule_saved")
def let_others_follow(project_id: UUID, dates: Mapping[str, Dates]) -> None:
    """Put every plan in the queue that waits for a date of this one which is not what it was."""
    moved = {
        link.after.project_id: link.workspace_id
        for link in CrossLink.objects.filter(before__project=project_id)
        if link.bound_at != date_of(link, dates)
    }
    cascade = _cascade.get() or uuid7().hex
    for waiting, workspace_id in moved.items():
        same = Job.objects.filter(name=JOB, state=Job.State.QUEUED, arguments__project_id=str(waiting))
        if not same.exists():
            jobs.enqueue(JOB, by=nameless(workspace_id), project_id=str(waiting), cascade=cascade)


@events.on("forecast_recorded")
def take_forecasts(project_id: UUID, on: date, told: Mapping[UUID, Sequence[str]]) -> None:
    """Let the links from a project hold what was recorded of the items that others wait for, by their ids, and
    have those plans forecast anew for which it is another. What is done or not recorded is a date again for sure."""
    changed: dict[UUID, UUID] = {}
    for link in CrossLink.objects.filter(before__project=project_id, kind__in=OF_FINISH):
        spread = _spread(on, told[link.before_id], link.bound_at) if link.before_id in told else None
        if spread == link.spread:
            continue
        CrossLink.objects.filter(pk=link.pk).update(spread=spread)
        if _minutes(spread) != _minutes(link.spread):
            changed[link.after.project_id] = link.workspace_id
    for waiting, workspace_id in changed.items():
        by = nameless(workspace_id)
        jobs.enqueue(JOB, by=by, project_id=str(waiting), cascade=uuid7().hex, forecast=True)


def waited_for(project_id: UUID) -> set[UUID]:
    """The items of a project whose finish items of others wait for."""
    links = CrossLink.objects.filter(before__project=project_id, kind__in=OF_FINISH)
    return set(links.values_list("before_id", flat=True))


def _spread(on: date, dates: Sequence[str], bound_at: str | None) -> Values | None:
    """What a link keeps: how many minutes each level lies after the date that the plan waits for now, so that they move
    along when that does."""
    if bound_at is None:
        return None
    planned = datetime.fromisoformat(bound_at)
    away = [round((datetime.fromisoformat(at) - planned).total_seconds() / 60) for at in dates]
    return {"on": on.isoformat(), "minutes": away}


def _minutes(spread: Values | None) -> list[int] | None:
    return spread["minutes"] if spread else None


@jobs.handles(JOB)
def follow(run: jobs.Run) -> dict[str, Any]:
    """Compute a plan anew by the dates that it now waits for, or by their new `forecast`."""
    project_id, cascade = UUID(run.job.arguments["project_id"]), run.job.arguments["cascade"]
    token = _cascade.set(cascade)
    try:
        return {"moved": _follow(project_id, cascade, run)}
    finally:
        _cascade.reset(token)


def _follow(project_id: UUID, cascade: str, run: jobs.Run) -> int:
    with transaction.atomic():
        run.hold()
        project = Project.objects.select_for_update().get(pk=project_id)
        moved = take_dates(project)
        before, by = saved_finish(project_id), nameless(project.workspace_id, request_id=cascade)
        if moved:
            touched = moved_anew(project_id, by=by)
            told = {"finish": saved_finish(project_id), "waits_for": moved}
            changes.record(by, "followed", project, before={"finish": before}, after=told, touches=touched)
        elif run.job.arguments.get("forecast"):
            compute_anew(project_id)
    return len(moved)


def moved_anew(project_id: UUID, *, by: Scope) -> list[Touch]:
    """Compute a plan anew; who hears of it for the sake of which item that moved."""
    before = dates_in([project_id])
    compute_anew(project_id)
    return touches_of_moves(load(project_id), before, dates_in([project_id]), by=by)


def take_dates(project: Project) -> list[str]:
    """Let the links into a plan hold the dates that are saved of what it waits for now; the keys of what moved."""
    by_project: dict[UUID, list[CrossLink]] = defaultdict(list)
    for link in CrossLink.objects.filter(after__project=project).order_by("pk"):
        by_project[link.before.project_id].append(link)
    saved = SavedSchedule.objects.filter(pk__in=list(by_project)).values_list("pk", "payload")
    moved = []
    for before_id, payload in saved:
        dates = orjson.loads(payload)
        for link in by_project[before_id]:
            at = date_of(link, dates)
            if at != link.bound_at:
                CrossLink.objects.filter(pk=link.pk).update(bound_at=at)
                moved.append(link.before.key)
    return moved


def saved_finish(project_id: UUID) -> str | None:
    """When a plan ends by what is saved of it."""
    return SavedSchedule.objects.filter(pk=project_id).values_list("finish", flat=True).first()
