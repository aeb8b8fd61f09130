"""Level plans in the background, keep the proposal, and apply it as one deed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from northline import engine
from northline.core import deeds, jobs
from northline.core.models import Change, Job
from northline.core.refusal import Conflict, Refusal
from northline.core.scope import Place, Scope
from northline.core.wording import exactly
from northline.delivery.access import locked_project, refuse_archived
from northline.delivery.models import Project
from northline.engine.levelling.plans import Progress, alternatives, level
from northline.scheduling.actions import settle
from northline.scheduling.editor import Editor
from northline.scheduling.kept import kept_of
from northline.scheduling.levelling.answering import proposal
from northline.scheduling.levelling.asking import Asking, asked_of, options_of
from northline.scheduling.levelling.models import Levelling
from northline.scheduling.levelling.schemas import FASTEST
from northline.scheduling.plan import load
from northline.scheduling.telling import Telling

WORKERS = 2


@transaction.atomic
def start(projects: Sequence[Project], options: Mapping[str, Any], *, by: Scope) -> Levelling:
    """Put the levelling of these projects, the most important first, in the queue.

    Raises Conflict `project.archived`.
    """
    for project in projects:
        refuse_archived(project, "Restore it before you level it.")
    row = Levelling(
        workspace_id=by.workspace_id,
        by_id=by.member_id,
        plans=[{"id": str(project.pk), "plan_version": project.plan_version} for project in projects],
        options=dict(options),
    )
    row.save(force_insert=True)
    row.job = jobs.enqueue("level_plans", by=by, levelling_id=str(row.pk))
    row.save(update_fields=["job"])
    return row


@jobs.handles("level_plans")
def level_plans(run: jobs.Run) -> dict[str, Any]:
    """Find the proposal and keep it. Nothing of any plan is written."""
    row = Levelling.objects.filter(pk=run.job.arguments["levelling_id"]).first()
    if row is None:
        raise jobs.Cancelled
    run.report(0, of=100, unit=jobs.Unit.PERCENT, note="Reading the plans")
    try:
        asked, found, columns = _found(row, run)
    except engine.PlanError as error:
        refusal = Refusal(error.code, f"{error.message} Nothing was levelled.", keys=list(error.ids))
        told = {"code": refusal.code, "detail": refusal.message}
        Levelling.objects.filter(pk=row.pk).update(state="refused", refusal=told)
        raise refusal from error
    plans = [{"id": str(one.id), "plan_version": one.plan.project["plan_version"]} for one in asked]
    with transaction.atomic():
        run.hold()
        Levelling.objects.filter(pk=row.pk, state="computing").update(
            state="ready", found=found, columns=columns, plans=plans
        )
        run.finish({"levelling_id": str(row.pk)})
    return {"levelling_id": str(row.pk)}


def _found(row: Levelling, run: jobs.Run) -> tuple[list[Asking], dict[str, Any], dict[str, Any]]:
    by_value = row.options.get("importance") == "value"
    soft = row.options.get("soft", False)
    asked = asked_of([UUID(one["id"]) for one in row.plans], by_value=by_value, soft=soft)
    options, seconds = options_of(row.options), row.options["seconds"]
    several = row.options["alternatives"]
    telling = _Telling(run, whole=seconds * (2 if several else 1))
    projects = [one.project for one in asked]
    found = level(
        projects,
        options=options,
        seconds=seconds,
        workers=WORKERS,
        on_progress=telling.progress,
        cancelled=telling.cancelled,
    )
    telling.refuse_cancelled()
    others: Sequence[Any] = ()
    if several and found.moves:
        others = alternatives(
            projects, found=found, options=options, seconds=seconds, cancelled=telling.cancelled
        )
        telling.refuse_cancelled()
    shown, columns = proposal(asked, found, others)
    return asked, shown, columns


class _Telling(Telling):
    def __init__(self, run: jobs.Run, *, whole: float) -> None:
        super().__init__(run)
        self.whole, self.note = whole, "Levelling"

    def progress(self, progress: Progress) -> None:
        self.note = f"{progress.tried:,} plans tried, ends {exactly(progress.finish.date())} at best"

    def so_far(self) -> tuple[float, str]:
        return (self.last - self.begun) / self.whole, self.note


@transaction.atomic
def apply(row: Levelling, *, alternative: str = FASTEST, reason: str = "", by: Scope) -> Levelling:
    """Write the proposal into its plans: one change, or one deed over several projects, with one undo.

    Raises Conflict `levelling.not_ready`, `levelling.applied`, `levelling.plan_moved`, Refusal
    `levelling.needs_people`, `levelling.moves_nothing`.
    """
    row = Levelling.objects.select_for_update().get(pk=row.pk)
    columns = _columns_to_write(row, alternative)
    projects = [
        locked_project(by, UUID(one["id"]), right="plan")
        for one in sorted(row.plans, key=lambda one: one["id"])
    ]
    _refuse_moved_on(row, projects)
    touched = [project for project in projects if columns.get(str(project.pk))]
    if not touched:
        raise Refusal("levelling.moves_nothing", "This proposal moves nothing, so there is nothing to apply.")
    change = _written(row, touched, columns, reason=reason, by=by)
    row.state, row.applied, row.applied_at, row.change = "applied", alternative, timezone.now(), change
    row.save(update_fields=["state", "applied", "applied_at", "change"])
    return row


def _columns_to_write(row: Levelling, alternative: str) -> dict[str, Any]:
    if row.state == "applied":
        raise Conflict("levelling.applied", "This proposal was applied already. Level again for another one.")
    if row.state != "ready" or row.found is None:
        raise Conflict("levelling.not_ready", "There is no proposal yet. Wait until it is computed.")
    columns: dict[str, Any] | None = row.columns.get(alternative)
    if columns is None:
        if any(one["name"] == alternative for one in row.found["alternatives"]):
            raise Refusal(
                "levelling.needs_people",
                f"“{alternative}” takes people who are not there yet. Raise their capacity, then level again.",
            )
        raise Refusal("levelling.unknown_alternative", f"There is no way out called “{alternative}”.")
    return columns


def _refuse_moved_on(row: Levelling, projects: Sequence[Project]) -> None:
    """A proposal fits the plans that it was computed from, and no others."""
    versions = {one["id"]: one["plan_version"] for one in row.plans}
    moved = [one.key for one in projects if one.plan_version != versions[str(one.pk)]]
    if moved:
        raise Conflict(
            "levelling.plan_moved",
            f"{', '.join(moved)} {'was' if len(moved) == 1 else 'were'} changed since this was computed. "
            "Nothing was changed. Level again to get a proposal that fits.",
            projects=moved,
        )


def _written(
    row: Levelling, projects: Sequence[Project], columns: Mapping[str, Any], *, reason: str, by: Scope
) -> Change:
    said = {"levelling": str(row.pk), "projects": [project.key for project in projects]}
    several = len(projects) > 1
    title = f"{len(projects)} projects"
    around = (
        deeds.deed(title, place=_shared_place(projects), verb="levelled", by=by, said=said, reason=reason)
        if several
        else nullcontext()
    )
    with around as whole:
        for project in projects:
            change = _level_one(project, columns[str(project.pk)], cause=whole, reason=reason, by=by)
    return whole or change


def _shared_place(projects: Sequence[Project]) -> Place:
    products = {project.product_id for project in projects}
    return Place(product_id=products.pop() if len(products) == 1 else None)


def _level_one(
    project: Project, columns: Mapping[str, Any], *, cause: Change | None, reason: str, by: Scope
) -> Change:
    plan = load(project.pk)
    before = kept_of(plan)
    editor = Editor(plan, dates=before.dates, by=by)
    for item_id, values in columns.items():
        editor.touch(UUID(item_id)).update(values)
    edited = settle(
        editor, project, before, planning=True, by=by, verb="levelled", reason=reason, cause=cause
    )
    assert edited.change is not None
    return edited.change


@transaction.atomic
def drop(row: Levelling) -> None:
    """Throw a proposal away, and stop computing it. One that was applied stays."""
    row = Levelling.objects.select_for_update().get(pk=row.pk)
    if row.state == "applied":
        raise Conflict(
            "levelling.applied", "This proposal was applied. Undo it in the activity of its project."
        )
    if row.job_id:
        jobs.cancel(Job.objects.get(pk=row.job_id))
    row.delete()
