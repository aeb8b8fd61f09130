"""What the loop of crew.py works in, and what it adds up once a sample is played through; written for numba, like it."""

from typing import Any

import numpy as np

from northline.engine.forecast.codes import GAP, decode
from northline.engine.forecast.events import owner

Row = Any


def draw_space(segments: int, shared: int, block: int) -> Any:
    """Minutes per sample of a block and segment, four rows to draw in, and what several tasks share."""
    return (
        np.zeros((block, segments), np.int32),
        np.zeros(block, np.int32),
        np.zeros(block, np.float32),
        np.zeros(block, np.float32),
        np.zeros(block, np.uint32),
        np.zeros((max(1, shared), block), np.float32),
    )


def node_space(m: int) -> Any:
    """Per node what drives it, when it was ready and when it began; then start, finish and driver for `forward`."""
    return (
        np.zeros(m, np.int64),
        np.zeros(m, np.int64),
        np.zeros(m, np.int64),
        np.zeros(m, np.int64),
        np.zeros(m, np.int64),
        np.zeros(m, np.int64),
    )


def queue_space(m: int, queues: int, words: int, changes: int) -> Any:
    """Who waits for what, which resources are to be offered and who set them free, the heap of events, and a stack."""
    return (
        np.zeros(words, np.uint64),
        np.zeros(queues, np.int64),
        np.zeros(queues, np.uint8),
        np.zeros(queues, np.int64),
        np.zeros(queues, np.int64),
        np.zeros(2 * m + changes + 2, np.int64),
        np.zeros(2 * m + changes + 2, np.int64),
        np.zeros(m + 1, np.int64),
    )


def choice_space(resources: int, slots: int) -> Any:
    """What offers.py answers in, and what choosing.py looks for people in."""
    return (
        np.zeros(3, np.int64),
        np.zeros(resources, np.int64),
        np.zeros(resources + 1, np.int64),
        np.zeros(resources, np.int64),
        np.zeros(resources, np.int64),
        np.zeros(slots + 1, np.int64),
        np.zeros(1, np.int64),
    )


def rolled(
    v: int, flat: Row, drive: Row, fixed_code: Row, start_row: int, first: int, last: int, e_row: Row, e_start: Row, live: Row,
    far: int,
) -> int:  # fmt: skip
    """A summary's dates from those of its children; returns its start (`far`: nobody asks for it)."""
    s = far
    high = np.int64(-1)
    for e in range(first, last):
        if not live[e]:
            continue
        if flat[e_row[e]] > high:
            high = flat[e_row[e]]
            drive[v] = e
        if start_row >= 0:
            s = min(s, flat[e_start[e]])
    flat[v] = high if fixed_code[v, 1] < 0 else fixed_code[v, 1]
    if start_row >= 0:
        flat[start_row] = s if fixed_code[v, 0] < 0 else fixed_code[v, 0]
    return int(s)


def close(
    sample: int, want: int, flat: Row, drive: Row, ready: Row, begun: Row, counted: Row, track: Row, source: Row,
    c: int, begin_code: int, begin: Row, end: Row, before: Row, offset: Row, index: Row,
    finish: Row, tracked: Row, hits: Row, row_sum: Row, ready_sum: Row, begin_sum: Row, flag: Row,
) -> None:  # fmt: skip
    """Tell the finish of a sample and of the nodes tracked; with `want`, who drove it, and the sums over samples."""
    m = len(counted)
    best = -1 if m > 0 else begin_code
    last = -1
    for v in range(m):
        if counted[v] and flat[v] > best:
            best = flat[v]
            last = v
    finish[sample] = decode(best, c, begin, end, before, offset, index, flag)
    for v in range(m):
        if track[v] >= 0:
            tracked[track[v], sample] = decode(flat[v], c, begin, end, before, offset, index, flag)
    if not want:
        return
    while last >= 0:
        hits[last] += 1
        e = drive[last]
        last = owner(e, source)
    # Of all nodes, not of those that merge alone: in a row it costs next to nothing.
    for r in range(len(row_sum)):
        row_sum[r] += flat[r] >> GAP
    for v in range(m):
        ready_sum[v] += ready[v] >> GAP
        begin_sum[v] += begun[v] >> GAP
