"""What a product's roadmap is checked with: seven queries whatever its size, and those of the plans."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.utils import timezone

from northline.core.scope import Scope
from northline.products.models import Product
from northline.roadmap import outlook
from northline.roadmap.models import RoadmapPolicy
from northline.roadmap.outlook import Outlook
from northline.roadmap.queries.goals import aims_of
from northline.roadmap.queries.items import dependencies_of
from northline.roadmap.queries.plain import PlainInitiative, plain_initiatives_of
from northline.roadmap.rules import lint


def policy_of(product_id: UUID) -> RoadmapPolicy:
    """What the product's roadmap is expected to keep to. The caller has opened the product."""
    return RoadmapPolicy.objects.get(product_id=product_id)


def findings_of(product: Product, scope: Scope) -> list[lint.Finding]:
    """What is wrong with the roadmap of a product that is already allowed."""
    rows = plain_initiatives_of(product.pk)
    ids = [row.pk for row in rows]
    aims, plans = aims_of(product.workspace_id, ids), outlook.outlooks(scope, ids)
    containers = {row.parent_id for row in rows}
    items = [_item(row, aims, plans.get(row.pk), row.pk in containers) for row in rows]
    edges = [(str(link.before_id), str(link.after_id)) for link in dependencies_of(product.pk)]
    policy = _policy(policy_of(product.pk))
    return lint.findings(items, dependencies=edges, policy=policy, today=timezone.localdate())


def _policy(row: RoadmapPolicy) -> lint.Policy:
    return lint.Policy({"now": row.now_weeks, "next": row.next_weeks}, row.stale_days)


def _item(
    row: PlainInitiative, aims: tuple[set[UUID], set[UUID]], plan: Outlook | None, is_container: bool
) -> lint.Item:
    with_goal, with_metric = aims
    p85: date | None = plan.p85 if plan else None
    return lint.Item(
        id=str(row.pk),
        key=row.key,
        title=row.title,
        status=row.status,
        horizon=row.horizon,
        start=row.window_start,
        finish=row.window_finish,
        precision=row.window_precision,
        parked=row.parked,
        has_goal=bool(row.goal) or row.pk in with_goal,
        has_metric=bool(row.metrics) or row.pk in with_metric,
        owned=row.owner_id is not None,
        # The parts of a container bring the effort themselves.
        effort_weeks=0 if is_container else row.effort_weeks or 0,
        touched=timezone.localdate(row.updated_at),
        planned=plan is not None or is_container,
        p85=p85,
        position=row.position,
    )
