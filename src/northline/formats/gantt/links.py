"""The lines between bars: drawn over all pages at once, and cut to each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from northline.formats.gantt.bars import CRITICAL_DONE, ROW, milestone_at
from northline.formats.gantt.scale import Scale
from northline.formats.gantt.values import Chart, Row, Tie
from northline.formats.roadmap.paper import Shape, Stroke

LINE = "#7b8794"
STUB, MIDDLE, TIP = 4.0, 6.5, 2.4

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Frame:
    """The rectangle that a page shows of the chart, which begins at the row `first`."""

    left: float
    top: float
    right: float
    bottom: float
    first: int

    def y(self, row: int) -> float:
        """The middle of a row's bar, which may lie on another page."""
        return self.top + (row - self.first) * ROW + MIDDLE


def lines(chart: Chart, ties: tuple[Tie, ...], scale: Scale, frame: Frame) -> Iterator[Shape]:
    """What of these ties lies on the page."""
    for tie in ties:
        before, after = chart.rows[tie.before], chart.rows[tie.after]
        if not (before.start and before.finish and after.start and after.finish):
            continue
        path = _path(tie, before, after, scale, frame)
        colour = CRITICAL_DONE if before.critical and after.critical else LINE
        for start, end in pairwise(path):
            yield from _cut(start, end, frame, colour)
        yield from _tip(path, frame, colour)


def _path(tie: Tie, before: Row, after: Row, scale: Scale, frame: Frame) -> list[Point]:
    """Out of one bar, along, and into the other; around where it would go back through one."""
    leaves = 1 if tie.kind[0] == "F" else -1
    enters = 1 if tie.kind[1] == "S" else -1
    out, into = _end(before, tie.kind[0], scale), _end(after, tie.kind[1], scale)
    y, to_y = frame.y(tie.before), frame.y(tie.after)
    near, far = out + leaves * STUB, into - enters * (STUB + 1)
    if leaves != enters:  # both at the same side
        x = max(near, far) if leaves == 1 else min(near, far)
        return [(out, y), (x, y), (x, to_y), (into, to_y)]
    if (into - near) * leaves >= TIP:
        return [(out, y), (near, y), (near, to_y), (into, to_y)]
    between = y + (ROW / 2 if to_y > y else -ROW / 2)
    return [(out, y), (near, y), (near, between), (far, between), (far, to_y), (into, to_y)]


def _end(row: Row, end: str, scale: Scale) -> float:
    assert row.start is not None
    assert row.finish is not None
    if row.kind == "milestone":
        return milestone_at(row, scale) + (4 if end == "F" else -4)
    return scale.from_(row.start) if end == "S" else scale.until(row.finish)


def _cut(start: Point, end: Point, frame: Frame, colour: str) -> Iterator[Shape]:
    """The part of a level or upright line that lies within the frame."""
    (x, y), (to_x, to_y) = start, end
    x, to_x = min(x, to_x), max(x, to_x)
    y, to_y = min(y, to_y), max(y, to_y)
    if to_x < frame.left or x > frame.right or to_y < frame.top or y > frame.bottom:
        return
    x, to_x = max(x, frame.left), min(to_x, frame.right)
    y, to_y = max(y, frame.top), min(to_y, frame.bottom)
    yield Stroke(x, y, to_x, to_y, colour, 0.6)


def _tip(path: list[Point], frame: Frame, colour: str) -> Iterator[Shape]:
    (x, _), (to_x, y) = path[-2:]
    back = -TIP if to_x >= x else TIP
    if frame.left <= to_x + back and frame.left <= to_x <= frame.right and frame.top <= y <= frame.bottom:
        yield Stroke(to_x + back, y - TIP * 0.8, to_x, y, colour, 0.8)
        yield Stroke(to_x + back, y + TIP * 0.8, to_x, y, colour, 0.8)
