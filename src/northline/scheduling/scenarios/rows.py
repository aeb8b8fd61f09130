"""What joins the items of a plan, links and assignments, as a scenario keeps it: whole rows, there or not there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from northline.scheduling.editor import Editor
from northline.scheduling.plan import Plan, Values
from northline.scheduling.storing import assignment_from, link_from


@dataclass(frozen=True, slots=True)
class Part:
    """`ends` name the items that a row joins, `once` the columns that no two rows share."""

    name: str
    rows: Callable[[Plan], dict[UUID, Values]]
    touched: Callable[[Editor], dict[UUID, Values | None]]
    read: Callable[[dict[str, Any]], Values]
    ends: tuple[str, ...]
    once: tuple[str, ...]
    verbs: tuple[str, str, str]

    def ends_of(self, row: Values) -> list[UUID]:
        return [row[end] if isinstance(row[end], UUID) else UUID(row[end]) for end in self.ends]

    def is_twice(self, plan: Plan, row: Values) -> bool:
        """Does another row of the plan say the same?"""
        return any(
            other["id"] != row["id"] and all(other[name] == row[name] for name in self.once)
            for other in self.rows(plan).values()
        )


LINKS = Part(
    name="links",
    rows=lambda plan: plan.links,
    touched=lambda editor: editor.was_links,
    read=link_from,
    ends=("before_id", "after_id"),
    once=("before_id", "after_id", "kind"),
    verbs=("linked", "unlinked", "relinked"),
)
ASSIGNMENTS = Part(
    name="assignments",
    rows=lambda plan: plan.assignments,
    touched=lambda editor: editor.was_assignments,
    read=assignment_from,
    ends=("item_id",),
    once=("item_id", "resource_id"),
    verbs=("assigned", "unassigned", "reassigned"),
)
PARTS = (LINKS, ASSIGNMENTS)
