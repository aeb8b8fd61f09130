"""The independent check of levelled plans finds what is wrong, and only that."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from engine_plans import DAY, at, project, projects, task
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from northline.engine import (
    Assignment,
    Availability,
    Calendar,
    CalendarException,
    Demand,
    Lag,
    Link,
    Minutes,
    Mode,
    Project,
    Resource,
    Skill,
    Split,
    WorkInterval,
    WorkWeek,
    resource_violations,
    schedule,
    standard_calendar,
)
from northline.engine.feasible.hours import Hours, minute_of, moment_of

ANN = Resource(id="ann", name="Ann")
calm = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def codes(plan: Project, **options: object) -> list[str]:
    return [v.code for v in resource_violations(plan, schedule(plan), **options)]  # type: ignore[arg-type]


def two_for_ann(**second: object) -> Project:
    people = (Assignment("a", "ann"), Assignment("b", "ann"))
    return project(task("a", 2), task("b", 1, **second), resources=(ANN,), assignments=people)


def test_nobody_can_do_two_tasks_at_once() -> None:
    plan = two_for_ann()
    found = resource_violations(plan, schedule(plan))
    assert [(v.code, v.resource, v.at) for v in found] == [("capacity", "ann", at("03-02 08:00"))]
    assert "Ann is needed 2 times from 2026-03-02 08:00:00 to 2026-03-02 17:00:00" in found[0].message


def test_a_delay_that_takes_them_apart_is_enough() -> None:
    assert codes(two_for_ann(levelling_delay=Minutes(2 * 1440))) == []
    assert codes(two_for_ann(levelling_delay=Minutes(2 * 1440 - 480))) == []  # the same Wednesday morning
    assert codes(two_for_ann(levelling_delay=Minutes(1440))) == ["capacity"]


def test_overload_is_told_to_the_minute() -> None:
    plan = project(
        task("a", 0.5),
        task("b", 0.5, levelling_delay=Minutes(239)),
        resources=(ANN,),
        assignments=(Assignment("a", "ann"), Assignment("b", "ann")),
    )
    found = resource_violations(plan, schedule(plan))
    assert [(v.code, v.at) for v in found] == [("capacity", at("03-02 11:59"))]


def test_partial_units_add_up() -> None:
    three = tuple(Assignment(i, "ann", units=0.5) for i in "abc")
    tasks = (task("a"), task("b"), task("c"))
    assert codes(project(*tasks, resources=(ANN,), assignments=three[:2])) == []
    assert codes(project(*tasks, resources=(ANN,), assignments=three)) == ["capacity"]


def test_capacity_changes_over_time_and_the_first_availability_wins() -> None:
    away = Availability(date(2026, 3, 3), date(2026, 3, 3), 0.0)
    back = Availability(date(2026, 3, 1), date(2026, 3, 31), 2.0)
    one = project(
        task("a", 2), resources=(replace(ANN, availability=(away,)),), assignments=(Assignment("a", "ann"),)
    )
    found = resource_violations(one, schedule(one))
    assert [(v.code, v.at) for v in found] == [("capacity", at("03-03 08:00"))]
    several = replace(two_for_ann(), resources=(replace(ANN, availability=(away, back)),))
    assert [(v.code, v.at) for v in resource_violations(several, schedule(several))] == [
        ("capacity", at("03-03 08:00"))
    ]


def test_work_before_the_status_date_is_a_fact() -> None:
    plan = two_for_ann(actual_start=at("03-02 08:00"), percent_complete=50.0)
    assert codes(plan) == ["capacity"]
    assert codes(plan, status_date=at("03-10 08:00")) == []


def test_overloads_that_levelling_may_not_mend_have_their_own_code() -> None:
    people = (Assignment("a", "ann"), Assignment("b", "ann"))
    tasks = (task("a", priority=1000), task("b", manual=True, manual_start=at("03-02 08:00")))
    assert codes(project(*tasks, resources=(ANN,), assignments=people)) == ["capacity_fixed"]


def test_a_break_leaves_the_resource_free() -> None:
    broken = task("a", 2, splits=(Split(Minutes(480), Minutes(480)),))
    people = (Assignment("a", "ann"), Assignment("b", "ann"))
    plan = project(broken, task("b", levelling_delay=Minutes(1440)), resources=(ANN,), assignments=people)
    from northline.engine.feasible.capacity import uses_of
    from northline.engine.feasible.reading import Reading

    dates = schedule(plan)
    stretched = replace(dates["a"], finish=at("03-04 17:00"))
    reading = Reading(plan, replace(dates, tasks=dict(dates.tasks) | {"a": stretched}))
    run = reading.run_of(plan.tasks[0], people[0])
    days = {moment_of(u.begin).day for u in uses_of(reading, plan.tasks[0], run)}
    assert days == {2, 4}


def test_inactive_work_needs_nobody() -> None:
    assert codes(two_for_ann(active=False)) == []


def test_what_is_used_up_cannot_exceed_the_stock() -> None:
    paint = Resource(id="paint", stock=5.0)
    uses = (Assignment("a", "paint", units=3.0), Assignment("b", "paint", units=2.5))
    plan = project(task("a"), task("b", levelling_delay=Minutes(14400)), resources=(paint,), assignments=uses)
    assert "stock" in codes(plan)
    assert "stock" not in codes(replace(plan, resources=(Resource(id="paint", stock=5.5),)))


def test_a_longest_lag_is_kept() -> None:
    link = Link("a", "b", longest=Lag(DAY))
    assert codes(project(task("a"), task("b"), links=(link,))) == []
    late = project(task("a"), task("b", levelling_delay=Minutes(3 * 1440)), links=(link,))
    assert codes(late) == ["longest_lag"]
    next_day = project(task("a"), task("b", levelling_delay=Minutes(1440)), links=(link,))
    assert codes(next_day) == []


def test_the_people_chosen_must_have_the_skills_all_at_once() -> None:
    both = Resource(id="both", skills=(Skill("weld"), Skill("paint", 3)))
    welder = Resource(id="welder", skills=(Skill("weld", 2),))
    demands = (Demand("a", "weld"), Demand("a", "paint", level=2))
    plan = project(task("a"), resources=(both, welder, ANN), demands=demands)

    def with_people(*ids: str) -> Project:
        return replace(plan, assignments=tuple(Assignment("a", i) for i in ids))

    assert codes(with_people("both", "welder")) == []
    assert codes(with_people("welder", "both")) == []
    assert codes(with_people("both")) == ["skill"]
    assert codes(with_people("welder", "ann")) == ["skill"]
    assert codes(with_people("both", "welder"), original=plan) == []
    named = with_people("both")
    assert codes(with_people("both", "welder"), original=named) == ["skill"]  # both has work of its own


@pytest.mark.parametrize(
    ("fields", "levelled", "code"),
    [
        ({"priority": 1000}, {"levelling_delay": Minutes(60)}, "moved"),
        ({"actual_start": at("03-02 08:00")}, {"levelling_delay": Minutes(60)}, "moved"),
        ({}, {"splits": (Split(Minutes(60), Minutes(60)),)}, "split"),
        ({"splittable": True}, {"splits": (Split(Minutes(60), Minutes(60)),)}, None),
        ({}, {"levelling_delay": Minutes(60)}, None),
        ({}, {"name": "other"}, "changed"),
        ({"modes": (Mode("fast", Minutes(240), (("ann", 1.0),)),)}, {"duration": Minutes(240)}, "mode"),
    ],
)
def test_levelling_may_change_only_delays_and_allowed_breaks(
    fields: dict[str, object], levelled: dict[str, object], code: str | None
) -> None:
    original = project(task("a", **fields), resources=(ANN,))
    plan = replace(original, tasks=(replace(original.tasks[0], **levelled),))  # type: ignore[arg-type]
    assert codes(plan, original=original) == ([] if code is None else [code])


def test_a_mode_brings_its_own_people() -> None:
    fast = Mode("fast", Minutes(240), (("ann", 1.0),))
    original = project(task("a", modes=(fast,)), resources=(ANN,))
    quick = (replace(original.tasks[0], duration=Minutes(240)),)
    plan = replace(original, tasks=quick, assignments=(Assignment("a", "ann"),))
    assert codes(plan, original=original) == []


def test_people_neither_vanish_nor_come_unasked() -> None:
    original = project(task("a"), resources=(ANN, Resource(id="bob")), assignments=(Assignment("a", "ann"),))
    assert codes(replace(original, assignments=()), original=original) == ["assignment"]
    more = (*original.assignments, Assignment("a", "bob"))
    assert codes(replace(original, assignments=more), original=original) == ["assignment"]


def test_hours_follow_rules_weeks_and_nights() -> None:
    noon = (WorkInterval(480, 720),)
    eve = CalendarException(
        date(2026, 1, 1), date(2027, 12, 31), noon, rule="FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24"
    )
    week = WorkWeek(date(2026, 7, 1), date(2026, 7, 31), ((WorkInterval(0, 1440),),) * 7)
    hours = Hours(Calendar("c", "", standard_calendar().week, (eve,), (week,)))
    assert hours.worked(minute_of(datetime(2026, 12, 24)), minute_of(datetime(2026, 12, 25))) == 240
    assert hours.worked(minute_of(datetime(2026, 12, 23)), minute_of(datetime(2026, 12, 24))) == 480
    assert hours.worked(minute_of(datetime(2026, 7, 5)), minute_of(datetime(2026, 7, 6))) == 1440


@calm
@given(st.integers(0, 20_000), st.integers(0, 20_000), st.sampled_from(["standard", "night", "holiday"]))
def test_walking_forth_and_back_through_hours_is_the_same_way(offset: int, minutes: int, name: str) -> None:
    calendar = next(c for c in project().calendars if c.id == name)
    hours = Hours(calendar)
    origin = minute_of(at("03-02 08:00") + timedelta(minutes=offset))
    assert hours.worked(origin, hours.after(origin, minutes)) == minutes
    assert hours.worked(hours.ahead(origin, minutes), origin) == minutes
    assert hours.worked(origin, hours.opening(origin)) == 0


@calm
@given(projects(), st.data())
def test_an_overload_is_there_exactly_when_a_minute_says_so(plan: Project, data: st.DataObject) -> None:
    leaves = [t.id for t in plan.tasks if t.id.startswith("t")][:4]
    units = [data.draw(st.sampled_from([0.5, 1.0])) for _ in leaves]
    people = tuple(Assignment(i, "ann", units=u) for i, u in zip(leaves, units, strict=True))
    tasks = tuple(replace(t, ignores_resource_calendar=True) for t in plan.tasks)
    plan = replace(plan, tasks=tasks, resources=(ANN,), assignments=people)
    dates = schedule(plan)
    found = {v.code for v in resource_violations(plan, dates)}
    from northline.engine.feasible.reading import Reading

    reading = Reading(plan, dates)
    load: dict[int, float] = {}
    for person in people:
        if reading.tasks[person.task].active:
            hours = reading.run_of(reading.tasks[person.task], person).hours
            begin, end = minute_of(dates[person.task].start), minute_of(dates[person.task].finish)
            for opens, closes in hours.between(begin, end):
                for minute in range(opens, closes):
                    load[minute] = load.get(minute, 0.0) + person.units
    assert ("capacity" in found) == any(u > 1.0 for u in load.values())
