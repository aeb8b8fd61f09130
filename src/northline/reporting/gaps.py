"""Where the line is broken: work with no why, objectives with no work, promises with no evidence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Manager, QuerySet

from northline.core.doors import visible
from northline.core.models import Editable
from northline.core.scope import Scope
from northline.delivery.models import Project
from northline.reporting.graph import Line, Node
from northline.reporting.throughline import line_of
from northline.research.models import Idea, Insight, Opportunity
from northline.roadmap.models import Initiative
from northline.strategy.models import Objective

PROMISED = frozenset({"committed", "in_progress"})


@dataclass(frozen=True, slots=True)
class Rule:
    """A gap: objects of one model for which `broken` holds."""

    name: str
    model: type[Editable]
    broken: Callable[[Any, Node, Line], bool]


def _neighbours(line: Line, node: Node) -> set[str]:
    kinds_above = {step.reason[0] for step in line.up.get(node, ())}
    return kinds_above | {step.consequence[0] for step in line.down.get(node, ())}


RULES = (
    Rule("project_without_why", Project, lambda _, node, line: not line.up.get(node)),
    Rule("initiative_without_why", Initiative, lambda _, node, line: not line.up.get(node)),
    Rule(
        "idea_without_opportunity", Idea, lambda _, node, line: "opportunity" not in _neighbours(line, node)
    ),
    Rule(
        "objective_without_work",
        Objective,
        lambda _, node, line: "initiative" not in {step.consequence[0] for step in line.down.get(node, ())},
    ),
    Rule(
        "promise_without_evidence",
        Initiative,
        lambda row, node, line: row.status in PROMISED and not line.reaches_up(node, "insight"),
    ),
    Rule(
        "promise_without_plan",
        Initiative,
        lambda row, node, line: (
            row.status in PROMISED
            and "project" not in {step.consequence[0] for step in line.down.get(node, ())}
        ),
    ),
    Rule(
        "opportunity_without_evidence",
        Opportunity,
        lambda _, node, line: (
            not any(found[0] == "insight" for found in line.why(node)[0] | line.how(node)[0])
        ),
    ),
    Rule("insight_leads_nowhere", Insight, lambda _, node, line: not line.down.get(node)),
)


def gaps(scope: Scope, *, product_id: UUID | None) -> list[dict[str, Any]]:
    """The broken rules and what breaks them, the gravest first; one query a kind and three for the line."""
    line = line_of(scope)
    rows: dict[type[Editable], list[Any]] = {}
    for rule in RULES:
        if rule.model not in rows:
            rows[rule.model] = list(_rows(scope, rule.model, product_id))
    found = []
    for rule in RULES:
        broken = [row for row in rows[rule.model] if rule.broken(row, (row.KIND, row.pk), line)]
        items = [{"kind": row.KIND, "id": row.pk, "key": row.key, "title": row.title} for row in broken]
        found.append({"rule": rule.name, "checked": len(rows[rule.model]), "items": items})
    return found


def _rows(scope: Scope, model: type[Editable], product_id: UUID | None) -> Any:
    project = "pk" if model is Project else None
    manager: Manager[Any] = model._default_manager
    rows: QuerySet[Any] = visible(
        scope, manager.filter(archived_at=None), product="product_id", project=project
    )
    return (rows.filter(product_id=product_id) if product_id else rows).order_by("-created_at")
