"""The verb of boards: draw a project's workflow."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from northline.core.refusal import Refusal
from northline.core.scope import Scope
from northline.delivery.actions import revise_project
from northline.delivery.models import Project
from northline.delivery.workflow import MOST_STATES, State, is_whole, stored


def draw_workflow(
    project: Project, *, states: Sequence[Mapping[str, Any]], expected: int, by: Scope
) -> Project:
    """Give the project these states, in this order. What stood in one that is gone stands in the first of its category.

    Raises Refusal `workflow.not_whole`.
    """
    taken = {state["id"] for state in states if state["id"]}
    workflow = tuple(
        State(state["id"] or _id_of(state["name"], taken), state["name"], state["category"], state["limit"])
        for state in states
    )
    if not is_whole(workflow):
        raise Refusal(
            "workflow.not_whole",
            f"A workflow has up to {MOST_STATES} states, each with a name of its own: first what is to do, then what is"
            " in progress, then what is done, and at least one of each. Nothing was changed.",
        )
    return revise_project(project, expected=expected, fields={"workflow": stored(workflow)}, by=by)


def _id_of(name: str, taken: set[str]) -> str:
    """An id that the name suggests, taken from now on."""
    base = re.sub(r"[^a-z0-9]+", "_", name.casefold()).strip("_")[:30] or "state"
    found, number = base, 2
    while found in taken:
        found, number = f"{base}_{number}", number + 1
    taken.add(found)
    return found
