"""The simulation's inner loop: a block of samples at a time, node by node, over integers.

A date is held as a *code* on the plan's most used calendar: the working minutes before it, shifted by GAP
bits, plus the minutes since the end of the working period before it. Codes order as dates do and lose nothing,
and a task on that calendar is one addition (WORK). A task on a calendar of its own, or delayed by levelling, is
converted sample by sample (APART). Everything else (hard dates, started work, several calendars) goes through
the scheduler's own `forward` for that one task and sample (GENERAL).

Written for numba, which compiles it as it stands; `twin.py` is its oracle.
"""

# ruff: noqa: PLR0912, PLR0915, PLR1714, SIM109  one straight loop, as in engine/kernels.py

from typing import Any

import numpy as np

from northline.engine import kernels as k

SKIP, FIXED, WORK, MARK, ROLL, GENERAL, APART = 0, 1, 2, 3, 4, 5, 6
COPY, ADD, SLOW, DROP = 0, 1, 2, 3
GAP = 28
BLOCK = 64
SUMS = (
    3  # per task: sums of y, of y squared, of y times finish; in the row after the last: of finish, squared
)

Row = Any


def encode(t: int, c: int, begin: Row, end: Row, before: Row, offset: Row, span: Row, flag: Row) -> int:
    """The code of a date on calendar `c`."""
    low = offset[c]
    high = offset[c + 1]
    if t > span[1]:
        flag[0] |= k.TOO_LATE
    if t < span[0]:
        flag[0] |= k.TOO_EARLY
        return 0
    if t <= begin[low]:
        return int(t - span[0])
    while high - low > 1:
        middle = (low + high) >> 1
        if begin[middle] <= t:
            low = middle
        else:
            high = middle
    if t >= end[low]:
        return int(((before[low] + end[low] - begin[low]) << GAP) + t - end[low])
    if t == begin[low]:
        return int((before[low] << GAP) + t - end[low - 1])
    return int((before[low] + t - begin[low]) << GAP)


def decode(code: int, c: int, begin: Row, end: Row, before: Row, offset: Row, span: Row, flag: Row) -> int:
    """The date that a code stands for."""
    w = code >> GAP
    if w == 0:
        return int(span[0] + code)
    return int(k.date_of(w, c, False, begin, end, before, offset, span, flag) + (code & ((1 << GAP) - 1)))


def edge_code(
    code: int, mode: int, lag: int, lag_cal: int, c: int,
    begin: Row, end: Row, before: Row, offset: Row, span: Row, flag: Row,
) -> int:  # fmt: skip
    """What an edge asks of its target, as a code, given the code of the date that it leaves."""
    if mode == COPY:
        return code
    if mode == ADD:
        return ((code >> GAP) + lag) << GAP
    t = decode(code, c, begin, end, before, offset, span, flag)
    if lag_cal == k.NONE:
        t += lag
    else:
        t = k.shift(t, lag, lag_cal, lag < 0, begin, end, before, offset, span, flag)
    return encode(t, c, begin, end, before, offset, span, flag)


def draw(y: Row, key: Any, table: Row, first: int, count: int) -> None:
    """Fill `y` with the values of one task in samples `first` on; `draws.values` is the twin."""
    scale = 2.0**-32
    one = np.uint64(1)
    for b in range(count):
        z = key + np.uint64(first + b + 1) * np.uint64(0x9E3779B97F4A7C15)
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        z = z ^ (z >> np.uint64(31))
        cell = z >> np.uint64(54)
        part = np.float64(np.int64((z >> np.uint64(22)) & np.uint64(0xFFFFFFFF))) * scale
        y[b] = table[cell] + (table[cell + one] - table[cell]) * part


def general(
    v: int, b: int, code: Row, e_row: Row, start_row: int, c: int, begin_code: int, one: Row,
    s_start: Row, s_finish: Row, s_driver: Row, minutes: Row, rest: Row,
    node_kind: Row, ptr: Row, source: Row, kind: Row, lag: Row, lag_cal: Row, seg_ptr: Row, seg_cal: Row,
    constraint: Row, at: Row, fixed_start: Row, fixed_finish: Row, fixed_by: Row, resume: Row, delay: Row,
    not_before: Row, active: Row, honour: int, project_start: int, status: int,
    begin: Row, end: Row, before: Row, offset: Row, span: Row, flag: Row,
) -> int:  # fmt: skip
    """One task in one sample by the scheduler's own forward pass; returns what drives it."""
    for e in range(ptr[v], ptr[v + 1]):
        p = source[e]
        held = code[e_row[e], b]
        t = decode(held, c, begin, end, before, offset, span, flag)
        if kind[e] == k.SS or kind[e] == k.SF or kind[e] == k.INTO:
            s_start[p] = t
        else:
            s_finish[p] = t
        if kind[e] == k.INTO:
            s_driver[p] = k.BY_PROJECT if held == begin_code else e
    one[0] = v
    k.forward(
        one, node_kind, ptr, source, kind, lag, lag_cal, seg_ptr, minutes, rest, seg_cal,
        constraint, at, fixed_start, fixed_finish, fixed_by, resume, delay, not_before, active, honour,
        project_start, status, begin, end, before, offset, span, flag, s_start, s_finish, s_driver,
    )  # fmt: skip
    code[v, b] = encode(s_finish[v], c, begin, end, before, offset, span, flag)
    if start_row >= 0:
        code[start_row, b] = encode(s_start[v], c, begin, end, before, offset, span, flag)
    return int(s_driver[v])


def simulate_range(
    first_chunk: int, last_chunk: int, chunk: int, samples: int, want: int,
    rows: int, cls: Row, floor: Row, need_floor: Row, pre_row: Row, fixed_code: Row, start_row: Row, start_exact: Row,
    has_need: Row, counted: Row, e_row: Row, e_start: Row, e_mode: Row, c: int, begin_code: int,
    key: Row, table: Row, tables: Row, seg_fixed: Row, seg_low: Row, seg_width: Row,
    order: Row, node_kind: Row, ptr: Row, source: Row, kind: Row, lag: Row, lag_cal: Row,
    seg_ptr: Row, seg_cal: Row, constraint: Row, at: Row, fixed_start: Row, fixed_finish: Row,
    fixed_by: Row, resume: Row, delay: Row, not_before: Row, active: Row, honour: int, project_start: int,
    status: int, begin: Row, end: Row, before: Row, offset: Row, span: Row,
    finish: Row, sums: Row, hits: Row, flag: Row,
) -> None:  # fmt: skip
    """Fill `finish` (dates) for the samples of some chunks; with `want`, also `sums` and `hits` per chunk.

    Each chunk has its own rows of sums, added up in one order afterwards: no result depends on threads.
    """
    m = len(order)
    n = len(key)
    code = np.empty((rows, BLOCK), np.int64)
    s = np.empty(BLOCK, np.int64)
    need = np.empty(BLOCK, np.int64)
    y = np.zeros(BLOCK)
    best = np.empty(BLOCK, np.int64)
    worked = np.empty(BLOCK)
    taken = np.zeros((n if want else 1, BLOCK), np.int32)
    ys = np.zeros((n if want else 1, BLOCK))
    drives = np.zeros((m if want else 1, BLOCK), np.int32)
    critical = np.zeros((rows if want else 1, BLOCK), np.uint8)
    s_start = np.zeros(m, np.int64)
    s_finish = np.zeros(m, np.int64)
    s_driver = np.zeros(m, np.int64)
    one = np.zeros(1, np.int64)
    minutes = seg_fixed.copy()
    rest = np.zeros(len(seg_fixed), np.int64)
    for v in range(m):
        if cls[v] == FIXED:
            for b in range(BLOCK):
                code[v, b] = fixed_code[v, 1]
                if start_row[v] >= 0:
                    code[start_row[v], b] = fixed_code[v, 0]
    for block in range((last_chunk - first_chunk) * (chunk // BLOCK)):
        first = first_chunk * chunk + block * BLOCK
        if first >= samples:
            break
        number = first // chunk
        size = min(BLOCK, samples - first)
        for b in range(BLOCK):
            best[b] = -1 if m > 0 else begin_code
        for i in range(m):
            v = order[i]
            kind_of = cls[v]
            if kind_of == WORK or kind_of == MARK or kind_of == APART:
                for b in range(BLOCK):
                    s[b] = floor[v]
                if has_need[v]:
                    for b in range(BLOCK):
                        need[b] = need_floor[v]
                for e in range(ptr[v], ptr[v + 1]):
                    if e_mode[e] == DROP:
                        continue
                    into = need if kind_of == WORK and (kind[e] == k.FF) else s
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
                                here[b], SLOW, lag[e], lag_cal[e], c, begin, end, before, offset, span, flag
                            )
                            into[b] = max(into[b], t)
                if kind_of == MARK:
                    out = code[v]
                    for b in range(BLOCK):
                        out[b] = s[b]
                elif kind_of == APART:
                    g = seg_ptr[v]
                    own = seg_cal[g]
                    if table[v] >= 0:
                        draw(y, key[v], tables[table[v]], first, BLOCK)
                        if want:
                            for b in range(BLOCK):
                                ys[v, b] = y[b]
                    else:
                        for b in range(BLOCK):
                            y[b] = 0.0
                    for b in range(BLOCK):
                        lasts = int(seg_low[g] + seg_width[g] * y[b] + 0.5)
                        code[pre_row[v], b] = s[b]
                        if own == c:
                            t = k.date_of(s[b] >> GAP, c, True, begin, end, before, offset, span, flag)
                            w = encode(t + delay[v], c, begin, end, before, offset, span, flag) >> GAP
                            code[v, b] = (w + lasts) << GAP
                            if start_row[v] >= 0:
                                t = k.date_of(w, c, True, begin, end, before, offset, span, flag)
                                code[start_row[v], b] = encode(t, c, begin, end, before, offset, span, flag)
                            continue
                        t = decode(s[b], c, begin, end, before, offset, span, flag)
                        t = k.shift(t, 0, own, True, begin, end, before, offset, span, flag)
                        if delay[v] > 0:
                            t = k.shift(
                                int(t + delay[v]), 0, own, True, begin, end, before, offset, span, flag
                            )
                        if start_row[v] >= 0:
                            code[start_row[v], b] = encode(t, c, begin, end, before, offset, span, flag)
                        t = k.shift(t, lasts, own, False, begin, end, before, offset, span, flag)
                        code[v, b] = encode(t, c, begin, end, before, offset, span, flag)
                else:
                    g = seg_ptr[v]
                    low = seg_low[g] + 0.5
                    width = seg_width[g]
                    out = code[v]
                    if table[v] >= 0:
                        draw(y, key[v], tables[table[v]], first, BLOCK)
                        if want:
                            for b in range(BLOCK):
                                ys[v, b] = y[b]
                        if has_need[v]:
                            for b in range(BLOCK):
                                d = np.int64(low + width * y[b])
                                s[b] = max(s[b] >> GAP, (need[b] >> GAP) - d) << GAP
                        for b in range(BLOCK):
                            d = np.int64(low + width * y[b])
                            out[b] = ((s[b] >> GAP) + d) << GAP
                    else:
                        d = np.int64(low)
                        if has_need[v]:
                            for b in range(BLOCK):
                                s[b] = max(s[b] >> GAP, (need[b] >> GAP) - d) << GAP
                        for b in range(BLOCK):
                            out[b] = ((s[b] >> GAP) + d) << GAP
                    if want:
                        for b in range(BLOCK):
                            taken[v, b] = (out[b] >> GAP) - (s[b] >> GAP)
                    if start_row[v] >= 0:
                        out = code[start_row[v]]
                        for b in range(BLOCK):
                            out[b] = (s[b] >> GAP) << GAP
                        if start_exact[v]:
                            for b in range(size):
                                t = k.date_of(s[b] >> GAP, c, True, begin, end, before, offset, span, flag)
                                out[b] = encode(t, c, begin, end, before, offset, span, flag)
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
                if table[v] >= 0:
                    draw(y, key[v], tables[table[v]], first, BLOCK)
                    if want:
                        for b in range(BLOCK):
                            ys[v, b] = y[b]
                else:
                    for b in range(BLOCK):
                        y[b] = 0.0
                for b in range(size):
                    for g in range(seg_ptr[v], seg_ptr[v + 1]):
                        rest[g] = np.int64(seg_low[g] + seg_width[g] * y[b] + 0.5)
                        minutes[g] = seg_fixed[g] + rest[g]
                    by = general(
                        v, b, code, e_row, start_row[v], c, begin_code, one, s_start, s_finish, s_driver,
                        minutes, rest, node_kind, ptr, source, kind, lag, lag_cal, seg_ptr, seg_cal,
                        constraint, at, fixed_start, fixed_finish, fixed_by, resume, delay, not_before,
                        active, honour, project_start, status, begin, end, before, offset, span, flag,
                    )  # fmt: skip
                    if want:
                        drives[v, b] = by
                for b in range(size, BLOCK):
                    code[v, b] = begin_code
                    if start_row[v] >= 0:
                        code[start_row[v], b] = begin_code
            if counted[v]:
                out = code[v]
                for b in range(BLOCK):
                    best[b] = max(best[b], out[b])
        for b in range(size):
            finish[first + b] = decode(best[b], c, begin, end, before, offset, span, flag)
            worked[b] = np.float64((best[b] >> GAP) - (begin_code >> GAP))
        if not want:
            continue
        critical[:, :] = 0
        for v in range(m):
            if cls[v] != SKIP and node_kind[v] == k.LEAF and active[v]:
                for b in range(size):
                    if code[v, b] == best[b]:
                        critical[v, b] = 1
        for i in range(m - 1, -1, -1):
            v = order[i]
            if cls[v] == SKIP:
                continue
            r = start_row[v]
            total = 0
            for b in range(size):
                total += critical[v, b]
            if r >= 0:
                for b in range(size):
                    if cls[v] == ROLL:
                        total += critical[r, b]
                    elif critical[r, b] and not critical[v, b]:
                        critical[v, b] = 1
                        total += 1
            if total == 0:
                continue
            if v < n:
                hits[number, v] += total
            if cls[v] == FIXED:
                continue
            for e in range(ptr[v], ptr[v + 1]):
                if e_mode[e] == DROP:
                    continue
                row = e_row[e]
                for b in range(size):
                    if cls[v] == ROLL:
                        if critical[v, b] and code[row, b] == code[v, b]:
                            critical[row, b] = 1
                        if r >= 0 and critical[r, b] and code[e_start[e], b] == code[r, b]:
                            critical[e_start[e], b] = 1
                        continue
                    if not critical[v, b]:
                        continue
                    if cls[v] == GENERAL:
                        if drives[v, b] == e:
                            critical[row, b] = 1
                        continue
                    t = edge_code(
                        code[row, b], e_mode[e], lag[e], lag_cal[e], c,
                        begin, end, before, offset, span, flag,
                    )  # fmt: skip
                    if cls[v] == MARK or cls[v] == APART:
                        if t == code[v if cls[v] == MARK else pre_row[v], b]:
                            critical[row, b] = 1
                    else:
                        bound = code[v, b] >> GAP
                        if kind[e] != k.FF:
                            bound -= taken[v, b]
                        if t >> GAP == bound:
                            critical[row, b] = 1
        for b in range(size):
            sums[number, n, 0] += worked[b]
            sums[number, n, 1] += worked[b] * worked[b]
        for v in range(n):
            if table[v] < 0 or cls[v] == SKIP:
                continue
            a0 = 0.0
            a1 = 0.0
            a2 = 0.0
            for b in range(size):
                a0 += ys[v, b]
                a1 += ys[v, b] * ys[v, b]
                a2 += ys[v, b] * worked[b]
            sums[number, v, 0] += a0
            sums[number, v, 1] += a1
            sums[number, v, 2] += a2
