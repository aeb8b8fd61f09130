"""The arithmetic of the two passes, over plain sequences of integers.

Every function is plain Python that numba can compile as it stands (`fast.py` does): given lists it is the
twin that runs where numba is off, given int64 arrays it is the fast one. All dates are absolute minutes.

Node kinds: LEAF (a task), GATE (where dates pushed onto a summary enter its children), ROLL (a summary
itself). Edge kinds: the four link kinds, INTO (gate → child) and OUT (child → roll).
"""

# ruff: noqa: PLR0912, PLR0915, PLR1714, PLR1730, SIM109  kernels stay one straight loop; min/max calls cost in the twin

from northline.engine.worktime import TOO_EARLY, TOO_LATE, Row, date_of, laid_from, laid_until, shift, work_at

LEAF, GATE, ROLL = 0, 1, 2
FS, SS, FF, SF, INTO, OUT = 0, 1, 2, 3, 4, 5
ASAP, ALAP, SNET, SNLT, FNET, FNLT, MSO, MFO, HAMMOCK = 0, 1, 2, 3, 4, 5, 6, 7, 8
NONE = -1
FAR = 1 << 60
BY_PROJECT, BY_CONSTRAINT, BY_ACTUAL, BY_MANUAL, BY_LEVELLING, BY_STATUS, BY_ALAP, BY_CHILDREN = (
    -1, -2, -3, -4, -5, -6, -7, -8,
)  # fmt: skip
BY_ACTUAL_HELD = -9  # in `fixed_by` alone: begun work whose rest waits for its links

__all__ = [
    "ALAP", "ASAP", "BY_ACTUAL", "BY_ACTUAL_HELD", "BY_ALAP", "BY_CHILDREN", "BY_CONSTRAINT", "BY_LEVELLING",
    "BY_MANUAL", "BY_PROJECT", "BY_STATUS", "FAR", "FF", "FNET", "FNLT", "FS", "GATE", "HAMMOCK", "INTO", "LEAF", "MFO",
    "MSO", "NONE", "OUT", "ROLL", "SF", "SNET", "SNLT", "SS", "TOO_EARLY", "TOO_LATE", "date_of", "forward",
    "laid_from", "laid_until", "shift", "work_at",
]  # fmt: skip


def forward(
    order: Row, node_kind: Row, ptr: Row, source: Row, kind: Row, lag: Row, lag_cal: Row,
    seg_ptr: Row, seg_minutes: Row, seg_rest: Row, seg_cal: Row,
    constraint: Row, at: Row, fixed_start: Row, fixed_finish: Row, fixed_by: Row, resume: Row, delay: Row,
    not_before: Row, active: Row, honour: int, project_start: int, status: int,
    begin: Row, end: Row, before: Row, offset: Row, index: Row, flag: Row,
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
                    t = shift(t, lag[e], lag_cal[e], lag[e] < 0, begin, end, before, offset, index, flag)
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
        held = s
        if by == BY_PROJECT or fixed_by[v] != BY_ACTUAL_HELD:
            held = NONE
        if status != NONE and s < status and resume[v] == NONE and fixed_start[v] == NONE:
            s = status
            by = BY_STATUS
        if c == FNET and at[v] > need:
            need = at[v]
            need_by = BY_CONSTRAINT
        if need > s and c != HAMMOCK:
            t = need
            for g in range(low, high):
                if seg_minutes[g] > 0:
                    u = shift(
                        need, -seg_minutes[g], seg_cal[g], True, begin, end, before, offset, index, flag
                    )
                    if u < t:
                        t = u
            if t > s:
                s = t
                by = need_by
        # Without links a start-no-earlier-than date stands even ahead of the plan's start, as in MS Project, but
        # what has not begun does not stand ahead of the status date.
        freely = at[v] > s or not (linked or by == BY_STATUS)
        if (c == SNET and freely) or (c == MSO and (honour == 1 or freely)):
            s = FAR
            for g in range(low, high):
                u = shift(at[v], 0, seg_cal[g], True, begin, end, before, offset, index, flag)
                if u < s:
                    s = u
            by = BY_CONSTRAINT
        if not_before[v] > s:
            s = not_before[v]
            by = BY_ALAP
        worked = seg_minutes[low] > 0
        f = FAR
        if worked and high - low == 1 and delay[v] == 0:
            s, f = laid_from(s, seg_minutes[low], seg_cal[low], begin, end, before, offset, index, flag)
        elif worked or delay[v] > 0:
            t = FAR
            for g in range(low, high):
                u = shift(s, 0, seg_cal[g], True, begin, end, before, offset, index, flag)
                if delay[v] > 0:
                    u = shift(u + delay[v], 0, seg_cal[g], True, begin, end, before, offset, index, flag)
                    by = BY_LEVELLING
                if u < t:
                    t = u
            s = t
        if honour == 1 and c != ASAP:
            if c == SNLT:
                t = FAR
                for g in range(low, high):
                    u = shift(at[v], 0, seg_cal[g], True, begin, end, before, offset, index, flag)
                    if u < t:
                        t = u
                if t < s:
                    s = t
                    f = FAR
                    by = BY_CONSTRAINT
            if c == MFO or c == FNLT:
                t = at[v]
                if worked:
                    t = FAR
                    for g in range(low, high):
                        u = shift(at[v], 0, seg_cal[g], False, begin, end, before, offset, index, flag)
                        u = shift(
                            u, -seg_minutes[g], seg_cal[g], True, begin, end, before, offset, index, flag
                        )
                        if u < t:
                            t = u
                if c == MFO or t < s:
                    s = t
                    f = FAR
                    by = BY_CONSTRAINT
        if fixed_start[v] != NONE:
            s = fixed_start[v]
            f = FAR
            by = BY_ACTUAL if fixed_by[v] == BY_ACTUAL_HELD else fixed_by[v]
            if resume[v] > held:
                held = resume[v]
        if f == FAR:
            f = s
            for g in range(low, high):
                if seg_minutes[g] > 0:
                    u = shift(s, seg_minutes[g], seg_cal[g], False, begin, end, before, offset, index, flag)
                    if u > f:
                        f = u
                if held != NONE and seg_rest[g] > 0:
                    u = shift(held, seg_rest[g], seg_cal[g], False, begin, end, before, offset, index, flag)
                    if u > f:
                        f = u
            if need > f and (c == HAMMOCK or fixed_by[v] == BY_ACTUAL_HELD):
                # A hammock reaches to what its finish waits for; so does the rest of begun work.
                f = need
                if c == HAMMOCK and fixed_start[v] == NONE:
                    s = shift(s, 0, seg_cal[low], True, begin, end, before, offset, index, flag)
                    s = min(s, f)
        if need > f and worked and need_by >= 0 and kind[need_by] == SF:
            # A start that drives a finish lies on the far side of the seam, and the finish stands beside it.
            u = shift(f, 0, seg_cal[low], True, begin, end, before, offset, index, flag)
            if u == need:
                f = need
        if fixed_finish[v] != NONE:
            f = fixed_finish[v]
        start[v] = s
        finish[v] = f
        driver[v] = by
