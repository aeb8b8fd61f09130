"""How far a search in the background is, told now and then, and whether somebody wants it to stop."""

from __future__ import annotations

from abc import ABC, abstractmethod
from time import perf_counter

from northline.core import jobs

# How often the job tells how far it is; each time is a write.
A_WHILE = 0.4


class Telling(ABC):
    """Tells the job how far the search is, and the search when to stop."""

    def __init__(self, run: jobs.Run) -> None:
        self.run, self.stop = run, False
        self.begun = self.last = perf_counter()

    @abstractmethod
    def so_far(self) -> tuple[float, str]:
        """The share that is done, from 0 to 1, and a note on it."""

    def cancelled(self) -> bool:
        """Asked again and again by the search: at most every while it looks at the job."""
        now = perf_counter()
        if not self.stop and now - self.last >= A_WHILE:
            self.last = now
            share, note = self.so_far()
            try:
                self.run.report(int(100 * min(0.99, share)), of=100, unit=jobs.Unit.PERCENT, note=note)
            except jobs.Cancelled:
                self.stop = True
        return self.stop

    def refuse_cancelled(self) -> None:
        """Raises jobs.Cancelled where the search was asked to stop."""
        if self.cancelled():
            raise jobs.Cancelled
