"""Breeding whole plans and sweeping windows in turn: whichever gains more goes on; what gains nothing begins anew."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf

from northline.engine.levelling.plans.search import Search
from northline.engine.levelling.plans.windows import Windows, worth_windows

# Schedules that are bred in a turn: before the first sweep, and where there are no windows.
FIRST, ALONE = 100, 500
# Turns in a row without gain after which only the best of a population is kept.
PATIENCE = 2


@dataclass
class Way:
    """A way to search: how many turns in a row gained nothing, and what the last one gained for each schedule."""

    idle: int = 0
    gain: float = inf


class Relay:
    """A search that breeds, and where the plan is large sweeps windows in turn with that.

    A turn of windows is a sweep, one of breeding as many schedules as the last sweep took. Next goes the way with fewer turns
    in a row without gain, of equals the one that last gained more for each schedule; breeding goes first.
    """

    def __init__(self, search: Search) -> None:
        self.search = search
        self.windows = Windows(search) if worth_windows(search) else None
        self._breed, self._sweep = Way(), Way()
        self._now: Way | None = None
        self._cost, self._spent = ALONE if self.windows is None else FIRST, 0
        self._price = [0]
        self._concluded = False

    @property
    def owes(self) -> bool:
        """May a sweep be under way, after which the whole has to be laid anew?"""
        return self.windows is not None

    def breed(self, schedules: int) -> int:
        """Make about so many more schedules; how many were made."""
        if self._concluded:
            return self.search.breed(schedules)
        made = 0
        while made < schedules and not (self.search.perfect or self.search.flag):
            if self._now is None:
                self._begin()
            more = self._go(schedules - made)
            made += more
            self._spent += more
            self._end()
        return made

    def conclude(self) -> None:
        """What the sweep under way has found so far counts; from now on the population is bred as it is."""
        if self.windows is not None:
            self.windows.conclude()
        self.windows, self._concluded = None, True

    def _begin(self) -> None:
        ways = (self._breed,) if self.windows is None else (self._breed, self._sweep)
        self._now = min(ways, key=lambda way: (way.idle, -way.gain))
        self._spent, self._price = 0, self._figures()

    def _go(self, schedules: int) -> int:
        if self.windows is not None and self._now is self._sweep:
            return self.windows.advance(schedules)
        search, before = self.search, self.search.tried
        if search.count < search.size:
            search.fill(until=lambda: search.perfect or search.tried - before >= schedules)
            return search.tried - before
        return search.breed(min(schedules, self._cost))

    def _end(self) -> None:
        """Where the turn is over, note what it gained of the first figure that changed."""
        way = self._now
        if way is None or (self._under_way if way is self._sweep else self._spent < self._cost):
            return
        gained = next((a - b for a, b in zip(self._price, self._figures(), strict=True) if a != b), 0)
        way.gain = gained / max(1, self._spent)
        way.idle = 0 if gained > 0 else way.idle + 1
        self._now = None
        if way is self._sweep:
            self._cost = self._spent
        elif way.idle and way.idle % PATIENCE == 0:
            self.search.renew()

    @property
    def _under_way(self) -> bool:
        return self.windows is not None and self.windows.sweeping

    def _figures(self) -> list[int]:
        """All that counts but the distance from the current plan."""
        herd = self.search.herd
        figures: list[int] = herd.best_price[herd.goal[:-1]].tolist()
        return figures
