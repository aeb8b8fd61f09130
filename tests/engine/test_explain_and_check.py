"""Why a date is where it is, and whether a schedule keeps to its plan."""

from dataclasses import replace
from datetime import datetime
from itertools import pairwise

import pytest
from engine_plans import DAY, at, project, projects, task
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from northline.engine import (
    Assignment,
    Busy,
    ChangeKind,
    Constraint,
    ConstraintKind,
    DateKind,
    Lag,
    Link,
    Minutes,
    Project,
    ReasonKind,
    Resource,
    Schedule,
    UnknownId,
    applied,
    driving_links,
    explain,
    reachable,
    schedule,
    violations,
    why,
)
from northline.engine.explain import ROOTS
from northline.engine.feasible.hours import Hours, minute_of
from northline.engine.levelling.plans import LevelOptions, level


def test_the_chain_runs_through_summaries_back_to_the_constraint_that_began_it() -> None:
    held = task("a", 2, parent="s", constraint=Constraint(ConstraintKind.SNET, at("03-04 08:00")))
    plan = project(task("s"), held, task("b"), task("m", 0), links=(Link("s", "b"), Link("b", "m")))
    chain = why(schedule(plan), plan, "m")
    assert list(dict.fromkeys(r.task for r in chain)) == ["m", "b", "s", "a"]
    assert chain[-1].kind is ReasonKind.CONSTRAINT
    assert chain[-1].at == at("03-04 08:00")
    assert chain[-1].sentence == "a may start on 4 March 2026 08:00 at the earliest."


def test_a_weekend_on_the_way_is_a_step_of_its_own() -> None:
    plan = project(task("a", 5), task("b"), links=(Link("a", "b", lag=Lag(DAY)),))
    gap = next(r for r in why(schedule(plan), plan, "b") if r.kind is ReasonKind.CALENDAR)
    assert (gap.since, gap.at, gap.minutes) == (at("03-09 17:00"), at("03-10 08:00"), 15 * 60)
    lag = next(r for r in why(schedule(plan), plan, "b") if r.kind is ReasonKind.LINK)
    assert lag.sentence == "b starts 1 day after a finishes, on 6 March 2026 17:00."


def test_under_a_delay_by_levelling_lies_what_would_hold_the_task_without_it() -> None:
    plan = project(task("a"), task("b", levelling_delay=Minutes(1440)), links=(Link("a", "b"),))
    chain = why(schedule(plan), plan, "b")
    assert [r.kind for r in chain[:3]] == [ReasonKind.LEVELLING, ReasonKind.CALENDAR, ReasonKind.LINK]
    assert chain[0].since == at("03-03 08:00")


def test_a_levelling_decision_names_who_was_busy_with_what() -> None:
    ann, bob = Resource(id="r1", name="Ann"), Resource(id="r2", name="Bob")
    tasks = [replace(task(name[0], days), name=name) for name, days in (("Dig", 1), ("Pour", 2), ("Wait", 1))]
    late = replace(tasks[2], levelling_delay=Minutes(2 * 1440))
    people = (*(Assignment(t, "r1", 0.5) for t in "DP"), Assignment("W", "r1"), Assignment("W", "r2"))
    plan = project(*tasks[:2], late, resources=(ann, bob), assignments=people)
    told = why(schedule(plan), plan, "W")[0]
    assert told.kind is ReasonKind.LEVELLING
    assert told.busy == (
        Busy(resource="r1", since=at("03-02 08:00"), until=at("03-02 17:00"), tasks=("D", "P")),
    )
    assert told.sentence == (
        "Levelling delays Wait by 2 days: Ann is busy with Dig and Pour until 2 March 2026 17:00."
    )
    both = why(schedule(p := replace(plan, assignments=(*people, Assignment("P", "r2")))), p, "W")[0]
    assert both.sentence.endswith(
        "Ann is busy with Dig and Pour until 2 March 2026 17:00, Bob with Pour until 2 March 2026 17:00."
    )
    away = replace(ann, capacity=0.5)
    alone = why(schedule(p := replace(plan, resources=(away, bob), assignments=people[2:])), p, "W")[0]
    assert alone.sentence.endswith("Ann is busy or away until 2 March 2026 17:00.")


def test_every_delay_that_levelling_makes_names_somebody() -> None:
    tasks = [task(f"t{n}", 1 + n % 3) for n in range(12)]
    people = tuple(Assignment(t.id, f"r{n % 3}") for n, t in enumerate(tasks))
    crew = tuple(Resource(id=f"r{n}") for n in range(3))
    links = tuple(Link(f"t{n}", f"t{n + 5}") for n in range(5))
    found = level(project(*tasks, links=links, resources=crew, assignments=people), work=100)
    delayed = [t.id for t in found.project.tasks if t.levelling_delay]
    assert delayed
    for task_id in delayed:
        told = next(r for r in why(found.schedule, found.project, task_id) if r.kind is ReasonKind.LEVELLING)
        assert told.busy
        assert all(one.tasks for one in told.busy)


def test_a_break_that_levelling_makes_names_who_was_busy_with_what() -> None:
    held = task("b", name="Fair", constraint=Constraint(ConstraintKind.MSO, at("03-03 08:00")))
    long = task("a", 3, name="Build", splittable=True)
    people = (Assignment("a", "ann"), Assignment("b", "ann"))
    plan = project(long, held, resources=(Resource(id="ann", name="Ann"),), assignments=people)
    found = level(plan, options=LevelOptions(may_split=True), work=30)
    [gap] = found.interruptions
    told = why(found.schedule, found.project, "a", date=DateKind.FINISH)[0]
    [busy] = told.busy
    assert (told.code, busy.resource, busy.tasks) == ("duration.split.busy", gap.resource, gap.because_of)
    assert told.sentence == (
        "Build takes 3 days of work and rests for 1 day, while Ann is busy with Fair until 3 March 2026 17:00, "
        "so it finishes on 5 March 2026 17:00."
    )
    alone = replace(found.project, assignments=people[:1])
    told = why(schedule(alone), alone, "a", date=DateKind.FINISH)[0]
    assert (told.code, told.busy) == ("duration.split", ())


@pytest.mark.parametrize("status", [None, at("03-03 08:00")])
def test_begun_work_that_levelling_puts_off_names_who_was_busy_with_what(status: datetime | None) -> None:
    begun = task("a", 2, name="Dig", actual_start=at("03-02 08:00"), percent_complete=50.0)
    people = (Assignment("a", "ann"), Assignment("b", "ann"))
    urgent = task("b", name="Rescue", priority=600)
    plan = project(begun, urgent, resources=(Resource(id="ann", name="Ann"),), assignments=people)
    found = level(plan, options=LevelOptions(status_date=status), work=20)
    assert found.project.tasks[0].resume == at("03-04 08:00")
    chain = why(found.schedule, found.project, "a", date=DateKind.FINISH, status_date=status)
    told = chain[-1]
    assert (told.kind, told.code, told.busy[0].tasks) == (ReasonKind.RESUMED, "resumed.busy", ("b",))
    assert told.sentence == (
        "Dig is taken up again on 4 March 2026 08:00: Ann is busy with Rescue until 3 March 2026 17:00."
    )


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"actual_start": at("03-03 08:00")}, ReasonKind.ACTUAL),
        ({"manual": True, "manual_start": at("03-03 08:00")}, ReasonKind.MANUAL),
        ({}, ReasonKind.PROJECT_START),
    ],
)
def test_facts_hands_and_the_project_are_roots(fields: dict[str, object], kind: ReasonKind) -> None:
    plan = project(task("a", **fields))
    assert why(schedule(plan), plan, "a")[-1].kind is kind


def test_the_status_date_is_a_root() -> None:
    plan, status = project(task("a")), at("03-05 08:00")
    chain = why(schedule(plan, status_date=status), plan, "a", status_date=status)
    assert [(r.kind, r.at) for r in chain] == [(ReasonKind.STATUS_DATE, status)]
    begun = project(task("a", 2, actual_start=at("03-02 08:00"), percent_complete=50.0))
    chain = why(schedule(begun, status_date=status), begun, "a", date=DateKind.FINISH, status_date=status)
    assert [r.kind for r in chain] == [ReasonKind.DURATION, ReasonKind.STATUS_DATE]
    assert chain[0].minutes == DAY


def test_a_late_date_leads_to_the_deadline_that_asks_for_it() -> None:
    plan = project(task("a"), task("b", deadline=at("03-04 17:00")), task("c", 20), links=(Link("a", "b"),))
    chain = why(schedule(plan), plan, "a", date=DateKind.LATE_FINISH)
    assert [r.kind for r in chain] == [
        ReasonKind.CALENDAR,
        ReasonKind.LINK,
        ReasonKind.DURATION,
        ReasonKind.DEADLINE,
    ]
    assert chain[-1].at == at("03-04 17:00")


def test_a_task_that_is_to_be_late_goes_on_to_the_end_of_the_project() -> None:
    late = task("a", constraint=Constraint(ConstraintKind.ALAP))
    plan = project(late, task("b", 4))
    dates = schedule(plan)
    assert why(dates, plan, "a")[-1].kind is ReasonKind.PROJECT_FINISH
    assert why(dates, plan, "a", date=DateKind.EARLY_START)[-1].kind is ReasonKind.PROJECT_START


def test_moves_are_ranked_and_say_what_becomes_of_the_date() -> None:
    held = task("a", 2, constraint=Constraint(ConstraintKind.SNET, at("03-04 08:00")))
    plan = project(held, task("b"), links=(Link("a", "b", lag=Lag(DAY)),))
    answer = explain(plan, "b", date=DateKind.FINISH)
    assert [m.gain for m in answer.moves] == sorted((m.gain for m in answer.moves), reverse=True)
    drop = next(m for m in answer.moves if m.change.kind is ChangeKind.SET_LAG)
    assert (drop.gain, drop.becomes, drop.sentence) == (
        DAY,
        at("03-06 17:00"),
        "Drop the lag between a and b.",
    )
    weekend = next(m for m in answer.moves if m.change.kind is ChangeKind.WORK_ON)
    assert weekend.change.days == (at("03-07 00:00").date(), at("03-08 00:00").date())


def test_most_says_how_many_changes_are_tried() -> None:
    plan = project(task("a"), task("b"), links=(Link("a", "b", lag=Lag(DAY)),))
    answer = explain(plan, "b", most=1)
    assert len(answer.moves) <= 1
    assert answer.untried > 0


calm = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def _fights(plan: Project, task_id: str) -> bool:
    """Levelling pushes a task past its late start: two wishes of which the chain can tell only one."""
    task = next(t for t in plan.tasks if t.id == task_id)
    return task.constraint.kind is ConstraintKind.ALAP and task.levelling_delay > 0


@calm
@given(projects())
def test_every_chain_is_unbroken_and_ends_at_a_root(plan: Project) -> None:
    dates = schedule(plan)
    for task_id in dates.tasks:
        for kind in DateKind:
            chain = why(dates, plan, task_id, date=kind)
            assert chain[0].at == getattr(dates[task_id], kind.value)
            assert chain[-1].kind in ROOTS
            assert all(one.since == following.at for one, following in pairwise(chain))
            assert all(r.kind is not ReasonKind.OTHER or _fights(plan, r.task) for r in chain)
            hours = {c.id: Hours(c) for c in plan.calendars}
            for r in chain:
                if r.kind is ReasonKind.CALENDAR and r.calendars:
                    assert r.since is not None
                    begin, end = sorted((minute_of(r.since), minute_of(r.at)))
                    assert hours[r.calendars[0]].worked(begin, end) == 0


@calm
@given(projects(), st.data())
def test_every_move_gives_what_it_promises(plan: Project, data: st.DataObject) -> None:
    task_id = data.draw(st.sampled_from([t.id for t in plan.tasks]))
    kind = data.draw(st.sampled_from([DateKind.START, DateKind.FINISH, DateKind.LATE_START]))
    for move in explain(plan, task_id, date=kind, most=6).moves:
        after = schedule(applied(plan, move.change))
        assert getattr(after[task_id], kind.value) == move.becomes
        assert move.gain > 0


def test_only_driving_links_are_named() -> None:
    plan = project(task("a", 1), task("b", 3), task("c"), links=(Link("a", "c"), Link("b", "c")))
    assert driving_links(schedule(plan)) == (1,)


def test_an_unknown_task_cannot_be_explained() -> None:
    with pytest.raises(UnknownId):
        why(schedule(project()), project(), "z")


def test_reach_goes_into_branches() -> None:
    plan = project(
        task("a"), task("s"), task("b", parent="s"), task("c"), links=(Link("a", "s"), Link("s", "c"))
    )
    assert reachable(plan, "a") == {"s", "b", "c"}
    assert reachable(plan, "c", backwards=True) == {"s", "b", "a"}


@pytest.mark.parametrize(
    ("task_id", "change", "code"),
    [
        ("b", {"start": at("03-02 08:00"), "finish": at("03-02 17:00")}, "link"),
        ("a", {"finish": at("03-04 17:00")}, "working_time"),
        ("s", {"finish": at("03-09 17:00")}, "summary_span"),
        ("c", {"start": at("03-05 08:00"), "finish": at("03-05 17:00")}, "constraint"),
        ("a", {"finish": at("02-02 17:00")}, "finish_before_start"),
    ],
)
def test_a_broken_schedule_is_found_out(task_id: str, change: dict[str, object], code: str) -> None:
    late = task("c", constraint=Constraint(ConstraintKind.SNET, at("03-06 08:00")))
    plan = project(task("s"), task("a", parent="s"), task("b", parent="s"), late, links=(Link("a", "b"),))
    good = schedule(plan)
    assert violations(plan, good) == []
    broken = replace(good[task_id], **change)  # type: ignore[arg-type]
    bad = Schedule(good.start, good.finish, dict(good.tasks) | {task_id: broken})
    assert code in {v.code for v in violations(plan, bad) if v.task == task_id}
