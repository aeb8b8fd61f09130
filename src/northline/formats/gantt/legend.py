"""What the signs of a chart mean: only of those that are on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from northline.formats.gantt import bars
from northline.formats.gantt.values import Chart
from northline.formats.roadmap.paper import INK, Box, Diamond, Label, Shape, Stroke
from northline.formats.roadmap.type import width

SIZE, SIGN, GAP = 7.0, 14.0, 10.0

Sign = Callable[[float, float], Iterator[Shape]]


def legend(chart: Chart, *, right: float, y: float) -> Iterator[Shape]:
    """One line of signs with their names that ends at `right`."""
    x = right - legend_width(chart)
    for name, sign in _signs(chart):
        yield from sign(x, y)
        wide = width(name, size=SIZE)
        yield Label(x + SIGN + 4, y, wide + 2, name, SIZE, INK.soft)
        x += SIGN + 4 + wide + GAP


def legend_width(chart: Chart) -> float:
    """How long the line is, in points."""
    names = [name for name, _ in _signs(chart)]
    return sum(SIGN + 4 + width(name, size=SIZE) + GAP for name in names) - (GAP if names else 0)


def _signs(chart: Chart) -> Iterator[tuple[str, Sign]]:
    words, rows = chart.words, chart.rows
    if any(row.kind == "task" for row in rows):
        yield words.task, lambda x, y: iter([Box(x, y + 1, SIGN, 6, bars.TASK, radius=1)])
    if any(row.percent > 0 and row.kind == "task" for row in rows):
        yield words.done, _done
    if any(row.critical for row in rows):
        yield (
            words.critical,
            lambda x, y: iter([Box(x, y + 1, SIGN, 6, bars.CRITICAL, bars.CRITICAL_DONE, 1)]),
        )
    if any(row.inactive for row in rows):
        yield words.inactive, lambda x, y: iter([Box(x, y + 1, SIGN, 6, INK.paper, bars.AGREED, 1)])
    if any(row.kind == "summary" for row in rows):
        yield words.summary, lambda x, y: iter([Box(x, y + 2.5, SIGN, 3, bars.SUMMARY)])
    if any(row.kind == "milestone" for row in rows):
        yield words.milestone, lambda x, y: iter([Diamond(x + SIGN / 2, y + 4, 4, bars.MARK)])
    if any(row.baseline for row in rows):
        yield words.baseline, lambda x, y: iter([Box(x, y + 3, SIGN, bars.GHOST, bars.AGREED)])
    if chart.deadline or any(row.deadline for row in rows):
        yield words.deadline, _due
    if chart.status:
        yield (
            words.status,
            lambda x, y: iter([Stroke(x + SIGN / 2, y, x + SIGN / 2, y + 8, bars.TASK_DONE, 1.2)]),
        )


def _done(x: float, y: float) -> Iterator[Shape]:
    yield Box(x, y + 1, SIGN, 6, bars.TASK, radius=1)
    yield Box(x, y + 2.7, SIGN * 0.7, 2.6, bars.TASK_DONE)


def _due(x: float, y: float) -> Iterator[Shape]:
    x += SIGN / 2
    yield Stroke(x, y, x, y + 7, bars.DUE, 1.2)
    yield Stroke(x - 2.5, y + 4.5, x, y + 7, bars.DUE, 1.2)
    yield Stroke(x + 2.5, y + 4.5, x, y + 7, bars.DUE, 1.2)
