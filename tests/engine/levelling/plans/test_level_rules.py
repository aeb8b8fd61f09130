"""What levelling does with modes, skills, stocks, lags, priorities and several projects, one rule at a time."""

from dataclasses import replace
from datetime import date

import pytest
from crowded_plans import crowded
from engine_plans import DAY, at, project, task

from northline.engine import (
    Assignment,
    Availability,
    BadValue,
    Constraint,
    ConstraintKind,
    Demand,
    Lag,
    Link,
    LinkKind,
    Minutes,
    Mode,
    Project,
    Resource,
    Skill,
    resource_violations,
    schedule,
)
from northline.engine.errors import CapacityExceeded
from northline.engine.levelling.plans import Goal, Levelled, LevelOptions, Why, alternatives, level

ANN = Assignment("a", "ann"), Assignment("b", "ann")


def solved(plan: Project, **wish: object) -> Levelled:
    """Level, and hold the answer against the independent checker."""
    found = level(plan, **({"work": 60} | wish))  # type: ignore[arg-type]
    assert resource_violations(found.project, found.schedule, original=plan) == []
    assert schedule(found.project) == found.schedule
    return found


def test_of_two_tasks_for_one_person_the_one_with_lower_priority_waits() -> None:
    plan = crowded(task("a"), task("b", priority=600), assignments=ANN)
    found = solved(plan)
    assert (found.schedule["b"].start, found.schedule["a"].start) == (at("03-02 08:00"), at("03-03 08:00"))
    [move] = found.moves
    assert (move.task, move.minutes, move.reason, move.resource, move.because_of) == (
        "a", 24 * 60, Why.RESOURCE, "ann", ("b",),
    )  # fmt: skip
    assert (move.busy_from, move.busy_until) == (at("03-02 08:00"), at("03-02 17:00"))
    assert found.optimal


def test_part_time_work_shares_a_person() -> None:
    halves = (Assignment("a", "ann", 0.5), Assignment("b", "ann", 0.5))
    plan = crowded(task("a"), task("b"), assignments=halves)
    assert (solved(plan).moves, solved(plan).optimal) == ((), True)


def test_a_task_waits_until_its_person_is_there() -> None:
    away = Resource(id="ann", availability=(Availability(date(2026, 3, 2), date(2026, 3, 4), 0.0),))
    plan = project(task("a"), resources=(away,), assignments=(Assignment("a", "ann"),))
    assert solved(plan).schedule["a"].start == at("03-05 08:00")


def test_a_demand_is_filled_by_whoever_can_and_is_free() -> None:
    people = (
        Resource(id="ann", skills=(Skill("weld", 2),)),
        Resource(id="bob", skills=(Skill("weld", 3),)),
        Resource(id="cat", skills=(Skill("weld", 1),)),
    )
    plan = project(
        task("a"), task("b"), resources=people, demands=(Demand("a", "weld", 2), Demand("b", "weld", 2))
    )
    found = solved(plan)
    assert {(a.task, a.resource) for a in found.project.assignments} in (
        {("a", "ann"), ("b", "bob")},
        {("a", "bob"), ("b", "ann")},
    )
    assert found.schedule.finish == at("03-02 17:00")


@pytest.mark.parametrize("hands", [5, 9, 40])
def test_many_demands_of_one_task_meet_as_many_people(hands: int) -> None:
    weld = tuple(Resource(id=f"p{n:02}", skills=(Skill("weld"),)) for n in range(hands - 1))
    people = (*weld, Resource(id="zoe", skills=(Skill("weld"), Skill("sign"))))
    demands = (*(Demand("a", "weld") for _ in range(4)), Demand("a", "sign"))
    found = solved(project(task("a"), resources=people, demands=demands))
    filled = [a.resource for a in found.project.assignments]
    assert len(set(filled)) == len(filled) == len(demands)
    assert "zoe" in filled


def test_more_demands_than_people_are_refused() -> None:
    people = tuple(Resource(id=f"p{n}", skills=(Skill("weld"),)) for n in range(4))
    plan = project(task("a"), resources=people, demands=tuple(Demand("a", "weld") for _ in range(5)))
    with pytest.raises(CapacityExceeded, match="more people at once"):
        level(plan)


def test_many_people_for_a_demand_leave_room_for_every_mode() -> None:
    people = tuple(Resource(id=f"p{n:02}", skills=(Skill("weld"),)) for n in range(60))
    quick = Mode("quick", Minutes(DAY), ())
    found = solved(project(task("a", 3, modes=(quick,)), resources=people, demands=(Demand("a", "weld"),)))
    assert found.modes == {("p", "a"): "quick"}


def test_a_skill_that_nobody_has_is_refused_by_name() -> None:
    plan = project(task("a"), resources=(Resource(id="ann"),), demands=(Demand("a", "weld"),))
    with pytest.raises(CapacityExceeded, match="weld") as caught:
        level(plan)
    assert caught.value.ids == ("a", "weld")


def test_a_need_beyond_any_capacity_is_refused_by_name() -> None:
    plan = crowded(task("a"), assignments=(Assignment("a", "ann", 2.0),))
    with pytest.raises(CapacityExceeded, match="Raise the capacity") as caught:
        level(plan)
    assert caught.value.ids == ("a", "ann")


def test_the_mode_that_ends_the_plan_first_is_chosen_and_named() -> None:
    quick = Mode("quick", Minutes(DAY), (("crew", 3.0),))
    alone = Assignment("a", "ann")
    plan = crowded(task("a", 3, modes=(quick,)), task("b", 3), assignments=(alone, Assignment("b", "ann")))
    found = solved(plan)
    assert found.modes == {("p", "a"): "quick"}
    assert found.schedule.finish == at("03-04 17:00")
    assert [(a.task, a.resource, a.units) for a in found.project.assignments if a.task == "a"] == [
        ("a", "crew", 3.0)
    ]


def test_a_stock_is_not_used_up_twice() -> None:
    cement = Resource(id="cement", stock=5.0, capacity=0.0)
    quick = Mode("quick", Minutes(DAY), (("cement", 4.0),))
    plan = project(
        task("a", 3, modes=(quick,)), task("b", 3, modes=(quick,)), task("c", 1),
        resources=(cement, Resource(id="ann")), links=(Link("a", "b"),),
    )  # fmt: skip
    plan = replace(plan, resources=(replace(cement, kind="material"), Resource(id="ann")))
    found = solved(plan)
    assert sorted(found.modes.values()) == ["", "quick"]
    assert found.schedule.finish == at("03-05 17:00")


def test_a_maximum_lag_draws_its_predecessor_after_it() -> None:
    # b may follow a by one day at most, and ann is on c for three days first.
    links = (Link("a", "b", longest=Lag(DAY)),)
    people = (Assignment("a", "crew"), Assignment("b", "ann"), Assignment("c", "ann"))
    plan = crowded(task("a"), task("b"), task("c", 4, priority=600), links=links, assignments=people)
    found = solved(plan)
    assert found.schedule["b"].start == at("03-06 08:00")
    assert found.schedule["a"].finish >= at("03-04 17:00")
    assert found.broken_lags == ()


def test_a_maximum_lag_that_cannot_be_kept_is_named() -> None:
    links = (Link("a", "b", longest=Lag(DAY)),)
    people = (Assignment("a", "crew"), Assignment("b", "ann"), Assignment("c", "ann"))
    tasks = (task("a", priority=1000), task("b"), task("c", 4, priority=1000))
    found = level(crowded(*tasks, links=links, assignments=people), work=20)
    [broken] = found.broken_lags
    assert (broken.before, broken.after, found.optimal) == ("a", "b", False)
    assert found.schedule["b"].start == at("03-06 08:00")


def test_work_of_the_highest_priority_stays_where_it_is_though_a_quicker_way_is_found() -> None:
    quick = task("a", 2, modes=(Mode("q", Minutes(240), (("ann", 1.0),)),))
    plan = crowded(quick, task("b", priority=1000), task("c"), links=(Link("a", "b"), Link("a", "c")))
    found = solved(plan)
    assert found.modes["p", "a"] == "q"
    assert (found.schedule["b"].start, found.schedule["c"].start) == (at("03-04 08:00"), at("03-02 13:00"))


def test_others_make_room_for_pinned_work_that_the_staffing_ahead_of_it_puts_off() -> None:
    bob = Resource(id="bob", calendar="half", skills=(Skill("p"),))
    tasks = task("a"), task("b", 0.5, priority=1000), task("c")
    plan = crowded(
        *tasks, resources=(Resource(id="ann"), bob), links=(Link("a", "b", LinkKind.FF),),
        demands=(Demand("a", "p"),), assignments=(Assignment("b", "ann"), Assignment("c", "ann")),
    )  # fmt: skip
    found = solved(plan)
    assert schedule(plan)["b"].start == at("03-02 13:00")
    assert [found.schedule[t].start for t in "bc"] == [at("03-03 08:00"), at("03-02 08:00")]


@pytest.mark.parametrize("latest", ["03-02 08:00", "03-03 08:00", "03-03 13:00"])
@pytest.mark.parametrize("work", [1, 12])
def test_work_that_may_not_begin_late_goes_ahead_of_work_that_may(latest: str, work: int) -> None:
    bound = task("b", constraint=Constraint(ConstraintKind.SNLT, at(latest)))
    found = solved(crowded(task("a", 2), bound, assignments=ANN), work=work)
    assert [found.schedule[t].start for t in "ba"] == [at("03-02 08:00"), at("03-03 08:00")]


def test_a_maximum_lag_that_no_date_keeps_throws_no_plan_ahead() -> None:
    # b takes four mornings whenever it begins, so that c never follows a within two days; d follows e within one.
    chain = Link("a", "b"), Link("b", "c"), Link("a", "c", LinkKind.SS, longest=Lag(2 * DAY))
    plan = crowded(task("a"), task("b", 2, calendar="half"), task("c"), links=chain)
    found = level(plan, work=50)
    assert (found.project, found.lower_bound) == (plan, schedule(plan).finish)
    assert [(x.before, x.after) for x in found.broken_lags] == [("a", "c")]
    kept = Link("e", "d", longest=Lag(DAY))
    people = Assignment("d", "ann"), Assignment("f", "ann")
    tasks = *plan.tasks, task("e"), task("d"), task("f", 4, priority=600)
    found = level(crowded(*tasks, links=(*chain, kept), assignments=people), work=50)
    assert [(x.before, x.after) for x in found.broken_lags] == [("a", "c")]
    assert found.schedule["c"].finish == schedule(plan).finish


def test_projects_share_people_and_the_dearer_deadline_is_kept() -> None:
    plans = [
        crowded(task("a", 2), id=name, assignments=ANN[:1], deadline=at("03-03 17:00"), weight=weight)
        for name, weight in (("one", 1.0), ("two", 5.0))
    ]
    found = level(plans, work=60)
    assert [s["a"].start for s in found.schedules] == [at("03-04 08:00"), at("03-02 08:00")]
    assert found.tardiness == 2 * 1440
    assert found.moves[0].because_of == ("two/a",)
    assert [schedule(p) for p in found.projects] == list(found.schedules)


def test_the_first_schedule_does_what_weighs_most_for_its_work_before_the_rest() -> None:
    # By latest start alone they would take turns, and all be late.
    plans = [
        crowded(*(task(f"{name}{n}", 2) for n in range(4)), id=name, deadline=at("03-03 17:00"), weight=weight,
                assignments=tuple(Assignment(f"{name}{n}", "ann") for n in range(4)))
        for name, weight in (("light", 1.0), ("heavy", 9.0), ("middle", 3.0))
    ]  # fmt: skip
    found = level(plans, work=1)
    ends = [found.schedules[number].finish for number in range(3)]
    assert ends == [at("04-02 17:00"), at("03-11 17:00"), at("03-23 17:00")]


def test_within_slack_what_finds_no_room_stays_and_is_told() -> None:
    plan = crowded(task("a"), task("b"), assignments=ANN)
    found = level(plan, options=LevelOptions(within_slack=True), work=20)
    assert found.moves == ()
    [overload] = found.overloads
    assert (overload.resource, overload.needed, overload.there, overload.start) == (
        "ann",
        2,
        1,
        at("03-02 08:00"),
    )


def test_two_hard_dates_on_one_person_stay_and_are_told() -> None:
    plan = crowded(
        task("a", priority=1000),
        task("b", priority=1000),
        task("c"),
        assignments=(*ANN, Assignment("c", "ann")),
    )
    found = level(plan, work=20)
    assert [o.tasks for o in found.overloads] == [(("p", "a"), ("p", "b"))]
    assert found.schedule["c"].start == at("03-03 08:00")


def test_who_comes_to_an_elapsed_task_when_it_ends_has_nothing_to_do_there() -> None:
    tasks = (task("a", 0.25, elapsed_duration=True), task("b", 0.5))
    late = (Assignment("a", "ann", delay=Minutes(120)), Assignment("b", "ann"))
    found = solved(crowded(*tasks, assignments=late))
    assert found.moves == ()


def test_the_calmest_plan_moves_least() -> None:
    tasks = (task("a", 1), task("b", 5), task("c", 1))
    people = (*ANN, Assignment("c", "ann"))
    calm = solved(crowded(*tasks, assignments=people), options=LevelOptions(goal=Goal.STABILITY))
    assert calm.shift == 3 * 1440  # a, c, b: a day for c, two for b


def test_levelling_stops_when_told_and_still_answers() -> None:
    plan = crowded(task("a"), task("b"), assignments=ANN)
    found = level(plan, cancelled=lambda: True)
    assert found.overloads == ()


def test_senseless_limits_and_no_plan_are_refused() -> None:
    plan = crowded(task("a"))
    for wish in ({"seconds": 0}, {"work": 0}, {"workers": 0}):
        with pytest.raises(BadValue):
            level(plan, **wish)  # type: ignore[arg-type]
    with pytest.raises(BadValue):
        level([])


def test_an_empty_plan_is_as_it_is() -> None:
    found = level(project())
    assert (found.moves, found.overloads) == ((), ())


def test_no_alternative_is_beaten_by_another_in_every_respect() -> None:
    ann = Resource(id="ann", cost_per_hour=50, overtime_per_hour=40)
    people = (Assignment("a", "ann", 0.75), Assignment("b", "ann", 0.75))
    plan = project(task("a"), task("b", 2), resources=(ann,), assignments=people)
    found = {a.name: a for a in alternatives(plan, work=20)}
    assert found["fastest"].cost == 0
    longer = found["2 hours of overtime a day for ann"]
    assert longer.finish < found["fastest"].finish
    # Three quarters of the hours after five o'clock on the first two days and none on the third.
    assert (longer.extra, longer.extra_hours, longer.cost) == ((("ann", 0.25),), 3.0, 120.0)


def test_overtime_helps_work_of_a_whole_person() -> None:
    ann = Resource(id="ann", cost_per_hour=50, overtime_per_hour=75)
    people = Assignment("a", "ann"), Assignment("b", "ann")
    plan = project(task("a", 2), task("b", 2), resources=(ann,), assignments=people)
    found = {a.name: a for a in alternatives(plan, work=20)}
    longer = found["2 hours of overtime a day for ann"]
    # 32 hours at ten a day: a day off the four.
    assert longer.finish == at("03-05 10:00")
    assert (longer.extra_hours, longer.cost) == (6.0, 450.0)


def test_more_of_somebody_is_no_way_out_where_it_brings_next_to_nothing() -> None:
    work = {"ann": ("a", "b"), "ben": ("c", "d", "e", "f")}
    plan = project(
        *(task(name, 1 if who == "ann" else 5) for who, names in work.items() for name in names),
        resources=tuple(Resource(id=who) for who in work),
        assignments=tuple(Assignment(name, who) for who, names in work.items() for name in names),
    )
    names = [one.name for one in alternatives(plan, work=20)]
    assert "1 more of ben" in names
    assert [name for name in names if "ann" in name] == []
