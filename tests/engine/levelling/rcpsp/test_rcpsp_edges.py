"""Refusals, limits, cancellation, CP-SAT's process, and what happens without it."""

import doctest
import subprocess
from importlib import import_module
from itertools import count

import pytest
from test_rcpsp_answers import crowded

from northline.engine.errors import BadValue, Cycle, DuplicateId, NegativeDuration, UnknownId
from northline.engine.levelling.rcpsp import (
    Activity,
    BeyondCapacity,
    Mode,
    NothingFits,
    Problem,
    exact,
    solve,
    violations,
)


def one(name: str, *modes: Mode, before: tuple[str, ...] = ()) -> Activity:
    return Activity(name, modes or (Mode(1),), before)


def test_an_empty_problem_takes_no_time() -> None:
    answer = solve(Problem(()), seconds=5)
    assert (answer.makespan, answer.starts, answer.optimal) == (0, {}, True)


def test_milestones_need_no_capacity() -> None:
    answer = solve(Problem((one("a", Mode(0, (5,))), one("b", Mode(2, (0,)))), capacities=(0,)), schedules=10)
    assert answer.makespan == 2


def test_an_activity_beyond_the_capacity_is_named() -> None:
    with pytest.raises(BeyondCapacity, match="4 of resource 1, which has 3") as refused:
        Problem((one("a"), one("big", Mode(1, (4,)))), capacities=(3,))
    assert refused.value.ids == ("big",)


def test_stocks_that_never_suffice_are_refused() -> None:
    with pytest.raises(NothingFits, match="holds 3"):
        Problem((one("a", Mode(1, (), (2,))), one("b", Mode(1, (), (2,)))), stocks=(3,))


def test_a_circle_is_named_in_order() -> None:
    ring = (one("x", before=("a",)), one("a", before=("b",)), one("b", before=("a", "y")), one("y"))
    with pytest.raises(Cycle) as refused:
        Problem(ring)
    assert sorted(refused.value.ids) == ["a", "b"]


@pytest.mark.parametrize(
    ("activities", "error"),
    [
        ((one("a"), one("a")), DuplicateId),
        ((one("a", before=("z",)),), UnknownId),
        ((one("a", Mode(-1)),), NegativeDuration),
        ((one("a", Mode(1, (-1,))),), BadValue),
        ((one("a", Mode(1, (1, 1))),), BadValue),
        ((Activity("a", ()),), BadValue),
    ],
)
def test_bad_values_are_refused(activities: tuple[Activity, ...], error: type[Exception]) -> None:
    with pytest.raises(error):
        Problem(activities, capacities=(2,))


@pytest.mark.parametrize("limits", [{"seconds": 0.0}, {"schedules": 0}, {"workers": 0}])
def test_impossible_limits_are_refused(limits: dict[str, int]) -> None:
    with pytest.raises(BadValue):
        solve(crowded(5), **limits)  # type: ignore[arg-type]


def test_cancelling_returns_the_best_so_far() -> None:
    looks = count()
    problem = crowded(40)
    answer = solve(problem, seconds=600, cancelled=lambda: next(looks) > 2)
    assert violations(problem, answer.starts, answer.modes) == []


def test_progress_only_gets_better() -> None:
    told: list[tuple[int, int]] = []
    answer = solve(crowded(40), schedules=9000, on_progress=lambda *now: told.append(now))
    assert told == sorted(told, key=lambda now: (-now[0], now[1]))
    assert told[-1] == (answer.makespan, answer.lower_bound)


def test_cp_sat_proves_and_its_process_is_reaped(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[subprocess.Popen[str]] = []
    real = subprocess.Popen

    def spy(*args: object, **options: object) -> subprocess.Popen[str]:
        started.append(real(*args, **options))  # type: ignore[call-overload]
        return started[-1]

    monkeypatch.setattr(subprocess, "Popen", spy)
    problem = crowded(14, modes=2)
    answer = solve(problem, seconds=60)
    assert answer.optimal
    assert violations(problem, answer.starts, answer.modes) == []
    assert all(process.returncode is not None for process in started)


def test_without_or_tools_the_search_goes_on_alone_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def enter(process: exact.Exact) -> exact.Exact:
        process._note({"missing": "OR-Tools cannot be imported."})
        process.done.set()
        return process

    monkeypatch.setattr(exact.Exact, "__enter__", enter)
    looks = count()
    problem = crowded(40)
    answer = solve(problem, seconds=600, cancelled=lambda: next(looks) > 20)
    assert violations(problem, answer.starts, answer.modes) == []
    assert "OR-Tools" in answer.notes[0]


@pytest.mark.parametrize("module", ["model", "check", "solve"])
def test_the_examples_run(module: str) -> None:
    found = doctest.testmod(import_module(f"northline.engine.levelling.rcpsp.{module}"))
    assert found.attempted > 0
    assert found.failed == 0
