"""The simulation's loop for a plan whose people and machines are scarce: parallel schedule generation, sample by sample.

Time runs from event to event: a task becomes ready, ends, or a capacity changes. Whatever is free then begins the
ready tasks by a fixed rank, and no task waits for one that is not ready (Kelley, 1963; as a policy under uncertainty:
Möhring and Stork, 2000). Nothing is known beforehand of how long a draw will last.

Dates are the codes of codes.py. Tasks without needs begin as soon as links and calendars let them, and so do
those that are `forced` (begun, pinned, or never to be moved), even past the capacity. A resource is held from start
to finish. Who could do a task and how is decided by choosing.py when it may begin. Written for numba, like kernel.py;
the source itself, run as plain Python, is its twin.
"""

# ruff: noqa: PLR0912, PLR0915  one straight loop: with parts of it in functions of their own it took four times as long

from typing import Any

import numpy as np

from northline.engine import kernels as k
from northline.engine.forecast import crewspace
from northline.engine.forecast.choosing import FIRST, LAST, WHO, fit
from northline.engine.forecast.codes import ADD, COPY, DROP, GAP, decode, edge_code, encode
from northline.engine.forecast.events import leave, line_up, pop, push, queue, served, touch
from northline.engine.forecast.offers import next_up
from northline.engine.forecast.onetask import general

SKIP, FIXED, WORK, MARK, ROLL = 0, 1, 2, 3, 4
BLOCK = 32
FINISH, READY, CHANGE = 0, 1, crewspace.CHANGE
STUCK = crewspace.STUCK

Row = Any


def simulate_crew(
    first_block: int, last_block: int, samples: int, want: int,
    rows: int, cls: Row, floor: Row, need_floor: Row, fixed_code: Row, start_row: Row, start_exact: Row,
    has_need: Row, counted: Row, e_row: Row, e_start: Row, e_mode: Row, c: int, begin_code: int, track: Row,
    pending: Row, succ_ptr: Row, succ_late: Row, succ: Row, forced: Row, need_ptr: Row, need_of: Row, need_units: Row, need_place: Row,
    capacity: Row, word_ptr: Row, task_at: Row, change_at: Row, change_of: Row, change_by: Row, rank: Row, apart: int,
    patient: Row, own_ptr: Row, first_cal: Row, base: Row, way_ptr: Row, way: Row, slot: Row, slot_units: Row, cand: Row,
    key: Row, table: Row, tables: Row, seg_fixed: Row, seg_low: Row, seg_width: Row, part: Row, least: Row, sure: Row,
    extra_ptr: Row, extra_kind: Row, extra_row: Row,
    s_key: Row, s_table: Row, s_low: Row, s_width: Row, s_limit: Row, s_otherwise: Row,
    order: Row, node_kind: Row, ptr: Row, source: Row, kind: Row, lag: Row, lag_cal: Row,
    seg_ptr: Row, seg_cal: Row, constraint: Row, at: Row, fixed_start: Row, fixed_finish: Row,
    fixed_by: Row, resume: Row, delay: Row, not_before: Row, active: Row, honour: int, project_start: int,
    status: int, begin: Row, end: Row, before: Row, offset: Row, index: Row,
    finish: Row, tracked: Row, hits: Row, row_sum: Row, ready_sum: Row, begin_sum: Row,
    spans: Row, chosen: Row, picked: Row, flag: Row,
) -> None:  # fmt: skip
    """Fill `finish` and `tracked` (dates) in some blocks of samples; with `want`, add to hits and sums.

    `spans` (m, 2) is left with start and finish, as codes, of the last sample, `chosen` and `picked` with its choices.
    """
    m = len(order)
    code = np.zeros((rows, 1), np.int64)
    flat = code.reshape(rows)
    lasts, d, y, scaled, random, shared = crewspace.draw_space(len(seg_fixed), len(s_table), BLOCK)
    drive, ready, begun, s_start, s_finish, s_driver = crewspace.node_space(m)
    one, minutes, rest = crewspace.work_space(len(first_cal))
    own_cal, nb, left, free = first_cal.copy(), not_before.copy(), pending.copy(), capacity.copy()
    queues, live = len(word_ptr) - 1, e_mode != DROP
    drawn = crewspace.drawn_of(m, table, extra_ptr)
    waits, waiting, touched, list_of_touched, freed_by, heap, item, stack = crewspace.queue_space(
        m, word_ptr, change_at
    )
    found, holder, seen, from_slot, from_cand, line, wish = crewspace.choice_space(capacity, slot_units)
    s: Any = 0
    work: Any = 0
    for block in range(first_block, last_block):
        first, size = block * BLOCK, min(BLOCK, samples - block * BLOCK)
        crewspace.draw_block(
            lasts, d, y, scaled, random, first, BLOCK, cls >= WORK, key, table, tables, seg_ptr, seg_low, seg_width, part, least,
            extra_ptr, extra_kind, extra_row, shared, s_key, s_table, s_low, s_width, s_limit, s_otherwise,
        )  # fmt: skip
        for b in range(size):
            events, tall = crewspace.opened(
                left, pending, free, capacity, chosen, found, change_at, heap, item, order, stack
            )
            now, marked = -1, 0
            while True:
                while tall > 0 or marked > 0:
                    if tall == 0:
                        # Offer what is free to whoever waits for it, in order of rank.
                        if apart:
                            marked -= 1
                            r = list_of_touched[marked]
                            touched[r] = 0
                            if waiting[r] == 0 or free[r] <= 0:
                                continue
                            v = served(
                                r, waits, waiting, word_ptr, task_at, need_ptr, need_of, need_units, need_place, free
                            )  # fmt: skip
                            if v < 0:
                                continue
                            touched[r] = 1
                            list_of_touched[marked] = r
                            marked += 1
                        else:
                            v = next_up(
                                now, marked, found, rank, touched, list_of_touched, waits, waiting, word_ptr, task_at,
                                need_ptr, need_of, need_units, need_place, free, chosen, way_ptr, way, slot, slot_units, cand,
                                picked, holder, seen, from_slot, from_cand, line, wish,
                                c, begin, end, before, offset, index, flag,
                            )  # fmt: skip
                            marked = found[0]
                            if v < 0:
                                continue
                            r = found[1]
                            leave(v, need_ptr, need_of, need_place, waits, waiting)
                        begins = now
                        drive_by = -2 - freed_by[r] if freed_by[r] >= 0 else k.NONE
                    else:
                        tall -= 1
                        v = stack[tall]
                        begins = -1
                        drive_by = k.NONE
                    chooses = way_ptr[v] < way_ptr[v + 1]
                    if cls[v] == SKIP:
                        s = np.int64(-1)
                    elif cls[v] == FIXED:
                        flat[v] = fixed_code[v, 1]
                        if start_row[v] >= 0:
                            flat[start_row[v]] = fixed_code[v, 0]
                        drive[v] = k.NONE
                        s = fixed_code[v, 0]
                    elif cls[v] == WORK and begins >= 0 and not start_exact[v]:
                        g = seg_ptr[v]
                        s = now >> GAP
                        flat[v] = (s + (np.int64(lasts[b, g]) if drawn[v] else sure[g])) << GAP
                        s = s << GAP
                        if start_row[v] >= 0:
                            flat[start_row[v]] = s
                    elif cls[v] == ROLL:
                        s = crewspace.rolled(
                            v, flat, drive, fixed_code, start_row[v], ptr[v], ptr[v + 1], e_row, e_start, live, k.FAR
                        )  # fmt: skip
                    elif cls[v] == WORK or cls[v] == MARK:
                        s = floor[v]
                        need = need_floor[v]
                        by = k.NONE
                        need_by = k.NONE
                        for e in range(ptr[v], ptr[v + 1]):
                            mode = e_mode[e]
                            if mode == DROP:
                                continue
                            asked = flat[e_row[e]]
                            if mode == ADD:
                                asked = ((asked >> GAP) + lag[e]) << GAP
                            elif mode != COPY:
                                asked = edge_code(
                                    asked, mode, lag[e], lag_cal[e], c, begin, end, before, offset, index, flag,
                                )  # fmt: skip
                            if has_need[v] and kind[e] == k.FF:
                                need_by = e if asked > need else need_by
                                need = max(need, asked)
                            else:
                                by = e if asked > s else by
                                s = max(s, asked)
                        drive[v] = by
                        if cls[v] == MARK:
                            flat[v] = s
                        else:
                            g = seg_ptr[v]
                            work = np.int64(lasts[b, g]) if drawn[v] else sure[g]
                            if has_need[v] and (need >> GAP) - work > s >> GAP:
                                s = ((need >> GAP) - work) << GAP
                                drive[v] = need_by
                            s = max(s, begins)
                            flat[v] = ((s >> GAP) + work) << GAP
                            if start_row[v] >= 0:
                                flat[start_row[v]] = (s >> GAP) << GAP
                                if start_exact[v]:
                                    exact = k.date_of(
                                        s >> GAP, c, True, begin, end, before, offset, index, flag
                                    )
                                    flat[start_row[v]] = encode(
                                        exact, c, begin, end, before, offset, index, flag
                                    )
                    else:
                        if chooses:
                            g = seg_ptr[v]
                            work = np.int64(lasts[b, g]) if drawn[v] else sure[g]
                            fit(
                                v, chosen[v] if begins >= 0 else -1, work, base[v], seg_cal[g], own_ptr, own_cal,
                                minutes, rest, way, slot, cand, picked,
                            )  # fmt: skip
                        else:
                            for g in range(seg_ptr[v], seg_ptr[v + 1]):
                                x = own_ptr[v] + g - seg_ptr[v]
                                rest[x] = np.int64(lasts[b, g]) if drawn[v] else sure[g]
                                minutes[x] = seg_fixed[g] + rest[x]
                        if begins >= 0:
                            nb[v] = max(
                                not_before[v], decode(begins, c, begin, end, before, offset, index, flag)
                            )
                        driver = general(
                            v, 0, code, e_row, start_row[v], c, begin_code, one, s_start, s_finish, s_driver,
                            minutes, rest, node_kind, ptr, source, kind, lag, lag_cal, own_ptr, own_cal,
                            constraint, at, fixed_start, fixed_finish, fixed_by, resume, delay, nb,
                            active, honour, project_start, status, begin, end, before, offset, index, flag,
                        )  # fmt: skip
                        drive[v] = max(driver, k.NONE)
                        nb[v] = not_before[v]
                        s = encode(s_start[v], c, begin, end, before, offset, index, flag)
                    needs = need_ptr[v + 1] - need_ptr[v]
                    if begins < 0:
                        ready[v] = flat[v] if cls[v] == MARK else s
                    soon = (s >> GAP) << GAP if needs > 0 and patient[v] else s
                    if needs > 0 and begins < 0 and not forced[v]:
                        if soon > now:
                            events = push(heap, item, events, soon, 3 * v + READY)
                        elif chooses:
                            marked = line_up(
                                v, need_ptr, need_of, need_place, waits, waiting, touched, list_of_touched, freed_by, free, marked
                            )  # fmt: skip
                        else:
                            marked = queue(
                                v, need_ptr, need_of, need_place, waits, waiting, touched, list_of_touched, freed_by, marked
                            )  # fmt: skip
                        continue
                    if needs > 0 and begins >= 0:
                        if soon > now and cls[v] != WORK and not chooses:
                            # Its own calendar does not work now: ask again when it does.
                            events = push(heap, item, events, s, 3 * v + READY)
                            continue
                        if drive_by != k.NONE:
                            drive[v] = drive_by
                    if needs > 0 and forced[v]:
                        events = push(heap, item, events, max(soon, now), 3 * v + READY)
                    elif needs > 0:
                        if chooses:
                            for i in range(way[chosen[v], FIRST], way[chosen[v], LAST]):
                                free[cand[picked[i], WHO]] -= slot_units[i]
                        else:
                            for x in range(need_ptr[v], need_ptr[v + 1]):
                                free[need_of[x]] -= need_units[x]
                        events = push(heap, item, events, max(flat[v], now), 3 * v + FINISH)
                    begun[v] = s
                    waited = succ_ptr[v + 1] if needs == 0 or forced[v] else succ_late[v]
                    for x in range(succ_ptr[v], waited):
                        left[succ[x]] -= 1
                        if left[succ[x]] == 0:
                            stack[tall] = succ[x]
                            tall += 1
                if events == 0 and found[2] == k.FAR:
                    break
                now = heap[0] if events > 0 and heap[0] <= found[2] else found[2]
                if found[2] <= now:
                    # Somebody begins work whom a task could have that found nobody at work: ask everybody again.
                    found[2] = k.FAR
                    if flag[0] != 0:
                        break
                    marked = crewspace.ask_all(waiting, touched, list_of_touched, freed_by, marked)
                while events > 0 and heap[0] == now:
                    what = item[0] % 3
                    v = item[0] // 3
                    events = pop(heap, item, events)
                    if what == CHANGE:
                        r = change_of[v]
                        free[r] += change_by[v]
                        marked = touch(r, -1, touched, list_of_touched, freed_by, marked)
                    elif what == FINISH:
                        if not forced[v]:
                            for x in range(succ_late[v], succ_ptr[v + 1]):
                                left[succ[x]] -= 1
                                if left[succ[x]] == 0:
                                    stack[tall] = succ[x]
                                    tall += 1
                        if way_ptr[v] < way_ptr[v + 1]:
                            for i in range(way[chosen[v], FIRST], way[chosen[v], LAST]):
                                r = cand[picked[i], WHO]
                                if r < queues:
                                    free[r] += slot_units[i]
                                    marked = touch(r, v, touched, list_of_touched, freed_by, marked)
                            continue
                        for x in range(need_ptr[v], need_ptr[v + 1]):
                            free[need_of[x]] += need_units[x]
                            marked = touch(need_of[x], v, touched, list_of_touched, freed_by, marked)
                    elif forced[v]:
                        for x in range(need_ptr[v], need_ptr[v + 1]):
                            free[need_of[x]] -= need_units[x]
                        events = push(heap, item, events, max(flat[v], now), 3 * v + FINISH)
                    elif way_ptr[v] < way_ptr[v + 1]:
                        marked = line_up(
                            v, need_ptr, need_of, need_place, waits, waiting, touched, list_of_touched, freed_by, free, marked
                        )  # fmt: skip
                    else:
                        marked = queue(
                            v, need_ptr, need_of, need_place, waits, waiting, touched, list_of_touched, freed_by, marked
                        )  # fmt: skip
            crewspace.send_away(waits, waiting, word_ptr, flag)
            crewspace.close(
                first + b, want, flat, drive, ready, begun, counted, track, source,
                c, begin_code, begin, end, before, offset, index,
                finish, tracked, hits, row_sum, ready_sum, begin_sum, flag,
            )  # fmt: skip
    spans[:, 0], spans[:, 1] = begun, flat[:m]
