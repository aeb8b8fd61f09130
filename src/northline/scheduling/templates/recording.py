"""Take a plan, or what is below one of its items, as a template: plain values in, plain values out.

A template's items are plain JSON, in outline order:

    parent        the number of the item above it, None at the top
    columns       what the new item has as this one had, values of own fields among it
    calendar      the id of the workspace's calendar that it has of its own
    dates         by column, the working days from the start of the whole and the time of day
    starts        of a task that nothing inside holds: where it stood in a part of a plan, else where the whole began
    owner         the role of whoever answered for it
    after         what it waits for: number, kind, lag_minutes, lag_unit
    people        role, units, work_minutes, overtime_minutes, delay_minutes and booking of whoever was on it
    consulted     the roles of those who were asked before
    informed      the roles of those who were told after
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from northline.delivery.raci.actions import ROLES
from northline.delivery.raci.rules import Said
from northline.scheduling.checklists import unticked
from northline.scheduling.compute import FINISH, START, Dates
from northline.scheduling.plan import Placed, Plan, Values
from northline.scheduling.templates.days import days_between, weekdays_of

DATES = ("constraint_at", "deadline", "manual_start", "manual_finish")
COLUMNS = (
    "title", "type", "notes", "duration_minutes", "elapsed", "constraint_kind", "manual", "ignores_resource_calendar",
    "optimistic_minutes", "likely_minutes", "pessimistic_minutes", "priority", "hammock", "task_type",
    "effort_driven", "checklist", "custom", "item_type_id",
)  # fmt: skip
_OF_LINK = ("kind", "lag_minutes", "lag_unit")
_OF_PERSON = ("units", "work_minutes", "overtime_minutes", "delay_minutes", "booking")


@dataclass(frozen=True, slots=True)
class Named:
    """What somebody or something on a plan is called in its template, and who is proposed for it there."""

    name: str
    resource_id: UUID | None


@dataclass(slots=True)
class Recording:
    """Roles are numbered as they come up; `named` says how each resource and each member is called."""

    plan: Plan
    dates: Mapping[str, Dates]
    named: Mapping[UUID, Named]
    # The resource that each member is.
    resource_of: Mapping[UUID, UUID]
    # The calendars that other projects may work by too.
    shared: Collection[UUID]
    # Who is asked and told of each item.
    circles: Mapping[UUID, Said]
    roles: list[Values] = field(default_factory=list)
    # How many items have which calendar that cannot be kept.
    lost: Counter[UUID] = field(default_factory=Counter)
    _known: dict[UUID, str] = field(default_factory=dict)

    def taken(self, outline: list[Placed], *, whole: bool) -> tuple[list[Values], int]:
        """These items, the whole of the plan or a part, and the working days that they span. Their dates are known."""
        numbers = {placed.id: number for number, placed in enumerate(outline)}
        known = [self.dates[str(item_id)] for item_id in numbers if str(item_id) in self.dates]
        start, finish = min(row[START] for row in known), max(row[FINISH] for row in known)
        links, people = defaultdict(list), defaultdict(list)
        for link in self.plan.live_links():
            if link["before_id"] in numbers and link["after_id"] in numbers:
                said = {name: link[name] for name in _OF_LINK}
                links[link["after_id"]].append(said | {"number": numbers[link["before_id"]]})
        for row in self.plan.live_assignments():
            people[row["item_id"]].append(row)
        items: list[Values] = []
        # Whether each of them, or one above it, waits for another of these.
        waits: list[bool] = []
        for placed in outline:
            item = self._item(placed, start) | {
                "parent": numbers.get(self.plan.items[placed.id]["parent_id"]),
                "after": links[placed.id],
                "people": [
                    {name: row[name] for name in _OF_PERSON} | {"role": self._role(row["resource_id"])}
                    for row in people[placed.id]
                ],
                **self._circle(placed.id),
            }
            waits.append(bool(item["after"]) or (item["parent"] is not None and waits[item["parent"]]))
            if placed.summary or waits[-1] or _has_own_date(item):
                item["starts"] = None
            elif whole:
                item["starts"] = self._relative(start, start)
            items.append(item)
        return items, self._days(start, finish)

    def _item(self, placed: Placed, start: str) -> Values:
        item = self.plan.items[placed.id]
        columns = {name: item[name] for name in COLUMNS}
        columns["checklist"] = [entry | {"assignee_id": None} for entry in unticked(item["checklist"])]
        dates = self.dates.get(str(placed.id))
        return {
            "columns": columns,
            "dates": {name: self._relative(start, item[name]) for name in DATES if item[name]},
            "starts": self._relative(start, dates[START]) if dates else None,
            "owner": self._owner(item["owner_id"]),
            "calendar": self._calendar(item["calendar_id"]),
        }

    def _calendar(self, calendar_id: UUID | None) -> str | None:
        if calendar_id in self.shared:
            return str(calendar_id)
        if calendar_id is not None:
            self.lost[calendar_id] += 1
        return None

    def _relative(self, start: str, at: str) -> Values:
        return {"days": self._days(start, at), "at": at[11:]}

    def _days(self, first: str, last: str) -> int:
        return days_between(first, last, weekdays=weekdays_of(self.plan))

    def _owner(self, member_id: UUID | None) -> str | None:
        if member_id is None:
            return None
        return self._role(self.resource_of.get(member_id, member_id))

    def _circle(self, item_id: UUID) -> Values:
        said = self.circles.get(item_id, Said())
        return {part: [self._owner(member) for member in getattr(said, part)] for part in ROLES}

    def _role(self, who: UUID) -> str:
        if who not in self._known:
            taken = {role["name"] for role in self.roles}
            said = self.named[who]
            name, number = said.name, 2
            while name in taken:
                name, number = f"{said.name} {number}", number + 1
            self._known[who] = role_id = f"r{len(self.roles) + 1}"
            proposed = said.resource_id and str(said.resource_id)
            self.roles.append({"id": role_id, "name": name, "resource_id": proposed})
        return self._known[who]


def _has_own_date(item: Values) -> bool:
    """Does the item stand at a date of its own?"""
    return bool(item["columns"]["manual"]) or item["columns"]["constraint_kind"] != "ASAP"
