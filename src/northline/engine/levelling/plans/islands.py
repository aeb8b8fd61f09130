"""Several searches side by side on threads, which tell each other the best that they have.

Each has a seed and arrays of its own. They breed in step and exchange after fixed numbers of rounds, so that the same seed,
work and number of workers give the same answer. Island model: Cohoon, Hegde, Martin and Richards (1987).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager
from copy import deepcopy

from northline.engine.levelling.plans.kernels.evolve import beats
from northline.engine.levelling.plans.kernels.shapes import MODULUS
from northline.engine.levelling.plans.limits import CHILD
from northline.engine.levelling.plans.relay import Relay
from northline.engine.levelling.plans.search import Search, never

ROUNDS = 5  # between two exchanges
HERD = ("start", "taken", "torn", "price")
BEST = (
    "best_start",
    "best_finish",
    "best_delay",
    "best_taken",
    "best_cuts",
    "best_cut_at",
    "best_cut_for",
    "best_price",
)


@contextmanager
def islands(lead: Search, *, workers: int) -> Iterator[Islands]:
    """The lead's search and `workers` less one beside it, which begin with what the lead has found so far."""
    if workers == 1:
        yield Islands([lead])
        return
    with ThreadPoolExecutor(workers) as pool:
        searches = [lead, *(_beside(lead, number) for number in range(1, workers))]
        yield Islands(searches, pool)


class Islands:
    """Searches that breed in step; the best of all is always the lead's best."""

    def __init__(self, searches: list[Search], pool: Executor | None = None) -> None:
        self.searches, self.lead = searches, searches[0]
        self.relays = [Relay(s) for s in searches]
        self._map = map if pool is None else pool.map
        self._rounds = 0

    def fill(self, *, until: Callable[[], bool] = never) -> None:
        """Complete every population, each with luck of its own, unless the time is up."""
        self._all(lambda r: r.search.fill(until=until))

    def tear(self, *, until: Callable[[], bool] = never) -> None:
        """From now on tasks may be interrupted; every population is placed anew, unless the time is up."""
        self._all(lambda r: r.search.tear(until=until))

    def breed(self, schedules: int) -> int:
        """Make about so many more schedules in all; how many were made."""
        each = -(-schedules // len(self.searches))
        before = self.lead.tried
        self._all(lambda r: r.breed(each))
        self._rounds += 1
        if self._rounds % ROUNDS == 0:
            self.exchange()
        return self.lead.tried - before

    @property
    def owed(self) -> int:
        """Schedules that it may take to conclude."""
        return CHILD * len(self.relays) * any(r.owes for r in self.relays)

    def conclude(self) -> None:
        """Sweep no more windows; what is under way counts as far as it has come."""
        self._all(Relay.conclude)

    def _all(self, do: Callable[[Relay], object]) -> None:
        """Let every search do something, and leave what counts with the lead."""
        others = self.searches[1:]
        for search in others:
            search.floor, search.tried = self.lead.floor, 0
        list(self._map(do, self.relays))
        for search in others:
            self.lead.tried += search.tried
            self.lead.plan.time.flag[0] |= search.plan.time.flag[0]
            if beats(search.herd.best_price, self.lead.herd.best_price, self.lead.herd):
                _copy_best(search, self.lead)

    def exchange(self) -> None:
        """Give each the best of the one before it in place of its worst."""
        if len(self.searches) == 1:
            return
        ranked = [s.ranked for s in self.searches]
        gifts = [
            [getattr(s.herd, name)[places[0]].copy() for name in HERD]
            for s, places in zip(self.searches, ranked, strict=True)
        ]
        for turn, (search, places) in enumerate(zip(self.searches, ranked, strict=True)):
            for name, row in zip(HERD, gifts[turn - 1], strict=True):
                getattr(search.herd, name)[places[-1]] = row


def _beside(lead: Search, number: int) -> Search:
    """A search like the lead's on arrays of its own, with other luck."""
    plan = lead.plan
    shared = {id(part): part for part in (plan.plans, plan.uses)}
    search = Search(deepcopy(plan, shared), goal=lead.goal, seed=0)
    search.floor = lead.floor
    for name in ("tears", *HERD, *BEST):
        getattr(search.herd, name)[:] = getattr(lead.herd, name)
    search.count = lead.count
    search.herd.luck[0] = 1 + (int(lead.herd.luck[0]) + 104_729 * number) % (MODULUS - 2)
    return search


def _copy_best(giver: Search, taker: Search) -> None:
    for name in BEST:
        getattr(taker.herd, name)[:] = getattr(giver.herd, name)
