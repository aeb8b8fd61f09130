"""The whole page: a known number of queries, whatever the number of products and initiatives."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db.models import BooleanField, ExpressionWrapper, Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone

from northline.core.doors import visible
from northline.core.listing.conditions import Where
from northline.core.listing.queries import Asked, find
from northline.core.scope import Scope
from northline.reporting.overseeing import rules as overseeing
from northline.reporting.overseeing.queries import with_newest
from northline.reporting.overseeing.rules import OFTEN
from northline.reporting.portfolio.lanes import LANES, Lane
from northline.reporting.portfolio.rules import Part, Rollup, Span, quarters_from, rolled_up
from northline.roadmap.models import Initiative, Milestone
from northline.roadmap.outlook import Outlook, outlooks
from northline.roadmap.rules.promising import chance_by
from northline.scheduling.effort import capacities_of
from northline.scheduling.theming import DAYS_A_WEEK, overlap


class Row(NamedTuple):
    """The columns of an initiative that the page shows or reckons with: thousands are read as they are.

    `due`: has nobody said for long how it goes?
    """

    id: UUID
    key: str
    title: str
    version: int
    product_id: UUID
    theme_id: UUID | None
    parent_id: UUID | None
    status: str
    horizon: str
    window_start: date | None
    window_finish: date | None
    window_precision: str
    parked: bool
    effort_weeks: float | None
    said: str | None
    due: bool


class Item(NamedTuple):
    """An initiative with what is known of how it goes."""

    row: Row
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
    milestones: list[Milestone]


def portfolio(scope: Scope, *, by: str, q: str, where: Where) -> Portfolio:
    """What all products that may be read are about to do, in lanes. Twelve queries."""
    found = find(scope, Initiative.KIND, Asked(q=q, where=where))
    rows = _read(found.rows)
    containers = {row.parent_id for row in rows}
    items = _items(scope, rows)
    # The parts of a container bring the effort themselves.
    parts = [_part(item, item.row.id in containers) for item in items]
    lanes = [(lane, rolled_up([parts[at] for at in lane.initiatives])) for lane in LANES[by](scope, rows)]
    return Portfolio(
        items=items,
        lanes=lanes,
        total=rolled_up(parts),
        loads=_loads(scope, [row for row in rows if row.id not in containers]),
        milestones=_milestones(scope, {row.product_id for row in rows}),
    )


def _milestones(scope: Scope, products: Collection[UUID]) -> list[Milestone]:
    """The live milestones of the products that something is found of."""
    rows = visible(scope, Milestone.objects.filter(archived_at=None), product="product_id")
    return [row for row in rows.order_by("day", "pk") if row.product_id in products]


def _read(found: QuerySet[Initiative]) -> list[Row]:
    told = with_newest(found).alias(since=Coalesce("said_at", "created_at"))
    due = ExpressionWrapper(Q(since__lt=timezone.now() - OFTEN), output_field=BooleanField())
    columns = told.annotate(due=due).order_by("product_id", "position", "pk").values_list(*Row._fields)
    return list(map(Row._make, columns))


def _items(scope: Scope, rows: Sequence[Row]) -> list[Item]:
    plans: Mapping[UUID, Outlook] = outlooks(scope, [row.id for row in rows])
    today = timezone.localdate()
    return [_item(row, plans.get(row.id), today) for row in rows]


def _item(row: Row, plan: Outlook | None, today: date) -> Item:
    chance = chance_by(row.window_finish, plan.ends) if plan and row.window_finish else None
    health = overseeing.health(
        status=row.status,
        finish=row.window_finish,
        chance=chance,
        said=row.said or "",
        due=row.due,
        today=today,
    )
    return Item(row, plan, chance, health)


def _part(item: Item, is_container: bool) -> Part:
    """What is done is certain, and says nothing of what is still to come."""
    weight = item.row.effort_weeks
    chance = None if item.row.status == Initiative.Status.DONE else item.chance
    return Part(0.0 if is_container else weight, item.health.state, chance, item.window, weight)


def _loads(scope: Scope, rows: Sequence[Row]) -> list[Load]:
    """Quarter by quarter, for each product with initiatives and for all of them."""
    spans = quarters_from(timezone.localdate())
    products = list(dict.fromkeys(row.product_id for row in rows))
    capacities = capacities_of(scope, products, spans)
    needed = {key: [0.0] * len(spans) for key in products}
    for row in rows:
        for at, weeks in _needed(row, spans):
            needed[row.product_id][at] += weeks
    loads = []
    for at, span in enumerate(spans):
        for key in (None, *products):
            weeks = sum(needed[one][at] for one in products) if key is None else needed[key][at]
            capacity = capacities[key, span]
            days = round(capacity.days / DAYS_A_WEEK, 2)
            loads.append(Load(key, span, round(weeks, 2), days, capacity.people))
    return loads


def _needed(row: Row, spans: Sequence[Span]) -> Iterator[tuple[int, float]]:
    """The weeks that fall into each span, by its place, of effort spread evenly over the window."""
    start, finish = row.window_start, row.window_finish
    if not row.effort_weeks or row.parked or row.status == "done" or not start or not finish:
        return
    for at, span in enumerate(spans):
        if start <= span[1] and span[0] <= finish:
            yield at, row.effort_weeks * overlap((start, finish), span)
