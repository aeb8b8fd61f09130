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
    busy = np.flatnonzero(work > 0)
    ends, at = np.unique(tails[busy], return_inverse=True)
    # By tail q: the work of those so far that end before it, plus q at full capacity.
    filled = ends * capacity
    best = top = 0
    falling = busy[np.argsort(-heads[busy], kind="stable")]
    place = dict(zip(busy.tolist(), at.tolist(), strict=True))
    for number, i in enumerate(falling.tolist()):
        filled[: place[i] + 1] += work[i]
        top = max(top, place[i] + 1)
        if number + 1 == len(falling) or heads[falling[number + 1]] < heads[i]:
            best = max(best, int(heads[i]) - (-int(filled[:top].max()) // capacity))
    return best


def _least(arrays: Arrays, figures: Ints) -> Ints:
    return np.array([figures[a:b].min() for a, b in pairwise(arrays.mode_ptr.tolist())], dtype=np.int64)
