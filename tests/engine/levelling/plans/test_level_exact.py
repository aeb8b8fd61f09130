"""CP-SAT beside the search of plans: what it says must hold for every plan that levelling may answer."""

import subprocess
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from crowded_plans import crowded, crowded_plans
from engine_plans import at, task
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from northline.engine import (
    Assignment,
    Lag,
    Link,
    Minutes,
    Mode,
    Project,
    Split,
    resource_violations,
    schedule,
)
from northline.engine.levelling.plans import LevelOptions, level
from northline.engine.levelling.plans import cp_model as builder
from northline.engine.levelling.plans.exact import Exact, worth_asking
from northline.engine.levelling.plans.exact_due import FINENESS
from northline.engine.levelling.plans.exact_model import Model
from northline.engine.levelling.plans.kernels.shapes import FINISH, TARDY
from northline.engine.levelling.plans.layout import layout
from northline.engine.levelling.plans.prepare import prepare
from northline.engine.levelling.plans.search import Search
from northline.engine.levelling.plans.values import Goal

cp = pytest.importorskip("ortools.sat.python.cp_model")

calm = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


def searched(plan: Project, *, luck: int) -> Search:
    """One schedule of a plan, from an order drawn by luck."""
    options = LevelOptions()
    search = Search(layout([prepare(plan, options)], options), goal=Goal.FINISH, seed=1)
    noise = np.random.default_rng(luck).integers(-3000, 3000, search.plan.nodes)
    search.start_with(search.late + noise, rounds=0)
    return search


def asked(search: Search, *, late: bool = False) -> tuple[Model, dict[str, Any]]:
    """The model up to the search's finish, and its request with the search's plan as the hint."""
    best = search.best
    model = Model(
        search.plan,
        early=search.early,
        early_finish=search.early_finish,
        finish=int(best.price[FINISH]),
        late=late,
    )
    starts, turns = model.hint(best)
    return model, model.request(lower=search.floor) | {"hint_starts": starts, "hint_modes": turns}


def solved(request: dict[str, Any], *, fixed: bool) -> tuple[Any, Any]:
    """The state of the solver after the request, and the solver; `fixed`: every start as in the hint."""
    model = cp.CpModel()
    starts, picks = builder.build(cp, model, request)
    if fixed:
        for start, hint in zip(starts, request["hint_starts"], strict=True):
            model.add(start == hint)
        for literals, turn in zip(picks, request["hint_modes"], strict=True):
            if len(literals) > 1:
                model.add(literals[turn] == 1)
    solver = cp.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.max_deterministic_time = 5
    return solver.solve(model), solver


@calm
@given(crowded_plans(), st.integers(0, 99))
def test_every_plan_without_overloads_satisfies_the_model(plan: Project, luck: int) -> None:
    search = searched(plan, luck=luck)
    if search.flag or not worth_asking(search):
        return
    _, request = asked(search)
    assert solved(request, fixed=True)[0] in (cp.OPTIMAL, cp.FEASIBLE)


@calm
@given(crowded_plans(), st.integers(0, 99), st.integers(2, 6), st.sampled_from([None, 2, 4]))
def test_no_plan_is_later_in_the_model_than_it_is(
    plan: Project, luck: int, day: int, last: int | None
) -> None:
    tasks = tuple(replace(t, deadline=at(f"03-0{day} 12:00")) if t.id > "t01" else t for t in plan.tasks)
    ends = at(f"03-0{last} 17:00") if last else None
    search = searched(replace(plan, tasks=tasks, deadline=ends), luck=luck)
    if search.flag or not worth_asking(search):
        return
    _, request = asked(search, late=True)
    state, solver = solved(request, fixed=True)
    assert state in (cp.OPTIMAL, cp.FEASIBLE)
    late = solver.objective_value // (request["horizon"] + 1)
    assert late <= FINENESS * search.best.price[TARDY]


def test_a_late_plan_is_made_as_little_late_as_can_be() -> None:
    days = (3, 2, 1)
    tasks = [task(f"t{n}", days[n], deadline=at("03-02 17:00")) for n in range(3)]
    plan = crowded(*tasks, assignments=tuple(Assignment(t.id, "ann") for t in tasks))
    options = LevelOptions()
    search = Search(layout([prepare(plan, options)], options), goal=Goal.FINISH, seed=1)
    search.start_with(np.arange(search.plan.nodes), rounds=0)
    before = search.best.price[TARDY]
    with Exact() as exact:
        exact.consult(search, seconds=60, seed=1)
        assert exact.done.wait(60)
        exact.consult(search, seconds=60, seed=1)
    # From Monday the shortest first: done on Monday, Wednesday and, after the weekend, the next Monday.
    assert (before, search.best.price[TARDY]) == ((2 + 4 + 7) * 1440, (2 + 7) * 1440)


def test_what_lies_beyond_the_finish_and_holds_nobody_is_not_in_the_model() -> None:
    breaks = (Split(Minutes(60), Minutes(240)),)
    idle = task("idle", 0, active=False, elapsed_duration=True, splits=breaks)
    plan = crowded(
        task("first", 0.25, elapsed_duration=True, splits=breaks), idle, task("other", 0.25),
        links=(Link("first", "idle", lag=Lag(240)),), assignments=(Assignment("other", "ann"),),
    )  # fmt: skip
    _, request = asked(searched(plan, luck=0))
    assert solved(request, fixed=True)[0] == cp.OPTIMAL


@calm
@given(crowded_plans(most=5, plain=True), st.integers(0, 99))
def test_no_order_ends_before_the_proved_bound(plan: Project, luck: int) -> None:
    search = searched(plan, luck=luck)
    model, request = asked(search)
    state, solver = solved(request, fixed=False)
    assert state == cp.OPTIMAL
    bound = model.axis.date(round(solver.best_objective_bound) * model.unit)
    for other in range(8):
        assert searched(plan, luck=other).best.price[FINISH] >= bound


def test_the_ways_of_a_task_are_in_the_model() -> None:
    quick = Mode("quick", Minutes(480), (("crew", 3.0),))
    tasks = [task(f"t{n}", 3, modes=(quick,)) for n in range(3)]
    plan = crowded(*tasks, assignments=tuple(Assignment(t.id, "ann") for t in tasks))
    model, request = asked(searched(plan, luck=1))
    state, solver = solved(request, fixed=False)
    # The crew needs three days for all; with ann on one of them, no fewer.
    assert (state, round(solver.objective_value) * model.unit) == (cp.OPTIMAL, 3 * 480)


def test_a_proof_ends_the_search_and_its_process_is_reaped(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[subprocess.Popen[str]] = []
    real = subprocess.Popen

    def spy(*args: Any, **options: Any) -> subprocess.Popen[str]:
        started.append(real(*args, **options))
        return started[-1]

    monkeypatch.setattr(subprocess, "Popen", spy)
    found = level(puzzle(), seconds=600)
    assert found.optimal
    assert resource_violations(found.project, found.schedule, original=puzzle()) == []
    assert schedule(found.project) == found.schedule
    assert len(started) == 1
    assert all(process.returncode is not None for process in started)


def test_a_number_of_schedules_leaves_cp_sat_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "Popen", None)
    assert not level(puzzle(), work=60).optimal


def puzzle() -> Project:
    """Work of two people that no rule of energy proves: three tasks of two days in pairs."""
    tasks = [task(f"t{n}", 2) for n in range(3)]
    pairs = [("t0", "ann"), ("t0", "crew"), ("t1", "crew"), ("t1", "cat"), ("t2", "cat"), ("t2", "ann")]
    units = {"ann": 1.0, "crew": 3.0, "cat": 1.0}
    return crowded(
        *tasks, task("end", 0), assignments=tuple(Assignment(t, r, units[r]) for t, r in pairs),
        links=tuple(Link(t.id, "end") for t in tasks),
    )  # fmt: skip
