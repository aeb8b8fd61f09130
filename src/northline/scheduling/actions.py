"""The verbs of planning: edit a plan, take an edit back, compute a plan anew."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from northline.core import changes, events
from northline.core.models import Change
from northline.core.refusal import Conflict, Refusal
from northline.core.scope import Scope
from northline.delivery import access
from northline.delivery.access import refuse_archived
from northline.delivery.models import Project, Resource
from northline.scheduling import storing
from northline.scheduling.compute import Answer, Dates, compute, save, still_holds
from northline.scheduling.editor import Editor
from northline.scheduling.edits import Edit, takes_planning
from northline.scheduling.kept import Kept, kept_of
from northline.scheduling.plan import QUIET, Placed, Values, load
from northline.scheduling.programme.circles import refuse_circle
from northline.scheduling.staffing import brought
from northline.scheduling.touching import touches
from northline.scheduling.weighing import weigh_if_quick

NOTHING: Mapping[str, Values] = {}


@dataclass(frozen=True, slots=True)
class Edited:
    """A plan after an edit, with what was computed before and after it. `change` is None in a preview."""

    editor: Editor
    outline: list[Placed]
    project: Project
    before: Kept
    after: Kept
    change: Change | None

    def dates(self, item_id: UUID) -> Dates | None:
        return self.after.dates.get(str(item_id))


@transaction.atomic
def edit_plan(
    project_id: UUID,
    *,
    edits: list[Edit],
    by: Scope,
    reason: str = "",
    preview: bool = False,
    cause: Change | None = None,
) -> Edited:
    """Apply the edits, reschedule, forecast, save, and record one change; a preview saves nothing.

    Raises NotFound for an id of another plan, Stale with the item as it is now, Refusal `link.makes_circle` and
    the engine's other refusals, NotAllowed where a contributor edits more than progress.
    """
    project = access.locked_project(by, project_id, right="contribute")
    planning = takes_planning(edits)
    if planning:
        by.require("plan", project.place(), what="project")
    refuse_archived(project, "Restore it before you edit its plan.")
    plan = load(project_id)
    before = kept_of(plan)
    editor = Editor(plan, dates=before.dates, by=by)
    editor.apply(edits)
    edited = settle(
        editor,
        project,
        before,
        planning=planning,
        preview=preview,
        by=by,
        verb="planned",
        reason=reason,
        cause=cause,
    )
    if preview:
        transaction.set_rollback(True)
    return edited


def settle(
    editor: Editor,
    project: Project,
    before: Kept,
    *,
    planning: bool,
    by: Scope,
    verb: str,
    reason: str = "",
    cause: Change | None = None,
    preview: bool = False,
    also: Mapping[str, Values] = NOTHING,
) -> Edited:
    """Compute the edited plan and save all of it, where anything is different. `also` is told in the change."""
    plan = editor.plan
    outline = plan.outline()
    differences = editor.differences()
    quiet = not (editor.was_links or editor.was_assignments) and all(
        now.keys() <= QUIET for _, now in differences.values()
    )
    if not quiet:
        refuse_circle(plan, by)
    answer = None if quiet and before.saved else compute(plan, outline)
    after = before if answer is None else Kept.of(answer)
    change = None
    if not preview and (differences or editor.was_links or editor.was_assignments):
        storing.write(editor, differences, project)
        _keep(project, answer)
        if answer is not None:
            plan.project["plan_version"] = project.plan_version
            weigh_if_quick(plan, outline)
        said = storing.told(editor, differences, before, after, planning=planning)
        said |= {part: said[part] | values for part, values in also.items()}
        touched = touches(editor, differences, before, after, outline=outline, by=by, gives=verb != "undid")
        change = changes.record(by, verb, project, reason=reason, cause=cause, touches=touched, **said)
    return Edited(editor, outline, project, before, after, change)


def _keep(project: Project, answer: Answer | None) -> None:
    project.plan_version += 1
    Project.objects.filter(pk=project.pk).update(plan_version=project.plan_version)
    if answer is None:
        still_holds(project.pk, plan_version=project.plan_version)
    else:
        save(project.pk, answer, plan_version=project.plan_version)


def take_back(change: Change, by: Scope) -> None:
    """The undo of `edit_plan`: every row as it was, with its id, unless somebody changed one of them since."""
    said = change.undo
    project = access.locked_project(by, change.object_id, right="contribute")
    if said["planning"]:
        by.require("plan", project.place(), what="project")
    items = {UUID(item_id): fields for item_id, fields in said["items"].items()}
    plan = load(project.pk, also=items)
    before = kept_of(plan)
    editor = Editor(plan, dates=before.dates, by=by)
    storing.refuse_changed_since(plan, change)
    for item_id, fields in items.items():
        editor.touch(item_id).update(storing.columns_from(fields))
    for name, link in said["links"].items():
        link_id = UUID(name)
        editor.was_links[link_id] = plan.links.pop(link_id, None)
        if link is not None:
            plan.links[link_id] = storing.link_from(link)
    for name, row in said.get("assignments", {}).items():
        row_id = UUID(name)
        editor.was_assignments[row_id] = plan.assignments.pop(row_id, None)
        if row is not None:
            plan.assignments[row_id] = storing.assignment_from(row)
            brought(plan, plan.assignments[row_id]["resource_id"], Resource.objects.all())
    plan.index_children()
    try:
        settle(editor, project, before, planning=said["planning"], by=by, verb="undid", cause=change)
    except Refusal as refusal:
        raise Conflict(
            "undo.changed_since",
            f"That cannot be taken back any more: {refusal.message}",
            refused=refusal.code,
        ) from refusal


@events.on("plan_changed")
@transaction.atomic
def compute_anew(project_id: UUID) -> None:
    """Schedule and forecast a plan whose project or rows were changed elsewhere, in that transaction."""
    Project.objects.select_for_update().get(pk=project_id)
    plan = load(project_id)
    outline = plan.outline()
    save(project_id, compute(plan, outline), plan_version=plan.project["plan_version"])
    weigh_if_quick(plan, outline)
