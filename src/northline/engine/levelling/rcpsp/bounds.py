"""Lower bounds that cost nothing: the critical path, and work that a resource must do between heads and tails."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from northline.engine.levelling.rcpsp.arrays import Arrays, Ints


def lower_bound(arrays: Arrays) -> int:
    """The largest of critical path and, per resource and pair of head h and tail q, h + work of those that start
    after h and end before q, over the capacity, + q.

    Stinson, Davis and Khumawala (1978); energy with heads and tails: Klein and Scholl (1999).
    """
    if arrays.size == 0:
        return 0
    critical = int(arrays.late.max())
    shortest = _least(arrays, arrays.mode_duration)
    tails = critical - arrays.late
    best = critical
    for resource, capacity in enumerate(arrays.capacity):
        if capacity > 0:
            work = _least(arrays, arrays.mode_duration * arrays.raw_need[:, resource])
            best = max(best, _energy(arrays.early, tails, work, int(capacity)))
    return max(best, int((arrays.early + shortest + tails).max()))


def _energy(heads: Ints, tails: Ints, work: Ints, capacity: int) -> int:
    best = 0
    busy = work > 0
    for head in np.unique(heads[busy]):
        among = busy & (heads >= head)
        order = np.argsort(-tails[among], kind="stable")
        sums = np.cumsum(work[among][order])
        best = max(best, int((head + -(-sums // capacity) + tails[among][order]).max()))
    return best


def _least(arrays: Arrays, figures: Ints) -> Ints:
    return np.array([figures[a:b].min() for a, b in pairwise(arrays.mode_ptr.tolist())], dtype=np.int64)
