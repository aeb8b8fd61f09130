"""What the loop of crew.py works in, what it begins a block and a sample with, and what it adds up once a sample is played
through; written for numba, like it."""

from typing import Any

import numpy as np

from northline.engine import kernels as k
from northline.engine.forecast import luck
from northline.engine.forecast.codes import GAP, decode
from northline.engine.forecast.events import NO_BITS, owner, push, touch

CHANGE = 2
STUCK = 4

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


def work_space(rows: int) -> Any:
    """Room for a moment, and for the minutes of each row, all of them and those that are left."""
    return np.zeros(1, np.int64), np.zeros(rows, np.int64), np.zeros(rows, np.int64)


def drawn_of(m: int, table: Row, extra_ptr: Row) -> Row:
    """Whose minutes differ from sample to sample."""
    drawn = np.zeros(m, np.bool_)
    for v in range(len(table)):
        drawn[v] = table[v] >= 0 or extra_ptr[v] < extra_ptr[v + 1]
    return drawn


def queue_space(m: int, word_ptr: Row, change_at: Row) -> Any:
    """Who waits for what, which resources are to be offered and who set them free, the heap of events, and a stack."""
    queues, room = len(word_ptr) - 1, 2 * m + len(change_at) + 2
    return (
        np.zeros(word_ptr[queues], np.uint64),
        np.zeros(queues, np.int64),
        np.zeros(queues, np.uint8),
        np.zeros(queues, np.int64),
        np.zeros(queues, np.int64),
        np.zeros(room, np.int64),
        np.zeros(room, np.int64),
        np.zeros(m + 1, np.int64),
    )


def choice_space(capacity: Row, slot_units: Row) -> Any:
    """What offers.py answers in, and what choosing.py looks for people in."""
    resources = len(capacity)
    return (
        np.zeros(3, np.int64),
        np.zeros(resources, np.int64),
        np.zeros(resources + 1, np.int64),
        np.zeros(resources, np.int64),
        np.zeros(resources, np.int64),
        np.zeros(len(slot_units) + 1, np.int64),
        np.zeros(1, np.int64),
    )


def draw_block(
    lasts: Row, d: Row, y: Row, scaled: Row, random: Row, first: int, block: int, wanted: Row, key: Row, table: Row, tables: Row,
    seg_ptr: Row, seg_low: Row, seg_width: Row, part: Row, least: Row, extra_ptr: Row, extra_kind: Row, extra_row: Row,
    shared: Row, s_key: Row, s_table: Row, s_low: Row, s_width: Row, s_limit: Row, s_otherwise: Row,
) -> None:  # fmt: skip
    """Draw the minutes of a block of samples, what several tasks share first."""
    if len(s_table):
        luck.share_out(
            shared, random, y, first, block, s_key, s_table, s_low, s_width, s_limit, s_otherwise, tables
        )
    luck.draw_all(
        lasts, d, y, scaled, random, first, block, wanted, key, table, tables, seg_ptr, seg_low, seg_width, part, least,
        extra_ptr, extra_kind, extra_row, shared,
    )  # fmt: skip


def opened(
    left: Row, pending: Row, free: Row, capacity: Row, chosen: Row, found: Row, change_at: Row, heap: Row, item: Row,
    order: Row, stack: Row,
) -> tuple[int, int]:  # fmt: skip
    """Nothing has happened yet: how many changes of capacity lie ahead, and how many nodes wait for nobody."""
    left[:] = pending
    free[:] = capacity
    chosen[:] = -1
    found[2] = k.FAR
    events = 0
    tall = 0
    for x in range(len(change_at)):
        events = push(heap, item, events, change_at[x], 3 * x + CHANGE)
    for i in range(len(order) - 1, -1, -1):
        if pending[order[i]] == 0:
            stack[tall] = order[i]
            tall += 1
    return events, tall


def ask_all(waiting: Row, touched: Row, list_of_touched: Row, freed_by: Row, marked: int) -> int:
    """Have every resource offered that anybody waits for; returns how many are to be."""
    for r in range(len(waiting)):
        if waiting[r] > 0:
            marked = touch(r, -1, touched, list_of_touched, freed_by, marked)
    return marked


def send_away(waits: Row, waiting: Row, word_ptr: Row, flag: Row) -> None:
    """Whoever still waits when nothing more happens waits for ever."""
    for r in range(len(word_ptr) - 1):
        if waiting[r] > 0:
            flag[0] |= STUCK
            waiting[r] = 0
            waits[word_ptr[r] : word_ptr[r + 1]] = NO_BITS


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
