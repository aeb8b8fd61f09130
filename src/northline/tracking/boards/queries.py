"""Reading boards: three queries, whatever their size."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils import timezone

from northline.core.scope import Scope
from northline.delivery.models import Project
from northline.delivery.queries import leaves
from northline.delivery.rules import day_of
from northline.delivery.workflow import Category, State, state_of_item, workflow_of
from northline.engine.forecast import cycle_times
from northline.tracking.boards import rules
from northline.tracking.boards.models import Transition

_COLUMNS = (
    "id", "key", "title", "version", "state", "owner_id", "percent_complete", "actual_start", "actual_finish",
    "duration_minutes", "created_at",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Item:
    """A task or milestone as its progress and its steps tell of it."""

    row: dict[str, Any]
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


def items_of(project: Project) -> list[Item]:
    """The tasks and milestones of a project that is already allowed, in their states. Two queries."""
    live = leaves().filter(project=project, archived_at=None, active=True)
    rows = list(live.order_by("position", "pk").values(*_COLUMNS))
    moves: dict[UUID, list[Transition]] = defaultdict(list)
    for move in Transition.objects.filter(project=project).order_by("pk"):
        moves[move.item_id].append(move)
    workflow = workflow_of(project.workflow)
    return [_item(row, state_of_item(workflow, row), moves[row["id"]]) for row in rows]


def _item(row: dict[str, Any], state: State, moves: Sequence[Transition]) -> Item:
    last = moves[-1] if moves else None
    since = last.at if last and last.state == state.id else _told(row, state.category)
    return Item(row, state, list(_steps(row, moves)), since)


def _steps(row: dict[str, Any], moves: Sequence[Transition]) -> Iterator[rules.Step]:
    for move in moves:
        category: Category = move.category  # type: ignore[assignment]
        yield rules.Step(timezone.localdate(move.at), move.state, category)


def _told(row: dict[str, Any], category: Category) -> datetime:
    """Since when it stands there by its own dates."""
    said = {"to_do": None, "doing": row["actual_start"], "done": row["actual_finish"]}[category]
    made: datetime = row["created_at"]
    return timezone.make_aware(datetime.fromisoformat(said)) if said else made


def board_of(project: Project, scope: Scope) -> dict[str, Any]:
    """The board of a project that is already allowed."""
    items, today = items_of(project), timezone.localdate()
    done = [item for item in items if item.finished]
    spans = [(item.started or item.finished, item.finished) for item in done]
    usual = rules.usual((item.steps for item in done if item.steps), cycle_times(spans))  # type: ignore[arg-type]
    rights = scope.rights_at(project.place())
    return {
        "project_id": project.pk,
        "version": project.version,
        "columns": [_column(state, items, usual) for state in workflow_of(project.workflow)],
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
    names = ("id", "key", "title", "version", "owner_id", "percent_complete")
    days = max(0, (today - timezone.localdate(item.since)).days)
    is_open = item.state.category == "doing"
    age = (today - item.started).days + 1 if is_open and item.started else None
    return {name: item.row[name] for name in names} | {
        "state": item.state.id,
        "since": item.since,
        "days": days,
        "age": age,
        "is_old": is_open and rules.is_old(usual, state=item.state.id, in_state=days, age=age),
    }
