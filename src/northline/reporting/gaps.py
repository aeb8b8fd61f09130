"""Where the line is broken: work with no why, objectives with no work, promises with no evidence."""

from __future__ import annotations

from collections.abc import Callable, Collection, Set
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, Manager, OuterRef, Q, QuerySet

from northline.core.doors import visible
from northline.core.ids import as_text
from northline.core.models import Editable, Link
from northline.core.schemas import ref_of
from northline.core.scope import Scope
from northline.delivery.models import Project
from northline.reporting.graph import Ties
from northline.reporting.throughline import ties_of
from northline.research.models import Idea, Insight, Opportunity
from northline.roadmap.models import Initiative
from northline.strategy.models import Objective

PROMISED = frozenset({"committed", "in_progress"})
# Of each rule's gaps so many are told one by one.
MOST_TOLD = 200


@dataclass(frozen=True, slots=True)
class Rule:
    """A gap: objects of one model that are not among those which are `fine`, by their ids as text; with `promises`
    only what is promised."""

    name: str
    model: type[Editable]
    fine: Callable[[Ties], Set[str]]
    promises: bool = False


RULES = (
    Rule("project_without_why", Project, Ties.with_why),
    Rule("initiative_without_why", Initiative, Ties.with_why),
    Rule(
        "idea_without_opportunity",
        Idea,
        lambda ties: ties.above["opportunity"] | ties.below["opportunity"],
    ),
    Rule("objective_without_work", Objective, lambda ties: ties.below["initiative"]),
    Rule("promise_without_evidence", Initiative, Ties.with_evidence, promises=True),
    Rule("promise_without_plan", Initiative, lambda ties: ties.below["project"], promises=True),
    Rule("opportunity_without_evidence", Opportunity, Ties.with_evidence),
)


def gaps(scope: Scope, *, product_id: UUID | None) -> list[dict[str, Any]]:
    """The broken rules and what breaks them, the gravest first; one query a kind and
    one a rule, six for the line, two for the insights, which are too many to be walked."""
    ties = ties_of(scope)
    rows: dict[type[Editable], list[str]] = {}
    promised: set[str] = set()
    for model in dict.fromkeys(rule.model for rule in RULES):
        read = _rows(scope, model, product_id)
        if model is Initiative:
            told = list(read.values_list(as_text("pk"), "status"))
            promised = {own for own, status in told if status in PROMISED}
            rows[model] = [own for own, _ in told]
        else:
            rows[model] = list(read.values_list(as_text("pk"), flat=True))
    found = []
    for rule in RULES:
        checked, fine = rows[rule.model], rule.fine(ties)
        broken = [own for own in checked if own not in fine and (not rule.promises or own in promised)]
        found.append(_told(rule.name, rule.model, len(checked), len(broken), broken[:MOST_TOLD]))
    return [*found, _insights_that_lead_nowhere(scope, product_id)]


def _insights_that_lead_nowhere(scope: Scope, product_id: UUID | None) -> dict[str, Any]:
    rows = _rows(scope, Insight, product_id)
    led = Exists(Link.objects.filter(workspace_id=scope.workspace_id, source_id=OuterRef("pk")))
    # All that lead anywhere at once: to look each of them up takes PostgreSQL three times as long.
    leading = Link.objects.filter(workspace_id=scope.workspace_id, source_kind=Insight.KIND).values(
        "source_id"
    )
    counted = rows.order_by().aggregate(checked=Count("pk"), loose=Count("pk", filter=~Q(pk__in=leading)))
    # Only which they are: the newest are found by an index that holds no more.
    newest = list(rows.filter(~led).values_list(as_text("pk"), flat=True)[:MOST_TOLD])
    return _told("insight_leads_nowhere", Insight, counted["checked"], counted["loose"], newest)


def _told(
    rule: str, model: type[Editable], checked: int, total: int, broken: Collection[str]
) -> dict[str, Any]:
    """What a rule found, with the objects named that break it, in their order. One query."""
    named = model._default_manager.filter(pk__in=broken).values_list(as_text("pk"), "key", "title")
    known = {own: {"id": UUID(own), "key": key, "title": title} for own, key, title in named}
    items = [ref_of(model.KIND, known[own]) for own in broken]
    return {"rule": rule, "checked": checked, "total": total, "items": items}


def _rows(scope: Scope, model: type[Editable], product_id: UUID | None) -> QuerySet[Any]:
    project = "pk" if model is Project else None
    manager: Manager[Any] = model._default_manager
    rows: QuerySet[Any] = visible(
        scope, manager.filter(archived_at=None), product="product_id", project=project
    )
    return (rows.filter(product_id=product_id) if product_id else rows).order_by("-created_at")
