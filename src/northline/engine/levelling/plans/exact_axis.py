"""One axis for plans on several calendars: the clock without the time in which nobody works."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass
from functools import cache

import numpy as np

from northline.engine.calendars import Ints
from northline.engine.kernels import NONE
from northline.engine.levelling.plans.kernels.shapes import Time

# A calendar that needs more lengths than this for the same work is taken at its shortest.
MOST_LENGTHS = 12


@dataclass(frozen=True)
class Spans:
    """Where work of some minutes may start on the axis, by the length that it then has there.

    `pieces` lists (length, sorted first and last positions); several lengths come of time off in between. `most` is
    the greatest length.
    """

    pieces: tuple[tuple[int, tuple[int, ...]], ...]
    most: int

    @property
    def least(self) -> int:
        """The shortest length."""
        return self.pieces[0][0] if self.pieces else 0

    @property
    def size(self) -> int:
        """How many stretches of positions there are."""
        return sum(len(bounds) // 2 for _, bounds in self.pieces)


class Axis:
    """Positions from 0 at minute `low` to `last` at minute `high`, in minutes of the union of some calendars."""

    def __init__(self, time: Time, calendars: Iterable[int], *, low: int, high: int) -> None:
        self._time = time
        self.low, self.high = low, high
        rows = [self._rows(c) for c in sorted(set(calendars))]
        begin = np.concatenate([b for b, _ in rows]) if rows else np.empty(0, np.int64)
        end = np.concatenate([e for _, e in rows]) if rows else np.empty(0, np.int64)
        self._begin, self._end = joined(begin, end)
        self._before = np.concatenate(([0], np.cumsum(self._end - self._begin)))
        self.last = int(self._before[-1])
        self._known: dict[tuple[bytes, bytes], int] = {}
        self.runs = cache(self._runs)
        self.spans = cache(self._spans)

    def at(self, t: int) -> int:
        """The position of date `t`; dates outside count as the ends."""
        row = int(np.searchsorted(self._begin, t, side="right")) - 1
        if row < 0:
            return 0
        return int(self._before[row] + min(t, self._end[row]) - self._begin[row])

    def date(self, x: int) -> int:
        """The earliest date at position `x`."""
        if x <= 0:
            return self.low
        row = int(np.searchsorted(self._before, x, side="left")) - 1
        return int(self._begin[row] + x - self._before[row])

    def pieces(self, *, beyond: int) -> list[tuple[int, int]]:
        """(last position, minute of the clock less position) of each stretch of the axis that ends after a position."""
        rows = range(int(np.searchsorted(self._before[1:], beyond, side="right")), len(self._begin))
        return [(int(self._before[r + 1]), int(self._begin[r] - self._before[r])) for r in rows]

    def gap(self, calendar: int) -> int:
        """The longest stretch of the axis in which a calendar does not work."""
        begin, end = self.runs(calendar)
        edges = np.concatenate((begin, [self.last])) - np.concatenate(([0], end))
        return int(edges.max(initial=0))

    def same(self, calendar: int) -> int:
        """The first calendar asked for that works at the same positions."""
        begin, end = self.runs(calendar)
        return self._known.setdefault((begin.tobytes(), end.tobytes()), calendar)

    def width(self, minutes: int) -> tuple[int, int]:
        """The least and the greatest length on the axis of `minutes` of the clock that begin within it."""
        edges = [self.low, self.high - minutes]
        corners = np.unique(
            np.concatenate((self._begin, self._end, self._begin - minutes, self._end - minutes, edges))
        )
        corners = corners[(corners >= self.low) & (corners + minutes <= self.high)]
        lengths = [self.at(int(t) + minutes) - self.at(int(t)) for t in (*corners, self.low)]
        return min(lengths), max(lengths)

    def shift(self, lag: int, calendar: int, *, among: Container[int]) -> int | None:
        """The least way on the axis that a lag stands for; none where it cannot be said.

        In elapsed time where there is no calendar; the hours of one that is not `among` those of the axis need not be hours of it.
        """
        if lag == 0:
            return 0
        if calendar == NONE:
            least, most = self.width(abs(lag))
            return least if lag > 0 else -most
        if calendar not in among:
            return 0 if lag > 0 else None
        if self.gap(calendar) == 0:
            return lag
        if lag > 0:
            return self.spans(calendar, lag).least
        spans = self.spans(calendar, -lag)
        return -(spans.most + self.gap(calendar)) if spans.pieces else None

    def _rows(self, calendar: int) -> tuple[Ints, Ints]:
        low, high = self._time.offset[calendar], self._time.offset[calendar + 1]
        begin = np.maximum(self._time.begin[low:high], self.low)
        end = np.minimum(self._time.end[low:high], self.high)
        return begin[begin < end], end[begin < end]

    def _runs(self, calendar: int) -> tuple[Ints, Ints]:
        begin, end = self._rows(calendar)
        ends = [np.array([self.at(int(t)) for t in side], np.int64) for side in (begin, end)]
        return joined(*ends)

    def _spans(self, calendar: int, minutes: int) -> Spans:
        begin, end = self.runs(calendar)
        before = np.concatenate(([0], np.cumsum(end - begin)))
        last = int(before[-1]) - minutes
        if last < 0 or not len(begin):
            return Spans((), 0)
        # Positions in the calendar's own minutes at which the run of the start or of the end changes.
        cuts = np.unique(np.concatenate((before[:-1], before[:-1] - minutes + 1)))
        cuts = cuts[(cuts >= 0) & (cuts <= last)]
        stops = np.concatenate((cuts[1:] - 1, [last]))
        first = np.searchsorted(before, cuts, side="right") - 1
        final = np.searchsorted(before, cuts + minutes, side="left") - 1
        offset = begin - before[:-1]
        lengths = minutes + offset[final] - offset[first]
        found: dict[int, list[int]] = {}
        for length, low, high, run in zip(lengths.tolist(), cuts, stops, first, strict=True):
            found.setdefault(length, []).extend((int(low + offset[run]), int(high + offset[run])))
        most = max(found)
        if len(found) > MOST_LENGTHS:
            bounds = sorted(b for piece in found.values() for b in piece)
            found = {min(found): bounds}
        return Spans(tuple((length, tuple(bounds)) for length, bounds in sorted(found.items())), most)


def joined(begin: Ints, end: Ints) -> tuple[Ints, Ints]:
    """The union of stretches, sorted, those that touch made one."""
    if not len(begin):
        return begin, end
    order = np.argsort(begin, kind="stable")
    begin, reach = begin[order], np.maximum.accumulate(end[order])
    fresh = np.concatenate(([True], begin[1:] > reach[:-1]))
    lasts = np.concatenate((np.flatnonzero(fresh)[1:] - 1, [len(begin) - 1]))
    return begin[fresh], reach[lasts]
