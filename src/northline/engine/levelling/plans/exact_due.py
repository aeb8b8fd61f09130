"""What of a late plan the model for CP-SAT makes as little late as it can."""

from __future__ import annotations

from dataclasses import dataclass

from northline.engine.levelling.plans.exact_axis import Axis
from northline.engine.levelling.plans.layout import Layout

# Weights are fractions, the model's figures whole.
FINENESS = 100


@dataclass(frozen=True)
class Due:
    """The last end of some nodes, by their places, against a deadline.

    Up to position `by` of the axis it is on time; up to each position of `pieces`, which lie in order, late by so many minutes of the
    clock more than the position. `weight` says how much a minute counts against one of the least weight, which counts
    `FINENESS`.
    """

    ends: tuple[int, ...]
    by: int
    pieces: tuple[tuple[int, int], ...]
    weight: int

    def scaled(self, unit: int) -> tuple[object, ...]:
        """The same with all positions in units."""
        return self.ends, self.by // unit, [(upto // unit, more) for upto, more in self.pieces], self.weight


def due_in(plan: Layout, axis: Axis, place: dict[int, int]) -> list[Due]:
    """The deadlines of tasks and of whole projects, of the nodes that have a place."""
    net = plan.net
    tasks = [(int(net.due[v]), float(net.weight[v]), (i,)) for v, i in place.items() if net.due[v] > 0]
    projects = [
        (int(date), float(net.price[p]), tuple(i for v, i in place.items() if _may_end(plan, v, p)))
        for p, date in enumerate(net.deadline.tolist())
        if date > 0
    ]
    found = [(date, weight, ends) for date, weight, ends in (*tasks, *projects) if weight > 0]
    least = min((weight for _, weight, _ in found), default=1.0)
    return [
        Due(
            ends,
            by=axis.at(date),
            pieces=tuple((upto, more - date) for upto, more in axis.pieces(beyond=axis.at(date))),
            weight=round(FINENESS * weight / least),
        )
        for date, weight, ends in found
    ]


def _may_end(plan: Layout, v: int, project: int) -> bool:
    """Does the node count towards the project's finish?"""
    return bool(plan.net.project[v] == project and plan.net.counts[v] == 1)
