"""The tasks that end a summary: those after which no other work of it comes.

A link onto a summary's finish holds each of them, so that the summary, which ends with the last of its tasks, keeps to
the link. Which tasks these are follows from the links alone, not from dates: a later date anywhere makes no date
earlier, and neither does the order of tasks and links.
"""

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from northline.engine import kernels as k
from northline.engine.calendars import Ints
from northline.engine.fast import kernels
from northline.engine.network import sorted_rows
from northline.engine.nodes import Nodes

BITS = 62  # summaries looked at in one walk, a bit each


def ends_of(
    summaries: Ints,
    nodes: Nodes,
    *,
    order: Ints,
    target: Ints,
    source: Ints,
    kind: Ints,
    choices: Sequence[npt.NDArray[np.bool_]],
) -> Mapping[int, Ints]:
    """The ends of each of some summaries, both as node numbers.

    `order` is a topological order of the edges `source` → `target`. `choices` (n,) say which tasks may be ends: the
    first that holds any task of a summary counts for it.
    """
    count = len(nodes.kind)
    into = kind == k.INTO
    down = sorted_rows(target[into], count), source[into]
    back = sorted_rows(source, count), target
    found: dict[int, Ints] = {}
    for first in range(0, len(summaries), BITS):
        batch = summaries[first : first + BITS]
        above = np.zeros(count, np.int64)
        above[nodes.gate_of[batch]] = 1 << np.arange(len(batch), dtype=np.int64)
        inside = _gathered(order, down, above)[: len(nodes.ids)]
        own = _chosen(inside, len(batch), choices, count)
        follows = _gathered(order[::-1].copy(), back, own)
        for number, summary in enumerate(batch.tolist()):
            found[summary] = np.flatnonzero(own & ~follows & (1 << number))
    return found


def _gathered(order: Ints, rows: tuple[tuple[Ints, Ints], Ints], own: Ints) -> Ints:
    """The bits of all nodes from which the edges lead to each node."""
    (ptr, edge), far = rows
    found = np.zeros(len(own), np.int64)
    kernels(len(own)).gather(order, ptr, far[edge], own, found)
    return found


def _chosen(inside: Ints, many: int, choices: Sequence[npt.NDArray[np.bool_]], count: int) -> Ints:
    """The bits of the summaries that each task may end (m,)."""
    own = np.zeros(count, np.int64)
    for number in range(many):
        here = (inside & (1 << number)) != 0
        may = next((here & c for c in choices if (here & c).any()), None)
        if may is not None:
            own[: len(inside)][may] |= 1 << number
    return own
