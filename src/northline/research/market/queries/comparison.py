"""Reading the comparison of a product with its competitors. Three queries."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils import timezone

from northline.core.listing.listings import Field
from northline.products.models import Product
from northline.research.market.models import Competitor, Criterion, Rating
from northline.research.market.rules import scores

# The column of the product itself.
OURS = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Criteria by competitors, and the product itself; a cell is known by both ids."""

    product: Product
    criteria: list[Criterion]
    competitors: list[Competitor]
    cells: dict[tuple[UUID, UUID | None], Rating]
    today: date

    @property
    def columns(self) -> list[UUID | None]:
        return [OURS, *(row.pk for row in self.competitors)]

    def score(self, column: UUID | None) -> float | None:
        """The weighted mean of what the column is rated, 0 to 5."""
        return scores.weighted_score((row.weight, self.rating(row.pk, column)) for row in self.criteria)

    def rated(self, column: UUID | None) -> int:
        """By how many criteria the column is rated."""
        return sum(self.rating(row.pk, column) is not None for row in self.criteria)

    def rating(self, criterion_id: UUID, column: UUID | None) -> int | None:
        cell = self.cells.get((criterion_id, column))
        return cell.score if cell else None


def comparison_of(product: Product) -> Comparison:
    """What is not archived, criteria in their order, competitors by age."""
    criteria = Criterion.objects.filter(product=product, archived_at=None).order_by("position", "created_at")
    competitors = Competitor.objects.filter(product=product, archived_at=None).order_by("created_at", "pk")
    cells = Rating.objects.filter(criterion__product=product, criterion__archived_at=None)
    return Comparison(
        product=product,
        criteria=list(criteria),
        competitors=list(competitors),
        cells={(one.criterion_id, one.competitor_id): one for one in cells.select_related("by")},
        today=timezone.localdate(),
    )


def table_of(found: Comparison) -> tuple[list[Field], Iterator[dict[str, Any]]]:
    """The comparison as a table to write: the ratings side by side, then what each rests on."""
    names = {OURS: found.product.title} | {row.pk: row.title for row in found.competitors}
    fields = [Field("title", "text", label="Criterion"), Field("weight", "number")]
    fields += [Field(f"score {column}", "number", label=names[column]) for column in found.columns]
    for column in found.columns:
        fields += [
            Field(f"note {column}", "text", label=f"{names[column]}: note"),
            Field(f"source {column}", "text", label=f"{names[column]}: source"),
            Field(f"checked_on {column}", "date", label=f"{names[column]}: looked at on"),
        ]
    return fields, _table_rows(found)


def _table_rows(found: Comparison) -> Iterator[dict[str, Any]]:
    for criterion in found.criteria:
        values: dict[str, Any] = {"title": criterion.title, "weight": criterion.weight}
        for column in found.columns:
            cell = found.cells.get((criterion.pk, column))
            for name in ("score", "note", "source", "checked_on"):
                values[f"{name} {column}"] = getattr(cell, name) if cell else None
        yield values
    yield {"title": "Weighted score"} | {f"score {column}": found.score(column) for column in found.columns}
