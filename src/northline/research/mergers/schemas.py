"""What requests for and answers of mergers look like."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from northline.core.schemas import In, Out, Ref, Who, who
from northline.research.models import Merger
from northline.research.schemas import named


class MergerIn(In):
    into: UUID


class MergedOut(Out):
    """An insight that was merged into another, by whom and when."""

    insight: Ref
    customer: Ref | None
    version: int
    by: Who | None
    at: datetime


def show_merged(row: Merger) -> dict[str, Any]:
    duplicate = row.duplicate
    return {
        "insight": named(duplicate),
        "customer": named(duplicate.customer),
        "version": duplicate.version,
        "by": who(row.by),
        "at": row.created_at,
    }
