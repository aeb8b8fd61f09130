"""A plan that stays computed gives after every edit exactly what a full pass gives."""

import os
from dataclasses import replace
from datetime import datetime
from unittest.mock import patch

import pytest
from engine_plans import DAY, at, constraint, link, project, projects, task
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from northline.engine import (
    Assignment,
    Calendar,
    Constraint,
    ConstraintKind,
    Cycle,
    Lag,
    LagUnit,
    Link,
    LinkKind,
    Minutes,
    Project,
    Resource,
    Task,
    WorkInterval,
    schedule,
)
from northline.engine.compiled import compile_plan
from northline.engine.relink import link_edits
from northline.engine.scheduler import Scheduler

calm = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def edit(draw: st.DrawFn, plan: Project) -> Project:
    """The plan after one random edit."""
    kind = draw(
        st.sampled_from(
            [
                "duration",
                "date",
                "fact",
                "link",
                "link",
                "unlink",
                "relink",
                "both",
                "calendar",
                "add",
                "remove",
                "move",
            ]
        )
    )
    leaves = [t for t in plan.tasks if t.id.startswith("t")]
    one = draw(st.sampled_from(leaves))
    if kind == "link":
        fresh = draw(link(12))
        known = {t.id for t in plan.tasks}
        good = fresh is not None and {fresh.before, fresh.after} <= known
        place = draw(st.integers(0, len(plan.links)))
        links = (*plan.links[:place], fresh, *plan.links[place:])
        return without_circle(replace(plan, links=links), plan) if good and fresh else plan
    if kind in ("unlink", "relink", "both") and plan.links:
        links = list(plan.links)
        old = links.pop(draw(st.integers(0, len(links) - 1)))
        if kind == "relink":
            links.insert(
                draw(st.integers(0, len(links))),
                replace(old, kind=draw(st.sampled_from(LinkKind)), lag=Lag(60)),
            )
        plan = without_circle(replace(plan, links=tuple(links)), plan)
    if kind in ("unlink", "relink"):
        return plan
    if kind == "add":
        taken = sum(t.id.startswith("x") for t in plan.tasks)
        return replace(plan, tasks=(*plan.tasks, Task(id=f"x{taken}", duration=Minutes(300))))
    if kind == "remove":
        kept = tuple(k for k in plan.links if one.id not in (k.before, k.after))
        tasks = tuple(t for t in plan.tasks if t is not one)
        left = tuple(a for a in plan.assignments if a.task != one.id)
        return replace(plan, tasks=tasks, links=kept, assignments=left) if len(leaves) > 1 else plan
    changed = {
        "both": replace(one, duration=Minutes(480)),
        "duration": replace(one, duration=Minutes(draw(st.sampled_from([0, 60, 480, 1400, 4800])))),
        "date": replace(one, constraint=draw(constraint()), deadline=draw(st.sampled_from([None, at("03-06 17:00")]))),
        "fact": replace(one, actual_start=at("03-03 10:00"), percent_complete=draw(st.sampled_from([0.0, 40.0]))),
        "calendar": replace(one, calendar=draw(st.sampled_from([None, "night", "holiday"]))),
        "move": replace(one, parent=None),
    }[kind]  # fmt: skip
    return replace(plan, tasks=tuple(changed if t is one else t for t in plan.tasks))


def without_circle(plan: Project, old: Project) -> Project:
    """The plan, or the old one where it closes a circle."""
    try:
        compile_plan(plan)
    except Cycle:
        return old
    return plan


@pytest.mark.parametrize("jit", ["off", "on"])
@calm
@given(plan=projects(), data=st.data())
def test_every_edit_gives_what_a_full_pass_gives(jit: str, plan: Project, data: st.DataObject) -> None:
    with patch.dict(os.environ, {"NORTHLINE_JIT": jit}):
        held = Scheduler(plan)
        for _ in range(4):
            edited = data.draw(edit(plan))
            try:
                full = schedule(edited)
            except Cycle:
                # What an edit wakes may close a circle with links that held nothing before.
                with pytest.raises(Cycle):
                    held.reschedule(edited)
                continue
            plan = edited
            assert held.reschedule(plan) == full


@st.composite
def coming_or_going(draw: st.DrawFn, plan: Project, number: int) -> Project:
    """The plan after a task came with its links and people, or went with them, some tasks changing on the way."""
    tasks, links, assignments = list(plan.tasks), list(plan.links), list(plan.assignments)
    for step in range(draw(st.integers(1, 2))):
        leaves = [t.id for t in tasks if not t.id.startswith("s")]
        if leaves and draw(st.booleans()):
            gone = draw(st.sampled_from(leaves))
            tasks = [t for t in tasks if t.id != gone]
            links = [x for x in links if gone not in (x.before, x.after)]
            assignments = [a for a in assignments if a.task != gone]
            continue
        parents = [t.id for t in tasks if t.id.startswith("s")]
        fresh = Task(
            id=f"x{number}{step}",
            duration=Minutes(draw(st.sampled_from([0, 60, 480, 1400]))),
            parent=draw(st.sampled_from([None, *parents])),
            calendar=draw(st.sampled_from([None, "night"])),
            constraint=draw(constraint()),
            active=draw(st.integers(0, 5)) > 0,
        )
        tasks.insert(draw(st.integers(0, len(tasks))), fresh)
        ids = [t.id for t in tasks if t.id not in (fresh.id, fresh.parent)]
        for leads in (True, False):
            other = draw(st.sampled_from([None, *ids]))
            if other is not None:
                ends = (fresh.id, other) if leads else (other, fresh.id)
                place = draw(st.integers(0, len(links)))
                links.insert(
                    place, Link(*ends, draw(st.sampled_from(LinkKind)), Lag(draw(st.sampled_from([0, 60]))))
                )
        if draw(st.booleans()):
            assignments.append(Assignment(fresh.id, draw(st.sampled_from(["ann", "bob"]))))
    if tasks and draw(st.booleans()):
        at_place = draw(st.integers(0, len(tasks) - 1))
        tasks[at_place] = replace(tasks[at_place], duration=Minutes(240))
    return without_circle(
        replace(plan, tasks=tuple(tasks), links=tuple(links), assignments=tuple(assignments)), plan
    )


@pytest.mark.parametrize("jit", ["off", "on"])
@settings(calm, max_examples=30)
@given(plan=projects(), data=st.data())
def test_tasks_that_come_and_go_give_what_a_full_pass_gives(
    jit: str, plan: Project, data: st.DataObject
) -> None:
    long_hours = Calendar("long", "Midnight to noon", ((WorkInterval(0, 720),),) * 7)
    plan = replace(
        plan,
        calendars=(*plan.calendars, long_hours),
        resources=(Resource(id="ann", calendar="long"), Resource(id="bob", calendar="long")),
        assignments=tuple(Assignment(t.id, "bob", units=0.5) for t in plan.tasks[-2:]),
    )
    with patch.dict(os.environ, {"NORTHLINE_JIT": jit}):
        held = Scheduler(plan)
        for number in range(5):
            edits = number == 2 and any(t.id.startswith("t") for t in plan.tasks)
            after = data.draw(edit(plan) if edits else coming_or_going(plan, number))
            try:
                full = schedule(after)
            except Cycle:
                continue
            plan = after
            assert held.reschedule(plan) == full
            assert held.schedule.columns.driver.tolist() == full.columns.driver.tolist()


def test_a_task_that_comes_or_goes_visits_only_what_it_reaches() -> None:
    chain = tuple(Link(f"a{n}", f"a{n + 1}") for n in range(49))
    tasks = (Task(id="s"), *(task(f"a{n}", parent="s") for n in range(50)), task("far", 400))
    plan = project(*tasks, links=chain)
    held = Scheduler(plan)
    fresh = task("fresh", 3, parent="s")
    inserted = replace(
        plan,
        tasks=(*tasks[:20], fresh, *tasks[20:]),
        links=(*chain, Link("a44", "fresh"), Link("fresh", "a46")),
    )
    for edited in (
        inserted,
        replace(inserted, tasks=tuple(t for t in inserted.tasks if t.id != "far")),
        plan,
    ):
        assert held.reschedule(edited) == schedule(edited)
        assert held.visited is not None
        assert held.visited[0] < 12


def test_a_first_child_and_a_last_one_are_computed_from_the_beginning() -> None:
    plan = project(task("a"), task("b"), links=(Link("a", "b"),))
    held = Scheduler(plan)
    grown = replace(plan, tasks=(*plan.tasks, task("c", 2, parent="b")))
    for edited in (grown, plan):
        assert held.reschedule(edited) == schedule(edited)
        assert held.visited is None


def test_an_edit_visits_only_what_it_reaches() -> None:
    tasks = (*(task(f"a{n}") for n in range(50)), task("long", 400), task("b"))
    links = tuple(Link(f"a{n}", f"a{n + 1}") for n in range(49))
    plan = project(*tasks, links=links)
    held = Scheduler(plan)
    later = replace(plan, tasks=(*tasks[:47], replace(tasks[47], duration=Minutes(3 * DAY)), *tasks[48:]))
    assert held.reschedule(later) == schedule(later)
    assert held.visited == (3, 50)
    same = replace(later, tasks=(*later.tasks[:-1], replace(later.tasks[-1], duration=Minutes(2 * DAY))))
    assert held.reschedule(same) == schedule(same)
    assert held.visited == (1, 1)


def test_a_link_edit_visits_only_what_it_reaches() -> None:
    tasks = (task("b", 2), *(task(f"a{n}") for n in range(50)), task("far", 400))
    chain = tuple(Link(f"a{n}", f"a{n + 1}") for n in range(49))
    plan = project(*tasks, links=chain)
    held = Scheduler(plan)
    for links in (
        (*chain[:20], Link("b", "a48"), *chain[20:]),
        (*chain[:20], Link("b", "a48", LinkKind.SS, Lag(60)), *chain[20:]),
        chain,
        (*chain[:30], *chain[31:]),
    ):
        plan = replace(plan, links=links)
        assert held.reschedule(plan) == schedule(plan)
        assert held.visited is not None
        assert held.visited[0] < 25
        assert held.schedule.columns.driver.tolist() == schedule(plan).columns.driver.tolist()


def test_a_link_against_the_order_of_the_nodes_is_computed_from_the_beginning() -> None:
    plan = project(*(task(i) for i in "abc"), links=(Link("a", "b"), Link("b", "c")))
    held = Scheduler(plan)
    turned = replace(plan, links=(Link("c", "b"), Link("a", "b")))
    assert held.reschedule(turned) == schedule(turned)
    assert held.visited is None


def test_many_links_that_go_at_once_are_found_one_by_one() -> None:
    links = tuple(Link(f"a{n}", "b") for n in range(300))
    found = link_edits(links, tuple(x for n, x in enumerate(links) if n not in (3, 150, 290)))
    assert found is not None
    assert (found.gone, found.come) == ([3, 150, 290], [])
    assert link_edits(links, links[::-1]) is None


def test_an_earlier_answer_is_not_touched_by_later_edits() -> None:
    plan = project(task("a"), task("b"), links=(Link("a", "b", lag=Lag(100, LagUnit.PERCENT)),))
    held = Scheduler(plan)
    first = held.schedule
    held.reschedule(replace(plan, tasks=(task("a", 5), task("b"))))
    assert first["b"].start == at("03-04 08:00")
    assert held.schedule["b"].start == at("03-16 08:00")


def test_a_refused_edit_leaves_the_last_good_state() -> None:
    plan = project(task("a"), task("b"), links=(Link("a", "b"),))
    held = Scheduler(plan)
    with pytest.raises(Cycle):
        held.reschedule(replace(plan, links=(Link("a", "b"), Link("b", "a"))))
    assert held.schedule == schedule(plan)
    longer = replace(plan, tasks=(task("a", 2), task("b")))
    assert held.reschedule(longer) == schedule(longer)


def test_a_change_of_the_status_date_moves_what_is_left() -> None:
    plan = project(task("a", 2))
    held = Scheduler(plan)
    late = datetime(2026, 3, 9, 8)
    assert held.reschedule(plan, status_date=late) == schedule(plan, status_date=late)


def test_an_edit_past_the_horizon_is_computed_on_a_wider_one() -> None:
    plan = project(task("a"), task("b", constraint=Constraint(ConstraintKind.SNET, at("04-01 08:00"))))
    held = Scheduler(plan)
    long = replace(plan, tasks=(task("a", 4000), plan.tasks[1]))
    assert held.reschedule(long) == schedule(long)
