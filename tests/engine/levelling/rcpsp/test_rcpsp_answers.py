"""What holds for every answer of the solver, on small problems made up by hypothesis."""

from dataclasses import replace
from itertools import permutations, product
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from northline.engine.levelling.rcpsp import (
    Activity,
    BeyondCapacity,
    Mode,
    NothingFits,
    Problem,
    solve,
    violations,
)
from northline.engine.levelling.rcpsp.arrays import compile_problem
from northline.engine.levelling.rcpsp.bounds import lower_bound

BUDGET = 300


@st.composite
def problems(draw: st.DrawFn, largest: int = 9, modes: int = 1) -> Problem:
    """A problem whose activities all fit, with links from earlier to later ones."""
    resources = draw(st.integers(0, 3))
    capacities = tuple(draw(st.integers(1, 6)) for _ in range(resources))
    stocks = (draw(st.integers(8, 20)),) if modes > 1 else ()
    count = draw(st.integers(1, largest))
    activities = []
    for at in range(count):
        ways = tuple(
            Mode(
                draw(st.integers(0, 5)),
                tuple(draw(st.integers(0, c)) for c in capacities),
                tuple(draw(st.integers(0, 4)) for _ in stocks),
            )
            for _ in range(draw(st.integers(1, modes)))
        )
        later = range(at + 1, count)
        after = draw(st.lists(st.sampled_from(later), max_size=2, unique=True)) if later else []
        activities.append(Activity(f"a{at}", ways, tuple(f"a{k}" for k in after)))
    try:
        return Problem(tuple(activities), capacities, stocks)
    except NothingFits:
        return Problem(tuple(activities), capacities, tuple(1000 for _ in stocks))


def earliest(problem: Problem, order: tuple[int, ...], modes: tuple[Mode, ...]) -> int:
    """The makespan of one list, by the book: a simple independent schedule generator."""
    load: dict[tuple[int, int], int] = {}
    ends: dict[str, int] = {}
    for at in order:
        activity, mode = problem.activities[at], modes[at]
        waits = [a.id for a in problem.activities if activity.id in a.successors]
        start = max((ends[each] for each in waits), default=0)
        while mode.duration and any(
            load.get((t, r), 0) + need > problem.capacities[r]
            for t in range(start, start + mode.duration)
            for r, need in enumerate(mode.needs)
        ):
            start += 1
        for t in range(start, start + mode.duration):
            for r, need in enumerate(mode.needs):
                load[t, r] = load.get((t, r), 0) + need
        ends[activity.id] = start + mode.duration
    return max(ends.values())


def optimum(problem: Problem) -> int:
    """The best over all lists and modes."""
    best = 10**9
    sizes = range(len(problem.activities))
    position = problem.index
    for order in permutations(sizes):
        rank = {at: k for k, at in enumerate(order)}
        if any(rank[at] > rank[position[s]] for at in sizes for s in problem.activities[at].successors):
            continue
        for modes in product(*(a.modes for a in problem.activities)):
            spent = [sum(m.uses[r] for m in modes) for r in range(len(problem.stocks))]
            if all(s <= stock for s, stock in zip(spent, problem.stocks, strict=True)):
                best = min(best, earliest(problem, order, modes))
    return best


@given(problems(largest=14))
@settings(max_examples=40, deadline=None)
def test_every_answer_is_feasible_and_not_below_its_bound(problem: Problem) -> None:
    answer = solve(problem, schedules=BUDGET)
    assert violations(problem, answer.starts, answer.modes) == []
    ends = [answer.starts[a.id] + a.modes[answer.modes[a.id] - 1].duration for a in problem.activities]
    assert answer.makespan == max(ends)
    assert answer.lower_bound <= answer.makespan
    assert answer.optimal == (answer.lower_bound == answer.makespan)


@given(problems(largest=10, modes=3))
@settings(max_examples=30, deadline=None)
def test_every_answer_in_several_modes_is_feasible(problem: Problem) -> None:
    answer = solve(problem, schedules=2000)
    assert violations(problem, answer.starts, answer.modes) == []


@given(problems(largest=5))
@settings(max_examples=30, deadline=None)
def test_tiny_problems_are_solved_to_the_optimum(problem: Problem) -> None:
    assert solve(problem, schedules=3000).makespan == optimum(problem)


@given(problems(largest=4, modes=2))
@settings(max_examples=20, deadline=None)
def test_tiny_problems_in_several_modes_are_solved_to_the_optimum(problem: Problem) -> None:
    assert solve(problem, schedules=6000).makespan == optimum(problem)


@given(problems(largest=5, modes=2))
@settings(max_examples=25, deadline=None)
def test_the_simple_bound_is_never_above_the_optimum(problem: Problem) -> None:
    assert lower_bound(compile_problem(problem)) <= optimum(problem)


@given(
    st.integers(1, 3).flatmap(
        lambda stocks: st.lists(
            st.lists(st.tuples(*[st.integers(0, 5)] * stocks), min_size=1, max_size=3), min_size=1, max_size=5
        )
    ),
    st.integers(1, 12),
)
@settings(max_examples=60, deadline=None)
def test_stocks_are_said_to_suffice_exactly_if_they_do(uses: list[list[tuple[int, ...]]], stock: int) -> None:
    stocks = (stock,) * len(uses[0][0])
    suffice = any(
        all(sum(column) <= stock for column in zip(*picked, strict=True)) for picked in product(*uses)
    )
    activities = tuple(
        Activity(f"a{at}", tuple(Mode(1, (), u) for u in each)) for at, each in enumerate(uses)
    )
    try:
        problem = Problem(activities, stocks=stocks)
        answer = solve(problem, schedules=6)
    except (NothingFits, BeyondCapacity):
        assert not suffice
    else:
        assert suffice
        assert violations(problem, answer.starts, answer.modes) == []


@given(problems(largest=9), st.randoms(use_true_random=False))
@settings(max_examples=25, deadline=None)
def test_listing_activities_in_another_order_leaves_the_answer(problem: Problem, luck: Random) -> None:
    shuffled = [
        replace(a, successors=tuple(luck.sample(a.successors, len(a.successors)))) for a in problem.activities
    ]
    luck.shuffle(shuffled)
    other = Problem(tuple(shuffled), problem.capacities, problem.stocks)
    here, there = solve(problem, schedules=60), solve(other, schedules=60)
    assert replace(there, seconds=here.seconds) == here


@given(problems(largest=5))
@settings(max_examples=15, deadline=None)
def test_longer_units_scale_the_optimum(problem: Problem) -> None:
    scaled = tuple(
        Activity(a.id, tuple(Mode(7 * m.duration, m.needs, m.uses) for m in a.modes), a.successors)
        for a in problem.activities
    )
    longer = solve(Problem(scaled, problem.capacities, problem.stocks), schedules=3000)
    assert longer.makespan == 7 * solve(problem, schedules=3000).makespan


@pytest.mark.parametrize("modes", [1, 3])
def test_the_same_seed_and_budget_give_the_same_answer_for_any_number_of_workers(modes: int) -> None:
    problem = crowded(30, modes=modes)
    answers = [solve(problem, schedules=9000, seed=5, workers=workers) for workers in (1, 2, 2, 1)]
    assert len({tuple(answer.starts.items()) for answer in answers}) == 1
    assert len({answer.schedules for answer in answers}) == 1


def test_a_budget_of_schedules_is_not_exceeded() -> None:
    for budget in (1000, 1001, 50):
        assert solve(crowded(30), schedules=budget).schedules <= budget


def crowded(count: int, *, modes: int = 1) -> Problem:
    """A problem that needs search: pseudo-random, always the same."""
    state = 7

    def next_below(limit: int) -> int:
        nonlocal state
        state = state * 48271 % 2147483647
        return state % limit

    activities = tuple(
        Activity(
            f"a{at}",
            tuple(
                Mode(1 + next_below(9), (next_below(7), next_below(7)), (next_below(9),))
                for _ in range(modes)
            ),
            tuple(f"a{k}" for k in {at + 1 + next_below(6), at + 1 + next_below(9)} if k < count),
        )
        for at in range(count)
    )
    return Problem(activities, (9, 8), (count * (8 if modes == 1 else 4),))
