"""How the work of a project flows, day by day: decisions over plain values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from northline.delivery.rules import monday_of
from northline.delivery.workflow import Category, Workflow
from northline.tracking.boards.rules import Step

# A chart of years is drawn by fewer points than it has days.
MOST_POINTS = 180
LEAST_WEEKS, MOST_WEEKS = 8, 26


@dataclass(frozen=True, slots=True)
class Story:
    """What is known of an item: since when it is there, its start and finish, its steps from state to state."""

    minutes: int
    arrived: date
    started: date | None
    finished: date | None
    steps: Sequence[Step] = ()


@dataclass(frozen=True, slots=True)
class Span:
    """The days of a chart, the last one today's."""

    first: date
    last: date

    @property
    def size(self) -> int:
        return (self.last - self.first).days + 1

    def place(self, day: date) -> int:
        """Which of the days it is; what was before falls on the first."""
        return max(0, (day - self.first).days)

    def drawn(self) -> list[int]:
        """The days that are drawn: evenly spread, the last always."""
        apart = -(-self.size // MOST_POINTS)
        return sorted({*range(self.size - 1, -1, -apart)})

    def day(self, place: int) -> date:
        return self.first + timedelta(days=place)


def arrived(made: date, *, project_made: date, project_start: date, started: date | None) -> date:
    """Since when an item counts: when it was added; what the plan was put in with counts from the project's start.

    >>> day = date(2026, 3, 2)
    >>> arrived(date(2026, 3, 9), project_made=date(2026, 3, 9), project_start=day, started=None) == day
    True
    """
    since = min(made, project_start) if made <= project_made + timedelta(days=1) else made
    return min(since, started) if started else since


def stretches(story: Story, workflow: Workflow) -> list[tuple[date, str]]:
    """From which day on an item stood in which state, by its dates; its steps say which state of a category."""
    bounds: list[tuple[Category, date | None]] = [
        ("to_do", story.arrived),
        ("doing", story.started),
        ("done", story.finished),
    ]
    ids = {state.id: state.category for state in workflow}
    found: list[tuple[date, str]] = []
    for number, (category, begin) in enumerate(bounds):
        if begin is None:
            continue
        end = next((day for _, day in bounds[number + 1 :] if day is not None), None)
        within = [
            step
            for step in story.steps
            if ids.get(step.state) == category and (end is None or step.on <= end)
        ]
        first = next(state.id for state in workflow if state.category == category)
        entered = within[0].state if within and within[0].on <= begin else first
        found.append((begin, entered))
        found += [(step.on, step.state) for step in within if step.on > begin]
    return found


def cumulative_flow(stories: Iterable[Story], workflow: Workflow, span: Span) -> dict[str, list[int]]:
    """How many items stood in each state at the end of every drawn day.

    >>> story = Story(480, date(2026, 3, 2), date(2026, 3, 3), None)
    >>> from northline.delivery.workflow import DEFAULT
    >>> cumulative_flow([story], DEFAULT, Span(date(2026, 3, 2), date(2026, 3, 4)))["in_progress"]
    [0, 1, 1]
    """
    rows = {state.id: np.zeros(span.size + 1, np.int64) for state in workflow}
    for story in stories:
        told = [(span.place(day), state) for day, state in stretches(story, workflow)]
        for (begin, state), (end, _) in zip(told, [*told[1:], (span.size, "")], strict=True):
            if begin < end:
                rows[state][min(begin, span.size)] += 1
                rows[state][min(end, span.size)] -= 1
    drawn = span.drawn()
    return {state: np.cumsum(row)[drawn].tolist() for state, row in rows.items()}


@dataclass(frozen=True, slots=True)
class Climb:
    """What there was and what of it was done at the end of every drawn day."""

    scope: list[int]
    done: list[int]
    minutes: list[int]
    done_minutes: list[int]


def burn_up(stories: Sequence[Story], span: Span) -> Climb:
    """The burn-up of a project, in items and in planned working minutes.

    >>> stories = [Story(480, date(2026, 3, 2), None, date(2026, 3, 3)), Story(60, date(2026, 3, 3), None, None)]
    >>> burn_up(stories, Span(date(2026, 3, 2), date(2026, 3, 3)))
    Climb(scope=[1, 2], done=[0, 1], minutes=[480, 540], done_minutes=[0, 480])
    """
    drawn = span.drawn()

    def summed(days: Iterable[tuple[date | None, int]]) -> list[int]:
        row = np.zeros(span.size, np.int64)
        for day, amount in days:
            if day is not None and span.place(day) < span.size:
                row[span.place(day)] += amount
        found: list[int] = np.cumsum(row)[drawn].tolist()
        return found

    return Climb(
        scope=summed((story.arrived, 1) for story in stories),
        done=summed((story.finished, 1) for story in stories),
        minutes=summed((story.arrived, story.minutes) for story in stories),
        done_minutes=summed((story.finished, story.minutes) for story in stories),
    )


def throughput(finished: Iterable[date], *, today: date) -> list[tuple[date, int]]:
    """How many items were finished in each week since the first of them, by their Mondays, the running one last.

    No more than the last 26 weeks are told, no fewer than eight.

    >>> weeks = throughput([date(2026, 3, 3), date(2026, 3, 6)], today=date(2026, 3, 10))
    >>> len(weeks), weeks[-2:]
    (8, [(datetime.date(2026, 3, 2), 2), (datetime.date(2026, 3, 9), 0)])
    """
    monday = monday_of(today)
    counts = Counter(monday_of(day) for day in finished)
    since = (monday - min(counts, default=monday)).days // 7 + 1
    size = min(MOST_WEEKS, max(LEAST_WEEKS, since))
    weeks = [monday - timedelta(weeks=number) for number in range(size - 1, -1, -1)]
    return [(week, counts[week]) for week in weeks]
