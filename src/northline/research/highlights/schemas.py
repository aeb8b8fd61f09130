"""What requests for and answers of highlights look like."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal, Self
from uuid import UUID

from pydantic import Field, StringConstraints, model_validator

from northline.core.schemas import In, Out, Patch, Ref, Who, Writable, who
from northline.research.highlights.passages import CONTEXT
from northline.research.highlights.queries import Quote
from northline.research.schemas import named

Importance = Annotated[
    int,
    Field(ge=1, le=5, description="From 1, hardly matters to the target, to 5, decides it; 3 is neutral."),
]
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2_000), Writable]
Around = Annotated[
    str,
    StringConstraints(max_length=4 * CONTEXT),
    Writable,
    Field(description="The words on that side, where the quote stands more than once."),
]


class HighlightIn(In):
    quote: Words
    before: Around = ""
    after: Around = ""
    target_kind: Literal["opportunity", "idea"]
    target_id: UUID
    importance: Importance = 3


class HighlightPatch(Patch):
    """What is named as target takes the passage over, with the link of its insight."""

    importance: Importance | None = None
    target_kind: Literal["opportunity", "idea"] | None = None
    target_id: UUID | None = None

    @model_validator(mode="after")
    def _names_the_target_whole(self) -> Self:
        if (self.target_kind is None) != (self.target_id is None):
            raise ValueError("a target is named by target_kind and target_id together")
        return self


class HighlightOut(Out):
    """`start` and `end` count UTF-16 units in the insight's text, where every block and break ends a line; both are
    null when the passage is no longer in it."""

    id: UUID
    version: int
    quote: str
    importance: int
    start: int | None
    end: int | None
    insight: Ref
    customer: Ref | None
    target: Ref
    by: Who | None
    created_at: datetime


def show_quote(quote: Quote) -> dict[str, Any]:
    row = quote.row
    start, end = quote.span or (None, None)
    return {
        "id": row.pk,
        "version": row.version,
        "quote": row.quote,
        "importance": row.importance,
        "start": start,
        "end": end,
        "insight": named(row.insight),
        "customer": named(row.insight.customer),
        "target": quote.target,
        "by": who(row.by),
        "created_at": row.created_at,
    }
