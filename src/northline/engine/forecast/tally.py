"""Sums over all samples: how often each task decided, and how long each merge of links holds work up."""

from threading import Lock
from typing import Any

import numpy as np

from northline.engine import kernels as k
from northline.engine.calendars import Ints
from northline.engine.compiled import CompiledPlan
from northline.engine.forecast import codes, kernel
from northline.engine.forecast.draws import Flags
from northline.engine.forecast.layout import Layout
from northline.engine.forecast.luck import NOT_SUMMED


class Tally:
    """Where the loops add up: one set of arrays per part, all of integers, added in the end."""

    def __init__(self, plan: CompiledPlan, layout: Layout, want: bool, node: Ints) -> None:
        merging = _merging(plan, layout) if want else np.zeros(len(plan.order), np.bool_)
        self.merges = merging[node].astype(np.int64)
        self.plan, self.layout, self.merging, self.node = plan, layout, merging, node
        self.lock = Lock()
        self.hits = np.zeros(layout.rows, np.int64)
        self.empty_sum = np.full(layout.rows, NOT_SUMMED, np.int64)
        live = merging[layout.target] & (layout.e_mode != codes.DROP) & (plan.edges.kind != k.FF)
        self.live = np.flatnonzero(live)
        self.empty_sum[layout.e_row[self.live]] = 0
        self.row_sum, self.begin_sum = self.empty_sum.copy(), np.zeros(len(node), np.int64)

    def part(self) -> tuple[Ints, Ints, Ints]:
        return np.zeros_like(self.hits), self.empty_sum.copy(), np.zeros_like(self.begin_sum)

    def add(self, part: tuple[Ints, Ints, Ints]) -> None:
        with self.lock:
            self.hits += part[0]
            self.row_sum += np.where(self.empty_sum == 0, part[1], 0)
            self.begin_sum += part[2]

    def bias(self, samples: int) -> "np.ndarray[Any, np.dtype[np.float64]]":
        """Mean start less the latest mean of what links ask for; the project's start counts as asked for."""
        layout, e = self.layout, self.plan.edges
        asked = np.maximum((layout.floor >> codes.GAP) - (layout.begin_code >> codes.GAP), 0).astype(
            np.float64
        )
        means = self.row_sum[layout.e_row[self.live]] / samples + np.where(
            layout.e_mode[self.live] == codes.ADD, e.lag[self.live], 0
        )
        np.maximum.at(asked, layout.target[self.live], means)
        answer = np.zeros(len(self.plan.order))
        begun = np.zeros(len(self.plan.order))
        begun[self.node] = self.begin_sum / samples
        answer[self.merging] = np.maximum(begun - asked, 0)[self.merging]
        return answer


def _merging(plan: CompiledPlan, layout: Layout) -> Flags:
    """Nodes that wait for two or more others, all by additions."""
    m = len(plan.order)
    starts = (layout.e_mode != codes.DROP) & (plan.edges.kind != k.FF)
    several = np.bincount(layout.target[starts], minlength=m) >= 2
    slow = np.bincount(layout.target[layout.e_mode == codes.SLOW], minlength=m) > 0
    answer: Flags = (
        several & ~slow & ((layout.cls == kernel.WORK) | (layout.cls == kernel.MARK)) & (layout.has_need == 0)
    )
    return answer
