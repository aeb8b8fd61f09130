"""Hours into the cells of a week."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Sum
from django.utils import timezone

from northline.accounts.models import Member
from northline.core import changes
from northline.core.editing import swap
from northline.core.refusal import Conflict, Refusal, Stale
from northline.core.scope import Scope
from northline.core.wording import exactly
from northline.delivery.access import refuse_archived
from northline.delivery.models import WorkItem
from northline.delivery.rules import monday_of
from northline.tracking.timesheets import access, rules
from northline.tracking.timesheets.models import TimeEntry, Timesheet

# By item and day.
Place = tuple[UUID, date]


@dataclass(frozen=True, slots=True)
class Cell:
    """Minutes of work on an item on a day, and what was done; None leaves either as it is."""

    item_id: UUID
    on: date
    minutes: int | None = None
    note: str | None = None

    @property
    def place(self) -> Place:
        return self.item_id, self.on


def title_of(week: date) -> str:
    """What a week is called.

    >>> title_of(date(2026, 3, 2))
    'Week of 2 March 2026'
    """
    return f"Week of {exactly(week)}"


def sheet_of(member: Member, week: date) -> Timesheet:
    """The week of a member, made where there is none; of two who make the same week the database lets one."""
    row, _ = Timesheet.objects.get_or_create(
        member=member,
        week=week,
        defaults={
            "workspace_id": member.workspace_id,
            "key": changes.next_key(member.workspace_id, Timesheet.PREFIX),
            "title": title_of(week),
            "version": 0,
        },
    )
    return row


def held(member: Member, week: date, *, expected: int, by: Scope) -> Timesheet:
    """The week of a member, locked until the transaction ends; made where version 0 is expected of it. Raises Stale."""
    if week != monday_of(week):
        raise Refusal("timesheet.not_a_week", f"{week} is no Monday. A week is named by its first day.")
    row = Timesheet.objects.select_for_update(of=("self",)).filter(member=member, week=week).first()
    if row is None and expected == 0:
        row = sheet_of(member, week)
    if row is None or row.version != expected:
        raise Stale(row)
    return row


def write(row: Timesheet, cells: Sequence[Cell], *, by: Scope) -> tuple[list[Any], list[Any]]:
    """Write the cells into a week that is held; answers those that changed, as they were and as they are.

    Raises NotFound, NotAllowed, Conflict `timesheet.approved`, `timesheet.submitted`, `project.archived`, Refusal
    `timesheet.other_week`, `timesheet.summary`, `timesheet.day_too_long`.
    """
    wanted = {cell.place: cell for cell in cells}
    items = access.workable(by, {cell.item_id for cell in cells})
    _refuse_days(row, cells)
    refuse_items(items)
    known = _entries(row, wanted)
    changed = [cell for place, cell in wanted.items() if _differs(known.get(place), cell)]
    if not changed:
        return [], []
    _refuse_closed(row, {items[cell.item_id].project_id for cell in changed})
    was = _told(known, changed)
    _store(row, changed, known, items)
    _refuse_long_days(row)
    swap(row, expected=row.version, fields={})
    return was, _told(_entries(row, wanted), changed)


def _refuse_days(row: Timesheet, cells: Sequence[Cell]) -> None:
    if outside := {cell.on for cell in cells} - set(rules.days_of(row.week)):
        raise Refusal(
            "timesheet.other_week", f"{min(outside)} is not in the {row.title.lower()}. Nothing was changed."
        )


def refuse_items(items: Mapping[UUID, WorkItem]) -> None:
    """Raise Refusal `timesheet.summary`, Conflict `project.archived` for items that take no hours."""
    parents = WorkItem.objects.filter(parent__in=items, archived_at=None).values_list("parent_id", flat=True)
    if summary := next((items[pk] for pk in parents), None):
        raise Refusal(
            "timesheet.summary", f"{summary.key} only holds other items. Report the hours on one of those."
        )
    for one in items.values():
        refuse_archived(one.project, "Nothing was changed.")


def _refuse_closed(row: Timesheet, projects: set[UUID]) -> None:
    states = dict(row.verdicts.values_list("project_id", "state"))
    for project in projects:
        why = rules.closed_by(row.state, states.get(project, "open"))
        if why == "approved":
            raise Conflict(
                "timesheet.approved",
                "These hours are approved and locked. Ask the project's manager to return them first.",
            )
        if why:
            raise Conflict(
                "timesheet.submitted",
                f"The {row.title.lower()} is submitted. Withdraw it before you change hours.",
            )


def _refuse_long_days(row: Timesheet) -> None:
    days = TimeEntry.objects.filter(sheet=row, archived_at=None).order_by().values("on")
    long = days.annotate(sum=Sum("minutes")).filter(sum__gt=rules.A_DAY).order_by("on").first()
    if long:
        raise Refusal(
            "timesheet.day_too_long",
            f"{long['on']} would have more than 24 hours of work. Nothing was changed.",
        )


def _differs(entry: TimeEntry | None, cell: Cell) -> bool:
    if entry is None or entry.archived_at:
        return bool(cell.minutes) or bool(cell.note)
    return (cell.minutes, cell.note) != (
        None if cell.minutes is None else entry.minutes,
        None if cell.note is None else entry.note,
    )


def _store(
    row: Timesheet, changed: Sequence[Cell], known: Mapping[Place, TimeEntry], items: Mapping[UUID, WorkItem]
) -> None:
    new = [cell for cell in changed if cell.place not in known]
    keys = changes.next_keys(row.workspace_id, TimeEntry.PREFIX, count=len(new)) if new else []
    TimeEntry.objects.bulk_create(
        TimeEntry(
            workspace_id=row.workspace_id,
            key=key,
            title=items[cell.item_id].title,
            sheet=row,
            project_id=items[cell.item_id].project_id,
            item_id=cell.item_id,
            on=cell.on,
            minutes=cell.minutes or 0,
            note=cell.note or "",
        )
        for key, cell in zip(keys, new, strict=True)
    )
    now = timezone.now()
    old = [known[cell.place] for cell in changed if cell.place in known]
    for entry, cell in zip(old, (cell for cell in changed if cell.place in known), strict=True):
        entry.minutes = entry.minutes if cell.minutes is None else cell.minutes
        entry.note = entry.note if cell.note is None else cell.note
        entry.archived_at = None if entry.minutes or entry.note else now
        entry.version, entry.updated_at = entry.version + 1, now
    TimeEntry.objects.bulk_update(old, ["minutes", "note", "archived_at", "version", "updated_at"])


def _entries(row: Timesheet, places: Iterable[Place]) -> dict[Place, TimeEntry]:
    wanted = set(places)
    rows = TimeEntry.objects.filter(sheet=row, item__in={item for item, _ in wanted})
    return {(one.item_id, one.on): one for one in rows if (one.item_id, one.on) in wanted}


def _told(known: Mapping[Place, TimeEntry], cells: Sequence[Cell]) -> list[dict[str, Any]]:
    """The cells as a change keeps them."""
    found = defaultdict(lambda: (0, ""), {at: (one.minutes, one.note) for at, one in known.items()})
    return [
        {
            "item": str(cell.item_id),
            "on": str(cell.on),
            "minutes": found[cell.place][0],
            "note": found[cell.place][1],
        }
        for cell in cells
    ]


def cells_from(told: Sequence[Mapping[str, Any]]) -> list[Cell]:
    """The cells that a change keeps."""
    return [
        Cell(UUID(one["item"]), date.fromisoformat(one["on"]), one["minutes"], one["note"]) for one in told
    ]


def standing(row: Timesheet, cells: Sequence[Cell]) -> list[dict[str, Any]]:
    """The cells as they stand now, as a change keeps them."""
    return _told(_entries(row, (cell.place for cell in cells)), cells)
