"""All that an XER file says of one project's activities, put together: outline, tasks, links, people, notes."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from northline.engine.model import Link, Minutes, ResourceKind, Task
from northline.formats import TaskDetails
from northline.formats.xer import words
from northline.formats.xer.breakdown import Breakdown, read_breakdown
from northline.formats.xer.memos import notes_by
from northline.formats.xer.own_fields import ROW, OwnFields, whole_number
from northline.formats.xer.resources import People, Staffing, read_staffing
from northline.formats.xer.tables import Tables, Warn
from northline.formats.xer.tasks import on_known_calendar, read_links, read_task, stored_dates
from northline.formats.xer.values import Row


@dataclass(slots=True)
class Activities:
    """What was found; `numbers` has each task's table and number there, `mandatory` whether a constraint
    overrides links."""

    name: str | None = None
    tasks: tuple[Task, ...] = ()
    links: tuple[Link, ...] = ()
    details: dict[str, TaskDetails] = field(default_factory=dict)
    staffing: Staffing = field(default_factory=Staffing)
    numbers: dict[str, tuple[str, str]] = field(default_factory=dict)
    mandatory: bool = False

    def first_start(self) -> datetime | None:
        """The earliest date that the file stores for a start."""
        return min((d.stored["Start"] for d in self.details.values() if "Start" in d.stored), default=None)


@dataclass(slots=True)
class _Work:
    tables: Tables
    own: OwnFields
    warn: Warn
    project: str
    calendar: str
    calendars: Container[str]
    rows: dict[str, Row] = field(default_factory=dict)
    tasks: dict[str, Task] = field(default_factory=dict)


def read_activities(
    tables: Tables,
    people: People,
    own: OwnFields,
    *,
    project: str,
    calendar: str,
    calendars: Container[str],
    elapsed: bool,
    warn: Warn,
) -> Activities:
    """The activities of one project; `elapsed` says that its lags count time on the clock."""
    work = _Work(tables, own, warn, project, calendar, calendars)
    left_out = _take_rows(work)
    homes = {uid: row.text("wbs_id") for uid, row in work.rows.items()}
    outline = read_breakdown(tables.of("PROJWBS"), homes, project=project, warn=warn)
    found = Activities(name=outline.name if outline.root else None)
    _take_tasks(work, outline, found)
    foreign = {r.get("task_id", "").strip() for r in tables.of("TASK")} - work.tasks.keys()
    links = tables.of("TASKPRED")
    found.links = read_links(links, work.tasks, elapsed=elapsed, foreign=foreign, warn=warn)
    found.staffing = read_staffing(
        _with_types(work), work.tasks, people, left_out=foreign - left_out, warn=warn
    )
    _by_people(work, found, people)
    _add_costs(work, found)
    found.tasks = tuple(work.tasks.values())
    _add_details(work, outline, found)
    return found


def _take_rows(work: _Work) -> set[str]:
    """The project's activities; those that only sum up a part of the breakdown are left out and returned."""
    sums: set[str] = set()
    for record in work.tables.of("TASK"):
        row = Row(record, f"Activity {record.get('task_code') or record.get('task_id', '?')}", work.warn)
        uid = row.text("task_id")
        if row.text("proj_id") != work.project:
            continue
        if not uid or uid in work.rows:
            work.warn(f"{row.who} has {'a repeated' if uid else 'no'} number and was left out.")
        elif row.text("task_type") == words.WBS_SUMMARY:
            sums.add(uid)
        else:
            work.rows[uid] = row
    if sums:
        work.warn(f"{len(sums)} WBS summary activities were left out: their WBS shows the same dates.")
    return sums


def _take_tasks(work: _Work, outline: Breakdown, found: Activities) -> None:
    """Summaries and tasks in the order of the outline, or in the order that our own field gives."""
    order = outline.order
    rows = [work.own.of("PROJWBS" if node else "TASK", uid).get(ROW, "") for node, uid, _ in order]
    given = whole_number(rows)
    if given is not None:
        order = [
            o for _, _, o in sorted((g, n, o) for n, (g, o) in enumerate(zip(given, order, strict=True)))
        ]
    for node, uid, _ in order:
        task = _summary(outline, uid, work.tasks) if node else _task(work, uid, outline)
        work.tasks[task.id] = task
        found.numbers[task.id] = ("PROJWBS" if node else "TASK", uid)
    found.mandatory = any(
        row.text(f"cstr_type{n}") in words.MANDATORY for row in work.rows.values() for n in ("", "2")
    )


def _summary(outline: Breakdown, uid: str, tasks: Mapping[str, Task]) -> Task:
    row, above = outline.rows[uid], outline.parents[uid]
    parent = None if above is None else summary_id(above)
    return Task(id=summary_id(uid), name=row.verbatim("wbs_name"), parent=parent)


def summary_id(uid: str) -> str:
    """The id of a node of the breakdown: its number, told apart from those of activities."""
    return f"w{uid}"


def _task(work: _Work, uid: str, outline: Breakdown) -> Task:
    row = work.rows[uid]
    home = row.text("wbs_id")
    parent = summary_id(home) if home in outline.rows else None
    return read_task(row, work.own.of("TASK", uid), parent=parent, warn=work.warn)


def _with_types(work: _Work) -> Iterable[dict[str, str]]:
    """Assignments, each with the type of its activity."""
    for record in work.tables.of("TASKRSRC"):
        row = work.rows.get(record.get("task_id", "").strip())
        yield record if row is None else record | {"task_type": row.text("task_type")}


def _by_people(work: _Work, found: Activities, people: People) -> None:
    """Whose calendar counts: an activity's own, or those of the people on it."""
    kinds = people.resources
    staffed = {a.task for a in found.staffing.assignments if kinds[a.resource].kind is ResourceKind.WORK}
    for uid, row in work.rows.items():
        task = work.tasks[uid]
        if uid not in staffed or task.hammock or task.milestone:
            task = on_known_calendar(task, work.calendars, default=work.calendar, warn=work.warn)
        elif row.text("task_type") == words.BY_RESOURCES:
            task = replace(task, calendar=None)
        else:
            known = on_known_calendar(task, work.calendars, default="", warn=work.warn)
            task = replace(known, calendar=known.calendar or work.calendar, ignores_resource_calendar=True)
        work.tasks[uid] = task


def _add_costs(work: _Work, found: Activities) -> None:
    """Expenses: what is planned is the task's fixed cost, what was spent joins the cost of its people."""
    fixed: dict[str, float] = {}
    actual = found.staffing.costs
    for record in work.tables.of("PROJCOST"):
        row = Row(record, f"Expense {record.get('cost_item_id', '?')}", work.warn)
        uid, spent = row.text("task_id"), row.number("act_cost")
        fixed[uid] = fixed.get(uid, 0.0) + row.number("target_cost")
        if spent:
            actual[uid] = actual.get(uid, 0.0) + spent
    for uid in (fixed.keys() | actual.keys()) & work.rows.keys():
        cost = round(actual[uid], 6) if uid in actual else None
        work.tasks[uid] = replace(work.tasks[uid], fixed_cost=fixed.get(uid, 0.0), actual_cost=cost)


def _add_details(work: _Work, outline: Breakdown, found: Activities) -> None:
    notes = {
        "TASK": notes_by(work.tables.of("TASKMEMO"), key="task_id", text="task_memo"),
        "PROJWBS": notes_by(work.tables.of("WBSMEMO"), key="wbs_id", text="wbs_memo"),
    }
    levels = {(node, uid): level for node, uid, level in outline.order}
    places = _outline_numbers(work.tasks)
    for number, (task_id, (table, uid)) in enumerate(found.numbers.items(), start=1):
        task, node = work.tasks[task_id], table == "PROJWBS"
        row = outline.rows[uid] if node else work.rows[uid]
        found.details[task_id] = TaskDetails(
            row=number,
            wbs=row.verbatim("wbs_short_name" if node else "task_code"),
            outline_number=places[task_id],
            outline_level=levels[node, uid],
            notes=notes[table].get(uid, ""),
            percent_complete=task.percent_complete,
            work=Minutes(0) if node else _hours_of(row, "target"),
            actual_work=Minutes(0) if node else _hours_of(row, "act"),
            actual_cost=task.actual_cost or 0.0,
            fixed_cost=task.fixed_cost,
            summary=node,
            stored={} if node else stored_dates(row, task),
            extra=_extra(row),
        )


def _outline_numbers(tasks: Mapping[str, Task]) -> dict[str, str]:
    """Places such as 2.1 in the order of the tasks; a task that comes before its parent counts from the top."""
    made: dict[str, str] = {}
    counts: dict[str, int] = {}
    for uid, task in tasks.items():
        above = made.get(task.parent or "", "")
        counts[above] = counts.get(above, 0) + 1
        made[uid] = f"{above}.{counts[above]}" if above else str(counts[above])
    return made


def _hours_of(row: Row, which: str) -> Minutes:
    total = row.number(f"{which}_work_qty") + row.number(f"{which}_equip_qty")
    return Minutes(max(0, round(60 * total)))


def _extra(row: Row) -> dict[str, str]:
    """What Northline does not know of an activity, and the writer puts back."""
    found = {name: row.text(name) for name in ("expect_end_date", "suspend_date") if row.text(name)}
    if row.text("task_type") in words.MILESTONES:
        found["task_type"] = row.text("task_type")
    return found
