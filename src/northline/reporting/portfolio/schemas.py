"""What the portfolio's answers look like."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal
from uuid import UUID

from northline.core.schemas import Out
from northline.core.scope import Place, Scope
from northline.reporting.overseeing.rules import Reason, State
from northline.reporting.portfolio.queries import Item, Load, Portfolio
from northline.reporting.portfolio.rules import Rollup
from northline.roadmap.models import Initiative
from northline.roadmap.rules.colouring import quarter
from northline.roadmap.schemas.items import Horizon, Status, WindowOut, rights_at, show_window

By = Literal["product", "theme", "goal"]


class PortfolioItem(Out):
    """What a portfolio shows of an initiative; `chance`, 0 to 1, of its last day by its plan."""

    id: UUID
    kind: Literal["initiative"]
    key: str
    title: str
    version: int
    can: dict[str, bool]
    product_id: UUID
    theme_id: UUID | None
    parent_id: UUID | None
    status: Status
    horizon: Horizon | None
    window: WindowOut | None
    parked: bool
    effort_weeks: float | None
    health: State
    health_reason: Reason
    chance: float | None
    p50: date | None
    p85: date | None


class PortfolioRollup(Out):
    """`effort_weeks` in person-weeks; `confidence`, 0 to 1, the mean chance of the `sure` ones, weighed by effort."""

    initiatives: int
    effort_weeks: float
    unestimated: int
    on_track: int
    at_risk: int
    off_track: int
    unknown: int
    confidence: float | None
    sure: int
    start: date | None
    finish: date | None


class PortfolioMember(Out):
    id: UUID
    product_id: UUID


class PortfolioLane(Out):
    """`members` are what it stands for: a product, an objective, or the themes of that title. The one without a title
    holds what belongs to none."""

    title: str
    kind: str
    colour: str
    members: list[PortfolioMember]
    initiatives: list[UUID]
    rollup: PortfolioRollup


class PortfolioLoad(Out):
    """Person-weeks in a quarter; `product_id` null for all products together."""

    product_id: UUID | None
    period: str
    start: date
    finish: date
    needed_weeks: float
    capacity_weeks: float
    people: int


class PortfolioMilestone(Out):
    id: UUID
    key: str
    title: str
    day: date
    product_id: UUID


class PortfolioOut(Out):
    by: By
    items: list[PortfolioItem]
    lanes: list[PortfolioLane]
    total: PortfolioRollup
    loads: list[PortfolioLoad]
    milestones: list[PortfolioMilestone]


def show_portfolio(by: By, found: Portfolio, scope: Scope) -> dict[str, Any]:
    # Rights are held at products, of which there are few.
    products = {item.row.product_id for item in found.items}
    can = {key: rights_at(Place(product_id=key), scope) for key in products}
    return {
        "by": by,
        "items": [_item(item, can[item.row.product_id]) for item in found.items],
        "lanes": [
            {
                "title": lane.title,
                "kind": lane.kind,
                "colour": lane.colour,
                "members": [{"id": key, "product_id": product} for key, product in lane.members],
                "initiatives": [found.items[at].row.id for at in lane.initiatives],
                "rollup": _rollup(rollup),
            }
            for lane, rollup in found.lanes
        ],
        "total": _rollup(found.total),
        "loads": [_load(load) for load in found.loads],
        "milestones": [
            {"id": row.pk, "key": row.key, "title": row.title, "day": row.day, "product_id": row.product_id}
            for row in found.milestones
        ],
    }


def _item(item: Item, can: dict[str, bool]) -> dict[str, Any]:
    row, plan = item.row, item.outlook
    return {
        "id": row.id,
        "kind": Initiative.KIND,
        "key": row.key,
        "title": row.title,
        "version": row.version,
        "can": can,
        "product_id": row.product_id,
        "theme_id": row.theme_id,
        "parent_id": row.parent_id,
        "status": row.status,
        "horizon": row.horizon or None,
        "window": show_window(row),
        "parked": row.parked,
        "effort_weeks": row.effort_weeks,
        "health": item.health.state,
        "health_reason": item.health.reason,
        "chance": item.chance,
        "p50": plan and plan.p50,
        "p85": plan and plan.p85,
    }


def _rollup(found: Rollup) -> dict[str, Any]:
    states = ("on_track", "at_risk", "off_track", "unknown")
    return {
        "initiatives": found.initiatives,
        "effort_weeks": round(found.effort, 2),
        "unestimated": found.unestimated,
        **{state: found.health.get(state, 0) for state in states},
        "confidence": found.confidence,
        "sure": found.sure,
        "start": found.start,
        "finish": found.finish,
    }


def _load(load: Load) -> dict[str, Any]:
    return {
        "product_id": load.product_id,
        "period": quarter(load.span[0]),
        "start": load.span[0],
        "finish": load.span[1],
        "needed_weeks": load.needed,
        "capacity_weeks": load.capacity,
        "people": load.people,
    }
