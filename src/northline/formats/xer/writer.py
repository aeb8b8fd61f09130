"""Write a plan as an XER file."""

import json

from northline.engine.model import Progress, Project
from northline.engine.result import Schedule
from northline.formats import ImportedPlan
from northline.formats.xer.own_fields import PLAN
from northline.formats.xer.sheets import Sheets
from northline.formats.xer.values import flag, hours, moment
from northline.formats.xer.writing import Ids, ids_of
from northline.formats.xer.writing_calendars import write_calendars
from northline.formats.xer.writing_people import write_people, write_staffing
from northline.formats.xer.writing_tasks import write_breakdown, write_links, write_tasks

CODE_LENGTH = 40


def write(plan: ImportedPlan, schedule: Schedule | None = None) -> bytes:
    """A plan as the bytes of an XER file; `schedule` gives the early, late and planned dates and the floats.

    What XER cannot say is left out: `northline.formats.losses` holds the plan against what is read back. Inactive
    tasks are left out with their links, as P6 has none.

    >>> from datetime import datetime
    >>> from northline.engine.model import Task, standard_calendar
    >>> from northline.formats.xer import read
    >>> shed = Project(id="p", name="Shed", start=datetime(2026, 3, 2, 8), calendars=(standard_calendar(),),
    ...     tasks=(Task(id="paint", name="Paint"),))
    >>> read(write(ImportedPlan(project=shed, details={}))).project == shed
    True
    """
    project = plan.project
    ids = ids_of(project)
    sheets = Sheets(ids.project)
    _write_project(plan, ids, schedule, sheets)
    write_calendars(project, ids, sheets)
    _write_options(project, ids, sheets)
    write_breakdown(plan, ids, sheets)
    write_people(plan, ids, sheets)
    write_tasks(plan, ids, schedule, sheets)
    write_links(project, ids, sheets)
    write_staffing(plan, ids, sheets)
    return sheets.content(day=f"{project.start:%Y-%m-%d}", currency=project.currency)


def _write_project(plan: ImportedPlan, ids: Ids, schedule: Schedule | None, sheets: Sheets) -> None:
    project = plan.project
    finish = project.finish or (schedule.finish if schedule is not None else None)
    _write_currency(project, sheets)
    sheets.add(
        "PROJECT",
        proj_id=ids.project, fy_start_month_num="1", rsrc_self_add_flag="Y", allow_complete_flag="Y",
        rsrc_multi_assign_flag="Y", checkout_flag="N", project_flag="Y", step_complete_flag="N",
        cost_qty_recalc_flag="N", batch_sum_flag="Y", name_sep_char=".", def_complete_pct_type="CP_Drtn",
        proj_short_name=(project.id if project.id != ids.project else project.name or project.id)[:CODE_LENGTH],
        clndr_id=ids.calendars[project.calendar], task_code_base="1000", task_code_step="10", priority_num="10",
        wbs_max_sum_level="0", strgy_priority_num="100",
        critical_drtn_hr_cnt=hours(project.critical_slack_limit), def_cost_per_qty="0",
        last_recalc_date=moment(project.status_date or project.start), plan_start_date=moment(project.start),
        plan_end_date=moment(project.deadline), scd_end_date=moment(finish), def_duration_type="DT_FixedRate",
        def_qty_type="QT_Hour", def_rate_type="COST_PER_QTY", add_act_remain_flag="N", act_this_per_link_flag="Y",
        def_task_type="TT_Task", act_pct_link_flag="N", critical_path_type="CT_TotFloat",
        task_code_prefix_flag="Y", def_rollup_dates_flag="Y", use_project_baseline_flag="Y",
        rem_target_link_flag="Y", reset_planned_flag="N", allow_neg_act_flag="N", sum_assign_level="SL_Taskrsrc",
    )  # fmt: skip
    said = _said(project, ids)
    if said:
        sheets.say("PROJECT", ids.project, PLAN, json.dumps(said, ensure_ascii=False, separators=(",", ":")))


def _said(project: Project, ids: Ids) -> dict[str, object]:
    """What P6 has no field for: our own ids, and whether dates override links where no constraint tells."""
    said: dict[str, object] = {"honour": project.honour_constraints}
    if project.id != ids.project:
        said["id"] = project.id
    calendars = {n: uid for uid, n in ids.calendars.items() if n != uid}
    return said | ({"calendars": calendars} if calendars else {})


def _write_currency(project: Project, sheets: Sheets) -> None:
    if project.currency:
        sheets.add(
            "CURRTYPE",
            curr_id="1", decimal_digit_cnt="2", curr_symbol=project.currency, decimal_symbol=".",
            digit_group_symbol=",", pos_curr_fmt_type="#1.1", neg_curr_fmt_type="(#1.1)",
            curr_type=project.currency, curr_short_name=project.currency, group_digit_cnt="3", base_exch_rate="1",
        )  # fmt: skip


def _write_options(project: Project, ids: Ids, sheets: Sheets) -> None:
    sheets.add(
        "SCHEDOPTIONS",
        schedoptions_id="1", proj_id=ids.project, sched_outer_depend_type="SD_Both", sched_open_critical_flag="N",
        sched_lag_early_start_flag="Y",
        sched_retained_logic=flag(project.progress is Progress.RETAINED_LOGIC),
        sched_setplantoforecast="N", sched_float_type="FT_Min",
        sched_calendar_on_relationship_lag="rcal_24Hour" if ids.elapsed_lags else "rcal_Successor",
        sched_use_expect_end_flag="Y",
        sched_progress_override=flag(project.progress is Progress.PROGRESS_OVERRIDE),
        level_within_float_flag="N", level_keep_sched_date_flag="Y", level_all_rsrc_flag="Y",
        sched_use_project_end_date_for_float="Y", enable_multiple_longest_path_calc="N",
    )  # fmt: skip
