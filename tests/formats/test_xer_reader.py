"""What the XER reader makes of P6's words and of odd files, and what it refuses, each in its own words."""

from contextlib import suppress
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from xer_plans import plans

from northline.engine import PlanError, schedule
from northline.engine.model import (
    CalendarException,
    Constraint,
    ConstraintKind,
    Demand,
    Lag,
    LagUnit,
    LinkKind,
    Minutes,
    Progress,
    ResourceKind,
    Skill,
    TaskType,
    WorkInterval,
)
from northline.formats import FormatError, ImportedPlan, NotAPlan, TooLarge, Truncated, WrongSchema
from northline.formats.xer import read, write

HEAD = "ERMHDR\t19.12\t2026-03-02\tProject\tadmin\tAdmin\tdb\tProject Management\tEUR"
DAY = "(0||0(s|08:00|f|12:00)())(0||1(s|13:00|f|17:00)())"
WEEK = "".join(f"(0||{n}()({DAY if 2 <= n <= 6 else ''}))" for n in range(1, 8))
PROJECT = {"proj_id": "1", "proj_short_name": "TWR", "clndr_id": "1", "plan_start_date": "2026-03-02 08:00"}
CALENDAR = {"clndr_id": "1", "clndr_name": "Five days", "clndr_type": "CA_Base"}
ROOT = {"wbs_id": "1", "proj_id": "1", "proj_node_flag": "Y", "wbs_short_name": "TWR", "wbs_name": "Tower"}


def hours_text(week: str = WEEK, exceptions: str = "") -> str:
    return f"(0||CalendarData()((0||DaysOfWeek()({week}))(0||VIEW(ShowTotal|N)())(0||Exceptions()({exceptions}))))"


def a_task(uid: int, **fields: str) -> dict[str, str]:
    plain = {
        "proj_id": "1",
        "wbs_id": "1",
        "clndr_id": "1",
        "task_type": "TT_Task",
        "status_code": "TK_NotStart",
    }
    named = {"task_id": str(uid), "task_code": f"A{uid}", "task_name": f"T{uid}"}
    return plain | named | {"target_drtn_hr_cnt": "16", "remain_drtn_hr_cnt": "16"} | fields


def a_file(end: str = "%E\r\n", clndr_data: str = "", /, **tables: list[dict[str, str]]) -> bytes:
    calendar = CALENDAR | {"clndr_data": clndr_data or hours_text()}
    all_tables = {"PROJECT": [PROJECT], "CALENDAR": [calendar], "PROJWBS": [ROOT]} | tables
    lines = [HEAD]
    for name, rows in all_tables.items():
        fields = list(dict.fromkeys(f for row in rows for f in row))
        lines += [f"%T\t{name}", "\t".join(["%F", *fields])]
        lines += ["\t".join(["%R", *(row.get(f, "") for f in fields)]) for row in rows]
    return ("\r\n".join(lines) + "\r\n" + end).encode("cp1252")


def a_plan(**tables: list[dict[str, str]]) -> ImportedPlan:
    return read(a_file(**tables))


def warned(plan: ImportedPlan, text: str) -> bool:
    return any(text in sentence for sentence in plan.warnings)


def test_wbs_nodes_become_summaries_in_the_order_of_the_outline() -> None:
    nodes = [
        ROOT,
        {"wbs_id": "3", "proj_id": "1", "parent_wbs_id": "1", "seq_num": "2", "wbs_name": "Roof"},
        {"wbs_id": "2", "proj_id": "1", "parent_wbs_id": "1", "seq_num": "1", "wbs_name": "Walls"},
        {"wbs_id": "4", "proj_id": "1", "parent_wbs_id": "1", "seq_num": "3", "wbs_name": "Nothing"},
    ]
    plan = a_plan(PROJWBS=nodes, TASK=[a_task(10, wbs_id="3"), a_task(11, wbs_id="2"), a_task(12)])
    assert plan.project.name == "Tower"
    assert [(t.id, t.parent) for t in plan.project.tasks] == [
        ("12", None), ("w2", None), ("11", "w2"), ("w3", None), ("10", "w3"),
    ]  # fmt: skip
    assert [plan.details[i].outline_level for i in ("12", "w2", "11")] == [1, 1, 2]
    assert plan.details["11"].wbs == "A11"
    assert [plan.details[i].outline_number for i in ("12", "w2", "11")] == ["1", "2", "2.1"]


def test_nodes_that_lie_inside_each_other_are_hung_up_at_the_top() -> None:
    nodes = [
        ROOT,
        {"wbs_id": "2", "proj_id": "1", "parent_wbs_id": "3"},
        {"wbs_id": "3", "proj_id": "1", "parent_wbs_id": "2"},
    ]
    plan = a_plan(PROJWBS=nodes, TASK=[a_task(10, wbs_id="2"), a_task(11, wbs_id="99")])
    assert {t.id for t in plan.project.tasks} == {"w2", "w3", "10", "11"}
    assert warned(plan, "inside itself")
    assert warned(plan, "no node")


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("CS_MSO", ConstraintKind.MSO), ("CS_MEO", ConstraintKind.MFO), ("CS_MANDSTART", ConstraintKind.MSO),
        ("CS_MANDFIN", ConstraintKind.MFO), ("CS_MSOA", ConstraintKind.SNET), ("CS_MSOB", ConstraintKind.SNLT),
        ("CS_MEOA", ConstraintKind.FNET), ("CS_MEOB", ConstraintKind.FNLT),
    ],
)  # fmt: skip
def test_every_constraint_of_p6_has_its_kind(word: str, kind: ConstraintKind) -> None:
    plan = a_plan(TASK=[a_task(1, cstr_type=word, cstr_date="2026-03-09 08:00")])
    assert plan.project.tasks[0].constraint == Constraint(kind, datetime(2026, 3, 9, 8))
    assert plan.project.honour_constraints == ("MAND" in word)


def test_only_mandatory_dates_override_links() -> None:
    link = [{"task_pred_id": "1", "task_id": "2", "pred_task_id": "1", "pred_type": "PR_FS"}]
    late = {"cstr_date": "2026-03-03 08:00"}
    for word, start in (("CS_MSO", "2026-03-04 08:00"), ("CS_MANDSTART", "2026-03-03 08:00")):
        plan = a_plan(TASK=[a_task(1), a_task(2, cstr_type=word, **late)], TASKPRED=link)
        assert schedule(plan.project).tasks["2"].start == datetime.fromisoformat(start)


def test_a_second_finish_on_or_before_is_a_deadline() -> None:
    both = {"cstr_type2": "CS_MEOB", "cstr_date2": "2026-03-10 17:00"}
    plan = a_plan(TASK=[a_task(1, cstr_type="CS_MSOA", cstr_date="2026-03-03 08:00", **both)])
    task = plan.project.tasks[0]
    assert (task.constraint.kind, task.deadline) == (ConstraintKind.SNET, datetime(2026, 3, 10, 17))


def test_constraints_that_cannot_be_kept_are_told() -> None:
    second = {"cstr_type2": "CS_MSOB", "cstr_date2": "2026-03-10 08:00"}
    plan = a_plan(
        TASK=[
            a_task(1, cstr_type="CS_MSOA", cstr_date="2026-03-03 08:00", **second),
            a_task(2, cstr_type="CS_MSOA"),
            a_task(3, cstr_type="CS_WHAT", cstr_date="2026-03-03 08:00"),
            a_task(4, cstr_type="CS_ALAP"),
        ]
    )
    kinds = [t.constraint.kind for t in plan.project.tasks]
    assert kinds == [ConstraintKind.SNET, ConstraintKind.ASAP, ConstraintKind.ASAP, ConstraintKind.ALAP]
    assert warned(plan, "CS_MSOB was left out")
    assert warned(plan, "no date")
    assert warned(plan, "CS_WHAT")


def test_every_type_of_activity_is_read() -> None:
    types = ["TT_Task", "TT_Rsrc", "TT_Mile", "TT_FinMile", "TT_LOE", "TT_WBS"]
    plan = a_plan(TASK=[a_task(n, task_type=kind) for n, kind in enumerate(types)])
    found = [(t.id, t.duration, t.milestone, t.hammock) for t in plan.project.tasks]
    assert found == [
        ("0", 960, False, False), ("1", 960, False, False), ("2", 0, True, False), ("3", 0, True, False),
        ("4", 960, False, True),
    ]  # fmt: skip
    assert plan.details["3"].extra["task_type"] == "TT_FinMile"
    assert warned(plan, "1 WBS summary activities")


def test_duration_types_and_priorities_are_read() -> None:
    words = ["DT_FixedRate", "DT_FixedQty", "DT_FixedDrtn", "DT_FixedDUR2"]
    plan = a_plan(TASK=[a_task(n, duration_type=w, priority_type="PT_High") for n, w in enumerate(words)])
    assert [(t.type, t.effort_driven) for t in plan.project.tasks] == [
        (TaskType.FIXED_UNITS, False), (TaskType.FIXED_WORK, True), (TaskType.FIXED_DURATION, False),
        (TaskType.FIXED_DURATION, True),
    ]  # fmt: skip
    assert {t.priority for t in plan.project.tasks} == {700}


def test_what_was_done_is_read() -> None:
    begun = {"status_code": "TK_Active", "act_start_date": "2026-03-02 08:00"}
    done = begun | {"status_code": "TK_Complete", "act_end_date": "2026-03-03 17:00"}
    plan = a_plan(
        TASK=[
            a_task(1, remain_drtn_hr_cnt="4", resume_date="2026-03-09 08:00", **begun),
            a_task(2, remain_drtn_hr_cnt="0", **done),
            a_task(3, task_type="TT_FinMile", status_code="TK_Complete", act_end_date="2026-03-03 17:00"),
            a_task(4, complete_pct_type="CP_Phys", phys_complete_pct="30", **begun),
            a_task(5, status_code="TK_Active"),
            a_task(6, remain_drtn_hr_cnt="8"),
            a_task(7, complete_pct_type="CP_Units", act_work_qty="10", remain_work_qty="30", **begun),
        ]
    )
    tasks = {t.id: t for t in plan.project.tasks}
    assert (tasks["1"].remaining_duration, tasks["1"].percent_complete) == (240, 75.0)
    assert tasks["1"].resume == datetime(2026, 3, 9, 8)
    assert (tasks["2"].actual_finish, tasks["2"].percent_complete) == (datetime(2026, 3, 3, 17), 100.0)
    assert tasks["3"].actual_start == tasks["3"].actual_finish == datetime(2026, 3, 3, 17)
    assert tasks["4"].physical_percent_complete == 30.0
    assert tasks["5"].actual_start is None
    assert warned(plan, "without an actual start")
    assert tasks["6"].duration == 480  # P6 schedules what is left
    assert (tasks["7"].percent_complete, tasks["7"].actual_work) == (25.0, 600)


@pytest.mark.parametrize("kind", list(LinkKind))
def test_relationships_have_their_kind_and_lag(kind: LinkKind) -> None:
    link = {
        "task_pred_id": "1",
        "task_id": "2",
        "pred_task_id": "1",
        "pred_type": f"PR_{kind}",
        "lag_hr_cnt": "-4.5",
    }
    plan = a_plan(TASK=[a_task(1), a_task(2)], TASKPRED=[link])
    (found,) = plan.project.links
    assert (found.before, found.after, found.kind, found.lag) == ("1", "2", kind, Lag(-270))


def test_lags_on_the_24_hour_calendar_count_time_on_the_clock() -> None:
    options = [{"proj_id": "1", "sched_calendar_on_relationship_lag": "rcal_24Hour"}]
    link = {
        "task_pred_id": "1",
        "task_id": "2",
        "pred_task_id": "1",
        "pred_type": "PR_FS",
        "lag_hr_cnt": "24",
    }
    plan = a_plan(TASK=[a_task(1), a_task(2)], TASKPRED=[link], SCHEDOPTIONS=options)
    assert plan.project.links[0].lag == Lag(1440, LagUnit.ELAPSED)


@pytest.mark.parametrize(
    ("retained", "override", "progress"),
    [
        ("Y", "N", Progress.RETAINED_LOGIC),
        ("N", "Y", Progress.PROGRESS_OVERRIDE),
        ("N", "N", Progress.ACTUAL_DATES),
    ],
)
def test_the_schedule_options_say_how_work_out_of_order_counts(
    retained: str, override: str, progress: Progress
) -> None:
    options = [{"proj_id": "1", "sched_retained_logic": retained, "sched_progress_override": override}]
    assert a_plan(SCHEDOPTIONS=options).project.progress is progress


def test_calendars_have_their_week_nights_and_exceptions() -> None:
    night = "(0||0(s|22:00|f|06:00)())"
    week = "".join(f"(0||{n}()({night if n == 2 else ''}))" for n in range(1, 8))
    odd = f"(0||0(d|46085)())(0||1(d|46086)())(0||2(d|46090)({DAY}))"
    spaced = hours_text(week, odd).replace(")(0||", ")\x7f\x7f  (0||")
    (calendar,) = read(a_file("%E", spaced)).project.calendars
    assert calendar.week[0] == (WorkInterval(1320, 1440),)
    assert calendar.week[1] == (WorkInterval(0, 360),)
    assert calendar.exceptions == (
        CalendarException(date(2026, 3, 4), date(2026, 3, 5)),
        CalendarException(
            date(2026, 3, 9), date(2026, 3, 9), (WorkInterval(480, 720), WorkInterval(780, 1020))
        ),
    )


def test_a_whole_day_runs_from_midnight_to_midnight() -> None:
    week = "".join(f"(0||{n}()((0||0(s|00:00|f|00:00)())))" for n in range(1, 8))
    (calendar,) = read(a_file("%E", hours_text(week))).project.calendars
    assert calendar.week == ((WorkInterval(0, 1440),),) * 7


def test_a_calendar_takes_exceptions_over_from_its_base() -> None:
    base = CALENDAR | {"clndr_data": hours_text(exceptions="(0||0(d|46085)())")}
    own = CALENDAR | {"clndr_id": "2", "base_clndr_id": "1", "clndr_data": hours_text(exceptions=f"(0||0(d|46087)({DAY}))")}  # fmt: skip
    plan = a_plan(CALENDAR=[base, own])
    assert [e.first.day for e in plan.project.calendars[1].exceptions] == [4, 6]


@pytest.mark.parametrize("text", ["", "(0||CalendarData()(", "))))", "nonsense", "(0||" * 5000])
def test_a_calendar_that_makes_no_sense_works_from_monday_to_friday(text: str) -> None:
    plan = a_plan(CALENDAR=[CALENDAR | {"clndr_data": text}])
    assert len([day for day in plan.project.calendars[0].week if day]) == 5
    assert warned(plan, "could not be read") == bool(text)


def test_people_rates_and_roles_are_read() -> None:
    plan = a_plan(
        TASK=[a_task(1, task_type="TT_Rsrc"), a_task(2), a_task(3)],
        RSRC=[
            {"rsrc_id": "1", "rsrc_name": "Ann", "rsrc_type": "RT_Labor", "ot_flag": "Y", "ot_factor": "1.5"},
            {"rsrc_id": "2", "rsrc_name": "Sand", "rsrc_type": "RT_Mat", "clndr_id": "77"},
        ],
        RSRCRATE=[
            {"rsrc_id": "1", "max_qty_per_hr": "2", "cost_per_qty": "60", "start_date": "2026-06-01 00:00"},
            {"rsrc_id": "1", "max_qty_per_hr": "1", "cost_per_qty": "50", "start_date": "2020-01-01 00:00"},
        ],
        ROLES=[{"role_id": "5", "role_name": "Welder"}],
        RSRCROLE=[{"rsrc_id": "1", "role_id": "5", "skill_level": "2"}],
        TASKRSRC=[
            {
                "task_id": "1",
                "rsrc_id": "1",
                "target_qty": "8",
                "remain_qty": "8",
                "target_qty_per_hr": "0.5",
            },
            {"task_id": "2", "rsrc_id": "2", "target_qty": "30"},
            {"task_id": "3", "role_id": "5", "target_qty": "16", "target_qty_per_hr": "1"},
            {"task_id": "9", "rsrc_id": "1", "target_qty": "16"},
        ],
        PROJCOST=[{"task_id": "3", "target_cost": "100", "act_cost": "25"}],
    )
    ann, sand = plan.project.resources
    assert (ann.capacity, ann.cost_per_hour, ann.overtime_per_hour) == (1.0, 50.0, 75.0)
    assert ann.skills == (Skill("Welder", 4),)
    assert (ann.availability[0].first, ann.availability[0].units) == (date(2026, 6, 1), 2.0)
    assert (sand.kind, sand.calendar) == (ResourceKind.MATERIAL, None)
    work, bulk = plan.project.assignments
    assert (work.units, work.work_minutes, bulk.units, bulk.work_minutes) == (0.5, 480, 30.0, None)
    assert plan.project.demands == (Demand("3", "Welder", 1, 1.0, Minutes(960)),)
    assert (plan.project.tasks[2].fixed_cost, plan.project.tasks[2].actual_cost) == (100.0, 25.0)
    assert warned(plan, "calendar 77")
    assert warned(plan, "is not in the plan")


def test_an_activity_on_its_own_calendar_lasts_as_long_as_it_says() -> None:
    people = {"RSRC": [{"rsrc_id": "1", "rsrc_name": "Ann", "rsrc_type": "RT_Labor"}]}
    half = [{"task_id": "1", "rsrc_id": "1", "target_qty": "4", "target_qty_per_hr": "1"}]
    for kind, hours in (("TT_Task", 16), ("TT_Rsrc", 4)):
        plan = a_plan(TASK=[a_task(1, task_type=kind)], TASKRSRC=half, **people)
        dates = schedule(plan.project).tasks["1"]
        assert (dates.finish - dates.start).total_seconds() / 3600 == {16: 33, 4: 4}[hours]
    assert plan.assignments[0].work == 240


def test_notes_lose_their_markup_and_keep_their_lines() -> None:
    memo = {
        "task_id": "1",
        "task_memo": '<HTML><BODY><P class=""x"">Ask&nbsp;Ann.</P>Then\x7f\x7fgo.</BODY></HTML>',
    }
    plan = a_plan(TASK=[a_task(1)], TASKMEMO=[memo])
    assert plan.details["1"].notes == "Ask Ann.\nThen\ngo."


def test_text_that_runs_over_several_lines_stays_with_its_record() -> None:
    plan = a_plan(TASK=[a_task(1, task_name="Dig\r\nand fill"), a_task(2)])
    assert [t.name for t in plan.project.tasks] == ["Dig\nand fill", "T2"]


def test_of_several_projects_the_first_with_activities_is_read() -> None:
    other = PROJECT | {"proj_id": "2", "proj_short_name": "OLD"}
    root = ROOT | {"wbs_id": "2", "proj_id": "2", "wbs_name": "Old"}
    outside = {"task_pred_id": "1", "task_id": "1", "pred_task_id": "2", "pred_type": "PR_FS"}
    content = a_file(
        PROJECT=[other | {"proj_id": "0", "proj_short_name": "EMPTY"}, PROJECT, other],
        PROJWBS=[ROOT, root],
        TASK=[a_task(1), a_task(2, proj_id="2", wbs_id="2")],
        TASKPRED=[outside],
    )
    plan = read(content)
    assert ([t.id for t in plan.project.tasks], plan.project.links) == (["1"], ())
    assert warned(plan, "Project OLD")
    assert warned(plan, "Project EMPTY")
    assert warned(plan, "1 links to other")
    assert [t.id for t in read(content, project="OLD").project.tasks] == ["2"]
    with pytest.raises(NotAPlan, match="TWR"):
        read(content, project="NEW")


def test_the_data_date_is_the_status_date_and_must_finish_by_the_deadline() -> None:
    dates = {"last_recalc_date": "2026-03-06 17:00", "plan_end_date": "2026-06-30 17:00", "scd_end_date": "2026-07-01 17:00"}  # fmt: skip
    project = a_plan(PROJECT=[PROJECT | dates]).project
    assert project.status_date == datetime(2026, 3, 6, 17)
    assert (project.deadline, project.finish) == (datetime(2026, 6, 30, 17), datetime(2026, 7, 1, 17))
    assert project.currency == "EUR"


def test_unknown_tables_and_fields_never_fail() -> None:
    plan = a_plan(TASK=[a_task(1, what="ever")], ACTVCODE=[{"actv_code_id": "1"}])
    assert len(plan.project.tasks) == 1
    assert warned(plan, "ACTVCODE")


def test_fields_that_make_no_sense_are_told() -> None:
    plan = a_plan(
        TASK=[a_task(1, target_drtn_hr_cnt="lots", cstr_type="CS_MSOA", cstr_date="soon"), a_task(1)]
    )
    assert len(plan.project.tasks) == 1
    assert warned(plan, "“lots”")
    assert warned(plan, "“soon”")
    assert warned(plan, "repeated")


def test_numbers_may_have_a_comma() -> None:
    plan = a_plan(TASK=[a_task(1, target_drtn_hr_cnt="7,5", remain_drtn_hr_cnt="7,5")])
    assert plan.project.tasks[0].duration == 450


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-8-sig", "utf-16"])
def test_every_usual_encoding_is_known(encoding: str) -> None:
    text = a_file(TASK=[a_task(1, task_name="Tür für 5 €")]).decode("cp1252")
    assert read(text.encode(encoding)).project.tasks[0].name == "Tür für 5 €"


def test_another_encoding_can_be_named() -> None:
    content = a_file(TASK=[a_task(1, task_name="XX")]).replace(b"XX", "Дом".encode("cp1251"))
    assert read(content, encoding="cp1251").project.tasks[0].name == "Дом"


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", Truncated),
        (b"ERMH", Truncated),
        (HEAD.encode(), Truncated),
        (a_file(""), Truncated),
        (a_file(TASK=[a_task(1)])[:-60], Truncated),
        (b"PK\x03\x04", WrongSchema),
        (b"ERMHDR\n\x00\x01%E\n", WrongSchema),
        (b"<Project/>", WrongSchema),
        ((HEAD + "\n%E\n").encode(), NotAPlan),
        (a_file(PROJECT=[PROJECT | {"plan_start_date": ""}]), NotAPlan),
    ],
)
def test_what_is_no_whole_xer_file_is_refused(content: bytes, error: type[FormatError]) -> None:
    with pytest.raises(error) as refusal:
        read(content)
    assert refusal.value.code == error.code


def test_a_file_above_the_limit_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "plan.xer"
    path.write_bytes(a_file())
    assert read(path).project.name == "Tower"
    with pytest.raises(TooLarge):
        read(path, max_bytes=100)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(plan=plans(), data=st.data())
def test_a_damaged_file_is_refused_or_read_and_never_breaks_the_reader(
    plan: ImportedPlan, data: st.DataObject
) -> None:
    content = bytearray(write(plan))
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(content) - 1))
        what = data.draw(
            st.sampled_from([b"", b"\t", b"\n", b"\xff", b"9", b"-", b"%R", b"(", b"|", b"w1", b"1e99"])
        )
        content[at : at + data.draw(st.integers(0, 3))] = what
    with suppress(FormatError, PlanError):
        assert read(bytes(content)).project.calendars


def test_records_without_a_table_or_fields_are_told() -> None:
    stray = "%F\ta\r\n%R\t1\r\nwhat\r\n%T\tTASK\r\n%R\t1\r\n"
    plan = read(a_file().replace(HEAD.encode() + b"\r\n", f"{HEAD}\r\n{stray}".encode()))
    assert warned(plan, "Table ?")
    assert warned(plan, "Table TASK")
    assert not plan.project.tasks
