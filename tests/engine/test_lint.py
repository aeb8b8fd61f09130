"""The fourteen points and the rules, on plans made for each."""

from dataclasses import replace
from datetime import datetime
from itertools import pairwise

import pytest
from broken_plans import BROKEN
from engine_plans import DAY, at, project, projects, task
from hypothesis import HealthCheck, given, settings

from northline.engine import (
    Assignment,
    Baseline,
    Constraint,
    ConstraintKind,
    Finding,
    Lag,
    Link,
    LinkKind,
    LintReport,
    Minutes,
    Point,
    Project,
    Resource,
    Task,
    Verdict,
    lint,
    schedule,
)

calm = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def chain(count: int, **fields: object) -> tuple[Task, ...]:
    return tuple(task(f"t{n:02}", 1, owner="ann", **fields) for n in range(count))


def in_a_row(tasks: tuple[Task, ...]) -> tuple[Link, ...]:
    return tuple(Link(a.id, b.id) for a, b in pairwise(tasks))


def point(plan: Project | LintReport, number: int, **options: datetime) -> Point:
    report = plan if isinstance(plan, LintReport) else lint(plan, **options)  # type: ignore[arg-type]
    return report.points[number - 1]


def found(plan: Project, code: str) -> list[Finding]:
    return [f for f in lint(plan).findings if f.code == code]


def figures(judged: Point) -> tuple[int, int, Verdict]:
    return judged.count, judged.population, judged.verdict


def test_a_sound_plan_has_no_findings_and_fails_nothing() -> None:
    tasks = chain(20)
    report = lint(project(*tasks, links=in_a_row(tasks)))
    assert report.findings == ()
    assert report.passed
    assert [p.number for p in report.points] == list(range(1, 15))


def test_an_empty_plan_can_be_judged() -> None:
    report = lint(project())
    assert {p.verdict for p in report.points} == {Verdict.NOT_APPLICABLE}


@pytest.mark.parametrize(("loose", "verdict"), [(1, Verdict.PASS), (2, Verdict.FAIL)])
def test_five_percent_of_the_tasks_may_miss_logic(loose: int, verdict: Verdict) -> None:
    tasks = chain(20)
    links = in_a_row(tasks)[: 19 - loose]  # the last tasks stand alone
    judged = point(project(*tasks, links=links), 1)
    assert judged.verdict is verdict
    assert judged.population == 20


def test_leads_lags_and_kinds_are_shares_of_all_links() -> None:
    tasks = chain(11)
    links = list(in_a_row(tasks))
    links[0] = replace(links[0], lag=Lag(-60))
    links[1] = replace(links[1], lag=Lag(60), kind=LinkKind.SS)
    report = lint(project(*tasks, links=tuple(links)))
    assert figures(point(report, 2)) == (1, 10, Verdict.FAIL)
    assert figures(point(report, 3)) == (1, 10, Verdict.FAIL)
    assert figures(point(report, 4)) == (9, 10, Verdict.PASS)
    assert (point(report, 2).links, point(report, 4).links) == ((0,), (1,))


def test_only_constraints_that_override_links_are_hard() -> None:
    hard = Constraint(ConstraintKind.MSO, at("03-10 08:00"))
    soft = Constraint(ConstraintKind.SNET, at("03-10 08:00"))
    tasks = (task("a", constraint=hard), task("b", constraint=soft), task("c", actual_start=at("03-02 08:00"),
             actual_finish=at("03-02 17:00"), constraint=hard))  # fmt: skip
    judged = point(project(*tasks), 5)
    assert (figures(judged), judged.tasks) == ((1, 2, Verdict.FAIL), ("a",))


def test_slack_beyond_44_days_is_high_and_below_zero_negative() -> None:
    plan = project(task("a", 1), task("b", 45), task("c", 46), task("d", 5, deadline=at("03-03 17:00")))
    report = lint(plan)
    assert point(report, 6).tasks == ("a",)
    assert point(report, 7).tasks == ("d",)
    assert point(report, 8).tasks == ("b", "c")


def test_the_baseline_says_how_long_a_task_was_to_be() -> None:
    grown = task("a", 50, baselines=(Baseline(duration=Minutes(DAY)),))
    assert point(project(grown, task("b")), 8).count == 0


def test_dates_on_the_wrong_side_of_the_status_date_are_invalid() -> None:
    tasks = (
        task("past"),
        task("future", actual_start=at("03-10 08:00"), actual_finish=at("03-10 17:00")),
        task("done", actual_start=at("03-02 08:00"), actual_finish=at("03-02 17:00")),
    )
    assert point(project(*tasks), 9).verdict is Verdict.NOT_APPLICABLE
    judged = point(project(*tasks), 9, status_date=at("03-05 17:00"))
    assert (figures(judged), judged.tasks) == ((2, 3, Verdict.FAIL), ("past", "future"))


def test_work_of_a_day_or_more_needs_someone_in_plans_with_resources() -> None:
    plan = project(task("a"), task("b"), task("short", 0.5))
    assert point(plan, 10).verdict is Verdict.NOT_APPLICABLE
    staffed = replace(plan, resources=(Resource(id="ann"),), assignments=(Assignment("a", "ann"),))
    judged = point(staffed, 10)
    assert (figures(judged), judged.tasks) == ((1, 2, Verdict.FAIL), ("b",))


def with_baselines() -> Project:
    """Ten tasks, due one a day from 2 March; eight are done, the eighth a day late."""
    days = [at(f"03-{d:02} 17:00") for d in (2, 3, 4, 5, 6, 9, 10, 11, 12, 13)]
    tasks = []
    for number, (one, due) in enumerate(zip(chain(10), days, strict=True)):
        begin = due.replace(hour=8)
        facts: dict[str, object] = {"baselines": (Baseline(begin, due, Minutes(DAY)),)}
        if number < 8:
            end = days[number + 1] if number == 7 else due
            facts |= {"actual_start": begin, "actual_finish": end}
        tasks.append(replace(one, **facts))  # type: ignore[arg-type]
    return project(*tasks, links=in_a_row(tuple(tasks)), status_date=at("03-12 17:00"))


def test_missed_tasks_and_the_execution_index_count_what_was_due() -> None:
    report = lint(with_baselines())
    assert figures(point(report, 11)) == (2, 9, Verdict.FAIL)
    assert point(report, 11).tasks == ("t07", "t08")
    bei = point(report, 14)
    assert bei.value == pytest.approx(8 / 9)
    assert (bei.count, bei.population, bei.verdict) == (8, 9, Verdict.FAIL)


def test_the_length_index_weighs_the_float_against_what_is_left() -> None:
    plan = project(
        task("a", 10, baselines=(Baseline(at("03-02 08:00"), at("03-12 17:00"), Minutes(9 * DAY)),))
    )
    assert point(plan, 13).value == pytest.approx(9 / 10)
    assert point(plan, 13).verdict is Verdict.FAIL
    assert point(replace(plan, deadline=at("03-16 17:00")), 13).value == pytest.approx(11 / 10)


def test_a_delayed_critical_task_must_move_the_end() -> None:
    tasks = chain(3)
    sound = project(*tasks, links=in_a_row(tasks))
    judged = point(sound, 12)
    assert (judged.verdict, judged.value, judged.tasks) == (Verdict.PASS, 600.0, ("t00",))
    pinned = replace(tasks[2], constraint=Constraint(ConstraintKind.MFO, at("03-04 17:00")))
    broken = point(project(*tasks[:2], pinned, links=in_a_row(tasks)), 12)
    assert broken.verdict is Verdict.FAIL


def test_the_delayed_path_is_held_against_dates_laid_alike() -> None:
    tasks = chain(3)
    plan = project(*tasks, links=in_a_row(tasks))
    later = schedule(plan, status_date=at("03-16 08:00"))
    judged = next(p for p in lint(plan, plan=later, status_date=at("03-16 08:00")).points if p.number == 12)
    assert (judged.verdict, judged.value) == (Verdict.PASS, 600.0)


@pytest.mark.parametrize(("tasks", "links", "code", "concerned"), BROKEN)
def test_each_rule_finds_what_breaks_it(
    tasks: tuple[Task, ...], links: tuple[Link, ...], code: str, concerned: tuple[str, ...]
) -> None:
    findings = found(project(*tasks, links=links), code)
    assert [f.tasks for f in findings] == [concerned]
    assert all(f.reason.endswith(".") and f.advice.endswith(".") and f.fix["kind"] for f in findings)


def test_people_on_a_summary_are_work_that_no_child_covers() -> None:
    plan = project(
        task("s"), task("a", parent="s"), task("b", parent="s"), resources=(Resource(id="ann"),),
        assignments=(Assignment("s", "ann"),),
    )  # fmt: skip
    assert [f.tasks for f in found(plan, "wbs.work_on_parent")] == [("s",)]


def test_a_link_into_a_summary_holds_its_children() -> None:
    plan = project(
        task("a"),
        task("s"),
        task("b", parent="s"),
        task("c", parent="s"),
        links=(Link("a", "s"), Link("b", "c")),
    )
    assert found(plan, "logic.no_links") == []
    assert found(plan, "logic.dangling_start") == []


def test_a_way_through_pinned_work_implies_nothing() -> None:
    links = (Link("a", "b"), Link("b", "c"), Link("a", "c"))
    hand = task("b", manual=True, manual_start=at("03-02 08:00"))
    assert found(project(task("a", 3), hand, task("c"), links=links), "logic.redundant_link") == []


@calm
@given(projects())
def test_removing_redundant_links_changes_no_date(plan: Project) -> None:
    needless = {n for f in found(plan, "logic.redundant_link") for n in f.links}
    less = replace(plan, links=tuple(k for n, k in enumerate(plan.links) if n not in needless))
    before, after = schedule(plan), schedule(less)
    for one in before:
        other = after[one.id]
        assert (one.start, one.finish, one.late_start, one.late_finish) == (
            other.start, other.finish, other.late_start, other.late_finish,
        )  # fmt: skip


@calm
@given(projects())
def test_all_proposed_links_together_close_no_circle(plan: Project) -> None:
    fixes = [f.fix for f in lint(plan).findings if f.fix["kind"] == "add_link"]
    more = [Link(str(f["before"]), str(f["after"])) for f in fixes if f["before"] and f["after"]]
    schedule(replace(plan, links=plan.links + tuple(more)))  # raises Cycle if they do


@calm
@given(projects())
def test_the_counts_are_those_of_the_plan(plan: Project) -> None:
    report = lint(plan)
    asleep = {t.id for t in plan.tasks if not t.active}
    links = [k for k in plan.links if not {k.before, k.after} & asleep]
    assert point(report, 2).count == sum(k.lag.amount < 0 for k in links)
    assert point(report, 3).count == sum(k.lag.amount > 0 for k in links)
    assert point(report, 4).count == sum(k.kind is LinkKind.FS for k in links)
    for judged in report.points:
        assert judged.share is None or 0 <= judged.share <= 1
        assert set(judged.tasks) <= {t.id for t in plan.tasks}
