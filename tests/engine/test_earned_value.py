"""Earned value: examples worked out by hand, and rules that hold for every plan."""

import doctest
import pkgutil
from dataclasses import replace
from datetime import datetime
from importlib import import_module

import pytest
from engine_plans import at, project, task
from hypothesis import given, settings
from hypothesis import strategies as st

import northline.engine.earned_value as package
from northline.engine import (
    Assignment,
    BadDate,
    BadValue,
    Baseline,
    Minutes,
    Project,
    Resource,
    Task,
    UnknownId,
)
from northline.engine.earned_value import (
    Figures,
    Method,
    NoBaseline,
    PeriodLength,
    Unit,
    WeightedMilestone,
    earned_schedule,
    earned_value,
)

FRIDAY = at("03-13 17:00")  # two weeks of ten working days from Monday 2 March, 08:00


def budgeted(task_id: str, first: str, last: str, cost: float, **fields: object) -> Task:
    """A task planned from 08:00 on the first to 17:00 on the last day of March."""
    plan = Baseline(at(f"03-{first} 08:00"), at(f"03-{last} 17:00"), work=Minutes(480), cost=cost)
    return task(task_id, 1, baselines=(plan,), **fields)


def house(**second: object) -> Project:
    """Two tasks of a week each: the first, 4,000, is done; the second, 6,000, is at work."""
    return project(
        Task(id="house"),
        budgeted(
            "walls", "02", "06", 4000, parent="house", percent_complete=100, actual_cost=5000.0,
            actual_start=at("03-02 08:00"), actual_finish=at("03-09 17:00"),
        ),
        budgeted(
            "roof", "09", "13", 6000, parent="house", actual_start=at("03-10 08:00"),
            **({"percent_complete": 20, "actual_cost": 1000.0} | second),
        ),
    )  # fmt: skip


def test_the_figures_of_a_plan_at_its_status_date_are_those_of_the_textbook() -> None:
    """After Thursday of the second week: PV = 4000 + 4/5 · 6000, EV = 4000 + 0.2 · 6000, AC = 5000 + 1000."""
    found = earned_value(house(), status_date=at("03-12 17:00")).project
    assert (found.bac, found.pv, found.ev, found.ac) == pytest.approx((10_000, 8800, 5200, 6000))
    assert (found.sv, found.cv) == pytest.approx((-3600, -800))
    assert (found.spi, found.cpi) == pytest.approx((5200 / 8800, 5200 / 6000))
    assert found.eac == pytest.approx(10_000 / (5200 / 6000))  # 11,538.46
    assert found.eac_planned_pace == pytest.approx(10_800)
    assert found.eac_both == pytest.approx(6000 + 4800 / (5200 / 6000 * 5200 / 8800))  # 15,372.78
    assert found.vac == pytest.approx(10_000 - 11_538.4615)
    assert found.tcpi == pytest.approx(4800 / 4000)
    assert found.tcpi_eac == pytest.approx(4800 / 5538.4615)
    assert found.eac_bottom_up is None


def test_earned_schedule_says_where_in_the_planned_time_the_work_done_lies() -> None:
    """EV 5200 was planned by the end of the sixth day (4000 + 1200); nine days have passed: SPI(t) = 2/3."""
    time = earned_value(house(), status_date=at("03-12 17:00")).project.time
    assert time is not None
    assert time.earned_until in (at("03-09 17:00"), at("03-10 08:00"))
    assert (time.earned, time.actual, time.planned) == (6 * 480, 9 * 480, 10 * 480)
    assert (time.sv, time.spi) == (-3 * 480, pytest.approx(2 / 3))
    assert time.eac == pytest.approx(15 * 480)
    assert time.eac_at_planned_pace == 13 * 480
    assert time.expected_finish == at("03-20 17:00")


def test_earned_schedule_by_periods_is_lipkes() -> None:
    """Planned 100, 250, 450 by the end of months 1 to 3: 350 earned is month 2 and half of month 3."""
    planned = [100.0, 250.0, 450.0]
    assert [earned_schedule(planned, earned=v) for v in (0, 50, 100, 350, 450, 999)] == [0, 0.5, 1, 2.5, 3, 3]
    assert earned_schedule([0.0, 0.0, 10.0], earned=0.0) == 2
    assert earned_schedule([5.0, 10.0, 10.0], earned=10.0) == 2


def test_finished_work_keeps_its_lateness() -> None:
    """Classic SPI returns to 1 when all is done; SPI(t) stays: ten days' work took twelve, whenever one
    looks."""
    done = house(percent_complete=100, actual_finish=at("03-17 17:00"))
    for day in ("03-17 17:00", "03-31 17:00"):
        found = earned_value(done, status_date=at(day)).project
        assert found.time is not None
        assert (found.spi, found.time.spi) == (1, pytest.approx(10 / 12))
        assert (found.time.eac, found.time.expected_finish) == (12 * 480, at("03-17 17:00"))
        assert found.eac == found.ac


@pytest.mark.parametrize(
    ("method", "pv", "ev"),
    [
        (Method.PERCENT_COMPLETE, 4800, 1200),
        (Method.PHYSICAL_PERCENT, 4800, 2400),
        (Method.ZERO_HUNDRED, 0, 0),
        (Method.FIFTY_FIFTY, 3000, 3000),
        (Method.LEVEL_OF_EFFORT, 4800, 4800),
    ],
)
def test_a_task_plans_and_earns_by_its_method(method: Method, pv: float, ev: float) -> None:
    plan = house(physical_percent_complete=40.0)
    found = earned_value(plan, status_date=at("03-12 17:00"), methods={"roof": method})["roof"]
    assert (found.pv, found.ev) == pytest.approx((pv, ev))


@pytest.mark.parametrize("method", [Method.ZERO_HUNDRED, Method.FIFTY_FIFTY, Method.PERCENT_COMPLETE])
def test_whatever_the_method_finished_work_has_earned_its_budget(method: Method) -> None:
    found = earned_value(house(), status_date=FRIDAY, method=method)["walls"]
    assert (found.pv, found.ev) == (4000, 4000)


def test_milestones_are_earned_when_they_are_reached() -> None:
    steps = (
        WeightedMilestone(1, at("03-10 12:00"), at("03-10 15:00")),
        WeightedMilestone(2, at("03-11 12:00"), at("03-13 09:00")),
        WeightedMilestone(3, at("03-13 17:00")),
    )
    found = earned_value(house(), status_date=at("03-12 17:00"), milestones={"roof": steps})
    assert (found["roof"].pv, found["roof"].ev) == pytest.approx((3000, 1000))
    later = earned_value(house(), status_date=FRIDAY, milestones={"roof": steps})["roof"]
    assert (later.pv, later.ev) == pytest.approx((6000, 3000))
    with pytest.raises(BadValue, match="milestones but has none"):
        earned_value(house(), status_date=FRIDAY, methods={"roof": Method.WEIGHTED_MILESTONES})


def test_planned_value_follows_the_working_time_of_the_tasks_calendar() -> None:
    """A week with two days off (4 and 5 March) has three working days: by Tuesday evening two of them."""
    plan = project(budgeted("a", "02", "06", 900, calendar="holiday"))
    for day, expected in (("02 12:00", 150), ("03 17:00", 600), ("05 12:00", 600), ("06 12:00", 750)):
        assert earned_value(plan, status_date=at(f"03-{day}")).project.pv == pytest.approx(expected)


def test_elapsed_work_earns_by_the_clock() -> None:
    baseline = Baseline(at("03-06 00:00"), at("03-10 00:00"), cost=400.0)
    plan = project(task("dry", 1, elapsed_duration=True, baselines=(baseline,)))
    assert earned_value(plan, status_date=at("03-08 00:00")).project.pv == pytest.approx(200)


def test_a_milestone_with_a_budget_is_planned_at_its_date() -> None:
    mark = Baseline(at("03-04 12:00"), at("03-04 12:00"), cost=70.0)
    plan = project(task("pay", 0, milestone=True, baselines=(mark,)))
    assert earned_value(plan, status_date=at("03-04 11:59")).project.pv == 0
    assert earned_value(plan, status_date=at("03-04 12:00")).project.pv == 70


def test_without_costs_values_are_hours_and_it_says_so() -> None:
    plan = project(
        task("a", 2, baselines=(Baseline(at("03-02 08:00"), at("03-03 17:00"), work=Minutes(960)),),
             percent_complete=50, actual_work=Minutes(600)),
    )  # fmt: skip
    found = earned_value(plan, status_date=at("03-03 17:00"))
    assert found.unit is Unit.HOURS
    assert (found.project.bac, found.project.ev, found.project.ac) == (16, 8, 10)
    assert any("hours" in note for note in found.notes)
    bare = replace(plan.tasks[0], actual_work=None, baselines=(Baseline(
        at("03-02 08:00"), at("03-03 17:00"), duration=Minutes(960)),))  # fmt: skip
    found = earned_value(replace(plan, tasks=(bare,)), status_date=at("03-03 17:00"))
    assert (found.project.bac, found.project.ac) == (16, 8)
    assert any("duration" in note for note in found.notes)
    with pytest.raises(NoBaseline, match="no costs"):
        earned_value(plan, status_date=FRIDAY, unit=Unit.COST)


def test_unknown_costs_come_from_rates_and_percent_complete_and_it_says_so() -> None:
    """Half of 8 hours at 100 and one use at 30, and half of the fixed cost of 50."""
    plan = project(
        budgeted("a", "02", "02", 900, percent_complete=50, fixed_cost=50.0),
        resources=(Resource("ann", cost_per_hour=100.0, cost_per_use=30.0),),
        assignments=(Assignment("a", "ann", work_minutes=Minutes(480)),),
    )
    found = earned_value(plan, status_date=FRIDAY)
    assert found.project.ac == pytest.approx(455)
    assert any("percent complete" in note for note in found.notes)
    told = replace(plan, assignments=(replace(plan.assignments[0], actual_cost=333.0),))
    assert earned_value(told, status_date=FRIDAY).project.ac == pytest.approx(358)


def test_planned_overtime_is_worked_and_paid_for_as_the_rest() -> None:
    plan = project(
        budgeted("roof", "02", "13", 1000, percent_complete=50, actual_start=at("03-02 08:00")),
        resources=(Resource("ann", cost_per_hour=100.0, overtime_per_hour=150.0),),
        assignments=(Assignment("roof", "ann", work_minutes=Minutes(360), overtime=Minutes(120)),),
    )
    assert earned_value(plan, status_date=FRIDAY, unit=Unit.HOURS).project.ac == 4
    assert earned_value(plan, status_date=FRIDAY).project.ac == 3 * 100 + 150


def test_dated_actuals_count_up_to_the_status_date_and_in_their_period() -> None:
    spent = {"roof": [(at("03-10 09:00"), 700.0), (at("03-20 09:00"), 900.0)]}
    found = earned_value(house(), status_date=FRIDAY, actuals=spent)
    assert found["roof"].ac == 700
    assert [p.ac for p in found.periods] == pytest.approx([5000 * 5 / 6, 5000 / 6 + 700])


def test_work_recorded_after_the_status_date_is_not_yet_begun() -> None:
    found = earned_value(house(), status_date=at("03-09 12:00"))
    assert (found["roof"].ev, found["roof"].ac) == (0, 0)
    assert any("after the status date" in note for note in found.notes)


def test_a_bottom_up_estimate_is_added_to_what_was_spent() -> None:
    found = earned_value(house(), status_date=FRIDAY, left={"roof": 7000.0})
    assert found["roof"].eac_bottom_up == 8000
    assert (found.project.eac_bottom_up, found["house"].eac_bottom_up) == (13_000, 13_000)
    assert found["walls"].eac_bottom_up is None


def test_weeks_tell_what_was_planned_earned_and_spent_in_them() -> None:
    """The walls took six days, five of them in the first week; the roof earned 1200 on 10 to 12 March."""
    weeks = earned_value(house(), status_date=at("03-12 17:00")).periods
    assert [(w.start, w.end) for w in weeks] == [
        (datetime(2026, 3, 2), datetime(2026, 3, 9)),
        (datetime(2026, 3, 9), datetime(2026, 3, 16)),
    ]
    assert [w.pv for w in weeks] == pytest.approx([4000, 6000])
    assert [w.ev for w in weeks] == pytest.approx([4000 * 5 / 6, 4000 / 6 + 1200])
    assert (weeks[-1].pv_sum, weeks[-1].ev_sum, weeks[-1].ac_sum) == pytest.approx((10_000, 5200, 6000))


def test_periods_after_the_status_date_hold_plans_only() -> None:
    days = earned_value(house(), status_date=at("03-11 17:00"), period=PeriodLength.DAY).periods
    assert [d.start.day for d in days] == list(range(2, 14))
    assert [d.ev is None for d in days] == [False] * 10 + [True] * 2
    assert days[-1].pv == pytest.approx(1200)
    months = earned_value(house(), status_date=at("03-11 17:00"), period=PeriodLength.MONTH).periods
    assert [(m.start.month, m.pv_sum) for m in months] == [(3, pytest.approx(10_000))]


def test_ratios_without_a_divisor_are_left_open() -> None:
    nothing = Figures("a", "A", bac=100.0, pv=0.0, ev=0.0, ac=0.0)
    assert (nothing.spi, nothing.cpi, nothing.eac, nothing.eac_both, nothing.vac) == (None,) * 5
    assert (nothing.eac_planned_pace, nothing.tcpi) == (100, 1)
    broke = Figures("a", "A", bac=100.0, pv=100.0, ev=50.0, ac=100.0)
    assert (broke.tcpi, broke.tcpi_eac) == (None, 0.5)
    early = earned_value(house(), status_date=at("03-01 08:00")).project
    assert early.time is not None
    assert (early.time.actual, early.time.spi, early.time.expected_finish) == (0, None, None)


def test_what_has_no_baseline_costs_but_earns_nothing() -> None:
    extra = task("extra", 1, percent_complete=50, actual_cost=250.0)
    plan = house()
    found = earned_value(replace(plan, tasks=(*plan.tasks, extra)), status_date=FRIDAY)
    assert (found["extra"].bac, found["extra"].ev, found["extra"].ac, found["extra"].time) == (
        0,
        0,
        250,
        None,
    )
    assert found.project.ac == 6250
    assert any("without a baseline" in note for note in found.notes)


def test_an_odd_baseline_does_not_stop_the_report() -> None:
    backwards = Baseline(at("03-05 08:00"), at("03-03 08:00"), cost=10.0, number=2)
    found = earned_value(
        project(task("a", 1, baselines=(backwards,))), status_date=at("03-05 08:00"), baseline=2
    )
    assert found.project.pv == 10
    assert any("ends before it starts" in note for note in found.notes)


def test_plans_that_cannot_be_measured_are_refused_with_the_way_out() -> None:
    with pytest.raises(NoBaseline, match="Save a baseline"):
        earned_value(project(task("a", 1)), status_date=FRIDAY)
    with pytest.raises(NoBaseline):
        earned_value(project(), status_date=FRIDAY)
    with pytest.raises(NoBaseline):
        earned_value(house(), status_date=FRIDAY, baseline=3)
    with pytest.raises(BadDate, match="status date"):
        earned_value(house())
    with pytest.raises(UnknownId):
        earned_value(house(), status_date=FRIDAY, left={"cellar": 1.0})
    with pytest.raises(BadValue):
        WeightedMilestone(0, FRIDAY)


@st.composite
def measured_plans(draw: st.DrawFn) -> Project:
    """Trees of budgeted tasks in all states of progress."""
    tasks = [Task(id=f"s{n}", parent=f"s{n - 1}" if n and draw(st.booleans()) else None) for n in range(3)]
    for n in range(draw(st.integers(1, 8))):
        first = draw(st.integers(2, 20))
        last = draw(st.integers(first, 27))
        percent = draw(st.sampled_from([0, 10, 55, 100]))
        begun = at(f"03-{draw(st.integers(1, 20)):02} 08:00") if draw(st.booleans()) and percent else None
        tasks.append(
            budgeted(
                f"t{n}", f"{first:02}", f"{last:02}", draw(st.sampled_from([0.0, 1.0, 350.5, 1e6])),
                parent=draw(st.sampled_from([None, "s0", "s1", "s2"])), percent_complete=percent,
                actual_start=begun, calendar=draw(st.sampled_from([None, "night", "holiday"])),
                actual_cost=draw(st.sampled_from([None, 0.0, 400.0])),
            )
        )  # fmt: skip
    tasks.append(budgeted("sure", "03", "05", 100.0))
    return project(*tasks)


statuses = st.datetimes(datetime(2026, 2, 25), datetime(2026, 4, 5)).map(
    lambda d: d.replace(second=0, microsecond=0)
)
methods = st.sampled_from([m for m in Method if m is not Method.WEIGHTED_MILESTONES])


@settings(max_examples=60, deadline=None)
@given(measured_plans(), statuses, methods)
def test_every_plan_keeps_the_rules(plan: Project, status: datetime, method: Method) -> None:
    """Nothing earns or plans more than its budget, parents are the sums of their children, and the periods
    add up to the whole."""
    found = earned_value(plan, status_date=status, method=method)
    for figures in (*found.tasks.values(), found.project):
        assert 0 <= figures.ev <= figures.bac * (1 + 1e-12)
        assert 0 <= figures.pv <= figures.bac * (1 + 1e-12)
        if figures.time is not None:
            assert 0 <= figures.time.earned <= figures.time.planned
            assert figures.time.start <= figures.time.earned_until <= figures.time.finish
    for parent in (None, "s0", "s1", "s2"):
        inside = [found[t.id] for t in plan.tasks if t.parent == parent]
        whole = found.project if parent is None else found[parent]
        for name in ("bac", "pv", "ev", "ac"):
            assert getattr(whole, name) == pytest.approx(sum(getattr(f, name) for f in inside))
    last = [p for p in found.periods if p.ev_sum is not None][-1]
    assert found.periods[-1].pv_sum == pytest.approx(found.project.bac)
    assert last.ev_sum == pytest.approx(found.project.ev)
    assert last.ac_sum == pytest.approx(found.project.ac)
    assert all(p.pv >= -1e-6 and (p.ev or 0) >= -1e-6 for p in found.periods)


@settings(max_examples=30, deadline=None)
@given(measured_plans(), st.integers(0, 100), st.integers(0, 100))
def test_earning_more_never_lowers_the_earned_schedule(plan: Project, one: int, other: int) -> None:
    def earned(percent: int) -> int:
        tasks = tuple(
            replace(t, percent_complete=float(percent), actual_start=None) if t.baselines else t
            for t in plan.tasks
        )
        time = earned_value(replace(plan, tasks=tasks), status_date=FRIDAY).project.time
        assert time is not None
        return time.earned

    assert earned(min(one, other)) <= earned(max(one, other))


@settings(max_examples=30, deadline=None)
@given(measured_plans(), statuses)
def test_work_exactly_on_plan_has_earned_its_time(plan: Project, status: datetime) -> None:
    """Where everything earns with the passing of its time, ES is AT, up to the end of the plan."""
    time = earned_value(plan, status_date=status, method=Method.LEVEL_OF_EFFORT).project.time
    assert time is not None
    late = status >= time.finish
    assert time.earned == time.planned if late else time.earned >= time.actual


def test_a_plan_is_left_as_it_was() -> None:
    plan = house()
    before = repr(plan)
    earned_value(plan, status_date=FRIDAY)
    assert repr(plan) == before


@pytest.mark.parametrize("name", [module.name for module in pkgutil.iter_modules(package.__path__)])
def test_the_examples_run(name: str) -> None:
    assert doctest.testmod(import_module(f"{package.__name__}.{name}")).failed == 0
