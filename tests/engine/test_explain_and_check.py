"""Why a date is where it is, and whether a schedule keeps to its plan."""

from dataclasses import replace

import pytest
from engine_plans import at, project, task

from northline.engine import (
    Constraint,
    ConstraintKind,
    DriverKind,
    Link,
    Schedule,
    UnknownId,
    driving_links,
    reachable,
    schedule,
    violations,
    why,
)


def test_the_chain_runs_through_summaries_back_to_the_constraint_that_began_it() -> None:
    held = task("a", 2, parent="s", constraint=Constraint(ConstraintKind.SNET, at("03-04 08:00")))
    plan = project(task("s"), held, task("b"), task("m", 0), links=(Link("s", "b"), Link("b", "m")))
    chain = why(schedule(plan), plan, "m")
    assert [r.task for r in chain] == ["m", "b", "a"]
    assert chain[-1].kind is DriverKind.CONSTRAINT
    assert chain[-1].at == at("03-04 08:00")


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
