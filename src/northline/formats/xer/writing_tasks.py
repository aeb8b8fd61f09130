"""The breakdown, activities and relationships on their way out."""

from datetime import datetime

from northline.engine.model import ConstraintKind, LagUnit, Link, Minutes, Project, ResourceKind, Task
from northline.engine.result import Schedule, ScheduledTask
from northline.formats import ImportedPlan, TaskDetails
from northline.formats.xer import words
from northline.formats.xer.memos import html_text
from northline.formats.xer.own_fields import DEADLINE, ESTIMATE, ID, ROW, estimate_text
from northline.formats.xer.sheets import Sheets
from northline.formats.xer.values import hours, moment, number
from northline.formats.xer.writing import Ids, codes_for, home_of

NOTHING = TaskDetails()
MEMO = "1"
Wish = tuple[str, datetime | None]


def write_breakdown(plan: ImportedPlan, ids: Ids, sheets: Sheets) -> None:
    """Summaries as nodes below the project's own; where their order and that of the tasks is not the outline's,
    it is kept in a field of ours."""
    project = plan.project
    _add_node(sheets, ids, ids.root, (project.id, project.name), "", 0)
    rows = [t for t in project.tasks if t.id in ids.nodes]
    for row, task in enumerate(rows, start=1):
        uid, details = ids.nodes[task.id], plan.details.get(task.id, NOTHING)
        _add_node(sheets, ids, uid, (details.wbs or uid, task.name), home_of(task, ids), row)
        if task.id != f"w{uid}":
            sheets.say("PROJWBS", uid, ID, task.id)
        if details.notes:
            sheets.add("WBSMEMO", wbs_memo_id=sheets.next_id("WBSMEMO"), proj_id=ids.project, wbs_id=uid,
                       memo_type_id=MEMO, wbs_memo=html_text(details.notes))  # fmt: skip
    if any(plan.details[t.id].notes for t in project.tasks if t.id in plan.details):
        sheets.add("MEMOTYPE", memo_type_id=MEMO, seq_num="1", eps_flag="Y", proj_flag="Y", wbs_flag="Y",
                   task_flag="Y", memo_type="Notes")  # fmt: skip
    _keep_order(project, ids, sheets)


def _add_node(sheets: Sheets, ids: Ids, uid: str, names: tuple[str, str], above: str, row: int) -> None:
    sheets.add(
        "PROJWBS",
        wbs_id=uid, proj_id=ids.project, seq_num=str(row), est_wt="1", proj_node_flag="N" if above else "Y",
        sum_data_flag="Y", status_code="WS_Open", wbs_short_name=names[0], wbs_name=names[1], parent_wbs_id=above,
        ev_user_pct="6", ev_etc_user_value="0.88", orig_cost="0", indep_remain_total_cost="0",
        ev_compute_type="EC_Cmp_pct", ev_etc_compute_type="EE_PF_cpi",
    )  # fmt: skip


def _keep_order(project: Project, ids: Ids, sheets: Sheets) -> None:
    kept = [t for t in project.tasks if t.id in ids.nodes or t.id in ids.tasks]
    if [t.id for t in kept] == _outline(kept, ids):
        return
    for row, task in enumerate(kept, start=1):
        node = task.id in ids.nodes
        uid = ids.nodes[task.id] if node else ids.tasks[task.id]
        sheets.say("PROJWBS" if node else "TASK", uid, ROW, str(row))


def _outline(tasks: list[Task], ids: Ids) -> list[str]:
    """The order that a reader makes of it: a node, its tasks, then the nodes below it."""
    leaves: dict[str | None, list[str]] = {}
    nodes: dict[str | None, list[str]] = {}
    for task in tasks:
        (nodes if task.id in ids.nodes else leaves).setdefault(task.parent, []).append(task.id)
    order: list[str] = []
    waiting: list[str | None] = [None]
    while waiting:
        node = waiting.pop()
        order += [node] if node is not None else []
        order += leaves.get(node, [])
        waiting += reversed(nodes.get(node, []))
    return order


def write_tasks(plan: ImportedPlan, ids: Ids, schedule: Schedule | None, sheets: Sheets) -> None:
    """All active tasks that are no summaries."""
    project = plan.project
    kinds = {r.id: r.kind for r in project.resources}
    staffed = {a.task for a in project.assignments if kinds[a.resource] is ResourceKind.WORK}
    linked = {k.after for k in project.links}
    tasks = [t for t in project.tasks if t.id in ids.tasks]
    codes = codes_for({ids.tasks[t.id]: plan.details.get(t.id, NOTHING).wbs for t in tasks})
    for task in tasks:
        uid, details = ids.tasks[task.id], plan.details.get(task.id, NOTHING)
        dates = schedule.tasks.get(task.id) if schedule is not None else None
        sheets.add(
            "TASK",
            **_who(task, ids, code=codes[uid]),
            **_kind(task, details, staffed=task.id in staffed, linked=task.id in linked),
            **_facts(task),
            **_wishes(task, hard=project.honour_constraints),
            **_dates(task, dates, status=project.status_date),
            **{name: details.extra.get(name, "") for name in ("expect_end_date", "suspend_date")},
        )
        _say_more(task, details, uid, sheets)


def _say_more(task: Task, details: TaskDetails, uid: str, sheets: Sheets) -> None:
    if uid != task.id:
        sheets.say("TASK", uid, ID, task.id)
    if task.deadline is not None and not _wish(task, hard=True)[0]:
        sheets.say("TASK", uid, DEADLINE, moment(task.deadline))
    if task.estimate is not None:
        sheets.say("TASK", uid, ESTIMATE, estimate_text(task.estimate))
    if details.notes:
        sheets.add("TASKMEMO", memo_id=sheets.next_id("TASKMEMO"), task_id=uid, memo_type_id=MEMO,
                   proj_id=sheets.project, task_memo=html_text(details.notes))  # fmt: skip


def _who(task: Task, ids: Ids, *, code: str) -> dict[str, str]:
    calendar = ids.calendars[task.calendar] if task.calendar is not None else ""
    clock = ids.clock if task.elapsed_duration else None
    return {
        "task_id": ids.tasks[task.id], "proj_id": ids.project, "wbs_id": home_of(task, ids), "task_code": code,
        "task_name": task.name, "clndr_id": clock or calendar or ids.default,
        "rev_fdbk_flag": "N", "est_wt": "1", "lock_plan_flag": "N", "auto_compute_act_flag": "N",
        "driving_path_flag": "N",
    }  # fmt: skip


def _kind(task: Task, details: TaskDetails, *, staffed: bool, linked: bool) -> dict[str, str]:
    if task.hammock:
        kind = words.LEVEL_OF_EFFORT
    elif task.milestone and not task.duration:
        # P6 moves a start milestone to the next working time; a finish milestone stays where its links put it.
        kind = details.extra.get("task_type", "TT_FinMile" if linked else "TT_Mile")
    else:
        own = task.calendar is not None and task.ignores_resource_calendar
        kind = words.BY_RESOURCES if staffed and not own else words.OWN_CALENDAR
    physical = task.physical_percent_complete
    return {
        "task_type": kind,
        "duration_type": words.type_word(task.type, effort_driven=task.effort_driven),
        "complete_pct_type": "CP_Drtn" if physical is None else "CP_Phys",
        "phys_complete_pct": number(physical or 0.0),
        "priority_type": words.priority_word(task.priority),
    }


def _facts(task: Task) -> dict[str, str]:
    """Actual dates and durations; work that has not begun lasts its whole duration."""
    left: int = task.duration
    if task.actual_finish is not None:
        left = 0
    elif task.actual_start is not None:
        given = task.remaining_duration
        left = round(task.duration * (100 - task.percent_complete) / 100) if given is None else given
    status = "TK_Complete" if task.actual_finish else "TK_Active" if task.actual_start else "TK_NotStart"
    return {
        "status_code": status, "act_start_date": moment(task.actual_start),
        "act_end_date": moment(task.actual_finish), "target_drtn_hr_cnt": hours(task.duration),
        "remain_drtn_hr_cnt": hours(left), "act_work_qty": hours(task.actual_work or Minutes(0)),
        "resume_date": moment(task.resume if status == "TK_Active" else None),
    }  # fmt: skip


def _wishes(task: Task, *, hard: bool) -> dict[str, str]:
    """The constraint, and the deadline as a “finish on or before”, which in P6 bounds late dates only."""
    wishes = [wish for wish in (_wish(task, hard=hard), _deadline(task)) if wish[0]]
    made: dict[str, str] = {}
    for (word, at), suffix in zip(wishes, ("", "2"), strict=False):
        made |= {f"cstr_type{suffix}": word, f"cstr_date{suffix}": moment(at)}
    return made


def _wish(task: Task, *, hard: bool) -> Wish:
    """P6's word and date; a task that is placed by hand must start, or else finish, where it was put."""
    if task.manual and task.actual_start is None:
        if task.manual_start is not None:
            return "CS_MANDSTART", task.manual_start
        if task.manual_finish is not None:
            return "CS_MANDFIN", task.manual_finish
    if task.constraint.kind is ConstraintKind.ASAP:
        return "", None
    return (words.HARD_WORDS if hard else words.SOFT_WORDS)[task.constraint.kind], task.constraint.at


def _deadline(task: Task) -> Wish:
    return ("", None) if task.deadline is None else ("CS_MEOB", task.deadline)


def _dates(task: Task, dates: ScheduledTask | None, *, status: datetime | None) -> dict[str, str]:
    """What a schedule says; work that is done has no early and late dates in P6."""
    if dates is None:
        return {}
    made = {"target_start_date": moment(dates.start), "target_end_date": moment(dates.finish)}
    if task.actual_finish is not None:
        return made
    resumed = (task.resume or status) if task.actual_start else None
    return made | {
        "early_start_date": moment(dates.early_start), "early_end_date": moment(dates.early_finish),
        "late_start_date": moment(dates.late_start), "late_end_date": moment(dates.late_finish),
        "restart_date": moment(resumed or dates.start), "reend_date": moment(dates.finish),
        "rem_late_start_date": moment(dates.late_start), "rem_late_end_date": moment(dates.late_finish),
        "total_float_hr_cnt": hours(dates.total_slack), "free_float_hr_cnt": hours(dates.free_slack),
    }  # fmt: skip


def write_links(project: Project, ids: Ids, sheets: Sheets) -> None:
    """All links between tasks; P6 knows none to or from a node of the breakdown."""
    durations = {t.id: t.duration for t in project.tasks}
    for link in project.links:
        before, after = ids.tasks.get(link.before), ids.tasks.get(link.after)
        if before is None or after is None:
            continue
        sheets.add("TASKPRED", task_pred_id=sheets.next_id("TASKPRED"), task_id=after, pred_task_id=before,
                   proj_id=ids.project, pred_proj_id=ids.project, pred_type=words.LINK_WORDS[link.kind],
                   lag_hr_cnt=hours(_lag(link, durations[link.before])))  # fmt: skip


def _lag(link: Link, duration: int) -> int:
    """Minutes; P6 knows no percent, so that of the duration as it is now is written."""
    amount = link.lag.amount
    return round(duration * amount / 100) if link.lag.unit is LagUnit.PERCENT else amount
