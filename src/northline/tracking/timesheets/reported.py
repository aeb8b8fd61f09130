"""What was reported on a project: for what it cost, and for what was earned."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from django.db.models import Exists, OuterRef

from northline.tracking.timesheets.models import TimeEntry, Timesheet, Verdict


@dataclass(frozen=True, slots=True)
class Reported:
    """Minutes of a member on an item on a day, approved or not yet."""

    item_id: UUID
    key: str
    member_id: UUID
    on: date
    minutes: int
    approved: bool


def reported_of(project_id: UUID) -> list[Reported]:
    """All hours of a project that is already allowed. One query."""
    approved = Verdict.objects.filter(
        sheet=OuterRef("sheet"), project=OuterRef("project"), state=Timesheet.State.APPROVED
    )
    rows = TimeEntry.objects.filter(project_id=project_id, archived_at=None, minutes__gt=0)
    told = rows.annotate(approved=Exists(approved)).order_by("on", "pk")
    names = ("item_id", "item__key", "sheet__member_id", "on", "minutes", "approved")
    return [Reported(*one) for one in told.values_list(*names)]


def spent_on(project_id: UUID) -> dict[str, list[tuple[datetime, float]]]:
    """The approved hours of a project with their day, by the key of the item. One query."""
    found: dict[str, list[tuple[datetime, float]]] = defaultdict(list)
    for one in reported_of(project_id):
        if one.approved:
            found[one.key].append((datetime.combine(one.on, time()), one.minutes / 60))
    return found
