"""Reading boards: three queries, whatever their size."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import F
from django.utils import timezone

from northline.core.scope import Scope
from northline.delivery.models import ItemType, Project
from northline.delivery.queries import leaves
from northline.delivery.rules import day_of
from northline.delivery.workflow import (
    Category,
    State,
    Workflow,
    counterpart,
    state_of_item,
    translated,
    workflow_of,
)
from northline.engine.forecast import cycle_times
from northline.tracking.boards import rules
from northline.tracking.boards.models import Transition

_COLUMNS = (
    "id", "key", "title", "version", "state", "owner_id", "percent_complete", "actual_start", "actual_finish",
    "duration_minutes", "created_at", "item_type_id",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Item:
    """A task or milestone as its progress and its steps tell of it; `workflow` is its own."""

    row: dict[str, Any]
    workflow: Workflow
    state: State
    steps: list[rules.Step]
    since: datetime

    @property
    def started(self) -> date | None:
        said: str | None = self.row["actual_start"] or self.row["actual_finish"]
        return day_of(said)

    @property
    def finished(self) -> date | None:
        """When it was finished, by its dates; where they say nothing, when it came among what is done."""
        if self.state.category != "done":
            return None
        return day_of(self.row["actual_finish"]) or timezone.localdate(self.since)

    def within(self, workflow: Workflow) -> Item:
        """The same as it stands, and stood, among the states of this workflow."""
        if workflow == self.workflow:
            return self
        steps = []
        for step in self.steps:
            found = translated(step.state, self.workflow, (workflow,))
            steps.append(replace(step, state=counterpart(found, workflow).id) if found else step)
        return replace(self, state=counterpart(self.state, workflow), steps=steps)


def items_of(project: Project) -> list[Item]:
    """The tasks and milestones of a project that is already allowed, in their states. Two queries."""
    live = leaves().filter(project=project, archived_at=None, active=True)
    rows = list(live.order_by("position", "pk").values(*_COLUMNS, own=F("item_type__workflow")))
    moves: dict[UUID, list[Transition]] = defaultdict(list)
    for move in Transition.objects.filter(project=project).order_by("pk"):
        moves[move.item_id].append(move)
    usual = workflow_of(project.workflow)
    return [
        _item(row, workflow_of(own) if (own := row.pop("own")) else usual, moves[row["id"]]) for row in rows
    ]


def _item(row: dict[str, Any], workflow: Workflow, moves: Sequence[Transition]) -> Item:
    state, last = state_of_item(workflow, row), moves[-1] if moves else None
    since = last.at if last and last.state == state.id else _told(row, state.category)
    return Item(row, workflow, state, list(_steps(row, moves)), since)


def _steps(row: dict[str, Any], moves: Sequence[Transition]) -> Iterator[rules.Step]:
    for move in moves:
        category: Category = move.category  # type: ignore[assignment]
        yield rules.Step(timezone.localdate(move.at), move.state, category)


def _told(row: dict[str, Any], category: Category) -> datetime:
    """Since when it stands there by its own dates."""
    said = {"to_do": None, "doing": row["actual_start"], "done": row["actual_finish"]}[category]
    made: datetime = row["created_at"]
    return timezone.make_aware(datetime.fromisoformat(said)) if said else made


def board_of(
    project: Project, scope: Scope, *, of_type: ItemType | None = None, plain: bool = False
) -> dict[str, Any]:
    """The board of a project that is already allowed: of all its work in its own columns; of one type, or of plain tasks,
    in those of that type."""
    workflow = workflow_of((of_type.workflow if of_type else None) or project.workflow)
    wanted = None if plain else of_type and of_type.pk
    some = plain or of_type is not None
    items = [
        item.within(workflow) for item in items_of(project) if not some or item.row["item_type_id"] == wanted
    ]
    today = timezone.localdate()
    done = [item for item in items if item.finished]
    spans = [(item.started or item.finished, item.finished) for item in done]
    usual = rules.usual((item.steps for item in done if item.steps), cycle_times(spans))  # type: ignore[arg-type]
    rights = scope.rights_at(project.place())
    return {
        "project_id": project.pk,
        "version": project.version,
        "columns": [_column(state, items, usual) for state in workflow],
        "cards": [_card(item, usual, today) for item in items],
        "usual_days": usual.whole,
        "can": {"edit": "plan" in rights, "contribute": "contribute" in rights},
    }


def _column(state: State, items: Sequence[Item], usual: rules.Usual) -> dict[str, Any]:
    inside = [item for item in items if item.state == state]
    names = ("id", "name", "category", "limit")
    return {name: getattr(state, name) for name in names} | {
        "count": len(inside),
        "minutes": sum(item.row["duration_minutes"] for item in inside),
        "over_limit": rules.over_limit(state.limit, len(inside)),
        "usual_days": usual.by_state.get(state.id),
    }


def _card(item: Item, usual: rules.Usual, today: date) -> dict[str, Any]:
    names = ("id", "key", "title", "version", "owner_id", "item_type_id", "percent_complete")
    days = max(0, (today - timezone.localdate(item.since)).days)
    is_open, own = item.state.category == "doing", state_of_item(item.workflow, item.row)
    age = (today - item.started).days + 1 if is_open and item.started else None
    return {name: item.row[name] for name in names} | {
        "state": item.state.id,
        "own_state": own.name if own.name != item.state.name else None,
        "since": item.since,
        "days": days,
        "age": age,
        "is_old": is_open and rules.is_old(usual, state=item.state.id, in_state=days, age=age),
    }
