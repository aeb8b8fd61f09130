"""The lanes of a portfolio: its products, its themes by their titles, or what its objectives serve in the end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol
from uuid import UUID

from northline.core.doors import visible
from northline.core.models import Link
from northline.core.scope import Scope
from northline.products.models import Product
from northline.reporting.portfolio.rules import root_of
from northline.roadmap.models import Initiative
from northline.strategy.models import Objective, Theme


class Placed(Protocol):
    """What decides in which lanes an initiative lies."""

    @property
    def id(self) -> UUID: ...

    @property
    def product_id(self) -> UUID: ...

    @property
    def theme_id(self) -> UUID | None: ...


@dataclass(slots=True)
class Lane:
    """`members` are the objects that it stands for, each with its product: one product or objective, or the themes of
    one title. `initiatives` are places among the rows, from 0."""

    title: str
    kind: str = ""
    colour: str = ""
    members: list[tuple[UUID, UUID]] = field(default_factory=list)
    initiatives: list[int] = field(default_factory=list)


def by_product(scope: Scope, rows: Sequence[Placed]) -> list[Lane]:
    """A lane for each product that may be read, with something in it or not. One query."""
    products = visible(scope, Product.objects.filter(archived_at=None), product="pk").order_by("title", "pk")
    lanes = {row.pk: Lane(row.title, "product", members=[(row.pk, row.pk)]) for row in products}
    for at, row in enumerate(rows):
        lanes[row.product_id].initiatives.append(at)
    return list(lanes.values())


def by_theme(scope: Scope, rows: Sequence[Placed]) -> list[Lane]:
    """A lane for each title of a theme: products share a pillar by calling it the same. One query."""
    themes = visible(scope, Theme.objects.filter(archived_at=None), product="product_id")
    lanes: dict[str, Lane] = {}
    lane_of: dict[UUID | None, Lane] = {}
    for theme in themes.order_by("created_at", "pk"):
        lane = lanes.setdefault(theme.title.casefold(), Lane(theme.title, "theme", theme.colour))
        lane.members.append((theme.pk, theme.product_id))
        lane_of[theme.pk] = lane
    return _filled(
        rows, list(lanes.values()), lambda row: [lane_of[row.theme_id]] if row.theme_id in lane_of else []
    )


def by_goal(scope: Scope, rows: Sequence[Placed]) -> list[Lane]:
    """A lane for each objective at the top of a cascade that something advances. Two queries."""
    found = visible(scope, Objective.objects.filter(archived_at=None), product="product_id")
    objectives = {row.pk: row for row in found.order_by("created_at", "pk")}
    parents = {row.pk: row.parent_id for row in objectives.values()}
    asked = {row.id for row in rows}
    # Naming thousands of ids to the database takes longer than reading what every initiative advances.
    links = Link.objects.filter(workspace_id=scope.workspace_id, type="advances", source_kind=Initiative.KIND)
    roots: dict[UUID, dict[UUID, None]] = {}
    for source, target in links.values_list("source_id", "target_id"):
        if source in asked and target in objectives:
            roots.setdefault(source, {})[root_of(target, parents)] = None
    wanted = {root for some in roots.values() for root in some}
    lanes = {
        row.pk: Lane(row.title, "objective", members=[(row.pk, row.product_id)])
        for row in objectives.values()
        if row.pk in wanted
    }
    return _filled(rows, list(lanes.values()), lambda row: [lanes[root] for root in roots.get(row.id, ())])


def _filled(
    rows: Sequence[Placed], lanes: list[Lane], lanes_of: Callable[[Placed], list[Lane]]
) -> list[Lane]:
    """The lanes with the initiatives in them; what belongs to none lies in one without a title, the last."""
    loose = Lane("")
    for at, row in enumerate(rows):
        for lane in lanes_of(row) or [loose]:
            lane.initiatives.append(at)
    return [*lanes, loose] if loose.initiatives else lanes


LANES = {"product": by_product, "theme": by_theme, "goal": by_goal}
