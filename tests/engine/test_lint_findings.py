"""Each finding of every point and rule says which tasks, why, and what would mend it."""

import json
import re
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from broken_plans import BROKEN
from engine_plans import DAY, MONDAY, at, project, projects, task
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from northline.engine import (
    Assignment,
    Baseline,
    Constraint,
    ConstraintKind,
    Finding,
    Lag,
    LagUnit,
    Link,
    LinkKind,
    LintReport,
    Minutes,
    Project,
    Resource,
    Task,
    Verdict,
    lint,
    schedule,
)

calm = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
ROOT = Path(__file__).parents[2]
DONE = {"actual_start": at("03-02 08:00"), "actual_finish": at("03-02 17:00")}
ON_THE_DAY = Constraint(ConstraintKind.MFO, at("03-04 17:00"))


def due(task_id: str, by: datetime, **fields: object) -> Task:
    return task(task_id, baselines=(Baseline(MONDAY, by, Minutes(DAY)),), **fields)


# For each point a plan that fails it, and what its findings have to say.
FAILING: tuple[tuple[int, Project, str, str], ...] = (
    (1, project(task("a", manual=True, manual_start=MONDAY), task("b"), task("c"), links=(Link("b", "c"),)),
     "logic.dangling_start", "add_link"),
    (2, project(task("a"), task("b", actual_start=MONDAY), links=(Link("a", "b", lag=Lag(-60)),)),
     "logic.lead", "remove_lead"),
    (3, project(task("a"), task("b"), links=(Link("a", "b", lag=Lag(60)),)), "logic.lag", "lag_to_task"),
    (4, project(task("a"), task("b"), links=(Link("a", "b", LinkKind.SS),)),
     "logic.not_finish_to_start", "change_link"),
    (5, project(task("a", constraint=ON_THE_DAY, actual_start=MONDAY)), "logic.hard_constraint",
     "loosen_constraint"),
    (6, project(task("a"), task("b", 60)), "logic.high_float", "explain"),
    (7, project(task("a", 5, deadline=at("03-03 17:00"))), "logic.negative_float", "explain"),
    (8, project(task("a", baselines=(Baseline(duration=Minutes(50 * DAY)),))), "wbs.high_duration",
     "set_baseline"),
    (9, project(task("a"), status_date=at("03-05 17:00")), "progress.invalid_dates", "replan"),
    (9, project(task("a", actual_start=at("03-10 08:00")), status_date=at("03-05 17:00")),
     "progress.invalid_dates", "correct_actual"),
    (10, project(task("a"), task("b"), resources=(Resource(id="ann"),), assignments=(Assignment("a", "ann"),)),
     "wbs.no_resource", "assign"),
    (11, project(due("a", at("03-01 17:00"), **DONE), status_date=at("03-05 17:00")), "progress.missed",
     "set_baseline"),
    (12, project(*(task(i) for i in "ab"), task("c", constraint=ON_THE_DAY),
                 links=(Link("a", "b"), Link("b", "c"))), "logic.path_broken", "loosen_constraint"),
    (13, project(task("a", 10), deadline=at("03-04 17:00")), "progress.path_too_long", "recover"),
    (14, project(due("a", at("03-02 17:00")), status_date=at("03-05 17:00")), "progress.overdue", "explain"),
)  # fmt: skip


def whole(found: Finding) -> bool:
    return bool(
        found.tasks and found.reason.endswith(".") and found.advice.endswith(".") and found.fix["kind"]
    )


def unexplained(report: LintReport) -> list[int]:
    """Points that fail, and count a task or a link of which no finding of theirs tells."""
    told: dict[int, tuple[set[str], set[int]]] = {}
    for found in report.findings:
        for number in found.points:
            tasks, links = told.setdefault(number, (set(), set()))
            tasks.update(found.tasks)
            links.update(found.links)
    none: tuple[set[str], set[int]] = (set(), set())
    return [
        p.number
        for p in report.points
        if p.verdict is Verdict.FAIL
        and not (
            set(p.tasks) <= told.get(p.number, none)[0]
            and set(p.links) <= told.get(p.number, none)[1]
            and any(p.number in f.points for f in report.findings)
        )
    ]


@pytest.mark.parametrize(("number", "plan", "code", "fix"), FAILING)
def test_each_point_that_fails_has_findings_with_a_fix(
    number: int, plan: Project, code: str, fix: str
) -> None:
    report = lint(plan)
    assert report.points[number - 1].verdict is Verdict.FAIL
    assert (code, fix) in {(f.code, f.fix["kind"]) for f in report.findings if number in f.points}
    assert unexplained(report) == []
    assert all(map(whole, report.findings))


def test_all_rules_are_walked_here_and_have_a_name_in_the_browser() -> None:
    sources = (ROOT / "src/northline/engine/lint").glob("*.py")
    known = {
        code for file in sources for code in re.findall(r'"((?:wbs|logic|progress)\.\w+)"', file.read_text())
    }
    plans = [project(*tasks, links=links) for tasks, links, _, _ in BROKEN] + [
        plan for _, plan, _, _ in FAILING
    ]
    people = {"resources": (Resource(id="ann"),), "assignments": (Assignment("s", "ann"),)}
    plans += [
        project(task("s"), task("a", parent="s"), task("b", parent="s"), **people),
        project(task("s", 5), task("a", parent="s"), task("b", parent="s")),
    ]
    walked = [found for plan in plans for found in lint(plan).findings]
    assert {found.code for found in walked} == known
    assert all(map(whole, walked))
    words = json.loads((ROOT / "web/src/ui/words/en.json").read_text())["lint"]["rule"]
    assert words.keys() == {code.replace(".", "_") for code in known}


def test_a_point_that_is_met_makes_no_findings_of_its_shares() -> None:
    tasks = tuple(task(f"t{n:02}", owner="ann") for n in range(21))
    links = tuple(Link(f"t{n:02}", f"t{n + 1:02}", lag=Lag(60 if n == 3 else 0)) for n in range(20))
    assert lint(project(*tasks, links=links)).findings == ()


def test_a_path_that_ends_too_soon_is_led_on_to_the_end() -> None:
    plan = project(task("a", 5), task("b", 5))
    assert [f.fix for f in lint(plan).findings if f.code == "logic.path_broken"] == [
        {"kind": "add_link", "before": "a", "after": "b", "link": "FS"}
    ]


@calm
@given(projects(), st.booleans(), st.booleans())
def test_nothing_that_a_failed_point_counts_is_without_a_finding(
    plan: Project, dated: bool, late: bool
) -> None:
    given_ = schedule(plan)
    tasks = tuple(
        replace(t, baselines=(Baseline(d.start, d.finish, t.duration),) if dated else ())
        for t, d in zip(plan.tasks, given_, strict=True)
    )
    status = at("03-06 17:00") if late else None
    report = lint(replace(plan, tasks=tasks, status_date=status))
    assert unexplained(report) == []
    assert all(map(whole, report.findings))


@calm
@given(projects(constraints=False))
def test_a_task_in_the_place_of_a_lag_moves_no_date(plan: Project) -> None:
    tasks, links = list(plan.tasks), list(plan.links)
    fixes = [f.fix for f in lint(plan).findings if f.fix["kind"] == "lag_to_task"]
    for fix in (f for f in fixes if f["minutes"] and f["unit"] != LagUnit.ELAPSED):
        number = int(str(fix["link"]))
        old = links[number]
        follower = next(t for t in tasks if t.id == old.after)
        wait = Task(id=f"wait{number}", duration=Minutes(int(str(fix["minutes"]))), calendar=follower.calendar,
                    parent=follower.parent)  # fmt: skip
        tasks.append(wait)
        links[number] = Link(old.before, wait.id, LinkKind(str(fix["into"])))
        links.append(Link(wait.id, old.after, LinkKind(str(fix["out"]))))
    then = schedule(replace(plan, tasks=tuple(tasks), links=tuple(links)))
    for dates in schedule(plan):
        if not dates.summary:
            assert (dates.start, dates.finish) == (then[dates.id].start, then[dates.id].finish)


@calm
@given(projects())
def test_all_changed_links_together_close_no_circle(plan: Project) -> None:
    links = list(plan.links)
    for found in lint(plan).findings:
        if found.code == "logic.not_finish_to_start" and found.fix["kind"] == "change_link":
            links[found.links[0]] = replace(links[found.links[0]], kind=LinkKind.FS)
    schedule(replace(plan, links=tuple(links)))  # raises Cycle if they do
