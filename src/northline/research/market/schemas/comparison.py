"""What the comparison with competitors looks like over the API."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from northline.core.schemas import In, Out, Text, Who
from northline.core.scope import Scope
from northline.research.market.models import Rating
from northline.research.market.queries.comparison import Comparison
from northline.research.market.rules import scores
from northline.research.market.schemas.objects import (
    Address,
    CompetitorOut,
    CriterionOut,
    show_competitor,
    show_criterion,
)

Score = Annotated[int, Field(ge=0, le=5, description="0 not at all, 5 as well as can be.")]


class RatingIn(In):
    """`competitor_id` null is the product itself; `version` the rating that is changed, 0 for none yet.

    What is left out stays as it is.
    """

    competitor_id: UUID | None = None
    version: int
    score: Score | None = None
    note: Text = ""
    source: Address = ""
    checked_on: date | None = None


class RatingOut(Out):
    """`stale`: looked at more than 180 days ago."""

    criterion_id: UUID
    competitor_id: UUID | None
    version: int
    score: int | None
    note: str
    source: str
    checked_on: date | None
    stale: bool
    by: Who | None


class ColumnOut(Out):
    """What a column comes to: the mean by weight, 0 to 5, and by how many criteria it is rated."""

    competitor_id: UUID | None
    score: float | None
    rated: int


class ComparisonOut(Out):
    product_id: UUID
    criteria: list[CriterionOut]
    competitors: list[CompetitorOut]
    ratings: list[RatingOut]
    columns: list[ColumnOut]
    stale_after_days: int
    can: dict[str, bool]


def show_rating(row: Rating, *, today: date) -> dict[str, Any]:
    names = ("criterion_id", "competitor_id", "version", "score", "note", "source", "checked_on", "by")
    stale = row.score is not None and scores.is_stale(row.checked_on, today=today)
    return {name: getattr(row, name) for name in names} | {"stale": stale}


def show_comparison(found: Comparison, scope: Scope) -> dict[str, Any]:
    return {
        "product_id": found.product.pk,
        "criteria": [show_criterion(row, scope) for row in found.criteria],
        "competitors": [show_competitor(row, scope) for row in found.competitors],
        "ratings": [
            show_rating(row, today=found.today)
            for row in found.cells.values()
            if row.competitor_id in found.columns
        ],
        "columns": [
            {"competitor_id": column, "score": found.score(column), "rated": found.rated(column)}
            for column in found.columns
        ],
        "stale_after_days": scores.STALE_AFTER_DAYS,
        "can": {"edit": scope.may("contribute", found.product.place())},
    }
