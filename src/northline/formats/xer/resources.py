"""XER resources, their rates and roles, and who is assigned to what."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from northline.engine.model import (
    Assignment,
    Availability,
    Demand,
    Minutes,
    Resource,
    ResourceKind,
    Skill,
    Task,
)
from northline.formats import AssignmentDetails, ResourceDetails
from northline.formats.xer import words
from northline.formats.xer.memos import plain_text
from northline.formats.xer.tables import Record, Tables, Warn
from northline.formats.xer.values import Row

LAST_DAY = date(2999, 12, 31)
ALMOST = 0.99  # as the scheduler: work ÷ units this near to the duration is the duration


@dataclass(slots=True)
class People:
    """Resources with their details by `rsrc_id`, roles' names by `role_id`."""

    resources: dict[str, Resource] = field(default_factory=dict)
    details: dict[str, ResourceDetails] = field(default_factory=dict)
    roles: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Staffing:
    """Assignments with their details side by side, demands for roles, and actual costs by task."""

    assignments: list[Assignment] = field(default_factory=list)
    details: list[AssignmentDetails] = field(default_factory=list)
    demands: list[Demand] = field(default_factory=list)
    costs: dict[str, float] = field(default_factory=dict)


def read_people(tables: Tables, calendars: Container[str], *, warn: Warn) -> People:
    """All resources of the file."""
    found = People(roles=_roles(tables))
    rates = _by_resource(tables.of("RSRCRATE"), warn)
    skills = _by_resource(tables.of("RSRCROLE"), warn)
    for record in tables.of("RSRC"):
        row = Row(record, f"Resource {record.get('rsrc_id', '?')}", warn)
        uid = row.text("rsrc_id")
        if not uid or uid in found.resources:
            warn(f"{row.who} has {'a repeated' if uid else 'no'} number and was left out.")
            continue
        calendar = row.text("clndr_id")
        if calendar and calendar not in calendars:
            warn(f"{row.who}: calendar {calendar} does not exist; the project's own is used.")
        known = [_skill(r, found.roles) for r in skills.get(uid, ())]
        found.resources[uid] = _resource(
            row,
            calendar=calendar if calendar in calendars else None,
            rates=rates.get(uid, []),
            skills=tuple(s for s in known if s is not None),
        )
        extra = {"rsrc_type": "RT_Equip"} if row.text("rsrc_type") == "RT_Equip" else {}
        notes = plain_text(row.verbatim("rsrc_notes"))
        found.details[uid] = ResourceDetails(row=len(found.details) + 1, notes=notes, extra=extra)
    return found


def _roles(tables: Tables) -> dict[str, str]:
    names = {}
    for record in tables.of("ROLES"):
        uid = record.get("role_id", "").strip()
        names[uid] = record.get("role_name", "").replace('""', '"').strip() or f"Role {uid}"
    return names


def _by_resource(records: Iterable[Record], warn: Warn) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for record in records:
        uid = record.get("rsrc_id", "").strip()
        found.setdefault(uid, []).append(Row(record, f"Resource {uid}", warn))
    return found


def _resource(row: Row, *, calendar: str | None, rates: list[Row], skills: tuple[Skill, ...]) -> Resource:
    dated = sorted((r.moment("start_date"), n, r) for n, r in enumerate(rates) if r.moment("start_date"))
    rates = [r for r in rates if not r.moment("start_date")][:1] + [r for _, _, r in dated]
    capacity = _units(rates[0]) if rates else 1.0
    cost = max(0.0, rates[0].number("cost_per_qty")) if rates else 0.0
    material = row.text("rsrc_type") == "RT_Mat"
    factor = row.number("ot_factor") if row.flag("ot_flag") else 0.0
    return Resource(
        row.text("rsrc_id"),
        row.verbatim("rsrc_name"),
        calendar,
        capacity,
        ResourceKind.MATERIAL if material else ResourceKind.WORK,
        _availability(rates, capacity),
        skills,
        cost_per_hour=cost,
        overtime_per_hour=round(max(0.0, cost * factor), 6),
        email=row.verbatim("email_addr"),
    )


def _units(rate: Row) -> float:
    return max(0.0, rate.number("max_qty_per_hr", 1.0))


def _availability(rates: list[Row], capacity: float) -> tuple[Availability, ...]:
    """Each rate holds until the next one begins; those with the first one's units need no word."""
    made = []
    starts = [r.moment("start_date") for r in rates] + [None]
    for number, rate in enumerate(rates[1:], start=1):
        begins, ends = starts[number], starts[number + 1]
        last = ends.date() - timedelta(days=1) if ends else LAST_DAY
        if begins is not None and begins.date() <= last and _units(rate) != capacity:
            made.append(Availability(begins.date(), last, _units(rate)))
    return tuple(made)


def _skill(row: Row, roles: Mapping[str, str]) -> Skill | None:
    name = roles.get(row.text("role_id"))
    return None if name is None else Skill(name, level_of(row))


def level_of(row: Row) -> int:
    """P6 counts from 1 (master) to 5 (inexperienced), Northline upwards; no level is the lowest."""
    given = row.number("skill_level")
    return 6 - int(given) if 1 <= given <= 5 else 1


def read_staffing(
    records: Iterable[Record],
    tasks: Mapping[str, Task],
    people: People,
    *,
    left_out: Container[str],
    warn: Warn,
) -> Staffing:
    """Who does what on the plan's tasks; a role without a person is a demand for whoever can."""
    found = Staffing()
    for record in records:
        row = Row(record, f"Assignment {record.get('taskrsrc_id', '?')}", warn)
        task, resource = tasks.get(row.text("task_id")), people.resources.get(row.text("rsrc_id"))
        role = people.roles.get(row.text("role_id"))
        if task is None or (resource is None and role is None):
            if row.text("task_id") not in left_out:
                warn(f"{row.who}: its activity, resource or role is not in the plan; it was left out.")
            continue
        if resource is not None:
            _assign(row, task, resource, found)
        elif role is not None:
            units, work = _rate(row, task), row.minutes("target_qty")
            found.demands.append(Demand(task.id, role, level_of(row), units, _not_negative(work)))
    return found


def _assign(row: Row, task: Task, resource: Resource, found: Staffing) -> None:
    cost = row.number("act_reg_cost") + row.number("act_ot_cost")
    begun = task.actual_start is not None
    lag = _not_negative(row.minutes("target_lag_drtn_hr_cnt")) or Minutes(0)
    if resource.kind is ResourceKind.MATERIAL:
        units = max(0.0, row.number("target_qty"))
        made = Assignment(task.id, resource.id, units, delay=lag, actual_cost=cost if cost or begun else None)
        known = None
    else:
        units, work = _rate(row, task), _not_negative(row.minutes("target_qty"))
        actual = _not_negative(Minutes(round(60 * (row.number("act_reg_qty") + row.number("act_ot_qty")))))
        left = _not_negative(row.minutes("remain_qty"))
        made = Assignment(
            task.id,
            resource.id,
            units,
            work if work is None or _fits(row, task, work, units) else None,
            lag,
            actual_work=actual if actual or begun else None,
            remaining_work=left if begun or left != work else None,
            actual_cost=cost if cost or begun else None,
        )
        known = work
    found.assignments.append(made)
    found.details.append(AssignmentDetails(work=known))
    if made.actual_cost is not None:
        found.costs[task.id] = found.costs.get(task.id, 0.0) + made.actual_cost


def _fits(row: Row, task: Task, work: int, units: float) -> bool:
    """Whether work ÷ units may set the length; an activity on its own calendar lasts as long as it says."""
    by_resources = row.raw.get("task_type") == words.BY_RESOURCES
    return by_resources or not units or work / units >= ALMOST * task.duration


def _rate(row: Row, task: Task) -> float:
    """Units; where the file does not say, work over duration."""
    if row.text("target_qty_per_hr"):
        return max(0.0, row.number("target_qty_per_hr"))
    work = row.minutes("target_qty") or 0
    return max(0.0, work / task.duration) if task.duration and work else 1.0


def _not_negative(minutes: Minutes | None) -> Minutes | None:
    return None if minutes is None else Minutes(max(0, minutes))
