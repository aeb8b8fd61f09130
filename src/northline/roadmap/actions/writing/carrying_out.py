"""Carry out what a text says: first what it brings and changes, then what waits for what, then what it leaves out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from uuid import UUID

from northline.core import editing
from northline.core.links import link, unlink
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
from northline.roadmap.queries.text import PLAIN, Customs, Members, aims_among
from northline.roadmap.schemas.text import InitiativeText, RoadmapText
from northline.strategy.models import Objective, Theme
from northline.strategy.themes.actions import restore_theme, revise_theme, set_theme
from northline.strategy.themes.queries import themes_of


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
        themes = Named(Theme, self.product, themes_of(self.product.pk))
        self._themes(said, themes)
        self._lanes(said, lanes)
        self._initiatives(said, lanes, themes, initiatives)
        self._waits(said, initiatives)
        self._aims(said, initiatives)
        self._milestones(said, lanes, milestones)
        self._leave_out(initiatives, milestones, lanes, themes)
        return self.told

    @cached_property
    def _members(self) -> Members:
        return Members(self.product.workspace_id)

    def _themes(self, said: RoadmapText, themes: Named) -> None:
        if said.themes is None:
            themes.claim_all()
            return
        for one in said.themes:
            row = themes.claim(one.key)
            fields: dict[str, Any] = {
                "title": one.title,
                "colour": one.colour,
                "owner_id": self._members.named(one.owner),
                "shares": lowered(row.shares, one.shares) if row else {},
            }
            if row is None:
                row = set_theme(self.product, fields=fields, by=self.by, cause=self.cause)
                self._tell("created", row)
            else:
                self._change(themes, row, fields, self._revise_theme)
            themes.name(one.title, row)
        # What some give up is there for the others only now.
        for one, row in zip(said.themes, themes.claimed, strict=True):
            self._change(themes, row, {"shares": one.shares}, self._revise_theme)

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

    def _initiatives(self, said: RoadmapText, lanes: Named, themes: Named, initiatives: Named) -> None:
        customs = Customs(self.product, Initiative.KIND, self._members)
        # Where an archived container cannot be told, its parts are left in it.
        hidden = initiatives.away()
        places = self._places(said, initiatives)
        for one in said.initiatives:
            row = initiatives.claim(one.key)
            fields = self._fields(one, lanes) | next(places[one.lane])
            fields |= {"custom": customs.read(one.custom)}
            # Where an archived theme cannot be told, what is part of it is left in it.
            if one.theme or row is None or row.theme_id not in themes.away():
                theme = themes.called(one.theme)
                fields |= {"theme_id": theme.pk if theme else None}
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

    def _fields(self, one: InitiativeText, lanes: Named) -> dict[str, Any]:
        window = one.window and one.window.model_dump()
        lane = lanes.called(one.lane)
        return {
            "title": one.title,
            "status": one.status,
            "horizon": one.horizon,
            "window": window,
            "lane_id": lane.pk if lane else None,
            "owner_id": self._members.named(one.owner),
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
        for held in dependencies_of(self.product.pk).select_related("before", "after"):
            if wanted.pop((held.before_id, held.after_id), None) is None:
                after = held.after
                wait_no_more(held, by=self.by, cause=self.cause)
                self._tell("changed", after, ["waits_for"])
        for before, after in wanted.values():
            wait_for(after, before=before, by=self.by, cause=self.cause)
            self._tell("changed", after, ["waits_for"])

    def _aims(self, said: RoadmapText, initiatives: Named) -> None:
        """Only objectives of the product are told; links to others stay."""
        objectives = Named(
            Objective, self.product, Objective.objects.filter(product=self.product, archived_at=None)
        )
        objectives.claim_all()
        for one, (row, pairs) in zip(
            said.initiatives, aims_among(self.product, initiatives.claimed), strict=True
        ):
            wanted = {found.pk: found for name in one.objectives if (found := objectives.called(name))}
            for held, objective in pairs:
                if wanted.pop(objective.pk, None) is None:
                    unlink(held, by=self.by, cause=self.cause)
                    self._tell("changed", row, ["objectives"])
            for objective in wanted.values():
                link("advances", row, target=objective, by=self.by, cause=self.cause)
                self._tell("changed", row, ["objectives"])

    def _milestones(self, said: RoadmapText, lanes: Named, milestones: Named) -> None:
        customs = Customs(self.product, Milestone.KIND, self._members)
        for one in said.milestones:
            lane = lanes.called(one.lane)
            fields = {
                "title": one.title,
                "day": one.day,
                "note": one.note,
                "lane_id": lane.pk if lane else None,
                "custom": customs.read(one.custom),
            }
            row = milestones.claim(one.key)
            if row is None:
                self._tell(
                    "created", add_milestone(self.product, fields=fields, by=self.by, cause=self.cause)
                )
            else:
                self._change(milestones, row, fields, self._revise_milestone)

    def _leave_out(self, initiatives: Named, milestones: Named, lanes: Named, themes: Named) -> None:
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
        for row in [*milestones.left(), *themes.left()]:
            editing.archive(row, expected=row.version, by=self.by, cause=self.cause)
            self._tell("archived", row)
        for row in lanes.left():
            retire_lane(row, expected=row.version, by=self.by, cause=self.cause)
            self._tell("archived", row)

    def _change(
        self, rows: Named, row: Any, fields: dict[str, Any], revise: Callable[[Any, dict[str, Any]], None]
    ) -> None:
        if rows.is_away(row):
            restore = restore_theme if isinstance(row, Theme) else editing.restore
            restore(row, expected=row.version, by=self.by, cause=self.cause)
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

    def _revise_theme(self, row: Any, fields: dict[str, Any]) -> None:
        revise_theme(
            row, expected=row.version, fields=fields, by=self.by, reason=self.reason, cause=self.cause
        )

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


def lowered(held: Mapping[str, int], said: Mapping[str, int | None]) -> dict[str, int | None]:
    """The shares that are held, none above what is said of it.

    >>> lowered({"2026-Q3": 60, "2026-Q4": 30}, {"2026-Q3": 40})
    {'2026-Q3': 40, '2026-Q4': None}
    """
    return {
        period: None if (meant := said.get(period)) is None else min(share, meant)
        for period, share in held.items()
    }
