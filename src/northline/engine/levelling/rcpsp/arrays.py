"""A problem as arrays: activities in topological order, needs of all resources packed into few words."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np

from northline.engine.errors import BadValue
from northline.engine.levelling.rcpsp.model import Problem, fits, use

Ints = np.ndarray[Any, np.dtype[np.int64]]

WORD = 62  # bits used of an int64, so that no sum reaches the sign
LARGEST = 2**30


@dataclass(frozen=True, slots=True)
class Arrays:
    """Rows are activities in topological order; `mode_ptr` delimits the rows of `mode_*` of each.

    A word holds several resources, each in a field whose top bit is a guard: what is free, plus the guards, less
    a need keeps every guard exactly if everything fits, so one subtraction checks several resources.
    """

    where: tuple[int, ...]
    words: int
    full: Ints
    guard: Ints
    mode_ptr: Ints
    mode_number: Ints
    mode_duration: Ints
    mode_need: Ints
    mode_use: Ints
    raw_need: Ints
    stock: Ints
    capacity: Ints
    pred_ptr: Ints
    pred: Ints
    succ_ptr: Ints
    succ: Ints
    early: Ints
    late: Ints
    horizon: int

    @property
    def size(self) -> int:
        """How many activities."""
        return len(self.where)

    @property
    def single(self) -> bool:
        """Whether every activity has one mode left."""
        return len(self.mode_duration) == self.size


def compile_problem(problem: Problem) -> Arrays:
    """The arrays of a problem; modes that cannot fit or are dominated by another are left out."""
    where = problem.order
    kept = [_worthwhile(problem, problem.activities[at].modes) for at in where]
    rows = [(at, number) for at, numbers in zip(where, kept, strict=True) for number in numbers]
    modes = [problem.activities[at].modes[number] for at, number in rows]
    needs = [
        [*m.needs, *[0] * (len(problem.capacities) - len(m.needs))] if m.duration else None for m in modes
    ]
    raw = np.array([n or [0] * len(problem.capacities) for n in needs], dtype=np.int64)
    raw = raw.reshape(len(modes), len(problem.capacities))
    uses = [[use(m, r) for r in range(len(problem.stocks))] for m in modes]
    horizon = sum(
        max((problem.activities[a].modes[k].duration for k in ks), default=0)
        for a, ks in zip(where, kept, strict=True)
    )
    if horizon > LARGEST or max((*problem.capacities, *problem.stocks), default=0) > LARGEST:
        raise BadValue(f"Durations add up, or capacities reach, beyond {LARGEST:,}. Use a coarser unit.")
    words, field, lanes = _packing(problem.capacities)
    succ_ptr, succ, pred_ptr, pred = _network(problem, where)
    mode_ptr = np.cumsum([0, *[len(k) for k in kept]], dtype=np.int64)
    durations = np.array([m.duration for m in modes], dtype=np.int64)
    shortest = np.array([min(durations[a:b]) for a, b in pairwise(mode_ptr)], dtype=np.int64)
    early, late = _window(shortest, pred_ptr, pred, succ_ptr, succ)
    return Arrays(
        where=where,
        words=words,
        full=_pack(np.array([problem.capacities], dtype=np.int64), words, field, lanes)[0]
        + _guards(len(problem.capacities), words, field, lanes),
        guard=_guards(len(problem.capacities), words, field, lanes),
        mode_ptr=mode_ptr,
        mode_number=np.array([number + 1 for _, number in rows], dtype=np.int64),
        mode_duration=durations,
        mode_need=_pack(raw, words, field, lanes),
        mode_use=np.array(uses, dtype=np.int64).reshape(len(modes), len(problem.stocks)),
        raw_need=raw,
        stock=np.array(problem.stocks, dtype=np.int64),
        capacity=np.array(problem.capacities, dtype=np.int64),
        pred_ptr=pred_ptr,
        pred=pred,
        succ_ptr=succ_ptr,
        succ=succ,
        early=early,
        late=late,
        horizon=horizon,
    )


def _window(shortest: Ints, pred_ptr: Ints, pred: Ints, succ_ptr: Ints, succ: Ints) -> tuple[Ints, Ints]:
    """Earliest starts, and latest finishes against the critical path, with the shortest modes."""
    early = np.zeros(len(shortest), dtype=np.int64)
    for i in range(len(shortest)):
        before = pred[pred_ptr[i] : pred_ptr[i + 1]]
        early[i] = (early[before] + shortest[before]).max(initial=0)
    late = np.full(len(shortest), (early + shortest).max(initial=0), dtype=np.int64)
    for i in range(len(shortest) - 1, -1, -1):
        after = succ[succ_ptr[i] : succ_ptr[i + 1]]
        late[i] = (late[after] - shortest[after]).min(initial=late[i])
    return early, late


def _worthwhile(problem: Problem, modes: tuple[Any, ...]) -> list[int]:
    """Numbers of the modes that fit and that no other mode beats or equals in all respects."""
    kept: list[int] = []
    figures = [(m.duration, *m.needs, *[use(m, r) for r in range(len(problem.stocks))]) for m in modes]
    for at in sorted((at for at, m in enumerate(modes) if fits(problem, m)), key=lambda at: figures[at]):
        beaten = any(
            len(figures[k]) == len(figures[at])
            and all(x <= y for x, y in zip(figures[k], figures[at], strict=True))
            for k in kept
        )
        if not beaten:
            kept.append(at)
    return sorted(kept)


def _packing(capacities: tuple[int, ...]) -> tuple[int, int, int]:
    field = max(capacities, default=1).bit_length() + 1
    lanes = max(1, WORD // field)
    return max(1, -(-len(capacities) // lanes)), field, lanes


def _pack(figures: Ints, words: int, field: int, lanes: int) -> Ints:
    packed = np.zeros((len(figures), words), dtype=np.int64)
    for resource in range(figures.shape[1]):
        packed[:, resource // lanes] += figures[:, resource] << (field * (resource % lanes))
    return packed


def _guards(resources: int, words: int, field: int, lanes: int) -> Ints:
    guards = np.zeros(words, dtype=np.int64)
    for resource in range(resources):
        guards[resource // lanes] |= 1 << (field * (resource % lanes) + field - 1)
    return guards


def _network(problem: Problem, where: tuple[int, ...]) -> tuple[Ints, Ints, Ints, Ints]:
    row = {at: number for number, at in enumerate(where)}
    after = [sorted({row[problem.index[s]] for s in problem.activities[at].successors}) for at in where]
    before: list[list[int]] = [[] for _ in where]
    for number, followers in enumerate(after):
        for follower in followers:
            before[follower].append(number)
    return (*_flat(after), *_flat(before))


def _flat(lists: list[list[int]]) -> tuple[Ints, Ints]:
    pointers = np.cumsum([0, *[len(each) for each in lists]], dtype=np.int64)
    return pointers, np.array([x for each in lists for x in each], dtype=np.int64)
