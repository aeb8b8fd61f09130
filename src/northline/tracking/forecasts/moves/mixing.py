"""A plan as it stood, with one group of its inputs as they are now. Plain values in, plain values out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal
from uuid import UUID

from northline.scheduling.plan import COLUMNS, QUIET, Plan, Values
from northline.scheduling.risks import PlanRisk

Group = Literal["progress", "estimates", "structure", "people", "risks", "deadline"]
GROUPS: tuple[Group, ...] = ("progress", "estimates", "structure", "people", "risks", "deadline")

_OF_ITEM: dict[Group, tuple[str, ...]] = {
    "progress": (
        "percent_complete", "remaining_minutes", "actual_start", "actual_finish", "resume_at", "state",
    ),
    "estimates": (
        "duration_minutes", "elapsed", "optimistic_minutes", "likely_minutes", "pessimistic_minutes", "task_type",
        "effort_driven",
    ),
    "people": ("calendar_id", "ignores_resource_calendar"),
}  # fmt: skip
_ELSEWHERE = {name for names in _OF_ITEM.values() for name in names}
_OF_ITEM["structure"] = tuple(name for name in COLUMNS if name not in _ELSEWHERE | QUIET)
_OF_PROJECT: dict[Group, tuple[str, ...]] = {
    "progress": ("status_date",),
    "structure": ("start", "laid_from_finish", "honour_constraints", "critical_slack_minutes"),
    "people": ("minutes_per_day", "minutes_per_week", "calendar_id"),
    "deadline": ("deadline",),
}


@dataclass(frozen=True, slots=True)
class Inputs:
    """All that a forecast is made of: the plan, its open risks, and the moment before which nothing open can be done."""

    plan: Plan
    risks: Sequence[PlanRisk]
    moment: str


def mixed(then: Inputs, now: Inputs, group: Group) -> Inputs:
    """`then` with this group of inputs as `now` has them. What was added since comes with the structure, as it is."""
    if group == "risks":
        return replace(then, risks=now.risks)
    plan = replace(then.plan, project=dict(then.plan.project))
    for name in _OF_PROJECT.get(group, ()):
        plan.project[name] = now.plan.project[name]
    plan.items = {pk: _item(pk, row, now.plan, group) for pk, row in then.plan.items.items()}
    if group == "structure":
        _with_added(plan, then.plan, now.plan)
    elif group == "people":
        _with_people(plan, now.plan)
    plan.index_children()
    return Inputs(plan, then.risks, now.moment if group == "progress" else then.moment)


def touched(then: Inputs, now: Inputs, group: Group) -> int:
    """How many rows of the group are different now: items, links, people, risks; 1 for the project's own values.

    Progress counts the items that went on; that time went by is no row.
    """
    if group == "risks":
        was, here = ({risk.id: risk for risk in one.risks} for one in (then, now))
        return sum(was.get(pk) != here.get(pk) for pk in was.keys() | here.keys())
    names = _OF_ITEM.get(group, ())
    both = [pk for pk in then.plan.items if then.plan.alive(pk) and now.plan.alive(pk)]
    count = sum(any(then.plan.items[pk][n] != now.plan.items[pk][n] for n in names) for pk in both)
    if group != "progress":
        count += any(then.plan.project[n] != now.plan.project[n] for n in _OF_PROJECT.get(group, ()))
    if group == "structure":
        alive = [{pk for pk in one.plan.items if one.plan.alive(pk)} for one in (then, now)]
        count += len(alive[0] ^ alive[1])
        links = ({row["id"]: row for row in one.plan.live_links()} for one in (then, now))
        count += _different(*links)
    if group == "people":
        count += _different(*({row["id"]: row for row in one.plan.live_assignments()} for one in (then, now)))
        for part in ("resources", "calendars"):
            count += _different(*({row["id"]: row for row in getattr(one.plan, part)} for one in (then, now)))
    return count


def _item(pk: UUID, row: Values, now: Plan, group: Group) -> Values:
    made, here = dict(row), now.items.get(pk)
    if here is None or not now.alive(pk):
        if group == "structure" and row["archived_at"] is None:
            # It was removed: any date will do.
            made["archived_at"] = now.project["start"]
        return made
    if group == "structure" and row["archived_at"] is not None:
        return dict(here)
    made.update({name: here[name] for name in _OF_ITEM.get(group, ())})
    return made


def _with_added(plan: Plan, then: Plan, now: Plan) -> None:
    """Links as they are now, and items added since with the people who are on them."""
    plan.items |= {pk: dict(row) for pk, row in now.items.items() if pk not in plan.items}
    plan.links = dict(now.links)
    plan.resources = _joined(then.resources, now.resources)
    plan.calendars = _joined(then.calendars, now.calendars)
    added = {
        pk: row
        for pk, row in now.assignments.items()
        if now.alive(row["item_id"]) and not then.alive(row["item_id"])
    }
    plan.assignments = then.assignments | added


def _with_people(plan: Plan, now: Plan) -> None:
    plan.assignments = {pk: row for pk, row in now.assignments.items() if plan.alive(row["item_id"])}
    plan.resources, plan.calendars = now.resources, _joined(now.calendars, plan.calendars)


def _joined(first: list[Values], other: list[Values]) -> list[Values]:
    known = {row["id"] for row in first}
    return [*first, *(row for row in other if row["id"] not in known)]


def _different(was: dict[UUID, Values], here: dict[UUID, Values]) -> int:
    return sum(was.get(pk) != here.get(pk) for pk in was.keys() | here.keys())
