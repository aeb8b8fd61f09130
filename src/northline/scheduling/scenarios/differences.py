"""What a scenario would do to the plan as it is now, and where the plan moved on since. Plain values only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

from northline.scheduling.editor import json_link
from northline.scheduling.plan import Plan, Values
from northline.scheduling.scenarios.overlay import values_of
from northline.scheduling.scenarios.rows import Part


def item_differences(live: Plan, kept: Mapping[str, Any]) -> list[Values]:
    """Each item that would be different, with its `fields`: what they `was` when the scenario was made, what `mine`
    makes of them and how they stand in the plan (`theirs`).

    `conflict` says that the plan changed a field too, since the scenario did. Where somebody removed an item that the
    scenario changes, or changed one that the scenario removes, that is a conflict of the field `removed`.
    """
    found = []
    for name, entry in kept["items"].items():
        if difference := _of_item(live, UUID(name), entry):
            found.append(difference)
    return found


def _of_item(live: Plan, item_id: UUID, entry: Mapping[str, Any]) -> Values | None:
    row = live.items.get(item_id)
    if entry["was"] is None:
        if live.alive(item_id):
            return None
        return _difference(item_id, entry["now"], "added", row["version"] if row else None, [])
    if row is None:
        return None
    removes = "removed" in entry["now"]
    if not live.alive(item_id):
        gone = _field("removed", was=None, mine=None, theirs=values_of(row, "removed"), conflict=True)
        return None if removes else _difference(item_id, row, "changed", row["version"], [gone])
    if removes:
        moved_on = row["version"] != entry["seen"]
        field = _field("removed", was=None, mine=entry["now"]["removed"], theirs=None, conflict=moved_on)
        return _difference(item_id, row, "removed", row["version"], [field])
    fields = list(_fields(row, entry))
    return _difference(item_id, row, "changed", row["version"], fields) if fields else None


def _fields(row: Values, entry: Mapping[str, Any]) -> Iterator[Values]:
    for name, mine in entry["now"].items():
        was, theirs = entry["was"][name], values_of(row, name)
        if theirs == mine:
            continue
        moved_on = theirs != was
        if name == "place" and moved_on and theirs["parent_id"] == was["parent_id"]:
            # Making room among siblings moves an item, and is nobody's edit of it.
            moved_on = row["version"] != entry["seen"]
        yield _field(name, was=was, mine=mine, theirs=theirs, conflict=moved_on)


def _field(name: str, *, was: Any, mine: Any, theirs: Any, conflict: bool) -> Values:
    return {"field": name, "was": was, "mine": mine, "theirs": theirs, "conflict": conflict}


def _difference(
    item_id: UUID, row: Mapping[str, Any], verb: str, version: int | None, fields: list[Values]
) -> Values:
    shown = {"id": item_id, "key": row["key"], "title": row["title"], "verb": verb, "version": version}
    return shown | {"fields": fields}


def row_differences(live: Plan, kept: Mapping[str, Any], part: Part) -> list[Values]:
    """Each link, or assignment, that would be different; `conflict` where the plan has changed or lost it since."""
    found = []
    coming = {UUID(name) for name, entry in kept["items"].items() if entry["was"] is None}
    for name, entry in kept[part.name].items():
        was, mine, theirs = entry["was"], entry["now"], json_link(part.rows(live).get(UUID(name)))
        if mine == theirs or (mine is not None and not _can_stand(live, part, mine, coming)):
            continue
        made, ended, changed = part.verbs
        verb = made if was is None else ended if mine is None else changed
        shown = {"id": UUID(name), "verb": verb, "was": was, "mine": mine, "theirs": theirs}
        found.append(shown | {"conflict": was is not None and theirs != was})
    return found


def _can_stand(live: Plan, part: Part, kept: Mapping[str, Any], coming: set[UUID]) -> bool:
    """Are the items there, and does nothing in the plan say the same yet?"""
    row = part.read(dict(kept))
    return all(live.alive(end) or end in coming for end in part.ends_of(row)) and not part.is_twice(live, row)
