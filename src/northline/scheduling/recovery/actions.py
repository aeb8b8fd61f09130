"""Look for ways back to a deadline in the background, keep the answer, open any of them as a scenario."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from northline import engine
from northline.accounts.authentication import scope_of_member
from northline.core import jobs
from northline.core.models import Job
from northline.core.refusal import Conflict, NotFound, Refusal
from northline.core.scope import Scope
from northline.delivery.access import refuse_archived
from northline.delivery.models import Project, Resource, WorkItem
from northline.engine.recovery import Recovery as Found
from northline.engine.recovery import recovery
from northline.scheduling.compute import seed_of
from northline.scheduling.models import Scenario
from northline.scheduling.programme.doubting import doubted
from northline.scheduling.recovery import access
from northline.scheduling.recovery.answering import Answering
from northline.scheduling.recovery.asking import Asked, asked_of, refuse_no_deadline
from northline.scheduling.recovery.models import Recovery
from northline.scheduling.recovery.trying import EDITS
from northline.scheduling.scenarios.actions import open_scenario
from northline.scheduling.telling import Telling

SIMULATIONS = 70
# So many tasks times draws are simulated in one trial of the search; what is shown is drawn in full.
MOST_DRAWS = 1_000_000
LEAST_SAMPLES, MOST_SAMPLES = 400, 2_000
LONGEST_TITLE = 200


@transaction.atomic
def start(project: Project, item: WorkItem | None, options: Mapping[str, Any], *, by: Scope) -> Recovery:
    """Put the question how this project, or this item of it, makes its date in the queue.

    Raises Conflict `project.archived`, Refusal `recovery.no_deadline`, `recovery.cost_hidden`, NotFound for people and items
    that are not there.
    """
    refuse_archived(project, "Restore it before you plan on.")
    meant = item or project
    refuse_no_deadline(meant.key, meant.deadline)
    if options["budget"] is not None and not access.may_see_prices(by):
        raise Refusal(
            "recovery.cost_hidden",
            "You do not see what people cost, so no cost can be set as a limit. Leave it out, or ask an admin.",
        )
    _refuse_unknown(project, options)
    row = Recovery(workspace_id=by.workspace_id, project=project, item=item, by_id=by.member_id)
    row.options, row.plan_version = dict(options), project.plan_version
    row.save(force_insert=True)
    row.job = jobs.enqueue("recover_plan", by=by, recovery_id=str(row.pk))
    row.save(update_fields=["job"])
    return row


def _refuse_unknown(project: Project, options: Mapping[str, Any]) -> None:
    kept = WorkItem.objects.filter(project=project, archived_at=None, pk__in=options["keep"])
    if kept.count() < len(set(options["keep"])):
        raise NotFound("work item")
    people = Resource.objects.filter(workspace_id=project.workspace_id, archived_at=None)
    there = people.filter(pk__in=options["people"]).values_list("project_id", flat=True)
    if sum(one in (None, project.pk) for one in there) < len(set(options["people"])):
        raise NotFound("resource")


@jobs.handles("recover_plan")
def recover_plan(run: jobs.Run) -> dict[str, Any]:
    """Find the ways back and keep them. Nothing of the plan is written."""
    rows = Recovery.objects.select_related("by__person")
    row = rows.filter(pk=run.job.arguments["recovery_id"]).first()
    if row is None or row.by is None:
        raise jobs.Cancelled
    telling = _Telling(run)
    try:
        asked = asked_of(row)
        answering = Answering(asked, by=scope_of_member(row.by), going_on=telling.refuse_cancelled)
        found = answering.answer(_searched(asked, telling))
    except (engine.PlanError, Refusal) as error:
        code, said = error.code, str(getattr(error, "message", error))
        told = {"code": code, "detail": said}
        Recovery.objects.filter(pk=row.pk).update(state="refused", refusal=told)
        raise Refusal(code, said) from error
    with transaction.atomic():
        run.hold()
        Recovery.objects.filter(pk=row.pk, state="computing").update(
            state="ready", found=found, edits=answering.edits, plan_version=asked.plan.project["plan_version"]
        )
        run.finish({"recovery_id": str(row.pk)})
    return {"recovery_id": str(row.pk)}


def _searched(asked: Asked, telling: _Telling) -> Found:
    today = date.today()
    project, durations = doubted(asked.narrowed(asked.whole), asked.plan)
    found = recovery(
        project,
        durations=durations,
        deadline=asked.deadline,
        target=asked.options["target"],
        values=asked.worth.values,
        budget=asked.options["budget"],
        terms=asked.terms,
        samples=max(LEAST_SAMPLES, min(MOST_SAMPLES, MOST_DRAWS // max(1, len(project.tasks)))),
        seed=seed_of(asked.plan.project["id"]),
        risks=asked.risks_in(project),
        simulations=SIMULATIONS,
        fitted=lambda change: asked.fitted(change, today=today),
        cancelled=telling.cancelled,
    )
    telling.refuse_cancelled()
    return found


class _Telling(Telling):
    def __init__(self, run: jobs.Run) -> None:
        super().__init__(run)
        self.tried = 0
        run.report(0, of=100, unit=jobs.Unit.PERCENT, note="Reading the plan")

    def cancelled(self) -> bool:
        """Asked before each simulation."""
        self.tried += 1
        return super().cancelled()

    def so_far(self) -> tuple[float, str]:
        return self.tried / (SIMULATIONS + 20), f"{self.tried} plans tried"


@transaction.atomic
def open_way(recovery_id: UUID, *, name: str, by: Scope) -> Scenario:
    """Branch the plan into a scenario that has this way back in it.

    Raises Conflict `recovery.not_ready`, `recovery.plan_moved`, `recovery.opened`, Refusal `recovery.only_a_date`,
    NotFound for a way that is not there, and what opening a scenario raises.
    """
    row = access.recovery(by, recovery_id, right="plan")
    row = Recovery.objects.select_for_update(of=("self",)).select_related("project").get(pk=row.pk)
    if row.state != "ready" or row.found is None:
        raise Conflict("recovery.not_ready", "There is no answer yet. Wait until it is computed.")
    way = next((one for one in row.found["ways"] if one["name"] == name), None)
    if way is None:
        raise NotFound("way back")
    if not row.edits[name]:
        raise Refusal(
            "recovery.only_a_date",
            "This way changes no work, only the date that is promised. Change the deadline instead.",
        )
    _refuse_opened(row, name)
    if row.project.plan_version != row.plan_version:
        raise Conflict(
            "recovery.plan_moved",
            f"{row.project.key} was changed since this was computed. Nothing was opened. Ask again to get ways that fit.",
        )
    note = "\n".join(f"{step['title']}. {step['why']}" for step in way["steps"])
    edits = EDITS.validate_python(row.edits[name])
    made = open_scenario(row.project, title=_cropped(way["title"]), note=note, edits=edits, by=by)
    row.opened = row.opened | {name: str(made.pk)}
    row.save(update_fields=["opened"])
    return made


def _refuse_opened(row: Recovery, name: str) -> None:
    """One way is one scenario, until that is thrown away."""
    before = Scenario.objects.filter(pk=row.opened.get(name), archived_at=None).first()
    if before is not None:
        raise Conflict(
            "recovery.opened", f"This way was opened as {before.key} already.", scenario_id=str(before.pk)
        )


def _cropped(title: str) -> str:
    return title if len(title) <= LONGEST_TITLE else f"{title[: LONGEST_TITLE - 1]}…"


@transaction.atomic
def drop(row: Recovery) -> None:
    """Forget an answer, and stop looking for one. Scenarios opened from it stay."""
    if row.job_id:
        jobs.cancel(Job.objects.get(pk=row.job_id))
    row.delete()
