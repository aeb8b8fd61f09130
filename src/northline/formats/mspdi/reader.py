"""Read an MSPDI file into an ImportedPlan."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from northline.engine.model import (
    Assignment,
    Calendar,
    Link,
    Minutes,
    Project,
    Resource,
    ResourceKind,
    Task,
    standard_calendar,
)
from northline.formats import ImportedPlan, NotAPlan, TaskDetails, TooLarge
from northline.formats.mspdi.calendars import read_calendars
from northline.formats.mspdi.records import MEBIBYTE, Record, read_sections
from northline.formats.mspdi.tasks import Outline, read_links, read_task
from northline.formats.mspdi.values import Fields, Warn

NOBODY = "-65535"
FIXED_DURATION = "1"
KINDS = {0: ResourceKind.MATERIAL, 1: ResourceKind.WORK, 2: ResourceKind.COST}
MOST_WARNINGS = 200


def read(source: bytes | Path, *, max_bytes: int = 64 * MEBIBYTE) -> ImportedPlan:
    """Read a plan from the bytes or the path of an MSPDI file.

    Raises FormatError (Truncated, NotXml, WrongSchema, TooDeep, HasDoctype, TooLarge, NotAPlan). Whatever
    else is odd in the file is left out and named in the plan's warnings.
    """
    if isinstance(source, Path):
        if source.stat().st_size > max_bytes:
            raise TooLarge(f"The file is larger than the limit of {max_bytes // MEBIBYTE} MiB.")
        source = source.read_bytes()
    sections: dict[str, list[Record]] = {}

    def take(tag: str, record: Record) -> None:
        sections.setdefault(tag, []).append(record)

    header = read_sections(source, take, max_bytes=max_bytes)
    return _plan(Record(text=header), sections)


def _plan(header: Record, sections: dict[str, list[Record]]) -> ImportedPlan:
    notes: dict[str, None] = {}

    def warn(sentence: str) -> None:
        if len(notes) < MOST_WARNINGS:
            notes[sentence] = None

    fields = Fields(header, "The plan", warn)
    calendars = read_calendars(sections.get("Calendar", []), warn)
    own = _project_calendar(fields, calendars, warn)
    calendars = _resting_after_project(calendars, own)
    tasks, details, links = _tasks(sections.get("Task", []), set(calendars), warn)
    resources = _resources(sections.get("Resource", []), set(calendars), warn)
    known_tasks, known_resources = {t.id for t in tasks}, {r.id for r in resources}
    fixed = {r.text.get("UID", "") for r in sections.get("Task", []) if r.text.get("Type") == FIXED_DURATION}
    assignments = _assignments(sections.get("Assignment", []), known_tasks, known_resources, fixed, warn)
    start = fields.moment("StartDate") or _first_stored_start(details)
    finish = fields.moment("FinishDate")
    if start is None:
        raise NotAPlan("The plan has no start date, and no task has one either.")
    project = Project(
        id=fields.text("UID") or fields.text("GUID") or "plan",
        name=fields.text("Title") or fields.text("Name"),
        start=start,
        finish=finish,
        schedule_from_start=fields.flag("ScheduleFromStart", default=True) or finish is None,
        calendar=own.id,
        calendars=tuple(calendars.values()),
        tasks=tuple(tasks),
        links=tuple(_known_links(links, known_tasks, warn)),
        resources=tuple(resources),
        assignments=tuple(assignments),
        status_date=fields.moment("StatusDate"),
        minutes_per_day=fields.integer("MinutesPerDay", 480),
        minutes_per_week=fields.integer("MinutesPerWeek", 2400),
        honour_constraints=fields.flag("HonorConstraints", default=True),
        critical_slack_limit=Minutes(
            fields.integer("CriticalSlackLimit") * fields.integer("MinutesPerDay", 480)
        ),
    )
    return ImportedPlan(project=project, details=details, warnings=tuple(notes))


def _project_calendar(fields: Fields, calendars: dict[str, Calendar], warn: Warn) -> Calendar:
    uid = fields.text("CalendarUID")
    if uid in calendars:
        return calendars[uid]
    if calendars:
        own = next(iter(calendars.values()))
        warn(f"The plan names no calendar that it holds; “{own.name}” is used.")
        return own
    warn("The plan holds no calendar; Monday to Friday, 8 to 12 and 13 to 17 is used.")
    own = standard_calendar()
    calendars[own.id] = own
    return own


def _resting_after_project(calendars: dict[str, Calendar], own: Calendar) -> dict[str, Calendar]:
    return calendars if own.id in calendars else {own.id: own, **calendars}


def _tasks(
    records: list[Record], calendars: set[str], warn: Warn
) -> tuple[list[Task], dict[str, TaskDetails], list[Link]]:
    tasks: list[Task] = []
    details: dict[str, TaskDetails] = {}
    links: list[Link] = []
    outline = Outline([])
    for record in records:
        fields = Fields(record, f"Task {record.text.get('UID', '?')}", warn)
        uid = fields.text("UID")
        if fields.flag("IsNull"):
            continue
        if not uid or uid in details:
            warn(f"Task “{fields.text('Name')}” has {'a repeated' if uid else 'no'} UID and was left out.")
            continue
        task, detail = read_task(record, outline, calendars, warn)
        tasks.append(task)
        details[uid] = detail
        links += read_links(record, warn)
    parents = {t.parent for t in tasks}
    return [t if t.id not in parents else replace(t, milestone=False) for t in tasks], details, links


def _known_links(links: list[Link], tasks: set[str], warn: Warn) -> list[Link]:
    kept = []
    for link in links:
        if link.before in tasks and link.before != link.after:
            kept.append(link)
        else:
            warn(f"Task {link.after}: its link from task {link.before}, which is not there, was left out.")
    return kept


def _resources(records: list[Record], calendars: set[str], warn: Warn) -> list[Resource]:
    resources: dict[str, Resource] = {}
    for record in records:
        fields = Fields(record, f"Resource {record.text.get('UID', '?')}", warn)
        uid, calendar = fields.text("UID"), fields.text("CalendarUID")
        if fields.flag("IsNull") or not uid:
            continue
        if uid in resources:
            warn(f"{fields.who} comes twice; the first one was kept.")
            continue
        resources[uid] = Resource(
            uid,
            fields.text("Name"),
            calendar if calendar in calendars else None,
            max(0.0, fields.number("MaxUnits", 1.0)),
            KINDS.get(fields.integer("Type", 1), ResourceKind.WORK),
        )
    return list(resources.values())


def _assignments(
    records: list[Record], tasks: set[str], resources: set[str], fixed_duration: set[str], warn: Warn
) -> list[Assignment]:
    made = []
    for record in records:
        fields = Fields(record, f"Assignment {record.text.get('UID', '?')}", warn)
        task, resource = fields.text("TaskUID"), fields.text("ResourceUID")
        if task in tasks:
            _warn_of_splits(record, task, warn)
        if task not in tasks or resource not in resources:
            if resource not in (NOBODY, ""):
                warn(f"{fields.who} names task {task} or resource {resource}, which is not in the plan.")
            continue
        if fields.integer("Delay"):
            warn(f"{fields.who}: its delay against the task was left out.")
        shaped = fields.integer("WorkContour") != 0 or task in fixed_duration
        work = fields.minutes("Work")
        regular = (
            None if shaped or work is None else Minutes(max(0, work - (fields.minutes("OvertimeWork") or 0)))
        )
        made.append(Assignment(task, resource, max(0.0, fields.number("Units", 1.0)), regular))
    return made


def _warn_of_splits(record: Record, task: str, warn: Warn) -> None:
    """Only the spread of work over time shows a split: idle stretches between worked ones."""
    values = [p.text.get("Value", "") for p in record.all("TimephasedData") if p.text.get("Type") == "1"]
    worked = [bool(value.strip("PTHMS0.")) for value in values]
    if True in worked:
        first, last = worked.index(True), len(worked) - worked[::-1].index(True)
        if any(
            value and not busy for value, busy in zip(values[first:last], worked[first:last], strict=True)
        ):
            warn(f"Task {task} is split; its work was read as one stretch.")


def _first_stored_start(details: dict[str, TaskDetails]) -> datetime | None:
    starts = [d.stored["Start"] for d in details.values() if "Start" in d.stored]
    return min(starts, default=None)
