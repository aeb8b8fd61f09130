"""What the answer of product health looks like."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Literal

from northline.core.schemas import Out, Ref, ref
from northline.products.models import Product
from northline.reporting.product_health.figures import BACK, Moments, Section


class FigureOut(Out):
    """`value`, of `of` where it is a part of something; `was` is what it was 30 days ago, or in the 30 days before, null
    where no row tells; `better` says which way is good."""

    name: str
    value: float | None
    was: float | None
    of: int | None
    unit: Literal["count", "percent", "days"]
    better: Literal["more", "less", ""]


class NamedOut(Ref):
    word: str
    day: date | None


class SectionOut(Out):
    """`as_of` is when the newest of the rows behind the figures was written."""

    name: Literal["objectives", "confidence", "promises", "launches", "evidence", "flow", "updates"]
    as_of: datetime | None
    figures: list[FigureOut]
    named: list[NamedOut]


class ProductHealthOut(Out):
    product: Ref
    at: datetime
    back_days: int
    sections: list[SectionOut]


def show_health(product: Product, at: Moments, sections: list[Section]) -> dict[str, Any]:
    return {
        "product": ref(product),
        "at": at.now,
        "back_days": BACK.days,
        "sections": [
            {
                "name": section.name,
                "as_of": section.as_of,
                "figures": section.figures,
                "named": [
                    ref(one.row) | {"title": one.title or one.row.title, "word": one.word, "day": one.day}
                    for one in section.named
                ],
            }
            for section in sections
        ],
    }
