"""Write an edited plan back, and tell what was done to it and how to take it back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import F
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from northline.core import undo
from northline.core.models import Change, plain
from northline.core.refusal import Conflict, Stale
from northline.delivery.models import Assignment, Dependency, Project, WorkItem
from northline.delivery.raci.actions import name_of_new
from northline.scheduling.editor import Editor, json_link
from northline.scheduling.kept import Kept
from northline.scheduling.plan import ASSIGNMENT, ITEM, LINK, Plan, Values

BATCH = 500
# What one change tells of in words; the rest is counted.
MOST_TOLD = 50
_IDS = ("parent_id", "calendar_id", "owner_id", "item_type_id")

Differences = dict[UUID, tuple[Values, Values]]


def write(editor: Editor, differences: Differences, project: Project) -> None:
    """Store new and changed items and links. Raises Stale where an item is not as it was read."""
    now = timezone.now()
    owned = {"workspace_id": project.workspace_id, "project_id": project.pk}
    new = [item_id for item_id in differences if editor.was_items[item_id] is None]
    rows = [WorkItem(**owned, **{name: editor.plan.items[item_id][name] for name in ITEM}) for item_id in new]
    WorkItem.objects.bulk_create(rows, batch_size=BATCH)
    for item_id in differences.keys() - set(new):
        item, columns = editor.plan.items[item_id], differences[item_id][1]
        raised = 0 if item_id in editor.shifted else 1
        mine = WorkItem.objects.filter(pk=item_id, version=item["version"])
        if not mine.update(**columns, version=F("version") + raised, updated_at=now):
            raise Stale(WorkItem.objects.get(pk=item_id))
        item["version"] += raised
    _write_links(editor, owned)
    _write_assignments(editor, owned)
    name_of_new(
        {item_id: editor.circles[item_id] for item_id in new if item_id in editor.circles}, by=editor.by
    )


def _write_assignments(editor: Editor, owned: Values) -> None:
    assignments = editor.plan.assignments
    was_of = editor.was_assignments
    gone = [row_id for row_id, was in was_of.items() if was is not None and row_id not in assignments]
    if gone:
        Assignment.objects.filter(pk__in=gone).delete()
    new = [assignments[row_id] for row_id, was in was_of.items() if was is None and row_id in assignments]
    Assignment.objects.bulk_create([Assignment(**owned, **row) for row in new], batch_size=BATCH)
    for row_id, was in was_of.items():
        if was is not None and row_id in assignments and assignments[row_id] != was:
            Assignment.objects.filter(pk=row_id).update(**assignments[row_id])


def _write_links(editor: Editor, owned: Values) -> None:
    links = editor.plan.links
    gone = [link_id for link_id, was in editor.was_links.items() if was is not None and link_id not in links]
    if gone:
        Dependency.objects.filter(pk__in=gone).delete()
    new = [links[link_id] for link_id, was in editor.was_links.items() if was is None and link_id in links]
    Dependency.objects.bulk_create([Dependency(**owned, **link) for link in new], batch_size=BATCH)
    for link_id, was in editor.was_links.items():
        if was is not None and link_id in links and links[link_id] != was:
            Dependency.objects.filter(pk=link_id).update(**links[link_id])


def told(
    editor: Editor, differences: Differences, before: Kept, after: Kept, *, planning: bool
) -> dict[str, Any]:
    """The `before`, `after` and `undo` of the change; did it take the right to plan?"""
    items = editor.plan.items
    mine = {item_id: pair for item_id, pair in differences.items() if item_id not in editor.shifted}
    some = list(mine.items())[:MOST_TOLD]
    return {
        "before": {
            "items": {items[item_id]["key"]: was for item_id, (was, _) in some},
            "finish": before.finish,
            "probability": before.probability,
        },
        "after": {
            "items": {items[item_id]["key"]: _shown(item_id, editor, now) for item_id, (_, now) in some},
            "item_count": len(mine),
            "links": _links_told(editor)[:MOST_TOLD],
            "link_count": len(editor.was_links),
            **_staff_told(editor),
            "finish": after.finish,
            "probability": after.probability,
        },
        "undo": _undo(editor, mine, planning=planning),
    }


def _shown(item_id: UUID, editor: Editor, now: Values) -> Values:
    names = ("title", "type", "duration_minutes") if editor.was_items[item_id] is None else tuple(now)
    return {name: plain(now[name]) for name in names}


def _links_told(editor: Editor) -> list[dict[str, Any]]:
    items, links = editor.plan.items, editor.plan.links
    said = []
    for link_id, was in editor.was_links.items():
        now = links.get(link_id)
        link = now or was
        if link is not None:
            verb = "unlinked" if now is None else "linked" if was is None else "relinked"
            ends = {"before": items[link["before_id"]]["key"], "after": items[link["after_id"]]["key"]}
            said.append({"verb": verb, **ends, "kind": link["kind"], "lag_minutes": link["lag_minutes"]})
    return said


def _staff_told(editor: Editor) -> dict[str, Any]:
    """Who was put on what, or taken off it; nothing where nobody was."""
    items, now_of = editor.plan.items, editor.plan.assignments
    names = {row["id"]: row["title"] for row in editor.plan.resources}
    said = []
    for row_id, was in editor.was_assignments.items():
        now = now_of.get(row_id)
        row = now or was
        if row is not None and now != was:
            verb = "unassigned" if now is None else "assigned" if was is None else "reassigned"
            told = {"verb": verb, "item": items[row["item_id"]]["key"], "units": row["units"]}
            if row["overtime_minutes"]:
                told["overtime_minutes"] = row["overtime_minutes"]
            said.append(told | {"resource": names.get(row["resource_id"], "")})
    return {"assignments": said[:MOST_TOLD], "assignment_count": len(said)} if said else {}


def _undo(editor: Editor, mine: Differences, *, planning: bool) -> dict[str, Any]:
    """Every row as it stood, and the versions that must still hold for it to be put back."""
    now = plain(timezone.now())
    items = {
        str(item_id): {"archived_at": now} if editor.was_items[item_id] is None else was
        for item_id, (was, _) in mine.items()
    }
    links = editor.plan.links
    return {
        "how": "plan",
        "planning": planning,
        "items": items,
        "versions": {str(item_id): editor.plan.items[item_id]["version"] for item_id in mine},
        "links": {str(link_id): json_link(was) for link_id, was in editor.was_links.items()},
        "assignments": {str(row_id): json_link(was) for row_id, was in editor.was_assignments.items()},
        "assignments_now": {
            str(row_id): json_link(editor.plan.assignments.get(row_id)) for row_id in editor.was_assignments
        },
        "links_now": {str(link_id): json_link(links.get(link_id)) for link_id in editor.was_links},
    }


def columns_from(fields: dict[str, Any]) -> Values:
    """Columns as JSON held them, as they are stored."""
    columns = dict(fields)
    for name in _IDS:
        if columns.get(name):
            columns[name] = UUID(columns[name])
    if columns.get("archived_at"):
        columns["archived_at"] = parse_datetime(columns["archived_at"])
    return columns


def link_from(link: dict[str, Any]) -> Values:
    """A link's row as JSON held it, as it is stored."""
    return {name: UUID(link[name]) if name.endswith("id") else link[name] for name in LINK}


def assignment_from(row: dict[str, Any]) -> Values:
    """An assignment's row as JSON held it, as it is stored."""
    told = {"overtime_minutes": 0} | row
    return {name: UUID(told[name]) if name.endswith("id") else told[name] for name in ASSIGNMENT}


def refuse_changed_since(plan: Plan, change: Change) -> None:
    """Raise Conflict `undo.changed_since`, naming who and what, unless every row stands as the change left it."""
    for name, version in change.undo["versions"].items():
        item = plan.items.get(UUID(name))
        if item is None or (item["version"] != version and _stands_changed(change, name)):
            raise _overtaken(change, name, item["key"] if item else "An item")
    for name, link in change.undo["links_now"].items():
        if json_link(plan.links.get(UUID(name))) != link:
            raise _overtaken(change, name, "A link")
    for name, row in change.undo.get("assignments_now", {}).items():
        if json_link(plan.assignments.get(UUID(name))) != row:
            raise _overtaken(change, name, "An assignment")


def _stands_changed(change: Change, item_id: str) -> bool:
    """Whether anything that happened to the item since the change has not been taken back in its turn."""
    since = undo.standing_since(change, change.object_id, UUID(item_id))
    return any(
        str(object_id) == item_id or not way_back or item_id in way_back.get("items", {})
        for object_id, way_back in since.values_list("object_id", "undo")
    )


def _overtaken(change: Change, row_id: str, what: str) -> Conflict:
    later = Change.objects.filter(object_id=change.object_id, seq__gt=change.seq).order_by("-seq")
    for found in later[:200]:
        if any(row_id in found.undo.get(rows, {}) for rows in ("items", "links", "assignments")):
            said = f"{what} cannot be set back: {found.by_name} {found.verb} it since. Nothing was changed."
            return Conflict("undo.changed_since", said, later=str(found.pk))
    return Conflict("undo.changed_since", f"{what} was changed since. Nothing was changed.", later=None)
