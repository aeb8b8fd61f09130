"""The part of the plan's editor that makes two items of one, one of several, and copies and series of items."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Collection
from datetime import datetime
from functools import cached_property
from itertools import pairwise
from uuid import UUID

from northline import engine
from northline.core.ids import uuid7
from northline.core.refusal import NotFound, Refusal
from northline.delivery.raci.queries import circles_in
from northline.delivery.raci.rules import Said
from northline.delivery.rules import plan_time
from northline.engine.recurring import recurring_tasks
from northline.scheduling import edits as kinds
from northline.scheduling.compile import calendars_of
from northline.scheduling.compute import START, Dates
from northline.scheduling.plan import Values
from northline.scheduling.shares import as_one, copied, later, parted, share
from northline.scheduling.staffing import Staffing, does_work


class Reshaping(Staffing):
    dates: dict[str, Dates]
    temporary: dict[str, UUID]
    # Who is asked and told of items that are new.
    circles: dict[UUID, Said]

    @cached_property
    def _circles(self) -> dict[UUID, Said]:
        return circles_in(self.plan.project["id"])

    def _copy_circle(self, item_id: UUID, copy: UUID) -> None:
        """Whoever is asked and told of an item is of its copy."""
        if said := self.circles.get(item_id) or self._circles.get(item_id):
            self.circles[copy] = said

    @abstractmethod
    def _reserve(self, count: int) -> None: ...

    @abstractmethod
    def _new(
        self, columns: Values, *, parent_id: UUID | None, after: str | None, temp_id: str | None = None
    ) -> UUID: ...

    @abstractmethod
    def _join(self, link: Values) -> None: ...

    @abstractmethod
    def _part(self, link: Values) -> None: ...

    @abstractmethod
    def _take_out(self, item: Values) -> None: ...

    def _split(self, edit: kinds.Split) -> None:
        item = self._item(edit.id, version=edit.version)
        whole = item["duration_minutes"]
        summary = bool(self.plan.children.get(item["id"]))
        one, two = parted(item, first=edit.first_minutes, summary=summary)
        two["title"] = edit.title or item["title"]
        second = self._new(two, parent_id=item["parent_id"], after=str(item["id"]), temp_id=edit.temp_id)
        self.touch(item["id"]).update(one)
        self._hang_finish_on(second, item["id"], whole)
        ends = {"before_id": item["id"], "after_id": second}
        self._join(ends | {"kind": "FS", "lag_minutes": 0, "lag_unit": "working"})
        self._copy_circle(item["id"], second)
        for row in self._on(item["id"]):
            self._share_out(row, second, part=one["duration_minutes"], whole=whole)

    def _promote(self, edit: kinds.Promote) -> None:
        item = self._item(edit.id, version=edit.version)
        entry = next((one for one in item["checklist"] if one["id"] == edit.entry_id), None)
        if entry is None:
            raise NotFound("checklist entry")
        below = self.plan.children.get(item["id"], [])
        inside = edit.place == "below"
        self._new(
            {
                "title": entry["text"],
                "type": "task",
                "duration_minutes": self.plan.project["minutes_per_day"],
                "owner_id": entry["assignee_id"] and UUID(entry["assignee_id"]),
            },
            parent_id=item["id"] if inside else item["parent_id"],
            after=(str(below[-1]) if below else None) if inside else str(item["id"]),
            temp_id=edit.temp_id,
        )
        rest = [one for one in item["checklist"] if one is not entry]
        self.touch(item["id"])["checklist"] = rest

    def _hang_finish_on(self, second: UUID, first: UUID, whole: int) -> None:
        """What waits for the finish waits for the second part, and what held the finish holds that one's."""
        for link in list(self.plan.links.values()):
            new = dict(link)
            if link["before_id"] == first:
                if link["kind"] in ("FS", "FF"):
                    new["before_id"] = second
                if link["lag_unit"] == "percent":
                    # Of the whole, which is no more.
                    new |= {"lag_minutes": round(whole * link["lag_minutes"] / 100), "lag_unit": "working"}
            if link["after_id"] == first and link["kind"] in ("FF", "SF"):
                new["after_id"] = second
            if new != link:
                self._rehang(link, new)

    def _rehang(self, link: Values, new: Values) -> None:
        self._part(link)
        if new["before_id"] != new["after_id"]:
            self._join({name: value for name, value in new.items() if name != "id"})

    def _share_out(self, row: Values, second: UUID, *, part: int, whole: int) -> None:
        """An assignment goes on with the second part; its work, or pieces of a material, are shared out."""
        first, rest = dict(row), row | {"id": uuid7(), "item_id": second, "delay_minutes": 0}
        if row["work_minutes"] is not None:
            first["work_minutes"] = share(row["work_minutes"], part, whole)
            rest["work_minutes"] = row["work_minutes"] - first["work_minutes"]
        first["overtime_minutes"] = share(row["overtime_minutes"], part, whole)
        rest["overtime_minutes"] = row["overtime_minutes"] - first["overtime_minutes"]
        if not does_work(self._resource(row["resource_id"])):
            first["units"] = row["units"] * part / whole
            rest["units"] = row["units"] - first["units"]
        self._put_assignment(first)
        self._put_assignment(rest)

    def _merge(self, edit: kinds.Merge) -> None:
        items = [self._item(edit.id, version=edit.version)]
        items += [self._item(one.id, version=one.version) for one in edit.others]
        self._refuse_merging(items)
        kept = items[0]
        ids = {row["id"] for row in items}
        columns = as_one(items)
        self._gather(items, minutes=columns["duration_minutes"])
        for link in list(self.plan.links.values()):
            new = link | {
                end: kept["id"] if link[end] in ids else link[end] for end in ("before_id", "after_id")
            }
            if new != link:
                self._rehang(link, new)
        for row in items[1:]:
            self._take_out(row)
        self.touch(kept["id"]).update(columns)

    def _refuse_merging(self, items: list[Values]) -> None:
        keys = [row["key"] for row in items]
        if len(set(keys)) < len(keys):
            raise Refusal("item.merged_twice", "An item is named twice. Nothing was changed.", keys=keys)
        if len({row["parent_id"] for row in items}) > 1:
            raise Refusal(
                "item.not_sibling",
                f"{', '.join(keys)} do not stand under the same parent. Nothing was changed.",
                keys=keys,
            )
        for row in items:
            if self.plan.children.get(row["id"]) or row["type"] == "milestone":
                raise Refusal(
                    "item.cannot_merge",
                    f"{row['key']} is no task, and only tasks are merged. Nothing was changed.",
                    keys=[row["key"]],
                )

    def _gather(self, items: list[Values], *, minutes: int) -> None:
        """Everybody's work on any of the items is work on the first; units are the most that were given."""
        found: dict[UUID, Values] = {}
        for item in items:
            for row in self._on(item["id"]):
                work = row["work_minutes"]
                spent = round(row["units"] * item["duration_minutes"]) if work is None else work
                known = found.get(row["resource_id"])
                if known is None:
                    mine = row["id"] if item is items[0] else uuid7()
                    found[row["resource_id"]] = row | {
                        "id": mine, "item_id": items[0]["id"], "work_minutes": spent,
                    }  # fmt: skip
                elif does_work(self._resource(row["resource_id"])):
                    known["units"] = max(known["units"], row["units"])
                    known["work_minutes"] += spent
                    known["overtime_minutes"] += row["overtime_minutes"]
                else:
                    known["units"] += row["units"]
                if item is not items[0]:
                    self._put_assignment(row)
                    del self.plan.assignments[row["id"]]
        for row in found.values():
            follows = not does_work(self._resource(row["resource_id"])) or (
                abs(row["work_minutes"] - row["units"] * minutes) <= 1
            )
            self._put_assignment(row | ({"work_minutes": None} if follows else {}))

    def _clone(self, edit: kinds.Clone) -> None:
        root = self._item(edit.id)
        below = self.plan.below(root["id"])
        self._reserve(len(below))
        inside = set(below)
        links = [link for link in self.plan.links.values() if {link["before_id"], link["after_id"]} <= inside]
        held = {link["after_id"] for link in links}
        copies = self._copies(root, edit=edit, held=held)
        if edit.title:
            self.plan.items[copies[root["id"]]]["title"] = edit.title
        for link in links:
            ends = {end: copies[link[end]] for end in ("before_id", "after_id")}
            self._join({name: value for name, value in link.items() if name != "id"} | ends)
        if edit.people:
            for item_id, copy in copies.items():
                self._copy_circle(item_id, copy)
                for row in self._on(item_id):
                    self._put_assignment(row | {"id": uuid7(), "item_id": copy})
        if edit.temp_id:
            self.temporary[edit.temp_id] = copies[root["id"]]

    def _copies(self, root: Values, *, edit: kinds.Clone, held: Collection[UUID]) -> dict[UUID, UUID]:
        """Copy an item and what is below it, each by what it was copied from. `held` waits for others of them, and
        needs no date to be put later."""
        copies: dict[UUID, UUID] = {}
        # Each with the sibling before it, and whether something above it waits.
        todo: list[tuple[UUID, UUID | None, bool]] = [(root["id"], None, False)]
        while todo:
            item_id, before, waits_above = todo.pop()
            item, children = self.plan.items[item_id], list(self.plan.children.get(item_id, ()))
            waits = waits_above or item_id in held
            columns = self._later(item, edit.shift_days, free=not (children or waits or item["manual"]))
            if item is root:
                copies[item_id] = self._new(columns, parent_id=root["parent_id"], after=str(item_id))
            else:
                last = str(copies[before]) if before else None
                copies[item_id] = self._new(columns, parent_id=copies[item["parent_id"]], after=last)
            todo += [(child, left, waits) for left, child in pairwise((None, *children)) if child][::-1]
        return copies

    def _later(self, item: Values, days: int, *, free: bool) -> Values:
        """The columns of a copy so many days later; one that nothing else holds is held there by its start."""
        columns = copied(item, days=days)
        dates = self.dates.get(str(item["id"]))
        if days and dates and free and item["constraint_kind"] == "ASAP":
            columns |= {"constraint_kind": "SNET", "constraint_at": later(dates[START], days)}
        return columns

    def _repeat(self, edit: kinds.Repeat) -> None:
        parent_id = self._item(edit.parent_id)["id"] if edit.parent_id else None
        usual, calendars = calendars_of(self.plan)
        try:
            _, *series = recurring_tasks(
                engine.Task(id="series", name=edit.title),
                edit.rule,
                datetime.fromisoformat(edit.first),
                duration=engine.Minutes(edit.duration_minutes),
                calendar=next(one for one in calendars if one.id == usual),
                last=datetime.fromisoformat(edit.last) if edit.last else None,
                count=edit.count,
                skip_days_off=edit.skip_days_off,
            )
        except engine.PlanError as error:
            raise Refusal("item.bad_rule", f"{error.message} Nothing was changed.") from error
        if not series:
            raise Refusal("item.never_repeats", "The rule has no date in that time. Nothing was changed.")
        self._reserve(1 + len(series))
        head = self._new(
            {"title": edit.title, "type": "task", "duration_minutes": 0},
            parent_id=parent_id,
            after=edit.after_id,
            temp_id=edit.temp_id,
        )
        last: str | None = None
        for task in series:
            assert task.constraint.at is not None
            columns = {"title": task.name, "type": "task", "duration_minutes": edit.duration_minutes}
            at = plan_time(task.constraint.at)
            columns |= {"constraint_kind": "SNET", "constraint_at": at}
            last = str(self._new(columns, parent_id=head, after=last))
