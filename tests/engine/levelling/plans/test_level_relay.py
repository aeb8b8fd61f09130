"""Whose turn it is, breeding's or the windows', and when a population begins anew."""

import pytest
from test_level_windows import counted, crews, started, windows
from test_level_workers import crowd

from northline.engine.levelling.plans.relay import Relay
from northline.engine.levelling.plans.search import Search


class Told:
    """A way to search that gains what it is told to."""

    def __init__(self, search: Search, gains: list[int]) -> None:
        self.search, self.gains, self.turns = search, gains, 0
        self.sweeping = False

    def go(self, schedules: int) -> int:
        self.turns += 1
        finish = self.search.herd.goal[3]
        self.search.herd.best_price[finish] -= self.gains.pop(0) if self.gains else 0
        return schedules

    advance = go


def relay(
    monkeypatch: pytest.MonkeyPatch, *, sweeps: list[int], breeding: list[int]
) -> tuple[Told, Told, list[int]]:
    monkeypatch.setattr(windows(), "LARGE", 1)
    search = started(crowd())
    search.fill()
    search.floor, renewed = 0, []
    race = Relay(search)
    one, other = Told(search, sweeps), Told(search, breeding)
    race.windows = one  # type: ignore[assignment]
    monkeypatch.setattr(search, "breed", other.go)
    monkeypatch.setattr(search, "renew", lambda: renewed.append(other.turns))
    for _ in range(6):
        race.breed(100)
    return one, other, renewed


def test_the_way_that_gains_more_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    swept, bred, renewed = relay(monkeypatch, sweeps=[900] * 9, breeding=[100] * 9)
    assert (swept.turns, bred.turns, renewed) == (5, 1, [])


def test_the_way_that_gains_nothing_leaves_the_turn_to_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    swept, bred, renewed = relay(monkeypatch, sweeps=[], breeding=[100] * 9)
    assert (swept.turns, bred.turns, renewed) == (1, 5, [])


def test_where_neither_gains_they_take_turns_and_the_population_is_renewed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    swept, bred, renewed = relay(monkeypatch, sweeps=[], breeding=[])
    assert (swept.turns, bred.turns, renewed) == (3, 3, [2])


def test_a_population_is_renewed_around_the_best(monkeypatch: pytest.MonkeyPatch) -> None:
    search = started(crews(20))
    search.fill()
    best, others = counted(search), search.herd.start[1:].copy()
    search.renew()
    assert (search.count, search.herd.price[0].tolist()) == (1, search.herd.best_price.tolist())
    search.floor = 0
    Relay(search).breed(70)
    assert search.count == search.size
    assert (search.herd.start[1:] != others).any()
    assert counted(search) <= best
