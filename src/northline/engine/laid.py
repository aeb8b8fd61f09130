"""A compiled plan laid out in the order in which the passes walk it.

Neighbours in time are then neighbours in memory: a plan whose tasks come in any order takes as long as a sorted one.
"""

from dataclasses import dataclass, fields
from functools import cached_property

import numpy as np

from northline.engine.calendars import Ints
from northline.engine.compiled import CompiledPlan
from northline.engine.edges import Edges, targets_of
from northline.engine.network import successor_rows
from northline.engine.rows import TaskRows
from northline.engine.segments import Segments


@dataclass(frozen=True)
class Laid:
    """Node `i` here is node `node[i]` of the plan, edge `j` its edge `edge[j]`.

    `succ_ptr` (m + 1,), `succ_edge`: the edges out of each node; `target` (edges,). Gates have no segments.
    """

    plan: CompiledPlan
    node: Ints
    edge: Ints
    node_kind: Ints
    roll_of: Ints
    calendar: Ints
    edges: Edges
    segments: Segments
    rows: TaskRows
    succ_ptr: Ints
    succ_edge: Ints
    target: Ints

    @cached_property
    def steps(self) -> Ints:
        """The nodes in order (m,)."""
        return np.arange(len(self.node), dtype=np.int64)

    @cached_property
    def rank(self) -> Ints:
        """Where each of the plan's nodes lies here (m,)."""
        return inverse(self.node)

    @cached_property
    def index(self) -> dict[str, int]:
        """The plan's node of each task."""
        return {task_id: number for number, task_id in enumerate(self.plan.ids)}

    @cached_property
    def gates(self) -> dict[int, int]:
        """The gate of each summary, both as nodes of the plan."""
        count, rolls = self.plan.size, self.plan.roll_of
        return {int(roll): count + n for n, roll in enumerate(rolls[count:].tolist())}

    def at_home(self, values: Ints) -> Ints:
        """A column in the order of the plan's own nodes."""
        answer = np.empty_like(values)
        answer[self.node] = values
        return answer


def laid_out(plan: CompiledPlan) -> Laid:
    """Sort nodes, edges and segments by the plan's topological order."""
    node = plan.order
    rank = inverse(node)
    e, g = plan.edges, plan.segments
    edge_ptr, edge = gathered(e.ptr, node)
    ends = np.concatenate([g.ptr, np.full(len(node) - plan.size, g.ptr[-1])])
    seg_ptr, seg = gathered(ends, node)
    edges = Edges(edge_ptr, rank[e.source[edge]], *(c[edge] for c in (e.kind, e.lag, e.lag_calendar, e.link)))
    target = targets_of(edges)
    succ_ptr, succ_edge = successor_rows(edge_ptr, edges.source)
    return Laid(
        plan=plan,
        node=node,
        edge=edge,
        node_kind=plan.node_kind[node],
        roll_of=rank[plan.roll_of[node]],
        calendar=plan.calendar[plan.roll_of[node]],
        edges=edges,
        segments=Segments(seg_ptr, g.minutes[seg], g.rest[seg], g.calendar[seg]),
        rows=TaskRows(*(getattr(plan.rows, f.name)[node] for f in fields(TaskRows))),
        succ_ptr=succ_ptr,
        succ_edge=succ_edge,
        target=target,
    )


def inverse(node: Ints) -> Ints:
    """Where each number comes in a permutation."""
    rank = np.empty(len(node), np.int64)
    rank[node] = np.arange(len(node))
    return rank


def gathered(ptr: Ints, node: Ints) -> tuple[Ints, Ints]:
    """The rows of the nodes in another order: their new pointers, and the old row of each new one."""
    counts = np.diff(ptr)[node]
    fresh = np.concatenate(([0], np.cumsum(counts))).astype(np.int64)
    return fresh, np.arange(fresh[-1]) + np.repeat(ptr[node] - fresh[:-1], counts)
