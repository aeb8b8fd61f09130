"""The two passes over only what an edit reaches: nodes whose dates may have changed, and no others.

A node that comes out as before stops the spread. Every node is computed by the kernel of the full pass, called for
that one node, so that both give the same dates.
"""

from northline.engine.kernels import GATE, forward
from northline.engine.late import backward
from northline.engine.worktime import Row


def forward_cone(
    dirty: Row, moved: Row, one: Row, succ_ptr: Row, succ_edge: Row, target: Row,
    node_kind: Row, ptr: Row, source: Row, kind: Row, lag: Row, lag_cal: Row,
    seg_ptr: Row, seg_minutes: Row, seg_rest: Row, seg_cal: Row,
    constraint: Row, at: Row, fixed_start: Row, fixed_finish: Row, fixed_by: Row, resume: Row, delay: Row,
    not_before: Row, active: Row, honour: int, project_start: int, status: int,
    begin: Row, end: Row, before: Row, offset: Row, index: Row, flag: Row,
    start: Row, finish: Row, driver: Row,
) -> int:  # fmt: skip
    """Recompute the `dirty` nodes and all that follows; mark those whose dates `moved`; return how many were visited.

    `one` is room for one node's number. Children inherit the driver of a gate, so it counts as one of its dates.
    """
    visited = 0
    for v in range(len(dirty)):
        if dirty[v] == 0:
            continue
        visited += 1
        s = start[v]
        f = finish[v]
        by = driver[v]
        one[0] = v
        forward(
            one, node_kind, ptr, source, kind, lag, lag_cal, seg_ptr, seg_minutes, seg_rest, seg_cal,
            constraint, at, fixed_start, fixed_finish, fixed_by, resume, delay, not_before, active, honour,
            project_start, status, begin, end, before, offset, index, flag, start, finish, driver,
        )  # fmt: skip
        if start[v] != s or finish[v] != f or (driver[v] != by and node_kind[v] == GATE):
            moved[v] = 1
            for x in range(succ_ptr[v], succ_ptr[v + 1]):
                dirty[target[succ_edge[x]]] = 1
    return visited


def backward_cone(
    dirty: Row, one: Row, ptr: Row, source: Row,
    node_kind: Row, succ_ptr: Row, succ_edge: Row, target: Row, kind: Row, lag: Row, lag_cal: Row,
    seg_ptr: Row, seg_minutes: Row, seg_rest: Row, seg_cal: Row, constraint: Row, at: Row, deadline: Row,
    delay: Row, done: Row, fixed_by: Row, active: Row, roll_of: Row, start: Row, finish: Row, project_finish: int,
    begin: Row, end: Row, before: Row, offset: Row, index: Row, flag: Row,
    late_start: Row, late_finish: Row, free_start: Row, free_finish: Row,
) -> int:  # fmt: skip
    """Recompute the late dates of the `dirty` nodes and of all that lead to them; return how many were visited."""
    visited = 0
    for v in range(len(dirty) - 1, -1, -1):
        if dirty[v] == 0:
            continue
        visited += 1
        ls = late_start[v]
        lf = late_finish[v]
        fs = free_start[v]
        ff = free_finish[v]
        one[0] = v
        backward(
            one, node_kind, succ_ptr, succ_edge, target, kind, lag, lag_cal, seg_ptr, seg_minutes, seg_rest,
            seg_cal, constraint, at, deadline, delay, done, fixed_by, active, roll_of, start, finish,
            project_finish, begin, end, before, offset, index, flag,
            late_start, late_finish, free_start, free_finish,
        )  # fmt: skip
        if late_start[v] != ls or late_finish[v] != lf or free_start[v] != fs or free_finish[v] != ff:
            for e in range(ptr[v], ptr[v + 1]):
                dirty[source[e]] = 1
    return visited
