"""What is wrong with a plan by the engine's lint, with each fix that is well defined as edits that can be sent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from typing import Any
from uuid import UUID

from northline import engine
from northline.core.edge import sent
from northline.core.refusal import Refusal
from northline.core.schemas import ref_of
from northline.delivery.models import Project
from northline.engine import Finding, Point
from northline.scheduling.compile import compiled
from northline.scheduling.plan import Plan, Values, load

MOST_PARTS = 20


def findings_of(project: Project) -> Values:
    """The points and findings of a plan whose project is already allowed: seven queries.

    Raises Refusal as the engine says where the plan cannot be computed.
    """
    return _findings(load(project.pk))


def findings_to_send(project: Project) -> Values:
    """The same, to be written as JSON: its findings are that already, and again as long as the plan does not change."""
    plan = load(project.pk)

    def make() -> Values:
        found = _findings(plan)
        return found | {"findings": sent(found["findings"])}

    of = (plan.project, list(plan.items.values()), plan.live_links(), plan.live_assignments())
    return plan.memory.equal("findings to send", *of, plan.resources, plan.calendars, make=make)


def _findings(plan: Plan) -> Values:
    links = plan.live_links()
    try:
        compiled_plan = _owned(compiled(plan, plan.outline(), links, outside=False), plan)
        report = engine.lint(compiled_plan)
    except engine.PlanError as error:
        raise Refusal(error.code, f"{error.message} Nothing was changed.", keys=list(error.ids)) from error
    told = _Telling(plan, links)
    return {
        "points": [_shown_point(point) for point in report.points],
        "findings": [told.finding(found) for found in report.findings],
        "plan_version": plan.project["plan_version"],
    }


def _owned(project: engine.Project, plan: Plan) -> engine.Project:
    """The project with whom each task belongs to, which no date depends on."""
    owners = {row["key"]: row["owner_id"] for row in plan.items.values() if row["owner_id"]}
    tasks = (
        replace(task, owner=str(owners[task.id])) if task.id in owners else task for task in project.tasks
    )
    return replace(project, tasks=tuple(tasks))


def _shown_point(point: Point) -> Values:
    names = ("number", "code", "name", "population", "count", "share", "threshold", "value", "sentence")
    return {name: getattr(point, name) for name in names} | {"verdict": str(point.verdict)}


class _Telling:
    """Puts the plan's own rows in the place of the engine's ids."""

    def __init__(self, plan: Plan, links: list[Values]) -> None:
        self.plan = plan
        self.links = links
        self.items = {row["key"]: row for row in plan.items.values()}
        self._joined = {(row["before_id"], row["after_id"], row["kind"]) for row in links}

    def finding(self, found: Finding) -> Values:
        fix = _FIXES.get(str(found.fix["kind"]))
        return {
            "code": found.code,
            "items": [ref_of("work_item", self.items[key]) for key in found.tasks],
            "reason": found.reason,
            "advice": found.advice,
            "edits": fix(self, found.fix) if fix else [],
        }

    def item(self, key: Any) -> Values:
        return self.items[key]

    def id_of(self, key: Any) -> str:
        return str(self.items[key]["id"])

    def set(self, key: Any, fields: Values) -> list[Values]:
        """The edit that gives an item these fields."""
        row = self.items[key]
        return [{"op": "set", "id": str(row["id"]), "version": row["version"], "fields": fields}]

    @cached_property
    def ahead(self) -> dict[UUID, UUID | None]:
        """By item the one above it under the same parent."""
        return {
            item: beside[n - 1] if n else None
            for beside in self.plan.children.values()
            for n, item in enumerate(beside)
        }

    def moved_links(self, fix: Any) -> list[Values]:
        """The links of a summary go to the first and the last task inside; one that is there already only goes."""
        summary = self.items[fix["task"]]["id"]
        first, last = (self.items[key]["id"] for key in fix["to"])
        edits: list[Values] = []
        for row in self.links:
            if summary not in (row["before_id"], row["after_id"]):
                continue
            edits.append({"op": "unlink", "id": row["id"]})
            before = last if row["before_id"] == summary else row["before_id"]
            after = first if row["after_id"] == summary else row["after_id"]
            if (before, after, row["kind"]) not in self._joined:
                same = {name: row[name] for name in ("kind", "lag_minutes", "lag_unit")}
                edits.append({"op": "link", "before": str(before), "after": str(after)} | same)
        return edits


def _linked(told: _Telling, fix: Any) -> list[Values]:
    if fix["before"] is None or fix["after"] is None:
        return []
    before, after = told.id_of(fix["before"]), told.id_of(fix["after"])
    return [{"op": "link", "before": before, "after": after, "kind": fix["link"]}]


def _unlinked(told: _Telling, fix: Any) -> list[Values]:
    return [{"op": "unlink", "id": told.links[fix["link"]]["id"]}]


def _relinked(told: _Telling, fix: Any) -> list[Values]:
    if fix["to"] == "none":
        return _unlinked(told, fix)
    return [{"op": "relink", "id": told.links[fix["link"]]["id"], "kind": fix["to"], "lag_minutes": 0}]


def _unled(told: _Telling, fix: Any) -> list[Values]:
    row = told.links[fix["link"]]
    return [{"op": "relink", "id": row["id"], "kind": row["kind"], "lag_minutes": 0}]


def _loosened(told: _Telling, fix: Any) -> list[Values]:
    constraint = {"kind": fix["to"], "at": fix["at"]} if "at" in fix else None
    fields = {"deadline": fix["deadline"]} if "deadline" in fix else {}
    return told.set(fix["task"], fields | {"constraint": constraint})


def _parted(told: _Telling, fix: Any) -> list[Values]:
    """Splits in sequence: each takes the next part off what is left, whose end is named for it."""
    row = told.item(fix["task"])
    parts = min(fix["parts"], MOST_PARTS)
    if row["percent_complete"] or row["splits"] or parts < 2:
        return []
    each = -(-row["duration_minutes"] // parts)
    edits: list[Values] = []
    here, version = str(row["id"]), row["version"]
    for number in range(2, parts + 1):
        part = {"op": "split", "id": here, "version": version, "first_minutes": each}
        here, version = f"{row['key']}/{number}", 1
        edits.append(part | {"title": f"{row['title']} {number}"[:300], "temp_id": here})
    return edits


def _added(told: _Telling, fix: Any) -> list[Values]:
    parent = told.item(fix["parent"])
    last = told.plan.children.get(parent["id"], [])[-1:]
    return [
        {
            "op": "add",
            "parent_id": str(parent["id"]),
            "after_id": str(last[0]) if last else None,
            "title": f"Rest of {parent['title']}"[:300],
            "duration_minutes": fix["work_minutes"],
        }
    ]


def _waited(told: _Telling, fix: Any) -> list[Values]:
    """A task takes the place of a lag, on the calendar by which the lag was counted."""
    row = told.links[fix["link"]]
    if not fix["minutes"] or fix["unit"] == "elapsed":
        return []
    before, after = (told.plan.items[row[end]] for end in ("before_id", "after_id"))
    wait = f"{row['id']}/wait"
    fields = {name: str(after[name]) for name in ("calendar_id", "owner_id") if after[name]}
    return [
        {
            "op": "add",
            "temp_id": wait,
            "parent_id": _text(after["parent_id"]),
            "after_id": _text(told.ahead[after["id"]]),
            "title": f"Wait after {before['title']}"[:300],
            "duration_minutes": fix["minutes"],
        },
        *([{"op": "set", "id": wait, "version": 1, "fields": fields}] if fields else []),
        {"op": "unlink", "id": row["id"]},
        {"op": "link", "before": str(before["id"]), "after": wait, "kind": fix["into"]},
        {"op": "link", "before": wait, "after": str(after["id"]), "kind": fix["out"]},
    ]


def _text(row_id: UUID | None) -> str | None:
    return None if row_id is None else str(row_id)


def _assigned(told: _Telling, fix: Any) -> list[Values]:
    if fix["resource"] is None:
        return []
    return [{"op": "assign", "item": told.id_of(fix["task"]), "resource_id": fix["resource"]}]


def _reassigned(told: _Telling, fix: Any) -> list[Values]:
    """The people of a summary go to a task for the work that is theirs."""
    summary = told.item(fix["task"])
    mine = [row for row in told.plan.live_assignments() if row["item_id"] == summary["id"]]
    people = [row for row in mine if str(row["resource_id"]) in fix["resources"]]
    work = max((row["work_minutes"] or 0) / row["units"] if row["units"] else 0 for row in people)
    add = _added(
        told, {"parent": fix["task"], "work_minutes": round(work) or told.plan.project["minutes_per_day"]}
    )
    edits: list[Values] = [add[0] | {"temp_id": f"{summary['id']}/own"}]
    for row in people:
        edits.append({"op": "unassign", "id": row["id"]})
        same = {name: row[name] for name in ("units", "work_minutes", "overtime_minutes", "booking")}
        edits.append(
            {"op": "assign", "item": f"{summary['id']}/own", "resource_id": row["resource_id"]} | same
        )
    return edits


def _replanned(told: _Telling, fix: Any) -> list[Values]:
    """Work that has not begun begins no earlier than the status date; what is left of begun work is for people."""
    row = told.item(fix["task"])
    if row["actual_start"] or row["percent_complete"]:
        return []
    if row["manual"]:
        return told.set(fix["task"], {"start": fix["at"]})
    return told.set(fix["task"], {"constraint": {"kind": "SNET", "at": fix["at"]}})


def _owner(told: _Telling, fix: Any) -> list[Values]:
    return told.set(fix["task"], {"owner_id": fix["owner"]}) if fix["owner"] else []


# The fixes that an edit of the plan makes; the others are told, and made by whoever knows.
_FIXES: dict[str, Callable[[_Telling, Any], list[Values]]] = {
    "add_link": _linked,
    "remove_link": _unlinked,
    "change_link": _relinked,
    "remove_lead": _unled,
    "loosen_constraint": _loosened,
    "move_links": _Telling.moved_links,
    "remove_constraint": lambda told, fix: told.set(fix["task"], {"constraint": None}),
    "schedule_automatically": lambda told, fix: told.set(fix["task"], {"manual": False}),
    "set_milestone": lambda told, fix: told.set(fix["task"], {"type": "task"}),
    "set_owner": _owner,
    "break_down": _parted,
    "add_task": _added,
    "lag_to_task": _waited,
    "assign": _assigned,
    "move_assignments": _reassigned,
    "replan": _replanned,
}
