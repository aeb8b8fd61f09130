"""Links and the breakdown as rows of edges between nodes."""

from dataclasses import dataclass

import numpy as np

from northline.engine import kernels as k
from northline.engine.calendar_book import CalendarBook
from northline.engine.calendars import Ints
from northline.engine.model import LONGEST, LagUnit, Link, LinkKind, Project

KINDS = {LinkKind.FS: k.FS, LinkKind.SS: k.SS, LinkKind.FF: k.FF, LinkKind.SF: k.SF}


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
    project: Project, *, index: dict[str, int], parent: Ints, gate_of: Ints, book: CalendarBook, nodes: int
) -> tuple[Edges, list[str]]:
    """All edges sorted by target, and a warning per link that cannot hold."""
    warnings: list[str] = []
    rows: list[tuple[int, int, int, int, int, int]] = []
    gates = gate_of.tolist()
    for number, link in enumerate(project.links):
        before, after = index[link.before], index[link.after]
        if not project.tasks[before].active:
            continue
        target = gates[after] if gates[after] != k.NONE else after
        if target != after and link.kind in (LinkKind.FF, LinkKind.SF):
            warnings.append(f"Link {link.kind} from {link.before} to summary {link.after} has no effect.")
            continue
        lag, lag_calendar = _lag(link, project, before, book.number(project.tasks[after].calendar))
        rows.append((target, before, KINDS[link.kind], lag, lag_calendar, number))
    rows += _breakdown(parent.tolist(), gates)
    table = np.array(rows, np.int64).reshape(-1, 6)
    table = table[np.argsort(table[:, 0], kind="stable")]
    ptr = np.concatenate(([0], np.cumsum(np.bincount(table[:, 0], minlength=nodes)))).astype(np.int64)
    columns = (np.ascontiguousarray(table[:, c]) for c in range(1, 6))
    return Edges(ptr, *columns), warnings


def _lag(link: Link, project: Project, before: int, calendar: int) -> tuple[int, int]:
    if link.lag.unit is LagUnit.ELAPSED:
        return link.lag.amount, k.NONE
    if link.lag.unit is LagUnit.PERCENT:
        minutes = round(project.tasks[before].duration * link.lag.amount / 100)
        return max(-LONGEST, min(LONGEST, minutes)), calendar
    return link.lag.amount, calendar


def _breakdown(parent: list[int], gates: list[int]) -> list[tuple[int, int, int, int, int, int]]:
    rows = []
    for child, above in enumerate(parent):
        if above != k.NONE:
            entry = gates[child] if gates[child] != k.NONE else child
            rows.append((entry, gates[above], k.INTO, 0, k.NONE, k.NONE))
            rows.append((above, child, k.OUT, 0, k.NONE, k.NONE))
    return rows
