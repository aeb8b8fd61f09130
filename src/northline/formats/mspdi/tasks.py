"""MSPDI tasks and links."""

from dataclasses import dataclass
from datetime import datetime

from northline.engine.model import (
    NO_CONSTRAINT,
    Constraint,
    ConstraintKind,
    Lag,
    LagUnit,
    Link,
    LinkKind,
    Minutes,
    Task,
)
from northline.formats import TaskDetails
from northline.formats.mspdi.records import Record
from northline.formats.mspdi.values import ELAPSED_FORMATS, PERCENT_FORMATS, Fields, Warn

CONSTRAINTS = (
    ConstraintKind.ASAP,
    ConstraintKind.ALAP,
    ConstraintKind.MSO,
    ConstraintKind.MFO,
    ConstraintKind.SNET,
    ConstraintKind.SNLT,
    ConstraintKind.FNET,
    ConstraintKind.FNLT,
)
LINKS = (LinkKind.FF, LinkKind.FS, LinkKind.SF, LinkKind.SS)
DATES = ("Start", "Finish", "EarlyStart", "EarlyFinish", "LateStart", "LateFinish")


@dataclass(frozen=True, slots=True)
class Outline:
    """Where a task hangs: finds each task's parent from the levels seen so far."""

    path: list[tuple[int, str]]

    def place(self, level: int, uid: str) -> str | None:
        """Enter a task at a level and return its parent's UID."""
        while self.path and self.path[-1][0] >= level:
            self.path.pop()
        parent = self.path[-1][1] if self.path else None
        self.path.append((level, uid))
        return parent


def read_task(record: Record, outline: Outline, calendars: set[str], warn: Warn) -> tuple[Task, TaskDetails]:
    """One task and its details; `calendars` are the UIDs that exist."""
    fields = Fields(record, f"Task {record.text.get('UID', '?')}", warn)
    uid = fields.text("UID")
    details = _details(fields)
    calendar = fields.text("CalendarUID")
    if calendar not in ("", "-1") and calendar not in calendars:
        warn(f"{fields.who}: calendar {calendar} does not exist; the project's own is used.")
    actual_start, actual_finish = _ordered(fields, "ActualStart", "ActualFinish", warn)
    manual = fields.flag("Manual")
    manual_start, manual_finish = _manual_dates(fields, warn) if manual else (None, None)
    task = Task(
        id=uid,
        name=fields.text("Name"),
        duration=Minutes(max(0, fields.minutes("Duration") or 0)),
        parent=outline.place(details.outline_level, uid),
        calendar=calendar if calendar in calendars else None,
        constraint=_constraint(fields, warn),
        deadline=fields.moment("Deadline"),
        milestone=fields.flag("Milestone"),
        manual=manual,
        manual_start=manual_start,
        manual_finish=manual_finish,
        priority=fields.integer("Priority", 500),
        actual_start=actual_start,
        actual_finish=actual_finish,
        remaining_duration=_not_negative(fields.minutes("RemainingDuration")),
        percent_complete=details.percent_complete,
        resume=fields.moment("Resume") if actual_start else None,
        ignores_resource_calendar=fields.flag("IgnoreResourceCalendar"),
        elapsed_duration=fields.integer("DurationFormat") in ELAPSED_FORMATS,
        active=fields.flag("Active", default=True),
        levelling_delay=Minutes(max(0, fields.integer("LevelingDelay")) // 10),
    )
    return task, details


def read_links(record: Record, warn: Warn) -> list[Link]:
    """The links into one task. Lag is in tenths of a minute, but plain percent where its format says so."""
    after = record.text.get("UID", "?")
    links = []
    for link in record.all("PredecessorLink"):
        fields = Fields(link, f"Task {after}", warn)
        kind = fields.integer("Type", 1)
        if not 0 <= kind < len(LINKS):
            warn(f"Task {after}: a link of unknown type {kind} was read as finish to start.")
            kind = 1
        if fields.flag("CrossProject"):
            warn(f"Task {after}: a link to another project was left out.")
            continue
        links.append(Link(fields.text("PredecessorUID"), after, LINKS[kind], _lag(fields)))
    return links


def _lag(fields: Fields) -> Lag:
    amount, unit = fields.integer("LinkLag"), fields.integer("LagFormat", 7)
    if unit in PERCENT_FORMATS:
        return Lag(amount, LagUnit.PERCENT)
    return Lag(round(amount / 10), LagUnit.ELAPSED if unit in ELAPSED_FORMATS else LagUnit.WORKING)


def _details(fields: Fields) -> TaskDetails:
    stored = {tag: moment for tag in DATES if (moment := fields.moment(tag)) is not None}
    number = fields.text("OutlineNumber")
    level = number.count(".") + 1 if number not in ("", "0") else 0
    return TaskDetails(
        row=fields.integer("ID"),
        wbs=fields.text("WBS"),
        outline_number=number,
        outline_level=fields.integer("OutlineLevel", level),
        notes=fields.text("Notes"),
        percent_complete=_percent(fields.number("PercentComplete")),
        percent_work_complete=_percent(fields.number("PercentWorkComplete")),
        work=Minutes(fields.minutes("Work") or 0),
        actual_work=Minutes(fields.minutes("ActualWork") or 0),
        cost=fields.number("Cost") / 100,
        actual_cost=fields.number("ActualCost") / 100,
        fixed_cost=fields.number("FixedCost") / 100,
        summary=fields.flag("Summary"),
        stored=stored,
    )


def _constraint(fields: Fields, warn: Warn) -> Constraint:
    number = fields.integer("ConstraintType")
    kind = CONSTRAINTS[number] if 0 <= number < len(CONSTRAINTS) else ConstraintKind.ASAP
    if kind in (ConstraintKind.ASAP, ConstraintKind.ALAP):
        return Constraint(kind)
    at = fields.moment("ConstraintDate")
    if at is None:
        warn(f"{fields.who}: constraint {kind} has no date and was left out.")
        return NO_CONSTRAINT
    return Constraint(kind, at)


def _manual_dates(fields: Fields, warn: Warn) -> tuple[datetime | None, datetime | None]:
    if fields.text("ManualStart") or fields.text("ManualFinish"):
        return _ordered(fields, "ManualStart", "ManualFinish", warn)
    return _ordered(fields, "Start", "Finish", warn)


def _ordered(
    fields: Fields, start_tag: str, finish_tag: str, warn: Warn
) -> tuple[datetime | None, datetime | None]:
    start, finish = fields.moment(start_tag), fields.moment(finish_tag)
    if start is not None and finish is not None and finish < start:
        warn(f"{fields.who}: {finish_tag} lies before {start_tag} and was left out.")
        return start, None
    return start, finish


def _percent(value: float) -> float:
    return min(100.0, max(0.0, value))


def _not_negative(minutes: Minutes | None) -> Minutes | None:
    return None if minutes is None else Minutes(max(0, minutes))
