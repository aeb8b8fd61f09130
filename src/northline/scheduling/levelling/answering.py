"""From what the engine found to a proposal: what it shows, and what applying it writes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from northline import engine
from northline.delivery.rules import plan_time
from northline.engine.levelling.plans import Alternative, Levelled, Move
from northline.scheduling.levelling.asking import Asking
from northline.scheduling.levelling.schemas import FASTEST
from northline.scheduling.programme.outside import is_outside

MOST_OVERLOADS = 500
# What levelling says of an item; all else of it stays as it was.
COLUMNS = ("levelling_delay_minutes", "splits", "resume_at")


class Words:
    """Names what the engine tells by ids: items by their keys, resources by theirs."""

    def __init__(self, asked: Sequence[Asking]) -> None:
        self.projects = {one.project.id: one for one in asked}
        self.items = {one.project.id: {row["key"]: row for row in one.plan.items.values()} for one in asked}
        self.worths = {one.project.id: one.worth for one in asked if one.worth}
        self.resources = {str(row["id"]): row["title"] for one in asked for row in one.plan.resources}

    def item(self, project: str, key: str) -> dict[str, Any]:
        row = self.items[project][key]
        return {"kind": "work_item", "id": str(row["id"]), "key": key, "title": row["title"]}

    def named(self, project: str, name: str) -> dict[str, Any]:
        """An item of this project, or of another, told as `project/key`."""
        other, _, key = name.rpartition("/")
        return self.item(other or project, key)

    def outweighing(self, project: str, names: Sequence[str]) -> dict[str, Any] | None:
        """The project among those of the items named of which a day late counts most, if more than of this one."""
        if not self.worths:
            return None
        others = {name.rpartition("/")[0] or project for name in names}
        most = max(sorted(others), key=lambda one: self.worths[one]["weight"], default=project)
        if self.worths[most]["weight"] <= self.worths[project]["weight"]:
            return None
        named: dict[str, Any] = self.worths[most]["project"]
        return named

    def resource(self, resource_id: str) -> dict[str, Any]:
        return {"id": resource_id, "title": self.resources[resource_id]}


def proposal(
    asked: Sequence[Asking], found: Levelled, others: Sequence[Alternative] = ()
) -> tuple[dict[str, Any], dict[str, Any]]:
    """The proposal as it is shown, and what applying it or one of the alternatives writes."""
    words = Words(asked)
    shown = _dates(words, asked, found) | {
        "alternatives": [_alternative(words, asked, one) for one in others],
        "lower_bound": plan_time(found.lower_bound),
        "optimal": found.optimal,
        "tried": found.tried,
        "seconds": round(found.seconds, 2),
        "warnings": list(found.warnings),
    }
    columns = {FASTEST: columns_of(asked, found)}
    columns |= {
        one.name: columns_of(asked, one.levelled) for one in others if not one.extra and one.name != FASTEST
    }
    return shown, columns


def _dates(words: Words, asked: Sequence[Asking], found: Levelled) -> dict[str, Any]:
    """When the projects would end, what moves, and what stays too full."""
    moves = [move for number, one in enumerate(asked) for move in _moves(words, one, found, number)]
    return {
        "projects": [_project(one, found, number, moves) for number, one in enumerate(asked)],
        "moves": moves,
        "overloads": [
            {
                "resource": words.resource(left.resource),
                "start": plan_time(left.start),
                "finish": plan_time(left.finish),
                "needed": left.needed,
                "there": left.there,
                "items": [words.item(project, key) for project, key in left.tasks],
            }
            for left in found.overloads[:MOST_OVERLOADS]
        ],
    }


def _project(one: Asking, found: Levelled, number: int, moves: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    row = one.plan.project
    return {
        "project": {"kind": "project", "id": str(row["id"]), "key": row["key"], "title": row["title"]},
        "finish": plan_time(found.schedules[number].finish),
        "was_finish": one.kept.finish,
        "deadline": row["deadline"],
        "moved": sum(move["project_id"] == str(row["id"]) for move in moves),
        "value": one.worth,
    }


def _moves(words: Words, one: Asking, found: Levelled, number: int) -> list[dict[str, Any]]:
    """Every item whose dates differ, in the plan's order, with the engine's reason."""
    reasons = {move.task: move for move in found.moves if move.project == one.project.id}
    dates, told = found.schedules[number], []
    for placed in one.outline:
        item = one.plan.items[placed.id]
        was, now = one.kept.dates.get(str(placed.id)), dates[item["key"]]
        span = [plan_time(now.start), plan_time(now.finish)]
        if placed.summary or was is None or was[:2] == span:
            continue
        told.append(
            {
                "item": words.item(one.project.id, item["key"]),
                "project_id": str(one.id),
                "start": span[0],
                "finish": span[1],
                "was_start": was[0],
                "was_finish": was[1],
                **_reason(words, one.project.id, reasons.get(item["key"])),
            }
        )
    return told


def _reason(words: Words, project: str, move: Move | None) -> dict[str, Any]:
    if move is None:
        # It starts when it did and ends later: its work is interrupted.
        empty: dict[str, Any] = {"resource": None, "busy_from": None, "busy_until": None, "because_of": []}
        return {"reason": "split", "rest": False, "outweighed_by": None} | empty
    return {
        "reason": str(move.reason),
        "resource": words.resource(move.resource) if move.resource else None,
        "busy_from": plan_time(move.busy_from) if move.busy_from else None,
        "busy_until": plan_time(move.busy_until) if move.busy_until else None,
        "because_of": [words.named(project, name) for name in move.because_of],
        "rest": move.rest,
        "outweighed_by": words.outweighing(project, move.because_of),
    }


def _alternative(words: Words, asked: Sequence[Asking], one: Alternative) -> dict[str, Any]:
    applicable = not one.extra
    return {
        "name": one.name,
        "finish": plan_time(one.finish),
        "extra": [{"resource_id": resource, "units": units} for resource, units in one.extra],
        "extra_hours": round(one.extra_hours, 2),
        "cost": round(one.cost, 2) if one.extra else None,
        "moved": one.tasks_moved,
        "shift_minutes": one.shift,
        "overloads": one.overloads,
        "late_minutes": one.levelled.tardiness,
        "applicable": applicable,
        "dates": _dates(words, asked, one.levelled) if applicable and one.name != FASTEST else None,
    }


def columns_of(asked: Sequence[Asking], found: Levelled) -> dict[str, dict[str, dict[str, Any]]]:
    """By project and item, the columns that differ from what is stored."""
    told: dict[str, dict[str, dict[str, Any]]] = {}
    for one, project in zip(asked, found.projects, strict=True):
        ids = {row["key"]: row for row in one.plan.items.values()}
        mine = {}
        for task in project.tasks:
            if is_outside(task.id):
                continue
            row = ids[task.id]
            now = _columns(task)
            differing = {name: value for name, value in now.items() if row[name] != value}
            if differing:
                mine[str(row["id"])] = differing
        told[str(one.id)] = mine
    return told


def _columns(task: engine.Task) -> dict[str, Any]:
    return {
        "levelling_delay_minutes": int(task.levelling_delay),
        "splits": [[int(split.after), int(split.length)] for split in task.splits],
        "resume_at": plan_time(task.resume) if task.resume else None,
    }
