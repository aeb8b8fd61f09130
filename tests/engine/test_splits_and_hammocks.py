"""Breaks in tasks, delayed assignments, hammocks, longest lags and slack against the deadline."""

from datetime import date

import pytest
from engine_plans import DAY, at, project, task

from northline.engine import (
    Assignment,
    Availability,
    Constraint,
    ConstraintKind,
    Lag,
    LagUnit,
    Link,
    LinkKind,
    Minutes,
    Resource,
    Split,
    Task,
    schedule,
    violations,
)


def test_a_break_in_a_task_is_working_time_in_which_nothing_is_done() -> None:
    split = task("a", 2, splits=(Split(Minutes(DAY), Minutes(DAY)),))
    plan = schedule(project(split, task("b"), links=(Link("a", "b"),)))
    assert (plan["a"].start, plan["a"].finish) == (at("03-02 08:00"), at("03-04 17:00"))
    assert (plan["b"].start, plan["a"].total_slack) == (at("03-05 08:00"), 0)


def test_a_finish_link_pulls_a_split_task_by_its_whole_span() -> None:
    split = task("b", 1, splits=(Split(Minutes(240), Minutes(DAY)),))
    plan = schedule(project(task("a", 5), split, links=(Link("a", "b", LinkKind.FF),)))
    assert (plan["b"].start, plan["b"].finish) == (at("03-05 08:00"), at("03-06 17:00"))


def test_of_begun_work_only_the_breaks_ahead_count() -> None:
    breaks = (Split(Minutes(DAY), Minutes(DAY)), Split(Minutes(3 * DAY), Minutes(2 * DAY)))
    going = task("a", 4, splits=breaks, actual_start=at("03-02 08:00"), percent_complete=50)
    plan = schedule(project(going), status_date=at("03-16 08:00"))
    assert plan["a"].finish == at("03-19 17:00")


def test_a_break_after_the_end_of_a_task_does_not_count() -> None:
    plan = schedule(project(task("a", 1, splits=(Split(Minutes(DAY), Minutes(DAY)),))))
    assert plan["a"].finish == at("03-02 17:00")


def test_the_check_counts_no_break_after_the_end_of_somebodys_work() -> None:
    broken = task("a", 0.5, splits=(Split(Minutes(120), Minutes(60)),))
    short = Assignment("a", "ann", work_minutes=Minutes(120))
    plan = project(broken, resources=(Resource(id="ann"),), assignments=(short,))
    dates = schedule(plan)
    assert (dates["a"].finish, violations(plan, dates)) == (at("03-02 10:00"), [])


def test_a_delayed_assignment_begins_later_and_can_end_the_task() -> None:
    people = (Resource("one"), Resource("two", calendar="holiday"))
    work = (Assignment("a", "one"), Assignment("a", "two", delay=Minutes(DAY)))
    plan = schedule(project(task("a", 1), resources=people, assignments=work))
    assert (plan["a"].start, plan["a"].finish) == (at("03-02 08:00"), at("03-03 17:00"))


def test_absent_people_move_no_date_before_levelling() -> None:
    away = Resource("one", availability=(Availability(date(2026, 1, 1), date(2026, 12, 31), 0),))
    plan = schedule(project(task("a", 1), resources=(away,), assignments=(Assignment("a", "one"),)))
    assert plan["a"].finish == at("03-02 17:00")


def test_a_hammock_spans_from_what_its_start_waits_for_to_what_its_finish_waits_for() -> None:
    hung = Task(id="h", hammock=True, duration=Minutes(99))
    links = (Link("a", "h"), Link("b", "h", LinkKind.FF))
    plan = schedule(project(task("a", 2), task("b", 5), hung, links=links))
    assert (plan["h"].start, plan["h"].finish) == (at("03-04 08:00"), at("03-06 17:00"))
    assert plan.finish == at("03-06 17:00")
    assert plan["a"].total_slack == 3 * DAY


def test_a_hammock_hung_on_nothing_at_its_end_is_empty() -> None:
    plan = schedule(project(task("a", 2), Task(id="h", hammock=True), links=(Link("a", "h"),)))
    assert plan["h"].start == plan["h"].finish == at("03-03 17:00")


@pytest.mark.parametrize(
    ("longest", "told"),
    [(Lag(DAY), 1), (Lag(4 * DAY), 0), (Lag(1440, LagUnit.ELAPSED), 1), (Lag(400, LagUnit.PERCENT), 0)],
)
def test_a_longest_lag_moves_nothing_and_is_told_where_it_is_broken(longest: Lag, told: int) -> None:
    held = task("b", constraint=Constraint(ConstraintKind.SNET, at("03-06 08:00")))
    plan = schedule(project(task("a"), held, links=(Link("a", "b", longest=longest),)))
    assert plan["b"].start == at("03-06 08:00")
    assert len(plan.warnings) == told


def test_a_longest_lag_of_nothing_lets_the_next_morning_pass() -> None:
    plan = schedule(project(task("a"), task("b"), links=(Link("a", "b", longest=Lag()),)))
    assert plan.warnings == ()


def test_of_several_links_between_two_tasks_each_holds() -> None:
    links = (Link("a", "b", LinkKind.SS, Lag(DAY)), Link("a", "b", LinkKind.FF, Lag(DAY)))
    plan = schedule(project(task("a", 3), task("b", 1), links=links))
    assert plan["b"].finish == at("03-05 17:00")


@pytest.mark.parametrize(("day", "margin"), [("03-06 17:00", 2 * DAY), ("03-03 17:00", -DAY)])
def test_slack_of_the_critical_path_is_the_margin_to_the_deadline_when_asked(day: str, margin: int) -> None:
    plan = project(task("a", 1), task("b", 2), links=(Link("a", "b"),), deadline=at(day))
    assert [t.total_slack for t in schedule(plan)] == [0, 0]
    assert [t.total_slack for t in schedule(plan, to_deadline=True)] == [margin, margin]
