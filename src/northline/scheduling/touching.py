"""What an edit of a plan touched: the items that it edited, and who hears of it for the sake of which item.

Of what only moved in consequence nothing is told but to whoever owns or follows it, so that an edit which moves thousands
of items stays as quick and as small as it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from uuid import UUID

from northline.core.models import Touch
from northline.core.scope import Scope
from northline.delivery.models import Resource, WorkItem
from northline.scheduling.compute import FINISH, START, Dates
from northline.scheduling.editor import Editor
from northline.scheduling.kept import Kept
from northline.scheduling.plan import Placed, Plan, Values
from northline.talk.queries import followers

# So many items are named to one member for one change; the rest is counted.
MOST_TOLD = 5
DAY = len("2026-03-02")
_PARTS = {
    "title": "title", "notes": "notes", "type": "type", "item_type_id": "type", "duration_minutes": "duration",
    "elapsed": "duration", "optimistic_minutes": "estimate", "likely_minutes": "estimate",
    "pessimistic_minutes": "estimate", "percent_complete": "progress", "remaining_minutes": "progress",
    "actual_start": "progress", "actual_finish": "progress", "resume_at": "progress", "state": "state",
    "constraint_kind": "constraint", "constraint_at": "constraint", "manual": "constraint",
    "manual_start": "constraint", "manual_finish": "constraint", "deadline": "deadline", "calendar_id": "calendar",
    "ignores_resource_calendar": "calendar", "priority": "priority", "levelling_delay_minutes": "levelling",
    "splits": "splits", "owner_id": "owner", "parent_id": "place", "position": "place", "checklist": "checklist",
    "task_type": "effort", "effort_driven": "effort", "hammock": "hammock", "active": "active",
}  # fmt: skip

Told = dict[UUID, dict[UUID, Touch.Why]]


def touches(
    editor: Editor,
    differences: Mapping[UUID, tuple[Values, Values]],
    before: Kept,
    after: Kept,
    *,
    outline: Iterable[Placed],
    by: Scope,
    gives: bool,
) -> list[Touch]:
    """The touches of an edit, not yet stored. Whoever gets work is told so where it `gives` any."""
    parts = _parts(editor, differences)
    moves = _Moves(before.dates, after.dates)
    told = _told(editor, differences, parts, moves, outline=outline, gives=gives)
    told.pop(by.member_id, None)
    edited = [
        Touch(object_kind=WorkItem.KIND, object_id=item_id, parts=names, dates=moves.of(item_id))
        for item_id, names in parts.items()
    ]
    return edited + [touch for member, items in told.items() for touch in _to(member, items, parts, moves)]


def touches_of_moves(
    plan: Plan, before: Mapping[str, Dates], after: Mapping[str, Dates], *, by: Scope
) -> list[Touch]:
    """Who hears, for the sake of which item, of what moved where nobody edited an item of the plan; not yet stored."""
    moves, told = _Moves(before, after), defaultdict[UUID, dict[UUID, Touch.Why]](dict)
    for item_id, members in _concerned(plan).items():
        if moves.has(item_id):
            for member, why in members.items():
                told[member].setdefault(item_id, why)
    told.pop(by.member_id, None)
    return [touch for member, items in told.items() for touch in _to(member, items, {}, moves)]


def _to(
    member: UUID, items: dict[UUID, Touch.Why], parts: Mapping[UUID, list[str]], moves: _Moves
) -> list[Touch]:
    some = list(items.items())[:MOST_TOLD]
    made = [
        Touch(
            object_kind=WorkItem.KIND,
            object_id=item_id,
            parts=parts.get(item_id, []),
            dates=moves.of(item_id),
            to_id=member,
            why=why,
        )
        for item_id, why in some
    ]
    made[0].more = len(items) - len(made)
    return made


def _parts(editor: Editor, differences: Mapping[UUID, tuple[Values, Values]]) -> dict[UUID, list[str]]:
    """What of each item was edited, in the words of the API."""
    found: dict[UUID, dict[str, None]] = defaultdict(dict)
    for item_id, (was, now) in differences.items():
        if item_id not in editor.shifted:
            found[item_id] |= dict.fromkeys(_parts_of(was, now))
    for rows, was_of, ends, part in (
        (editor.plan.links, editor.was_links, ("before_id", "after_id"), "links"),
        (editor.plan.assignments, editor.was_assignments, ("item_id",), "people"),
    ):
        for row_id, row_was in was_of.items():
            row = rows.get(row_id)
            if row != row_was:
                for end in ends:
                    found[(row or row_was or {})[end]][part] = None
    return {item_id: list(names) for item_id, names in found.items()}


def _parts_of(was: Values, now: Values) -> Iterator[str]:
    if not was:
        yield "added"
        return
    for name in now:
        if name == "archived_at":
            yield "restored" if now[name] is None else "removed"
        elif name == "custom":
            yield "fields"
        else:
            yield _PARTS[name]


class _Moves:
    """Which items have other days than before, and which."""

    def __init__(self, before: Mapping[str, Dates], after: Mapping[str, Dates]) -> None:
        self._before, self._after = before, after
        self.any = before is not after

    def has(self, item_id: UUID) -> bool:
        """Was it there before and is it still, on other days?"""
        key = str(item_id)
        was, now = self._before.get(key), self._after.get(key)
        if was is None or now is None:
            return False
        return bool(was[START][:DAY] != now[START][:DAY] or was[FINISH][:DAY] != now[FINISH][:DAY])

    def of(self, item_id: UUID) -> dict[str, Any]:
        if not self.any or not self.has(item_id):
            return {}
        key = str(item_id)
        pairs = {
            name: [self._before[key][at][:DAY], self._after[key][at][:DAY]]
            for name, at in (("start", START), ("finish", FINISH))
        }
        return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


def _told(
    editor: Editor,
    differences: Mapping[UUID, tuple[Values, Values]],
    parts: Mapping[UUID, list[str]],
    moves: _Moves,
    *,
    outline: Iterable[Placed],
    gives: bool,
) -> Told:
    """For the sake of what each member hears of it: of what was given to them first, then what was edited, then what moved."""
    told: Told = defaultdict(dict)
    if gives:
        for item_id, member in (*_owners_given(differences), *_people_given(editor)):
            told[member].setdefault(item_id, Touch.Why.GIVEN)
    concerned = _concerned(editor.plan)
    others = (placed.id for placed in outline if placed.id in concerned and placed.id not in parts)
    moved = (item_id for item_id in others if moves.has(item_id))
    for item_id in (*parts, *(moved if moves.any else ())):
        for member, why in concerned.get(item_id, {}).items():
            told[member].setdefault(item_id, why)
        was = _id(differences.get(item_id, ({}, {}))[0].get("owner_id"))
        if was:
            told[was].setdefault(item_id, Touch.Why.OWNED)
    return told


def _owners_given(differences: Mapping[UUID, tuple[Values, Values]]) -> Iterator[tuple[UUID, UUID]]:
    for item_id, (_, now) in differences.items():
        if owner := now.get("owner_id"):
            yield item_id, owner


def _people_given(editor: Editor) -> Iterable[tuple[UUID, UUID]]:
    """Items and the members who were put on them and were not before. One query where anybody was."""
    was = {(row["item_id"], row["resource_id"]) for row in editor.was_assignments.values() if row}
    rows = (editor.plan.assignments.get(row_id) for row_id in editor.was_assignments)
    new = [(row["item_id"], row["resource_id"]) for row in rows if row]
    new = [pair for pair in new if pair not in was]
    if not new:
        return []
    resources = Resource.objects.filter(pk__in={resource for _, resource in new}, member__isnull=False)
    members = dict(resources.values_list("pk", "member_id"))
    return [(item_id, members[resource]) for item_id, resource in new if resource in members]


def _concerned(plan: Plan) -> dict[UUID, dict[UUID, Touch.Why]]:
    """Who owns or follows each item of the plan. One query."""
    found: dict[UUID, dict[UUID, Touch.Why]] = defaultdict(dict)
    for item_id, item in plan.items.items():
        if item["owner_id"]:
            found[item_id][item["owner_id"]] = Touch.Why.OWNER
    mine = WorkItem.objects.filter(project_id=plan.project["id"])
    for item_id, member, on in followers(WorkItem.KIND, mine):
        if on:
            found[item_id].setdefault(member, Touch.Why.WATCHING)
        else:
            found[item_id].pop(member, None)
    return found


def _id(value: Any) -> UUID | None:
    return UUID(value) if isinstance(value, str) else value
