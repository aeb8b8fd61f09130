"""Applies edits to a plan in memory, and remembers how every row it touches stood before."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any
from uuid import UUID

from django.utils import timezone

from northline.accounts.access import active_colleague
from northline.core.ids import uuid7
from northline.core.models import plain
from northline.core.refusal import Conflict, NotFound, Refusal, Stale
from northline.core.scope import Scope
from northline.delivery.item_types.access import to_give
from northline.delivery.keys import next_keys
from northline.delivery.models import Project, WorkItem
from northline.delivery.rules import MOST_ITEMS
from northline.scheduling import edits as kinds
from northline.scheduling.compute import Dates
from northline.scheduling.fields import Ground, changed, columns_of
from northline.scheduling.plan import COLUMNS, GAP, ITEM, Plan, Values
from northline.scheduling.said import bring_calendar, checklist_in, custom_with, type_in
from northline.scheduling.templates.laying import Laying

EMPTY: Values = dict.fromkeys(ITEM) | {
    "version": 1, "notes": "", "elapsed": False, "percent_complete": 0.0, "constraint_kind": "ASAP", "manual": False,
    "ignores_resource_calendar": False, "priority": 500, "active": True, "levelling_delay_minutes": 0,
    "splits": [], "hammock": False, "state": "", "custom": {}, "checklist": [],
    "task_type": "fixed_units", "effort_driven": False,
}  # fmt: skip

# Keys of a path that a sentence tells; of a longer one its ends.
MOST_TOLD = 8


class Editor(Laying):
    """`was_items` and `was_links` hold the rows as they stood, None for those that are new."""

    def __init__(self, plan: Plan, *, dates: dict[str, Dates], by: Scope) -> None:
        super().__init__()
        self.plan = plan
        self.by = by
        self.dates = dates
        self.was_items: dict[UUID, Values | None] = {}
        self.was_links: dict[UUID, Values | None] = {}
        # Moved aside to make room among their siblings: written, but nobody's edit.
        self.shifted: set[UUID] = set()
        self.temporary: dict[str, UUID] = {}
        self._keys: list[str] = []

    @cached_property
    def _joined(self) -> set[tuple[UUID, UUID, str]]:
        """What is linked with what, and how."""
        return {_ends(link) for link in self.plan.links.values()}

    def apply(self, edits: Sequence[kinds.Edit]) -> None:
        """Apply the edits in order. Raises NotFound, Stale, Refusal, Conflict; the plan is then of no use."""
        self._reserve(sum(isinstance(edit, kinds.Add | kinds.Split | kinds.Promote) for edit in edits))
        for edit in edits:
            getattr(self, f"_{edit.op}")(edit)

    def _reserve(self, count: int) -> None:
        """Draw keys for so many new items at once. Raises Refusal `plan.too_large`."""
        if count and len(self.plan.items) + count > MOST_ITEMS:
            raise Refusal("plan.too_large", f"A plan may hold {MOST_ITEMS:,} items. Nothing was changed.")
        project = self.plan.project
        self._keys = next_keys(project["workspace_id"], project["code"], count=count)[::-1] + self._keys

    def on_trial(self, plan: Plan, *, count: int) -> Editor:
        trial = Editor(plan, dates=self.dates, by=self.by)
        trial._keys = [f"?{number}" for number in range(count)]
        return trial

    def _set(self, edit: kinds.Set) -> None:
        item = self._item(edit.id, version=edit.version)
        if edit.fields.calendar_id is not None:
            bring_calendar(self.plan, edit.fields.calendar_id, by=self.by)
        if (owner := edit.fields.owner_id) and owner != item["owner_id"]:
            active_colleague(self.by, owner)
        typed = type_in(edit.fields, of=item, by=self.by)
        ground = Ground(
            summary=bool(self.plan.children.get(item["id"])),
            dates=self.dates.get(str(item["id"])),
            workflow=self.plan.workflow_of(item | typed),
            others=(self.plan.workflow_of(item), self.plan.workflow),
            now=timezone.localtime().strftime("%Y-%m-%dT%H:%M"),
        )
        columns = columns_of(item, self.with_remaining_work(item, edit.fields), ground)
        if edit.fields.custom:
            columns["custom"] = custom_with(
                edit.fields.custom, of=item | typed, as_in=self.blank(), by=self.by
            )
        if edit.fields.checklist is not None:
            columns["checklist"] = checklist_in(edit.fields.checklist, of=item, by=self.by)
        if columns := changed(item, columns):
            if "duration_minutes" in columns:
                self.follow_duration(item, columns["duration_minutes"])
            self.touch(item["id"]).update(columns)

    def blank(self) -> WorkItem:
        project = Project(id=self.plan.project["id"], product_id=self.plan.project["product_id"])
        return WorkItem(workspace_id=self.by.workspace_id, project=project)

    def _add(self, edit: kinds.Add) -> None:
        parent_id = self._item(edit.parent_id)["id"] if edit.parent_id else None
        minutes = 0 if edit.type == "milestone" else edit.duration_minutes
        if edit.item_type_id:
            to_give(self.by, edit.item_type_id)
        self._new(
            {
                "title": edit.title,
                "type": edit.type,
                "duration_minutes": minutes,
                "item_type_id": edit.item_type_id,
            },
            parent_id=parent_id,
            after=edit.after_id,
            temp_id=edit.temp_id,
        )

    def _new(
        self, columns: Values, *, parent_id: UUID | None, after: str | None, temp_id: str | None = None
    ) -> UUID:
        """A new item of the plan with these columns; needs a key that was reserved."""
        item_id = uuid7()
        self.was_items[item_id] = None
        self.plan.items[item_id] = EMPTY | columns | {"id": item_id, "key": self._keys.pop()}
        self._put(item_id, parent_id, after)
        if temp_id:
            self.temporary[temp_id] = item_id
        return item_id

    def _remove(self, edit: kinds.Remove) -> None:
        self._take_out(self._item(edit.id, version=edit.version))

    def _take_out(self, item: Values) -> None:
        self.plan.children[item["parent_id"]].remove(item["id"])
        now = timezone.now()
        for item_id in self.plan.below(item["id"]):
            self.touch(item_id)["archived_at"] = now
            self.plan.children.pop(item_id, None)

    def _move(self, edit: kinds.Move) -> None:
        item = self._item(edit.id, version=edit.version)
        parent_id = self._item(edit.parent_id)["id"] if edit.parent_id else None
        self._refuse_inside_itself(item, parent_id)
        self.touch(item["id"])
        self.plan.children[item["parent_id"]].remove(item["id"])
        self._put(item["id"], parent_id, edit.after_id)

    def _link(self, edit: kinds.LinkEdit) -> None:
        before, after = self._item(edit.before), self._item(edit.after)
        if before["id"] == after["id"]:
            raise Refusal("link.to_itself", f"{before['key']} cannot wait for itself.", path=[before["key"]])
        link = {"before_id": before["id"], "after_id": after["id"]}
        link |= {name: getattr(edit, name) for name in ("kind", "lag_minutes", "lag_unit")}
        self._refuse_twice(link)
        self._join(link)

    def _join(self, link: Values) -> None:
        """Put a new link in, unless the two are linked like that already."""
        if _ends(link) in self._joined:
            return
        row = {"id": uuid7()} | link
        self.was_links[row["id"]] = None
        self.plan.links[row["id"]] = row
        self._joined.add(_ends(row))

    def _relink(self, edit: kinds.Relink) -> None:
        link = self._link_at(edit.id)
        new = link | {name: getattr(edit, name) for name in ("kind", "lag_minutes", "lag_unit")}
        if new != link:
            if new["kind"] != link["kind"]:
                self._refuse_twice(new)
            self.was_links.setdefault(link["id"], dict(link))
            self.plan.links[link["id"]] = new
            self._joined.discard(_ends(link))
            self._joined.add(_ends(new))

    def _unlink(self, edit: kinds.Unlink) -> None:
        self._part(self._link_at(edit.id))

    def _part(self, link: Values) -> None:
        self.was_links.setdefault(link["id"], dict(link))
        del self.plan.links[link["id"]]
        self._joined.discard(_ends(link))

    def touch(self, item_id: UUID) -> Values:
        """The item's row, to be changed."""
        item = self.plan.changeable(item_id)
        if item_id not in self.was_items:
            self.was_items[item_id] = dict(item)
        self.shifted.discard(item_id)
        return item

    def _item(self, reference: str, *, version: int | None = None) -> Values:
        item_id = self.temporary.get(reference) or _uuid(reference)
        if item_id is None or not self.plan.alive(item_id):
            raise NotFound("work item")
        item = self.plan.changeable(item_id)
        # Versions are those of the plan before this request; several edits of one item name the same.
        if (
            version is not None
            and item["version"] != version
            and self.was_items.get(item_id, item) is not None
        ):
            # One that only a scenario has is no row.
            raise Stale(WorkItem.objects.filter(pk=item_id).first())
        return item

    def _link_at(self, link_id: UUID) -> Values:
        link = self.plan.links.get(link_id)
        if link is None or not self.plan.alive(link["before_id"]) or not self.plan.alive(link["after_id"]):
            raise NotFound("link")
        return link

    def _put(self, item_id: UUID, parent_id: UUID | None, after: str | None) -> None:
        """Insert among the children of the parent, after `after`, else first."""
        siblings = self.plan.children.setdefault(parent_id, [])
        index = 0
        if after:
            after_id = self._item(after)["id"]
            if after_id not in siblings:
                key = self.plan.items[after_id]["key"]
                raise Refusal(
                    "item.not_sibling", f"{key} does not stand under the same parent. Nothing was changed."
                )
            index = siblings.index(after_id) + 1
        siblings.insert(index, item_id)
        item = self.plan.changeable(item_id)
        item["parent_id"] = parent_id
        item["position"] = self._position(siblings, index)

    def _position(self, siblings: list[UUID], index: int) -> int:
        items = self.plan.items
        left = items[siblings[index - 1]]["position"] if index else None
        right = items[siblings[index + 1]]["position"] if index + 1 < len(siblings) else None
        if left is None or right is None:
            return int(left + GAP if left is not None else right - GAP if right is not None else GAP)
        if right - left > 1:
            return int((left + right) // 2)
        for number, sibling in enumerate(siblings, 1):
            if sibling not in self.was_items:
                self.was_items[sibling] = dict(items[sibling])
                self.shifted.add(sibling)
            self.plan.changeable(sibling)["position"] = number * GAP
        return (index + 1) * GAP

    def _refuse_inside_itself(self, item: Values, parent_id: UUID | None) -> None:
        path = [item["key"]]
        above = parent_id
        while above is not None:
            path.append(self.plan.items[above]["key"])
            if above == item["id"]:
                told = path if len(path) <= MOST_TOLD else [*path[:3], "…", *path[-3:]]
                said = f"{item['key']} would stand below itself: {' → '.join(told)}. Nothing was changed."
                raise Refusal("item.makes_circle", said, path=path)
            above = self.plan.items[above]["parent_id"]

    def _refuse_twice(self, new: Values) -> None:
        if _ends(new) in self._joined:
            before, after = (self.plan.items[new[end]]["key"] for end in ("before_id", "after_id"))
            said = f"{after} waits for {before} like that already. Change that link instead."
            raise Conflict("link.exists", said, path=[before, after])

    def differences(self) -> dict[UUID, tuple[Values, Values]]:
        """Of every item that is new or changed: its columns before (of a new one: none) and now."""
        found = {}
        for item_id, was in self.was_items.items():
            now = self.plan.items[item_id]
            names = COLUMNS if was is None else [name for name in COLUMNS if was[name] != now[name]]
            if names:
                before = {} if was is None else {name: plain(was[name]) for name in names}
                found[item_id] = (before, {name: now[name] for name in names})
        return found


def _ends(link: Values) -> tuple[UUID, UUID, str]:
    return link["before_id"], link["after_id"], link["kind"]


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def json_link(link: Values | None) -> dict[str, Any] | None:
    """A link's or an assignment's row as JSON holds it: overtime only where there is some."""
    if link is None:
        return None
    return {name: plain(value) for name, value in link.items() if value or name != "overtime_minutes"}
