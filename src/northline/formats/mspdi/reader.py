"""Read an MSPDI file into an ImportedPlan."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from northline.engine.model import Calendar, Link, Minutes, Project, Resource, Task, standard_calendar
from northline.formats import ImportedPlan, NotAPlan
from northline.formats.mspdi.calendars import Calendars, read_calendars
from northline.formats.mspdi.handed_on import PROJECT
from northline.formats.mspdi.reading import Reading
from northline.formats.mspdi.records import Record
from northline.formats.mspdi.sections import Misread, read_sections
from northline.formats.mspdi.splits import with_splits
from northline.formats.mspdi.values import Fields, Warn
from northline.formats.renaming import renamed
from northline.formats.sources import MEBIBYTE, making_many


def read(source: bytes | Path, *, max_bytes: int = 64 * MEBIBYTE) -> ImportedPlan:
    """Read a plan from the bytes or the path of an MSPDI file.

    Raises FormatError (Truncated, NotXml, WrongSchema, TooDeep, HasDoctype, TooLarge, NotAPlan). Whatever
    else is odd in the file is left out and named in the plan's warnings.
    """
    with making_many():
        found = Reading()
        try:
            header = read_sections(source, found.take, max_bytes=max_bytes, quickly=True)
        except Misread:
            found = Reading()
            header = read_sections(source, found.take, max_bytes=max_bytes)
        return renamed(_plan(Fields(Record(text=header), "The plan", found.warn), found), found.names)


def _plan(fields: Fields, found: Reading) -> ImportedPlan:
    found.finish()
    calendars = read_calendars(found.calendar_records, found.warn)
    own = _project_calendar(fields, calendars, found.warn)
    return ImportedPlan(
        project=_project(fields, found, calendars, own),
        details=found.details,
        warnings=tuple(found.notes),
        resources={uid: details for uid, (_, details) in found.resources.items()},
        assignments=tuple(details for _, details in found.assignments),
        about={tag: fields.raw[tag] for tag in PROJECT if tag in fields.raw},
        fields=tuple(found.fields),
    )


def _project(fields: Fields, found: Reading, calendars: Calendars, own: Calendar) -> Project:
    start = fields.moment("StartDate") or _first_stored_start(found)
    if start is None:
        raise NotAPlan("The plan has no start date, and no task has one either.")
    finish = fields.moment("FinishDate")
    day = _length(fields, "MinutesPerDay", 480, most=1440, warn=found.warn)
    tasks = _tasks(found, calendars, own)
    return Project(
        id=fields.text("UID") or fields.text("GUID") or "plan",
        name=fields.verbatim("Title") or fields.verbatim("Name"),
        start=start,
        finish=finish,
        schedule_from_start=fields.flag("ScheduleFromStart", default=True) or finish is None,
        calendar=own.id,
        calendars=tuple(calendars.made.values()),
        tasks=tasks,
        links=_known_links(found),
        resources=_resources(found, calendars),
        assignments=tuple(made for made, _ in found.assignments),
        status_date=fields.moment("StatusDate"),
        minutes_per_day=day,
        minutes_per_week=_length(fields, "MinutesPerWeek", 2400, most=10080, warn=found.warn),
        currency=fields.text("CurrencyCode") or fields.text("CurrencySymbol"),
        honour_constraints=fields.flag("HonorConstraints", default=True),
        critical_slack_limit=Minutes(fields.integer("CriticalSlackLimit") * day),
    )


def _length(fields: Fields, tag: str, usual: int, *, most: int, warn: Warn) -> int:
    """Minutes of a day or a week, in which durations are shown."""
    minutes = fields.integer(tag, usual)
    if 1 <= minutes <= most:
        return minutes
    warn(f"The plan: {tag} {minutes} makes no sense; {usual} is used.")
    return usual


def _project_calendar(fields: Fields, calendars: Calendars, warn: Warn) -> Calendar:
    uid = calendars.find(fields.text("CalendarUID"))
    if uid is not None:
        return calendars.made[uid]
    if calendars.made:
        own = next(iter(calendars.made.values()))
        warn(f"The plan names no calendar that it holds; “{own.name}” is used.")
        return own
    warn("The plan holds no calendar; Monday to Friday, 8 to 12 and 13 to 17 is used.")
    own = standard_calendar()
    calendars.made[own.id] = own
    return own


def _tasks(found: Reading, calendars: Calendars, own: Calendar) -> tuple[Task, ...]:
    """The tasks with the calendars that exist, and with what only the whole file tells: summaries and splits."""
    parents = {t.parent for t in found.tasks.values()}
    for uid, task in found.tasks.items():
        changed: dict[str, Any] = {}
        if task.calendar is not None and (calendar := calendars.find(task.calendar)) != task.calendar:
            changed["calendar"] = calendar
            if calendar is None:
                found.warn(f"Task {uid}: calendar {task.calendar} does not exist; the project's own is used.")
        said = task.milestone or task.actual_cost is not None or task.actual_work is not None
        if uid in parents and said:
            # What a summary's row says of work and cost done is the sum of its children's.
            changed |= {"milestone": False, "actual_cost": None, "actual_work": None}
        if changed:
            found.tasks[uid] = replace(task, **changed)
    for uid, splits in with_splits(found.tasks, found.spreads, calendars.made, own.id).items():
        if uid not in parents:
            found.tasks[uid] = replace(found.tasks[uid], splits=splits)
    return tuple(found.tasks.values())


def _known_links(found: Reading) -> tuple[Link, ...]:
    kept = []
    for link in found.links:
        if link.before in found.tasks and link.before != link.after:
            kept.append(link)
        else:
            found.warn(
                f"Task {link.after}: its link from task {link.before}, which is not there, was left out."
            )
    return tuple(kept)


def _resources(found: Reading, calendars: Calendars) -> tuple[Resource, ...]:
    made = []
    for resource, _ in found.resources.values():
        calendar = None if resource.calendar is None else calendars.find(resource.calendar)
        made.append(resource if calendar == resource.calendar else replace(resource, calendar=calendar))
    return tuple(made)


def _first_stored_start(found: Reading) -> datetime | None:
    starts = [d.stored["Start"] for d in found.details.values() if "Start" in d.stored]
    return min(starts, default=None)
