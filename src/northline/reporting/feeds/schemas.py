"""What is asked and answered about calendars to subscribe to."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from northline.core.schemas import In, Out, Ref, ref
from northline.reporting.feeds.models import CalendarFeed


class CalendarFeedIn(In):
    """Of a project, or without one of one's own work."""

    project_id: UUID | None = None


class CalendarFeedOut(Out):
    id: UUID
    project: Ref | None
    created_at: datetime


class CalendarFeedMade(CalendarFeedOut):
    """`address` is told this once."""

    address: str


def show_feed(row: CalendarFeed) -> dict[str, Any]:
    return {
        "id": row.pk,
        "project": ref(row.project) if row.project else None,
        "created_at": row.created_at,
    }
