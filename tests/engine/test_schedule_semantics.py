"""The semantics at the edges: links, lags, milestones, constraints, summaries, progress, resources."""

from datetime import datetime

import pytest
from engine_plans import MONDAY, at, project, task

from northline.engine import (
    Assignment,
    Constraint,
    ConstraintKind,
    DriverKind,
    Lag,
    LagUnit,
    Link,
    LinkKind,
    Minutes,
    ReasonKind,
    Resource,
    ResourceKind,
    Task,
    schedule,
    why,
)


def only(kind: ConstraintKind, day: str) -> Constraint:
    return Constraint(kind, at(day))


def test_a_finish_lands_at_the_end_of_the_day_and_the_next_start_in_the_morning() -> None:
    plan = schedule(project(task("a"), task("b"), links=(Link("a", "b"),)))
    assert plan["a"].finish == at("03-02 17:00")
    assert plan["b"].start == at("03-03 08:00")
    assert plan["b"].driver.kind is DriverKind.LINK
    assert plan["b"].driver.link == 0


def test_a_milestone_stands_at_its_predecessors_finish() -> None:
    plan = schedule(project(task("a"), task("m", 0), links=(Link("a", "m"),)))
    assert plan["m"].start == plan["m"].finish == at("03-02 17:00")


@pytest.mark.parametrize(
    ("kind", "start"),
    [
        (LinkKind.FS, "03-04 08:00"),
        (LinkKind.SS, "03-02 08:00"),
        (LinkKind.FF, "03-03 08:00"),
        (LinkKind.SF, "03-02 08:00"),
    ],
)
def test_each_kind_of_link_holds_its_own_ends(kind: LinkKind, start: str) -> None:
    plan = schedule(project(task("a", 2), task("b", 1), links=(Link("a", "b", kind),)))
    assert plan["b"].start == at(start)


@pytest.mark.parametrize(
    ("lag", "start"),
    [
        (Lag(480), "03-04 08:00"),
        (Lag(240), "03-03 13:00"),
        (Lag(-240), "03-02 13:00"),
        (Lag(1440, LagUnit.ELAPSED), "03-04 08:00"),
        (Lag(900, LagUnit.ELAPSED), "03-03 08:00"),
        (Lag(50, LagUnit.PERCENT), "03-03 13:00"),
    ],
)
def test_lag_counts_working_time_clock_time_or_percent(lag: Lag, start: str) -> None:
    plan = schedule(project(task("a"), task("b"), links=(Link("a", "b", lag=lag),)))
    assert plan["b"].start == at(start)


def test_elapsed_duration_runs_through_nights() -> None:
    plan = schedule(project(Task(id="a", duration=Minutes(1440), elapsed_duration=True)))
    assert plan["a"].finish == at("03-03 08:00")


def test_a_night_shift_crosses_midnight_without_a_seam() -> None:
    plan = schedule(project(task("a", 1, calendar="night")))
    assert (plan["a"].start, plan["a"].finish) == (at("03-02 22:00"), at("03-03 06:00"))


def test_a_holiday_is_skipped() -> None:
    plan = schedule(project(task("a", 3, calendar="holiday")))
    assert plan["a"].finish == at("03-06 17:00")


@pytest.mark.parametrize(
    ("constraint", "start", "slack"),
    [
        (only(ConstraintKind.SNET, "03-05 08:00"), "03-05 08:00", 480),
        (only(ConstraintKind.FNET, "03-05 17:00"), "03-05 08:00", 480),
        (only(ConstraintKind.MSO, "03-05 08:00"), "03-05 08:00", 0),
        (only(ConstraintKind.MFO, "03-05 17:00"), "03-05 08:00", 0),
        (only(ConstraintKind.SNLT, "03-05 08:00"), "03-02 08:00", 3 * 480),
        (only(ConstraintKind.FNLT, "03-05 17:00"), "03-02 08:00", 3 * 480),
        (Constraint(ConstraintKind.ALAP), "03-06 08:00", 0),
        (only(ConstraintKind.SNET, "03-07 08:00"), "03-09 08:00", -480),
    ],
)
def test_each_constraint_places_a_task_beside_five_days_of_work(
    constraint: Constraint, start: str, slack: int
) -> None:
    week = task("week", 5, constraint=only(ConstraintKind.FNLT, "03-06 17:00"))
    plan = schedule(project(week, task("a", constraint=constraint, deadline=at("03-06 17:00"))))
    assert plan["a"].start == at(start)
    assert plan["a"].total_slack == slack


def test_a_hard_date_overrides_links_and_shows_as_negative_slack() -> None:
    links = (Link("a", "b"),)
    tasks = (task("a", 3), task("b", constraint=only(ConstraintKind.MSO, "03-03 08:00")))
    hard = schedule(project(*tasks, links=links))
    soft = schedule(project(*tasks, links=links, honour_constraints=False))
    assert (hard["b"].start, hard["a"].total_slack) == (at("03-03 08:00"), -2 * 480)
    assert (soft["b"].start, soft["b"].total_slack) == (at("03-05 08:00"), -2 * 480)


def test_a_constraint_ahead_of_the_project_start_stands_where_no_link_holds() -> None:
    plan = schedule(project(task("a", constraint=only(ConstraintKind.SNET, "02-26 08:00"))))
    assert plan["a"].start == at("02-26 08:00")


def test_a_deadline_moves_nothing_and_shows_as_negative_slack() -> None:
    plan = schedule(project(task("a", 3, deadline=at("03-03 17:00"))))
    assert plan["a"].finish == at("03-04 17:00")
    assert plan["a"].total_slack == -480
    assert plan["a"].critical


def test_free_slack_ends_where_a_successor_must_move() -> None:
    tasks = (task("long", 5), task("a", 1), task("b", 1), task("end", 0))
    links = (Link("long", "end"), Link("a", "b"), Link("b", "end"))
    plan = schedule(project(*tasks, links=links))
    assert (plan["a"].total_slack, plan["a"].free_slack) == (3 * 480, 0)
    assert (plan["b"].total_slack, plan["b"].free_slack) == (3 * 480, 3 * 480)
    assert plan.critical == ("long", "end")


def test_free_slack_ahead_of_a_summary_stops_where_a_delayed_child_would_move() -> None:
    """The milestone stands at 22:00 on Tuesday, ten hours and a break after it may begin at noon at the latest."""
    late = task("late", 0, parent="s", calendar="night", levelling_delay=Minutes(600))
    plan = schedule(project(Task(id="s"), task("a", 1), late, links=(Link("a", "s"),)))
    assert plan["late"].start == at("03-03 22:00")
    assert (plan["a"].total_slack, plan["a"].free_slack) == (240, 240)


def test_a_summary_spans_its_children_and_holds_its_successors() -> None:
    tasks = (task("s"), task("a", 1, parent="s"), task("b", 3, parent="s"), task("after"))
    plan = schedule(project(*tasks, links=(Link("s", "after"),)))
    assert plan["s"].summary
    assert (plan["s"].start, plan["s"].finish) == (MONDAY, at("03-04 17:00"))
    assert plan["after"].start == at("03-05 08:00")
    assert (plan["a"].total_slack, plan["b"].total_slack) == (2 * 480, 0)


def test_a_link_to_a_summary_pushes_every_child_also_of_inner_summaries() -> None:
    tasks = (task("a", 2), task("s"), task("t", parent="s"), task("b", parent="t"), task("c", parent="s"))
    plan = schedule(project(*tasks, links=(Link("a", "s"),)))
    assert plan["b"].start == plan["c"].start == plan["t"].start == at("03-04 08:00")
    assert plan["b"].driver.link == 0
    assert plan["a"].total_slack == 0


def test_facts_stay_and_successors_wait_for_them() -> None:
    done = task("a", 1, actual_start=at("03-03 10:00"), actual_finish=at("03-05 12:00"))
    plan = schedule(project(done, task("b"), links=(Link("a", "b"),)))
    assert (plan["a"].start, plan["a"].finish, plan["a"].total_slack) == (
        at("03-03 10:00"), at("03-05 12:00"), 0,
    )  # fmt: skip
    assert not plan["a"].critical
    assert plan["b"].start == at("03-05 13:00")


def test_started_work_keeps_its_start_and_the_rest_follows_the_status_date() -> None:
    going = task("a", 4, actual_start=MONDAY, percent_complete=25, remaining_duration=Minutes(3 * 480))
    plan = project(going, task("b"))
    assert schedule(plan)["a"].finish == at("03-05 17:00")
    late = schedule(plan, status_date=at("03-06 08:00"))
    assert (late["a"].start, late["a"].finish) == (MONDAY, at("03-10 17:00"))
    assert late["b"].start == at("03-06 08:00")
    assert late["b"].driver.kind is DriverKind.STATUS_DATE


def test_a_manual_task_stays_where_it_was_put() -> None:
    hand = task("b", 1, manual=True, manual_start=at("03-03 08:00"), manual_finish=at("03-03 17:00"))
    plan = schedule(project(task("a", 3), hand, task("c"), links=(Link("a", "b"), Link("b", "c"))))
    assert plan["b"].start == at("03-03 08:00")
    assert plan["c"].start == at("03-04 08:00")


def test_an_inactive_task_holds_nobody() -> None:
    plan = schedule(project(task("a", 9, active=False), task("b"), links=(Link("a", "b"),)))
    assert plan["b"].start == MONDAY
    assert plan.finish == at("03-02 17:00")


def test_an_assignment_runs_on_its_resources_calendar_and_the_last_one_ends_the_task() -> None:
    people = (Resource("day"), Resource("night", calendar="night"), Resource("m", kind=ResourceKind.MATERIAL))
    work = (Assignment("a", "day"), Assignment("a", "night"), Assignment("a", "m"))
    plan = schedule(project(task("a"), resources=people, assignments=work))
    assert (plan["a"].start, plan["a"].finish) == (MONDAY, at("03-03 06:00"))


@pytest.mark.parametrize("kind", [ConstraintKind.SNET, ConstraintKind.MSO])
def test_a_date_to_start_on_is_the_first_that_anybody_on_the_task_works_from(kind: ConstraintKind) -> None:
    people = (Resource(id="day"), Resource(id="night", calendar="night"))
    held = task("a", constraint=Constraint(kind, at("03-03 18:00")))
    starts = set()
    for first, second in (("day", "night"), ("night", "day")):
        assigned = (Assignment("a", first), Assignment("a", second))
        plan = project(held, resources=people, assignments=assigned)
        found = schedule(plan)["a"]
        starts.add((found.start, found.finish, found.late_start))
    assert len(starts) == 1
    assert starts.pop()[0] == at("03-03 22:00")


def test_a_task_calendar_is_cut_with_the_resources_unless_that_is_ignored() -> None:
    people = (Resource("r", calendar="holiday"),)
    work = (Assignment("a", "r"),)
    cut = schedule(project(task("a", 3, calendar="standard"), resources=people, assignments=work))
    whole = task("a", 3, calendar="standard", ignores_resource_calendar=True)
    assert cut["a"].finish == at("03-06 17:00")
    assert schedule(project(whole, resources=people, assignments=work))["a"].finish == at("03-04 17:00")


def test_levelling_delay_is_clock_time_from_the_aligned_start() -> None:
    late = task("b", 1, levelling_delay=Minutes(3 * 1440))
    plan = schedule(project(task("a", 5), late, links=(Link("a", "b"),)))
    assert plan["b"].start == at("03-12 08:00")
    assert plan["b"].driver.kind is DriverKind.LEVELLING


def test_a_plan_laid_from_its_finish_ends_there() -> None:
    tasks = (task("a", 2), task("b", 1, constraint=Constraint(ConstraintKind.ALAP)))
    plan = schedule(
        project(*tasks, links=(Link("a", "b"),), schedule_from_start=False, finish=datetime(2026, 3, 27, 17))
    )
    assert plan["b"].finish == at("03-27 17:00")
    assert plan["a"].start == at("03-25 08:00")


def test_a_plan_longer_than_the_first_horizon_is_computed_on_a_wider_one() -> None:
    tasks = tuple(task(str(n), 300) for n in range(12))
    links = tuple(Link(str(n), str(n + 1)) for n in range(11))
    assert schedule(project(*tasks, links=links)).finish.year == 2039


def test_a_date_in_the_past_does_not_hold_work_ahead_of_the_status_date() -> None:
    plan = project(task("a", constraint=Constraint(ConstraintKind.SNET, at("03-03 08:00"))))
    status = at("03-05 12:00")
    dates = schedule(plan, status_date=status)
    assert dates["a"].start == at("03-05 13:00")
    assert why(dates, plan, "a", status_date=status)[-1].kind is ReasonKind.STATUS_DATE
    later = project(task("a", constraint=Constraint(ConstraintKind.SNET, at("03-10 08:00"))))
    assert schedule(later, status_date=status)["a"].start == at("03-10 08:00")
