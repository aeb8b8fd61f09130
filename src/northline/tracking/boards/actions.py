"""The verb of boards: draw a project's workflow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from northline.core.scope import Scope
from northline.delivery.actions import revise_project
from northline.delivery.models import Project
from northline.delivery.workflow import drawn, stored


def draw_workflow(
    project: Project, *, states: Sequence[Mapping[str, Any]], expected: int, by: Scope
) -> Project:
    """Give the project these states, in this order. What stood in one that is gone stands in the first of its category.

    Raises Refusal `workflow.not_whole`.
    """
    return revise_project(project, expected=expected, fields={"workflow": stored(drawn(states))}, by=by)
