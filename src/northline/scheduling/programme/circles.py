"""Refuse that items of several projects wait for each other in a circle, whoever closes it, from whichever side."""

from __future__ import annotations

from uuid import UUID

from northline import engine
from northline.core.changes import hold
from northline.core.refusal import Refusal
from northline.core.scope import Place, Scope
from northline.engine.compiled import compile_plan
from northline.scheduling.plan import Plan, Values, load_many
from northline.scheduling.programme.combining import combined
from northline.scheduling.programme.groups import Pair, knot
from northline.scheduling.programme.models import CrossLink
from northline.scheduling.programme.naming import SOMETHING

LOCK = "programme"


def pairs_in(workspace_id: UUID) -> list[Pair]:
    """Which project of the workspace waits for which. One query."""
    rows = CrossLink.objects.filter(
        workspace_id=workspace_id, before__archived_at=None, after__archived_at=None
    )
    return list(rows.order_by().values_list("before__project_id", "after__project_id").distinct())


def refuse_circle(plan: Plan, by: Scope) -> None:
    """Raise Refusal `cross_link.makes_circle` where items of this plan, as it is about to be, wait for themselves by way
    of other projects.

    Whoever may close one takes the same lock first and holds it until the end, so that of two who would close one
    together the second sees what the first did. No other project is locked after it.
    """
    project_id, workspace_id = plan.project["id"], plan.project["workspace_id"]
    if not _may_lead_back(plan):
        return
    hold(workspace_id, LOCK)
    others = knot(pairs_in(workspace_id), project_id) - {project_id}
    if not others:
        return
    plans = [plan, *load_many(others).values()]
    made = combined(plans)
    try:
        compile_plan(made.project)
    except engine.Cycle as error:
        raise _circle(error, made.items, plans, by) from error


def _may_lead_back(plan: Plan) -> bool:
    """Does the plan wait for others, and others for it?"""
    waits = {row["after_id"] in plan.items for row in plan.crossing}
    return len(waits) > 1


def _circle(
    error: engine.Cycle, items: dict[str, tuple[UUID, Values]], plans: list[Plan], by: Scope
) -> Refusal:
    places = {plan.project["id"]: Place(plan.project["product_id"], plan.project["id"]) for plan in plans}
    path = [key if key in items and by.may("read", places[items[key][0]]) else SOMETHING for key in error.ids]
    if path and error.ids[0] != error.ids[-1]:
        path.append(path[0])
    said = f"These would wait for each other in a circle, across projects: {' → '.join(path)}. "
    return Refusal("cross_link.makes_circle", f"{said}Remove one of these links first.", path=path)
