"""The changes of a scenario, laid over the plan as it is now. Plain values in, plain values out.

What is kept is plain JSON:

    items     by id: `was` None and `now` the whole row of an item that the scenario adds; otherwise `seen`, the plan's
              version of the item when it was first touched, and `was` and `now`, for each field that is different the
              columns as the plan had and as the scenario has them
    links, assignments   by id: `was` and `now`, None where there is none
    shifted   by id: the positions before and after of items that only made room among their siblings
    versions  by id: how often the scenario changed the item, which is added to the plan's version of it
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from northline.core.models import plain
from northline.scheduling.editor import Editor, json_link
from northline.scheduling.plan import COLUMNS, Plan, Values
from northline.scheduling.scenarios.rows import PARTS, Part
from northline.scheduling.storing import columns_from

# Columns that only make sense together: one of them is taken over with all of them.
_TOGETHER: Mapping[str, tuple[str, ...]] = {
    "duration": ("type", "duration_minutes", "elapsed", "hammock", "splits", "task_type", "effort_driven"),
    "estimate": ("optimistic_minutes", "likely_minutes", "pessimistic_minutes"),
    "progress": (
        "percent_complete", "remaining_minutes", "actual_start", "actual_finish", "resume_at", "state",
    ),
    "constraint": ("constraint_kind", "constraint_at"),
    "by_hand": ("manual", "manual_start", "manual_finish"),
    "calendar": ("calendar_id", "ignores_resource_calendar"),
    "owner": ("owner_id",),
    "item_type": ("item_type_id",),
    "levelling": ("levelling_delay_minutes",),
    "place": ("parent_id", "position"),
    "removed": ("archived_at",),
}  # fmt: skip
_FIELD = {column: field for field, columns in _TOGETHER.items() for column in columns}
FIELD_OF = {column: _FIELD.get(column, column) for column in COLUMNS}
COLUMNS_OF: dict[str, tuple[str, ...]] = {
    field: tuple(column for column in COLUMNS if FIELD_OF[column] == field) for field in FIELD_OF.values()
}


def nothing() -> Values:
    return {"items": {}, "links": {}, "assignments": {}, "shifted": {}, "versions": {}, "circles": {}}


def whole(kept: Mapping[str, Any]) -> Values:
    """What is kept, with every part there."""
    return nothing() | dict(kept)


def touched(kept: Mapping[str, Any]) -> list[UUID]:
    """The items that a scenario touches, to be read with the plan though they are archived by now: somebody removed
    them, or took back the merge that brought them."""
    return [UUID(name) for name in kept["items"]]


def values_of(item: Values, field: str) -> Values:
    """The columns of one field, as JSON holds them."""
    return {column: plain(item[column]) for column in COLUMNS_OF[field]}


def laid_over(live: Plan, kept: Mapping[str, Any]) -> Plan:
    """The scenario's plan: rows of its own, so that the plan's stay as they are.

    What cannot stand is as in the plan: changes of an item that the plan removed, links whose ends are gone, an item
    that would stand below itself or below one that was removed.
    """
    items = {item_id: dict(row) for item_id, row in live.items.items()}
    plan = replace(
        live,
        items=items,
        links=dict(live.links),
        assignments=dict(live.assignments),
        resources=list(live.resources),
        calendars=list(live.calendars),
    )
    for name, entry in kept["items"].items():
        _lay_item(plan, UUID(name), entry)
    for name, (was, now) in kept["shifted"].items():
        item = plan.items.get(UUID(name))
        if item and item["position"] == was:
            item["position"] = now
    for name, raised in kept["versions"].items():
        if item := plan.items.get(UUID(name)):
            item["version"] += raised
    for part in PARTS:
        for name, entry in kept[part.name].items():
            _lay_row(plan, part, UUID(name), entry)
    plan.index_children()
    for item_id, parent_id in loose(plan, live).items():
        plan.items[item_id]["parent_id"] = parent_id
        plan.index_children()
    return plan


def _lay_item(plan: Plan, item_id: UUID, entry: Mapping[str, Any]) -> None:
    if entry["was"] is None:
        row = columns_from(entry["now"])
        plan.items[item_id] = plan.items.get(item_id, {"version": 1}) | row | {"id": item_id}
    elif plan.alive(item_id):
        for columns in entry["now"].values():
            plan.items[item_id].update(columns_from(columns))


def _lay_row(plan: Plan, part: Part, row_id: UUID, entry: Mapping[str, Any]) -> None:
    rows = part.rows(plan)
    if entry["now"] is None:
        rows.pop(row_id, None)
        return
    row = part.read(entry["now"])
    gone = entry["was"] is not None and row_id not in rows
    if not gone and all(map(plan.alive, part.ends_of(row))) and not part.is_twice(plan, row):
        rows[row_id] = row


def loose(plan: Plan, live: Plan) -> dict[UUID, UUID | None]:
    """Items that hang on nothing, or in a circle on themselves, and where they stand instead.

    >>> from northline.scheduling.plan import Plan
    >>> def plan(**parents):
    ...     items = {i: {"id": i, "parent_id": p, "position": 1, "archived_at": None} for i, p in parents.items()}
    ...     made = Plan({}, items, {}, [], [], [])
    ...     made.index_children()
    ...     return made
    >>> loose(plan(a="b", b="a", c="x"), plan(a="b", b=None, c="a"))
    {'a': 'b', 'b': None, 'c': 'a'}
    """
    hung = {item_id for top in plan.children.get(None, ()) for item_id in plan.below(top)}
    found: dict[UUID, UUID | None] = {}
    for item_id, item in plan.items.items():
        if item["archived_at"] is None and item_id not in hung:
            parent_id = live.items[item_id]["parent_id"] if item_id in live.items else None
            while parent_id is not None and not plan.alive(parent_id):
                parent_id = live.items[parent_id]["parent_id"] if parent_id in live.items else None
            found[item_id] = parent_id
    return found


def after(kept: Mapping[str, Any], live: Plan, editor: Editor) -> Values:
    """What is to be kept once the edits in `editor`, of the scenario's plan, are done."""
    new = {part: dict(kept[part]) for part in nothing()}
    new["circles"] |= {str(item_id): said.plain() for item_id, said in editor.circles.items()}
    for item_id, was in editor.was_items.items():
        name, now = str(item_id), editor.plan.items[item_id]
        if item_id in editor.shifted:
            origin = new["shifted"].get(name, [was and was["position"]])[0]
            new["shifted"][name] = [origin, now["position"]]
            continue
        entry = _entry(new["items"].get(name), live.items.get(item_id), now)
        put(new["items"], name, entry)
        new["versions"][name] = new["versions"].get(name, 0) + 1
    for part in PARTS:
        for row_id in part.touched(editor):
            put(new[part.name], str(row_id), _row_entry(kept, live, editor, part, row_id))
        for name, row in list(new[part.name].items()):
            if row["was"] is None and not _has_ends(part, row["now"], live, editor.plan):
                del new[part.name][name]
    return new


def _row_entry(
    kept: Mapping[str, Any], live: Plan, editor: Editor, part: Part, row_id: UUID
) -> Values | None:
    known = kept[part.name].get(str(row_id))
    had = known["was"] if known else json_link(part.rows(live).get(row_id))
    now = json_link(part.rows(editor.plan).get(row_id))
    return None if had == now else {"was": had, "now": now}


def _entry(known: Mapping[str, Any] | None, live: Values | None, now: Values) -> Values | None:
    is_new = known is not None and known["was"] is None
    if live is None or (is_new and live["archived_at"] is not None):
        if now["archived_at"] is not None:
            return None
        row = {column: plain(now[column]) for column in ("key", *COLUMNS)}
        return {"was": None, "now": row}
    known = None if is_new else known
    entry: Values = {"seen": known["seen"] if known else live["version"], "was": {}, "now": {}}
    for field in COLUMNS_OF:
        here, there = values_of(now, field), values_of(live, field)
        if here != there:
            base = known["was"].get(field) if known else None
            entry["was"][field] = base or there
            entry["now"][field] = here
    return entry if entry["now"] else None


def put(where: Values, name: str, entry: Values | None) -> None:
    """Set an entry, or take it out where it is nothing."""
    if entry is None:
        where.pop(name, None)
    else:
        where[name] = entry


def _has_ends(part: Part, row: Values, live: Plan, plan: Plan) -> bool:
    """A link to an item that the scenario added and took out again is nothing."""
    return all(end in live.items or plan.alive(end) for end in part.ends_of(row))


def without(kept: Mapping[str, Any], *, items: set[str], rows: set[str]) -> Values:
    """What is kept when the changes of these items, and of these links and assignments, are not."""
    new = {part: dict(kept[part]) for part in nothing()}
    for name in items & new["items"].keys():
        del new["items"][name]
        new["versions"][name] = new["versions"].get(name, 0) + 1
    for part in PARTS:
        for name in rows & new[part.name].keys():
            del new[part.name][name]
    return new
