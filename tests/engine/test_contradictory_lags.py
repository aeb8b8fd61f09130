"""Longest lags that cannot all hold are refused; those that later dates could keep are told."""

from dataclasses import replace

import pytest
from engine_plans import at, on_the_clock, project, projects, task
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from northline.engine import (
    Constraint,
    ConstraintKind,
    ContradictoryLags,
    ImpossibleConstraint,
    Lag,
    LagUnit,
    Link,
    LinkKind,
    Minutes,
    Project,
    Scheduler,
    schedule,
)

calm = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
WITHIN_A_DAY = Lag(480)


def detour(longest: Lag, **fields: object) -> Project:
    """“c” is to follow “a” within a longest lag, and “b” lies between them."""
    links = (Link("a", "b"), Link("b", "c"), Link("a", "c", longest=longest))
    return project(task("a"), task("b", 3), task("c"), links=links, **fields)


def test_a_way_that_takes_longer_than_the_longest_lag_beside_it_is_refused() -> None:
    with pytest.raises(ContradictoryLags) as refused:
        schedule(detour(WITHIN_A_DAY))
    assert refused.value.ids == ("a", "b", "c")
    assert refused.value.code == "plan.contradictory_lags"
    assert isinstance(refused.value, ImpossibleConstraint)
    assert "takes 960 working minutes (Standard) more" in refused.value.message
    assert "Lengthen the longest lag by that much" in refused.value.message


def test_the_way_out_that_is_told_is_enough_and_no_more_than_needed() -> None:
    assert schedule(detour(Lag(480 + 960))).warnings == ()
    with pytest.raises(ContradictoryLags, match="takes 1 working minutes"):
        schedule(detour(Lag(480 + 959)))


def test_two_longest_lags_that_contradict_each_other_are_named_together() -> None:
    links = (
        Link("a", "b", LinkKind.SS, Lag(2000), longest=Lag(3000)),
        Link("b", "c", LinkKind.SS, Lag(2000)),
        Link("a", "c", LinkKind.SS, longest=Lag(3500)),
    )
    with pytest.raises(ContradictoryLags, match="SS from a to c") as refused:
        schedule(project(task("a"), task("b"), task("c"), links=links))
    assert refused.value.ids == ("a", "b", "c")


def test_clock_time_counts_at_least_the_work_in_it() -> None:
    with pytest.raises(ContradictoryLags, match="takes 960 minutes more"):
        schedule(detour(Lag(480, LagUnit.ELAPSED)))
    assert "past the longest lag" in schedule(detour(Lag(1500, LagUnit.ELAPSED))).warnings[0]


def test_a_longest_lag_that_a_later_predecessor_would_keep_is_only_told() -> None:
    late = task("b", constraint=Constraint(ConstraintKind.SNET, at("03-20 08:00")))
    plan = schedule(project(task("a"), late, links=(Link("a", "b", longest=WITHIN_A_DAY),)))
    assert len(plan.warnings) == 1


def test_what_is_done_or_put_by_hand_contradicts_nothing() -> None:
    plan = detour(WITHIN_A_DAY)
    pinned = replace(plan.tasks[2], manual=True, manual_start=at("03-20 08:00"))
    assert len(schedule(replace(plan, tasks=(*plan.tasks[:2], pinned))).warnings) == 1


def test_a_circle_through_a_summary_is_found() -> None:
    tasks = (task("s"), task("a", parent="s"), task("b", 3, parent="s"), task("c"))
    links = (Link("s", "c"), Link("a", "c", LinkKind.SS, longest=WITHIN_A_DAY), Link("a", "b", LinkKind.SS))
    with pytest.raises(ContradictoryLags) as refused:
        schedule(project(*tasks, links=links))
    assert set(refused.value.ids) == {"a", "b", "s", "c"}


def test_an_edit_that_makes_lags_contradict_is_refused_and_the_last_good_state_stays() -> None:
    good = detour(Lag(480 * 3))
    held = Scheduler(good)
    with pytest.raises(ContradictoryLags):
        held.reschedule(replace(good, tasks=(good.tasks[0], task("b", 4), good.tasks[2])))
    assert held.schedule == schedule(good)


@calm
@given(projects(constraints=False), st.data())
def test_lags_that_the_plan_s_own_dates_keep_are_never_refused(plan: Project, data: st.DataObject) -> None:
    """Longest lags read off a schedule hold by it, and so do not contradict each other, whatever the calendars."""
    dates = schedule(plan)
    links = []
    for link in plan.links:
        from_start, to_finish = (
            link.kind in (LinkKind.SS, LinkKind.SF),
            link.kind in (LinkKind.FF, LinkKind.SF),
        )
        origin = dates[link.before].start if from_start else dates[link.before].finish
        end = dates[link.after].finish if to_finish else dates[link.after].start
        apart = round((end - origin).total_seconds() / 60)
        slack = data.draw(st.sampled_from([0, 60]))
        fits = link.lag.unit is LagUnit.ELAPSED and apart + slack >= link.lag.amount
        links.append(
            replace(link, longest=Lag(apart + slack, LagUnit.ELAPSED))
            if fits or link.lag.unit != "elapsed"
            else link
        )
    # One more, far too short, so that the search runs.
    tasks = (
        *plan.tasks,
        task("early"),
        task("late", constraint=Constraint(ConstraintKind.SNET, at("03-28 08:00"))),
    )
    links.append(Link("early", "late", longest=Lag(60)))
    assert schedule(replace(plan, tasks=tasks, links=tuple(links))).warnings


@calm
@given(projects(constraints=False))
def test_on_one_calendar_a_way_longer_than_the_lag_beside_it_is_always_found(plan: Project) -> None:
    plan = on_the_clock(plan)
    tasks = (*plan.tasks, task("x"), task("y", 2), task("z"))
    links = (*plan.links, Link("x", "y"), Link("y", "z"), Link("x", "z", longest=Lag(959)))
    with pytest.raises(ContradictoryLags) as refused:
        schedule(replace(plan, tasks=tasks, links=links))
    assert refused.value.ids == ("x", "y", "z")
    shorter = replace(
        plan,
        tasks=(*plan.tasks, task("x"), replace(task("y"), duration=Minutes(959)), task("z")),
        links=links,
    )
    assert schedule(shorter).warnings == ()
