"""The timer: what a member works on now. Stopped, it writes its minutes into the week, by day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from contextlib import nullcontext
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from northline.accounts.models import Member
from northline.core.deeds import deed
from northline.core.refusal import Conflict
from northline.core.schemas import ref
from northline.core.scope import Place, Scope
from northline.delivery.rules import monday_of
from northline.tracking.timesheets import access, actions, rules, writing
from northline.tracking.timesheets.models import TimeEntry, Timer, Timesheet
from northline.tracking.timesheets.writing import Cell


def running(scope: Scope) -> Timer | None:
    """The timer of the member that runs."""
    rows = Timer.objects.filter(member_id=scope.member_id)
    return rows.select_related("item__project").first()


@transaction.atomic
def start(item_id: UUID, *, note: str, by: Scope) -> Timer:
    """Begin to measure work on an item; what runs is stopped and kept first. Raises NotFound, NotAllowed, what `stop`
    and the hours of a summary refuse."""
    if running(by):
        stop(by=by)
    item = access.workable(by, {item_id})[item_id]
    writing.refuse_items({item_id: item})
    row = Timer(member_id=by.member_id, item=item, note=note)
    row.save(force_insert=True)
    return row


@transaction.atomic
def stop(*, by: Scope, keep: bool = True) -> rules.Stretch:
    """End the timer and add what it measured to the hours of each day, as the member's clock tells days, unless it is not
    to be kept.

    Raises Conflict `timer.not_running`, and what refuses hours.
    """
    row = Timer.objects.select_for_update(of=("self",)).filter(member_id=by.member_id).first()
    if row is None:
        raise Conflict("timer.not_running", "No timer runs. Nothing was changed.")
    row.delete()
    if not keep:
        return rules.Stretch([], cut=False)
    member = Member.objects.get(pk=by.member_id)
    found = rules.stretch_of(row.since.astimezone(member.zone), timezone.now().astimezone(member.zone))
    _keep(row, found, member, by=by)
    return found


def _keep(row: Timer, found: rules.Stretch, member: Member, *, by: Scope) -> None:
    """Add the minutes to what the days hold; over a Sunday's midnight in two weeks, as one deed."""
    weeks: Mapping[date, list[tuple[date, int]]] = defaultdict(list)
    for day, minutes in found.days:
        weeks[monday_of(day)].append((day, minutes))
    told = {"entries": len(found.days), "minutes": sum(minutes for _, minutes in found.days)}
    whole = deed(row.item.title, place=Place(), verb="reported", by=by, said=told)
    with whole if len(weeks) > 1 else nullcontext() as cause:
        for week, days in weeks.items():
            sheet = Timesheet.objects.filter(member=member, week=week).first()
            cells = [_cell(row, sheet, day, minutes) for day, minutes in days]
            expected = sheet.version if sheet else 0
            actions.write(member, week, cells=cells, expected=expected, by=by, cause=cause)


def _cell(row: Timer, sheet: Timesheet | None, day: date, minutes: int) -> Cell:
    there = TimeEntry.objects.filter(sheet=sheet, item_id=row.item_id, on=day).first() if sheet else None
    held, note = (there.minutes, there.note) if there else (0, "")
    notes = [note, row.note] if row.note and row.note not in note else [note]
    return Cell(row.item_id, day, min(rules.A_DAY, held + minutes), "; ".join(filter(None, notes)))


def show_timer(row: Timer | None) -> dict[str, Any]:
    """What runs, as the API answers it."""
    if row is None:
        return {"item": None, "project": None, "note": "", "since": None}
    return {
        "item": ref(row.item),
        "project": ref(row.item.project),
        "note": row.note,
        "since": row.since,
    }
