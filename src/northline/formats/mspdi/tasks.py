"""MSPDI tasks and links."""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from northline.engine.model import (
    NO_CONSTRAINT,
    Baseline,
    Constraint,
    ConstraintKind,
    Lag,
    LagUnit,
    Link,
    LinkKind,
    Minutes,
    Task,
    TaskType,
)
from northline.formats import NONE_YET, TaskDetails
from northline.formats.mspdi.handed_on import TASK, custom_values, handed_on
from northline.formats.mspdi.own_fields import TASK_FIELDS, OwnFields, estimate_of, names_of
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
TYPES = (TaskType.FIXED_UNITS, TaskType.FIXED_DURATION, TaskType.FIXED_WORK)
DATES = ("Start", "Finish", "EarlyStart", "EarlyFinish", "LateStart", "LateFinish")
BY_PHYSICAL_PERCENT = 1


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


def read_task(fields: Fields, outline: Outline, own: OwnFields, warn: Warn) -> tuple[Task, TaskDetails, str]:
    """One task, its details, and its id in Northline if it has another there.

    Its calendar is named as the file names it, and need not exist.
    """
    uid = fields.text("UID")
    custom = custom_values(fields.record)
    given = estimate = hammock = consulted = informed = ""
    if custom:
        given, estimate, hammock, consulted, informed = (own.take(custom, name) for name in TASK_FIELDS)
    details = _details(fields, custom, consulted=names_of(consulted), informed=names_of(informed))
    raw = fields.raw
    actual_start = actual_finish = None
    if "ActualStart" in raw or "ActualFinish" in raw:
        actual_start, actual_finish = _ordered(fields, "ActualStart", "ActualFinish", warn)
    manual = fields.flag("Manual")
    manual_start, manual_finish = _manual_dates(fields, warn) if manual else (None, None)
    calendar = fields.text("CalendarUID")
    number = fields.integer("Type")
    task = Task(
        id=uid,
        name=fields.verbatim("Name"),
        duration=Minutes(max(0, fields.minutes("Duration") or 0)),
        parent=outline.place(details.outline_level, uid),
        calendar=None if calendar in ("", "-1") else calendar,
        constraint=_constraint(fields, warn),
        deadline=fields.moment("Deadline") if "Deadline" in raw else None,
        milestone=fields.flag("Milestone"),
        manual=manual,
        manual_start=manual_start,
        manual_finish=manual_finish,
        priority=fields.integer("Priority", 500),
        actual_start=actual_start,
        actual_finish=actual_finish,
        remaining_duration=_not_negative(fields.minutes("RemainingDuration"))
        if "RemainingDuration" in raw
        else None,
        percent_complete=details.percent_complete,
        resume=fields.moment("Resume") if actual_start else None,
        estimate=estimate_of(estimate) if estimate else None,
        ignores_resource_calendar=fields.flag("IgnoreResourceCalendar"),
        elapsed_duration=fields.integer("DurationFormat") in ELAPSED_FORMATS,
        active=fields.flag("Active", default=True),
        levelling_delay=Minutes(max(0, fields.integer("LevelingDelay")) // 10),
        type=TYPES[number] if 0 <= number < len(TYPES) else TaskType.FIXED_UNITS,
        effort_driven=fields.flag("EffortDriven"),
        splittable=fields.flag("LevelingCanSplit"),
        hammock=hammock == "1",
        baselines=_baselines(fields, warn) if "Baseline" in fields.record.groups else (),
        fixed_cost=details.fixed_cost,
        actual_cost=details.actual_cost if raw.get("ActualCost") else None,
        actual_work=details.actual_work if raw.get("ActualWork") else None,
        physical_percent_complete=_physical(fields) if "EarnedValueMethod" in raw else None,
        owner=fields.verbatim("Contact") or None if "Contact" in raw else None,
    )
    return task, details, given


def read_links(record: Record, warn: Warn) -> list[Link]:
    """The links into one task. Lag is in tenths of a minute, but plain percent where its format says so."""
    if "PredecessorLink" not in record.groups:
        return []
    after = record.text.get("UID", "?").strip()
    who = f"Task {after}"
    links = []
    for link in record.groups["PredecessorLink"]:
        fields = Fields(link, who, warn)
        kind = fields.integer("Type", 1)
        if not 0 <= kind < len(LINKS):
            warn(f"{who}: a link of unknown type {kind} was read as finish to start.")
            kind = 1
        if fields.flag("CrossProject"):
            warn(f"{who}: a link to another project was left out.")
            continue
        lag = _lag(fields.integer("LinkLag"), fields.integer("LagFormat", 7))
        links.append(Link(fields.text("PredecessorUID"), after, LINKS[kind], lag))
    return links


# A plan has few different lags.
@lru_cache(maxsize=1 << 12)
def _lag(amount: int, unit: int) -> Lag:
    if unit in PERCENT_FORMATS:
        return Lag(amount, LagUnit.PERCENT)
    return Lag(round(amount / 10), LagUnit.ELAPSED if unit in ELAPSED_FORMATS else LagUnit.WORKING)


def _details(
    fields: Fields, custom: dict[str, str], *, consulted: tuple[str, ...], informed: tuple[str, ...]
) -> TaskDetails:
    raw = fields.raw
    stored = fields.moments(DATES)
    number = fields.text("OutlineNumber")
    level = number.count(".") + 1 if number not in ("", "0") else 0
    return TaskDetails(
        row=fields.integer("ID"),
        wbs=fields.text("WBS"),
        outline_number=number,
        outline_level=fields.integer("OutlineLevel", level),
        notes=fields.verbatim("Notes") if "Notes" in raw else "",
        percent_complete=_percent(fields.number("PercentComplete")),
        percent_work_complete=_percent(fields.number("PercentWorkComplete")),
        work=Minutes(fields.minutes("Work") or 0) if "Work" in raw else NONE_YET,
        actual_work=Minutes(fields.minutes("ActualWork") or 0) if "ActualWork" in raw else NONE_YET,
        cost=fields.number("Cost") / 100 if "Cost" in raw else 0.0,
        actual_cost=fields.number("ActualCost") / 100 if "ActualCost" in raw else 0.0,
        fixed_cost=fields.number("FixedCost") / 100,
        summary=fields.flag("Summary"),
        stored=stored,
        consulted=consulted,
        informed=informed,
        custom=custom,
        extra=handed_on(fields, TASK),
    )


def _constraint(fields: Fields, warn: Warn) -> Constraint:
    number = fields.integer("ConstraintType")
    if not number:
        return NO_CONSTRAINT
    kind = CONSTRAINTS[number] if 0 <= number < len(CONSTRAINTS) else ConstraintKind.ASAP
    if kind in (ConstraintKind.ASAP, ConstraintKind.ALAP):
        return Constraint(kind)
    at = fields.moment("ConstraintDate")
    if at is None:
        warn(f"{fields.who}: constraint {kind} has no date and was left out.")
        return NO_CONSTRAINT
    return Constraint(kind, at)


def _baselines(fields: Fields, warn: Warn) -> tuple[Baseline, ...]:
    made: dict[int, Baseline] = {}
    for record in fields.record.all("Baseline"):
        inner = Fields(record, f"{fields.who}, baseline", warn)
        number = inner.integer("Number")
        if number in made or not 0 <= number <= 10:
            warn(f"{fields.who}: a second or unknown baseline {number} was left out.")
            continue
        made[number] = Baseline(
            inner.moment("Start"),
            inner.moment("Finish"),
            Minutes(max(0, inner.minutes("Duration") or 0)),
            Minutes(max(0, inner.minutes("Work") or 0)),
            inner.number("Cost") / 100,
            number,
        )
    return tuple(made.values())


def _physical(fields: Fields) -> float | None:
    """Physical percent counts only where the plan reckons earned value by it; elsewhere it is always 0."""
    if fields.integer("EarnedValueMethod") != BY_PHYSICAL_PERCENT:
        return None
    return _percent(fields.number("PhysicalPercentComplete"))


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
    return value if 0.0 <= value <= 100.0 else min(100.0, max(0.0, value))


def _not_negative(minutes: Minutes | None) -> Minutes | None:
    return None if minutes is None else Minutes(max(0, minutes))
