"""Incremental equals full, on plans in which everything occurs: people and their calendars, progress, splits, manual tasks,
constraints of all kinds, links of all kinds and lags, on summaries too; under edits that change, add and remove any of it."""

import os
from dataclasses import replace
from datetime import datetime
from typing import Any
from unittest.mock import patch

import pytest
from engine_plans import DAY, WITH_HOLIDAY, at, constraint, link, projects, with_summary_links
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from northline.engine import (
    Assignment,
    Calendar,
    Lag,
    LagUnit,
    Link,
    LinkKind,
    Minutes,
    PlanError,
    Progress,
    Project,
    Resource,
    Split,
    Task,
    TaskType,
    WorkInterval,
    schedule,
    violations,
)
from northline.engine.scheduler import Scheduler

calm = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)
# Each has working time in common with every calendar of a task.
HOURS = (
    Calendar("long", "Midnight to noon", ((WorkInterval(0, 720),),) * 7),
    Calendar("whole", "Round the clock on weekdays", (((WorkInterval(0, 1440),),) * 5) + ((), ())),
    replace(WITH_HOLIDAY, id="away", week=((WorkInterval(0, 720),),) * 7),
)
PEOPLE = tuple(
    Resource(id=name, calendar=hours.id) for name, hours in zip(("ann", "bob", "cat"), HOURS, strict=True)
)


FACTS = ("actual_start", "actual_finish", "remaining_duration", "resume", "manual_start", "manual_finish")


@st.composite
def told(draw: st.DrawFn, task: Task) -> Task:
    """The task with anything that a plan may say of it."""
    fields: dict[str, Any] = dict.fromkeys(FACTS) | {
        "percent_complete": 0.0,
        "manual": False,
        "hammock": False,
    }
    kind = draw(st.sampled_from(["plain", "plain", "begun", "begun", "done", "manual", "hammock"]))
    if kind == "begun":
        fields |= {
            "actual_start": at(draw(st.sampled_from(["03-02 08:00", "03-04 10:00", "03-07 12:00"]))),
            "percent_complete": draw(st.sampled_from([0.0, 30.0, 99.0])),
            "remaining_duration": draw(st.sampled_from([None, Minutes(0), Minutes(200), Minutes(3 * DAY)])),
            "resume": draw(st.sampled_from([None, None, at("03-11 08:00")])),
        }
    elif kind == "done":
        fields |= {
            "actual_start": at("03-02 08:00"),
            "actual_finish": at("03-03 15:00"),
            "percent_complete": 100.0,
        }
    elif kind == "manual":
        fields |= {
            "manual": True,
            "manual_start": draw(st.sampled_from([None, at("03-05 09:00")])),
            "manual_finish": draw(st.sampled_from([None, at("03-09 17:00")])),
        }
    elif kind == "hammock":
        fields["hammock"] = True
    if draw(st.integers(0, 3)) == 0:
        fields["splits"] = (Split(Minutes(60), Minutes(300)), Split(Minutes(400), Minutes(60)))
    fields["constraint"] = draw(constraint())
    fields["deadline"] = draw(st.sampled_from([None, None, at("03-06 17:00")]))
    fields["type"] = draw(st.sampled_from(TaskType))
    fields["ignores_resource_calendar"] = draw(st.booleans())
    return replace(task, **fields)


@st.composite
def staffed(draw: st.DrawFn, task_id: str) -> tuple[Assignment, ...]:
    """Nobody, or some people, with known work, delays and what they have left."""
    names = draw(st.lists(st.sampled_from(["ann", "bob", "cat"]), max_size=2, unique=True))
    minutes = st.sampled_from([None, None, Minutes(120), Minutes(960)])
    return tuple(
        Assignment(
            task_id, name, draw(st.sampled_from([0.0, 0.5, 1.0, 2.0])), draw(minutes),
            delay=Minutes(draw(st.sampled_from([0, 0, 240]))), remaining_work=draw(minutes),
        )
        for name in names
    )  # fmt: skip


@st.composite
def any_plan(draw: st.DrawFn) -> Project:
    """A plan without circles in which anything occurs."""
    plan = draw(projects())
    parents = {t.parent for t in plan.tasks}
    leaves = [t for t in plan.tasks if t.id not in parents]
    odd = {t.id: draw(told(t)) for t in leaves if draw(st.booleans())}
    people = tuple(a for t in leaves if draw(st.booleans()) for a in draw(staffed(t.id)))
    return replace(
        plan, calendars=(*plan.calendars, *HOURS), tasks=tuple(odd.get(t.id, t) for t in plan.tasks), resources=PEOPLE, assignments=people,
        progress=draw(st.sampled_from(Progress)), honour_constraints=draw(st.booleans()),
    )  # fmt: skip


@st.composite
def grown(draw: st.DrawFn, plan: Project, beside: Task, name: str) -> Project:
    """The plan with another task beside one, with its people and perhaps a link to or from that one."""
    fresh = draw(told(Task(id=name, duration=Minutes(480), parent=beside.parent)))
    place, links = draw(st.integers(0, len(plan.tasks))), list(plan.links)
    for ends in draw(st.lists(st.sampled_from([(beside.id, name), (name, beside.id)]), max_size=1)):
        links.insert(draw(st.integers(0, len(links))), Link(*ends, draw(st.sampled_from(LinkKind))))
    tasks = (*plan.tasks[:place], fresh, *plan.tasks[place:])
    return replace(
        plan, tasks=tasks, links=tuple(links), assignments=(*plan.assignments, *draw(staffed(name)))
    )


@st.composite
def any_edit(draw: st.DrawFn, plan: Project, number: int) -> Project:
    """The plan after one edit, which may close a circle."""
    parents = {t.parent for t in plan.tasks}
    leaves = [t for t in plan.tasks if t.id not in parents]
    one = draw(st.sampled_from(leaves))
    kind = draw(
        st.sampled_from(["say", "say", "length", "come", "go", "link", "unlink", "lag", "people", "summary"])
    )
    links, tasks = list(plan.links), plan.tasks
    if kind in ("say", "length"):
        longer = Minutes(draw(st.sampled_from([0, 60, 480, 5 * DAY])))
        hours = draw(st.sampled_from([None, "night"]))
        new = draw(told(one)) if kind == "say" else replace(one, duration=longer, calendar=hours)
        return replace(plan, tasks=tuple(new if t is one else t for t in tasks))
    if kind == "come":
        return draw(grown(plan, one, f"x{number}"))
    if kind == "go" and len(leaves) > 1:
        return replace(
            plan,
            tasks=tuple(t for t in tasks if t is not one),
            links=tuple(k for k in links if one.id not in (k.before, k.after)),
            assignments=tuple(a for a in plan.assignments if a.task != one.id),
        )
    if kind == "people":
        others = tuple(a for a in plan.assignments if a.task != one.id)
        return replace(plan, assignments=(*others, *draw(staffed(one.id))))
    if kind == "summary":
        ids = [t.id for t in tasks]
        ends = draw(st.sampled_from(ids)), draw(st.sampled_from(ids))
        return with_summary_links(
            plan, [Link(*ends, draw(st.sampled_from(LinkKind)), Lag(draw(st.sampled_from([0, -60]))))]
        )
    if kind == "link":
        fresh_link = draw(link(12))
        if fresh_link is not None and {fresh_link.before, fresh_link.after} <= {t.id for t in tasks}:
            links.insert(draw(st.integers(0, len(links))), fresh_link)
    elif links:
        old = links.pop(draw(st.integers(0, len(links) - 1)))
        if kind == "lag":
            lag = Lag(draw(st.sampled_from([-120, 30, 150])), draw(st.sampled_from(LagUnit)))
            links.append(replace(old, kind=draw(st.sampled_from(LinkKind)), lag=lag))
    return replace(plan, links=tuple(links))


@pytest.mark.parametrize("jit", ["off", "on"])
@calm
@given(plan=any_plan(), data=st.data(), status=st.sampled_from([None, None, at("03-05 12:00")]))
def test_any_edit_of_any_plan_gives_what_a_full_pass_gives(
    jit: str, plan: Project, data: st.DataObject, status: datetime | None
) -> None:
    with patch.dict(os.environ, {"NORTHLINE_JIT": jit}):
        held = Scheduler(plan, status_date=status)
        assert held.schedule == schedule(plan, status_date=status)
        for number in range(4):
            edited = data.draw(any_edit(plan, number))
            try:
                full = schedule(edited, status_date=status)
            except PlanError as error:
                with pytest.raises(type(error)):
                    held.reschedule(edited, status_date=status)
                continue
            plan = edited
            assert held.reschedule(plan, status_date=status) == full
            assert held.schedule.columns.driver.tolist() == full.columns.driver.tolist()
            event(f"followed: {held.visited is not None}")


@calm
@given(plan=any_plan(), status=st.sampled_from([None, at("03-05 12:00")]))
def test_the_checker_finds_nothing_wrong_with_any_plan(plan: Project, status: datetime | None) -> None:
    assert violations(plan, schedule(plan, status_date=status), status_date=status) == []
