"""Reading discovery, in a known number of queries."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Q, QuerySet

from northline.core import links
from northline.core.models import Link
from northline.core.scope import Scope
from northline.products.models import Product
from northline.research.discovery.access import OUTCOMES
from northline.research.discovery.models import Assumption, Branch, Dismissal, Experiment
from northline.research.discovery.rules import risks
from northline.research.discovery.rules.warnings import Warning, warnings_of
from northline.research.models import Idea, Insight, OfProduct, Opportunity

R = TypeVar("R", bound=OfProduct)

# Links by which an insight speaks for or against an assumption.
FOR, AGAINST = "supports", "contradicts"


def experiments() -> QuerySet[Experiment]:
    """Experiments with all that is shown of each."""
    return Experiment.objects.select_related("assumption__idea", "assumption__owner", "owner", "weighing__by")


@dataclass(frozen=True, slots=True)
class Heard:
    """An insight that speaks for or against an assumption, and the link that says so."""

    link_id: UUID
    side: str
    insight: Insight


@dataclass(slots=True)
class RiskRead:
    """One risk of an idea: what is assumed, what was heard, what was and is tested."""

    risk: str
    assumption: Assumption | None
    heard: list[Heard] = field(default_factory=list)
    experiments: list[Experiment] = field(default_factory=list)


def risks_of(idea: Idea) -> list[RiskRead]:
    """The four risks of an idea, in their order. Four queries."""
    rows = Assumption.objects.filter(idea=idea, archived_at=None).select_related("owner", "idea")
    by_risk = {row.risk: row for row in rows}
    read = {row.pk: RiskRead(row.risk, row) for row in by_risk.values()}
    for assumption_id, heard in _heard(idea.workspace_id, list(read)):
        read[assumption_id].heard.append(heard)
    tested = experiments().filter(assumption__in=list(read), archived_at=None).order_by("created_at", "pk")
    for one in tested:
        read[one.assumption_id].experiments.append(one)
    return [read[by_risk[risk].pk] if risk in by_risk else RiskRead(risk, None) for risk in risks.RISKS]


def _heard(workspace_id: UUID, ids: list[UUID]) -> list[tuple[UUID, Heard]]:
    said = Link.objects.filter(
        workspace_id=workspace_id, type__in=(FOR, AGAINST), source_kind="insight", target_id__in=ids
    ).order_by("created_at", "pk")
    rows = list(said)
    insights = Insight.objects.filter(pk__in=[row.source_id for row in rows], archived_at=None).in_bulk()
    return [
        (row.target_id, Heard(row.pk, row.type, insights[row.source_id]))
        for row in rows
        if row.source_id in insights
    ]


@dataclass(frozen=True, slots=True)
class Untested:
    """A risk of an idea that is not settled, and how much is at stake; without an assumption nobody said anything."""

    idea: Idea
    risk: str
    assumption: Assumption | None
    exposure: int
    running: Experiment | None


def riskiest_first(product: Product, *, limit: int) -> list[Untested]:
    """What to test next: the risks of ideas that are explored or chosen, the most exposed first. Three queries.

    Of ideas that are only noted, a risk counts once somebody wrote it down.
    """
    rows = Idea.objects.filter(product=product, archived_at=None).exclude(status="dropped")
    ideas = {row.pk: row for row in rows.defer("body", "words", "custom")}
    held = Assumption.objects.filter(product=product, archived_at=None).select_related("owner")
    assumed = {(row.idea_id, row.risk): row for row in held}
    for row in assumed.values():
        if row.idea_id in ideas:
            row.idea = ideas[row.idea_id]
    busy = Experiment.objects.filter(product=product, archived_at=None, state__in=("planned", "running"))
    running = {one.assumption_id: one for one in busy.order_by("state")}
    found = [
        _untested(idea, risk, assumed.get((idea.pk, risk)), running)
        for idea in ideas.values()
        for risk in risks.RISKS
        if idea.status != "new" or (idea.pk, risk) in assumed
    ]
    order = {risk: number for number, risk in enumerate(risks.RISKS)}
    found.sort(
        key=lambda one: (-one.exposure, one.idea.status != "chosen", one.idea.created_at, order[one.risk])
    )
    return found[:limit]


def _untested(idea: Idea, risk: str, row: Assumption | None, running: dict[UUID, Experiment]) -> Untested:
    importance = row.importance if row else risks.DEFAULT_IMPORTANCE
    at_stake = risks.exposure(row.confidence if row else None, importance=importance)
    return Untested(idea, risk, row, at_stake, running.get(row.pk) if row else None)


@dataclass(frozen=True, slots=True)
class Tree:
    """The tree of a product: its rows, and what hangs on what as (link, lower, upper)."""

    outcomes: list[dict[str, Any]]
    opportunities: list[Opportunity]
    ideas: list[Idea]
    experiments: list[Experiment]
    assumptions: list[Assumption]
    branches: dict[UUID, Branch]
    serving: list[Link]
    addressing: list[Link]
    warnings: list[Warning[UUID]]
    dismissals: dict[tuple[str, UUID], Dismissal]


def tree_of(scope: Scope, product: Product) -> Tree:
    """Everything of a product that is not archived and stands in its tree. Ten queries at most."""
    needs = list(_drawn(Opportunity.objects.filter(product=product, archived_at=None), "parent_id"))
    ideas = list(_drawn(Idea.objects.filter(product=product, archived_at=None), "status"))
    upper = {row.pk for row in needs}
    joined = _links_up(scope, product)
    serving = [row for row in joined if row.type == "serves" and row.source_id in upper]
    addressing = [row for row in joined if row.type == "addresses" and row.target_id in upper]
    branches = Branch.objects.filter(opportunity__product=product, opportunity__archived_at=None)
    marks = {row.opportunity_id: row for row in branches}
    outcomes = _outcomes(scope, serving)
    known = {one["id"] for one in outcomes}
    return Tree(
        outcomes=outcomes,
        opportunities=needs,
        ideas=ideas,
        experiments=list(
            _drawn(
                Experiment.objects.filter(product=product, archived_at=None),
                *("assumption_id", "state", "measured", "comparison", "threshold"),
            )
        ),
        assumptions=list(
            Assumption.objects.filter(product=product, archived_at=None).only(
                "idea_id", "risk", "confidence", "importance"
            )
        ),
        branches=marks,
        serving=[row for row in serving if row.target_id in known],
        addressing=addressing,
        warnings=_warnings(needs, ideas, marks, addressing),
        dismissals={(row.warning, row.object_id): row for row in Dismissal.objects.filter(product=product)},
    )


def _drawn(rows: QuerySet[R], *columns: str) -> QuerySet[R]:
    """The rows with what a card shows of them, without their words."""
    return rows.only("workspace_id", "key", "title", "version", *columns).order_by("created_at", "pk")


def _links_up(scope: Scope, product: Product) -> list[Link]:
    needs = Opportunity.objects.filter(product=product, archived_at=None).values("pk")
    ideas = Idea.objects.filter(product=product, archived_at=None).values("pk")
    rows = Link.objects.filter(workspace_id=scope.workspace_id, type__in=("serves", "addresses"))
    joined = rows.filter(Q(source_id__in=needs) | Q(source_id__in=ideas))
    return list(joined.only("type", "source_id", "target_kind", "target_id").order_by("created_at", "pk"))


def _outcomes(scope: Scope, serving: list[Link]) -> list[dict[str, Any]]:
    found = []
    for kind in OUTCOMES:
        ids = {row.target_id for row in serving if row.target_kind == kind}
        found += [one for one in links.named_rows(scope, kind, ids) if not one["archived"]]
    return sorted(found, key=lambda one: (one["kind"], one["key"]))


def _warnings(
    needs: list[Opportunity], ideas: list[Idea], marks: dict[UUID, Branch], addressing: list[Link]
) -> list[Warning[UUID]]:
    open_ideas = {row.pk: row.title for row in ideas if row.status != "dropped"}
    return warnings_of(
        {row.pk: row.title for row in needs},
        open_ideas,
        targets=[row.pk for row in needs if row.pk in marks and marks[row.pk].is_target],
        addressed=[(row.source_id, row.target_id) for row in addressing],
    )
