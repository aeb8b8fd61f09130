"""The initiatives of a product as plain columns: views show a thousand at once, and making rows of them takes longest."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import F

from northline.core.scope import Place
from northline.roadmap.models import Initiative
from northline.roadmap.queries.items import initiatives_of


class PlainOwner(NamedTuple):
    pk: UUID
    name: str


class PlainInitiative(NamedTuple):
    """The columns of an initiative, under the names that it has them under itself."""

    id: UUID
    key: str
    title: str
    version: int
    archived_at: datetime | None
    created_at: datetime
    updated_at: datetime
    custom: dict[str, Any]
    product_id: UUID
    body: dict[str, Any]
    lane_id: UUID | None
    theme_id: UUID | None
    theme_title: str | None
    position: float
    owner_id: UUID | None
    owner_name: str | None
    status: str
    horizon: str
    window_start: date | None
    window_finish: date | None
    window_precision: str
    parent_id: UUID | None
    parked: bool
    goal: str
    features: list[str]
    metrics: list[str]
    effort_weeks: float | None
    colour: str
    no_review_reason: str

    @property
    def KIND(self) -> str:
        return Initiative.KIND

    @property
    def pk(self) -> UUID:
        return self.id

    @property
    def owner(self) -> PlainOwner | None:
        return PlainOwner(self.owner_id, self.owner_name or "") if self.owner_id else None

    def place(self) -> Place:
        return Place(product_id=self.product_id)


def plain_initiatives_of(product_id: UUID) -> list[PlainInitiative]:
    """The initiatives of a product as they lie in their lanes. One query. The caller has opened the product."""
    rows = initiatives_of(product_id).select_related(None).defer(None)
    named = rows.annotate(theme_title=F("theme__title"), owner_name=F("owner__name"))
    return list(map(PlainInitiative._make, named.values_list(*PlainInitiative._fields)))
