"""Resources, their rates and roles, and who is assigned to what, on their way out."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from northline.engine.model import Assignment, Demand, Minutes, Resource, ResourceKind, Task
from northline.formats import ImportedPlan, ResourceDetails
from northline.formats.xer.memos import html_text
from northline.formats.xer.own_fields import ID
from northline.formats.xer.sheets import Sheets
from northline.formats.xer.values import flag, hours, moment, number
from northline.formats.xer.writing import Ids

SHORT = 20
FIRST_DAY = datetime(1984, 1, 1)
NOTHING = ResourceDetails()


def write_people(plan: ImportedPlan, ids: Ids, sheets: Sheets) -> None:
    """All resources; each skill that somebody has or some task needs is a role."""
    project = plan.project
    named = [s.name for r in project.resources for s in r.skills] + [d.skill for d in project.demands]
    roles = {name: str(row) for row, name in enumerate(dict.fromkeys(named), start=1)}
    for name, uid in roles.items():
        sheets.add("ROLES", role_id=uid, seq_num=uid, role_name=name, role_short_name=f"{name[:SHORT]} {uid}",
                   def_cost_qty_link_flag="Y", cost_qty_type="QT_Hour")  # fmt: skip
    for row, resource in enumerate(project.resources, start=1):
        uid = ids.resources[resource.id]
        _write_resource(resource, plan.resources.get(resource.id, NOTHING), uid, row, ids, sheets)
        _write_rates(resource, uid, sheets)
        for skill in resource.skills:
            sheets.add("RSRCROLE", rsrc_id=uid, role_id=roles[skill.name], skill_level=_level(skill.level),
                       role_name=skill.name, rsrc_name=resource.name)  # fmt: skip
        if uid != resource.id:
            sheets.say("RSRC", uid, ID, resource.id)


def _level(level: int) -> str:
    """P6 counts from 1 (master) to 5 (inexperienced)."""
    return str(6 - min(5, max(1, level)))


def _write_resource(
    resource: Resource, details: ResourceDetails, uid: str, row: int, ids: Ids, sheets: Sheets
) -> None:
    cost, over = resource.cost_per_hour, resource.overtime_per_hour
    kind = "RT_Labor" if resource.kind is ResourceKind.WORK else "RT_Mat"
    sheets.add(
        "RSRC",
        rsrc_id=uid, clndr_id="" if resource.calendar is None else ids.calendars[resource.calendar],
        rsrc_seq_num=str(row), email_addr=resource.email, rsrc_name=resource.name,
        rsrc_short_name=f"{resource.name[:SHORT]} {uid}".strip(), def_qty_per_hr="1", cost_qty_type="QT_Hour",
        ot_factor=number(over / cost) if cost and over else "", active_flag="Y", auto_compute_act_flag="N",
        def_cost_qty_link_flag="Y", ot_flag=flag(bool(cost and over)),
        rsrc_type=details.extra.get("rsrc_type", kind) if kind == "RT_Labor" else kind,
        rsrc_notes=html_text(details.notes) if details.notes else "", load_tasks_flag="N", level_flag="N",
    )  # fmt: skip


def _write_rates(resource: Resource, uid: str, sheets: Sheets) -> None:
    """A rate from the beginning, and one from each day on which the units change; the first that covers it wins."""
    days = {a.first for a in resource.availability}
    days |= {a.last + timedelta(days=1) for a in resource.availability if a.last.year < 2999}
    last: float | None = None
    spans = [(FIRST_DAY, resource.capacity)]
    for day in sorted(days):
        covering = next((a for a in resource.availability if a.first <= day <= a.last), None)
        starts = any(a.first == day for a in resource.availability)
        units = resource.capacity if covering is None else covering.units
        if units != last or starts:
            spans.append((datetime(day.year, day.month, day.day), units))
        last = units
    if spans[1:] and spans[1][0] <= FIRST_DAY:
        spans[0] = (datetime(1900, 1, 1), resource.capacity)
    for begins, units in spans:
        sheets.add("RSRCRATE", rsrc_rate_id=sheets.next_id("RSRCRATE"), rsrc_id=uid, max_qty_per_hr=number(units),
                   cost_per_qty=number(resource.cost_per_hour), start_date=moment(begins))  # fmt: skip


def write_staffing(plan: ImportedPlan, ids: Ids, sheets: Sheets) -> None:
    """All assignments and demands on tasks that P6 can take, and the costs that belong to nobody."""
    project = plan.project
    tasks = {t.id: t for t in project.tasks if t.id in ids.tasks}
    resources = {r.id: r for r in project.resources}
    for assignment in project.assignments:
        if assignment.task in tasks:
            _write_assignment(assignment, tasks[assignment.task], resources[assignment.resource], ids, sheets)
    roles = {r["role_name"]: r["role_id"] for r in sheets.records.get("ROLES", ())}
    for demand in project.demands:
        if demand.task in tasks:
            _write_demand(demand, tasks[demand.task], roles[demand.skill], ids, sheets)
    _write_costs(tasks.values(), project.assignments, ids, sheets)


def _write_assignment(
    assignment: Assignment, task: Task, resource: Resource, ids: Ids, sheets: Sheets
) -> None:
    work, left, done = _work(assignment, task)
    material = resource.kind is not ResourceKind.WORK
    units = number(assignment.units)
    sheets.add(
        "TASKRSRC",
        taskrsrc_id=sheets.next_id("TASKRSRC"), task_id=ids.tasks[task.id], proj_id=ids.project,
        rsrc_id=ids.resources[resource.id], cost_qty_link_flag="Y",
        target_qty=units if material else hours(work), remain_qty=units if material else hours(left),
        act_reg_qty="0" if material else hours(done), act_ot_qty="0",
        target_qty_per_hr="" if material else units, remain_qty_per_hr="" if material else units,
        target_lag_drtn_hr_cnt=hours(assignment.delay), relag_drtn_hr_cnt=hours(assignment.delay),
        cost_per_qty=number(resource.cost_per_hour), act_reg_cost=number(assignment.actual_cost or 0.0),
        act_ot_cost="0", act_start_date=moment(task.actual_start), act_end_date=moment(task.actual_finish),
        rollup_dates_flag="Y", ts_pend_act_end_flag="N", rate_type="COST_PER_QTY",
        rsrc_type="RT_Mat" if material else "RT_Labor", cost_per_qty_source_type="ST_Rsrc",
    )  # fmt: skip


def _work(assignment: Assignment, task: Task) -> tuple[int, int, int]:
    """Work planned, left and done, in minutes; what is not known follows from the duration and from the rest."""
    planned = assignment.work_minutes
    work = round(task.duration * assignment.units) if planned is None else planned
    done = assignment.actual_work
    if done is None:
        done = Minutes(work if task.actual_finish else 0)
    left = assignment.remaining_work
    return work, max(0, work - done) if left is None else left, done


def _write_demand(demand: Demand, task: Task, role: str, ids: Ids, sheets: Sheets) -> None:
    work = demand.work_minutes
    minutes = round(task.duration * demand.units) if work is None else work
    sheets.add(
        "TASKRSRC",
        taskrsrc_id=sheets.next_id("TASKRSRC"), task_id=ids.tasks[task.id], proj_id=ids.project, role_id=role,
        skill_level=_level(demand.level), cost_qty_link_flag="Y", target_qty=hours(minutes),
        remain_qty=hours(minutes), act_reg_qty="0", act_ot_qty="0", target_qty_per_hr=number(demand.units),
        remain_qty_per_hr=number(demand.units), rollup_dates_flag="Y", rate_type="COST_PER_QTY",
        rsrc_type="RT_Labor", cost_per_qty_source_type="ST_Role",
    )  # fmt: skip


def _write_costs(tasks: Iterable[Task], assignments: Iterable[Assignment], ids: Ids, sheets: Sheets) -> None:
    """Fixed costs as expenses, with what was spent beyond the cost of the people on the task."""
    theirs: dict[str, float] = {}
    for assignment in assignments:
        theirs[assignment.task] = theirs.get(assignment.task, 0.0) + (assignment.actual_cost or 0.0)
    for task in tasks:
        spent = 0.0 if task.actual_cost is None else round(task.actual_cost - theirs.get(task.id, 0.0), 6)
        if task.fixed_cost or spent:
            sheets.add(
                "PROJCOST",
                cost_item_id=sheets.next_id("PROJCOST"), proj_id=ids.project, task_id=ids.tasks[task.id],
                auto_compute_act_flag="N", cost_load_type="CL_Uniform", cost_name="Fixed cost",
                target_cost=number(task.fixed_cost), act_cost=number(spent),
                remain_cost=number(max(0.0, task.fixed_cost - spent)), target_qty="1",
                cost_per_qty=number(task.fixed_cost),
            )  # fmt: skip
