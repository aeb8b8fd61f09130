"""Read an XER file into an ImportedPlan."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from northline.engine.model import Calendar, Minutes, Progress, Project, standard_calendar
from northline.formats import ImportedPlan, NotAPlan
from northline.formats.renaming import Names, renamed
from northline.formats.sources import MEBIBYTE, content_of
from northline.formats.xer.activities import Activities, read_activities
from northline.formats.xer.calendars import Calendars, read_calendars
from northline.formats.xer.own_fields import ID, OwnFields, names_in, read_own_fields
from northline.formats.xer.resources import People, read_people
from northline.formats.xer.tables import Record, Tables, Warn, tables_of
from northline.formats.xer.values import Row

MOST_WARNINGS = 200
LONGEST_DAY, LONGEST_WEEK = 24, 168
READ = frozenset({
    "CURRTYPE", "PROJECT", "CALENDAR", "SCHEDOPTIONS", "PROJWBS", "TASK", "TASKPRED", "TASKRSRC", "RSRC", "RSRCRATE",
    "ROLES", "RSRCROLE", "PROJCOST", "MEMOTYPE", "TASKMEMO", "WBSMEMO", "UDFTYPE", "UDFVALUE",
})  # fmt: skip
# Tables that say nothing about the plan itself.
BESIDE = frozenset({"OBS", "UMEASURE", "NONWORK", "POBS", "SHIFT", "SHIFTPER", "FINTMPL", "RSRCCURVDATA"})


def read(
    source: bytes | Path,
    *,
    max_bytes: int = 64 * MEBIBYTE,
    encoding: str | None = None,
    project: str | None = None,
) -> ImportedPlan:
    """Read a plan from the bytes or the path of an XER file.

    Of several projects in a file it is the first with activities, or the one whose `proj_id` or short name is
    `project`. `encoding` is needed only where it is neither UTF-8 nor Windows-1252. Raises FormatError (Truncated,
    WrongSchema, TooLarge, NotAPlan). Whatever else is odd in the file is left out and named in the plan's warnings.
    """
    notes: dict[str, None] = {}

    def warn(sentence: str) -> None:
        if len(notes) < MOST_WARNINGS:
            notes[sentence] = None

    tables = tables_of(content_of(source, max_bytes=max_bytes), encoding=encoding, warn=warn)
    row = _chosen(tables, project, warn)
    _name_unread(tables, warn)
    plan, names = _plan(tables, row, warn)
    return replace(renamed(plan, names), warnings=tuple(notes))


def _chosen(tables: Tables, wanted: str | None, warn: Warn) -> Row:
    """The project to read; the others are named."""
    rows = [Row(r, f"Project {r.get('proj_id', '?')}", warn) for r in tables.of("PROJECT")]
    if not rows:
        raise NotAPlan("The file holds no project. Export one with its activities.")
    busy = {r.get("proj_id", "").strip() for r in tables.of("TASK")}
    if wanted is not None:
        found = [r for r in rows if wanted in (r.text("proj_id"), r.text("proj_short_name"))]
        if not found:
            names = ", ".join(r.text("proj_short_name") or r.text("proj_id") for r in rows[:10])
            raise NotAPlan(f"The file holds no project {wanted!r}. It holds: {names}.")
        return found[0]
    own = next((r for r in rows if r.text("proj_id") in busy), rows[0])
    for other in rows:
        if other is not own:
            name = other.text("proj_short_name") or other.text("proj_id")
            warn(f"Project {name} of the same file was left out; name it to read it instead.")
    return own


def _name_unread(tables: Tables, warn: Warn) -> None:
    unread = sorted(name for name, records in tables.records.items() if records and name not in READ | BESIDE)
    if unread:
        warn(f"Tables that are not read: {', '.join(unread[:20])}.")


def _plan(tables: Tables, row: Row, warn: Warn) -> tuple[ImportedPlan, Names]:
    own = read_own_fields(tables)
    if own.others:
        warn(f"User-defined fields were left out: {', '.join(own.others[:20])}.")
    uid = row.text("proj_id")
    said = own.plan(uid)
    calendars = read_calendars(tables.of("CALENDAR"), project=uid, warn=warn)
    calendar = _project_calendar(row, calendars, warn)
    people = read_people(tables, calendars.made, warn=warn)
    options = _options(tables, uid, warn)
    found = read_activities(tables, people, own, project=uid, calendar=calendar.id, calendars=calendars.made,
                            elapsed=options.text("sched_calendar_on_relationship_lag") == "rcal_24Hour",
                            warn=warn)  # fmt: skip
    plan = ImportedPlan(
        project=_project(tables, row, found, calendars, calendar, people, options, said),
        details=found.details,
        resources=people.details,
        assignments=tuple(found.staffing.details),
    )
    return plan, _names(own, said, found, people)


def _project_calendar(row: Row, calendars: Calendars, warn: Warn) -> Calendar:
    for uid in (row.text("clndr_id"), calendars.default):
        if uid in calendars.made:
            return calendars.made[uid]
    if calendars.made:
        own = next(iter(calendars.made.values()))
        warn(f"The plan names no calendar that it holds; “{own.name}” is used.")
        return own
    warn("The plan holds no calendar; Monday to Friday, 8 to 12 and 13 to 17 is used.")
    own = standard_calendar()
    calendars.made[own.id] = own
    return own


def _options(tables: Tables, project: str, warn: Warn) -> Row:
    rows = [r for r in tables.of("SCHEDOPTIONS") if r.get("proj_id", "").strip() in ("", project)]
    return Row(rows[0] if rows else {}, "The schedule options", warn)


def _project(
    tables: Tables,
    row: Row,
    found: Activities,
    calendars: Calendars,
    calendar: Calendar,
    people: People,
    options: Row,
    said: Any,
) -> Project:
    start = row.moment("plan_start_date") or row.moment("last_recalc_date") or found.first_start()
    if start is None:
        raise NotAPlan("The plan has no start date, and no activity has one either.")
    status = row.moment("last_recalc_date")
    clock = _record_of(tables.of("CALENDAR"), "clndr_id", calendar.id, row)
    honour = said.get("honour")
    return Project(
        id=_text(said.get("id")) or row.text("proj_id") or "plan",
        name=row.verbatim("proj_short_name") if found.name is None else found.name,
        start=start,
        finish=row.moment("scd_end_date"),
        calendar=calendar.id,
        calendars=tuple(calendars.made.values()),
        tasks=found.tasks,
        links=found.links,
        resources=tuple(people.resources.values()),
        assignments=tuple(found.staffing.assignments),
        demands=tuple(found.staffing.demands),
        status_date=status if status != start else None,
        minutes_per_day=_span(clock, "day_hr_cnt", 8, LONGEST_DAY),
        minutes_per_week=_span(clock, "week_hr_cnt", 40, LONGEST_WEEK),
        currency=_currency(tables),
        honour_constraints=honour if isinstance(honour, bool) else found.mandatory,
        critical_slack_limit=row.minutes("critical_drtn_hr_cnt") or Minutes(0),
        progress=_progress(options),
        deadline=row.moment("plan_end_date"),
    )


def _record_of(records: list[Record], key: str, uid: str, row: Row) -> Row:
    found = next((r for r in records if r.get(key, "").strip() == uid), {})
    return Row(found, row.who, lambda _: None)


def _span(clock: Row, name: str, usual: int, most: int) -> int:
    hours = clock.number(name, usual)
    return round(60 * hours) if 0 < hours <= most else 60 * usual


def _currency(tables: Tables) -> str:
    if len(tables.header) > 8 and tables.header[8].strip():
        return tables.header[8].strip()
    types = tables.of("CURRTYPE")
    return types[0].get("curr_short_name", "").strip() if types else ""


def _progress(options: Row) -> Progress:
    if options.flag("sched_progress_override"):
        return Progress.PROGRESS_OVERRIDE
    kept = options.flag("sched_retained_logic", default=True)
    return Progress.RETAINED_LOGIC if kept else Progress.ACTUAL_DATES


def _names(own: OwnFields, said: Any, found: Activities, people: People) -> Names:
    """The ids that things have in Northline, where they have others there."""
    ids = {uid: own.of(table, number).get(ID, "") for uid, (table, number) in found.numbers.items()}
    theirs = {uid: own.of("RSRC", uid).get(ID, "") for uid in people.resources}
    return Names(
        tasks={uid: given for uid, given in ids.items() if given},
        resources={uid: given for uid, given in theirs.items() if given},
        calendars=names_in(said, "calendars"),
    )


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
