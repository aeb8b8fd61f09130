"""What stands in a row of the chart: bar, bracket or diamond, with what was agreed, what is due and who is on it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from northline.formats.gantt.scale import Scale
from northline.formats.gantt.values import Row
from northline.formats.roadmap.paper import INK, Box, Diamond, Label, Shape, Stroke
from northline.formats.roadmap.type import fitted

ROW = 14.0
BAR, GHOST = 7.0, 2.5
TASK, TASK_DONE = "#9cc4e0", "#1f6597"
CRITICAL, CRITICAL_DONE = "#f0b3aa", "#b3382c"
SUMMARY, MARK, AGREED, DUE = "#3b4652", "#1c2733", "#98a3ad", "#8a5a00"
NOTE = 6.5


def bar(row: Row, scale: Scale, y: float) -> Iterator[Shape]:
    """The shapes of a row whose upper edge is at `y`; nothing of them leaves the scale."""
    if row.baseline:
        yield from _agreed(row, scale, y)
    if row.start and row.finish and scale.from_(row.start) < scale.x + scale.width:
        if row.kind == "milestone":
            yield from _milestone(row, scale, y)
        else:
            yield from _stretch(row, scale, y)
        yield from _note(row, scale, y)
    if row.deadline:
        yield from due(row.deadline, scale, y)


def _stretch(row: Row, scale: Scale, y: float) -> Iterator[Shape]:
    assert row.start is not None
    assert row.finish is not None
    start, finish = scale.from_(row.start), max(scale.until(row.finish), scale.from_(row.start) + 1.5)
    left, right = scale.held(start), scale.held(finish)
    if right <= left:
        return
    if row.kind == "summary":
        yield Box(left, y + 4, right - left, 3, SUMMARY)
        if row.critical:
            yield Box(left, y + 2.2, right - left, 1, CRITICAL_DONE)
        for x, end in ((start, 1), (finish, -1)):
            if left <= x <= right and right - left > 5:
                yield Box(x if end == 1 else x - 2, y + 4, 2, 6, SUMMARY)
        return
    if row.inactive:
        yield Box(left, y + 3, right - left, BAR, INK.paper, AGREED, 1)
        return
    fill, done = (CRITICAL, CRITICAL_DONE) if row.critical else (TASK, TASK_DONE)
    # A critical bar has an edge, so that it stands out on grey paper too.
    yield Box(left, y + 3, right - left, BAR, fill, done if row.critical else "", 1)
    gone = scale.held(start + (finish - start) * row.percent / 100)
    if gone > left:
        yield Box(left, y + 5, gone - left, BAR - 4, done)


def _milestone(row: Row, scale: Scale, y: float) -> Iterator[Shape]:
    x = milestone_at(row, scale)
    if scale.x <= x <= scale.x + scale.width:
        yield Diamond(x, y + 6.5, 4.5, AGREED if row.inactive else CRITICAL_DONE if row.critical else MARK)
        if row.percent >= 100 or row.inactive:
            yield Diamond(x, y + 6.5, 2.8 if row.inactive else 1.8, INK.paper)


def milestone_at(row: Row, scale: Scale) -> float:
    """A milestone of a morning stands at its day's beginning, one of an evening at its end."""
    assert row.start is not None
    return scale.from_(row.start) if row.start.hour < 12 else scale.until(row.start)


def _agreed(row: Row, scale: Scale, y: float) -> Iterator[Shape]:
    assert row.baseline is not None
    start, finish = row.baseline
    if row.kind == "milestone":
        x = scale.from_(start) if start.hour < 12 else scale.until(start)
        if scale.x <= x <= scale.x + scale.width:
            yield Diamond(x, y + 8, 3.5, AGREED)
        return
    left, right = scale.held(scale.from_(start)), scale.held(scale.until(finish))
    if right > left:
        yield Box(left, y + 10.8, right - left, GHOST, AGREED)


def due(at: datetime, scale: Scale, y: float) -> Iterator[Shape]:
    """An arrow that points down at the end of the day by which it is due."""
    x = scale.until(at)
    if scale.x + 3 <= x <= scale.x + scale.width - 3:
        yield Stroke(x, y + 2, x, y + 10, DUE, 1.2)
        yield Stroke(x - 2.8, y + 7, x, y + 10.3, DUE, 1.2)
        yield Stroke(x + 2.8, y + 7, x, y + 10.3, DUE, 1.2)


def _note(row: Row, scale: Scale, y: float) -> Iterator[Shape]:
    """Who is on it, after the bar, where there is room."""
    assert row.finish is not None
    at = max(scale.until(row.finish), scale.until(row.deadline) if row.deadline else 0)
    x, end = at + (9 if row.kind == "milestone" else 6.5), scale.x + scale.width
    if not row.note or x < scale.x or x > end - 12:
        return
    text = fitted(row.note, room=end - x, size=NOTE)
    if text:
        yield Label(x, y + 2.8, end - x, text, NOTE, INK.soft)
