"""Weeks that the demo's people reported, and what the cold chain project may cost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from northline.delivery.models import WorkItem
from northline.delivery.rules import monday_of
from northline.demo.making import Making
from northline.tracking.budgets import actions as budgets
from northline.tracking.budgets.models import BudgetLine, CostLine
from northline.tracking.timesheets import actions, queries
from northline.tracking.timesheets.models import Timesheet, Verdict
from northline.tracking.timesheets.writing import Cell

# Who reports, and how many tenths of what is planned for them it takes.
_PEOPLE = (("lena", 11), ("tomas", 9), ("marek", 10))
# Weeks before this one that are reported; the last of them waits for approval, and Tomás has not handed it in.
_WEEKS = 4
_LONGEST_DAY = 540
_NOTES = {"lena": "Ingest of the second maker", "tomas": "Walked through with two drivers"}
# Hours and money by phase, in shares of what the plan holds; the costs beside work.
_SHARES = (0.9, 1.0, 1.1)
_PER_HOUR = 74.0
_COSTS = (
    ("Test sensors", "material", "actual", -20, 2_400.0, 2_650.0, "Sensorhaus 2291"),
    ("Climate chamber, four weeks", "service", "committed", 9, 3_200.0, 3_200.0, "Order 118"),
    ("Certificate of the data logger", "fixed", "planned", 30, 1_800.0, None, ""),
)


def remember(making: Making) -> None:
    monday = monday_of(making.today)
    for back in range(_WEEKS, 0, -1):
        week = monday - timedelta(weeks=back)
        done = (making.today - week).days - 4
        making.past.ago(done + 0.5, _report(making, week, submits=back > 1, ago=done + 0.5))
        if back > 1:
            making.past.ago(done, _approve(making, week))
    making.past.ago(0.2, _report(making, monday, submits=False, ago=0.2))
    making.past.ago(45, lambda: _budget(making))


def _report(making: Making, week: date, *, submits: bool, ago: float) -> Callable[[], None]:
    def deed() -> None:
        for handle, tenths in _PEOPLE:
            member, by = making.members[handle], making.by(handle)
            told = queries.week_of(by, member, week)
            cells = _cells(told, tenths, handle, until=making.today)
            row = actions.report(member, week, cells=cells, expected=0, by=by)
            if cells and (submits or (handle == "lena" and week < monday_of(making.today))):
                actions.submit(member, week, expected=row.version, by=by)
        at = making.past.now - timedelta(days=ago)
        handed_in = Timesheet.objects.filter(workspace=making.workspace, week=week)
        handed_in.filter(submitted_at__isnull=False).update(submitted_at=at)

    return deed


def _cells(told: dict[str, Any], tenths: int, handle: str, *, until: date) -> list[Cell]:
    """As planned, a tenth more or less, in quarters of an hour, on the days that are over."""
    found, noted = [], False
    left = dict.fromkeys(told["days"], _LONGEST_DAY)
    for row in told["rows"]:
        for day, planned in zip(told["days"], row["planned"], strict=True):
            minutes = min(left[day], round(planned * tenths / 10 / 15) * 15)
            if minutes and day < until and row["can"]["write"]:
                left[day] -= minutes
                note = "" if noted else _NOTES.get(handle, "")
                found.append(Cell(row["id"], day, minutes, note))
                noted = True
    return found


def _approve(making: Making, week: date) -> Callable[[], None]:
    def deed() -> None:
        waiting = Verdict.objects.filter(
            sheet__week=week, sheet__workspace=making.workspace, state=Timesheet.State.SUBMITTED
        )
        for one in waiting.select_related("project", "sheet"):
            row = Timesheet.objects.get(pk=one.sheet_id)
            actions.approve(row, one.project, expected=row.version, by=making.by("marek"))

    return deed


def _budget(making: Making) -> None:
    """A line for each phase, approved by the product manager, and three costs beside work."""
    project = making.project()
    by = making.by("marek")
    live = WorkItem.objects.filter(project=project, archived_at=None)
    phases = list(
        live.filter(parent=None, pk__in=live.exclude(parent=None).values("parent")).order_by("position")
    )
    for number, phase in enumerate(phases):
        below = live.filter(parent=phase)
        hours = sum(item.duration_minutes for item in below) / 60 * _SHARES[number % len(_SHARES)]
        fields = {
            "title": phase.title,
            "phase_id": phase.pk,
            "minutes": round(hours) * 60,
            "amount": round(hours * _PER_HOUR, -2),
        }
        budgets.put_down(BudgetLine, project, fields=fields, by=by)
    if phases:
        budgets.approve_open(project, by=making.by("priya"))
    for number, (title, category, state, day, planned, amount, reference) in enumerate(_COSTS):
        item = phases[min(number, len(phases) - 1)].pk if phases else None
        fields = {
            "title": title,
            "item_id": item,
            "category": category,
            "state": state,
            "on": making.day(day),
            "planned": planned,
            "amount": amount,
            "reference": reference,
        }
        budgets.put_down(CostLine, project, fields=fields, by=by)
