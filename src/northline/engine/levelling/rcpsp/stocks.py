"""A choice of modes that stays within the stocks of consumable resources, found before any search for dates."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from northline.engine.levelling.rcpsp.arrays import Arrays, Ints
from northline.engine.levelling.rcpsp.model import NothingFits

# More partial choices than this are cut to the thriftiest, and nothing is proved any more.
LABELS = 20_000


def thrifty_modes(arrays: Arrays) -> Ints:
    """Mode rows within the stocks; raises NothingFits where there are none.

    Activity by activity it keeps every partial use of the stocks that no other beats in all of them and that the
    least use of the rest still lets end well: dynamic programming over undominated labels.
    """
    chosen = _cheapest(arrays)
    if not len(arrays.stock) or (arrays.mode_use[chosen].sum(axis=0) <= arrays.stock).all():
        return chosen
    rows = [np.arange(a, b) for a, b in pairwise(arrays.mode_ptr.tolist())]
    least = np.array([arrays.mode_use[each].min(axis=0) for each in rows])
    room = arrays.stock - (least.sum(axis=0) - np.cumsum(least, axis=0))
    labels, trail, cut = np.zeros((1, len(arrays.stock)), dtype=np.int64), [], False
    for each, limit in zip(rows, room, strict=True):
        grown = (labels[:, None, :] + arrays.mode_use[each][None, :, :]).reshape(-1, labels.shape[1])
        kept = _undominated(grown, np.flatnonzero((grown <= limit).all(axis=1)))
        if len(kept) == 0:
            return _give_up(chosen, cut)
        cut |= len(kept) > LABELS
        kept = kept[:LABELS]
        trail.append((kept // len(each), each[kept % len(each)]))
        labels = grown[kept]
    return _walk_back(trail)


def _cheapest(arrays: Arrays) -> Ints:
    cost = (arrays.mode_use / np.maximum(arrays.stock, 1)).sum(axis=1)
    ends = pairwise(arrays.mode_ptr.tolist())
    return np.array([a + int(cost[a:b].argmin()) for a, b in ends], dtype=np.int64)


def _undominated(labels: Ints, among: Ints) -> Ints:
    """Those of `among` that no other beats, by rising first use; of three stocks and more only doubles go."""
    found: Ints = among[np.lexsort(labels[among].T[::-1])]
    if len(found) == 0:
        return found
    if labels.shape[1] > 2:
        fresh = (np.diff(labels[found], axis=0) != 0).any(axis=1)
        found = found[np.concatenate([[True], fresh])]
        return found[np.argsort(labels[found].sum(axis=1), kind="stable")]
    if labels.shape[1] == 1:
        return found[:1]
    last = labels[found, -1]
    best_before: Ints = np.concatenate([[np.iinfo(np.int64).max], np.minimum.accumulate(last)[:-1]])
    kept: Ints = found[last < best_before]
    return kept


def _give_up(cheapest: Ints, cut: bool) -> Ints:
    if cut:
        return cheapest
    raise NothingFits(
        "No choice of modes stays within the stocks of the consumable resources. Raise a stock or add thriftier modes."
    )


def _walk_back(trail: list[tuple[Ints, Ints]]) -> Ints:
    at, found = 0, []
    for parents, rows in reversed(trail):
        found.append(int(rows[at]))
        at = int(parents[at])
    return np.array(found[::-1], dtype=np.int64)
