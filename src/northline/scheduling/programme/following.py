"""When the dates of a plan move, the plans that wait for it follow: one job a plan, until nothing moves any more.

A job puts the plans behind its own in the queue only where a date that they wait for is another one now; links make no
circles, so that comes to an end.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from contextvars import ContextVar
from typing import Any
from uuid import UUID

import orjson
from django.db import transaction

from northline.core import changes, events, jobs
from northline.core.ids import uuid7
from northline.core.models import Job
from northline.core.scope import nameless
from northline.delivery.models import Project
from northline.scheduling.actions import compute_anew
from northline.scheduling.compute import FINISH, START, Dates
from northline.scheduling.models import SavedSchedule
from northline.scheduling.programme.models import CrossLink

JOB = "follow_programme"
# All that one move brings about is one message in an inbox, however many plans follow: it goes by one name.
_cascade: ContextVar[str] = ContextVar("cascade", default="")


def date_of(link: CrossLink, dates: Mapping[str, Dates]) -> str | None:
    """The date that a link waits for, among the dates of the plan of its predecessor."""
    found = dates.get(str(link.before_id))
    if found is None:
        return None
    at: str = found[FINISH if link.kind in ("FS", "FF") else START]
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


@jobs.handles(JOB)
def follow(run: jobs.Run) -> dict[str, Any]:
    """Compute a plan anew by the dates that it now waits for."""
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
        if moved:
            before = saved_finish(project_id)
            compute_anew(project_id)
            told = {"finish": saved_finish(project_id), "waits_for": moved}
            by = nameless(project.workspace_id, request_id=cascade)
            changes.record(by, "followed", project, before={"finish": before}, after=told)
    return len(moved)


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
