"""Links and the breakdown as rows of edges between nodes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from northline.engine import kernels as k
from northline.engine.calendar_book import CalendarBook
from northline.engine.calendars import Ints
from northline.engine.ends import ends_of
from northline.engine.errors import BadValue
from northline.engine.model import LONGEST, LagUnit, Link, LinkKind, Progress, Project, Task
from northline.engine.network import order_of, sorted_rows
from northline.engine.nodes import Nodes, nodes_of
from northline.engine.rows import talkative

Flags: TypeAlias = npt.NDArray[np.bool_]
KINDS = {LinkKind.FS: k.FS, LinkKind.SS: k.SS, LinkKind.FF: k.FF, LinkKind.SF: k.SF}
TO_FINISH = (LinkKind.FF, LinkKind.SF)
TARGET, SOURCE, KIND, NUMBER = 0, 1, 2, 5
MOST_PUSHES = 2_000_000
UNITS = {LagUnit.WORKING: 0, LagUnit.ELAPSED: 1, LagUnit.PERCENT: 2}


@dataclass(frozen=True, slots=True)
class Edges:
    """Predecessors of node v in rows `ptr[v]` to `ptr[v + 1]`; `link` is the index into `Project.links` or
    NONE.

    `lag` is in minutes of calendar `lag_calendar`; NONE there means minutes on the clock. `held`: links onto the finish
    of summaries are among them, each as an edge to every task that ends its summary.
    """

    ptr: Ints
    source: Ints
    kind: Ints
    lag: Ints
    lag_calendar: Ints
    link: Ints
    held: bool = field(default=False, kw_only=True)


def edges_of(
    project: Project, nodes: Nodes, *, book: CalendarBook, odd: list[int]
) -> tuple[Edges, tuple[str, ...]]:
    """All edges sorted by target, links in the plan's order first, and a sentence per link that holds nothing.

    Raises Cycle, and BadValue where links onto the finish of summaries hold more tasks than any plan needs.
    """
    links = _links(project, nodes, book)
    holds = _holding(project, links, odd)
    onto = holds & _onto_finish(nodes, links)
    parts = [_entering(nodes, links[:, holds & ~onto]), breakdown(nodes)]
    idle: tuple[str, ...] = ()
    if onto.any():
        pushes, idle = _pushes(project, nodes, links[:, onto], np.concatenate(parts, axis=1), odd)
        parts.insert(1, pushes)
    whole = np.concatenate(parts, axis=1)
    ptr, by_target = sorted_rows(whole[TARGET], len(nodes.kind))
    return Edges(ptr, *(column[by_target] for column in whole[1:]), held=bool(onto.any())), idle


def links_onto_finish(project: Project) -> tuple[int, ...]:
    """Numbers of the links that hold the finish of a summary."""
    parents = {t.parent for t in project.tasks}
    return tuple(n for n, x in enumerate(project.links) if x.kind in TO_FINISH and x.after in parents)


def held_ends(project: Project) -> dict[str, frozenset[str]]:
    """The tasks that links onto the finish of a summary hold, by the summary's id."""
    onto = links_onto_finish(project)
    if not onto:
        return {}
    nodes = nodes_of(project)
    edges, _ = edges_of(project, nodes, book=CalendarBook(project), odd=talkative(project.tasks))
    held: dict[str, set[str]] = {project.links[n].after: set() for n in onto}
    target = targets_of(edges)
    for row in np.flatnonzero(np.isin(edges.link, onto)).tolist():
        held[project.links[edges.link[row]].after].add(nodes.ids[target[row]])
    return {summary: frozenset(tasks) for summary, tasks in held.items()}


def _links(project: Project, nodes: Nodes, book: CalendarBook) -> Ints:
    """All links as columns: target (the task itself), source, kind, lag, its calendar, number."""
    before, after = (_column(project, end, nodes.index) for end in ("before", "after"))
    lags = lags_of(project.links, project.tasks, before, after, book)
    numbers = np.arange(len(before), dtype=np.int64)
    return np.stack([after, before, _column(project, "kind", KINDS), *lags, numbers])


def _column(project: Project, name: str, numbers: Mapping[Any, int]) -> Ints:
    values = map(numbers.__getitem__, map(attrgetter(name), project.links))
    return np.fromiter(values, np.int64, len(project.links))


def _onto_finish(nodes: Nodes, links: Ints) -> Flags:
    onto: Flags = (nodes.gate_of[links[TARGET]] != k.NONE) & ((links[KIND] == k.FF) | (links[KIND] == k.SF))
    return onto


def _entering(nodes: Nodes, links: Ints) -> Ints:
    """Links to summaries turned to their gates."""
    gate = nodes.gate_of[links[TARGET]]
    links[TARGET] = np.where(gate != k.NONE, gate, links[TARGET])
    return links


def _holding(project: Project, links: Ints, odd: list[int]) -> Flags:
    """Which links count: none from inactive tasks, nor, by progress override, into begun work."""
    idle = [v for v in odd if not project.tasks[v].active]
    holds: Flags = ~np.isin(links[SOURCE], idle) if idle else np.ones(links.shape[1], np.bool_)
    if project.progress is Progress.PROGRESS_OVERRIDE:
        begun = [v for v in odd if project.tasks[v].actual_start is not None]
        holds &= ~np.isin(links[TARGET], begun)
    return holds


def _pushes(
    project: Project, nodes: Nodes, links: Ints, others: Ints, odd: list[int]
) -> tuple[Ints, tuple[str, ...]]:
    """Links onto the finish of summaries as links to the tasks that end them."""
    ptr, by_target = sorted_rows(others[TARGET], len(nodes.kind))
    order = order_of(ptr, others[SOURCE][by_target], nodes.ids, nodes.roll_of)
    ends = ends_of(
        np.unique(links[TARGET]), nodes, order=order, target=others[TARGET], source=others[SOURCE],
        kind=others[KIND], choices=_movable(project, nodes, odd),
    )  # fmt: skip
    held = [ends[summary] for summary in links[TARGET].tolist()]
    many = np.array([len(tasks) for tasks in held])
    if many.sum() > MOST_PUSHES:
        raise BadValue(
            f"Links onto the finish of summaries hold {many.sum()} ends of tasks. Link the tasks that matter instead."
        )
    pushes = np.repeat(links, many, axis=1)
    pushes[TARGET] = np.concatenate(held)
    return pushes, tuple(_holds_nothing(project, n) for n in links[NUMBER, many == 0].tolist())


def _movable(project: Project, nodes: Nodes, odd: list[int]) -> list[Flags]:
    """Tasks that can end later: those with work of their own, else hammocks too, else inactive ones too."""
    leaf = nodes.kind[: len(nodes.ids)] == k.LEAF
    retained = project.progress is Progress.RETAINED_LOGIC
    for v in odd:
        task = project.tasks[v]
        begun = task.actual_start is not None and not retained
        leaf[v] &= not (task.manual or begun or task.actual_finish is not None)
    active, works = leaf.copy(), leaf.copy()
    active[[v for v in odd if not project.tasks[v].active]] = False
    works[[v for v in odd if project.tasks[v].hammock or not project.tasks[v].active]] = False
    return [works, active, leaf]


def _holds_nothing(project: Project, number: int) -> str:
    link = project.links[number]
    return (
        f"Link {link.kind} from {link.before} to summary {link.after} holds nothing: "
        "all tasks inside are done, begun or put by hand."
    )


def targets_of(edges: Edges) -> Ints:
    """The node into which each edge leads (edges,)."""
    return np.repeat(np.arange(len(edges.ptr) - 1, dtype=np.int64), np.diff(edges.ptr))


def lags_of(
    links: Sequence[Link], tasks: Sequence[Task], before: Ints, after: Ints, book: CalendarBook
) -> tuple[Ints, Ints]:
    """Minutes of every lag, and the calendar that counts them: the successor's own."""
    amount = np.fromiter(map(attrgetter("lag.amount"), links), np.int64, len(links))
    if not amount.any():
        return amount, np.zeros(len(links), np.int64)
    unit = np.fromiter(map(UNITS.__getitem__, map(attrgetter("lag.unit"), links)), np.int64, len(links))
    own = [book.numbers[tasks[v].calendar] for v in after.tolist()]
    calendar = np.array(own, np.int64)
    percent = np.flatnonzero(unit == UNITS[LagUnit.PERCENT])
    if len(percent):
        lasts = np.array([tasks[v].duration for v in before[percent].tolist()], np.float64)
        amount[percent] = np.clip(np.rint(lasts * amount[percent] / 100), -LONGEST, LONGEST).astype(np.int64)
    return amount, np.where(unit == UNITS[LagUnit.ELAPSED], k.NONE, calendar)


def breakdown(nodes: Nodes) -> Ints:
    """From the gate of a summary into its children, and from them out to its roll."""
    child = np.flatnonzero(nodes.parent != k.NONE)
    above = nodes.parent[child]
    entry = np.where(nodes.gate_of[child] != k.NONE, nodes.gate_of[child], child)
    count = len(child)
    columns = [
        np.concatenate([entry, above]),
        np.concatenate([nodes.gate_of[above], child]),
        np.repeat(np.array([k.INTO, k.OUT]), count),
        np.zeros(2 * count, np.int64),
        np.full(2 * count, k.NONE),
        np.full(2 * count, k.NONE),
    ]
    return np.stack(columns).astype(np.int64)
