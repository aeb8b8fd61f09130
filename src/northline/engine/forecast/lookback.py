"""The loop that holds every task's draws against the finishes; written for numba, like plain.py."""

from typing import Any

import numpy as np

from northline.engine.forecast import luck

BLOCK = 256
TENTH = luck.CELLS // 10

Row = Any


def look_back(
    first: int, last: int, samples: int, task: Row, segment: Row, worked: Row,
    key: Row, table: Row, tables: Row, low: Row, width: Row, part: Row, least: Row,
    extra_ptr: Row, extra_kind: Row, extra_row: Row,
    s_key: Row, s_table: Row, s_low: Row, s_width: Row, s_limit: Row, s_otherwise: Row, sums: Row,
) -> None:  # fmt: skip
    """Fill rows `first` up to `last` of `sums`: d, d², d·w, and count and w of the lowest and the highest tenth."""
    y = np.zeros(BLOCK, np.float32)
    scaled = np.zeros(BLOCK, np.float32)
    random = np.zeros(BLOCK, np.uint32)
    d = np.zeros(BLOCK, np.int32)
    shared = np.zeros((max(1, len(s_table)), BLOCK), np.float32)
    for block in range((samples + BLOCK - 1) // BLOCK):
        begin = block * BLOCK
        size = min(BLOCK, samples - begin)
        w = worked[begin : begin + size]
        if len(s_table):
            luck.share_out(
                shared, random, y, begin, BLOCK, s_key, s_table, s_low, s_width, s_limit, s_otherwise, tables
            )
        for t in range(first, last):
            v = task[t]
            g = segment[t]
            luck.values(y, random, v, begin, BLOCK, key, table, tables)
            luck.stretch(
                d, y, scaled, BLOCK, low[g], width[g], least[v], part[g],
                extra_ptr[v], extra_ptr[v + 1], extra_kind, extra_row, shared,
            )  # fmt: skip
            total = np.int64(0)
            square = np.int64(0)
            product = np.int64(0)
            for b in range(size):
                lasts = np.int64(d[b])
                total += lasts
                square += lasts * lasts
                product += lasts * w[b]
            sums[t, 0] += total
            sums[t, 1] += square
            sums[t, 2] += product
            if table[v] < 0:
                continue
            few = np.int64(0)
            short = np.int64(0)
            many = np.int64(0)
            long = np.int64(0)
            for b in range(size):
                cell = np.int64(random[b])
                few += 1 if cell < TENTH else 0
                short += w[b] if cell < TENTH else 0
                many += 1 if cell >= luck.CELLS - TENTH else 0
                long += w[b] if cell >= luck.CELLS - TENTH else 0
            sums[t, 3] += few
            sums[t, 4] += short
            sums[t, 5] += many
            sums[t, 6] += long
