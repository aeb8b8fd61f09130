"""Links and the breakdown as rows of edges between nodes."""

from collections.abc import Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from northline.engine import kernels as k
from northline.engine.calendar_book import CalendarBook
from northline.engine.calendars import Ints
from northline.engine.model import LONGEST, LagUnit, LinkKind, Progress, Project
from northline.engine.network import sorted_rows

Flags: TypeAlias = npt.NDArray[np.bool_]
KINDS = {LinkKind.FS: k.FS, LinkKind.SS: k.SS, LinkKind.FF: k.FF, LinkKind.SF: k.SF}
UNITS = {LagUnit.WORKING: 0, LagUnit.ELAPSED: 1, LagUnit.PERCENT: 2}


@dataclass(frozen=True, slots=True)
class Edges:
    """Predecessors of node v in rows `ptr[v]` to `ptr[v + 1]`; `link` is the index into `Project.links` or
    NONE.

    `lag` is in minutes of calendar `lag_calendar`; NONE there means minutes on the clock.
    """

    ptr: Ints
    source: Ints
    kind: Ints
    lag: Ints
    lag_calendar: Ints
    link: Ints


def edges_of(
    project: Project,
    *,
    index: Mapping[str | None, int],
    parent: Ints,
    gate_of: Ints,
    book: CalendarBook,
    nodes: int,
    odd: list[int],
) -> tuple[Edges, list[str]]:
    """All edges sorted by target, and a warning per link that cannot hold."""
    links = project.links
    before, after = (_column(project, end, index) for end in ("before", "after"))
    kind = _column(project, "kind", KINDS)
    gate = gate_of[after] if len(links) else after
    holds = _holding(project, before, after, odd)
    without_effect = holds & (gate != k.NONE) & ((kind == k.FF) | (kind == k.SF))
    warnings = [_no_effect(project, number) for number in np.flatnonzero(without_effect).tolist()]
    kept = np.flatnonzero(holds & ~without_effect)
    lag, lag_calendar = _lags(project, before, after, book)
    target = np.where(gate != k.NONE, gate, after)
    rows = [column[kept] for column in (target, before, kind, lag, lag_calendar)]
    whole = [np.concatenate(pair) for pair in zip([*rows, kept], _breakdown(parent, gate_of), strict=True)]
    ptr, by_target = sorted_rows(whole[0], nodes)
    return Edges(ptr, *(column[by_target] for column in whole[1:])), warnings


def _column(project: Project, name: str, numbers: Mapping[Any, int]) -> Ints:
    values = map(numbers.__getitem__, map(attrgetter(name), project.links))
    return np.fromiter(values, np.int64, len(project.links))


def _no_effect(project: Project, number: int) -> str:
    link = project.links[number]
    return (
        f"Link {link.kind} from {link.before} to summary {link.after} has no effect: link its tasks instead."
    )


def _holding(project: Project, before: Ints, after: Ints, odd: list[int]) -> Flags:
    """Which links count: none from inactive tasks, nor, by progress override, into begun work."""
    idle = [v for v in odd if not project.tasks[v].active]
    holds: Flags = ~np.isin(before, idle) if idle else np.ones(len(before), np.bool_)
    if project.progress is Progress.PROGRESS_OVERRIDE:
        begun = [v for v in odd if project.tasks[v].actual_start is not None]
        holds &= ~np.isin(after, begun)
    return holds


def _lags(project: Project, before: Ints, after: Ints, book: CalendarBook) -> tuple[Ints, Ints]:
    """Minutes of every lag, and the calendar that counts them: the successor's own."""
    links, tasks = project.links, project.tasks
    amount = np.fromiter(map(attrgetter("lag.amount"), links), np.int64, len(links))
    if not amount.any():
        return amount, np.zeros(len(links), np.int64)
    unit = np.fromiter(map(UNITS.__getitem__, map(attrgetter("lag.unit"), links)), np.int64, len(links))
    numbers = map(book.numbers.__getitem__, map(attrgetter("calendar"), tasks))
    calendar = np.fromiter(numbers, np.int64, len(tasks))[after]
    percent = np.flatnonzero(unit == UNITS[LagUnit.PERCENT])
    if len(percent):
        lasts = np.array([tasks[v].duration for v in before[percent].tolist()], np.float64)
        amount[percent] = np.clip(np.rint(lasts * amount[percent] / 100), -LONGEST, LONGEST).astype(np.int64)
    return amount, np.where(unit == UNITS[LagUnit.ELAPSED], k.NONE, calendar)


def _breakdown(parent: Ints, gate_of: Ints) -> list[Ints]:
    """From the gate of a summary into its children, and from them out to its roll."""
    child = np.flatnonzero(parent != k.NONE)
    above = parent[child]
    entry = np.where(gate_of[child] != k.NONE, gate_of[child], child)
    count = len(child)
    columns = [
        np.concatenate([entry, above]),
        np.concatenate([gate_of[above], child]),
        np.repeat(np.array([k.INTO, k.OUT]), count),
        np.zeros(2 * count, np.int64),
        np.full(2 * count, k.NONE),
        np.full(2 * count, k.NONE),
    ]
    return [column.astype(np.int64) for column in columns]
