"""The whole page: a known number of queries, whatever the number of products and initiatives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils import timezone

from northline.core.listing.conditions import Where
from northline.core.listing.queries import Asked, find
from northline.core.scope import Scope
from northline.reporting.overseeing import rules as overseeing
from northline.reporting.overseeing.queries import with_newest
from northline.reporting.portfolio.lanes import LANES, Lane
from northline.reporting.portfolio.rules import Part, Rollup, Span, quarters_from, rolled_up
from northline.roadmap.models import Initiative
from northline.roadmap.outlook import Outlook, outlooks
from northline.roadmap.rules.promising import chance_by
from northline.scheduling.effort import capacities_of
from northline.scheduling.theming import DAYS_A_WEEK, overlap


@dataclass(frozen=True, slots=True)
class Item:
    """An initiative with what is known of how it goes."""

    row: Initiative
    outlook: Outlook | None
    chance: float | None
    health: overseeing.Health

    @property
    def window(self) -> Span | None:
        start, finish = self.row.window_start, self.row.window_finish
        return (start, finish) if start and finish else None


@dataclass(frozen=True, slots=True)
class Load:
    """Person-weeks that a product's initiatives need in a quarter, and those that its people have, `people` of them.

    `product_id` is None for all products together, where somebody who works for two counts once.
    """

    product_id: UUID | None
    span: Span
    needed: float
    capacity: float
    people: int


@dataclass(frozen=True, slots=True)
class Portfolio:
    items: list[Item]
    lanes: list[tuple[Lane, Rollup]]
    total: Rollup
    loads: list[Load]


def portfolio(scope: Scope, *, by: str, q: str, where: Where) -> Portfolio:
    """What all products that may be read are about to do, in lanes. Eleven queries."""
    found = find(scope, Initiative.KIND, Asked(q=q, where=where))
    read = with_newest(found.rows).select_related(None).select_related("owner").defer("body", "words")
    rows = list(read.order_by("product_id", "position", "pk"))
    containers = {row.parent_id for row in rows}
    items = {item.row.pk: item for item in _items(scope, rows)}
    # The parts of a container bring the effort themselves.
    parts = {key: _part(item, key in containers) for key, item in items.items()}
    lanes = [(lane, rolled_up([parts[key] for key in lane.initiatives])) for lane in LANES[by](scope, rows)]
    return Portfolio(
        items=list(items.values()),
        lanes=lanes,
        total=rolled_up(list(parts.values())),
        loads=_loads(scope, [item for key, item in items.items() if key not in containers]),
    )


def _items(scope: Scope, rows: Sequence[Initiative]) -> list[Item]:
    plans: Mapping[UUID, Outlook] = outlooks(scope, [row.pk for row in rows])
    return [_item(row, plans.get(row.pk)) for row in rows]


def _item(row: Initiative, plan: Outlook | None) -> Item:
    chance = chance_by(row.window_finish, bars=plan.bars) if plan and row.window_finish else None
    said, said_at = getattr(row, "said", None), getattr(row, "said_at", None)
    health = overseeing.health(
        status=row.status,
        finish=row.window_finish,
        chance=chance,
        said=said or "",
        due=overseeing.is_due(said_at or row.created_at, now=timezone.now()),
        today=timezone.localdate(),
    )
    return Item(row, plan, chance, health)


def _part(item: Item, is_container: bool) -> Part:
    effort = 0.0 if is_container else item.row.effort_weeks
    return Part(effort, item.health.state, item.chance, item.window)


def _loads(scope: Scope, items: Sequence[Item]) -> list[Load]:
    """Quarter by quarter, for each product with initiatives and for all of them."""
    spans = quarters_from(timezone.localdate())
    products = list(dict.fromkeys(item.row.product_id for item in items))
    capacities = capacities_of(scope, products, spans)
    loads = []
    for span in spans:
        needs = dict.fromkeys(products, 0.0)
        for item in items:
            needs[item.row.product_id] += _needed(item, span)
        for key in (None, *products):
            needed = sum(needs.values()) if key is None else needs[key]
            capacity = capacities[key, span]
            weeks = capacity.days / DAYS_A_WEEK
            loads.append(Load(key, span, round(needed, 2), round(weeks, 2), capacity.people))
    return loads


def _needed(item: Item, span: Span) -> float:
    """The weeks that fall into the span, of effort spread evenly over the window."""
    row = item.row
    if item.window is None or not row.effort_weeks or row.parked or row.status == "done":
        return 0.0
    return row.effort_weeks * overlap(item.window, span)
