"""Reading links between projects."""

from __future__ import annotations

from typing import Any

from northline.core.scope import Scope
from northline.scheduling.plan import CROSSING, Plan
from northline.scheduling.programme.models import CrossLink
from northline.scheduling.programme.naming import End, shown_crossing


def crossings_of(plan: Plan, scope: Scope) -> list[dict[str, Any]]:
    """The links of a plan with others, each as the item of this plan shows it."""
    return [shown_crossing(row, scope, mine=_mine(plan, row)) for row in plan.crossing]


def shown_link(row: CrossLink, scope: Scope) -> dict[str, Any]:
    """A link as the item that waits shows it."""
    values = CrossLink.objects.filter(pk=row.pk).values(*CROSSING).get()
    return shown_crossing(values, scope, mine="after")


def _mine(plan: Plan, row: dict[str, Any]) -> End:
    return "before" if row["before_id"] in plan.items else "after"
