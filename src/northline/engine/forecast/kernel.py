"""The simulation's general loop: a block of samples at a time, node by node, over codes of dates (codes.py).

A task on the plan's most used calendar is one addition (WORK). A task on calendars of its own, or delayed by
levelling, is converted sample by sample (APART). Of a task that has begun (BEGUN) only the rest varies. Everything else
(hard dates, splits of begun work) goes through the scheduler's own `forward` for that one task and sample (GENERAL).
Plans that lie wholly on one calendar take the quicker loop of plain.py instead.

Written for numba, which compiles it as it stands; `twin.py` is its oracle.
"""

# ruff: noqa: PLR0912, PLR0915, PLR1714, SIM109  one straight loop, as in engine/kernels.py

from typing import Any

import numpy as np

from northline.engine import kernels as k
from northline.engine.forecast import luck
from northline.engine.forecast.codes import ADD, COPY, DROP, GAP, SLOW, decode, edge_code, encode
from northline.engine.forecast.onetask import general
from northline.engine.forecast.tracing import trace_codes

SKIP, FIXED, WORK, MARK, ROLL, GENERAL, APART, BEGUN = 0, 1, 2, 3, 4, 5, 6, 7
BLOCK = 64

Row = Any


def simulate_range(
    first_block: int, last_block: int, samples: int, want: int,
    rows: int, cls: Row, floor: Row, need_floor: Row, pre_row: Row, fixed_code: Row, resume_code: Row,
    start_row: Row, start_exact: Row, has_need: Row, counted: Row, e_row: Row, e_start: Row, e_mode: Row,
    c: int, begin_code: int, track: Row, merges: Row,
    key: Row, table: Row, tables: Row, seg_fixed: Row, seg_low: Row, seg_width: Row, part: Row, least: Row, sure: Row,
    extra_ptr: Row, extra_kind: Row, extra_row: Row,
    s_key: Row, s_table: Row, s_low: Row, s_width: Row, s_limit: Row, s_otherwise: Row,
    order: Row, node_kind: Row, ptr: Row, source: Row, kind: Row, lag: Row, lag_cal: Row,
    seg_ptr: Row, seg_cal: Row, constraint: Row, at: Row, fixed_start: Row, fixed_finish: Row,
    fixed_by: Row, resume: Row, delay: Row, not_before: Row, active: Row, honour: int, project_start: int,
    status: int, begin: Row, end: Row, before: Row, offset: Row, index: Row,
    finish: Row, tracked: Row, hits: Row, row_sum: Row, begin_sum: Row, flag: Row,
) -> None:  # fmt: skip
    """Fill `finish` and `tracked` (dates) in some blocks of samples; with `want`, add to hits and sums."""
    m = len(order)
    code = np.zeros((rows, BLOCK), np.int64)
    s = np.zeros(BLOCK, np.int64)
    need = np.zeros(BLOCK, np.int64)
    d = np.zeros(BLOCK, np.int32)
    y = np.zeros(BLOCK, np.float32)
    scaled = np.zeros(BLOCK, np.float32)
    random = np.zeros(BLOCK, np.uint32)
    shared = np.zeros((max(1, len(s_table)), BLOCK), np.float32)
    lasts = np.zeros((len(seg_fixed), BLOCK), np.int32)
    best = np.empty(BLOCK, np.int64)
    taken = np.zeros((m if want else 1, BLOCK), np.int64)
    drives = np.zeros((m if want else 1, BLOCK), np.int32)
    critical = np.zeros((rows if want else 1, BLOCK), np.uint8)
    s_start = np.zeros(m, np.int64)
    s_finish = np.zeros(m, np.int64)
    s_driver = np.zeros(m, np.int64)
    one = np.zeros(1, np.int64)
    minutes = seg_fixed.copy()
    rest = np.zeros(len(seg_fixed), np.int64)
    for v in range(m):
        if cls[v] == FIXED or cls[v] == BEGUN:
            for b in range(BLOCK):
                code[v, b] = fixed_code[v, 1]
                if start_row[v] >= 0:
                    code[start_row[v], b] = fixed_code[v, 0]
    for block in range(first_block, last_block):
        first = block * BLOCK
        size = min(BLOCK, samples - first)
        if len(s_table):
            luck.share_out(
                shared, random, y, first, BLOCK, s_key, s_table, s_low, s_width, s_limit, s_otherwise, tables
            )
        for b in range(BLOCK):
            best[b] = -1 if m > 0 else begin_code
        for i in range(m):
            v = order[i]
            kind_of = cls[v]
            if kind_of == WORK or kind_of == APART or kind_of == BEGUN or kind_of == GENERAL:
                x0 = extra_ptr[v]
                x1 = extra_ptr[v + 1]
                if table[v] >= 0 or x0 < x1:
                    luck.values(y, random, v, first, BLOCK, key, table, tables)
                    for g in range(seg_ptr[v], seg_ptr[v + 1]):
                        luck.stretch(
                            lasts[g], y, scaled, BLOCK, seg_low[g], seg_width[g], least[v], part[g],
                            x0, x1, extra_kind, extra_row, shared,
                        )  # fmt: skip
            if kind_of == WORK or kind_of == MARK or kind_of == APART or kind_of == BEGUN:
                for b in range(BLOCK):
                    s[b] = floor[v]
                if has_need[v]:
                    for b in range(BLOCK):
                        need[b] = need_floor[v]
                for e in range(ptr[v], ptr[v + 1]):
                    if e_mode[e] == DROP:
                        continue
                    into = need if has_need[v] and kind[e] == k.FF else s
                    here = code[e_row[e]]
                    if e_mode[e] == COPY:
                        for b in range(BLOCK):
                            into[b] = max(into[b], here[b])
                    elif e_mode[e] == ADD:
                        by = lag[e] << GAP
                        for b in range(BLOCK):
                            into[b] = max(into[b], ((here[b] >> GAP) << GAP) + by)
                    else:
                        for b in range(BLOCK):
                            t = edge_code(
                                here[b], SLOW, lag[e], lag_cal[e], c, begin, end, before, offset, index, flag
                            )
                            into[b] = max(into[b], t)
                out = code[v]
                if kind_of == MARK:
                    for b in range(BLOCK):
                        out[b] = s[b]
                    if want:
                        for b in range(BLOCK):
                            taken[v, b] = s[b]
                elif kind_of == APART:
                    g = seg_ptr[v]
                    single = seg_ptr[v + 1] - g == 1
                    sampled = table[v] >= 0 or extra_ptr[v] < extra_ptr[v + 1]
                    for b in range(BLOCK):
                        code[pre_row[v], b] = s[b]
                        if single and seg_cal[g] == c:
                            work = np.int64(lasts[g, b]) if sampled else sure[g]
                            t = k.date_of(s[b] >> GAP, c, True, begin, end, before, offset, index, flag)
                            w = encode(t + delay[v], c, begin, end, before, offset, index, flag) >> GAP
                            code[v, b] = (w + work) << GAP
                            if start_row[v] >= 0:
                                t = k.date_of(w, c, True, begin, end, before, offset, index, flag)
                                code[start_row[v], b] = encode(t, c, begin, end, before, offset, index, flag)
                            continue
                        held = decode(s[b], c, begin, end, before, offset, index, flag)
                        t = k.FAR
                        for g in range(seg_ptr[v], seg_ptr[v + 1]):
                            u = k.shift(held, 0, seg_cal[g], True, begin, end, before, offset, index, flag)
                            if delay[v] > 0:
                                u = k.shift(
                                    int(u + delay[v]), 0, seg_cal[g], True, begin, end, before, offset, index, flag,
                                )  # fmt: skip
                            t = min(t, u)
                        if start_row[v] >= 0:
                            code[start_row[v], b] = encode(t, c, begin, end, before, offset, index, flag)
                        till = t
                        for g in range(seg_ptr[v], seg_ptr[v + 1]):
                            work = np.int64(lasts[g, b]) if sampled else sure[g]
                            u = k.shift(
                                t, int(work), seg_cal[g], False, begin, end, before, offset, index, flag
                            )
                            till = max(till, u)
                        code[v, b] = encode(till, c, begin, end, before, offset, index, flag)
                    if want:
                        for b in range(BLOCK):
                            taken[v, b] = s[b]
                elif kind_of == BEGUN:
                    g = seg_ptr[v]
                    single = seg_ptr[v + 1] - g == 1
                    sampled = table[v] >= 0 or extra_ptr[v] < extra_ptr[v + 1]
                    for b in range(BLOCK):
                        again = int(resume_code[v])
                        if has_need[v] and s[b] > begin_code:
                            again = max(again, int(s[b]))
                        if single and seg_cal[g] == c:
                            work = np.int64(lasts[g, b]) if sampled else sure[g]
                            w = (fixed_code[v, 0] >> GAP) + seg_fixed[g] + work
                            if again >= 0:
                                w = max(w, (again >> GAP) + work)
                            code[v, b] = w << GAP
                        else:
                            till = fixed_start[v]
                            held = 0
                            if again >= 0:
                                held = decode(again, c, begin, end, before, offset, index, flag)
                            for g in range(seg_ptr[v], seg_ptr[v + 1]):
                                work = np.int64(lasts[g, b]) if sampled else sure[g]
                                u = k.shift(
                                    fixed_start[v], int(seg_fixed[g] + work), seg_cal[g], False,
                                    begin, end, before, offset, index, flag,
                                )  # fmt: skip
                                till = max(till, u)
                                if again >= 0:
                                    u = k.shift(
                                        held, int(work), seg_cal[g], False, begin, end, before, offset, index, flag,
                                    )  # fmt: skip
                                    till = max(till, u)
                            code[v, b] = encode(till, c, begin, end, before, offset, index, flag)
                        if has_need[v]:
                            code[v, b] = max(code[v, b], need[b])
                    if want:
                        for b in range(BLOCK):
                            taken[v, b] = fixed_code[v, 0]
                else:
                    g = seg_ptr[v]
                    if table[v] >= 0 or extra_ptr[v] < extra_ptr[v + 1]:
                        d[:] = lasts[g]
                    else:
                        d[:] = np.int32(sure[g])
                    if has_need[v]:
                        for b in range(BLOCK):
                            s[b] = max(s[b] >> GAP, (need[b] >> GAP) - np.int64(d[b])) << GAP
                    for b in range(BLOCK):
                        s[b] = (s[b] >> GAP) << GAP
                        out[b] = s[b] + (np.int64(d[b]) << GAP)
                    if want:
                        for b in range(BLOCK):
                            taken[v, b] = s[b]
                    if start_row[v] >= 0:
                        out = code[start_row[v]]
                        for b in range(BLOCK):
                            out[b] = s[b]
                        if start_exact[v]:
                            for b in range(size):
                                t = k.date_of(s[b] >> GAP, c, True, begin, end, before, offset, index, flag)
                                out[b] = encode(t, c, begin, end, before, offset, index, flag)
            elif kind_of == ROLL:
                for b in range(BLOCK):
                    s[b] = k.FAR
                    need[b] = -1
                for e in range(ptr[v], ptr[v + 1]):
                    if e_mode[e] == DROP:
                        continue
                    here = code[e_row[e]]
                    for b in range(BLOCK):
                        need[b] = max(need[b], here[b])
                    if start_row[v] >= 0:
                        here = code[e_start[e]]
                        for b in range(BLOCK):
                            s[b] = min(s[b], here[b])
                for b in range(BLOCK):
                    code[v, b] = need[b] if fixed_code[v, 1] < 0 else fixed_code[v, 1]
                    if start_row[v] >= 0:
                        code[start_row[v], b] = s[b] if fixed_code[v, 0] < 0 else fixed_code[v, 0]
            elif kind_of == GENERAL:
                sampled = table[v] >= 0 or extra_ptr[v] < extra_ptr[v + 1]
                for b in range(size):
                    for g in range(seg_ptr[v], seg_ptr[v + 1]):
                        rest[g] = np.int64(lasts[g, b]) if sampled else sure[g]
                        minutes[g] = seg_fixed[g] + rest[g]
                    by = general(
                        v, b, code, e_row, start_row[v], c, begin_code, one, s_start, s_finish, s_driver,
                        minutes, rest, node_kind, ptr, source, kind, lag, lag_cal, seg_ptr, seg_cal,
                        constraint, at, fixed_start, fixed_finish, fixed_by, resume, delay, not_before,
                        active, honour, project_start, status, begin, end, before, offset, index, flag,
                    )  # fmt: skip
                    if want:
                        drives[v, b] = by
                        taken[v, b] = encode(s_start[v], c, begin, end, before, offset, index, flag)
                for b in range(size, BLOCK):
                    code[v, b] = begin_code
                    if start_row[v] >= 0:
                        code[start_row[v], b] = begin_code
            if counted[v]:
                out = code[v]
                for b in range(BLOCK):
                    best[b] = max(best[b], out[b])
        for b in range(size):
            finish[first + b] = decode(best[b], c, begin, end, before, offset, index, flag)
        for v in range(m):
            if track[v] >= 0:
                for b in range(size):
                    tracked[track[v], first + b] = decode(
                        code[v, b], c, begin, end, before, offset, index, flag
                    )
        if not want:
            continue
        for r in range(rows):
            if row_sum[r] != luck.NOT_SUMMED:
                for b in range(size):
                    row_sum[r] += (code[r, b] >> GAP) - (begin_code >> GAP)
        for v in range(m):
            if merges[v]:
                for b in range(size):
                    begin_sum[v] += (taken[v, b] >> GAP) - (begin_code >> GAP)
        trace_codes(
            code, critical, taken, drives, best, size, order, cls, start_row, pre_row, counted, ptr, e_row, e_start,
            e_mode, kind, lag, lag_cal, c, begin, end, before, offset, index, hits, flag,
        )  # fmt: skip
