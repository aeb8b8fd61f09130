"""One task in one sample by the scheduler's own `forward`, for what has no quicker way; written for numba, like kernel.py."""

from typing import Any

from northline.engine import kernels as k
from northline.engine.forecast.codes import decode, encode

Row = Any


def general(
    v: int, b: int, code: Row, e_row: Row, start_row: int, c: int, begin_code: int, one: Row,
    s_start: Row, s_finish: Row, s_driver: Row, minutes: Row, rest: Row,
    node_kind: Row, ptr: Row, source: Row, kind: Row, lag: Row, lag_cal: Row, seg_ptr: Row, seg_cal: Row,
    constraint: Row, at: Row, fixed_start: Row, fixed_finish: Row, fixed_by: Row, resume: Row, delay: Row,
    not_before: Row, active: Row, honour: int, project_start: int, status: int,
    begin: Row, end: Row, before: Row, offset: Row, index: Row, flag: Row,
) -> int:  # fmt: skip
    """One task in one sample by the scheduler's own forward pass; returns what drives it."""
    for e in range(ptr[v], ptr[v + 1]):
        p = source[e]
        held = code[e_row[e], b]
        t = decode(held, c, begin, end, before, offset, index, flag)
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
        project_start, status, begin, end, before, offset, index, flag, s_start, s_finish, s_driver,
    )  # fmt: skip
    code[v, b] = encode(s_finish[v], c, begin, end, before, offset, index, flag)
    if start_row >= 0:
        code[start_row, b] = encode(s_start[v], c, begin, end, before, offset, index, flag)
    return int(s_driver[v])
