"""The doors to scenarios."""

from __future__ import annotations

from uuid import UUID

from northline.core.doors import opened
from northline.core.refusal import Conflict
from northline.core.scope import Right, Scope
from northline.scheduling.models import Scenario


def scenario(scope: Scope, scenario_id: UUID, *, right: Right = "read") -> Scenario:
    row: Scenario = opened(scope, Scenario.objects.all(), scenario_id, right=right)
    return row


def locked_scenario(scope: Scope, scenario_id: UUID, *, right: Right) -> Scenario:
    """The scenario, held until the transaction ends: edits of one come one after the other.

    Its project must be locked before it, where both are.
    """
    rows = Scenario.objects.select_for_update(of=("self",))
    row: Scenario = opened(scope, rows, scenario_id, right=right)
    return row


def refuse_closed(row: Scenario) -> None:
    """Raise Conflict `scenario.closed` where nothing can be changed any more."""
    if row.archived_at is not None:
        raise Conflict(
            "scenario.closed", f"{row.key} was thrown away. Take it up again before you change it."
        )
    if row.state == Scenario.State.MERGED:
        raise Conflict("scenario.closed", f"{row.key} was merged into the plan. Open another scenario.")
