"""Carry out what a text says: first what it brings and changes, then what waits for what, then what it leaves out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from northline.core import editing
from northline.core.models import Change, Editable, plain
from northline.core.scope import Scope
from northline.products.models import Product
from northline.roadmap.actions.dependencies import wait_for, wait_no_more
from northline.roadmap.actions.initiatives import add_initiative, archive_initiative, revise_initiative
from northline.roadmap.actions.lanes import add_lane, retire_lane
from northline.roadmap.actions.milestones import add_milestone, revise_milestone
from northline.roadmap.actions.writing.naming import Named
from northline.roadmap.models import Initiative, Lane, Milestone
from northline.roadmap.queries.items import dependencies_of, initiatives_of, lanes_of, milestones_of
from northline.roadmap.queries.text import PLAIN, Members
from northline.roadmap.schemas.text import InitiativeText, RoadmapText


@dataclass
class Writing:
    """One reading of a text. `told` is what it did, row by row."""

    product: Product
    by: Scope
    reason: str
    acknowledge: Collection[UUID]
    cause: Change
    told: list[dict[str, Any]] = field(default_factory=list)

    def carry_out(self, said: RoadmapText) -> list[dict[str, Any]]:
        lanes, initiatives, milestones = (
            Named(kind, self.product, shown)
            for kind, shown in (
                (Lane, lanes_of(self.product.pk)),
                (Initiative, initiatives_of(self.product.pk)),
                (Milestone, milestones_of(self.product.pk)),
            )
        )
        self._lanes(said, lanes)
        self._initiatives(said, lanes, initiatives)
        self._waits(said, initiatives)
        self._milestones(said, lanes, milestones)
        self._leave_out(initiatives, milestones, lanes)
        return self.told

    def _lanes(self, said: RoadmapText, lanes: Named) -> None:
        places = lanes.places([one.key for one in said.lanes])
        for one, place in zip(said.lanes, places, strict=True):
            row = lanes.claim(one.key)
            fields: dict[str, Any] = {"title": one.title, "colour": one.colour}
            if row is None:
                fields |= {"position": place.get("position")}
                row = add_lane(self.product, **fields, by=self.by, cause=self.cause)
                self._tell("created", row)
            else:
                self._change(lanes, row, fields | place, self._revise)
            lanes.name(one.title, row)

    def _initiatives(self, said: RoadmapText, lanes: Named, initiatives: Named) -> None:
        members = Members(self.product.workspace_id)
        # Where an archived container cannot be told, its parts are left in it.
        hidden = initiatives.hidden_parents()
        places = self._places(said, initiatives)
        for one in said.initiatives:
            fields = self._fields(one, lanes, members) | next(places[one.lane])
            row = initiatives.claim(one.key)
            if row is None:
                row = add_initiative(self.product, fields=fields, by=self.by, cause=self.cause)
                self._tell("created", row)
            else:
                self._change(initiatives, row, fields, self._revise_initiative)
            initiatives.name(one.title, row)
        self._contain(said, initiatives, hidden)

    def _places(self, said: RoadmapText, initiatives: Named) -> dict[str, Iterator[dict[str, float]]]:
        by_lane: dict[str, list[str]] = {}
        for one in said.initiatives:
            by_lane.setdefault(one.lane, []).append(one.key)
        return {lane: iter(initiatives.places(keys)) for lane, keys in by_lane.items()}

    def _fields(self, one: InitiativeText, lanes: Named, members: Members) -> dict[str, Any]:
        window = one.window and one.window.model_dump()
        lane = lanes.called(one.lane)
        return {
            "title": one.title,
            "status": one.status,
            "horizon": one.horizon,
            "window": window,
            "lane_id": lane.pk if lane else None,
            "owner_id": members.named(one.owner),
            "parked": one.parked,
        } | {name: getattr(one, name) for name in PLAIN}

    def _contain(self, said: RoadmapText, initiatives: Named, hidden: set[UUID]) -> None:
        """First out of the old containers, then into the new, so that two may change places."""
        wanted = []
        for one, row in zip(said.initiatives, initiatives.claimed, strict=True):
            parent = initiatives.called(one.parent)
            if (parent.pk if parent else None) != row.parent_id and not (
                parent is None and row.parent_id in hidden
            ):
                wanted.append((row, parent.pk if parent else None))
        for row, _ in wanted:
            if row.parent_id:
                self._change(initiatives, row, {"parent_id": None}, self._revise_initiative)
        for row, parent_id in wanted:
            if parent_id:
                self._change(initiatives, row, {"parent_id": parent_id}, self._revise_initiative)

    def _waits(self, said: RoadmapText, initiatives: Named) -> None:
        wanted: dict[tuple[UUID, UUID], tuple[Initiative, Initiative]] = {}
        for one, after in zip(said.initiatives, initiatives.claimed, strict=True):
            for name in one.waits_for:
                before = initiatives.called(name)
                if before is not None:
                    wanted[before.pk, after.pk] = (before, after)
        for link in dependencies_of(self.product.pk).select_related("before", "after"):
            if wanted.pop((link.before_id, link.after_id), None) is None:
                after = link.after
                wait_no_more(link, by=self.by, cause=self.cause)
                self._tell("changed", after, ["waits_for"])
        for before, after in wanted.values():
            wait_for(after, before=before, by=self.by, cause=self.cause)
            self._tell("changed", after, ["waits_for"])

    def _milestones(self, said: RoadmapText, lanes: Named, milestones: Named) -> None:
        for one in said.milestones:
            lane = lanes.called(one.lane)
            fields = {
                "title": one.title,
                "day": one.day,
                "note": one.note,
                "lane_id": lane.pk if lane else None,
            }
            row = milestones.claim(one.key)
            if row is None:
                self._tell(
                    "created", add_milestone(self.product, fields=fields, by=self.by, cause=self.cause)
                )
            else:
                self._change(milestones, row, fields, self._revise_milestone)

    def _leave_out(self, initiatives: Named, milestones: Named, lanes: Named) -> None:
        for row in initiatives.left():
            archive_initiative(
                row,
                expected=row.version,
                by=self.by,
                reason=self.reason,
                acknowledge=self.acknowledge,
                cause=self.cause,
            )
            self._tell("archived", row)
        for row in milestones.left():
            editing.archive(row, expected=row.version, by=self.by, cause=self.cause)
            self._tell("archived", row)
        for row in lanes.left():
            retire_lane(row, expected=row.version, by=self.by, cause=self.cause)
            self._tell("archived", row)

    def _change(
        self, rows: Named, row: Any, fields: dict[str, Any], revise: Callable[[Any, dict[str, Any]], None]
    ) -> None:
        if rows.is_away(row):
            editing.restore(row, expected=row.version, by=self.by, cause=self.cause)
            self._tell("restored", row)
        was = {name: plain(value) for name, value in row.__dict__.items()}
        revise(row, fields)
        row.refresh_from_db()
        changed = [name for name, value in row.__dict__.items() if plain(value) != was.get(name)]
        self._tell_changed(row, changed)

    def _tell_changed(self, row: Editable, changed: Sequence[str]) -> None:
        silent = {"version", "updated_at", "archived_at", "position", "_state"}
        names = [
            name.removesuffix("_id") for name in changed if name not in silent and not name.startswith("_")
        ]
        names = list(dict.fromkeys("window" if name.startswith("window_") else name for name in names))
        if not names and "position" in changed:
            names = ["position"]
        if names:
            self._tell("changed", row, names)

    def _revise(self, row: Any, fields: dict[str, Any]) -> None:
        editing.revise(row, expected=row.version, fields=fields, by=self.by, cause=self.cause)

    def _revise_milestone(self, row: Any, fields: dict[str, Any]) -> None:
        revise_milestone(row, expected=row.version, fields=fields, by=self.by, cause=self.cause)

    def _revise_initiative(self, row: Any, fields: dict[str, Any]) -> None:
        revise_initiative(
            row,
            expected=row.version,
            fields=fields,
            by=self.by,
            reason=self.reason,
            acknowledge=self.acknowledge,
            cause=self.cause,
        )

    def _tell(self, what: str, row: Editable, fields: Sequence[str] = ()) -> None:
        if what == "changed":
            for known in self.told:
                if known["id"] == row.pk and known["what"] in ("changed", "restored", "created"):
                    known["fields"] = list(dict.fromkeys([*known["fields"], *fields]))
                    return
        self.told.append(
            {
                "what": what,
                "kind": row.KIND,
                "id": row.pk,
                "key": row.key,
                "title": row.title,
                "fields": list(fields),
            }
        )
