"""The arithmetic of the two passes, over plain sequences of integers.

Every function is plain Python that numba can compile as it stands (`fast.py` does): given lists it is the
twin that runs where numba is off, given int64 arrays it is the fast one. All dates are absolute minutes.

Node kinds: LEAF (a task), GATE (where dates pushed onto a summary enter its children), ROLL (a summary
itself). Edge kinds: the four link kinds, INTO (gate → child) and OUT (child → roll).
"""

# ruff: noqa: PLR0912, PLR0915, PLR1714, PLR1730, SIM109  kernels stay one straight loop; min/max calls cost in the twin

from typing import Any

LEAF, GATE, ROLL = 0, 1, 2
FS, SS, FF, SF, INTO, OUT = 0, 1, 2, 3, 4, 5
ASAP, ALAP, SNET, SNLT, FNET, FNLT, MSO, MFO = 0, 1, 2, 3, 4, 5, 6, 7
NONE = -1
FAR = 1 << 60
TOO_LATE, TOO_EARLY = 1, 2
BY_PROJECT, BY_CONSTRAINT, BY_ACTUAL, BY_MANUAL, BY_LEVELLING, BY_STATUS, BY_ALAP, BY_CHILDREN = (
    -1, -2, -3, -4, -5, -6, -7, -8,
)  # fmt: skip

Row = Any  # a list of int in the twin, an int64 array under numba


def work_at(t: int, c: int, begin: Row, end: Row, before: Row, offset: Row, span: Row, flag: Row) -> int:
    """Working minutes of calendar `c` from the start of its table up to `t`."""
    if t > span[1]:
        flag[0] |= TOO_LATE
    if t < span[0]:
        flag[0] |= TOO_EARLY
    low = offset[c]
    high = offset[c + 1]
    if low == high or t <= begin[low]:
        return 0
    while high - low > 1:
        middle = (low + high) >> 1
        if begin[middle] <= t:
            low = middle
        else:
            high = middle
    if t >= end[low]:
        return int(before[low] + end[low] - begin[low])
    return int(before[low] + t - begin[low])


def date_of(
    w: int, c: int, as_start: bool, begin: Row, end: Row, before: Row, offset: Row, span: Row, flag: Row
) -> int:
    """The date at which `w` working minutes of calendar `c` are done: the later one of a seam if
    `as_start`."""
    low = offset[c]
    high = offset[c + 1]
    total = 0
    if low < high:
        total = before[high - 1] + end[high - 1] - begin[high - 1]
    if w > total or (as_start and w == total):
        flag[0] |= TOO_LATE
        return int(span[1])
    if w < 0 or (not as_start and w == 0):
        flag[0] |= TOO_EARLY
        return int(span[0])
    seam = w if as_start else w - 1
    while high - low > 1:
        middle = (low + high) >> 1
        if before[middle] <= seam:
            low = middle
        else:
            high = middle
    return int(begin[low] + w - before[low])


def shift(
    t: int,
    by: int,
    c: int,
    as_start: bool,
    begin: Row,
    end: Row,
    before: Row,
    offset: Row,
    span: Row,
    flag: Row,
) -> int:
    """`t` moved by working minutes `by`; `by` 0 only aligns to a start or a finish of working time."""
    w = work_at(t, c, begin, end, before, offset, span, flag) + by
    return date_of(w, c, as_start, begin, end, before, offset, span, flag)


def topological(order: Row, waiting: Row, succ_ptr: Row, succ_node: Row) -> int:
    """Fill `order` with the nodes such that each comes after all that it waits for; return how many fit."""
    filled = 0
    for node in range(len(waiting)):
        if waiting[node] == 0:
            order[filled] = node
            filled += 1
    done = 0
    while done < filled:
        node = order[done]
        done += 1
        for k in range(succ_ptr[node], succ_ptr[node + 1]):
            after = succ_node[k]
            waiting[after] -= 1
            if waiting[after] == 0:
                order[filled] = after
                filled += 1
    return filled


def forward(
    order: Row, node_kind: Row, ptr: Row, source: Row, kind: Row, lag: Row, lag_cal: Row,
    seg_ptr: Row, seg_minutes: Row, seg_rest: Row, seg_cal: Row,
    constraint: Row, at: Row, fixed_start: Row, fixed_finish: Row, fixed_by: Row, resume: Row, delay: Row,
    not_before: Row, active: Row, honour: int, project_start: int, status: int,
    begin: Row, end: Row, before: Row, offset: Row, span: Row, flag: Row,
    start: Row, finish: Row, driver: Row,
) -> None:  # fmt: skip
    """Fill `start`, `finish` and `driver` (an edge, or a negative BY_ code) of every node."""
    for v in order:
        by = BY_PROJECT
        if node_kind[v] == ROLL:
            s = FAR
            f = -FAR
            for e in range(ptr[v], ptr[v + 1]):
                p = source[e]
                if active[p] == 0:
                    continue
                if start[p] < s:
                    s = start[p]
                if finish[p] > f:
                    f = finish[p]
            if f == -FAR:
                for e in range(ptr[v], ptr[v + 1]):
                    p = source[e]
                    if start[p] < s:
                        s = start[p]
                    if finish[p] > f:
                        f = finish[p]
            by = BY_CHILDREN
            if fixed_start[v] != NONE:
                s = fixed_start[v]
                by = fixed_by[v]
            if fixed_finish[v] != NONE:
                f = fixed_finish[v]
            start[v] = s
            finish[v] = f
            driver[v] = by
            continue
        s = project_start
        need = -FAR
        need_by = BY_PROJECT
        linked = False
        for e in range(ptr[v], ptr[v + 1]):
            p = source[e]
            k = kind[e]
            t = start[p] if k == SS or k == SF or k == INTO else finish[p]
            if lag[e] != 0:
                if lag_cal[e] == NONE:
                    t += lag[e]
                else:
                    t = shift(t, lag[e], lag_cal[e], lag[e] < 0, begin, end, before, offset, span, flag)
            if k != INTO or driver[p] != BY_PROJECT:
                linked = True
            if k == FF or k == SF:
                if t > need:
                    need = t
                    need_by = e
            elif t > s:
                s = t
                by = driver[p] if k == INTO else e
        if node_kind[v] == GATE:
            if constraint[v] == SNET and at[v] > s:
                s = at[v]
                by = BY_CONSTRAINT
            start[v] = s
            finish[v] = s
            driver[v] = by
            continue
        low = seg_ptr[v]
        high = seg_ptr[v + 1]
        c = constraint[v]
        if status != NONE and s < status and resume[v] == NONE and fixed_start[v] == NONE:
            s = status
            by = BY_STATUS
        if c == FNET and at[v] > need:
            need = at[v]
            need_by = BY_CONSTRAINT
        if need != -FAR:
            t = need
            for g in range(low, high):
                if seg_minutes[g] > 0:
                    u = shift(need, -seg_minutes[g], seg_cal[g], True, begin, end, before, offset, span, flag)
                    if u < t:
                        t = u
            if t > s:
                s = t
                by = need_by
        # Without links a start-no-earlier-than date stands even ahead of the plan's start, as in MS Project.
        freely = at[v] > s or not linked
        if (c == SNET and freely) or (c == MSO and (honour == 1 or freely)):
            s = shift(at[v], 0, seg_cal[low], True, begin, end, before, offset, span, flag)
            by = BY_CONSTRAINT
        if not_before[v] > s:
            s = not_before[v]
            by = BY_ALAP
        worked = seg_minutes[low] > 0
        if worked or delay[v] > 0:
            t = FAR
            for g in range(low, high):
                u = shift(s, 0, seg_cal[g], True, begin, end, before, offset, span, flag)
                if delay[v] > 0:
                    u = shift(u + delay[v], 0, seg_cal[g], True, begin, end, before, offset, span, flag)
                    by = BY_LEVELLING
                if u < t:
                    t = u
            s = t
        if honour == 1:
            if c == SNLT:
                t = shift(at[v], 0, seg_cal[low], True, begin, end, before, offset, span, flag)
                if t < s:
                    s = t
                    by = BY_CONSTRAINT
            if c == MFO or c == FNLT:
                t = at[v]
                if worked:
                    t = FAR
                    for g in range(low, high):
                        u = shift(at[v], 0, seg_cal[g], False, begin, end, before, offset, span, flag)
                        u = shift(
                            u, -seg_minutes[g], seg_cal[g], True, begin, end, before, offset, span, flag
                        )
                        if u < t:
                            t = u
                if c == MFO or t < s:
                    s = t
                    by = BY_CONSTRAINT
        if fixed_start[v] != NONE:
            s = fixed_start[v]
            by = fixed_by[v]
        f = s
        for g in range(low, high):
            if seg_minutes[g] > 0:
                u = shift(s, seg_minutes[g], seg_cal[g], False, begin, end, before, offset, span, flag)
                if u > f:
                    f = u
            if resume[v] != NONE and seg_rest[g] > 0:
                u = shift(resume[v], seg_rest[g], seg_cal[g], False, begin, end, before, offset, span, flag)
                if u > f:
                    f = u
        if need > f and worked and need_by >= 0 and kind[need_by] == SF:
            # A start that drives a finish lies on the far side of the seam, and the finish stands beside it.
            u = shift(f, 0, seg_cal[low], True, begin, end, before, offset, span, flag)
            if u == need:
                f = need
        if fixed_finish[v] != NONE:
            f = fixed_finish[v]
        start[v] = s
        finish[v] = f
        driver[v] = by


def backward(
    order: Row, node_kind: Row, ptr: Row, source: Row, kind: Row, lag: Row, lag_cal: Row,
    seg_ptr: Row, seg_minutes: Row, seg_cal: Row, constraint: Row, at: Row, deadline: Row, delay: Row,
    done: Row, active: Row, roll_of: Row, start: Row, finish: Row,
    begin: Row, end: Row, before: Row, offset: Row, span: Row, flag: Row,
    late_start: Row, late_finish: Row, free_start: Row, free_finish: Row,
) -> None:  # fmt: skip
    """Fill the late dates, and the dates up to which start and finish may move without moving a successor.

    `late_start` and `free_start` come in filled with FAR, `late_finish` and `free_finish` with
    `project_finish`.
    `done`: 2 finished, 1 started, 0 not started. Rolls get their bounds here; their late dates are set after.
    """
    for i in range(len(order) - 1, -1, -1):
        v = order[i]
        c = constraint[v]
        ls = late_start[v]
        lf = late_finish[v]
        if c != ASAP:
            if (c == FNLT or c == MFO) and at[v] < lf:
                lf = at[v]
            if (c == SNLT or c == MSO) and at[v] < ls:
                ls = at[v]
        if deadline[v] != NONE and deadline[v] < lf:
            lf = deadline[v]
        mine = start[v]
        if node_kind[v] == GATE:
            mine = start[roll_of[v]]
        elif node_kind[v] == LEAF:
            low = seg_ptr[v]
            high = seg_ptr[v + 1]
            if seg_minutes[low] == 0:
                if ls < lf:
                    lf = ls
                ls = lf
            else:
                bound = lf
                wish = ls
                ls = FAR
                lf = -FAR
                for g in range(low, high):
                    u = shift(bound, 0, seg_cal[g], False, begin, end, before, offset, span, flag)
                    if u > lf:
                        lf = u
                    u = shift(u, -seg_minutes[g], seg_cal[g], True, begin, end, before, offset, span, flag)
                    if u < ls:
                        ls = u
                if wish < ls:
                    ls = shift(wish, 0, seg_cal[low], True, begin, end, before, offset, span, flag)
                    lf = ls
                    for g in range(low, high):
                        u = shift(
                            ls, seg_minutes[g], seg_cal[g], False, begin, end, before, offset, span, flag
                        )
                        if u > lf:
                            lf = u
            if done[v] >= 1:
                ls = start[v]
            if done[v] == 2:
                lf = finish[v]
        late_start[v] = ls
        late_finish[v] = lf
        if active[v] == 0:
            continue
        for e in range(ptr[v], ptr[v + 1]):
            p = source[e]
            k = kind[e]
            if k == OUT:
                if lf < late_finish[p]:
                    late_finish[p] = lf
                if free_finish[v] < free_finish[p]:
                    free_finish[p] = free_finish[v]
                if start[p] == start[v]:
                    if ls < late_start[p]:
                        late_start[p] = ls
                    if free_start[v] < free_start[p]:
                        free_start[p] = free_start[v]
                continue
            ends = k == FF or k == SF
            t = lf if ends else ls
            u = finish[v] if ends else mine
            if ends and node_kind[v] == LEAF and seg_minutes[seg_ptr[v]] > 0:
                # Nothing is lost up to the next working start; a milestone alone keeps to the finish.
                far = shift(lf, 0, seg_cal[seg_ptr[v]], True, begin, end, before, offset, span, flag)
                if k == SF or finish[p] > t or (node_kind[p] == LEAF and seg_minutes[seg_ptr[p]] > 0):
                    t = far
            if delay[v] > 0:
                t = ls - delay[v]
                u = mine - delay[v]
                if ends and seg_minutes[seg_ptr[v]] > 0:
                    g = seg_ptr[v]
                    t = shift(t, seg_minutes[g], seg_cal[g], False, begin, end, before, offset, span, flag)
                    u = shift(u, seg_minutes[g], seg_cal[g], False, begin, end, before, offset, span, flag)
            begins = k == SS or k == SF
            if lag[e] != 0:
                if lag_cal[e] == NONE:
                    t -= lag[e]
                    u -= lag[e]
                else:
                    if t < FAR:
                        t = shift(t, -lag[e], lag_cal[e], True, begin, end, before, offset, span, flag)
                    u = shift(u, -lag[e], lag_cal[e], True, begin, end, before, offset, span, flag)
            if k == INTO or begins:
                if t < late_start[p]:
                    late_start[p] = t
                if k != INTO and u < free_start[p]:
                    free_start[p] = u
            else:
                if t < late_finish[p]:
                    late_finish[p] = t
                if u < free_finish[p]:
                    free_finish[p] = u
