"""Windows bred one after another: as their plain twin does it, feasible, and bound to limits and seed."""

from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from itertools import count

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_rcpsp_answers import crowded, problems
from test_rcpsp_kernels import WIDE

from northline.engine.levelling.rcpsp import Problem, solve, violations
from northline.engine.levelling.rcpsp.arrays import Arrays, compile_problem
from northline.engine.levelling.rcpsp.bounds import lower_bound
from northline.engine.levelling.rcpsp.kernels import look, windows
from northline.engine.levelling.rcpsp.kernels.windows import BREED, CLOSE, OPEN
from northline.engine.levelling.rcpsp.pool import net_of
from northline.engine.levelling.rcpsp.windows import Half, Windows


@pytest.fixture
def all_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every problem of one mode is searched by windows."""
    monkeypatch.setattr(import_module(solve.__module__), "LARGE", 1)


def half_of(arrays: Arrays, *, low: int, high: int, length: int) -> Half:
    """The stretch from `low` to `high` of the activities in topological order, its first window open to be bred."""
    half = Half(arrays, net_of(arrays), seed=3)
    half.begin(np.arange(arrays.size), low, high, length=length, step=length // 2, children=60)
    return half


@pytest.mark.parametrize("problem", [crowded(40), WIDE], ids=["one word", "words"])
def test_compiled_and_plain_windows_agree(problem: Problem) -> None:
    arrays = compile_problem(problem)
    halves = []
    for run in (look(), windows.look):
        half = half_of(arrays, low=4, high=arrays.size, length=8)
        for what, amount in ((OPEN, 0), (BREED, 40), (CLOSE, 4)):
            run(half.net, half.pool, half.window, what, amount)
        halves.append(half)
    compiled, plain = halves
    for mine, theirs in zip(compiled.pool + compiled.window, plain.pool + plain.window, strict=True):
        np.testing.assert_array_equal(mine, theirs)


def test_breeding_a_window_leaves_everything_else_alone() -> None:
    arrays = compile_problem(crowded(40))
    half = half_of(arrays, low=10, high=40, length=15)
    free, finish = half.pool.free.copy(), half.pool.finish.copy()
    look()(half.net, half.pool, half.window, OPEN, 0)
    look()(half.net, half.pool, half.window, BREED, 50)
    np.testing.assert_array_equal(half.pool.free, free)
    np.testing.assert_array_equal(half.pool.finish[:10], finish[:10])
    np.testing.assert_array_equal(half.pool.finish[25:], finish[25:])
    look()(half.net, half.pool, half.window, CLOSE, 0)
    assert sorted(half.order[10:25]) == list(range(10, 25))
    np.testing.assert_array_equal(half.order[25:], range(25, 40))


def test_no_list_of_a_window_puts_anybody_before_those_waited_for() -> None:
    arrays = compile_problem(crowded(40))
    half = half_of(arrays, low=0, high=40, length=30)
    look()(half.net, half.pool, half.window, OPEN, 0)
    look()(half.net, half.pool, half.window, BREED, 50)
    for order in half.pool.orders:
        at = {int(i): k for k, i in enumerate(order)}
        for i, place in at.items():
            before = half.net.pred[half.net.pred_ptr[i] : half.net.pred_ptr[i + 1]]
            assert all(at[int(p)] < place for p in before)


def test_the_best_of_a_window_ends_no_later_than_the_line_that_it_began_with() -> None:
    arrays = compile_problem(crowded(60))
    half = half_of(arrays, low=0, high=60, length=40)
    look()(half.net, half.pool, half.window, OPEN, 0)
    begun = int(half.pool.fitness[0])
    look()(half.net, half.pool, half.window, BREED, 200)
    assert half.pool.fitness.min() < begun


@given(problems(largest=16), st.integers(1, 400), st.integers(0, 5))
@settings(max_examples=60, deadline=None)
def test_every_answer_by_windows_is_feasible_and_within_its_budget(
    problem: Problem, schedules: int, seed: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(import_module(solve.__module__), "LARGE", 1)
        answer = solve(problem, schedules=schedules, seed=seed)
    assert violations(problem, answer.starts, answer.modes) == []
    assert answer.lower_bound <= answer.makespan
    assert answer.schedules <= max(3, schedules)


@pytest.mark.usefixtures("all_large")
def test_the_same_seed_and_budget_give_the_same_answer_by_windows_for_any_number_of_workers() -> None:
    answers = [solve(crowded(120), schedules=900, seed=5, workers=workers) for workers in (1, 2, 2, 1)]
    assert len({tuple(answer.starts.items()) for answer in answers}) == 1
    assert 800 < answers[0].schedules <= 900


@pytest.mark.usefixtures("all_large")
def test_more_schedules_never_give_a_longer_plan_by_windows() -> None:
    spans = [solve(crowded(120), schedules=budget, seed=2).makespan for budget in (60, 300, 3000)]
    assert spans == sorted(spans, reverse=True)
    assert spans[-1] < spans[0]


@pytest.mark.usefixtures("all_large")
@pytest.mark.parametrize("patience", [0, 1, 7, 12])
def test_cancelling_between_windows_returns_the_best_so_far(patience: int) -> None:
    looks = count()
    problem = crowded(120)
    answer = solve(problem, seconds=600, cancelled=lambda: next(looks) >= patience)
    assert violations(problem, answer.starts, answer.modes) == []
    assert next(looks) <= patience + 2


@pytest.mark.usefixtures("all_large")
def test_a_limit_that_is_over_at_once_still_gives_an_answer() -> None:
    problem = crowded(120)
    answer = solve(problem, seconds=1e-9)
    assert violations(problem, answer.starts, answer.modes) == []


def test_a_sweep_that_is_broken_off_counts_as_far_as_it_came() -> None:
    arrays = compile_problem(crowded(120))
    search = Windows(arrays, seed=1, target=0, schedules=None)
    with ThreadPoolExecutor(1) as threads:
        while not search.sweeping:
            search.step(threads, seconds=1.0, lanes=1)
    before = search.makespan
    search.children = 4000.0
    search.halves[0].advance(20_000)
    assert not search.halves[0].done
    search.conclude()
    assert search.makespan <= before
    assert not search.sweeping


@given(problems(largest=12))
@settings(max_examples=60, deadline=None)
def test_the_work_bound_is_the_largest_over_all_pairs_of_head_and_tail(problem: Problem) -> None:
    arrays = compile_problem(problem)
    tails = arrays.late.max() - arrays.late
    best = int(arrays.late.max())
    for r, capacity in enumerate(problem.capacities):
        work = arrays.mode_duration * arrays.raw_need[:, r]
        for head in arrays.early[work > 0]:
            for tail in tails[work > 0]:
                among = int(work[(arrays.early >= head) & (tails >= tail)].sum())
                if among:
                    best = max(best, int(head + -(-among // capacity) + tail))
    assert lower_bound(arrays) == best
