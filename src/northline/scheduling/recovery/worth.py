"""What the scope of a plan is worth to the product: the scores of the initiatives that it realises, by shares of the work."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Literal
from uuid import UUID

from northline import engine
from northline.core.models import Link
from northline.core.schemas import ref
from northline.roadmap.models import Initiative
from northline.scheduling.plan import Plan, Values
from northline.strategy.scoring.models import Scorecard
from northline.strategy.scoring.queries import ranking_of

# What a plan is worth whose initiatives nobody has scored: its parts are then percents of it.
WHOLE = 100.0


@dataclass(frozen=True, slots=True)
class Worth:
    """`values` of the tasks that may be cut, by key, out of `total`; `minutes` of work of all tasks without parts."""

    unit: Literal["score", "scope"]
    total: float
    values: Mapping[str, float]
    minutes: Mapping[str, float]
    initiatives: list[Values]


def worth_of(plan: Plan, project: engine.Project, *, kept_out: Collection[UUID]) -> Worth:
    """The worth of each task of a plan, less those that must not be cut. Eleven queries for a product."""
    project_id = plan.project["id"]
    told = realised_by(plan.project["workspace_id"], [project_id])[project_id]
    total = value_of(told)
    minutes = minutes_of(project)
    whole = sum(minutes.values())
    kept = {plan.items[under]["key"] for one in kept_out if plan.alive(one) for under in plan.below(one)}
    values = {
        key: (total or WHOLE) * spent / whole for key, spent in minutes.items() if spent and key not in kept
    }
    return Worth("score" if total else "scope", total or WHOLE, values, minutes, told)


def minutes_of(project: engine.Project) -> dict[str, float]:
    """The work of every task without parts, in minutes of people; of one person where nobody is on it."""
    parents = {task.parent for task in project.tasks}
    workers = {one.id for one in project.resources if one.kind is engine.ResourceKind.WORK}
    units: dict[str, float] = defaultdict(float)
    for one in project.assignments:
        if one.resource in workers:
            units[one.task] += one.units
    return {
        task.id: task.duration * (units[task.id] or 1.0)
        for task in project.tasks
        if task.id not in parents and task.active
    }


def realised_by(workspace_id: UUID, projects: Collection[UUID]) -> dict[UUID, list[Values]]:
    """By project the initiatives that it realises, with the part of their scores that falls to it: of several projects
    each gets the same."""
    links = Link.objects.filter(workspace_id=workspace_id, type="realises")
    wanted = links.filter(source_id__in=projects).values("target_id")
    pairs = list(links.filter(target_id__in=wanted).values_list("source_id", "target_id"))
    rows = list(
        Initiative.objects.filter(
            workspace_id=workspace_id, pk__in={target for _, target in pairs}, archived_at=None
        )
    )
    realising, sharing = set(pairs), Counter(target for _, target in pairs)
    scores = _scores({row.product_id for row in rows})
    return {
        project: [
            {"initiative": _plain(ref(row)), "score": score, "share": score and score / sharing[row.pk]}
            for row in rows
            if (project, row.pk) in realising
            for score in [scores.get(row.pk)]
        ]
        for project in projects
    }


def value_of(realised: Collection[Values]) -> float | None:
    """What a project is worth by the initiatives that it realises; None where nobody has scored them."""
    return sum(one["share"] for one in realised if one["share"] is not None) or None


def _scores(products: Collection[UUID]) -> dict[UUID, float]:
    """The score of each initiative by the newest scorecard of its product that scores any of them above nothing."""
    found: dict[UUID, float] = {}
    cards = Scorecard.objects.filter(product_id__in=products, about="initiative", archived_at=None)
    done: set[UUID] = set()
    for card in cards.order_by("-created_at"):
        if card.product_id in done:
            continue
        # One that is still being scored says nothing yet.
        if scores := {one.row.pk: one.score for one in ranking_of(card).rows if one.score and one.score > 0}:
            found |= scores
            done.add(card.product_id)
    return found


def _plain(named: dict[str, Any]) -> dict[str, Any]:
    return named | {"id": str(named["id"])}
