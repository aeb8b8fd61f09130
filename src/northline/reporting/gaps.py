"""Where the line is broken: work with no why, objectives with no work, promises with no evidence."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, Manager, OuterRef, QuerySet

from northline.core.doors import visible
from northline.core.models import Editable, Link
from northline.core.schemas import ref
from northline.core.scope import Scope
from northline.delivery.models import Project
from northline.reporting.graph import Line, Node
from northline.reporting.throughline import as_text, work_line
from northline.research.models import Idea, Insight, Opportunity
from northline.roadmap.models import Initiative
from northline.strategy.models import Objective

PROMISED = frozenset({"committed", "in_progress"})
# Of each rule's gaps so many are told one by one.
MOST_TOLD = 200


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
        lambda row, node, line: row.status in PROMISED and not line.has_evidence(node),
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
        lambda _, node, line: not line.has_evidence(node),
    ),
)


def gaps(scope: Scope, *, product_id: UUID | None) -> list[dict[str, Any]]:
    """The broken rules and what breaks them, the gravest first; one query a kind and
    one a rule, six for the line, two for the insights, which are too many to be walked."""
    line = work_line(scope)
    rows: dict[type[Editable], list[Any]] = {}
    for rule in RULES:
        if rule.model not in rows:
            names = ("text", *(["status"] if rule.model is Initiative else []))
            read = _rows(scope, rule.model, product_id).annotate(text=as_text("pk"))
            rows[rule.model] = list(read.values_list(*names, named=True))
    found = []
    for rule in RULES:
        kind, checked = rule.model.KIND, rows[rule.model]
        broken = [row.text for row in checked if rule.broken(row, (kind, row.text), line)]
        named = _named(rule.model, list(map(UUID, broken[:MOST_TOLD])))
        found.append(_told(rule.name, len(checked), len(broken), named))
    return [*found, _insights_that_lead_nowhere(scope, product_id)]


def _named(model: type[Editable], ids: list[UUID]) -> list[Any]:
    rows = model._default_manager.only("workspace_id", "key", "title").in_bulk(ids)
    return [rows[pk] for pk in ids]


def _insights_that_lead_nowhere(scope: Scope, product_id: UUID | None) -> dict[str, Any]:
    rows = _rows(scope, Insight, product_id)
    led = Exists(Link.objects.filter(workspace_id=scope.workspace_id, source_id=OuterRef("pk")))
    counted = rows.order_by().aggregate(checked=Count("pk"), loose=Count("pk", filter=~led))
    told = rows.filter(~led).only("workspace_id", "key", "title")[:MOST_TOLD]
    return _told("insight_leads_nowhere", counted["checked"], counted["loose"], told)


def _told(rule: str, checked: int, total: int, rows: Iterable[Any]) -> dict[str, Any]:
    items = [ref(row) for row in rows]
    return {"rule": rule, "checked": checked, "total": total, "items": items}


def _rows(scope: Scope, model: type[Editable], product_id: UUID | None) -> QuerySet[Any]:
    project = "pk" if model is Project else None
    manager: Manager[Any] = model._default_manager
    rows: QuerySet[Any] = visible(
        scope, manager.filter(archived_at=None), product="product_id", project=project
    )
    return (rows.filter(product_id=product_id) if product_id else rows).order_by("-created_at")
