"""Hours of many weeks approved at once: each week whole or not at all, and all of it one deed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Sum

from northline.core.deeds import deed
from northline.core.refusal import Conflict
from northline.core.schemas import who
from northline.core.scope import Place, Scope
from northline.tracking.timesheets import access, actions
from northline.tracking.timesheets.models import TimeEntry, Timesheet


@dataclass(frozen=True, slots=True)
class Seen:
    """A week as whoever approves saw it, and the projects of which they approve the hours."""

    timesheet_id: UUID
    version: int
    project_ids: tuple[UUID, ...]


@transaction.atomic
def approve_many(wanted: Sequence[Seen], *, by: Scope, preview: bool = False) -> dict[str, Any]:
    """Approve the hours of these projects in these weeks: one change, one undo. A week that is another by now stays as it
    is, whole, and is told; a preview saves nothing.

    Raises NotFound, NotAllowed, Conflict `timesheet.not_waiting` where nothing is left to approve.
    """
    access.refuse_unless_judge(by, {pk for one in wanted for pk in one.project_ids})
    sheets = access.locked_sheets(by, {one.timesheet_id for one in wanted})
    fits: list[tuple[Timesheet, Seen]] = []
    left = []
    for one in wanted:
        row = sheets[one.timesheet_id]
        if why := _why_not(row, one):
            left.append({"timesheet_id": row.pk, "title": row.title, "member": who(row.member), "why": why})
        else:
            fits.append((row, one))
    if not fits:
        raise Conflict(
            "timesheet.not_waiting",
            "None of these hours waits as you saw it. Look again. Nothing was changed.",
        )
    told = {"weeks": len(fits), "people": len({row.member_id for row, _ in fits}), "minutes": _minutes(fits)}
    if not preview:
        with deed(_title(len(fits)), place=Place(), verb="approved", by=by, said=told) as whole:
            for row, one in fits:
                actions.approve_parts(row, one.project_ids, by=by, cause=whole)
    return told | {"left": left}


def _title(count: int) -> str:
    return "Hours of one week" if count == 1 else f"Hours of {count} weeks"


def _why_not(row: Timesheet, seen: Seen) -> str | None:
    if row.version != seen.version:
        return "changed"
    waiting = row.verdicts.filter(project__in=seen.project_ids, state=Timesheet.State.SUBMITTED).count()
    return None if waiting == len(set(seen.project_ids)) else "not_waiting"


def _minutes(fits: Sequence[tuple[Timesheet, Seen]]) -> int:
    projects = {(row.pk, pk) for row, one in fits for pk in one.project_ids}
    rows = TimeEntry.objects.filter(sheet__in={row.pk for row, _ in fits}, archived_at=None).order_by()
    sums = rows.values("sheet_id", "project_id").annotate(sum=Sum("minutes"))
    return sum(one["sum"] for one in sums if (one["sheet_id"], one["project_id"]) in projects)
