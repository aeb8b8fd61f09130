"""The compiled simulation gives, sample by sample, the dates that the scheduler gives."""

from dataclasses import replace
from datetime import datetime

import pytest
from engine_plans import at, constraint, project, projects, task
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from northline.engine import (
    Assignment,
    BadValue,
    Constraint,
    ConstraintKind,
    Lag,
    LagUnit,
    Link,
    LinkKind,
    Minutes,
    Progress,
    Project,
    Resource,
    Split,
    Task,
    schedule,
)
from northline.engine.compiled import compile_plan
from northline.engine.cpm import computed, run_passes
from northline.engine.forecast import DEFAULT_SPREAD, NO_SPREAD, Spread, simulate, twin
from northline.engine.forecast.draws import draws_of
from northline.engine.forecast.jit import loops
from northline.engine.forecast.runs import run
from northline.engine.forecast.simulate import setting_of
from northline.engine.forecast.uncertain import Doubt

pytestmark = pytest.mark.skipif(loops() is None, reason="needs numba")
slowly = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def both(plan: Project, *, samples: int = 20, criticality: bool = True) -> tuple[list[int], list[int]]:
    """Finishes by the compiled loop and by the twin."""
    made, dates = run_passes(compile_plan(plan), plan)
    draws = draws_of(made, plan, seed=5, doubt=Doubt(DEFAULT_SPREAD))
    setting = setting_of(made, dates, plan, None)
    while True:
        fast = run(made, draws, setting, samples=samples, criticality=criticality, workers=1)
        slow, _, flag = twin.finishes(
            made, draws, samples=samples, honour=setting.honour, status=setting.status, begin=setting.begin,
            not_before=setting.not_before, read=setting.read,
        )  # fmt: skip
        if not fast.flag and not flag:
            return fast.finish.tolist(), slow.tolist()
        made = made.widened()


@slowly
@given(projects(), st.booleans())
def test_every_sample_finishes_when_the_scheduler_says(plan: Project, criticality: bool) -> None:
    fast, slow = both(plan, criticality=criticality)
    assert fast == slow


@slowly
@given(projects())
def test_a_certain_plan_finishes_on_the_scheduled_date_alone(plan: Project) -> None:
    forecast = simulate(plan, samples=3, default_spread=NO_SPREAD)
    assert {forecast.earliest, forecast.p50, forecast.latest, forecast.mean} == {schedule(plan).finish}
    assert forecast.planned == schedule(plan).finish


@slowly
@given(projects(), st.data())
def test_a_certain_plan_laid_from_its_finish_finishes_on_the_scheduled_date_with_progress(
    plan: Project, data: st.DataObject
) -> None:
    parents = {t.parent for t in plan.tasks}
    begun = [
        replace(t, actual_start=at(f"03-{data.draw(st.integers(2, 20)):02} 08:00"), percent_complete=data.draw(st.sampled_from([0, 25, 75])))
        if t.id not in parents and data.draw(st.integers(0, 2)) == 0
        else t
        for t in plan.tasks
    ]  # fmt: skip
    laid = replace(plan, tasks=tuple(begun), schedule_from_start=False, finish=at("03-20 17:00"))
    forecast = simulate(laid, samples=2, default_spread=NO_SPREAD)
    assert {forecast.earliest, forecast.latest, forecast.planned} == {schedule(laid).finish}


@slowly
@given(projects(constraints=False), constraint(), st.sampled_from([0, 30, 480]), st.data())
def test_links_to_summaries_and_started_work_agree_too(
    plan: Project, wish: Constraint, minutes: int, data: st.DataObject
) -> None:
    """A summary with a constraint and links in and out, one started and one finished task."""
    inside = (
        task("in1", 1, parent="top"),
        task("in2", 2, parent="top", calendar="night"),
        Task(id="in3", duration=Minutes(minutes), parent="top"),
    )
    started = task("go", 4, actual_start=at("03-03 09:30"), percent_complete=50)
    resumed = replace(started, id="on", remaining_duration=Minutes(900), resume=at("03-05 13:00"))
    over = task("done", 2, actual_start=at("03-02 08:00"), actual_finish=at("03-03 16:00"))
    top = Task(id="top", constraint=wish)
    ids = [t.id for t in plan.tasks if t.id.startswith("t")]
    kinds = st.sampled_from(LinkKind)
    links = (
        Link(
            data.draw(st.sampled_from(ids)),
            "top",
            data.draw(kinds),
            Lag(data.draw(st.sampled_from([0, -60, 90]))),
        ),
        Link("on", "top"),
        Link("go", ids[0] if not any(k.before == ids[0] for k in plan.links) else "in3", data.draw(kinds)),
        Link("done", "in2", data.draw(kinds), Lag(300, LagUnit.ELAPSED)),
        Link("top", "end", data.draw(kinds)),
    )
    whole = replace(
        plan,
        tasks=(*plan.tasks, top, *inside, started, resumed, over, task("end", 0)),
        links=plan.links + links,
    )
    fast, slow = both(whole)
    assert fast == slow


def test_people_on_other_calendars_work_in_their_own_hours() -> None:
    plan = project(
        task("a", 2), task("b", 3), task("c", 1), links=(Link("a", "b"), Link("b", "c", LinkKind.SF)),
        resources=(Resource("owl", calendar="night"), Resource("lark")),
        assignments=(Assignment("b", "owl"), Assignment("b", "lark", 0.5, Minutes(300))),
    )  # fmt: skip
    fast, slow = both(plan, samples=200)
    assert fast == slow
    assert len(set(fast)) > 100


def test_a_plan_laid_from_its_finish_starts_no_task_before_its_place() -> None:
    plan = project(
        task("a", 2),
        task("b", 1),
        links=(Link("a", "b"),),
        schedule_from_start=False,
        finish=at("03-20 17:00"),
    )
    certain = simulate(plan, samples=2, default_spread=NO_SPREAD)
    assert certain.p50 == schedule(plan).finish == at("03-20 17:00")
    assert simulate(plan, samples=200).earliest > at("03-19 08:00")


def test_a_finish_past_the_horizon_is_still_found() -> None:
    plan = project(
        *(task(str(n), 90) for n in range(12)), links=tuple(Link(str(n), str(n + 1)) for n in range(11))
    )
    fast, slow = both(plan, samples=8)
    assert fast == slow
    assert simulate(plan, samples=50, default_spread=Spread(1, 10, 100)).latest.year > 2040


def test_the_weekend_before_a_milestone_is_kept() -> None:
    plan = project(
        task("a", 1),
        task("m", 0, constraint=Constraint(ConstraintKind.SNET, at("03-09 08:00"))),
        links=(Link("a", "m"),),
    )
    assert simulate(plan, samples=64).p95 == schedule(plan).finish == at("03-09 08:00")


def test_finished_work_and_milestones_do_not_vary() -> None:
    over = task("a", 2, actual_start=at("03-02 08:00"), actual_finish=at("03-03 17:00"))
    forecast = simulate(project(over, task("m", 0), links=(Link("a", "m"),)), samples=100)
    assert forecast.earliest == forecast.latest == at("03-03 17:00")
    assert forecast.default_spread_tasks == forecast.estimated_tasks == 0


def test_of_started_work_only_the_rest_varies() -> None:
    half = task("a", 4, actual_start=at("03-02 08:00"), percent_complete=50)
    forecast = simulate(project(half), samples=2000, default_spread=Spread(0.5, 1, 2))
    assert forecast.earliest >= at("03-04 17:00")  # two days done, at least one left
    assert forecast.latest <= at("03-09 17:00")  # at most four left


def test_a_plan_without_tasks_finishes_when_it_starts() -> None:
    assert simulate(project(), samples=5).p50 == schedule(project()).finish


def test_samples_must_be_a_sensible_number() -> None:
    with pytest.raises(BadValue):
        simulate(project(task("a")), samples=0)


def odd_plans() -> list[Project]:
    """Splits, hammocks, delayed assignments and work begun out of order."""
    split = task("a", 3, splits=(Split(Minutes(480), Minutes(960)),))
    begun = task("g", 4, actual_start=at("03-02 08:00"), percent_complete=25)
    out_of_order = project(begun, task("b", 2), task("c", 1), links=(Link("b", "g"), Link("g", "c")))
    hammock = (Link("x", "y"), Link("x", "h", LinkKind.SS), Link("y", "h", LinkKind.FF), Link("h", "z"))
    people = {
        "resources": (Resource("r"), Resource("q")),
        "assignments": (Assignment("x", "r", delay=Minutes(480)), Assignment("x", "q")),
    }
    return [
        project(split, task("b", 1), links=(Link("a", "b"),)),
        project(task("x", 2), task("h", 0, hammock=True), task("y", 3), task("z", 1), links=hammock),
        project(task("x", 2), task("z"), links=(Link("x", "z"),), **people),
        out_of_order,
        replace(out_of_order, progress=Progress.PROGRESS_OVERRIDE),
    ]


@pytest.mark.parametrize("plan", odd_plans())
@pytest.mark.parametrize("status", [None, at("03-04 08:00")])
@pytest.mark.parametrize("with_resources", [False, True])
def test_whatever_the_scheduler_knows_a_certain_forecast_knows(
    plan: Project, status: datetime | None, with_resources: bool
) -> None:
    forecast = simulate(
        plan, samples=4, default_spread=NO_SPREAD, status_date=status, with_resources=with_resources
    )
    assert forecast.earliest == forecast.latest == schedule(plan, status_date=status).finish


@slowly
@given(projects())
def test_a_forecast_that_begins_with_what_was_computed_is_the_same(plan: Project) -> None:
    begun = computed(plan)
    one, other = (simulate(plan, samples=20, begun=some, criticality=False) for some in (None, begun))
    assert one.finishes.tolist() == other.finishes.tolist()
    # What was computed of another plan is left alone.
    other_plan = replace(
        plan, tasks=tuple(replace(one, duration=Minutes(one.duration + 60)) for one in plan.tasks)
    )
    right, mixed = (simulate(other_plan, samples=20, begun=some, criticality=False) for some in (None, begun))
    assert right.finishes.tolist() == mixed.finishes.tolist()
