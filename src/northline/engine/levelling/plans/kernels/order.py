"""Orders in which nodes are placed: by keys along the graph, forwards; and right-justified keys, backwards."""

# ruff: noqa: PLR1714, PLR1730  straight loops; min/max calls cost in the twin

from northline.engine import kernels as k
from northline.engine.levelling.plans.kernels.place import start_over
from northline.engine.levelling.plans.kernels.profile import book, date, fit_back, work
from northline.engine.levelling.plans.kernels.shapes import (
    FOLLOW,
    LEVEL,
    REST,
    Call,
    Net,
    Pool,
    Row,
    State,
    Time,
)


def goes_first(a: int, b: int, keys: Row, net: Net) -> bool:
    """Nodes that levelling does not move go first, then by priority, then by key."""
    moves_a = net.role[a] >= LEVEL
    moves_b = net.role[b] >= LEVEL
    if moves_a != moves_b:
        return bool(moves_b)
    if net.rank[a] != net.rank[b]:
        return bool(net.rank[a] > net.rank[b])
    if keys[a] != keys[b]:
        return bool(keys[a] < keys[b])
    return bool(a < b)


def push(v: int, size: int, keys: Row, net: Net, heap: Row) -> None:
    """Add a node to the heap."""
    i = size
    heap[i] = v
    while i > 0:
        up = (i - 1) >> 1
        if not goes_first(heap[i], heap[up], keys, net):
            break
        heap[i], heap[up] = heap[up], heap[i]
        i = up


def pop(size: int, keys: Row, net: Net, heap: Row) -> int:
    """Take the first node off the heap."""
    first = heap[0]
    heap[0] = heap[size - 1]
    i = 0
    while True:
        down = 2 * i + 1
        if down >= size - 1:
            break
        if down + 1 < size - 1 and goes_first(heap[down + 1], heap[down], keys, net):
            down += 1
        if not goes_first(heap[down], heap[i], keys, net):
            break
        heap[i], heap[down] = heap[down], heap[i]
        i = down
    return int(first)


def order_by(keys: Row, net: Net, state: State) -> None:
    """Fill `state.order` with the nodes of the line, smallest keys first as far as the links allow."""
    size = 0
    for v in state.line:
        state.waiting[v] = 0
        for e in range(net.ptr[v], net.ptr[v + 1]):
            state.waiting[v] += state.inside[net.source[e]]
        if state.waiting[v] == 0:
            push(v, size, keys, net, state.heap)
            size += 1
    for i in range(len(state.order)):
        v = pop(size, keys, net, state.heap)
        size -= 1
        state.order[i] = v
        for e in range(net.succ_ptr[v], net.succ_ptr[v + 1]):
            w = net.succ[e]
            state.waiting[w] -= 1
            if state.waiting[w] == 0 and state.inside[w]:
                push(w, size, keys, net, state.heap)
                size += 1


def justify(net: Net, pool: Pool, time: Time, call: Call, state: State) -> None:
    """Fill `state.right` with starts pushed as far right as links, resources and deadlines allow, last finish first.

    Only an order is read off them, so bounds may be rough where links are odd. Justification: Valls, Ballestín
    and Quintanilla (2005).
    """
    last = 0
    for p in range(len(state.ends)):
        if state.ends[p] > last:
            last = state.ends[p]
    for v in state.line:
        state.back_start[v] = k.FAR
        state.back_finish[v] = due_by(net.project[v], last, net, state)
        state.keys[v] = -state.finish[v]
    start_over(net, pool, state)
    back_order(net, state)
    for i in range(len(state.order)):
        v = state.heap[i]
        if net.role[v] >= LEVEL:
            push_right(v, net, pool, time, call, state)
        elif net.role[v] == FOLLOW:
            state.back_start[v] = state.start[v]
            book(state.start[v], net.choice_ptr[v], net, pool, time)
        else:
            t = min(state.back_start[v], state.back_finish[v] - (state.finish[v] - state.start[v]))
            state.back_start[v] = max(t, state.start[v])
            state.back_finish[v] = state.back_start[v] + state.finish[v] - state.start[v]
        pull(v, net, time, state)
        state.right[v] = state.back_start[v]


def due_by(p: int, last: int, net: Net, state: State) -> int:
    """The date up to which work of project `p` may be pushed: its deadline, or its finish where that is later; the last
    finish of all where it has none."""
    if net.deadline[p] == 0 or net.price[p] == 0:
        return last
    return int(min(last, max(state.ends[p], net.deadline[p])))


def back_order(net: Net, state: State) -> None:
    """Fill the first places of `state.heap` with the line such that each comes after its successors.

    Later finishes go first: placed dates respect the graph, so sorting by finish, then by place, mostly does it; the
    counting of successors makes it certain.
    """
    n = len(state.order)
    for v in state.line:
        state.waiting[v] = 0
        for e in range(net.succ_ptr[v], net.succ_ptr[v + 1]):
            state.waiting[v] += state.inside[net.succ[e]]
    size = 0
    filled = 0
    room = len(state.heap) // 2
    for v in state.line:
        if state.waiting[v] == 0:
            lift(v, size, state.keys, state.heap, room)
            size += 1
    while filled < n:
        v = drop(size, state.keys, state.heap, room)
        size -= 1
        state.heap[filled] = v
        filled += 1
        for e in range(net.ptr[v], net.ptr[v + 1]):
            p = net.source[e]
            state.waiting[p] -= 1
            if state.waiting[p] == 0 and state.inside[p]:
                lift(p, size, state.keys, state.heap, room)
                size += 1


def lift(v: int, size: int, keys: Row, heap: Row, at: int) -> None:
    """Add a node to the heap that begins at place `at`, by key alone."""
    i = size
    heap[at + i] = v
    while i > 0:
        up = (i - 1) >> 1
        a = heap[at + i]
        b = heap[at + up]
        if keys[a] > keys[b] or (keys[a] == keys[b] and a < b):
            break
        heap[at + i] = b
        heap[at + up] = a
        i = up


def drop(size: int, keys: Row, heap: Row, at: int) -> int:
    """Take the node with the smallest key off the heap that begins at place `at`; of equals the last."""
    first = heap[at]
    heap[at] = heap[at + size - 1]
    i = 0
    while True:
        down = 2 * i + 1
        if down >= size - 1:
            break
        a = heap[at + down]
        if down + 1 < size - 1:
            b = heap[at + down + 1]
            if keys[b] < keys[a] or (keys[b] == keys[a] and b > a):
                down += 1
                a = b
        b = heap[at + i]
        if keys[b] < keys[a] or (keys[b] == keys[a] and b > a):
            break
        heap[at + i] = a
        heap[at + down] = b
        i = down
    return int(first)


def push_right(v: int, net: Net, pool: Pool, time: Time, call: Call, state: State) -> None:
    """The latest start of task `v`, or of what is left of it, that its successors and its resources leave."""
    bound = state.back_finish[v]
    t = state.back_start[v]
    row = 0
    if net.role[v] == REST:
        t = bound
        row = 2
    for g in range(call.seg_ptr[v], call.seg_ptr[v + 1]):
        c = call.rows[1][g]
        w = work(bound, c, time) - call.rows[row][g]
        if w < 0:
            w = 0
        u = date(w, c, True, time)
        if u < t:
            t = u
    if t > net.limit[v]:
        t = net.limit[v]
    t = fit_back(t, state.taken[v], net, pool, time)
    if t < state.begin[v]:
        t = state.begin[v]
    state.back_start[v] = t
    finish = t
    for g in range(call.seg_ptr[v], call.seg_ptr[v + 1]):
        u = date(work(t, call.rows[1][g], time) + call.rows[row][g], call.rows[1][g], False, time)
        if u > finish:
            finish = u
    state.back_finish[v] = finish
    book(t, state.taken[v], net, pool, time)


def pull(v: int, net: Net, time: Time, state: State) -> None:
    """Bound the predecessors of `v` by its right-justified dates."""
    for e in range(net.ptr[v], net.ptr[v + 1]):
        p = net.source[e]
        kind = net.kind[e]
        if kind == k.OUT:
            if state.back_finish[v] < state.back_finish[p]:
                state.back_finish[p] = state.back_finish[v]
            continue
        t = state.back_finish[v] if kind == k.FF or kind == k.SF else state.back_start[v]
        if net.lag[e] != 0 and t < k.FAR:
            if net.lag_cal[e] == k.NONE:
                t -= net.lag[e]
            else:
                w = work(t, net.lag_cal[e], time) - net.lag[e]
                t = date(w if w > 0 else 0, net.lag_cal[e], True, time)
        if kind == k.INTO or kind == k.SS or kind == k.SF:
            if t < state.back_start[p]:
                state.back_start[p] = t
        elif t < state.back_finish[p]:
            state.back_finish[p] = t
