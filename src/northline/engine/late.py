"""The backward pass and the slacks, in the same two ways of running as `kernels.py`.

Every node asks its successors how late it may be, so that a change can be followed backwards node by node.
"""

# ruff: noqa: PLR0912, PLR0915, PLR1714, PLR1730, SIM109  as in kernels.py

from northline.engine.kernels import (
    ASAP,
    BY_ACTUAL_HELD,
    FAR,
    FF,
    FNLT,
    GATE,
    HAMMOCK,
    INTO,
    LEAF,
    MFO,
    MSO,
    NONE,
    OUT,
    ROLL,
    SF,
    SNLT,
    SS,
)
from northline.engine.worktime import Row, laid_until, shift, work_at


def backward(
    order: Row, node_kind: Row, succ_ptr: Row, succ_edge: Row, target: Row, kind: Row, lag: Row, lag_cal: Row,
    seg_ptr: Row, seg_minutes: Row, seg_rest: Row, seg_cal: Row, constraint: Row, at: Row, deadline: Row,
    delay: Row, done: Row, fixed_by: Row, active: Row, roll_of: Row, start: Row, finish: Row, project_finish: int,
    begin: Row, end: Row, before: Row, offset: Row, index: Row, flag: Row,
    late_start: Row, late_finish: Row, free_start: Row, free_finish: Row,
) -> None:  # fmt: skip
    """Fill the late dates, and the dates up to which start and finish may move without moving a successor.

    `free_start` is FAR where nothing holds the start. `done`: 2 finished, 1 started, 0 not started. Rolls get the
    bounds that they hand to their children; `roll_up` gives them their late dates.
    """
    for i in range(len(order) - 1, -1, -1):
        v = order[i]
        ls = FAR
        lf = project_finish
        fs = FAR
        ff = project_finish
        own = node_kind[v]
        low = seg_ptr[v]
        high = seg_ptr[v + 1]
        works = own == LEAF and seg_minutes[low] > 0
        for x in range(succ_ptr[v], succ_ptr[v + 1]):
            e = succ_edge[x]
            w = target[e]
            k = kind[e]
            if active[w] == 0:
                continue
            if k == OUT:
                if late_finish[w] < lf:
                    lf = late_finish[w]
                if free_finish[w] < ff:
                    ff = free_finish[w]
                if start[v] == start[w]:
                    if late_start[w] < ls:
                        ls = late_start[w]
                    if free_start[w] < fs:
                        fs = free_start[w]
                continue
            ends = k == FF or k == SF
            t = late_finish[w] if ends else late_start[w]
            u = finish[w] if ends else start[w]
            if node_kind[w] == GATE:
                # What may move freely up to a summary must not reach a child that a levelling delay keeps waiting.
                u = min(start[roll_of[w]], free_start[w])
            g = seg_ptr[w]
            if node_kind[w] == LEAF and seg_minutes[g] > 0:
                if ends:
                    # Nothing is lost up to the next working start; a milestone alone keeps to the finish.
                    reach = finish[v]
                    if not works and lag[e] != 0 and lag_cal[e] == NONE:
                        reach += lag[e]
                    elif not works and lag[e] != 0:
                        reach = shift(
                            reach, lag[e], lag_cal[e], lag[e] < 0, begin, end, before, offset, index, flag
                        )
                    if k == SF or reach > t or works:
                        t = shift(t, 0, seg_cal[g], True, begin, end, before, offset, index, flag)
                elif done[w] == 1 and fixed_by[w] == BY_ACTUAL_HELD:
                    t = late_finish[w]
                    u = finish[w]
                    for h in range(g, seg_ptr[w + 1]):
                        if seg_rest[h] > 0:
                            moved = shift(
                                late_finish[w], -seg_rest[h], seg_cal[h], True, begin, end, before, offset,
                                index, flag,
                            )  # fmt: skip
                            t = min(t, moved)
                            moved = shift(
                                finish[w], -seg_rest[h], seg_cal[h], True, begin, end, before, offset, index,
                                flag,
                            )  # fmt: skip
                            u = min(u, moved)
            if delay[w] > 0:
                t = late_start[w] - delay[w]
                u = start[w] - delay[w]
                if ends and seg_minutes[g] > 0:
                    t = shift(t, seg_minutes[g], seg_cal[g], False, begin, end, before, offset, index, flag)
                    u = shift(u, seg_minutes[g], seg_cal[g], False, begin, end, before, offset, index, flag)
            if lag[e] != 0:
                if lag_cal[e] == NONE:
                    t -= lag[e]
                    u -= lag[e]
                else:
                    if t < FAR:
                        t = shift(t, -lag[e], lag_cal[e], True, begin, end, before, offset, index, flag)
                    u = shift(u, -lag[e], lag_cal[e], True, begin, end, before, offset, index, flag)
            if k == INTO or k == SS or k == SF:
                if t < ls:
                    ls = t
                if u < fs and (k != INTO or own == GATE):
                    fs = u
            else:
                if t < lf:
                    lf = t
                if u < ff:
                    ff = u
        c = constraint[v]
        if c != ASAP:
            if (c == FNLT or c == MFO) and at[v] < lf:
                lf = at[v]
            if (c == SNLT or c == MSO) and at[v] < ls:
                ls = at[v]
        if deadline[v] != NONE and deadline[v] < lf:
            lf = deadline[v]
        if works:
            bound = lf
            wish = ls
            if high - low == 1:
                ls, lf = laid_until(
                    bound, seg_minutes[low], seg_cal[low], begin, end, before, offset, index, flag
                )
            else:
                ls = FAR
                lf = -FAR
                for g in range(low, high):
                    s, f = laid_until(
                        bound, seg_minutes[g], seg_cal[g], begin, end, before, offset, index, flag
                    )
                    ls = min(ls, s)
                    lf = max(lf, f)
            if wish < ls:
                ls = FAR
                for g in range(low, high):
                    u = shift(wish, 0, seg_cal[g], True, begin, end, before, offset, index, flag)
                    ls = min(ls, u)
                lf = ls
                for g in range(low, high):
                    u = shift(ls, seg_minutes[g], seg_cal[g], False, begin, end, before, offset, index, flag)
                    lf = max(lf, u)
        elif own == LEAF:
            if c == HAMMOCK:
                ls = min(ls, lf)
            else:
                lf = min(ls, lf)
                ls = lf
        if own == LEAF and done[v] >= 1:
            ls = start[v]
            if done[v] == 2:
                lf = finish[v]
        late_start[v] = ls
        late_finish[v] = lf
        free_start[v] = fs
        free_finish[v] = ff


def roll_up(
    order: Row, node_kind: Row, ptr: Row, source: Row, active: Row, late_start: Row, late_finish: Row
) -> None:
    """Give summaries the first and the last of their children's late dates, inactive ones left out if it can."""
    for v in order:
        if node_kind[v] != ROLL:
            continue
        for counted in range(1, -1, -1):
            ls = FAR
            lf = -FAR
            for e in range(ptr[v], ptr[v + 1]):
                if active[source[e]] >= counted:
                    ls = min(ls, late_start[source[e]])
                    lf = max(lf, late_finish[source[e]])
            if lf > -FAR:
                break
        late_start[v] = ls
        late_finish[v] = lf


def slacks(
    done: Row, calendar: Row, start: Row, finish: Row, late_start: Row, late_finish: Row,
    free_start: Row, free_finish: Row,
    begin: Row, end: Row, before: Row, offset: Row, index: Row, flag: Row,
    start_slack: Row, finish_slack: Row, total_slack: Row, free_slack: Row,
) -> None:  # fmt: skip
    """Fill the slacks of every task, in working minutes of its `calendar`."""
    for v in range(len(calendar)):
        c = calendar[v]
        s = work_at(start[v], c, begin, end, before, offset, index, flag)
        f = work_at(finish[v], c, begin, end, before, offset, index, flag)
        at_start = work_at(late_start[v], c, begin, end, before, offset, index, flag) - s
        at_finish = work_at(late_finish[v], c, begin, end, before, offset, index, flag) - f
        free = work_at(free_finish[v], c, begin, end, before, offset, index, flag) - f
        if free_start[v] < FAR:
            free = min(free, work_at(free_start[v], c, begin, end, before, offset, index, flag) - s)
        start_slack[v] = at_start
        finish_slack[v] = at_finish
        total_slack[v] = at_finish if done[v] == 1 else min(at_start, at_finish)
        free_slack[v] = 0 if done[v] == 2 else max(free, 0)
