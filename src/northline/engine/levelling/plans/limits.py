"""When a search stops: by the clock, by the number of schedules, or because somebody says so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from northline.engine.calendars import from_minute
from northline.engine.levelling.plans.kernels.shapes import FINISH
from northline.engine.levelling.plans.search import Search
from northline.engine.levelling.plans.values import Progress

PORTION = 20
# One child is laid forwards, backwards and forwards again.
CHILD = 3


@dataclass
class Limits:
    """When to stop, and whom to tell. By the clock nothing is begun that would end past the limit at the pace so far."""

    clock: Callable[[], float]
    seconds: float
    work: int | None
    cancelled: Callable[[], bool] | None
    on_progress: Callable[[Progress], None] | None
    workers: int = 1
    phase: int = 1
    phases: int = 1
    made: int = 0
    begun: float = field(init=False)
    # Seconds kept back for reading the answer off.
    kept: float = 0.0
    # Seconds to keep back for the order of the caller.
    back: float = 0.0
    # Seconds that a schedule takes.
    pace: float = 0.0
    # Seconds when the search began.
    ready: float = 0.0
    # Seconds and schedules at the last look at the clock.
    seen: tuple[float, int] = (0.0, 0)

    def __post_init__(self) -> None:
        self.begun = self.clock()

    def gone(self) -> float:
        """Seconds since the beginning."""
        return self.clock() - self.begun

    @property
    def over(self) -> bool:
        """Is the time of this phase up, or has somebody cancelled?"""
        if self.cancelled is not None and self.cancelled():
            return True
        return self.work is None and self.gone() >= self._until

    @property
    def for_search(self) -> float:
        """Seconds up to which may be searched."""
        return max(0.0, self.seconds - self.kept)

    @property
    def _until(self) -> float:
        return self.for_search * self.phase / self.phases

    def begin(self, *, pace: float) -> None:
        """The search begins, with a guess of how long a schedule takes."""
        self.ready, self.pace = self.gone(), pace
        self.seen = self.ready, 0

    def fits(self, schedules: int) -> bool:
        """Is there time for so many schedules at the pace known?"""
        if self.work is not None:
            return not self.over
        return not self.over and self.gone() + schedules * self.pace <= self._until

    def rounds(self, most: int, tried: int) -> int:
        """How many rounds of improvement, up to `most`, a schedule may get that is begun now; -1: not even itself."""
        if self.over or (self.work is not None and tried - self.made >= self.work):
            return -1
        if self.work is not None:
            return most
        return max(-1, min(most, (self._affordable(tried) - 1) // 2))

    def left(self, tried: int, *, owed: int = 0) -> int:
        """How many more schedules may be made before the next look at the clock, if so many are to be made after all
        others; 0: stop."""
        most = PORTION * self.workers
        if self.over:
            return 0
        if self.work is not None:
            return max(0, min(most, self.work - tried + self.made - owed))
        # The last child of each worker may make all but one of its schedules past the number asked for.
        there = self._affordable(tried) - (CHILD - 1) * self.workers - owed
        return min(most, there) if there >= self.workers else 0

    def within(self, share: float, tried: int) -> bool:
        """Is this share of the time, or of the schedules, not used up yet?"""
        if self.work is not None:
            return not self.over and tried < share * self.work
        since = self.ready
        there = self._affordable(tried) > 0
        return there and not self.over and self.gone() - since < share * (self._until - since)

    def tell(self, search: Search) -> None:
        """Report how far it is."""
        if self.on_progress is not None:
            finish = from_minute(int(search.best.price[FINISH]))
            self.on_progress(Progress(self.gone(), search.tried, finish, from_minute(search.floor)))

    def _affordable(self, tried: int) -> int:
        """Schedules that fit into the time left, at the pace since the last look."""
        (then, made), now = self.seen, self.gone()
        if tried > made:
            self.pace = (now - then) / (tried - made)
            self.seen = now, tried
        return int((self._until - now) / max(self.pace, 1e-9))
