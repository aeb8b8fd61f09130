"""The verbs of scenarios: open one, edit its plan, drop changes, take an edit back. Throwing one away is archiving it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db import transaction

from northline.core import changes, editing
from northline.core.models import Change
from northline.core.refusal import Conflict, NotFound, Refusal, Stale
from northline.core.scope import Scope
from northline.delivery.access import locked_project, refuse_archived
from northline.delivery.models import Project
from northline.scheduling import storing
from northline.scheduling.actions import Edited
from northline.scheduling.compute import compute
from northline.scheduling.editor import Editor
from northline.scheduling.edits import Edit
from northline.scheduling.kept import Kept
from northline.scheduling.models import Scenario
from northline.scheduling.plan import Values
from northline.scheduling.scenarios import access, overlay
from northline.scheduling.scenarios.computing import COMPUTED, Both, both_of, remember
from northline.scheduling.scenarios.rows import PARTS

MOST_OPEN = 50
ROWS = tuple(part.name for part in PARTS)
UNDOABLE = ("items", *ROWS, "shifted")


@transaction.atomic
def open_scenario(
    project: Project, *, title: str, edits: Sequence[Edit] = (), note: str = "", by: Scope
) -> Scenario:
    """Branch the plan of a project that is already allowed into a scenario that has these edits in it.

    Raises Conflict `project.archived`, Refusal `scenario.too_many`, and what refuses edits of a plan.
    """
    project = locked_project(by, project.pk, right="plan")
    refuse_archived(project, "Restore it before you plan on.")
    if Scenario.objects.filter(project=project, state="open", archived_at=None).count() >= MOST_OPEN:
        raise Refusal(
            "scenario.too_many",
            f"{project.key} has {MOST_OPEN} open scenarios. Throw one of them away first.",
        )
    row = Scenario(
        workspace_id=by.workspace_id,
        project=project,
        title=title,
        note=note,
        opened_by_id=by.member_id,
        opened_at_version=project.plan_version,
        changes=overlay.nothing(),
    )
    both = both_of(row)
    after = both.after
    if edits:
        editor = Editor(both.plan, dates=after.dates, by=by)
        editor.apply(edits)
        row.changes = overlay.after(row.changes, both.live, editor)
        after = Kept.of(compute(both.plan, both.plan.outline()))
    _count(row)
    remember(row, after)
    return editing.create(row, prefix=Scenario.PREFIX, by=by, verb="opened")


@transaction.atomic
def edit_scenario_plan(
    scenario_id: UUID, *, edits: Sequence[Edit], by: Scope, reason: str = "", preview: bool = False
) -> Edited:
    """Apply the edits to the scenario, compute it, and record one change of it; the plan stays as it is.

    Raises what `scheduling.actions.edit_plan` raises, Conflict `scenario.closed`.
    """
    row = access.locked_scenario(by, scenario_id, right="plan")
    access.refuse_closed(row)
    both = both_of(row)
    editor = Editor(both.plan, dates=both.after.dates, by=by)
    try:
        editor.apply(edits)
    except Stale as stale:
        # The row of the plan is not how the item stands in the scenario.
        raise Stale from stale
    kept = overlay.after(overlay.whole(row.changes), both.live, editor)
    edited = _settled(row, both, editor, kept, by=by, verb="planned", reason=reason, preview=preview)
    if preview:
        transaction.set_rollback(True)
    return edited


@transaction.atomic
def drop_changes(scenario_id: UUID, *, items: Sequence[UUID], rows: Sequence[UUID], by: Scope) -> Scenario:
    """Let these items, and these links and assignments, be in the scenario as they are in the plan.

    Raises NotFound for what the scenario does not change, Conflict `scenario.closed`.
    """
    row = access.locked_scenario(by, scenario_id, right="plan")
    access.refuse_closed(row)
    was = overlay.whole(row.changes)
    known = {name for part in ("items", *ROWS) for name in was[part]}
    if any(str(one) not in known for one in (*items, *rows)):
        raise NotFound("change in this scenario")
    kept = overlay.without(was, items={str(one) for one in items}, rows={str(one) for one in rows})
    if kept != was:
        keep(row, kept)
        changes.record(by, "dropped", row, undo=_undo(was, kept), after={"change_count": row.change_count})
    return row


def take_back(change: Change, by: Scope) -> None:
    """The undo of an edit of a scenario: every change of it as it was, unless somebody changed one of them since."""
    row = access.locked_scenario(by, change.object_id, right="plan")
    access.refuse_closed(row)
    said, kept = change.undo, overlay.whole(row.changes)
    for name, version in said["versions"].items():
        if kept["versions"].get(name, 0) != version:
            raise Conflict("undo.changed_since", f"{row.key} was edited there since. Nothing was changed.")
    for part, now in said["rows_now"].items():
        if any(kept[part].get(name) != entry for name, entry in now.items()):
            raise Conflict("undo.changed_since", f"{row.key} was edited there since. Nothing was changed.")
    new = {part: dict(kept[part]) for part in overlay.nothing()}
    for part in UNDOABLE:
        for name, entry in said[part].items():
            overlay.put(new[part], name, entry)
    for name in said["versions"]:
        new["versions"][name] = kept["versions"].get(name, 0) + 1
    keep(row, new)
    changes.record(by, "undid", row, undo=_undo(kept, new), cause=change)


def _settled(
    row: Scenario,
    both: Both,
    editor: Editor,
    kept: Values,
    *,
    by: Scope,
    verb: str,
    reason: str,
    preview: bool,
) -> Edited:
    outline = both.plan.outline()
    was = overlay.whole(row.changes)
    different = kept != was
    after = Kept.of(compute(both.plan, outline)) if different else both.after
    change = None
    if different and not preview:
        keep(row, kept, after)
        differences = editor.differences()
        for item_id in differences.keys() - editor.shifted:
            editor.plan.items[item_id]["version"] += 1
        said = storing.told(editor, differences, both.after, after, planning=True)
        said["undo"] = _undo(was, kept)
        change = changes.record(by, verb, row, reason=reason, **said)
    shown = Project(plan_version=both.live.project["plan_version"] + row.plan_version)
    return Edited(editor, outline, shown, both.after, after, change)


def keep(row: Scenario, kept: Values, after: Kept | None = None) -> None:
    """Write what the scenario is to have changed, and what was, or is now, computed of it."""
    row.changes = kept
    row.plan_version += 1
    row.computed_for = ""
    _count(row)
    if after is None:
        both = both_of(row)
        after = None if both.refusal else both.after
    if after is not None:
        remember(row, after)
    row.save(update_fields=["changes", "plan_version", "change_count", *COMPUTED])


def _count(row: Scenario) -> None:
    row.change_count = sum(len(row.changes[part]) for part in ("items", *ROWS))


def _undo(was: Values, now: Values) -> dict[str, Any]:
    """What stood in each place that is different, and what must still stand there for it to be put back."""
    undo: dict[str, Any] = {"how": "scenario_edits"}
    for part in UNDOABLE:
        names = [
            name for name in was[part].keys() | now[part].keys() if was[part].get(name) != now[part].get(name)
        ]
        undo[part] = {name: was[part].get(name) for name in names}
    undo["versions"] = {name: now["versions"].get(name, 0) for name in undo["items"]}
    undo["rows_now"] = {part: {name: now[part].get(name) for name in undo[part]} for part in ROWS}
    return undo
