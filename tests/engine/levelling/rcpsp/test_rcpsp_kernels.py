"""The compiled search and its plain twin do the same, step by step."""

from itertools import pairwise

import numpy as np
import pytest
from test_rcpsp_answers import crowded

from northline.engine.levelling.rcpsp.arrays import compile_problem
from northline.engine.levelling.rcpsp.kernels import breeding, children, evolve
from northline.engine.levelling.rcpsp.kernels.chance import draw
from northline.engine.levelling.rcpsp.kernels.schedules import place
from northline.engine.levelling.rcpsp.model import Activity, Mode, Problem
from northline.engine.levelling.rcpsp.pool import net_of, new_pool

WIDE = Problem(
    tuple(
        Activity(f"a{at}", (Mode(1 + at % 4, tuple(1 + at % k for k in range(1, 10))),)) for at in range(12)
    ),
    capacities=tuple(10**6 if k % 2 else 12 for k in range(9)),
)


@pytest.mark.parametrize("problem", [crowded(20), crowded(12, modes=3), WIDE], ids=["one", "modes", "words"])
def test_compiled_and_plain_search_agree(problem: Problem) -> None:
    arrays = compile_problem(problem)
    pools = []
    for run in (evolve(), breeding.evolve):
        pool = new_pool(arrays, size=20, seed=3, target=0)
        run(net_of(arrays), pool, 240)
        pools.append(pool)
    compiled, plain = pools
    for mine, theirs in zip(compiled, plain, strict=True):
        np.testing.assert_array_equal(mine, theirs)


def test_justification_never_lengthens_a_schedule() -> None:
    arrays = compile_problem(crowded(30))
    net, pool = net_of(arrays), new_pool(arrays, size=4, seed=1, target=0)
    for _ in range(30):
        children.found(net, pool)
        first = place(
            net, pool.child, pool.duration, pool.need, net.pred_ptr, net.pred, pool.free, pool.finish
        )
        assert breeding.judge(net, pool) <= first


def test_the_list_of_a_schedule_gives_the_schedule_back() -> None:
    arrays = compile_problem(crowded(30))
    net, pool = net_of(arrays), new_pool(arrays, size=4, seed=1, target=0)
    children.found(net, pool)
    made = breeding.judge(net, pool)
    before = pool.finish.copy()
    again = place(net, pool.child, pool.duration, pool.need, net.pred_ptr, net.pred, pool.free, pool.finish)
    assert again == made
    np.testing.assert_array_equal(before, pool.finish)


def test_a_schedule_gives_back_all_that_it_borrowed() -> None:
    arrays = compile_problem(WIDE)
    net, pool = net_of(arrays), new_pool(arrays, size=4, seed=1, target=0)
    fresh = pool.free.copy()
    children.found(net, pool)
    breeding.judge(net, pool)
    np.testing.assert_array_equal(pool.free, fresh)


def test_draws_spread_evenly() -> None:
    figures = np.array([88_675_123])
    counts = [0] * 8
    for _ in range(8000):
        counts[draw(figures, 8)] += 1
    assert all(abs(count - 1000) < 150 for count in counts)


def test_children_keep_the_order_of_links() -> None:
    arrays = compile_problem(crowded(30))
    net, pool = net_of(arrays), new_pool(arrays, size=10, seed=1, target=0)
    breeding.evolve(net, pool, 30)
    for first, second in pairwise(range(10)):
        children.cross(net, pool, first, second)
        children.mutate(net, pool)
        at = {int(i): k for k, i in enumerate(pool.child)}
        assert sorted(at) == list(range(30))
        for i in range(30):
            assert all(at[int(p)] < at[i] for p in net.pred[net.pred_ptr[i] : net.pred_ptr[i + 1]])
