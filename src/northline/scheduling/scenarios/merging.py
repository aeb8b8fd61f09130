"""Merge a scenario into its plan: all of it or chosen changes, as one recorded change of the plan, and take that back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from northline.core.models import Change
from northline.core.refusal import Conflict, NotFound, Stale
from northline.core.scope import Scope
from northline.delivery.access import locked_project, refuse_archived
from northline.delivery.models import Resource, WorkItem
from northline.delivery.raci.rules import Said
from northline.scheduling import actions as plans
from northline.scheduling.actions import Edited, settle
from northline.scheduling.editor import EMPTY, Editor
from northline.scheduling.kept import kept_of
from northline.scheduling.models import Scenario
from northline.scheduling.plan import Plan, Values, load
from northline.scheduling.scenarios import access, overlay
from northline.scheduling.scenarios.actions import ROWS, UNDOABLE, keep
from northline.scheduling.scenarios.differences import item_differences, row_differences
from northline.scheduling.scenarios.rows import ASSIGNMENTS, PARTS, Part
from northline.scheduling.staffing import brought
from northline.scheduling.storing import columns_from

# A field of an item, or None for a link or an assignment, by its id: whose side is taken.
Choices = Mapping[tuple[UUID, str | None], str]
MINE, THEIRS = "mine", "theirs"


@dataclass(frozen=True, slots=True)
class Wish:
    """What to merge: the items, and the links and assignments, None for all; whose side to take where both changed
    something; and the versions of the plan's items that the conflicts were seen at."""

    items: frozenset[UUID] | None
    rows: frozenset[UUID] | None
    choices: Choices
    seen: Mapping[UUID, int]


@transaction.atomic
def merge_scenario(
    row: Scenario,
    wish: Wish,
    *,
    by: Scope,
    reason: str = "",
    preview: bool = False,
    cause: Change | None = None,
) -> Edited:
    """Make the chosen changes of a scenario, which is already allowed, changes of its plan.

    What is not chosen stays in the scenario; where nothing is left it is merged. Raises Conflict `scenario.closed`,
    `scenario.conflicts` with those that nobody decided, `scenario.nothing_to_merge`, Stale where an item was changed
    since its conflict was seen, NotFound, and what refuses edits of a plan.
    """
    project = locked_project(by, row.project_id, right="plan")
    row = access.locked_scenario(by, row.pk, right="plan")
    access.refuse_closed(row)
    refuse_archived(project, "Restore it before you edit its plan.")
    kept = overlay.whole(row.changes)
    live = load(project.pk, also=overlay.touched(kept))
    before = kept_of(live)
    merge = _Merge(live, kept, wish, by=by)
    merge.check(row)
    editor = merge.apply(dates=before.dates)
    done, left = merge.done(), merge.left()
    also: dict[str, Values] = {
        "after": {"scenario": {"key": row.key, "title": row.title}},
        "undo": {"how": "scenario", "scenario": str(row.pk), "merged": done},
    }
    edited = settle(
        editor,
        project,
        before,
        planning=True,
        by=by,
        verb="merged",
        reason=reason,
        cause=cause,
        preview=preview,
        also=also,
    )
    if preview:
        transaction.set_rollback(True)
        return edited
    _leave(row, left, by=by)
    return edited


def take_back(change: Change, by: Scope) -> None:
    """The undo of a merge: the plan as it was, and the changes in the scenario again."""
    plans.take_back(change, by)
    found = Scenario.objects.select_for_update(of=("self",)).filter(pk=change.undo["scenario"]).first()
    if found is None:
        return
    kept, merged = overlay.whole(found.changes), change.undo["merged"]
    for part in UNDOABLE:
        kept[part] = merged[part] | kept[part]
    for name in merged["items"]:
        kept["versions"] = kept["versions"] | {name: kept["versions"].get(name, 0) + 1}
    found.state, found.merged_at, found.merged_by = Scenario.State.OPEN, None, None
    found.save(update_fields=["state", "merged_at", "merged_by"])
    keep(found, kept)


def _leave(row: Scenario, left: Values, *, by: Scope) -> None:
    if not any(left[part] for part in ("items", *ROWS)):
        row.state, row.merged_at, row.merged_by_id = Scenario.State.MERGED, timezone.now(), by.member_id
        row.save(update_fields=["state", "merged_at", "merged_by"])
    keep(row, left)


class _Merge:
    """The changes of a scenario on their way into the plan."""

    def __init__(self, live: Plan, kept: Values, wish: Wish, *, by: Scope) -> None:
        self.live, self.kept, self.wish, self.by = live, kept, wish, by
        self.items = {one["id"]: one for one in item_differences(live, kept)}
        self.rows = {one["id"]: (part, one) for part in PARTS for one in row_differences(live, kept, part)}
        self.chosen_items = self._chosen(wish.items, self.items, "work item")
        self.chosen_rows = self._chosen(wish.rows, self.rows, "link")
        self._bring_along()

    @staticmethod
    def _chosen(wish: frozenset[UUID] | None, there: Mapping[UUID, Any], what: str) -> set[UUID]:
        if wish is None:
            return set(there)
        if not wish <= there.keys():
            raise NotFound(what)
        return set(wish)

    def _bring_along(self) -> None:
        """A link or assignment comes with its items, an item with those above it, where the scenario adds them."""
        waiting: list[UUID | None] = list(self.chosen_items)
        for row_id in self.chosen_rows:
            part, row = self.rows[row_id]
            waiting += part.ends_of(row["mine"]) if row["mine"] else []
        seen: set[UUID | None] = set()
        while waiting:
            item_id = waiting.pop()
            if item_id in seen:
                continue
            seen.add(item_id)
            difference = self.items.get(item_id) if item_id else None
            if difference is None:
                continue
            if item_id is not None and difference["verb"] == "added":
                self.chosen_items.add(item_id)
            if item_id in self.chosen_items and (parent := self._parent_of(item_id)):
                waiting.append(parent)

    def _parent_of(self, item_id: UUID | None) -> UUID | None:
        entry = self.kept["items"][str(item_id)]
        place = entry["now"] if entry["was"] is None else entry["now"].get("place", {})
        return UUID(place["parent_id"]) if place.get("parent_id") else None

    def check(self, row: Scenario) -> None:
        """Raise unless there is something to merge and every conflict in it was decided, as it stands now."""
        if not self.chosen_items and not self.chosen_rows:
            raise Conflict(
                "scenario.nothing_to_merge", f"Nothing of {row.key} is different from the plan any more."
            )
        open_ones = []
        for item_id in sorted(self.chosen_items):
            difference = self.items[item_id]
            contested = [one["field"] for one in difference["fields"] if one["conflict"]]
            if contested and self.wish.seen.get(item_id, difference["version"]) != difference["version"]:
                raise Stale(WorkItem.objects.filter(pk=item_id).first())
            open_ones += [
                {"id": str(item_id), "key": difference["key"], "field": field}
                for field in contested
                if (item_id, field) not in self.wish.choices
            ]
        for row_id in sorted(self.chosen_rows):
            if self.rows[row_id][1]["conflict"] and (row_id, None) not in self.wish.choices:
                open_ones.append({"id": str(row_id), "key": "", "field": None})
        if open_ones:
            raise Conflict(
                "scenario.conflicts",
                f"The plan changed {len(open_ones)} of these things too since {row.key} did. "
                "Choose for each whose side to take. Nothing was changed.",
                conflicts=open_ones,
            )

    def _mine(self, thing: UUID, field: str | None, conflict: bool) -> bool:
        return not conflict or self.wish.choices.get((thing, field)) == MINE

    def apply(self, *, dates: Any) -> Editor:
        """The plan with the changes in it. Only what differs is touched."""
        editor = Editor(self.live, dates=dates, by=self.by)
        origin = replace(self.live, items={one: dict(row) for one, row in self.live.items.items()})
        for item_id in self.chosen_items:
            self._apply_item(editor, item_id)
        for name, (was, now) in self.kept["shifted"].items():
            item = self.live.items.get(UUID(name))
            if item and item["position"] == was and item["id"] not in editor.was_items:
                editor.was_items[item["id"]] = dict(item)
                editor.shifted.add(item["id"])
                self.live.changeable(item["id"])["position"] = now
        for row_id in self.chosen_rows:
            self._apply_row(editor, *self.rows[row_id])
        self.live.index_children()
        for item_id, parent_id in overlay.loose(self.live, origin).items():
            editor.touch(item_id)["parent_id"] = parent_id
            self.live.index_children()
        return editor

    def _apply_item(self, editor: Editor, item_id: UUID) -> None:
        difference, entry = self.items[item_id], self.kept["items"][str(item_id)]
        if difference["verb"] == "added":
            if item_id in self.live.items:
                # It was merged before, and that was taken back.
                editor.touch(item_id).update(columns_from(entry["now"]))
                return
            editor.was_items[item_id] = None
            if said := self.kept["circles"].get(str(item_id)):
                editor.circles[item_id] = Said.of(said)
            self.live.items[item_id] = EMPTY | columns_from(entry["now"]) | {"id": item_id, "version": 1}
            return
        columns: Values = {}
        for one in difference["fields"]:
            if self._mine(item_id, one["field"], one["conflict"]):
                columns |= entry["now"].get(one["field"], {})
        if self._returns(item_id):
            columns = {"archived_at": None}
            for values in entry["now"].values():
                columns |= values
        if columns:
            editor.touch(item_id).update(columns_from(columns))

    def _returns(self, item_id: UUID) -> bool:
        """Did somebody remove the item from the plan, and shall it come back as the scenario has it?"""
        gone = not self.live.alive(item_id) and "removed" not in self.kept["items"][str(item_id)]["now"]
        return gone and self.wish.choices.get((item_id, "removed")) == MINE

    def _apply_row(self, editor: Editor, part: Part, row: Values) -> None:
        if not self._mine(row["id"], None, row["conflict"]):
            return
        part.touched(editor)[row["id"]] = part.rows(self.live).pop(row["id"], None)
        if row["mine"] is not None:
            part.rows(self.live)[row["id"]] = made = part.read(row["mine"])
            if part is ASSIGNMENTS:
                brought(self.live, made["resource_id"], Resource.objects.all())

    def done(self) -> Values:
        """What is merged, or was decided for the plan, as the scenario kept it."""
        every = not (self.items.keys() - self.chosen_items)
        return {
            "items": {str(one): self.kept["items"][str(one)] for one in self.chosen_items},
            **{part.name: self._chosen_of(part) for part in PARTS},
            "shifted": self.kept["shifted"] if every else {},
        }

    def _chosen_of(self, part: Part) -> Values:
        kept = self.kept[part.name]
        return {name: entry for name, entry in kept.items() if UUID(name) in self.chosen_rows}

    def left(self) -> Values:
        """What stays in the scenario; what is not different from the plan any more goes too."""
        items = {str(one) for one in self.items.keys() - self.chosen_items}
        rows = {str(one) for one in self.rows.keys() - self.chosen_rows}
        kept = overlay.without(
            self.kept,
            items=self.kept["items"].keys() - items,
            rows={name for part in PARTS for name in self.kept[part.name]} - rows,
        )
        return kept if items else kept | {"shifted": {}}


def wish_of(items: Sequence[UUID] | None, rows: Sequence[UUID] | None, choices: Sequence[Any]) -> Wish:
    """A wish as a request says it."""
    return Wish(
        items=None if items is None else frozenset(items),
        rows=None if rows is None else frozenset(rows),
        choices={(one.id, one.field): one.take for one in choices},
        seen={one.id: one.version for one in choices if one.version is not None},
    )
