"""Windows bred one after another: as the plain twin does it, within all rules, never to a plan's harm, bound to seed and limits."""

import random
from dataclasses import replace
from importlib import import_module
from itertools import count
from types import ModuleType
from typing import Any
from unittest.mock import patch

import numpy as np
import pytest
from crowded_plans import crowded, crowded_plans
from engine_plans import task
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_level_limits import Costly
from test_level_workers import crowd

from northline.engine import (
    Assignment,
    Lag,
    Link,
    Project,
    Resource,
    resource_violations,
    schedule,
)
from northline.engine.levelling.plans import Goal, LevelOptions, level
from northline.engine.levelling.plans.kernels import compiled, twin
from northline.engine.levelling.plans.layout import layout
from northline.engine.levelling.plans.prepare import prepare
from northline.engine.levelling.plans.relay import Relay
from northline.engine.levelling.plans.search import Search
from northline.engine.levelling.plans.windows import PROFILE, Windows, worth_windows

calm = settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture
def all_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every plan is searched by windows too, and soon."""
    monkeypatch.setattr(windows(), "LARGE", 1)
    monkeypatch.setattr(import_module(Relay.__module__), "FIRST", 10)


def windows() -> ModuleType:
    """The module whose figures say how large windows are."""
    return import_module(Windows.__module__)


def crews(size: int, *, seed: int = 1) -> Project:
    """Tasks for two crews on different weeks that each can do a few of them at once, with links among them."""
    luck = random.Random(seed)
    made = [task(f"t{n:03}", luck.choice([0.5, 1, 2, 3])) for n in range(size)]
    assigned = [
        Assignment(t.id, crew, float(luck.randint(1, 6)))
        for t in made
        for crew in ("north", "south")
        if luck.random() < 0.7
    ]
    links = {(luck.randrange(max(0, n - 10), n), n) for n in range(1, size)}
    return crowded(
        *made, links=tuple(Link(f"t{a:03}", f"t{b:03}") for a, b in sorted(links)), assignments=tuple(assigned),
        resources=(Resource(id="north", capacity=8.0), Resource(id="south", calendar="half", capacity=7.0)),
    )  # fmt: skip


def started(plan: Project, *, seed: int = 1) -> Search:
    options = LevelOptions()
    search = Search(layout([prepare(plan, options)], options), goal=Goal.FINISH, seed=seed)
    for keys in search.rules()[:3]:
        search.start_with(keys)
    return search


def counted(search: Search) -> list[int]:
    """The figures of the best plan in the order in which they count."""
    figures: list[int] = search.herd.best_price[search.herd.goal].tolist()
    return figures


def test_compiled_and_plain_windows_agree(monkeypatch: pytest.MonkeyPatch) -> None:
    if compiled() is None:
        pytest.skip("numba is not installed")
    monkeypatch.setattr(windows(), "LEAST", 10)
    monkeypatch.setattr(windows(), "DEEP", 0)
    swept = []
    for run in (compiled(), twin()):
        search = started(crews(40))
        search.run = run
        made = Windows(search)
        made.advance(10_000)
        swept.append((made, search))
    (fast, one), (plain, other) = swept
    np.testing.assert_array_equal(fast.order, plain.order)
    np.testing.assert_array_equal(fast.herd.price, plain.herd.price)
    np.testing.assert_array_equal(one.best.start, other.best.start)
    assert (one.tried, fast.laid) == (other.tried, plain.laid)


@calm
@given(crowded_plans(most=9), st.integers(1, 80), st.integers(0, 5), st.sampled_from([1, 2]))
def test_every_answer_by_windows_keeps_all_rules_and_is_what_the_engine_dates(
    plan: Project, work: int, seed: int, workers: int
) -> None:
    with patch.object(windows(), "LARGE", 1), patch.object(windows(), "LEAST", 3):
        found = level(plan, work=work, seed=seed, workers=workers)
    assert schedule(found.project) == found.schedule
    left = {(o.resource, o.tasks) for o in found.overloads}
    broken = resource_violations(found.project, found.schedule, original=plan)
    assert bool(broken) <= bool(left)


@calm
@given(crowded_plans(most=9), st.integers(0, 60))
def test_windows_never_make_an_answer_worse(plan: Project, schedules: int) -> None:
    search = started(plan)
    before = counted(search)
    with patch.object(windows(), "LEAST", 3), patch.object(windows(), "DEEP", 0):
        sweeps = Windows(search)
        sweeps.advance(schedules)
        between = counted(search)
        sweeps.conclude()
    assert counted(search) <= between <= before


@pytest.mark.usefixtures("all_large")
@pytest.mark.parametrize("workers", [1, 2])
def test_the_same_seed_work_and_workers_give_the_same_answer_by_windows(workers: int) -> None:
    first, second = (level(crews(40), work=250, workers=workers, seed=4) for _ in range(2))
    assert (first.projects, first.tried) == (second.projects, second.tried)
    assert first.tried <= 250 + 3 * workers


@pytest.mark.usefixtures("all_large")
def test_more_schedules_find_a_sooner_finish_by_windows() -> None:
    ends = [level(crews(60, seed=3), work=work, seed=2).finish for work in (5, 400)]
    assert ends[1] < ends[0]


def test_windows_find_what_breeding_does_not_find_with_as_many_schedules(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if compiled() is not None:
        monkeypatch.setenv("NORTHLINE_JIT", "on")
    sooner = 0
    for seed in range(1, 6):
        plan = crews(300, seed=seed)
        bred = level(plan, work=600, seed=seed)
        with patch.object(windows(), "LARGE", 1):
            swept = level(plan, work=600, seed=seed)
        assert resource_violations(swept.project, swept.schedule, original=plan) == []
        sooner += (swept.finish < bred.finish) - (swept.finish > bred.finish)
    assert sooner > 0


def test_breeding_a_window_leaves_all_that_goes_before_it_alone() -> None:
    search = started(crews(40))
    sweeps = Windows(search)
    search.look_at(search.best.start)
    order = search.state.order.copy()
    sweeps.wish = search.best.taken
    sweeps._leave(order[:20])
    starts = search.state.begin[order[:20]].copy()
    base = [getattr(sweeps.pool, f"base_{name}").copy() for name in PROFILE]
    sweeps._show(order[20:35])
    for _ in sweeps._found(order[20:35]):
        pass
    for _ in sweeps._breed(15):
        pass
    np.testing.assert_array_equal(search.state.begin[order[:20]], starts)
    for was, name in zip(base, PROFILE, strict=True):
        np.testing.assert_array_equal(getattr(sweeps.pool, f"base_{name}"), was)
    assert sorted(sweeps._bred(order[20:35])) == sorted(order[20:35])


def test_a_sweep_puts_nobody_before_those_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(windows(), "LEAST", 8)
    monkeypatch.setattr(windows(), "DEEP", 0)
    search = started(crews(40))
    sweeps = Windows(search)
    sweeps.advance(10_000)
    net, at = search.plan.net, {int(v): place for place, v in enumerate(sweeps.order)}
    assert sorted(at) == np.flatnonzero(net.counts >= 0).tolist()
    for v, place in at.items():
        assert all(at[int(p)] < place for p in net.source[net.ptr[v] : net.ptr[v + 1]])


def test_a_sweep_that_is_broken_off_counts_as_far_as_it_came(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(windows(), "LEAST", 8)
    monkeypatch.setattr(windows(), "DEEP", 0)
    search = started(crews(60))
    sweeps = Windows(search)
    sweeps.advance(40)
    assert sweeps.sweeping
    before, made = counted(search), search.tried
    sweeps.conclude()
    assert not sweeps.sweeping
    assert counted(search) <= before
    assert made < search.tried <= made + 3


@pytest.mark.usefixtures("all_large")
@pytest.mark.parametrize("patience", [0, 3, 12, 25])
def test_cancelling_amid_a_sweep_returns_the_best_so_far(patience: int) -> None:
    looks = count()
    plan = crews(40)
    found = level(plan, seconds=600, cancelled=lambda: next(looks) >= patience)
    assert resource_violations(found.project, found.schedule, original=plan) == []
    assert next(looks) <= patience + 12


@pytest.mark.usefixtures("all_large")
@pytest.mark.parametrize("pace", [0.013, 0.03, 0.045])
def test_no_window_is_bred_that_would_end_past_the_limit(
    monkeypatch: pytest.MonkeyPatch, pace: float
) -> None:
    # CP-SAT is heard when it has something to say, not when this clock says so.
    monkeypatch.setattr(
        import_module("northline.engine.levelling.plans.level"), "worth_asking", lambda _: False
    )
    clock = Costly(monkeypatch, pace=pace, lay=0.0)
    run, made = Windows._run, []

    def costs(sweeps: Windows, *args: Any) -> None:
        before = sweeps.laid
        run(sweeps, *args)
        clock.now += (sweeps.laid - before) / sweeps.size * pace
        made.append(sweeps.laid - before)

    monkeypatch.setattr(Windows, "_run", costs)
    plan = crews(40)
    found = level(plan, seconds=5.0, clock=clock)
    assert made
    assert clock.now <= 5.0
    assert resource_violations(found.project, found.schedule, original=plan) == []


def test_windows_are_for_large_plans_whose_finish_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    plan = crowd()
    assert not worth_windows(started(plan))
    monkeypatch.setattr(windows(), "LARGE", 1)
    assert worth_windows(started(plan))
    lagged = replace(plan, links=(Link("t00", "t03", longest=Lag(960)),))
    assert not worth_windows(started(lagged))
    options = LevelOptions(goal=Goal.STABILITY)
    settled = Search(layout([prepare(plan, options)], options), goal=Goal.STABILITY, seed=1)
    assert not worth_windows(settled)
