"""The nodes of a plan: its tasks in their order, and the gates of its summaries."""

from collections.abc import Iterable
from dataclasses import dataclass
from operator import attrgetter

import numpy as np

from northline.engine import kernels as k
from northline.engine.calendars import Ints
from northline.engine.model import Project


@dataclass(frozen=True, slots=True)
class Nodes:
    """The tasks numbered, and the gates of the summaries after them.

    `parent` (n,), `gate_of` (n,): NONE where there is none; `kind`, `roll_of` (m,): the roll of a gate, else the node.
    """

    ids: tuple[str, ...]
    index: dict[str | None, int]
    parent: Ints
    summaries: Ints
    kind: Ints
    gate_of: Ints
    roll_of: Ints


def nodes_of(project: Project) -> Nodes:
    """Number the nodes of a plan."""
    count = len(project.tasks)
    ids = tuple(map(attrgetter("id"), project.tasks))
    index: dict[str | None, int] = dict(zip(ids, range(count), strict=True))
    parent = _column(
        map(({None: k.NONE} | index).__getitem__, map(attrgetter("parent"), project.tasks)), count
    )
    summaries = np.unique(parent[parent >= 0])
    kind = np.full(count + len(summaries), k.LEAF, np.int64)
    kind[summaries] = k.ROLL
    kind[count:] = k.GATE
    gate_of = np.full(count, k.NONE, np.int64)
    gate_of[summaries] = np.arange(count, len(kind))
    roll_of = np.concatenate([np.arange(count), summaries]).astype(np.int64)
    return Nodes(ids, index, parent, summaries, kind, gate_of, roll_of)


def _column(values: Iterable[int], count: int) -> Ints:
    return np.fromiter(values, np.int64, count)
